"""A quarter as it was signed: close, reopen, changes, and what a closed quarter takes."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from conftest import Run, put_records, record, report
from cqpair.book.submissions import QuarterReturns
from cqpair.model.tasks import LeadKind, Status
from cqpair.period import parse_quarter
from cqpair.report.closing import refusal_of, reopening_of
from cqpair.schema.models import model_of
from cqpair.schema.published import declaration_of
from cqpair.select import Filter

Q2 = parse_quarter("2021Q2")
CLOSED = "submissions/2021Q2/closed.json"

WUSHAN = record(id="2021Q2-wushan-01", participants="300", title="演示数据讲座")
SECOND = record(id="2021Q2-wushan-02", participants="20", date="2021-06-01", title="演示数据座谈")
ZHONG = record(
    id="2021Q2-zhongxian-01", county="忠县", partners="大足区", funding="5000", title="演示数据展览"
)


@pytest.fixture
def quarter(tables: Path) -> Path:
    """Three records of two counties."""
    put_records(tables, "2021Q2/wushan.csv", WUSHAN, SECOND)
    put_records(tables, "2021Q2/zhongxian.csv", ZHONG)
    return tables


def done(run: Run, *words: str) -> str:
    """What a command that is to succeed tells on stderr."""
    result = run(*words)
    assert result.code == 0, result.err
    return result.err


def close(run: Run) -> str:
    return done(run, "close", "2021Q2")


def changes(run: Run) -> dict[str, Any]:
    result = run("changes", "2021Q2", "--format", "json")
    assert (result.code, result.err) == (0, "")
    told: dict[str, Any] = json.loads(result.out)
    model_of(declaration_of("changes")).model_validate(told)
    return told


def kept(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((folder / CLOSED).read_text(encoding="utf-8"))
    return told


def correct(folder: Path) -> None:
    """补报, 更正 and 撤回 by hand."""
    more = record(
        id="2021Q2-wushan-03", participants="约50", date="2021-04-02", title="演示数据培训"
    )
    put_records(folder, "2021Q2/wushan.csv", {**WUSHAN, "participants": "320", "place": ""}, more)


def test_close_keeps_the_figures_the_hash_and_every_cell(run: Run, quarter: Path) -> None:
    before = json.loads(run("report", "2021Q2", "--format", "json").out)
    told = close(run)
    assert "2021Q2已定稿：活动3项，记录3条，存于 data/submissions/2021Q2/closed.json。" in told
    found = kept(quarter)
    assert found["figures"] == {
        key: before[key] for key in ("totals", "areas", "safeguards", "pairs")
    }
    assert found["data_sha256"] == before["provenance"]["data_sha256"]
    assert found["closed_at"] == before["provenance"]["generated_at"]
    assert found["records"]["2021Q2-zhongxian-01"] == {
        "id": "2021Q2-zhongxian-01",
        "status": "已完成",
        "date": "2021-05-13",
        "county": "忠县",
        "partners": "大足区",
        "area": "4",
        "title": "演示数据展览",
        "funding": "5000",
    }
    assert list(found["records"]) == sorted(found["records"])
    lines = (quarter / CLOSED).read_text(encoding="utf-8").splitlines()
    assert '      "participants": "300",' in lines, "a cell a line"


def test_closing_twice_changes_nothing(
    run: Run, quarter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close(run)
    before = (quarter / CLOSED).read_bytes()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790086400")
    assert "2021Q2已于2026-09-21定稿，此后没有变动" in close(run)
    assert (quarter / CLOSED).read_bytes() == before


def test_closing_with_a_change_is_refused_unless_reopened(
    run: Run, quarter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close(run)
    before = (quarter / CLOSED).read_bytes()
    correct(quarter)
    result = run("close", "2021Q2")
    assert result.code == 1
    assert "补报1条、更正1条、撤回1条" in result.err
    assert "cqpair reopen 2021Q2 --why" in result.err
    assert (quarter / CLOSED).read_bytes() == before

    done(run, "reopen", "2021Q2", "--why", "漏报")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790086400")
    close(run)
    found = kept(quarter)
    assert found["closed_at"].startswith("2026-09-22")
    assert found["reopened"] == []
    assert found["earlier"] == [
        {
            "closed_at": json.loads(before)["closed_at"],
            "data_sha256": json.loads(before)["data_sha256"],
            "reopened": [{"office": None, "why": "漏报", "on": "2026-09-21"}],
        }
    ]
    assert changes(run)["changed"] == []
    assert refusal_of(QuarterReturns(Q2, closed=found), "巫山县")


def test_reopened_for_an_office_it_closes_again_only_with_what_that_changed(
    run: Run, quarter: Path
) -> None:
    close(run)
    done(run, "reopen", "2021Q2", "--office", "忠县", "--why", "补报")
    correct(quarter)
    result = run("close", "2021Q2")
    assert result.code == 1
    assert "只向忠县重新开放" in result.err
    assert "3条记录也变了（2021Q2-wushan-01、2021Q2-wushan-02、2021Q2-wushan-03）" in result.err
    done(run, "reopen", "2021Q2", "--office", "beibei", "--why", "结对方更正")
    close(run)
    assert kept(quarter)["reopened"] == []


def test_a_record_without_an_id_cannot_be_closed(run: Run, quarter: Path) -> None:
    put_records(quarter, "2021Q2/chengkou.csv", record(county="城口县", partners="九龙坡区"))
    result = run("close", "2021Q2")
    assert result.code == 1
    assert "1条记录没有编号" in result.err
    assert "cqpair fmt" in result.err
    done(run, "fmt")
    close(run)
    assert "2021Q2-chengkou-01" in kept(quarter)["records"]


def test_a_quarter_with_errors_is_not_closed_and_says_which(run: Run, quarter: Path) -> None:
    wrong = record(id="2021Q2-wushan-09", partners="渝北区")
    put_records(quarter, "2021Q2/more.csv", wrong, record(id="x", participants="很多"))
    result = run("close", "2021Q2")
    assert result.code == 1
    assert "2021Q2有错误" in result.err
    assert "data/activities/2021Q2/more.csv:2" in result.err
    assert "data/activities/2021Q2/more.csv:3" in result.err
    assert not (quarter / CLOSED).exists()


def test_reopen_notes_for_whom_and_why_and_the_same_once(run: Run, quarter: Path) -> None:
    close(run)
    words = ("reopen", "2021Q2", "--office", "巫山", "--why", "漏报一项")
    assert "已向巫山县重新开放" in done(run, *words)
    done(run, *words)
    done(run, "reopen", "2021Q2", "--why", "复核")
    assert kept(quarter)["reopened"] == [
        {"office": "巫山县", "why": "漏报一项", "on": "2026-09-21"},
        {"office": None, "why": "复核", "on": "2026-09-21"},
    ]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("reopen", "2021Q2"), 2, "--why"),
        (("reopen", "2021Q2", "--why", " "), 2, "--why"),
        (("reopen", "2021Q2", "--why", "x"), 1, "2021Q2还没有定稿"),
        (("changes", "2021Q2"), 1, "2021Q2还没有定稿"),
        (("close", "2021"), 2, "2021"),
        (("close", "第二季"), 2, "第二季"),
    ],
)
def test_what_cannot_be_is_told(
    words: tuple[str, ...], code: int, told: str, run: Run, quarter: Path
) -> None:
    result = run(*words)
    assert result.code == code
    assert told in result.err
    assert result.out == ""


def test_an_office_that_is_unknown_reopens_nothing(run: Run, quarter: Path) -> None:
    close(run)
    before = (quarter / CLOSED).read_bytes()
    assert run("reopen", "2021Q2", "--office", "北培区", "--why", "x").code == 1
    assert (quarter / CLOSED).read_bytes() == before


def test_changes_are_additions_corrections_and_withdrawals(run: Run, quarter: Path) -> None:
    close(run)
    assert "此后没有变动" in done(run, "changes", "2021Q2")
    none = changes(run)
    assert (none["added"], none["changed"], none["withdrawn"]) == ([], [], [])
    assert none["totals"]["was"] == none["totals"]["is"]

    correct(quarter)
    told = changes(run)
    assert told["quarter"] == "2021Q2"
    assert told["closed_at"] == kept(quarter)["closed_at"]
    assert told["added"] == ["2021Q2-wushan-03"]
    assert told["changed"] == [
        {"id": "2021Q2-wushan-01", "column": "参与人次", "old": "300", "new": "320"}
    ]
    assert told["withdrawn"] == ["2021Q2-wushan-02"]
    now = json.loads(run("report", "2021Q2", "--format", "json").out)["totals"]
    assert told["totals"] == {"was": kept(quarter)["figures"]["totals"], "is": now}
    assert (told["totals"]["was"]["participants"], now["participants"]) == (320, 370)


def test_changes_as_a_table_and_as_csv(run: Run, quarter: Path, tmp_path: Path) -> None:
    close(run)
    correct(quarter)
    text = done(run, "changes", "2021Q2", "--output", "变更.csv")
    assert text == ""
    data = (tmp_path / "变更.csv").read_text(encoding="utf-8-sig")
    assert list(csv.reader(StringIO(data))) == [
        ["类别", "编号", "两群区县", "活动名称", "项目", "定稿时", "现为"],
        ["补报", "2021Q2-wushan-03", "巫山县", "演示数据培训", "", "", ""],
        ["更正", "2021Q2-wushan-01", "巫山县", "演示数据讲座", "参与人次", "300", "320"],
        ["撤回", "2021Q2-wushan-02", "巫山县", "演示数据座谈", "", "", ""],
        ["合计", "", "", "", "参与人次", "320", "约370"],
    ]
    table = run("changes", "2021Q2").out
    assert "更正" in table
    assert "2021Q2-wushan-01" in table
    assert "withdrawn" in run("--lang", "en", "changes", "2021Q2").out


def test_what_an_error_keeps_out_is_not_called_withdrawn(run: Run, quarter: Path) -> None:
    close(run)
    put_records(quarter, "2021Q2/wushan.csv", WUSHAN, {**SECOND, "participants": "若干"})
    result = run("changes", "2021Q2", "--format", "json")
    assert result.code == 1
    assert "wushan.csv:3" in result.err
    assert json.loads(result.out)["withdrawn"] == []


def test_what_the_same_records_come_to_is_a_change_too(run: Run, quarter: Path) -> None:
    close(run)
    found = kept(quarter)
    found["figures"]["totals"]["participants"] = 1
    (quarter / CLOSED).write_text(json.dumps(found), encoding="utf-8")
    told = changes(run)
    assert (told["added"], told["changed"], told["withdrawn"]) == ([], [], [])
    assert told["totals"]["was"]["participants"] == 1
    assert run("close", "2021Q2").code == 1


def test_a_column_that_came_later_was_reported_by_nobody(run: Run, quarter: Path) -> None:
    close(run)
    found = kept(quarter)
    totals = found["figures"]["totals"]
    for where in (totals, totals["unreported"], totals["approximate"]):
        del where["purchases_yuan"]
    (quarter / CLOSED).write_text(json.dumps(found), encoding="utf-8")
    told = changes(run)["totals"]
    assert told["was"] == told["is"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda found: found.pop("records"),
        lambda found: found.update(closed_at="昨天"),
        lambda found: found["figures"].update(totals=[]),
        lambda found: found.update(reopened="是"),
        lambda found: found["records"].update(x={"title": 1}),
    ],
)
@pytest.mark.parametrize("words", ["changes 2021Q2", "close 2021Q2", "report 2021Q2"])
def test_a_damaged_closing_is_told_in_a_sentence(
    damage: Any, words: str, run: Run, quarter: Path
) -> None:
    close(run)
    found = kept(quarter)
    damage(found)
    (quarter / CLOSED).write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
    result = run(*words.split())
    assert result.code == 2
    assert "data/submissions/2021Q2/closed.json 已损坏" in result.err
    assert refusal_of(QuarterReturns(Q2, closed=found), "巫山县"), "damaged is not open"


def test_a_closed_quarter_takes_returns_only_of_whom_it_was_reopened_for() -> None:
    assert refusal_of(QuarterReturns(Q2), "巫山县") is None
    data: dict[str, Any] = {"closed_at": "2021-07-08T09:00:00+08:00", "reopened": []}
    refusal = refusal_of(QuarterReturns(Q2, closed=data), "巫山县")
    assert refusal is not None
    assert refusal.sentence() == (
        "2021Q2已于2021-07-08定稿，不再收巫山县的报送；"
        "要补报、更正的，先运行“cqpair reopen 2021Q2 --office 巫山县 --why 原因”。"
    )
    data["reopened"] = [{"office": "巫山县", "why": "漏报", "on": "2021-07-09"}]
    assert refusal_of(QuarterReturns(Q2, closed=data), "巫山县") is None
    assert refusal_of(QuarterReturns(Q2, closed=data), "忠县") is not None
    data["reopened"].append({"office": None, "why": "复核", "on": "2021-07-09"})
    assert refusal_of(QuarterReturns(Q2, closed=data), "忠县") is None


SENT = "日期,两群区县,主城协同区,任务领域,活动名称\n2021-06-11,巫山县,北碚区,4,演示数据科普\n"


def imported(run: Run, name: str, text: str, *words: str) -> dict[str, Any]:
    Path(name).write_text(text, encoding="utf-8")
    result = run("import", name, "--format", "json", *words)
    (told,) = json.loads(result.out)["files"]
    assert result.code == (1 if told["state"] == "refused" else 0)
    return dict(told)


def test_an_import_into_a_closed_quarter_is_refused_unless_reopened(
    run: Run, quarter: Path
) -> None:
    close(run)
    words = ("--sender", "巫山县", "--quarter", "2021Q2")
    before = (quarter / "activities/2021Q2/wushan.csv").read_bytes()
    told = imported(run, "巫山.csv", SENT, *words)
    assert told["state"] == "refused"
    (problem,) = told["problems"]
    assert "2021Q2已于2026-09-21定稿" in problem["message"]
    assert "cqpair reopen 2021Q2 --office 巫山县 --why" in problem["fix"]
    assert (quarter / "activities/2021Q2/wushan.csv").read_bytes() == before
    assert not (quarter / "submissions/2021Q2/received.csv").exists()

    done(run, "reopen", "2021Q2", "--office", "巫山县", "--why", "漏报")
    told = imported(run, "巫山.csv", SENT, *words)
    assert told["state"] == "imported"
    assert changes(run)["added"] == told["added"] == ["2021Q2-wushan-03"]
    close(run)
    assert imported(run, "又一份.csv", SENT, *words)["state"] == "unchanged"


def test_an_import_beside_a_damaged_closing_says_what_to_correct(run: Run, quarter: Path) -> None:
    close(run)
    (quarter / "submissions/2021Q2/closed.json").write_text("{", encoding="utf-8")
    told = imported(run, "巫山.csv", SENT, "--sender", "巫山县", "--quarter", "2021Q2")
    fixes = [one["fix"] for one in told["problems"]]
    assert fixes == ["先用“cqpair validate submissions/2021Q2/closed.json”查清并改正"]


def test_a_correction_of_a_closed_quarter_is_told_both_reasons(run: Run, quarter: Path) -> None:
    words = ("--sender", "巫山县", "--quarter", "2021Q2")
    imported(run, "巫山.csv", SENT, *words)
    close(run)
    other = SENT.replace("活动名称", "活动名称,参与人次").replace("科普\n", "科普,30\n")
    told = imported(run, "第二次.csv", other, *words)
    assert told["state"] == "refused"
    first, second = (problem["fix"] for problem in told["problems"])
    assert ("cqpair reopen" in first, "--supplement" in second) == (True, True), "in this order"
    done(run, "reopen", "2021Q2", "--office", "巫山县", "--why", "更正\n参与\x1b人次")
    assert kept(quarter)["reopened"][0]["why"] == "更正 参与 人次", "in one line"
    assert imported(run, "第二次.csv", other, *words, "--supplement")["state"] == "imported"


@pytest.mark.parametrize("words", ["changes 2021Q2", "close 2021Q2", "report 2021Q2"])
def test_a_closing_that_is_no_json_is_told_with_its_place(
    words: str, run: Run, quarter: Path
) -> None:
    close(run)
    (quarter / CLOSED).write_text("{", encoding="utf-8")
    result = run(*words.split())
    assert result.code == 2
    assert "data/submissions/2021Q2/closed.json" in result.err


def test_nothing_is_imported_beside_a_closing_that_is_no_json(run: Run, quarter: Path) -> None:
    close(run)
    (quarter / CLOSED).write_text("{", encoding="utf-8")
    Path("巫山.csv").write_text(SENT, encoding="utf-8")
    result = run("import", "巫山.csv", "--sender", "巫山县", "--quarter", "2021Q2")
    assert result.code != 0
    assert not (quarter / "submissions/2021Q2/received.csv").exists()


ADD = (
    *("add", "--date", "2021-06-20", "--county", "巫山县", "--partners", "北碚区"),
    *("--area", "4", "--title", "演示数据新增"),
)


def test_nothing_is_added_to_a_closed_quarter_unless_reopened(run: Run, quarter: Path) -> None:
    close(run)
    before = (quarter / "activities/2021Q2/wushan.csv").read_bytes()
    result = run(*ADD)
    assert result.code == 1
    assert "cqpair reopen 2021Q2 --office 巫山县 --why" in result.err
    assert (quarter / "activities/2021Q2/wushan.csv").read_bytes() == before
    done(run, "reopen", "2021Q2", "--office", "忠县", "--why", "别的单位")
    assert run(*ADD).code == 1
    done(run, "reopen", "2021Q2", "--office", "北碚区", "--why", "漏报")
    assert run(*ADD).code == 0, "one of its offices may"
    assert changes(run)["added"] == ["2021Q2-wushan-03"]
    (quarter / CLOSED).write_text("{", encoding="utf-8")
    assert run(*ADD).code == 1


def test_a_closed_quarter_takes_no_nil_report_unless_reopened(run: Run, quarter: Path) -> None:
    done(run, "nil", "城口县", "--quarter", "2021Q2")
    close(run)
    result = run("nil", "巫溪县", "秀山县", "--quarter", "2021Q2")
    assert result.code == 1
    assert "cqpair reopen 2021Q2 --office 巫溪县 --why" in result.err
    assert "cqpair reopen 2021Q2 --office 秀山县 --why" in result.err
    done(run, "nil", "城口县", "--quarter", "2021Q2")
    done(run, "reopen", "2021Q2", "--office", "巫溪县", "--why", "迟报")
    done(run, "nil", "巫溪县", "--quarter", "2021Q2")
    assert json.loads(run("report", "2021Q2", "--format", "json").out)["nil_pairs"] == [
        "城口县",
        "巫溪县",
    ]


def _reopened_for_another(run: Run, folder: Path) -> str:
    """What closing again tells where the quarter was reopened for an office with no part in it."""
    before = (folder / CLOSED).read_bytes()
    done(run, "reopen", "2021Q2", "--office", "忠县", "--why", "更正")
    result = run("--lang", "zh", "close", "2021Q2")
    assert result.code == 1
    (folder / CLOSED).write_bytes(before)
    return result.err


def test_two_records_decided_to_be_one_are_no_records_gone(run: Run, quarter: Path) -> None:
    other = record(
        id="2021Q2-wushan-04", title="演示数据座谈会", date="2021-06-01", participants="20"
    )
    put_records(quarter, "2021Q2/wushan.csv", WUSHAN, SECOND, other)
    close(run)
    same = ("reconcile", "--quarter", "2021Q2", "--same", SECOND["id"], other["id"])
    refused = run("--lang", "zh", *same)
    assert (refused.code, "cqpair reopen 2021Q2 --office 巫山县" in refused.err) == (1, True)
    assert not (quarter / "submissions/2021Q2/decisions.csv").exists()
    done(run, "reopen", "2021Q2", "--why", "重复")
    done(run, *same)
    open_again = kept(quarter)
    (quarter / CLOSED).write_text(json.dumps({**open_again, "reopened": []}), "utf-8")  # by hand
    refused = run("--lang", "zh", "close", "2021Q2")
    assert (refused.code, "记录没有变，合计变了" in refused.err) == (1, True)
    told = changes(run)
    assert (told["added"], told["changed"], told["withdrawn"]) == ([], [], [])
    one, itself = SECOND["id"], other["id"]
    assert told["decided"] == [{"id": itself, "old": itself, "new": one}]
    table = run("--lang", "zh", "changes", "2021Q2", "--format", "csv").out
    assert f"重复认定,{itself},巫山县,演示数据座谈会,计为,{itself},{one}\n" in table
    text = run("report", "2021Q2", "--format", "text").out
    assert "此后有重复认定变更1项" in text
    (line,) = [line for line in text.splitlines() if "计为" in line]
    assert [line.count(word) for word in ("重复认定", itself, one)] == [1, 2, 1]
    assert "别的单位的1条记录也变了" in _reopened_for_another(run, quarter)
    assert (told["totals"]["was"]["activities"], told["totals"]["is"]["activities"]) == (4, 3)
    report = json.loads(run("report", "2021Q2", "--format", "json").out)
    assert told["totals"]["is"] == report["totals"]
    assert [one["quarter"] for one in report["changes"]] == ["2021Q2"]
    done(run, "reopen", "2021Q2", "--why", "重复")
    assert "活动3项，记录4条" in done(run, "--lang", "zh", "close", "2021Q2")
    assert len(kept(quarter)["records"]) == 4
    assert changes(run)["totals"]["was"]["activities"] == 3


def test_what_somebody_wrote_into_a_closed_quarter_meanwhile_is_not_lost(
    run: Run, quarter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close(run)
    closed, by_hand = quarter / CLOSED, {**kept(quarter), "note": "演示数据"}

    def written_meanwhile(*asked: Any) -> Any:
        closed.write_text(json.dumps(by_hand), "utf-8")
        return reopening_of(*asked)

    monkeypatch.setattr("cqpair.cli.reopen.reopening_of", written_meanwhile)
    result = run("--lang", "zh", "reopen", "2021Q2", "--why", "补报")
    assert (result.code, "data/submissions/2021Q2/closed.json" in result.err) == (2, True)
    assert kept(quarter) == by_hand


def test_a_quarter_that_has_not_begun_is_not_closed(run: Run, quarter: Path) -> None:
    result = run("--lang", "zh", "close", "2026Q4")
    told = "2026Q4还没有开始（从2026-10-01起），不能定稿。\n"
    assert (result.code, result.out, result.err) == (1, "", told)
    assert not (quarter / "submissions" / "2026Q4").exists()
    assert run("close", "2026Q3").code == 0


def test_what_is_unfinished_is_told_and_the_quarter_closed_all_the_same(
    run: Run, tables: Path
) -> None:
    lasting = run("--lang", "zh", "close", "2026Q3")
    told = lasting.err.splitlines()
    assert (lasting.code, len(told)) == (0, 4)
    assert told[1].startswith("2026Q3要到2026-09-30才结束")
    assert told[2] == "2026Q3没有一条记录，定稿的内容是空的。"
    assert told[3].startswith("41个单位未报：万州区、两江新区、")
    assert told[3].endswith("、…；详见“cqpair status 2026Q3”。"), "twenty, not all"


def test_the_hash_is_that_of_the_report_with_its_remarks(run: Run, quarter: Path) -> None:
    (quarter / "remarks").mkdir()
    (quarter / "remarks/2021Q2.yaml").write_text("next: [演示数据]\n", encoding="utf-8")
    signed = report(run, "2021Q2")["provenance"]["data_sha256"]
    close(run)
    assert kept(quarter)["data_sha256"] == signed


def test_of_a_closed_quarter_missing_offices_doubles_and_old_plans_are_told(
    run: Run, quarter: Path
) -> None:
    told = {"place": "曲尺乡", "participants": "120", "form": "培训", "date": "2021-05-13"}
    put_records(
        quarter,
        "2021Q2/wushan.csv",
        record(id="甲", title="演示数据：脆李管护培训", lead="巫山县科协", **told),
        record(id="乙", title="演示数据：脆李管护培训", lead="北碚区科协", **told),
        record(id="丙", title="演示数据：签约", date="2021-06-02", status="计划"),
    )
    assert "1对记录" in done(run, "--lang", "zh", "close", "2021Q2"), "without any return too"
    (quarter / CLOSED).unlink()
    counties = [one["county"] for one in json.loads(run("pairs", "--format", "json").out)]
    silent = [one for one in counties if one not in ("巫山县", "忠县", "万州区")]
    done(run, "nil", *silent, "--quarter", "2021Q2")
    sentences = done(run, "--lang", "zh", "close", "2021Q2").splitlines()[1:]
    assert sentences == [
        "2个单位未报：万州区、两江新区；详见“cqpair status 2021Q2”。",
        "1对记录像是同一活动报了两次，尚未认定，暂都计入；要认定的，先“cqpair reopen 2021Q2 "
        "--why 原因”，再“cqpair reconcile 2021Q2”。",
        "1条记录到期仍是“计划”，没有计为活动：丙。",
    ]
    again = done(run, "--lang", "en", "close", "2021Q2")
    assert "missing" not in again, "nothing was closed anew"


def test_a_quarter_that_is_whole_is_closed_without_a_remark(run: Run, quarter: Path) -> None:
    counties = [one["county"] for one in json.loads(run("pairs", "--format", "json").out)]
    silent = [one for one in counties if one not in ("巫山县", "忠县")]
    done(run, "nil", *silent, "--quarter", "2021Q2")
    assert len(close(run).splitlines()) == 1


def test_what_counts_otherwise_is_told_of_what_a_report_is_of(run: Run, quarter: Path) -> None:
    close(run)
    decisions = quarter / "submissions/2021Q2/decisions.csv"
    row = f"{WUSHAN['id']},{SECOND['id']},同一活动,{WUSHAN['id']},2021-07-09,\n"
    decisions.write_text("编号甲,编号乙,决定,保留,日期,备注\n" + row, "utf-8")  # by hand
    decided = [{"id": SECOND["id"], "old": SECOND["id"], "new": WUSHAN["id"]}]

    def of(*words: str) -> list[Any]:
        told = json.loads(run("report", "2021Q2", "--format", "json", *words).out)["changes"]
        return [one["decided"] for one in told]

    assert of() == of("--pair", "巫山县") == [decided]
    assert of("--pair", "忠县") == []
    old = {key: value for key, value in kept(quarter).items() if key != "doubles"}
    (quarter / CLOSED).write_text(json.dumps(old), "utf-8")
    assert changes(run)["decided"] == [], "what was decided then was not kept"
    assert changes(run)["totals"]["is"]["activities"] == 2


CELLS = {
    "county": "巫山县",
    "area": "4",
    "status": "计划",
    "title": "演示数据ＡＢ",
    "place": "曲尺乡",
}


@pytest.mark.parametrize(
    ("asked", "taken"),
    [
        (Filter(), True),
        (Filter(pair="巫山县"), True),
        (Filter(pair="忠县"), False),
        (Filter(status=Status.PLANNED), True),
        (Filter(status=Status.COMPLETED), False),
        (Filter(lead=LeadKind.ASSOCIATION), False),
        (Filter(text="ab"), True),
        (Filter(text="北碚"), False),
    ],
)
def test_cells_that_were_kept_are_asked_for_as_a_record_is(asked: Filter, taken: bool) -> None:
    assert asked.accepts_cells(CELLS) is taken


def test_the_first_places_without_an_id_are_told_whole(run: Run, tables: Path) -> None:
    days = [f"2021-05-{n:02}" for n in range(1, 26)]
    put_records(tables, "2021Q2/wushan.csv", *(record(date=day, title=day) for day in days))
    result = run("close", "2021Q2")
    assert result.code == 1
    assert result.err.count("wushan.csv:") == 20
    assert "、…" in result.err
