"""A report of a part, or by other rows: its tables say of what they are, its text tells it once."""

from functools import partial
from pathlib import Path

import pytest

from conftest import write_records
from cqpair.render.document import Document, Table
from report_document import Asked, headline_of, made, made_once, paragraphs_under
from test_report_words import HEADER, row

write = partial(write_records, HEADER)


def captions_of(document: Document) -> list[str]:
    """What the tables of the annexes are called."""
    return [b.caption for annex in document.annexes for b in annex.blocks if isinstance(b, Table)]


def test_the_tables_of_a_narrowed_report_say_to_what(demo_data: Path) -> None:
    title = "“携手共建全域科普工作新格局”"
    of_area = captions_of(made_once(demo_data, Asked("2022Q4", area="5")).document)
    assert of_area[:3] == [
        f"2022年第四季度{title}开展情况",
        f"2022年第四季度各结对单位{title}开展情况",
        f"2022年第四季度{title}活动记录",
    ]
    led = captions_of(made_once(demo_data, Asked("2022Q4", lead="科协", trace=True)).document)
    assert led[0] == "2022年第四季度重点任务和保障措施开展情况（科协牵头）"
    assert all(caption.endswith("（科协牵头）") for caption in led)
    assert len(led) >= 5


def test_a_report_of_one_pairing_does_not_count_pairings(demo_data: Path) -> None:
    for asked, there in ((Asked("2022Q4", pair="巫山县"), False), (Asked("2022Q4"), True)):
        table = made_once(demo_data, asked).document.annexes[0].blocks[0]
        assert isinstance(table, Table)
        assert ("参与结对" in [column.title for column in table.columns]) is there


def test_a_report_by_regions_tells_how_many_each_has(demo_data: Path, tables: Path) -> None:
    report, document = made_once(demo_data, Asked("2022Q2", by="region"))
    counts = {row.label: row.line.now.activities for row in report.rows}
    told = f"分片区看，渝东北片区{counts['渝东北']}项、渝东南片区{counts['渝东南']}项。"
    assert told in headline_of(document)
    assert "片区" not in headline_of(made_once(demo_data, Asked("2022Q2", by="partner")).document)
    write(tables, "2021Q2/x.csv", row(1, "2021-05-01"), row(2, "2021-05-02"))
    alone = made(tables, Asked("2021Q2", by="region")).document
    assert "分片区看，均在渝东北片区。" in headline_of(alone)


@pytest.mark.parametrize(
    ("rows", "area", "sentence"),
    [
        (["巫山县,北碚区,4,,,讲座,,90,,,,报告一份,"], "4", "开展的活动是讲座（巫山县、北碚区）。"),
        (
            [
                "巫山县,北碚区,4,,,巫山县北碚区讲座,,90,,,,报告一份,",
                "忠县,大足区,4,,,忠县大足区展览,,50,,,,,",
            ],
            "4",
            "开展的活动有忠县大足区展览、巫山县北碚区讲座（报告一份）。",
        ),
        (
            [
                "巫山县,北碚区,4,,,讲座,,90,,,,,",
                "忠县,大足区,4,,,忠县大足区展览,,50,,,,,是",
                "忠县,大足区,4,,,忠县大足区义诊,,10,,,,,",
                "巫溪县,渝中区,4,,,巫溪县渝中区义诊,,9,,,,名册1份,",
            ],
            "4",
            "主要有忠县大足区展览；讲座（巫山县、北碚区）；巫溪县渝中区义诊（名册1份）。",
        ),
        (
            [
                "巫山县,北碚区,保障1,,,演示数据,联席会议,,,,,,",
                "巫山县,北碚区,保障1,,,巫山县北碚区签约,,,,,,,",
            ],
            "保障1",
            "巫山县召开联席会议1次，另有巫山县北碚区签约。",
        ),
    ],
)
def test_the_only_area_is_told_by_its_activities_and_not_counted_again(
    rows: list[str], area: str, sentence: str, tables: Path
) -> None:
    write(tables, "2021Q2/x.csv", *(f"x-{n},,2021-05-0{n + 1},{r}," for n, r in enumerate(rows)))
    document = made(tables, Asked("2021Q2", area=area)).document
    (paragraph,) = paragraphs_under(document, "进展情况")
    assert paragraph.text == sentence
