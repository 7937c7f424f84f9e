"""A journal to the Markdown pages of its site."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from iiv.exchange.letters import LetterTemplates
from iiv.method.follow_ups import follow_ups
from iiv.site import addresses
from iiv.site.views import (
    call_sheets,
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
from iiv.site.views import follow_ups as steps
from iiv.site.views.common import never
from iiv.site.views.letters import Letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iiv.journal.reading import Reading
    from iiv.method.follow_ups import FollowUp
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
    items = follow_ups(reading.journal, reading.settings)
    for draft in drafts(reading, items, renderer, templates):
        yield written_out(draft, templates)


def drafts(
    reading: Reading,
    items: Sequence[FollowUp],
    renderer: Renderer,
    templates: Templates,
    stays: Stays = never,
) -> Iterator[Draft]:
    """Every page of the site, not yet written out, but for those that stay. `items` are the next steps.

    Raises jinja2.TemplateError for a fault in the template of a letter.
    """
    journal = reading.journal
    faults = problems.by_path(reading)
    letters = Letters(reading, LetterTemplates(templates.root))
    yield Draft("home", addresses.HOME, "Home", home.home(reading, renderer, items))
    if not stays(addresses.FOLLOW_UPS, steps.inputs(reading, items)):
        view = steps.follow_ups(journal, items, letters)
        yield Draft("follow-ups", addresses.FOLLOW_UPS, "Follow-ups", view)
    yield Draft("questions", addresses.QUESTIONS, "Questions", questions.guide(journal))
    yield Draft("interviews", addresses.INTERVIEWS, "Interviews", interviews.interviews(journal))
    by_person = steps.by_person(journal, items)
    yield Draft("people", addresses.CONTACTS, "People", people.people(reading, by_person))
    led = introductions.introductions(reading)
    yield Draft("introductions", addresses.INTRODUCTIONS, "Introductions", led)
    yield Draft("matrix", addresses.MATRIX, "Matrix", matrix.matrix(journal))
    yield Draft("themes", addresses.THEMES, "Themes", themes.themes(journal))
    yield Draft("moved", addresses.MOVED, "What moved", moved.moved(journal))
    yield Draft("problems", addresses.PROBLEMS, "Problems", problems.problems(reading))
    for comparison in questions.question_pages(journal, renderer, faults):
        yield Draft("question", comparison.question.address, comparison.question.ask, comparison)
    by_event = steps.grouped(journal, items, steps.by_event)
    for talk in interviews.interview_pages(journal, renderer, by_event, faults):
        yield Draft("interview", talk.talk.address, talk.title, talk)
    for one in people.person_pages(reading, renderer, letters, by_person, faults, stays):
        yield Draft("person", one.row.person.address, one.row.person.name, one)
    for sheet in call_sheets.call_sheets(reading, renderer, stays):
        yield Draft("call-sheet", sheet.address, sheet.title, sheet)
    for note in problems.broken(reading):
        yield Draft("broken", note.address, note.title, note)


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
