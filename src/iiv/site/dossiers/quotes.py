"""The quotes: every quotation of all talks, to find and filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.method.quotations import quotations
from iiv.site import addresses
from iiv.site.dossiers.filtering import Choices, Facets, choices
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt

    from iiv.method.quotations import Quotation
    from iiv.site.dossiers.common import PersonView
    from iiv.site.dossiers.journal_index import JournalIndex


class QuoteView(Value, frozen=True):
    """Words of theirs: who said them when, to which question, and where they stand.

    `ask` is "" for a line that may go back to them.
    """

    text: str
    person: PersonView
    date: dt.date
    helpfulness: int | None
    ask: str
    address: str
    anchor: str


class QuotesView(Value, frozen=True):
    """All quotations, newest first, of so many `people`; `talks` counts those there are."""

    quotes: tuple[QuoteView, ...]
    choices: Choices
    people: int
    talks: int


def quotes(index: JournalIndex) -> QuotesView:
    """The page Quotes."""
    found = quotations(index.journal)
    return QuotesView(
        quotes=tuple(_quote(index, one) for one in found),
        choices=choices(_facets(index, one) for one in found),
        people=len({one.talk.contact for one in found}),
        talks=len(index.journal.talks),
    )


def _quote(index: JournalIndex, quotation: Quotation) -> QuoteView:
    talk, answer = quotation.talk, quotation.answer
    question = index.journal.questions_by_id[answer.question] if answer else None
    row = index.talk(talk)
    return QuoteView(
        text=quotation.text,
        person=row.person,
        date=talk.date,
        helpfulness=talk.helpfulness,
        ask=question.ask if question else "",
        address=addresses.address(talk),
        anchor=question.id if question else "",
    )


def _facets(index: JournalIndex, quotation: Quotation) -> Facets:
    talk, answer = quotation.talk, quotation.answer
    person = index.journal.contacts_by_id[talk.contact]
    return Facets(
        tags=tuple(dict.fromkeys((*talk.tags, *person.tags))),
        themes=answer.themes if answer else (),
        field=talk.field or person.field,
        helpfulness=talk.helpfulness,
    )
