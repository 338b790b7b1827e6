"""Which period a report is of, and which one it stands beside."""

from pathlib import Path

import pytest

from conftest import Run, report


@pytest.mark.slow
@pytest.mark.parametrize(
    "forms",
    [
        (
            "--quarter",
            "2021Q2",
            "2021-Q2",
            "2021q2",
            "2021年二季度",
            "2021年第二季度",
            "２０２１Ｑ２",
        ),
        ("--half", "2021H1", "2021-H1", "2021h1", "2021年上半年"),
        ("--half", "2021H2", "2021年下半年"),
        ("--year", "2021", "2021年"),
    ],
)
def test_a_period_is_the_same_however_it_is_written(
    run: Run, data: Path, forms: tuple[str, ...]
) -> None:
    option, *values = forms
    results = {run("report", option, value, "--format", "json") for value in values}
    results |= {run("report", value, "--format", "json") for value in values}
    assert len(results) == 1
    assert results.pop().code == 0


def test_a_span_of_days_counts_as_the_quarter_it_covers(run: Run, data: Path) -> None:
    told = report(run, "--from 2021-04-01 --to 2021-06-30")
    quarter = report(run, "--quarter 2021Q2")
    for key in ("totals", "pairs", "silent_pairs", "untouched", "imprecise"):
        assert told[key] == quarter[key]
    assert (told["period"]["start"], told["period"]["end"]) == ("2021-04-01", "2021-06-30")
    assert told["compared"]["end"] == "2021-03-31"
    assert told["compared"]["start"] == "2021-01-01"  # whole months step by months


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        "",
        "--quarter 2021Q5",
        "--quarter 2021",
        "--half 2021H3",
        "--year 21",
        "2021Q5",
        "2021H3",
        "0000",
        "巫山",
        "2021Q2 2021Q3",
        "2021Q2 --year 2021",
        "2021Q2 --from 2021-04-01 --to 2021-06-30",
        "--quarter 2021Q2 --year 2021",
        "--from 2021-04-01",
        "--to 2021-04-01",
        "--from 2021-06-30 --to 2021-04-01",
        "--from 2021-04 --to 2021-06",
        "--from 2021-02-30 --to 2021-06-30",
        "--quarter 2021Q2 --by county",
        "--quarter 2021Q2 --compare next",
        "--quarter 2021Q2 --area 7",
        "--quarter 2021Q2 --area=",
        "--quarter 2021Q2 --lead=",
        "--quarter 2021Q2 --lead 科学",
        "--quarter 2021Q2 --format pdf",
    ],
)
def test_what_names_no_period_or_choice_is_wrong_use(run: Run, data: Path, words: str) -> None:
    result = run("report", *words.split())
    assert (result.code, result.out) == (2, "")
    assert result.err.strip()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "label", "activities"),
    [
        ("--quarter 2021Q2", "2021Q1", 3),
        ("--quarter 2022Q1 --compare last-year", "2021Q1", 3),
        ("--half 2021H2", "2021H1", 5),
        ("--half 2022H1 --compare last-year", "2021H1", 5),
        ("--year 2022", "2021", 7),
        ("--year 2022 --compare last-year", "2021", 7),
    ],
)
def test_a_period_stands_beside_the_one_it_is_compared_with(
    run: Run, data: Path, words: str, label: str, activities: int
) -> None:
    compared = report(run, words)["compared"]
    assert (compared["label"], compared["totals"]["activities"]) == (label, activities)


@pytest.mark.parametrize(
    "words", ["--quarter 2021Q1", "--quarter 2021Q2 --compare last-year", "--half 2021H1", "2021"]
)
def test_no_time_before_the_notice_is_spoken_of(run: Run, data: Path, words: str) -> None:
    text = run("report", *words.split()).out
    assert not [name for name in ("上季度", "上年", "同期") if name in text]
    compared = report(run, words)["compared"]  # programs get the same keys whatever the period
    assert compared["totals"]["activities"] == 0


def test_a_period_of_which_nothing_is_known_is_not_spoken_of(run: Run, data: Path) -> None:
    assert "上季度" not in run("report", "--quarter", "2022Q1").out


def test_compared_with_none_nothing_stands_beside(run: Run, data: Path) -> None:
    told = report(run, "--quarter 2021Q2 --compare none --by pair")
    assert told["compared"] is None
    rows = told["areas"] + told["safeguards"] + told["rows"]
    assert all(row["previous"] is None for row in rows)
