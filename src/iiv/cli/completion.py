"""What a shell may complete: the people of the journal, and its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.shell_completion import CompletionItem

from iiv.cli.context import reading
from iiv.cli.failures import as_click_exception

if TYPE_CHECKING:
    import click

    from iiv.journal.journal import Journal


def people(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The people whose id begins like this, each with the name."""
    return _beginning(begun, _people(_journal(ctx)))


def notes(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The people, questions and talks whose id begins like this."""
    journal = _journal(ctx)
    return _beginning(begun, {**_talks(journal), **_questions(journal), **_people(journal)})


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


def _talks(journal: Journal | None) -> dict[str, str]:
    return {talk.id: "" for talk in journal.interviews} if journal else {}
