"""What is shown stays readable, however many problems there are."""

import pytest

from iiv.cli.problem_lines import SHOWN, print_changes, print_first, tell_sum
from iiv.journal.problems import Place, Problem, error, warning

FEW = [warning(Place("journal/a.md", 3), "unknown-key", "`helpfull` is not a key iiv knows")]
MANY = [warning(Place("journal/a.md", line), "unknown-key", f"`odd{line}`") for line in range(1, 10_000)]
MANY.append(error(Place("journal/z.md"), "bad-date", "`2026-02-30` is no day"))


def test_few_are_all_shown_in_order_of_place(capsys: pytest.CaptureFixture[str]) -> None:
    print_first(FEW)
    tell_sum(FEW)
    said = capsys.readouterr()
    assert said.out == "journal/a.md:3:1: unknown-key: `helpfull` is not a key iiv knows\n"
    assert said.err == "0 errors, 1 warning.\n"


def test_of_many_the_first_are_shown_and_errors_before_warnings(capsys: pytest.CaptureFixture[str]) -> None:
    print_first(MANY)
    tell_sum(MANY)
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert (len(lines), lines[0]) == (SHOWN, "journal/z.md:1:1: bad-date: `2026-02-30` is no day")
    assert lines[1].startswith("journal/a.md:1:1: unknown-key: ")
    assert said.err.splitlines() == [
        "... and 9,950 more: `iiv check` shows all of them.",
        "1 error, 9,999 warnings.",
        "Most of them: unknown-key (9,999), bad-date (1).",
    ]


def test_many_that_are_mended_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    print_changes(MANY, FEW)
    said = capsys.readouterr()
    assert said.out.count("\n") == 1
    assert said.err.count("Mended: ") == SHOWN
    assert said.err.endswith("... and 9,950 more are mended.\n")


@pytest.mark.parametrize("problems", [FEW, MANY])
def test_nothing_new_is_nothing_to_show(problems: list[Problem], capsys: pytest.CaptureFixture[str]) -> None:
    print_changes(problems, [*problems])
    assert capsys.readouterr() == ("", "")
