"""The bank of candidate questions."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

STARTERS = ("start", "satisfying", "industry", "background", "same-path")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question one may choose: `hint` says what it tends to bring out."""

    id: str
    topic: str
    ask: str
    hint: str


@cache
def bank() -> Mapping[str, Candidate]:
    """Every candidate by its id, in the order of the bank: by topic."""
    text = files("iiv.journal").joinpath("bank.toml").read_text("utf-8")
    return {
        id_: Candidate(id_, topic, candidate["ask"], candidate["hint"])
        for topic, candidates in tomllib.loads(text).items()
        for id_, candidate in candidates.items()
    }
