from collections.abc import Mapping

from iiv.method.given_and_received import Deed, given, received
from iiv.method.history import history_of
from tests.method.people import ada, journal, talk


def both(*notes: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """What one gave to Ada, and what she gave, a line each."""
    written = journal(*notes)
    past = history_of(written, written.contacts_by_id["ada"])
    return [line(deed) for deed in given(past)], [line(deed) for deed in received(written, past)]


def line(deed: Deed) -> str:
    words = f"{deed.words} {' '.join(deed.people)}".strip()
    return f"{deed.date or 'some day'} {words}" + (f": {deed.note}" if deed.note else "")


def test_who_did_what_for_whom_in_order_of_time() -> None:
    notes = [
        ada(
            "2026-03-05 gave: two jars of *jam*\n2026-03-04 thanked by card\n2026-06-01 wrote",
            notes="- [x] the map\n- [ ] the hymn book",
        ),
        talk(
            "2026-03-02",
            "help: [a book, '*advice*']\nintroductions: [Grace Hopper, Ada Lovelace]\n"
            "thanked: {email: 2026-03-03}",
            notes="- [x] the article\n- [ ] the photo",
        ),
        {"contacts/alan.md": "---\nname: Alan Turing\nintroduced_by: Ada Lovelace\n---\n"},
        {"contacts/grace-hopper.md": "---\nname: Grace Hopper\nintroduced_by: Ada Lovelace\n---\n"},
    ]
    assert both(*notes) == (
        [
            "2026-03-02 Kept your promise: the article",
            "2026-03-03 Thanked by email",
            "2026-03-04 Thanked by card",
            "2026-03-05 Gave a gift: two jars of jam",
            "some day Kept your promise: the map",
        ],
        [
            "2026-03-02 Helped with: a book, advice",
            "2026-03-02 Offered to introduce you to grace-hopper",
            "some day Led you to alan",
        ],
    )


def test_with_somebody_new_there_is_nothing_on_either_side() -> None:
    assert both(ada("2026-02-10 asked")) == ([], [])
