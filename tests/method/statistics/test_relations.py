from typing import get_args

from iiv.journal.model import Verb
from iiv.method.statistics.relations import MARKS, OF_VERB, latest, marks, relations, relations_said
from tests.method.people import day
from tests.method.statistics.journey import JOURNEY, journal_of, people_of, person


def test_what_passed_with_one_person_each_kind_once_a_day() -> None:
    found = marks(people_of().by_id["ada"])
    assert [(str(on)[5:], mark) for on, mark in found] == [
        ("03-02", "asked"),
        ("03-04", "word"),
        ("03-10", "talk"),
        ("03-10", "thanks"),
        ("03-12", "thanks"),
        ("04-20", "touch"),
        ("06-01", "talk"),
        ("06-02", "thanks"),
    ]


def test_every_relation_in_order_of_its_beginning() -> None:
    found = relations(people_of())
    assert [(one.contact, one.first, one.last, one.talks) for one in found] == [
        ("ada", day("2026-03-02"), day("2026-06-02"), 2),
        ("mary", day("2026-03-02"), day("2026-03-16"), 0),
        ("grace", day("2026-03-12"), day("2026-03-22"), 1),
        ("bob", day("2026-04-01"), day("2026-04-01"), 0),
        ("hedy-lamarr", day("2026-04-05"), day("2026-04-08"), 1),
    ]
    assert relations_said(journal_of(*JOURNEY), found) == (
        "Something passed between you and 5 people; longest with Ada Lovelace, from 2 Mar 2026 to 2 Jun 2026."
    )


def test_of_many_those_are_drawn_in_which_something_passed_last() -> None:
    assert [one.contact for one in latest(relations(people_of()), 2)] == ["ada", "hedy-lamarr"]


def test_notes_to_oneself_are_no_relation() -> None:
    notes = person("Ada Lovelace", "2026-03-02 note: seen in the street\n2026-03-03 saw: on stage")
    assert relations(people_of(notes)) == ()
    assert relations_said(journal_of(notes), ()) == ""


def test_a_single_day_is_no_line() -> None:
    bob = person("Bob Moog", "2026-04-01 asked")
    assert relations_said(journal_of(bob), relations(people_of(bob))) == (
        "Something passed between you and 1 person."
    )


def test_every_verb_has_a_mark_or_is_a_note_to_oneself() -> None:
    assert set(get_args(Verb)) - set(OF_VERB) == {"saw", "note"}
    assert set(OF_VERB.values()) | {"talk"} == set(MARKS)
