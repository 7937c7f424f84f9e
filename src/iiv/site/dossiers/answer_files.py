"""The whole answers of each talk as a script: what the matrix loads to show people in columns.

A page opened from a disk may load scripts and nothing else.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from iiv.method.dates import written
from iiv.site import addresses
from iiv.site.markdown.rendered import at
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from iiv.site.dossiers.journal_index import JournalIndex
    from iiv.site.markdown.rendered import Text


class AnswersDossier(Value, frozen=True):
    """A talk's answers by question, for a JavaScript file. `talk` is its page's address."""

    address: str
    talk: str
    date: dt.date
    answers: tuple[tuple[str, Text], ...]


def answers_dossiers(index: JournalIndex) -> Iterator[AnswersDossier]:
    """One for each talk in which a question was asked, in order of time."""
    for talk in index.journal.talks:
        if talk.answers:
            yield AnswersDossier(
                addresses.answers_file(talk),
                addresses.address(talk),
                talk.date,
                tuple((one.question, index.texts.answer(talk, one)) for one in talk.answers if one.text),
            )


def answers_script(dossier: AnswersDossier, html: Mapping[str, str]) -> str:
    """A call that hands over the answers: sanitised HTML by question, its links leading from the matrix.

    `html` is that of texts, by their digests.
    """
    answers = {question: at(html[text.digest], addresses.MATRIX) for question, text in dossier.answers}
    said = {"talk": addresses.href(addresses.MATRIX, dossier.talk), "on": written(dossier.date)}
    return f"iiv.hand({json.dumps(said | {'answers': answers}, ensure_ascii=False)});\n"
