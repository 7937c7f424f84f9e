import datetime as dt

import pytest

from iiv.site.dossiers import common, interviews, problems, questions
from iiv.site.dossiers.journal_index import JournalIndex
from iiv.site.dossiers.questions import QuestionLink
from tests.builders import a_journal
from tests.site.sites import NOTES, an_index, shown


@pytest.fixture(scope="module")
def index() -> JournalIndex:
    return an_index(a_journal(NOTES))


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ada Lovelace", "AL"),
        ("Augusta Ada King", "AK"),
        ("plato", "P"),
        ("Ølivia (Liv) ångström", "OÅ".replace("O", "Ø")),
        ("李 小龍", "李小"),
        ("4711", "?"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert common.initials(name) == letters


def test_a_person_has_one_hue_wherever_they_are_shown() -> None:
    assert common.hue("ada-lovelace") == common.hue("ada-lovelace")
    assert {common.hue(f"person-{number}") for number in range(300)} == set(range(common.HUES))


def test_a_person_is_what_their_file_says_else_what_their_latest_talk_says(index: JournalIndex) -> None:
    ada = index.face("ada-lovelace")
    assert (ada.line, ada.field) == ("Analyst, Analytical Engines", "computing")


def test_a_talk_shows_what_the_person_was_on_that_day() -> None:
    journal = a_journal(
        {
            "interviews/then.md": "---\ncontact: Ada\ndate: 2025-01-01\nrole: Clerk\n---\nHello",
            "contacts/ada.md": "---\nname: Ada\nrole: Analyst\n---\n",
        }
    ).journal
    assert common.talk(journal, journal.interviews[0]).person.line == "Clerk"
    assert common.person(journal, journal.contacts[0]).line == "Analyst"


def test_next_steps_stand_by_date_under_their_person_and_their_event(index: JournalIndex) -> None:
    talk = index.journal.talks[0]
    mine = index.follow_ups_of(index.journal.contacts_by_id[talk.contact]).all
    of_the_talk = index.follow_ups_after(talk)
    assert [one.due for one in mine] == sorted(one.due for one in mine)
    assert {one.act for one in of_the_talk} >= {"Send a card", "Keep your promise"}


def test_a_promise_is_shown_without_its_markdown() -> None:
    note = "---\ncontact: Ada\ndate: 2026-03-02\n---\n- [ ] send *the* [article](https://example.org)\n"
    index = an_index(a_journal({"interviews/x.md": note}))
    (promise,) = [one for one in index.follow_ups(index.every_follow_up) if one.kind == "promise"]
    assert promise.why.endswith("send the article")


def test_the_guide_says_who_answered_and_how_many_were_asked_in_vain(index: JournalIndex) -> None:
    start, satisfying, industry = questions.guide(index).questions
    assert [person.name for person in start.answered] == ["Ada Lovelace", "Grace Hopper"]
    assert [person.name for person in satisfying.answered] == ["Ada Lovelace"]
    assert (industry.answered, industry.silent, industry.talked_with) == ((), 1, 2)
    assert (start.words > 0, industry.words, industry.quoted, industry.themed) == (True, 0, 0, 0)


def test_a_comparison_has_answers_newest_first_and_who_is_missing(index: JournalIndex) -> None:
    start, satisfying, industry = questions.comparisons(index)

    grace, ada = start.entries
    assert grace.asked_as == "How did it begin?"
    assert ada.gist == "By accident, through music."
    assert (start.wall, ada.folds) == ("open", False)
    assert shown(index, start.synthesis) == "<p>Mostly by accident.</p>"
    assert satisfying.synthesis is None
    assert [person.name for person in satisfying.not_asked] == ["Grace Hopper"]
    assert [person.name for person in industry.unanswered] == ["Ada Lovelace"]
    expected = (None, QuestionLink("What satisfies you?", satisfying.question.address))
    assert (start.earlier, start.later) == expected


def test_answers_stand_in_the_order_of_the_guide(index: JournalIndex) -> None:
    ada, grace = interviews.interview_pages(index)

    assert [answer.question for answer in ada.said] == ["start", "satisfying"]
    assert [answer.question for answer in ada.silent] == ["industry"]
    assert ada.title == "Ada Lovelace, 2 Mar 2026"
    assert [person.name for person in ada.introductions] == ["Grace Hopper"]
    assert ada.thanked == (("email", dt.date(2026, 3, 2)),)
    assert ada.later is not None
    assert (ada.later.name, ada.later.address) == ("Grace Hopper", grace.talk.address)
    assert ada.earlier is None


def test_an_answer_to_an_unknown_question_stays_under_its_own_words() -> None:
    note = "---\ncontact: Ada\ndate: 2026-03-02\nanswers:\n  whatever: Yes.\n---\n"
    reading = a_journal({"interviews/x.md": note, "questions/start.md": NOTES["questions/start.md"]})
    (view,) = interviews.interview_pages(an_index(reading))
    (answer,) = view.unknown
    assert (answer.ask, answer.comparison) == ("whatever", "")


def test_prepared_notes_are_no_talks() -> None:
    reading = a_journal({"interviews/x.md": "---\ncontact: Ada\ndate: 2026-03-02\n---\n"})
    view = interviews.interviews(an_index(reading))
    assert view.talks == ()
    assert [row.person.name for row in view.prepared] == ["Ada"]


def test_problems_stand_by_file_with_the_page_of_each() -> None:
    reading = a_journal(
        {
            "interviews/bad.md": "---\ncontact: [A, B]\ndate: 2026-03-02\n---\n",
            "interviews/odd.md": "---\ncontact: Ada\ndate: 2026-03-02\nhelpfull: 4\n---\nHi",
            "me.md": "---\nname: [\n---\n",
        }
    )

    view = problems.problems(an_index(reading))

    found = {file.path: (file.address, bool(file.text)) for file in view.files}
    assert found == {
        "journal/interviews/bad.md": ("interviews/bad.html", False),
        "journal/interviews/odd.md": ("interviews/odd.html", False),
        "journal/me.md": ("", True),
    }
    assert (view.errors, view.warnings) == (2, 1)


def test_a_broken_note_on_a_talk_has_a_page() -> None:
    reading = a_journal(
        {"interviews/bad.md": "---\ncontact: [A, B]\n---\nWords", "contacts/ada.md": "---\nname: [\n---\n"}
    )
    (note,) = problems.broken(an_index(reading))
    assert (note.address, note.title) == ("interviews/bad.html", "bad.md")
    assert "Words" in note.text
    assert note.problems
