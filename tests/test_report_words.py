"""The words of a report: sentences that hold something, said once, no word of the program."""

import re
from functools import partial
from pathlib import Path

import pytest

from conftest import Run, write_records
from report_document import (
    Asked,
    every_demo_report,
    headline_of,
    made,
    made_once,
    main_text,
    named,
    paragraphs_under,
    texts_of,
)

HEADER = (
    "编号,状态,开始日期,两群区县,主城协同区,任务领域,任务举措,牵头类别,活动名称,活动形式,"
    "参与人次,专家人次,资金投入,实物折价,成果,推荐典型"
)
EMPTY = re.compile(
    r"None|（）|，。|；。|：。|、。|，，|。。|、、|；；|，；|^。|\{|\}|个结对|共0|“”",
    re.MULTILINE,
)
NOUGHT = re.compile(r"(?<![\d.])0(?:\.0+)?(?:项|对|人次|元|万元|次|个|%)")
OF_THE_PROGRAM = re.compile(
    "台账|数据表|任务表|任务项(?!目)|登记状态|未填牵头类别|错误0处|cqpair|请逐一|请核实|请改正|请重新"
    r"|\.(?:csv|xlsx|yaml|json)|[0-9a-f]{64}|\d{4}Q\d|--"
)
PERIODS = [
    *(f"{year}Q{n}" for year in (2020, 2021, 2023, 2025) for n in range(1, 5)),
    *("2021", "2022", "2023", "2024", "2021H1", "2021H2", "2024H2", "2026Q3", "2026Q4", "2027Q1"),
]
SHIPPED = [
    *(Asked(period) for period in PERIODS),
    Asked("2021Q2", pair="巫山县"),
    Asked("2021Q2", area="4"),
    Asked("2021Q2", area="保障1"),
    Asked("2021Q2", lead="科协"),
    Asked("2021", pair="万州区", area="3"),
]
write = partial(write_records, HEADER)


def row(n: int, day: str) -> str:
    """A made-up record without status, measure, lead or figures."""
    return f"x-{n},,{day},巫山县,北碚区,4,,,演示数据{n},,,,,,,"


@pytest.fixture
def written(request: pytest.FixtureRequest, demo_data: Path, data: Path) -> tuple[Path, Asked]:
    """A data folder and a report of it that a test goes through."""
    of_demo, asked = request.param
    return (demo_data if of_demo else data), asked


EVERY = [
    *(pytest.param((True, asked), id=f"demo-{named(asked)}") for asked in every_demo_report()),
    *(pytest.param((False, asked), id=f"shipped-{named(asked)}") for asked in SHIPPED),
]


@pytest.mark.slow
@pytest.mark.parametrize("written", EVERY, indirect=True)
def test_no_sentence_is_empty_tells_nought_or_speaks_of_the_program(
    written: tuple[Path, Asked],
) -> None:
    folder, asked = written
    report, document = made_once(folder, asked)
    text = main_text(document)
    for pattern in (EMPTY, NOUGHT, OF_THE_PROGRAM):
        assert pattern.findall(text) == []
    assert [a.reference for a in report.totals.records if a.reference in text] == []
    assert all(text.endswith(("。", "）")) for text in texts_of(document) if len(text) > 12)


@pytest.mark.slow
@pytest.mark.parametrize("written", EVERY, indirect=True)
def test_a_thing_is_said_once(written: tuple[Path, Asked]) -> None:
    folder, asked = written
    report, document = made_once(folder, asked)
    texts = texts_of(document)
    idle = [
        line.area.title for line in (*report.areas, *report.safeguards) if not line.line.counted
    ]
    twice = [title for title in idle if sum(text.count(title) for text in texts) > 1]
    assert twice == []
    sentences = re.findall("[^。]+。", "".join(texts))
    told = [s for s in sentences if not re.search("开展[0-9]+项。$", s)]  # of two areas alike
    assert [s for s in told if told.count(s) > 1] == []
    headline = headline_of(document)
    before, now = report.totals.before, report.totals.now
    if now.activities and before and before.activities:
        growth = r"[较与]上[季半年期][度年]?(?:增加|减少|持平)"
        assert len(re.findall(growth, headline)) == 1
        if len(report.areas) + len(report.safeguards) == 1:
            assert len(re.findall(growth, "".join(texts))) == 1
    assert "".join(texts).count("没有活动记录") <= 1


