"""What Home may show."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iiv.journal.read.reading import Reading
from iiv.method.status import on_day
from iiv.site.dossiers.home import DRAFTS, HomeView, home
from iiv.site.dossiers.people import person_row
from iiv.site.dossiers.progress import progress
from tests.builders import a_journal
from tests.site.changes import readings
from tests.site.sites import NOTES, an_index

LONG = "She said a good deal about it, in words that one might want to come back to, one of these days."


def view_of(files: Mapping[str, str]) -> HomeView:
    return home(an_index(a_journal(files)))


def test_promises_stand_apart_from_the_rest_and_both_by_date() -> None:
    view = view_of(NOTES)
    assert {one.follow_up.kind for one in view.promises} == {"promise"}
    assert {one.follow_up.kind for one in view.follow_ups} == {"thank", "stay-in-touch", "introduction"}
    for found in (view.follow_ups, view.promises):
        days = [one.follow_up.due for one in found]
        assert days == sorted(days)


def test_it_leaves_out_what_rests_or_is_over_by_the_newest_day_in_the_notes() -> None:
    note = "---\ncontact: Ada\ndate: {}\n---\nA talk.\n"
    grace = "---\nname: Grace\n---\n## Log\n- 2025-02-01 scheduled 2025-02-02\n"
    view = view_of(
        {
            "interviews/a.md": note.format("2020-01-01"),
            "interviews/b.md": note.format("2026-01-01"),
            "contacts/grace.md": grace,
        }
    )
    assert {one.follow_up.since for one in view.follow_ups} == {dt.date(2026, 1, 1)}


def test_many_follow_ups_have_their_letters_on_the_page_of_each_person() -> None:
    notes = {
        f"contacts/p{number}.md": f"---\nname: Person {number}\n---\n## Log\n- 2026-02-01 asked\n"
        for number in range(DRAFTS + 1)
    }
    assert not any(one.excerpt for one in view_of(notes).follow_ups)
    notes.popitem()
    assert all(one.excerpt for one in view_of(notes).follow_ups)


def test_notes_prepared_for_talks_to_come_stand_apart() -> None:
    view = view_of(
        {
            "interviews/done.md": "---\ncontact: Ada\ndate: 2026-03-02\n---\nTalked.",
            "interviews/before.md": "---\ncontact: Ada\ndate: 2026-03-01\n---\n",
            "interviews/next.md": "---\ncontact: Ada\ndate: 2026-04-02\n---\n",
        }
    )
    assert [row.id for row in view.prepared] == ["next"]


def test_a_quiet_day_has_something_to_read_and_something_to_write() -> None:
    notes = {
        f"interviews/{name}.md": f"---\ncontact: {name}\ndate: {day}\nanswers:\n  start: {LONG}\n---\n"
        for day, name in (("2026-03-01", "Ada"), ("2026-03-02", "Grace"))
    }
    view = view_of({**notes, "questions/start.md": "---\nask: How did you start?\n---\n"})
    (old,) = view.reread
    assert (old.talk.person.name, old.ask, old.place) == ("Ada", "How did you start?", "start")
    assert view.synthesis is not None
    assert (view.synthesis.path, view.synthesis.answers, view.synthesis.newer, view.synthesis.begun) == (
        "journal/questions/start.md",
        2,
        2,
        False,
    )


def test_an_empty_journal_has_not_begun() -> None:
    view = view_of({})
    assert not view.begun
    assert view.welcome is None
    assert view.since is None
    assert (view.reread, view.synthesis) == ((), None)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(readings(), st.integers(0, 400))
def test_stages_are_counted_for_any_day_from_the_newest_in_the_notes_on(reading: Reading, later: int) -> None:
    index = an_index(reading)
    first = max(index.newest_day, dt.date(2000, 1, 1))
    day = first + dt.timedelta(days=later)
    counted = {
        stage.name: stage.count + sum(on <= day for on in stage.comes) - sum(on <= day for on in stage.goes)
        for stage in progress(index)
    }
    people = (person_row(index, contact).status for contact in index.journal.contacts)
    there = Counter(on_day(status, day)[0] for status in people)
    assert {name: number for name, number in counted.items() if number} == dict(there)
