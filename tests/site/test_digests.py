from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from iiv.journal.reading import read
from iiv.shipped import shipped
from iiv.site.digests import Digests
from iiv.site.pages import drafts
from iiv.site.rendering import Renderer
from iiv.site.templates import Templates
from iiv.site.views.follow_ups import Steps

if TYPE_CHECKING:
    from collections.abc import Iterator

PLAIN = (str, int, float, bool, dt.date, dt.time, type(None))
ROOT = Path(__file__).resolve().parents[2]
CODE = "from tests.site.test_digests import digests; print(*digests())"


def views() -> Iterator[object]:
    reading = read(shipped("example"))
    yield from drafts(reading, Steps(reading), Renderer(reading.journal), Templates(ROOT))


def digests() -> list[str]:
    known = Digests()
    return [known.of(view) for view in views()]


def leaves(value: object) -> Iterator[object]:
    if is_dataclass(value):
        for field in fields(value):
            yield from leaves(getattr(value, field.name))
    elif isinstance(value, dict):
        yield from leaves((*value, *value.values()))
    elif isinstance(value, tuple):
        for one in value:
            yield from leaves(one)
    else:
        yield value


def test_what_pages_show_is_made_of_values_that_say_all_they_are() -> None:
    kinds = {type(leaf) for view in views() for leaf in leaves(view)}
    assert all(issubclass(kind, PLAIN) for kind in kinds), kinds


def test_another_run_gives_the_same_digests() -> None:
    there = {**os.environ, "PYTHONHASHSEED": "5", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", CODE], check=True, capture_output=True, text=True, env=there)
    assert done.stdout.split() == digests()


def test_each_value_counts_also_deep_down() -> None:
    talk = read(shipped("example")).journal.interviews[0]
    other = replace(talk, answers=(replace(talk.answers[0], gist="another"), *talk.answers[1:]))
    assert Digests().of(talk) == Digests().of(replace(talk))
    assert Digests().of(talk) != Digests().of(other)


@pytest.mark.parametrize(
    ("one", "other"), [(("a", "b"), ("ab",)), ("1", 1), (None, ""), (True, 1), ((), None)]
)
def test_values_that_look_alike_differ(one: object, other: object) -> None:
    assert Digests().of(one) != Digests().of(other)


def test_equal_texts_are_as_good_as_the_same_text() -> None:
    word = "words"[:4]
    assert Digests().of(("word", "word")) == Digests().of((word, "word"))
