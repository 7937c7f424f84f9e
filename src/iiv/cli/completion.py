"""What a shell may complete: the people of the journal, its notes and its questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.shell_completion import CompletionItem

from iiv.cli.context import reading
from iiv.cli.failures import as_click_exception
from iiv.journal.bank import bank

if TYPE_CHECKING:
    import click

    from iiv.journal.journal import Journal


def people(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The people whose id begins like this, each with the name."""
    return _beginning(begun, _people(_journal(ctx)))


def notes(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The people, questions, directions and talks whose id begins like this."""
    journal = _journal(ctx)
    known = {**_talks(journal), **_directions(journal), **_questions(journal), **_people(journal)}
    return _beginning(begun, known)


def own_questions(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The questions of the journal whose id begins like this, each with its wording."""
    return _beginning(begun, _questions(_journal(ctx)))


def candidates(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The questions of the journal that are not asked, and the bank's, whose id begins like this."""
    journal = _journal(ctx)
    asked = {question.id for question in journal.questions if question.active} if journal else set()
    known = {**{one.id: one.ask for one in bank().values()}, **_questions(journal)}
    return _beginning(begun, {id_: ask for id_, ask in known.items() if id_ not in asked})


def _journal(ctx: click.Context) -> Journal | None:
    """The journal; None where there is none: a shell has no place to say so."""
    try:
        with ctx.scope(cleanup=False):
            return reading().journal
    except Exception as fault:
        if as_click_exception(fault) is None:
            raise
        return None


def _beginning(begun: str, known: dict[str, str]) -> list[CompletionItem]:
    return [CompletionItem(id_, help=words) for id_, words in known.items() if id_.startswith(begun)]


def _people(journal: Journal | None) -> dict[str, str]:
    return {contact.id: contact.name for contact in journal.contacts} if journal else {}


def _questions(journal: Journal | None) -> dict[str, str]:
    return {question.id: question.ask for question in journal.questions} if journal else {}


def _directions(journal: Journal | None) -> dict[str, str]:
    return {direction.id: direction.name for direction in journal.directions} if journal else {}


def _talks(journal: Journal | None) -> dict[str, str]:
    return {talk.id: "" for talk in journal.interviews} if journal else {}
