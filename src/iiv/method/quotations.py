"""Every quotation of all talks: what of their words is marked as theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.parse.markup import plain_text
from iiv.journal.parse.plain_values import says_none
from iiv.journal.parse.quotations import bold_words, name_words, quoted_blocks, unmarked
from iiv.journal.parse.wordings import wording_keys
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iiv.journal.journal import Journal
    from iiv.journal.model import Answer, Interview


class Quotation(Value, frozen=True):
    """Words of theirs, without marks around.

    `answer` is where they stand, as a `>` block there if it `is_block`; None where they are what may go back
    to them (`said`).
    """

    text: str
    talk: Interview
    answer: Answer | None = None
    is_block: bool = False


def quotations(journal: Journal) -> tuple[Quotation, ...]:
    """All of them in plain text, one paragraph a line, in the order of `marked`, the newest talk first.

    Words that stand twice in a talk count once.
    """
    found: dict[tuple[str, str], Quotation] = {}
    for one in marked(journal, reversed(journal.talks)):
        text = unmarked(plain_text(one.text))
        if any(map(str.isalnum, text)):
            key = (one.talk.id, text.casefold().rstrip(".!?…"))
            found.setdefault(key, Quotation(text, one.talk, one.answer, one.is_block))
    return tuple(found.values())


def marked(journal: Journal, talks: Iterable[Interview]) -> Iterator[Quotation]:
    """What `iiv.journal.parse.quotations` finds in these talks, in Markdown.

    In each talk, what may go back to them comes first; then the answers in the order of the guide.
    """
    wordings = wording_keys(journal.questions)
    mine = name_words(journal.me.name)
    for talk in talks:
        person = journal.contacts_by_id[talk.contact]
        theirs = name_words(person.name, *person.aliases)
        if talk.said and not says_none(talk.said):
            yield Quotation(talk.said, talk)
        for answer in journal.in_guide_order(talk.answers):
            if words := bold_words(answer.text):
                yield Quotation(words, talk, answer)
            for block in quoted_blocks(answer.text, wordings, theirs, mine):
                yield Quotation(block, talk, answer, is_block=True)
