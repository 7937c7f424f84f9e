import datetime as dt

import pytest

from iiv.site.dossiers import matrix, questions, themes
from iiv.site.dossiers.filtering import Choice, Facets, choices
from iiv.site.dossiers.journal_index import JournalIndex
from tests.builders import a_journal
from tests.site.comparing import NOTES
from tests.site.sites import an_index


@pytest.fixture(scope="module")
def index() -> JournalIndex:
    return an_index(a_journal(NOTES))


def test_choices_are_counted() -> None:
    found = choices(
        [
            Facets(("b", "a"), ("craft",), "law", 5),
            Facets(("a", "a"), (), "", 3),
            Facets(("B",), ("craft",), "glass"),
        ]
    )

    assert found.tags == (Choice("a", 2, (0, 1)), Choice("B", 1, (2,)), Choice("b", 1, (0,)))
    assert found.themes == (Choice("craft", 2, (0, 2)),)
    assert found.fields == (Choice("glass", 1, (2,)), Choice("law", 1, (0,)))
    assert found.helpfulness == (Choice("5", 1, (0,)), Choice("3", 2, (1,)))


def test_nothing_to_choose() -> None:
    found = choices([Facets(), Facets()])
    assert (found.tags, found.themes, found.fields, found.helpfulness) == ((), (), (), ())


def test_an_answer_is_found_by_what_was_true_on_its_day(index: JournalIndex) -> None:
    start, *_ = questions.comparisons(index)
    grace, ada, mary = start.entries
    assert ada.facets == Facets(("numbers", "night shift"), ("craft", "luck"), "computing", 5)
    assert (grace.facets.field, mary.facets.themes) == ("navy", ("luck",))
    assert [choice.value for choice in start.choices.themes] == ["craft", "luck"]


def test_what_is_on_the_shortlist_stands_in_the_matrix_once_somebody_was_asked() -> None:
    listed = {
        "questions/start.md": "---\nask: How?\nshortlist: yes\n---\n",
        "questions/never.md": "---\nask: And never?\nshortlist: yes\n---\n",
        "questions/regret.md": "---\nask: What do you regret?\n---\n",
        "questions/money.md": "---\nask: How does the money work?\n---\n",
    }
    index = an_index(a_journal({**NOTES, **listed}))
    view = matrix.matrix(index)
    expected = [("money", False), ("regret", False), ("start", True)]
    assert [(one.id, one.shortlist) for one in view.questions] == expected
    assert {len(row.cells) for row in view.rows} == {3}
    assert [len(one.not_asked) for one in questions.comparisons(index) if one.question.shortlist] == [0, 0]


def test_a_row_of_the_matrix_gathers_all_talks_with_a_person(index: JournalIndex) -> None:
    view = matrix.matrix(index)
    mary = view.rows[2]
    assert [question.id for question in view.questions] == ["start", "regret", "money"]
    assert (mary.person.name, mary.answered, mary.last) == ("Mary Somerville", 2, dt.date(2026, 5, 6))
    assert mary.files == ("answers/mary-again.js", "answers/mary.js")
    assert mary.facets == Facets((), ("money", "luck", "Money"), "computing", 4)
    assert [said.gist for said in mary.cells[2].said] == ["Still little.", "Little of it."]
    assert [(cell.asked, len(cell.said)) for cell in view.rows[1].cells] == [(True, 1), (True, 0), (False, 0)]


def test_themes_by_question_and_by_person(index: JournalIndex) -> None:
    view = themes.themes(index)
    craft = view.themes[0]

    expected = [("craft", 2), ("luck", 2), ("Money", 1), ("money", 1)]
    assert [(theme.name, theme.count) for theme in view.themes] == expected
    assert [(under.ask, [place.person.name for place in under.places]) for under in craft.under] == [
        ("How did you begin?", ["Grace Hopper", "Ada Lovelace"])
    ]
    assert [question.ask for question in view.questions] == ["How did you begin?", "How does the money work?"]
    assert [[share.count for share in theme.across] for theme in view.themes] == [
        [2, 0, 0],
        [2, 0, 0],
        [0, 1, 0],
        [0, 1, 0],
    ]
    assert [(person.name, times) for person, times in craft.people] == [
        ("Ada Lovelace", 1),
        ("Grace Hopper", 1),
    ]
    assert [(link.name, link.count) for link in craft.beside] == [("luck", 1)]
    assert [[link.name for link in group] for group in view.two_ways] == [["Money", "money"]]


def test_a_theme_in_notes_leads_to_the_notes() -> None:
    note = "---\ncontact: Ada\ndate: {}\n{}---\nOf #craft.\n"
    files = {
        "interviews/a.md": note.format("2026-03-02", ""),
        "interviews/b.md": note.format("2026-03-03", "answers: {start: Yes, odd: 'A #craft'}\n"),
        "questions/start.md": "---\nask: How?\n---\n",
    }
    (craft,) = themes.themes(an_index(a_journal(files))).themes
    (notes,) = craft.under

    assert (notes.ask, notes.address) == ("", "")
    assert [place.anchor for place in notes.places] == ["free-notes", "line-4", ""]