@pytest.mark.slow
@pytest.mark.parametrize("period", ["2022Q1", "2022Q2", "2022Q3", "2022Q4", "2023Q1"])
def test_the_demo_says_on_its_face_that_it_is_made_up(
    run: Run, demo_data: Path, period: str
) -> None:
    result = run("--data", demo_data, "report", "--quarter", period)
    assert (result.code, result.err) == (0, "")
    assert EMPTY.findall(result.out) == []
    assert result.out.startswith("演示数据，不反映真实工作情况\n")
    text = main_text(made_once(demo_data, Asked(period)).document)
    assert "【演示数据】" not in text, "the banner says it of all"


AREA_4 = "（一）携手助力脱贫攻坚与乡村振兴有机衔接。"


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        # how many, who led, what was reported
        (
            ["a,,2021-05-01,巫山县,北碚区,4,,科协,演示数据,,,,,,,"],
            "本季度，巫山县与北碚区开展活动1项，属重点任务，由科协牵头；1至6月累计1项。\n",
        ),
        (
            ["a,,2021-05-01,巫山县,北碚区,4,,部门,演示数据,,300,20,3万元,0,,"],
            "累计1项。参与300人次、专家20人次，资金投入3万元。\n",
        ),
        (
            ["a,,2021-05-01,巫山县,北碚区,4,,,演示数据,,,,,,,"],
            "本季度，巫山县与北碚区开展活动1项，属重点任务；1至6月累计1项。\n",
        ),
        (
            [
                "a,,2021-05-01,巫山县,北碚区,4,,科协,演示数据一,,约300,,,,,",
                "b,,2021-05-02,巫山县,铜梁区,4,,,演示数据二,,20,,0.50,,,",
                "c,,2021-05-03,忠县,大足区,4,,,演示数据三,,,,,,,",
            ],
            "本季度，17对结对单位中2对开展活动3项，均为重点任务，科协牵头1项；1至6月累计3项。"
            "参与约320人次（只含已填报的，见附件1）。\n",
        ),
        (
            [
                "a,,2021-05-01,巫山县,北碚区,4,,科协,演示数据一,,,,,,,",
                "b,,2021-05-02,忠县,大足区,保障1,,科协,演示数据二,,,,,,,",
            ],
            "，其中重点任务1项、保障措施1项，均由科协牵头；1至6月累计2项。\n",
        ),
        (
            ["a,进行中,2021-05-01,巫山县,北碚区,4,,科协,演示数据,,,,,,,"],
            "属重点任务，由科协牵头，正在进行；1至6月累计1项。\n",
        ),
        # an area in a line or two, with one result
        (
            ["a,,2021-05-01,巫山县,北碚区,4,,,演示数据,,,,,,暂无。,"],
            f"{AREA_4}巫山县与北碚区开展1项，即演示数据。\n",
        ),
        (
            ['a,,2021-05,巫山县,北碚区,4,,,"演示\n数据。",,,,,,协议两份。,'],
            f"{AREA_4}巫山县与北碚区开展1项，即演示 数据（协议两份）。\n",
        ),
        (
            ["a,,2021-05,巫山县,北碚区,4,,,演示数据,,,,,,协议两份。,"],
            f"{AREA_4}巫山县与北碚区开展1项，即演示数据（协议两份）。\n",
        ),
        (
            ["a,,2021-05,巫山县,北碚区,4,,,演示数据,,,,,,,是"],
            f"{AREA_4}巫山县与北碚区开展1项，即演示数据。\n",
        ),
        (
            [
                "a,,2021-05-01,巫山县,北碚区,4,,,巫山县北碚区讲座,,90,,,,报告一份,",
                "b,,2021-05-02,忠县,大足区,4,,,忠县大足区展览,,50,,,,报告二份,",
                "c,,2021-05-03,忠县,大足区,4,,,忠县大足区讲座,,,,,,报告三份,是",
            ],
            f"{AREA_4}忠县、巫山县开展3项，如忠县大足区讲座（报告三份）。\n",
        ),
        (
            ["a,,2021-05,巫山县,北碚区,4,,,演示数据（一）,,,,,,协议两份。,"],
            f"{AREA_4}巫山县与北碚区开展1项，即演示数据（一），成果为协议两份。\n",
        ),
        (
            [
                "a,,2021-05-01,巫山县,北碚区,4,,,演示数据一,,,,,,报告一份,",
                "b,,2021-05-02,忠县,大足区,4,,,忠县与大足区演示数据二,,50,,,,报告二份,",
            ],
            f"{AREA_4}忠县、巫山县各开展1项，如忠县与大足区演示数据二（报告二份）。\n",
        ),
        # meetings
        (
            ["a,,2021-05-01,巫山县,北碚区,保障1,,,演示数据,联席会议,,,,,,"],
            "\n切实加强组织领导方面，巫山县召开联席会议1次。\n",
        ),
        (
            [
                "a,,2021-05-01,巫山县,北碚区,保障1,,,演示数据一,联席会议,,,,,,",
                "b,,2021-05-02,忠县,大足区,保障1,,,演示数据二,联席会议,,,,,,",
            ],
            "\n切实加强组织领导方面，忠县、巫山县各召开联席会议1次。\n",
        ),
        (
            [
                "a,,2021-05-01,巫山县,北碚区,保障1,,,演示数据一,联席会议,,,,,,",
                "b,,2021-05-02,忠县,大足区,保障1,,,演示数据二,,,,,,,",
            ],
            "\n切实加强组织领导方面，忠县、巫山县各开展1项，其中联席会议1次。\n",
        ),
        (
            [
                "a,,2021-05-01,巫山县,北碚区,保障1,,,演示数据一,联席会议,,,,,,",
                "b,,2021-05-02,忠县,大足区,保障3,,,演示数据二,,,,,,报告二份,是",
            ],
            "\n切实加强组织领导方面，巫山县召开联席会议1次；努力营造浓厚氛围方面，忠县与大足区开展1项。\n",
        ),
        # measures, plans, one partner of two, cells
        (
            ["a,,2021-05-01,巫山县,北碚区,6,打造共享“智囊团”,,演示数据,,,,,,,"],
            "，通知所列51项举措中50项没有活动。",
        ),
        (
            ["a,计划,2021-05-01,巫山县,北碚区,4,,,演示数据,,,,,,,"],
            "本季度，17对结对单位均没有活动记录。\n二、存在的问题\n计划落实不够，巫山县有1项计划到期未见开展。",
        ),
        (
            ["a,,2021-05-01,巫山县,北碚区,4,,,演示数据,,,,,,,"],
            "；巫山县结对的铜梁区没有参加活动的记录。",
        ),
        (
            ["a,,2021-05-01,巫山县,北碚区,4,,,演示数据,,,,,,,"],
            "按17对、6项任务计102个组合，101个没有活动（见附件2）",
        ),
    ],
)
def test_the_quarter_is_told_in_these_words(tables: Path, rows: list[str], sentence: str) -> None:
    write(tables, "2021Q2/x.csv", *rows)
    assert sentence in main_text(made(tables, Asked("2021Q2", compare="none")).document) + "\n"


