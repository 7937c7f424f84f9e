"""A journal whose days are moved reads as before, but for its days."""

import datetime as dt
import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iiv.journal.edit.moving import moved
from iiv.journal.read.reading import Reading, read_notes
from iiv.journal.settings import Settings
from iiv.shipped import shipped
from iiv.values import replace
from tests.conftest import EXAMPLES

CENTURIES = st.integers(-200_000, 200_000)
DATE = re.compile(r"datetime\.date\((\d+), (\d+), (\d+)\)")

TALK = """\
---
contact: Ada Lovelace
date: 2026-03-02 15:00
thanked: {email: 2026-03-02, card: "2026-03-05"}
next_contact: never
shift: On 2026-03-02 I changed my mind.
answers:
  start: |
    2026-03-02 was a Monday.
---
Met on 2026-03-02, see [[2026-03-02-ada#start|here]] and [there](../interviews/2026-03-02-ada.md).

- [ ] send the report of 2019-01-31 (by 2026-03-09)
- [x] read https://example.org/2026-03-02/x
  until the evening, due 2026-03-10
- 2026-03-11 is no line of a log here
"""
MOVED_TALK = """\
---
contact: Ada Lovelace
date: 2026-04-01 15:00
thanked: {email: 2026-04-01, card: "2026-04-04"}
next_contact: never
shift: On 2026-03-02 I changed my mind.
answers:
  start: |
    2026-03-02 was a Monday.
---
Met on 2026-03-02, see [[2026-04-01-ada#start|here]] and [there](../interviews/2026-04-01-ada.md).

- [ ] send the report of 2019-01-31 (by 2026-04-08)
- [x] read https://example.org/2026-03-02/x
  until the evening, due 2026-04-09
- 2026-03-11 is no line of a log here
"""


@cache
def example() -> dict[str, bytes]:
    top = shipped("example")
    files = [path for path in sorted((top / "journal").rglob("*")) if path.is_file()]
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in files}


def reading(files: dict[str, bytes]) -> Reading:
    notes = {path: content for path, content in sorted(files.items()) if path.endswith(".md")}
    return read_notes(notes, frozenset(files) - frozenset(notes), Settings())


def words_and_days(read: Reading) -> tuple[str, list[dt.date]]:
    """All that a journal says: its words without days, and its days."""
    said = repr((replace(read.journal, files=frozenset()), sorted(read.journal.files), read.problems))
    days = [dt.date(*map(int, parts)) for parts in DATE.findall(said)]
    return re.sub(r"\d{4}-\d{2}-\d{2}", "DAY", DATE.sub("DAY", said)), days


def test_the_days_of_a_talk_move_and_nothing_else() -> None:
    files = {
        "journal/interviews/2026-03-02-ada.md": TALK.encode(),
        "journal/a/2026-03-02.png": b"\xff 2026-03-02",
    }
    assert moved(files, 30) == {
        "journal/interviews/2026-04-01-ada.md": MOVED_TALK.encode(),
        "journal/a/2026-03-02.png": b"\xff 2026-03-02",
    }


@pytest.mark.parametrize(
    ("path", "text", "later"),
    [
        (
            "contacts/ada.md",
            "---\nnext_contact: 2026-12-31\n---\nB.1815-12-10\n- 2026-02-20 scheduled 2026-03-02: 2026-03-01",
            "---\nnext_contact: 2027-01-01\n---\nB.1815-12-10\n- 2026-02-21 scheduled 2026-03-03: 2026-03-01",
        ),
        (
            "questions/start.md",
            "---\nas_of: 2026-02-28\nformerly: [{until: 2024-02-28}]\nsince: 2026-03-01\n---\nIn 2026-03-01.",
            "---\nas_of: 2026-03-01\nformerly: [{until: 2024-02-29}]\nsince: 2026-03-02\n---\nIn 2026-03-01.",
        ),
        (
            "directions/trees.md",
            "---\nverdicts:\n- {verdict: try, on: 2026-09-01, why: the 2026-09-01 talk}\n---\n",
            "---\nverdicts:\n- {verdict: try, on: 2026-09-02, why: the 2026-09-01 talk}\n---\n",
        ),
        ("me.md", "## News\r\n- 2026-01-19 told\r\n", "## News\r\n- 2026-01-20 told\r\n"),
        (
            "me.md",
            "---\nborn: 2026-02-30\nname: never closed\n",
            "---\nborn: 2026-02-30\nname: never closed\n",
        ),
    ],
)
def test_the_days_of_other_notes(path: str, text: str, later: str) -> None:
    assert moved({f"journal/{path}": text.encode()}, 1) == {f"journal/{path}": later.encode()}


@given(days=CENTURIES)
def test_moved_back_it_is_the_same_to_the_byte(days: int) -> None:
    assert moved(moved(example(), days), -days) == example()


@given(days=CENTURIES)
@settings(max_examples=max(3, EXAMPLES // 8))  # each reads the journal
def test_the_example_reads_the_same_but_for_its_days(days: int) -> None:
    words, before = words_and_days(reading(example()))
    same_words, after = words_and_days(reading(moved(example(), days)))
    assert same_words == words
    assert [day - dt.timedelta(days) for day in after] == before
    assert len(before) > 200
