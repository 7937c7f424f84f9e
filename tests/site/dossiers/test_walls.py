import pytest

from iiv.journal.model import Answer
from iiv.journal.problems import Place
from iiv.site.dossiers import questions
from iiv.site.dossiers.journal_index import JournalIndex
from iiv.site.dossiers.walls import folds, wall_of
from iiv.site.markdown.texts import Texts
from tests.builders import a_journal
from tests.site.comparing import many
from tests.site.sites import an_index


@pytest.mark.parametrize(
    ("answers", "shown"), [(0, "open"), (11, "open"), (12, "folded"), (200, "folded"), (201, "gists")]
)
def test_the_more_answers_the_less_of_each(answers: int, shown: str) -> None:
    assert wall_of(answers) == shown


def test_whole_answers_are_never_left_out_where_none_can_be_loaded() -> None:
    assert wall_of(1300, whole=True) == "folded"


@pytest.mark.parametrize(
    ("short", "longer"),
    [
        ("**By accident.** " + "Nobody had asked. " * 8, "**By accident.** " + "Nobody had asked. " * 20),
        ("Three:\n\n- one\n- two\n- three", "Four:\n\n- one\n- two\n- three\n- four"),
    ],
)
def test_an_answer_of_few_lines_does_not_fold(short: str, longer: str) -> None:
    few, more = (Answer("start", text, Place("x.md"), gist="By accident.") for text in (short, longer))
    assert not folds(few, "folded")
    assert folds(more, "folded")
    assert not folds(more, "open")


def test_a_gist_that_says_it_all_does_not_fold() -> None:
    whole = Answer("start", "**By accident.**\n", Place("x.md"), gist="By accident.")
    more = Answer("start", "**By accident.** Twice.", Place("x.md"), gist="By accident.")
    assert [folds(answer, "gists") for answer in (whole, more)] == [False, True]


def test_very_many_answers_are_gists_unless_they_are_exported() -> None:
    reading = a_journal(many(202))
    (page,) = questions.comparisons(an_index(reading))
    (exported,) = questions.comparisons(JournalIndex(reading, Texts(reading.journal), whole_answers=True))
    assert (page.wall, page.entries[0].said) == ("gists", None)
    assert exported.wall == "folded"
    assert all(entry.said for entry in exported.entries)


def test_the_comment_that_says_what_to_write_is_no_synthesis() -> None:
    (page,) = questions.comparisons(an_index(a_journal(many(1))))
    assert page.synthesis is None