def test_measures_are_told_only_where_most_records_name_one(tables: Path) -> None:
    rows = [
        "a,,2021-05-01,巫山县,北碚区,6,打造共享“智囊团”,,演示数据一,,,,,,,",
        "b,,2021-05-02,巫山县,北碚区,6,,,演示数据二,,,,,,,",
    ]
    write(tables, "2021Q2/x.csv", *rows)
    text = main_text(made(tables, Asked("2021Q2")).document)
    assert "举措" not in text, "half of them is not most, and some is not none"


@pytest.mark.parametrize(
    ("before", "now", "sentence"),
    [
        (0, 1, "本季度，巫山县与北碚区开展活动1项，属重点任务；1至6月累计1项。"),
        (1, 1, "开展活动1项，属重点任务；与上季度持平，1至6月累计2项。"),
        (1, 3, "开展活动3项，均为重点任务；较上季度增加2项，1至6月累计4项。"),
        (3, 1, "开展活动1项，属重点任务；较上季度减少2项，1至6月累计4项。"),
        (2, 0, "本季度，17对结对单位均没有活动记录，上季度为2项，1至6月累计2项。"),
        (0, 0, "本季度，17对结对单位均没有活动记录。"),
    ],
)
def test_the_quarter_stands_beside_the_last_and_the_year(
    tables: Path, before: int, now: int, sentence: str
) -> None:
    write(tables, "2021Q1/x.csv", *(row(n, f"2021-03-0{n}") for n in range(1, before + 1)))
    write(tables, "2021Q2/x.csv", *(row(n + 9, f"2021-05-0{n}") for n in range(1, now + 1)))
    document = made(tables, Asked("2021Q2")).document
    assert sentence in headline_of(document)


