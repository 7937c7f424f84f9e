"""Candidates for a question: those of the bank, those of one's own, and the shortlist."""

from pathlib import Path

import pytest

from iiv.journal.bank import bank
from iiv.journal.read.reading import read
from tests.builders import write_journal
from tests.cli.running import at_a_terminal, iiv, iiv_json
from tests.cli.test_questions import NOTES, WHY, asked, questions, talk, text_of


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return write_journal(tmp_path, NOTES)


def test_browsing_the_bank(journal: Path) -> None:
    whole = questions(journal, "bank")
    assert whole.stdout.startswith("Path\n  start ")
    assert all(words in whole.stdout for one in bank().values() for words in (one.ask, one.hint))
    assert "How did you get your start in this work, and why? (the method's own, asked)\n" in whole.stdout
    assert "What was the hardest thing you had to get over?\n" in whole.stdout
    assert questions(journal, "bank", "--topic", "day").stdout.startswith("Day to day\n")


def test_searching_the_bank(journal: Path) -> None:
    result = questions(journal, "bank", "regret")
    assert result.stdout == (
        "Hindsight\n"
        "  regret  What do you regret?\n"
        "          Things left undone and people left behind more than mistakes; leave a silence after it.\n"
        "\n"
    )
    nothing = questions(journal, "bank", "regret", "zeppelin")
    assert (nothing.exit_code, nothing.stdout) == (0, "")
    assert "Nothing in the bank holds that." in nothing.stderr
    wrong = questions(journal, "bank", "--topic", "weather")
    assert wrong.exit_code == 2
    assert "There are Path, Day to day," in wrong.stderr


def test_the_bank_needs_no_journal(tmp_path: Path) -> None:
    (row,) = iiv_json("-C", tmp_path, "questions", "bank", "regret")
    assert row["id"] == "regret"
    assert row["state"] == ""


def test_the_bank_says_what_is_in_use(journal: Path) -> None:
    questions(journal, "choose", "regret")
    questions(journal, "retire", "regret")
    assert iiv_json("-C", journal, "questions", "bank", "regret")[0]["state"] == "retired"
    assert iiv_json("-C", journal, "questions", "bank", "--topic", "path")[0]["state"] == "asked"


def test_a_candidate_that_is_asked_under_another_name(journal: Path) -> None:
    own = "---\nask: what do you regret\n---\n"
    (journal / "journal" / "questions" / "mine.md").write_text(own, "utf-8")
    assert "`mine` is asked already." in questions(journal, "choose", "regret").stderr


def test_a_question_of_ones_own(journal: Path) -> None:
    result = questions(journal, "add", "What did you", "have for breakfast on the day you quit?")
    assert result.exit_code == 0
    assert result.stdout.endswith("breakfast-day-quit.md\n")
    assert result.stderr == (
        "Its id is `breakfast-day-quit`.\n"
        "3 of at most 10 questions in use: `iiv questions bank` offers more.\n"
    )
    assert text_of(journal, "breakfast-day-quit").startswith(
        "---\nask: What did you have for breakfast on the day you quit?\norder: 4\nsince: 2026-03-20\n---\n"
    )
    assert asked(journal) == ["start", "why", "breakfast-day-quit"]
    assert read(journal).problems == ()
    assert iiv("-C", journal, "undo").exit_code == 0
    assert asked(journal) == ["start", "why"]


def test_a_question_that_is_in_the_bank_is_taken_from_there(journal: Path) -> None:
    assert questions(journal, "add", "what do you regret").stderr.startswith(
        "Its id is `regret`, as in the bank."
    )
    assert "topic: Hindsight" in text_of(journal, "regret")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["how did you START"], "`start` asks that already."),
        (["Why that?"], "`why` asks that already."),
        (["And the pay?"], "`pay` asks that already: `iiv questions choose pay` takes it up."),
        (["?!"], "is no wording"),
        (["Why\x1b?"], "is no wording"),
    ],
)
def test_what_is_asked_already_or_asks_nothing_is_not_added(
    journal: Path, words: list[str], said: str
) -> None:
    result = questions(journal, "add", *words)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_question_almost_like_another_is_pointed_out(journal: Path) -> None:
    result = questions(journal, "add", "How do you get started in this work?")
    assert result.exit_code == 0
    assert result.stderr.startswith("This is another question than `start` (How did you start?): `iiv undo`")
    assert "get-started-work" in asked(journal)


