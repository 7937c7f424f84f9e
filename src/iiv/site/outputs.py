"""Everything that the site of a journal holds: one list, for builds, exports and MkDocs alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.site import addresses
from iiv.site.dossiers import (
    call_sheets,
    directions,
    follow_ups,
    home,
    insights,
    interviews,
    introductions,
    matrix,
    people,
    problems,
    questions,
    quotes,
    reviews,
    themes,
)
from iiv.site.dossiers.answer_files import answers_dossiers
from iiv.site.search.entries import search_scripts
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from iiv.site.dossiers.journal_index import JournalIndex

OVERVIEWS: Final[Mapping[str, tuple[str, str, Callable[[JournalIndex], object]]]] = {
    "home": (addresses.HOME, "Today", home.home),
    "follow-ups": (addresses.FOLLOW_UPS, "Follow-ups", follow_ups.follow_ups),
    "questions": (addresses.QUESTIONS, "Questions", questions.guide),
    "interviews": (addresses.INTERVIEWS, "Talks", interviews.interviews),
    "people": (addresses.CONTACTS, "People", people.people),
    "introductions": (addresses.INTRODUCTIONS, "Introductions", introductions.introductions),
    "matrix": (addresses.MATRIX, "Matrix", matrix.matrix),
    "themes": (addresses.THEMES, "Themes", themes.themes),
    "moved": (addresses.MOVED, "What moved", insights.moved),
    "insights": (addresses.INSIGHTS, "Insights", insights.insights),
    "directions": (addresses.DIRECTIONS, "Directions", directions.directions),
    "quotes": (addresses.QUOTES, "Quotes", quotes.quotes),
    "problems": (addresses.PROBLEMS, "Problems", problems.problems),
}
"""The pages about the whole journal by kind: address, title, and what gathers the dossier."""


class Output(Value, frozen=True):
    """One file of the site: a page if it has a title, else a script or the calendar.

    It may show only its `dossier`. It depends only on that, the program, the templates and, for a page, the
    `Frame` around it.
    """

    kind: str
    address: str
    title: str
    dossier: object


def outputs(index: JournalIndex) -> Iterator[Output]:
    """Every page of the site, then the scripts and the calendar; none depends on the day."""
    index.texts.prepare()
    yield from pages(index)
    for script in answers_dossiers(index):
        yield Output("answers", script.address, "", script)
    for found in search_scripts(index):
        yield Output("search", found.address, "", found)
    # It stands in a file of its own, so that a page stays as it is when a problem elsewhere is mended.
    yield Output("problem-count", addresses.PROBLEM_COUNT, "", len(index.reading.problems))
    yield Output("calendar", addresses.CALENDAR, "", calendar_events(index))


def pages(index: JournalIndex) -> Iterator[Output]:
    """Every page of the site."""
    for kind, (address, title, gather) in OVERVIEWS.items():
        yield Output(kind, address, title, gather(index))
    for comparison in questions.comparisons(index):
        yield Output("comparison", comparison.question.address, comparison.question.ask, comparison)
    for talk in interviews.interview_pages(index):
        yield Output("interview", talk.talk.address, talk.title, talk)
    for person in people.person_dossiers(index):
        yield Output("person", person.row.person.address, person.row.person.name, person)
    for direction in directions.direction_pages(index):
        yield Output("direction", direction.row.address, direction.row.name, direction)
    for sheet in call_sheets.call_sheet_dossiers(index):
        title = f"Call sheet: {sheet.person.name}"
        yield Output("call-sheet", addresses.call_sheet(sheet.person.id), title, sheet)
    for year in reviews.reviews(index):
        yield Output("review", addresses.review(year.year), f"The year {year.year}", year)
    for note in problems.broken(index):
        yield Output("broken", note.address, note.title, note)


def calendar_events(index: JournalIndex) -> tuple[object, ...]:
    """What the calendar holds: each follow-up with the name of its person."""
    names = index.journal.contacts_by_id
    return tuple((item, names[item.contact].name) for item in index.every_follow_up)


def shown_files(index: JournalIndex) -> list[str]:
    """The paths of the files that notes show or link to, sorted. Call it after using up `outputs`."""
    return sorted(index.texts.files)
