"""The whole answers of each talk as a script: what the matrix loads to show people in columns.

A page opened from a disk may load scripts and nothing else.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iiv.method.dates import written
from iiv.site import addresses
from iiv.site.outline import words
from iiv.site.views.common import NOTHING_STAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iiv.journal.model import Interview, Journal
    from iiv.site.rendering import Renderer
    from iiv.site.views.common import Stays

_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """One script: where it lies in the site, and what it says."""

    address: str
    text: str


def answer_files(journal: Journal, renderer: Renderer, stays: Stays = NOTHING_STAYS) -> Iterator[AnswerFile]:
    """One script for each talk in which a question was asked, in order of time, but for those that stay."""
    for talk in journal.talks:
        address = addresses.answers_file(talk)
        if talk.answers and not stays.when_said(address, words(talk)):
            said = [renderer.answer(talk, answer) for answer in talk.answers if answer.text]
            if not stays.when_made_from(address, (talk, said)):
                yield AnswerFile(address, _script(renderer, talk))


def _script(renderer: Renderer, talk: Interview) -> str:
    """A call that hands over the answers: sanitised HTML by question, its links leading from the matrix."""
    answers = {
        answer.question: renderer.answer(talk, answer).at(addresses.MATRIX)
        for answer in talk.answers
        if answer.text
    }
    said = {"talk": addresses.href(addresses.MATRIX, addresses.address(talk)), "on": written(talk.date)}
    text = json.dumps(said | {"answers": answers}, ensure_ascii=False)
    text = _SURROGATES.sub("\ufffd", text)  # a file's name may hold bytes that no encoding knows
    return f"iiv.hand({text});\n"
