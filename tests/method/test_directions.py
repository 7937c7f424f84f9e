"""What talks say of a direction: worked out by hand on a small journal."""

from typing import get_args

import pytest

from iiv.journal.directions import VerdictName
from iiv.journal.journal import Journal
from iiv.method.ask_next import ask_next
from iiv.method.directions import VERDICTS, evidence, in_order, offers, speaks_to
from iiv.method.evidence import conclusions, opposed
from iiv.method.history import histories
from tests.builders import a_journal


def a_talk(who: str, day: str, more: str = "", said: str = "Yes. #craft") -> str:
    return f"---\ncontact: {who}\ndate: {day}\n{more}---\n## start\n{said}\n## money\nLittle.\n"


NOTES = {
    "questions/start.md": "---\nask: How did you start?\norder: 1\n---\n",
    "questions/money.md": "---\nask: How does it pay?\norder: 2\ncontradicts: [with-ada, with-bob]\n---\n",
    "interviews/with-ada.md": a_talk("Ada", "2026-03-01", "field: trees\ninterest: 5\nfits: The pace.\n"),
    "interviews/with-bob.md": a_talk("Bob", "2026-04-01", "tags: [Growing]\ninterest: 4\n"),
    "interviews/with-cyd.md": a_talk("Cyd", "2026-05-01", "field: looms\ninterest: 2\n", "No."),
    "interviews/with-cyd-again.md": a_talk("Cyd", "2026-06-01", "field: looms\n"),
    "interviews/with-dan.md": "---\ncontact: Dan\ndate: 2026-07-01\nfield: trees\n---\n",  # only prepared
    "contacts/eve.md": "---\nname: Eve\nfield: Trees\nknow: choir\n---\n",
    "contacts/fay.md": "---\nname: Fay\nfield: wool\n---\n",
}


def a_journal_with(front: str) -> Journal:
    return a_journal({**NOTES, "directions/x.md": f"---\n{front}\n---\n"}).journal


def test_every_verdict_has_its_words() -> None:
    assert set(VERDICTS) == set(get_args(VerdictName))


@pytest.mark.parametrize(
    ("front", "talks"),
    [
        ("fields: trees", ["with-ada"]),
        ("fields: [TREES, looms]", ["with-ada", "with-cyd", "with-cyd-again"]),
        ("tags: growing", ["with-bob"]),
        ("people: Ada and Bob", ["with-ada", "with-bob"]),
        ("name: x", []),
    ],
)
def test_a_talk_speaks_to_it_that_has_one_of_its_fields_tags_or_people(front: str, talks: list[str]) -> None:
    journal = a_journal_with(front)
    assert [talk.id for talk in evidence(journal, journal.directions[0]).talks] == talks


def test_interest_is_averaged_over_talks_of_three_voices_or_more() -> None:
    journal = a_journal_with("fields: [trees, looms]\ntags: growing")
    found = evidence(journal, journal.directions[0])
    assert (found.voices, len(found.talks)) == (3, 4)
    assert found.average == pytest.approx((5 + 4 + 2) / 3)
    journal = a_journal_with("fields: [trees]\ntags: growing")
    assert evidence(journal, journal.directions[0]).average is None


def test_answers_stand_by_question_and_themes_of_two_voices_are_shared() -> None:
    journal = a_journal_with("fields: [trees, looms]\ntags: growing")
    found = evidence(journal, journal.directions[0])
    assert {id_: [talk.id for talk, _ in pairs] for id_, pairs in found.answers.items()} == {
        "start": ["with-ada", "with-bob", "with-cyd", "with-cyd-again"],
        "money": ["with-ada", "with-bob", "with-cyd", "with-cyd-again"],
    }
    assert found.themes == (("craft", 3),)


def test_what_came_after_as_of_is_newer() -> None:
    journal = a_journal_with("fields: [trees, looms]\nas_of: 2026-05-01")
    found = evidence(journal, journal.directions[0])
    assert [talk.id for talk in found.newer] == ["with-cyd-again"]
    assert found.newer_answers == 2
    journal = a_journal_with("fields: [trees, looms]")
    assert evidence(journal, journal.directions[0]).newer == ()


@pytest.mark.parametrize(
    ("front", "pairs"),
    [
        ("fields: trees", []),  # the question's pair is of two talks, of which one speaks to it
        ("fields: trees\ntags: growing", [("with-ada", "with-bob")]),
        (
            "fields: trees\ntags: growing\ncontradicts: [with-bob#money, with-ada#money]",
            [("with-bob", "with-ada")],
        ),
        ("contradicts: [with-ada#start, with-cyd#start]", [("with-ada", "with-cyd")]),
    ],
)
def test_contradictions_are_its_own_and_those_of_its_talks(front: str, pairs: list[tuple[str, str]]) -> None:
    journal = a_journal_with(front)
    found = evidence(journal, journal.directions[0]).contradictions
    assert [(pair.one.talk, pair.other.talk) for pair in found] == pairs


def test_whom_to_ask_in_it() -> None:
    journal = a_journal_with("fields: trees")
    people = journal.contacts_by_id
    waiting = [one.contact for one in ask_next(histories(journal))]
    assert [id_ for id_ in waiting if speaks_to(journal.directions[0], people[id_])] == ["eve"]


def test_fields_with_two_talks_are_offered_unless_a_direction_has_them() -> None:
    journal = a_journal(NOTES).journal
    assert [(one.field, one.talks, one.people) for one in offers(journal)] == [("looms", 2, 1)]
    assert offers(a_journal_with("fields: Looms")) == ()


def test_directions_stand_by_their_verdicts() -> None:
    notes = {
        f"directions/{id_}.md": f"---\nname: {id_}\nverdicts: {id_}\n---\n"
        for id_ in ("drop", "open", "keep")
    }
    found = in_order(a_journal(notes).journal.directions)
    assert [one.id for one in found] == ["keep", "open", "drop"]


ANSWERED = "---\ncontact: {0}\ndate: 2026-03-02\n---\n## start\nYes.\n"
CONCLUDED = {
    "questions/start.md": "---\nask: How did you start?\n---\nSee [[with-ada#start]], and [[Ada]].\n",
    "interviews/with-ada.md": ANSWERED.format("Ada"),
    "interviews/with-bob.md": ANSWERED.format("Bob").replace("03-02", "04-02"),
    "directions/trees.md": "---\nname: Trees\ncontradicts: [with-ada#start, with-bob#start]\n---\n"
    "[[interviews/with-ada.md#How did you start?|she]], [[with-ada#start]], [[with-ada#end]], [[with-ada]],"
    " `[[with-bob#start]]`.\n",
}


def test_each_text_that_links_to_an_answer_counts_once() -> None:
    found = conclusions(a_journal(CONCLUDED).journal)
    assert {key: [(ref.kind, ref.id) for ref in refs] for key, refs in found.items()} == {
        ("with-ada", "start"): [("question", "start"), ("direction", "trees")]
    }


def test_each_of_two_answers_stands_against_the_other() -> None:
    assert opposed(a_journal(CONCLUDED).journal) == {
        ("with-ada", "start"): (("with-bob", "start"),),
        ("with-bob", "start"): (("with-ada", "start"),),
    }
