"""A portrait gathers what is known of one person, on a day."""

import datetime as dt

import pytest

from iiv.method.portrait import Portrait, portrait
from tests.builders import a_journal

NOTES = {
    "contacts/ada.md": "---\nname: Ada\nintroduced_by: Mary\n---\n- [ ] the book\n",
    "contacts/bob.md": "---\nname: Bob\nintroduced_by: Ada\n---\n",
    "interviews/a.md": "---\ncontact: Ada\ndate: 2026-03-02\nintroductions: [Grace, Bob]\n---\n"
    "- [x] the article\n",
    "interviews/b.md": "---\ncontact: Grace\ndate: 2026-02-02\nintroductions: [Ada]\n---\nTalk.\n",
    "interviews/c.md": "---\ncontact: Ada\ndate: 2026-05-02\n---\n",
}


def of(who: str, day: dt.date = dt.date(2026, 3, 3)) -> Portrait:
    reading = a_journal(NOTES)
    return portrait(reading.journal, reading.settings, reading.journal.contacts_by_id[who], day)


def test_who_led_to_whom_is_told_once() -> None:
    assert [person.name for person in of("ada").introducers] == ["Mary", "Grace"]
    assert [person.name for person in of("ada").led_to] == ["Grace", "Bob"]
    assert [person.name for person in of("bob").introducers] == ["Ada"]


def test_the_notes_are_there_the_newest_first_and_prepared_ones_too() -> None:
    assert [note.id for note in of("ada").notes] == ["c", "a"]


def test_promises_say_when_they_were_made() -> None:
    made = [(day, promise.text, promise.done) for day, promise in of("ada").promises]
    assert made == [(dt.date(2026, 3, 2), "the article", True), (None, "the book", False)]


@pytest.mark.parametrize(
    ("day", "kinds"),
    [
        (dt.date(2026, 3, 3), ["thank", "thank", "promise"]),
        (dt.date(2026, 6, 3), ["promise", "thank", "thank"]),  # thanks rest
        (dt.date(2026, 1, 3), []),  # hidden
    ],
)
def test_what_is_to_be_done_is_in_order_of_urgency(day: dt.date, kinds: list[str]) -> None:
    assert [follow_up.kind for follow_up in of("ada", day).follow_ups] == kinds
