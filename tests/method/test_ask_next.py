"""Whom to ask next: on the list, or offered, and never asked."""

import pytest

from iiv.method.ask_next import ask_next
from iiv.method.history import histories
from tests.builders import a_journal
from tests.method.people import ada, talk


def asked_next(*notes: dict[str, str]) -> list[tuple[str, str]]:
    journal = a_journal({path: text for part in notes for path, text in part.items()}).journal
    return [(one.contact, one.why) for one in ask_next(histories(journal))]


def person(id_: str, front_matter: str = "") -> dict[str, str]:
    return {f"contacts/{id_}.md": f"---\nname: {id_.title()}\n{front_matter}\n---\n"}


def test_introduced_ones_come_first_then_those_one_knows_then_by_name() -> None:
    offer = talk("2026-03-02", "introductions: [Grace]", contact="Maria Moss")
    people = (
        person("zoe"),
        person("bea", "respect: patience"),
        person("carl", "know: the choir."),
        person("dora", "introduced_by: Maria Moss"),
    )
    assert asked_next(offer, *people) == [
        ("dora", "Maria Moss led you to them."),
        ("grace", "Maria Moss offered to introduce you on 2 March 2026."),
        ("carl", "You know them: the choir."),
        ("bea", "You respect in them: patience."),
        ("zoe", "On your list, and never asked."),
    ]


@pytest.mark.parametrize(
    ("log", "waits"),
    [
        ("", True),
        ("2026-01-02 met", True),
        ("2026-01-02 note: a good talk on the radio", True),
        ("2026-01-02 asked by e-mail", False),
        ("2026-01-02 scheduled 2026-02-02", False),
        ("2026-01-02 declined", False),
    ],
)
def test_it_ends_when_they_are_asked(log: str, waits: bool) -> None:  # noqa: FBT001 - a case
    assert bool(asked_next(ada(log))) == waits


def test_it_ends_with_a_talk_and_never_begins_with_never() -> None:
    assert asked_next(ada(), talk("2026-03-02")) == []
    assert asked_next(ada(front_matter="next_contact: never")) == []


def test_who_is_only_named_is_not_on_the_list() -> None:
    assert [id_ for id_, _ in asked_next(ada(front_matter="introduced_by: Mary Somerville"))] == ["ada"]


def test_nobody_is_asked_whose_file_is_in_conflict() -> None:
    sides = "<<<<<<< HEAD\nrole: Analyst\n=======\nrole: Poet\n>>>>>>> there\n"
    conflict = f"---\nname: Ada\n{sides}---\n"
    offer = talk("2026-03-02", "introductions: [Ada]", contact="Maria Moss")
    assert asked_next({"contacts/ada.md": conflict}, offer) == []
