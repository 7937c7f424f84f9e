from collections.abc import Mapping

import pytest

from iiv.method.news import news_for
from tests.method.people import ada, day, journal, talk

ME = "---\nname: Nuala\n---\nI plan lorries.\n\n## News\n"


def heard(news: str, *notes: Mapping[str, str], today: str = "2026-06-01") -> list[tuple[str, str]]:
    """Whom the news concerns, and why."""
    written = journal({"me.md": f"{ME}- 2026-05-01 {news}\n"}, *notes)
    return [(one.contact.id, one.why) for one in news_for(written, day(today))]


SILENT = [("ada", "You were last in touch on 2 March 2026.")]


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        ([ada(), talk("2026-03-02")], SILENT),
        ([ada("2026-03-02 met")], SILENT),
        ([ada()], []),
        ([ada("2026-03-02 asked")], []),
        ([ada("2026-05-02 wrote"), talk("2026-03-02")], []),
        ([ada(), talk("2026-03-02", "asked_about_me: no")], []),
        ([ada(front_matter="next_contact: never"), talk("2026-03-02")], []),
    ],
)
def test_news_is_for_those_with_whom_you_are_in_touch_until_they_hear_of_it(
    notes: list[Mapping[str, str]], found: list[tuple[str, str]]
) -> None:
    assert heard("Passed the examination", *notes) == found
    assert heard("Passed the examination", *notes, today="2026-04-30") == [], "it is not news yet"


@pytest.mark.parametrize(
    ("news", "why"),
    [
        ("A week with the Tree team", "speaks of trees, as you noted of them."),
        ("More *looms* and #craft", "speaks of looms, craft, as you noted of them."),
        ("A course in Public Health", "speaks of public health, as you noted of them."),
        ("Ada Lovelace was right", "names them."),
        ("Tea with the Countess of Lovelace", "names them."),
        ("Grace Hopper took me on", "names Grace Hopper, to whom they led you."),
        ("Alan Turing\u2019s shop took me on", "names Alan Turing, to whom they led you."),
    ],
)
def test_it_concerns_those_closely_whom_it_names_or_speaks_of(news: str, why: str) -> None:
    notes = [
        ada(front_matter="tags: [trees]\nfield: public health\naliases: [Countess of Lovelace]"),
        talk("2026-03-02", "tags: [looms]\nintroductions: [Grace Hopper]", notes="A word on #craft."),
        {"contacts/alan.md": "---\nname: Alan Turing\nintroduced_by: Ada Lovelace\n---\n"},
        talk("2026-01-02", contact="Mary Somerville"),
    ]
    assert heard(news, *notes) == [
        ("ada", f"Your news of 1 May 2026 {why}"),
        ("mary-somerville", "You were last in touch on 2 January 2026."),
    ]


def test_a_part_of_a_word_is_another_word() -> None:
    assert heard("Off to the street", ada(front_matter="tags: [tree]"), talk("2026-03-02")) == SILENT