@pytest.mark.parametrize(("answer", "then"), [("y\n", "start"), ("\n", "get-started-work")])
def test_at_a_terminal_one_is_asked_which_is_meant(tmp_path: Path, answer: str, then: str) -> None:
    root = write_journal(tmp_path, {})
    said = at_a_terminal(root, answer, "questions", "add", "How do you get started in this work?")
    assert "Is this `start`: How did you get your start in this work, and why? [y/N]" in said
    assert asked(tmp_path) == [then]


def test_the_eleventh_of_ones_own_may_go_on_the_shortlist(journal: Path) -> None:
    questions(journal, "choose", *[id_ for id_ in bank() if id_ != "start"][:8])
    result = questions(journal, "add", "What would your dog say?")
    assert result.exit_code == 1
    assert "`dog-say` would be question 11; at most 10 are asked" in result.stderr
    assert questions(journal, "add", "--shortlist", "What would your dog say?").exit_code == 0
    assert "dog-say" not in asked(journal)
    assert "dog-say  What would your dog say?" in questions(journal, "shortlist").stdout


def test_the_shortlist_holds_candidates_without_limit(journal: Path) -> None:
    many = [id_ for id_ in bank() if id_ != "start"][:20]
    result = questions(journal, "shortlist", *many)
    assert (result.exit_code, result.stderr) == (0, "")
    assert text_of(journal, many[0]).startswith("---\nask: ")
    assert "\nshortlist: 2026-03-20\n---\n" in text_of(journal, many[0])
    assert asked(journal) == ["start", "why"]
    assert read(journal).problems == ()
    assert [row["id"] for row in iiv_json("-C", journal, "questions", "shortlist")] == sorted(many)
    assert "On the shortlist\n  almost-instead" in questions(journal).stdout
    assert iiv_json("-C", journal, "questions", "bank", bank()[many[0]].ask)[0]["state"] == "shortlist"
    assert f"`{many[0]}` is on the shortlist already." in questions(journal, "shortlist", many[0]).stderr


def test_from_the_shortlist_a_question_is_chosen(journal: Path) -> None:
    questions(journal, "shortlist", "regret")
    assert questions(journal, "choose", "regret").exit_code == 0
    assert text_of(journal, "regret").startswith(
        "---\nask: What do you regret?\ntopic: Hindsight\norder: 4\nsince: 2026-03-20\n---\n"
    )
    assert asked(journal) == ["start", "why", "regret"]


def test_what_is_asked_may_go_back_on_the_shortlist(journal: Path) -> None:
    assert questions(journal, "shortlist", "why", "pay").exit_code == 0
    assert asked(journal) == ["start"]
    assert "retired" not in text_of(journal, "pay")
    assert questions(journal, "choose", "why").exit_code == 0
    assert text_of(journal, "why") == WHY


def test_off_the_shortlist_goes_the_file_where_it_holds_nothing_else(journal: Path) -> None:
    questions(journal, "shortlist", "regret", "why")
    result = questions(journal, "shortlist", "--off", "regret", "why", "start")
    assert result.stderr == (
        "`regret` is off the shortlist, and its file is gone: `iiv undo` brings it back.\n"
        "`why` is retired: its file holds more than the question.\n"
        "`start` is not on the shortlist.\n"
    )
    assert not (journal / "journal" / "questions" / "regret.md").exists()
    assert [q.id for q in read(journal).journal.questions if q.retired] == ["pay", "why"]
    iiv("-C", journal, "undo")
    assert "shortlist" in text_of(journal, "regret")


def test_an_empty_shortlist_says_how_to_fill_it(journal: Path) -> None:
    result = questions(journal, "shortlist")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "`iiv questions shortlist ID`" in result.stderr
    assert questions(journal, "shortlist", "--off").exit_code == 2
    assert "`iiv questions add` takes one of your own" in questions(journal, "shortlist", "zeppelin").stderr


def test_a_question_that_only_the_answers_name_goes_on_the_shortlist(tmp_path: Path) -> None:
    write_journal(tmp_path, {"interviews/a.md": talk("Ada", "2026-02-01", "start", "why_me")})
    assert questions(tmp_path, "shortlist", "why_me").exit_code == 0
    assert asked(tmp_path) == ["start"]
    assert len(read(tmp_path).journal.talks[0].answers) == 2


def test_what_is_on_the_shortlist_has_no_place_in_the_order(journal: Path) -> None:
    questions(journal, "shortlist", "why")
    said = "`why` is on the shortlist: `iiv questions choose why`"
    assert said in questions(journal, "order", "why").stderr
