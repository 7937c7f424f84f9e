"""A journal to the Markdown pages of its site."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from iiv.exchange.letters import LetterTemplates
from iiv.site import addresses
from iiv.site.views import (
    call_sheets,
    follow_ups,
    home,
    interviews,
    introductions,
    matrix,
    moved,
    people,
    problems,
    questions,
    themes,
)
from iiv.site.views.common import NOTHING_STAYS
from iiv.site.views.follow_ups import Steps
from iiv.site.views.letters import Letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iiv.journal.model import BrokenNote, Contact, Interview, Journal, Question
    from iiv.journal.reading import Reading
    from iiv.site.rendering import Rendered, Renderer
    from iiv.site.templates import Templates
    from iiv.site.views.common import Stays


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    `text` is Markdown with YAML front matter. `files` are the journal's files that it shows or
    links to, by their path from the journal's folder.
    """

    address: str
    title: str
    text: str
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A page to be: the name of its template, and all that the template is given to show in `view`."""

    template: str
    address: str
    title: str
    view: object


def pages(reading: Reading, renderer: Renderer, templates: Templates) -> Iterator[Page]:
    """Every page of the site, one by one; none depends on the day.

    Raises jinja2.TemplateError for a fault in a template.
    """
    for draft in drafts(reading, Steps(reading), renderer, templates):
        yield written_out(draft, templates)


def drafts(
    reading: Reading,
    steps: Steps,
    renderer: Renderer,
    templates: Templates,
    stays: Stays = NOTHING_STAYS,
) -> Iterator[Draft]:
    """Every page of the site, not yet written out, but for those that stay.

    Raises jinja2.TemplateError for a fault in the template of a letter.
    """
    journal = reading.journal
    letters = Letters(reading, LetterTemplates(templates.root))
    for template, address, title, view_of in _overviews(reading, steps, renderer):
        if not stays.when_said(address):
            yield Draft(template, address, title, view_of())
    yield from _follow_ups(reading, steps, letters, stays)
    faults = problems.by_path(reading)
    for comparison in questions.question_pages(journal, renderer, faults, stays):
        yield Draft("question", comparison.question.address, comparison.question.ask, comparison)
    for talk in interviews.interview_pages(journal, renderer, steps, faults, stays):
        yield Draft("interview", talk.talk.address, talk.title, talk)
    for one in people.person_pages(reading, renderer, letters, steps, faults, stays):
        yield Draft("person", one.row.person.address, one.row.person.name, one)
    for sheet in call_sheets.call_sheets(reading, renderer, stays):
        yield Draft("call-sheet", sheet.address, sheet.title, sheet)
    for note in problems.broken(reading):
        if not stays.when_said(note.address):
            yield Draft("broken", note.address, note.title, note)


def _overviews(
    reading: Reading, steps: Steps, renderer: Renderer
) -> Iterator[tuple[str, str, str, Callable[[], object]]]:
    """The pages about the whole journal: template, address, title, and what works out the view."""
    journal = reading.journal
    yield "home", addresses.HOME, "Home", lambda: home.home(reading, renderer, steps.items)
    yield "questions", addresses.QUESTIONS, "Questions", lambda: questions.guide(journal)
    yield "interviews", addresses.INTERVIEWS, "Interviews", lambda: interviews.interviews(journal)
    yield "people", addresses.CONTACTS, "People", lambda: people.people(reading, steps)
    yield (
        *("introductions", addresses.INTRODUCTIONS, "Introductions"),
        lambda: introductions.introductions(reading),
    )
    yield "matrix", addresses.MATRIX, "Matrix", lambda: matrix.matrix(journal)
    yield "themes", addresses.THEMES, "Themes", lambda: themes.themes(journal)
    yield "moved", addresses.MOVED, "What moved", lambda: moved.moved(journal)
    yield "problems", addresses.PROBLEMS, "Problems", lambda: problems.problems(reading)


def _follow_ups(reading: Reading, steps: Steps, letters: Letters, stays: Stays) -> Iterator[Draft]:
    """The page Follow-ups, if it does not stay: its letters take long."""
    address = addresses.FOLLOW_UPS
    if not (
        stays.when_said(address) or stays.when_made_from(address, follow_ups.inputs(reading, steps.items))
    ):
        view = follow_ups.follow_ups(reading.journal, steps.items, letters)
        yield Draft("follow-ups", address, "Follow-ups", view)


def page_addresses(journal: Journal) -> list[str]:
    """Where the pages lie that a journal may have or not; those about the whole are always there."""
    notes: tuple[Interview | Contact | Question | BrokenNote, ...]
    notes = (*journal.interviews, *journal.contacts, *journal.questions, *journal.broken)
    sheets = (call_sheets.sheet_address(journal, contact) for contact in journal.contacts)
    return sorted({*(addresses.address(note) for note in notes), *sheets})


def written_out(draft: Draft, templates: Templates) -> Page:
    """The page, from its template, to which `shown` gives an answer's HTML and `href` a link.

    Raises jinja2.TemplateError for a fault in the template.
    """
    address = draft.address
    files: dict[str, None] = {}

    def shown(rendered: Rendered) -> Markup:
        files.update(dict.fromkeys(rendered.files))
        return Markup(rendered.at(address))  # noqa: S704 - sanitised when it was rendered

    values = {
        "title": draft.title,
        "view": draft.view,
        "shown": shown,
        "href": partial(addresses.href, address),
        "addresses": addresses,
    }
    text = templates.render(f"{draft.template}.md.jinja", values)
    return Page(address, draft.title, text, tuple(files))
