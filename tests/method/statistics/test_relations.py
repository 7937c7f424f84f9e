from typing import get_args

from iiv.journal.model import Verb
from iiv.method.introduction_tree import introduction_tree
from iiv.method.statistics.introduced import by_introducer, introductions, introductions_said
from iiv.method.statistics.relations import MARKS, OF_VERB, latest, marks, relations, relations_said
from tests.method.people import day, talk
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


def test_what_came_of_each_introduction() -> None:
    found = introductions(introduction_tree(people_of()))
    assert [(one.introducer, one.contact, str(one.on), one.outcome, str(one.talked)) for one in found] == [
        ("ada", "grace", "2026-03-10", "talked", "2026-03-20"),
        ("grace", "caroline", "2026-03-20", "open", "None"),
    ]
    assert introductions_said(found) == (
        "Others led you to 2 people; you talked with 1 of them, and 1 is not taken up yet."
    )


def test_who_led_one_to_most_people_stands_first() -> None:
    ben = person("Ben Q", "2026-04-02 asked", "introduced_by: Hedy Lamarr")
    cy = person("Cy Q", "2026-04-02 asked", "introduced_by: Hedy Lamarr")
    found = introductions(introduction_tree(people_of(*JOURNEY, ben, cy)))
    assert [(who, [(one.contact, one.outcome) for one in led]) for who, led in by_introducer(found)] == [
        ("hedy-lamarr", [("ben", "asked"), ("cy", "asked")]),
        ("ada", [("grace", "talked")]),
        ("grace", [("caroline", "open")]),
    ]


def test_nobody_was_introduced() -> None:
    found = introductions(introduction_tree(people_of(talk("2026-03-02"))))
    assert found == ()
    assert introductions_said(found) == ""
