"""Every rule against small data folders: `rules/<CODE>/bad*` breaks it and `good*` does not.

Each folder is judged by its own rule alone; tests/test_rules_all.py runs them all over sound data.
Each is laid over a copy of `rules/base`, and `bad.txt` is what `validate` prints;
`--update-golden` writes the texts anew: read the difference before you keep it.
"""

import json
import os
import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from conftest import Run
from cqpair.lint import RULES
from cqpair.lint.rule import Rule, Severity
from cqpair.messages import texts_of
from workbooks import HEAD, RECORD, Change, archive, rezipped, swollen, workbook

FOLDER = Path(__file__).parent / "rules"
RECORD_FILE = "activities/2021Q2/wanzhou.csv"
CSV = "开始日期,两群区县,主城协同区,任务领域,活动名称\n2021-05-13,万州区,两江新区,1,演示数据\n"


def _no_file(data: Path) -> None:
    (data / "tasks.yaml").unlink()
    os.mkfifo(data / RECORD_FILE)


def _no_text(data: Path) -> None:
    (data / RECORD_FILE).write_bytes(b"\x89PNG\r\n\x1a\n\xff\xff\xff")
    (data / "activities/2021Q2/nul.csv").write_text(CSV.replace("演示", "演\0示"), "utf-8")
    truncated = CSV.encode("utf-16")[:-1]
    (data / "activities/2021Q2/utf-16.csv").write_bytes(truncated)


def _legacy(data: Path) -> None:
    (data / RECORD_FILE).write_text(CSV, encoding="gb18030")


