"""What a shell may complete: the people of the journal, its notes and its questions, and channels."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from click.shell_completion import CompletionItem

from iiv.cli.context import reading
from iiv.cli.failures import as_click_exception
from iiv.command_lines import quoted
from iiv.journal.bank import bank
from iiv.journal.names import plain_key

if TYPE_CHECKING:
    import click

    from iiv.journal.journal import Journal
    from iiv.journal.model import Contact

COMPLETING: Final = "_IIV_COMPLETE"
"""The variable by which a shell asks: `bash_complete`, say."""

COMMON_CHANNELS: Final = ("e-mail", "card", "phone", "video", "letter", "chat")


def people(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The ids of the people of whom the id, a name or a word of one begins like this, each with the name."""
    found = (contact for contact in _journal(ctx).contacts if _is_begun(contact, begun))
    return [_item(contact.id, contact.name) for contact in found]


def channels(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The ways to be in touch that begin like this."""
    return [CompletionItem(channel) for channel in COMMON_CHANNELS if channel.startswith(begun)]


def notes(ctx: click.Context, param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The talks, directions and questions whose id begins like this, and people."""
    journal = _journal(ctx)
    talks = {talk.id: "" for talk in journal.interviews}
    return [
        *_beginning(begun, talks | _directions(journal) | _questions(journal)),
        *people(ctx, param, begun),
    ]


def own_questions(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The questions of the journal whose id begins like this, each with its wording."""
    return _beginning(begun, _questions(_journal(ctx)))


def own_directions(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The directions of the journal whose id begins like this, each with its name."""
    return _beginning(begun, _directions(_journal(ctx)))


def candidates(ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """The questions of the journal that are not asked, and the bank's, whose id begins like this."""
    journal = _journal(ctx)
    asked = {question.id for question in journal.questions if question.active}
    known = {**{one.id: one.ask for one in bank().values()}, **_questions(journal)}
    return _beginning(begun, {id_: ask for id_, ask in known.items() if id_ not in asked})


def _journal(ctx: click.Context) -> Journal:
    """The journal; an empty one where there is none: a shell has no place to say so."""
    try:
        with ctx.scope(cleanup=False):
            return reading().journal
    except Exception as fault:
        if as_click_exception(fault) is None:
            raise
        from iiv.journal.journal import Journal

        return Journal()


def _beginning(begun: str, known: dict[str, str]) -> list[CompletionItem]:
    return [_item(id_, words) for id_, words in known.items() if id_.startswith(begun)]


def _item(id_: str, words: str) -> CompletionItem:
    """An id to be put into the line: bash takes it as it stands, and other shells quote it themselves."""
    is_bash = os.environ.get(COMPLETING, "").startswith("bash")
    return CompletionItem(quoted(id_) if is_bash else id_, help=words)


def _is_begun(contact: Contact, begun: str) -> bool:
    """Whether this may be the beginning of what a person is called, in whatever capitals and accents."""
    names = (contact.id, contact.name, *contact.aliases)
    if any(name.startswith(begun) for name in names):
        return True
    key = plain_key(begun)
    keys = (plain_key(name) for name in names)
    return bool(key) and any(name.startswith(key) or f" {key}" in name for name in keys)


def _questions(journal: Journal) -> dict[str, str]:
    return {question.id: question.ask for question in journal.questions}


def _directions(journal: Journal) -> dict[str, str]:
    return {direction.id: direction.name for direction in journal.directions}
