"""A reading with what is kept from earlier ones is the reading without."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iiv.journal import ledger
from iiv.journal.caching import KeptNotes, kept_notes
from iiv.journal.plain_values import dump_said, load_said
from iiv.journal.questions import default_wording
from iiv.journal.reading import read
from tests.builders import write_journal

if TYPE_CHECKING:
    from collections.abc import Callable

    from iiv.journal.reading import Reading
    from iiv.journal.sheets import Said

ADA = """\
---
contact: Ada Lovelace
date: 2026-03-02 15:00
helpfulness: 4
next_contact: never
asked_about_me: no
introductions: [Grace Hopper, "[[Mary]]"]
thanked: {email: 2026-03-02}
colour: blue
answers:
  start: |
    **By accident.** Through #music, see [a book](book.pdf) and [[Grace Hopper]].
---
- [ ] send her the article (by 2026-03-09)

## What do you like?
Looms[^1].

[^1]: of a kind
"""
GRACE = """\
---
name: Grace Hopper
next_contact: 2026-09-01
introduced_by: Ada Lovelace
---
## Log
- 2026-02-20 scheduled 2026-03-02 15:00 by video: "\\ud83d\\ude00"
- 2026-03-05 thanked by card
"""
LIKE = "---\nask: What do you like?\n---\n"
BROKEN = "---\ncontact: [[[\n"
NOBODY = "---\ndate: 2026-03-02\n---\nwith whom?\n"
AMBIGUOUS = "---\ncontact: Double\ndate: 2026-03-02\n---\n"
DOUBLE = "---\nname: Double\n---\n"
PATHS = (
    "interviews/a.md",
    "interviews/b.md",
    "interviews/2026/A.md",
    "interviews/readme.md",
    "contacts/grace.md",
    "contacts/x/b.md",
    "questions/like.md",
    "questions/start.md",
    "me.md",
    "index.md",
    "book.pdf",
    "stray.md",
)
TEXTS = (ADA, ADA.replace("Ada", "Double"), GRACE, LIKE, BROKEN, NOBODY, AMBIGUOUS, DOUBLE, "", "\0")


def read_kept(root: Path) -> Reading:
    with kept_notes(root) as kept:
        return read(root, kept)


def known(root: Path) -> list[str]:
    return list(ledger.Ledger(root, "notes").lines)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_journal(tmp_path, {"interviews/a.md": ADA, "contacts/grace.md": GRACE, "me.md": "I.\n"})


@st.composite
def edits(draw: st.DrawFn) -> list[tuple[str, str | None]]:
    """What is done to a journal: a path and its new text, None for a note that goes."""
    return draw(
        st.lists(
            st.tuples(st.sampled_from(PATHS), st.none() | st.sampled_from(TEXTS)), min_size=1, max_size=6
        )
    )


@given(st.lists(edits(), min_size=1, max_size=4))
def test_after_any_edits_what_is_kept_changes_nothing(rounds: list[list[tuple[str, str | None]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = write_journal(Path(folder), {})
        for round_ in rounds:
            for path, text in round_:
                file = root / "journal" / path
                file.parent.mkdir(parents=True, exist_ok=True)
                if text is None:
                    file.unlink(missing_ok=True)
                else:
                    file.write_text(text, "utf-8")
            plain = read(root)
            # `repr` tells a list from a tuple, and True from 1.
            assert [repr(read_kept(root)), repr(read_kept(root))] == [repr(plain)] * 2


def test_a_second_reading_takes_nothing_apart(root: Path) -> None:
    read_kept(root)
    with kept_notes(root) as kept:
        read(root, kept)
        assert kept.news == []
    assert len(known(root)) == 2


def test_what_is_gone_or_changed_is_forgotten_in_time(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "FEW", 0)
    read_kept(root)
    (root / "journal/contacts/grace.md").unlink()
    (root / "journal/interviews/a.md").write_text(ADA.replace("By accident", "By chance"), "utf-8")
    assert read_kept(root) == read(root)
    assert len(known(root)) == 1


def test_another_wording_reads_every_talk_anew(root: Path) -> None:
    (root / "journal/questions").mkdir()
    question = root / "journal/questions/looms.md"
    answered = []
    for wording in ("Something else?", "What do you like?"):
        question.write_text(f"---\nask: {wording}\n---\n", "utf-8")
        reading = read_kept(root)
        assert reading == read(root)
        answered.append([answer.question for answer in reading.journal.talks[0].answers])
    assert answered == [[], ["looms"]]


def test_without_question_files_the_talks_say_what_was_asked(tmp_path: Path) -> None:
    talk = "---\ncontact: Ada\ndate: 2026-03-02\nanswers: {start: By accident.}\n---\n"
    ask = default_wording("start")
    root = write_journal(tmp_path, {"interviews/a.md": talk, "questions/start.md": f"---\nask: {ask}\n---\n"})
    read_kept(root)
    (root / "journal/questions/start.md").unlink()
    for _ in range(2):
        assert read_kept(root) == read(root)
        assert [question.ask for question in read_kept(root).journal.questions] == [ask]


@given(st.data())
def test_damage_changes_nothing(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = write_journal(Path(folder), {"interviews/a.md": ADA, "contacts/grace.md": GRACE})
        plain = read_kept(root)
        file = root / ".iiv" / "notes"
        content = bytearray(file.read_bytes())
        for index in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1)):
            content[index] = data.draw(st.integers(0, 255))
        file.write_bytes(content[: data.draw(st.integers(0, len(content)))])
        assert read_kept(root) == plain


def test_lines_that_are_none_of_ours_count_for_nothing(root: Path) -> None:
    kept = KeptNotes()
    plain = read(root, kept)
    for line in kept.lines():
        key = line.split(" ")[0]
        for other in ("", " ", " null", " [1, 2]", " " + "[" * 100_000):
            assert read(root, KeptNotes([key + other])) == plain


def test_a_kept_note_that_names_nobody_for_sure_is_shown_with_its_text(tmp_path: Path) -> None:
    files = {"interviews/a.md": AMBIGUOUS, "contacts/one.md": DOUBLE, "contacts/two.md": DOUBLE}
    root = write_journal(tmp_path, files)
    read_kept(root)
    reading = read_kept(root)
    assert [(note.id, note.text) for note in reading.journal.broken] == [("a", AMBIGUOUS)]


def all_said(files: dict[str, str | bytes]) -> list[Said]:
    """What the notes of a journal say, for talks and people."""
    with tempfile.TemporaryDirectory() as folder:
        root = write_journal(Path(folder), files)
        kept = KeptNotes()
        read(root, kept)
    return [load_said(json.loads(line.partition(" ")[2]), "journal/x.md") for line in kept.lines()]


SAID = all_said({"interviews/a.md": ADA, "contacts/grace.md": GRACE})


def test_values_come_back_as_they_were() -> None:
    for said in SAID:
        plain = json.loads(json.dumps(dump_said(said)))
        assert repr(load_said(plain, "journal/x.md")) == repr(said)


def spots(plain: Any, found: list[Callable[[Any], None]]) -> None:  # noqa: ANN401 - any JSON
    """For each place in a list of lists a function that puts something else there."""
    for index, item in enumerate(plain):
        found.append(lambda value, index=index: plain.__setitem__(index, value))  # type: ignore[misc]
        if isinstance(item, list):
            spots(item, found)


@given(st.sampled_from(SAID), st.data())
@settings(max_examples=300)
def test_what_is_of_another_shape_is_refused(said: Said, data: st.DataObject) -> None:
    plain = dump_said(said)
    places: list[Callable[[Any], None]] = []
    spots(plain, places)
    data.draw(st.sampled_from(places))({"not": "ours"})
    with pytest.raises(ValueError, match=r"instead of|no \w+|neither"):
        load_said(plain, "journal/x.md")
