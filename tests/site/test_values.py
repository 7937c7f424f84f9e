import datetime as dt
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from iiv.journal.model import Never
from iiv.journal.read.reading import read
from iiv.shipped import shipped
from iiv.site.outputs import Output, outputs
from iiv.site.values import Shared, digest
from iiv.values import Value, asdict, replace
from tests.conftest import ROOT
from tests.site.sites import an_index

PLAIN = (str, bytes, int, float, bool, dt.date, dt.time, Never, type(None))
CODE = "from tests.site.test_values import digests; print(*digests())"


def of_the_example() -> list[Output]:
    return list(outputs(an_index(read(shipped("example")))))


def digests() -> list[str]:
    return [digest(output) for output in of_the_example()]


def leaves(value: object) -> Iterator[object]:
    if isinstance(value, Value):
        for held in asdict(value).values():
            yield from leaves(held)
    elif isinstance(value, Shared):
        yield from leaves(value.value)
    elif isinstance(value, dict):
        yield from leaves((*value, *value.values()))
    elif isinstance(value, (tuple, frozenset)):
        assert isinstance(value, tuple) or len(value) < 2, "the order of a set differs from run to run"
        for one in value:
            yield from leaves(one)
    else:
        yield value


def test_what_outputs_show_is_made_of_values_that_say_all_they_are() -> None:
    kinds = {type(leaf) for output in of_the_example() for leaf in leaves(output)}
    assert all(issubclass(kind, PLAIN) for kind in kinds), kinds


def test_another_run_gives_the_same_digests() -> None:
    there = {**os.environ, "PYTHONHASHSEED": "5", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", CODE], check=True, capture_output=True, text=True, env=there)
    assert done.stdout.split() == digests()


def test_each_value_counts_also_deep_down() -> None:
    talk = read(shipped("example")).journal.interviews[0]
    other = replace(talk, answers=(replace(talk.answers[0], gist="another"), *talk.answers[1:]))
    assert digest(talk) == digest(replace(talk))
    assert digest(talk) != digest(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("a", "b"), ("ab",)),
        ("1", 1),
        (None, ""),
        (True, 1),
        ((), None),
        ("\udcff", "\udcfe"),
        ("a\udcff", "a"),
    ],
)
def test_values_that_look_alike_differ(one: object, other: object) -> None:
    assert digest(one) != digest(other)
    assert digest(one, other) != digest(other, one)


def test_equal_texts_are_as_good_as_the_same_text() -> None:
    word = "words"[:4]
    assert digest(("word", "word")) == digest((word, "word"))