def test_a_span_stands_beside_one_of_which_the_days_are_told(tables: Path, run: Run) -> None:
    write(tables, "2021Q2/x.csv", row(1, "2021-05-01"), row(2, "2021-04-10"))
    out = run("report", "--from", "2021-04-20", "--to", "2021-05-20").out
    assert "与上期（2021年3月20日至4月19日）持平，年初至5月20日累计2项" in out


def test_all_of_all_is_told_as_such(tables: Path, demo_data: Path) -> None:
    text = main_text(made_once(demo_data, Asked("2022")).document)
    assert "全年，17对结对单位均开展了活动，共175项，其中" in text
    assert "17对结对单位中17对" not in text


def test_every_activity_is_in_the_annex_and_one_in_the_text(tables: Path, run: Run) -> None:
    write(tables, "2021Q2/x.csv", *(row(n, f"2021-05-{n:02}") for n in range(1, 8)))
    document = made(tables, Asked("2021Q2")).document
    assert "演示数据" not in main_text(document), "none has a result, none is recommended"
    out = run("report", "--quarter", "2021Q2").out
    assert [out.count(f"演示数据{n} ") for n in range(1, 8)] == [1] * 7


def test_an_empty_quarter_is_told_in_one_sentence(tables: Path) -> None:
    write(tables, "2021Q2/x.csv", row(1, "2021-05-01"))
    document = made(tables, Asked("2022Q4")).document
    assert texts_of(document) == [
        "根据渝科协发〔2021〕7号文件要求，现将2022年第四季度工作情况报告如下。",
        "本季度，17对结对单位均没有活动记录。",
    ]
    assert document.annexes == ()


@pytest.mark.parametrize(
    ("plans", "sentence"),
    [
        (
            ["巫山县,北碚区,5,,,演示数据：科普日"],
            "第三季度计划开展活动1项：演示数据：科普日（巫山县、北碚区）。",
        ),
        (
            ["忠县,大足区,5,,,忠县与大足区讲座", "巫溪县,渝中区,5,,,巫溪县与渝中区座谈"],
            "第三季度计划开展活动2项：忠县与大足区讲座、巫溪县与渝中区座谈。",
        ),
        (
            ["忠县,大足区,5,,,忠县与大足区讲座", "巫溪县,渝中区,5,,,座谈"],
            "第三季度计划开展活动2项：忠县与大足区讲座和座谈（巫溪县、渝中区）。",
        ),
        (
            [f"忠县,大足区,{n},,,忠县与大足区讲座{n}" for n in range(1, 6)],
            "第三季度计划开展活动5项，主要是忠县与大足区讲座1、忠县与大足区讲座2等。",
        ),
        ([f"忠县,大足区,5,,,{'长' * 90}"], "第三季度计划开展活动1项。"),
    ],
)
def test_what_the_next_quarter_plans_is_told(tables: Path, plans: list[str], sentence: str) -> None:
    rows = (f"p{n},计划,2021-09,{plan},,,,,,," for n, plan in enumerate(plans))
    write(tables, "2021Q3/x.csv", *rows)
    document = made(tables, Asked("2021Q2")).document
    (paragraph,) = paragraphs_under(document, "下一步工作")
    assert paragraph.text == sentence


