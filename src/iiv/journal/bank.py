"""The bank of candidate questions."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from iiv.journal.model import FormerWording, Question
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

STARTERS = ("start", "satisfying", "industry", "background", "same-path")
"""With these a new journal begins; the method names them, and a few that belong to them."""


class Candidate(Value, frozen=True):
    """A question one may choose: `hint` says what it tends to bring out.

    `method` is whether the method itself names it. `formerly` are its earlier wordings.
    """

    id: str
    topic: str
    ask: str
    hint: str
    method: bool = False
    formerly: tuple[str, ...] = ()

    @property
    def question(self) -> Question:
        """It as a question of a journal."""
        return Question(
            self.id, self.ask, topic=self.topic, formerly=tuple(map(FormerWording, self.formerly))
        )


@cache
def bank() -> Mapping[str, Candidate]:
    """Every candidate by its id, in the order of the bank: by topic."""
    text = files("iiv.journal").joinpath("bank.toml").read_text("utf-8")
    return {
        id_: Candidate(
            id_,
            topic,
            candidate["ask"],
            candidate["hint"],
            candidate.get("method", False),
            tuple(candidate.get("formerly", ())),
        )
        for topic, candidates in tomllib.loads(text).items()
        for id_, candidate in candidates.items()
    }