def _unreadable_workbooks(data: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    sound = workbook({"台账": [HEAD, RECORD]})
    far = workbook({"台账": {"A1": "x"}})
    sheet = "xl/worksheets/sheet1.xml"
    files = {
        "broken": sound[: len(sound) // 2],
        "beyond-sheet": rezipped(far, sheet, b'<row r="1">', b'<row r="1048577">'),
        "empty": b"",
        "locked": ole + "EncryptedPackage".encode("utf-16-le"),
        "old": ole + b"Workbook",
        "open-document": archive(content_xml=b"<x/>"),
        "strict": archive(xl__workbook_xml=b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
        "text": "开始日期,两群区县\n".encode(),
        "too-large": swollen(257),
        "web-page": b"<html><table></table></html>",
        "word": archive(word__document_xml=b"<x/>"),
    }
    for name, content in files.items():
        (data / f"activities/2021Q2/{name}.xlsx").write_bytes(content)


def _book(data: Path, rows: Sequence[Sequence[object]], change: Change | None = None) -> None:
    (data / "activities/2021Q2/book.xlsx").write_bytes(workbook({"台账": rows}, change=change))


def _no_cells(data: Path) -> None:
    _book(data, [[]])


def _merged_blank(data: Path) -> None:
    _book(data, [HEAD, RECORD], lambda sheet: sheet.merge_cells("B2:C2"))


def _figures(data: Path) -> None:
    rows = [(*HEAD, "参与人次", "专家人次"), (*RECORD, 300, "=1+1"), (*RECORD, "", 5)]
    _book(data, rows, lambda sheet: sheet.merge_cells("F2:F3"))


def _beside(data: Path) -> None:
    _book(data, [HEAD, (*RECORD, "备查")])


def _sheets(data: Path) -> None:
    book = workbook({"说明": [("怎样填写",)], "台账": [HEAD, RECORD]}, change=_hide_records)
    (data / "activities/2021Q2/book.xlsx").write_bytes(book)


def _hide_records(sheet: Worksheet) -> None:
    if sheet.title == "台账":
        sheet.sheet_state = "hidden"


def _hidden_rows(data: Path) -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.row_dimensions[2].hidden = True

    _book(data, [HEAD, RECORD], hide)


# What no folder of a repository can hold: made here, over the base.
MADE: dict[str, Callable[[Path], None]] = {
    "F101/bad": _no_file,
    "F101/bad-workbook": _unreadable_workbooks,
    "F102/bad": _no_text,
    "F103/bad": _legacy,
    "F108/bad-empty-workbook": _no_cells,
    "F108/bad-merged": _merged_blank,
    "F109/bad-workbook": _figures,
    "F110/bad-workbook": _beside,
    "F112/bad-workbook": _sheets,
    "F114/bad": _hidden_rows,
}
SEVERITIES = {rule.code: rule.severity for rule in RULES}
BAD = sorted({*MADE, *(f"{p.parent.name}/{p.name}" for p in FOLDER.glob("*/bad*") if p.is_dir())})
GOOD = sorted(f"{p.parent.name}/{p.name}" for p in FOLDER.glob("*/good*") if p.is_dir())

BY_IMPORT = {"F115", "F116"}
"""Rules that only a return can break: tests/test_import_problems.py shows them."""

# Sentences that no folder can show: it takes the system, a return, a large file, or a slip.
_NOT_OURS = {
    "records.no-unit",
    "read.too-many-cells",
    "read.too-many-merged",
    "read.yaml-syntax",
    "store.unreadable",
}


def lay(case: str) -> None:
    """A copy of the base as `data` in the current folder, with `case` over it."""
    data = Path(shutil.copytree(FOLDER / "base", "data"))
    if (FOLDER / case).is_dir():
        shutil.copytree(FOLDER / case, data, dirs_exist_ok=True)
    if make := MADE.get(case):
        make(data)


def notice() -> tuple[str, ...]:
    """The option that gives the notice, where the case has one."""
    return ("--notice", "data/notice.txt") if Path("data/notice.txt").exists() else ()


@pytest.mark.parametrize("case", BAD)
def test_a_bad_folder_gives_exactly_its_text(case: str, run: Run) -> None:
    code, golden = case.split("/")[0], FOLDER / f"{case}.txt"
    lay(case)
    result = run("--lang", "zh", "validate", "--select", code, *notice())
    if os.environ.get("CQPAIR_UPDATE_GOLDEN"):
        golden.write_text(result.out, encoding="utf-8", newline="\n")
    assert result.out == golden.read_text(encoding="utf-8")
    assert result.code == (1 if SEVERITIES[code] is Severity.ERROR else 0)


@pytest.mark.slow
@pytest.mark.parametrize("case", BAD)
def test_a_bad_folder_fails_strictly_and_says_the_same_in_both_languages(
    case: str, run: Run
) -> None:
    lay(case)
    words = ("validate", "--select", case.split("/")[0], "--format", "json", *notice())
    assert run(*words, "--strict").code == 1
    chinese, english = (json.loads(run("--lang", lang, *words).out) for lang in ("zh", "en"))
    for one, other in zip(chinese["problems"], english["problems"], strict=True):
        assert all(one[key] and one[key] != other[key] for key in ("message", "fix"))
        same = one.keys() - {"message", "fix", "related"}
        assert {key: one[key] for key in same} == {key: other[key] for key in same}
    assert chinese["summary"] == english["summary"]


@pytest.mark.parametrize("case", GOOD)
def test_a_good_folder_keeps_its_rule(case: str, run: Run) -> None:
    lay(case)
    result = run("validate", "--strict", "--select", case.split("/")[0], *notice())
    assert (result.code, result.err) == (0, ""), result.out


def test_every_rule_has_a_bad_and_a_good_folder_and_no_folder_lacks_a_rule() -> None:
    codes = {rule.code for rule in RULES} - BY_IMPORT
    assert {path.name for path in FOLDER.iterdir() if path.is_dir()} == {"base", *codes}
    assert {case.split("/")[0] for case in BAD} == codes
    assert {case.split("/")[0] for case in GOOD} == codes
    assert {f"{p.parent.name}/{p.stem}" for p in FOLDER.glob("*/*.txt")} == set(BAD)


def test_every_sentence_about_a_problem_is_shown_by_some_folder() -> None:
    shown = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*/*.txt"))
    for topic in ("read", "records", "remarks", "shape", "store", "values"):
        texts = texts_of(topic)
        for key, text in texts.items():
            told = f"{key}.fix" in texts or key.endswith(".fix")
            if told and f"{topic}.{key.removesuffix('.fix')}" not in _NOT_OURS:
                assert _is_shown(text[0], shown), f"{topic}.{key}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_sentence_of_a_rule_is_shown_by_one_of_its_folders(rule: Rule) -> None:
    texts = sorted(FOLDER.glob(f"{rule.code}/*.txt"))
    shown = "".join(path.read_text(encoding="utf-8") for path in texts)
    for variant, sentence in rule.sentences.items():
        assert all(_is_shown(chinese, shown) for chinese, _ in sentence), variant


def _is_shown(template: str, shown: str) -> bool:
    pattern = ".*".join(map(re.escape, re.split(r"\{\w+(?::typed)?\}", template)))
    return re.search(pattern, shown) is not None