def test_a_quarter_that_is_not_over_is_not_compared(tables: Path) -> None:
    write(tables, "2026Q2/x.csv", row(1, "2026-04-01"))
    write(tables, "2026Q3/x.csv", row(2, "2026-07-01"))
    text = main_text(made(tables, Asked("2026Q3")).document)
    assert (
        "本季度（截至2026年9月21日），巫山县与北碚区开展活动1项，属重点任务；1至9月累计2项。"
        in text
    )
    assert "上季度" not in text


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        (Asked("2021Q2"), "2021年第二季度“一区两群”区县科协对口协同发展工作情况"),
        (Asked("2021H2"), "2021年下半年“一区两群”区县科协对口协同发展工作情况"),
        (Asked("2021"), "2021年“一区两群”区县科协对口协同发展工作情况"),
        (
            Asked("2021Q2", pair="北碚区"),
            "巫山县与北碚区、铜梁区科协2021年第二季度对口协同发展工作情况",
        ),
        (Asked("2021Q2", pair="酉阳县"), "酉阳县与江北区科协2021年第二季度对口协同发展工作情况"),
        (Asked("2021Q2", area="5"), "2021年第二季度“携手共建全域科普工作新格局”进展情况"),
        (Asked("2021Q2", area="保障2"), "2021年第二季度“积极争取各项支持”进展情况"),
        (
            Asked("2021Q2", lead="科协"),
            "2021年第二季度“一区两群”区县科协对口协同发展工作情况（科协牵头部分）",
        ),
        (
            Asked("2021Q2", lead="党委政府"),
            "2021年第二季度“一区两群”区县科协对口协同发展工作情况（党委、政府牵头部分）",
        ),
        (
            Asked("2021Q2", pair="忠县", area="5"),
            "忠县与大渡口区、大足区科协2021年第二季度“携手共建全域科普工作新格局”进展情况",
        ),
        (
            Asked("2021Q2", area="5", lead="企业"),
            "2021年第二季度“携手共建全域科普工作新格局”进展情况（企业牵头部分）",
        ),
        (
            Asked("2021Q2", pair="忠县", area="保障1", lead="学会"),
            "忠县与大渡口区、大足区科协2021年第二季度“切实加强组织领导”进展情况（学会牵头部分）",
        ),
    ],
    ids=lambda value: named(value) if isinstance(value, Asked) else "",
)
def test_what_a_report_is_narrowed_to_stands_in_its_title(
    asked: Asked, title: str, data: Path
) -> None:
    document = made(data, asked).document
    assert document.title == title
    if asked.lead and asked.pair is None:
        kind = re.findall("（(.+牵头)部分）", title)[0]
        assert f"{kind}活动" in headline_of(document)


def test_a_time_of_which_nothing_was_recorded_is_no_zero_beside(tables: Path, run: Run) -> None:
    write(tables, "2021Q3/x.csv", row(1, "2021-08-01"))
    head = next(line for line in run("report", "2021Q3").out.splitlines() if "占比" in line)
    assert "上季度" not in head
    write(tables, "2021Q2/x.csv", "a,,2021-05-01,忠县,大足区,5,,,演示数据,,,,,,,")
    head = next(
        line for line in run("report", "2021Q3", "--area", "4").out.splitlines() if "占比" in line
    )
    assert "上季度" in head, "other areas have records, so that this one's nought is known"


def test_a_period_before_the_notice_does_not_call_on_it(tables: Path) -> None:
    write(tables, "2021Q2/x.csv", row(1, "2021-05-01"))
    assert texts_of(made(tables, Asked("2020Q4")).document) == [
        "现将2020年第四季度工作情况报告如下。",
        "本季度（早于通知印发日期2021年2月19日）没有活动记录。",
    ]
    write(tables, "2020Q4/x.csv", row(2, "2020-11-01"))
    (row_of_its_own,) = paragraphs_under(made(tables, Asked("2020Q4")).document, "总体情况")
    assert row_of_its_own.text.startswith(
        "本季度（早于通知印发日期2021年2月19日），巫山县与北碚区开展活动1项"
    )


def test_two_plans_of_which_one_is_a_list_are_told_apart(tables: Path) -> None:
    write(
        tables,
        "2021Q3/x.csv",
        "a,计划,2021-08-01,巫山县,北碚区,4,,,讲座,,,,,,,",
        "b,计划,2021-08-02,忠县,大足区,4,,,展览,,,,,,,",
    )
    assert "第三季度计划开展活动2项：展览（忠县、大足区）和讲座（巫山县、北碚区）。" in main_text(
        made(tables, Asked("2021Q2")).document
    )


def test_a_remark_has_no_mark_that_the_banner_has(demo_data: Path, run: Run) -> None:
    out = run("--data", str(demo_data), "report", "2022Q4", "--full").out
    text = out.split("附件1　")[0]
    assert "【演示数据】" not in text
    assert "五是有的区县专职人员不足" in text
