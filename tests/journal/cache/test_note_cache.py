"""A reading with the cache is the reading without."""

import hashlib
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import msgpack

from iiv.journal.cache.entries import Cache
from iiv.journal.cache.note_cache import PERSON, TALK, NoteCache, note_cache
from iiv.journal.model import NoteKind
from iiv.journal.parse.notes import Note, open_note
from iiv.journal.parse.parsed_note import parse_person, parse_talk
from iiv.journal.parse.questions import default_question
from iiv.journal.read import note_index
from iiv.journal.read.reading import Reading, read
from iiv.processes import VARIABLE
from iiv.values import replace
from tests.builders import write_journal

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

### And what do you not like?
#Noise, as [said].

## Where did you begin
At a #table. [said]: a book

[^1]: of a kind
[said]: https://example.org
"""
NESTED = """\
---
contact: Grace Hopper
date: 2026-03-04
next_contact: 2026-05-01
answers: {like: Ships., What do you like: Twice., odd: [1]}
---
# How did you start?
**Late.** #begin
## What do you like?
Early. #end [^2]
#### What do you like?
Again.
# Why?
- [ ] look it up (by soon)

[^2]: no
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
QUESTIONS = (
    "ask: What do you like?",
    "ask: What do you not like?\nformerly: [What do you like?]",
    "ask: And what do you not like?",
    "ask: Where did you begin?\nretired: 2026-03-03",
    "ask: How did you start?\nformerly: [{ask: Where did you begin, until: 2026-01-01}]\norder: 1",
    "ask: Why?\norder: 2",
    "retired: yes",
    "ask: [",
)
BROKEN = "---\ncontact: [[[\n"
NOBODY = "---\ndate: 2026-03-02\n---\nwith whom?\n"
AMBIGUOUS = "---\ncontact: Double\ndate: 2026-03-02\n---\n"
DOUBLE = "---\nname: Double\n---\n"
PATHS = (
    *("interviews/a.md", "interviews/b.md", "interviews/2026/A.md", "interviews/readme.md"),
    *("contacts/grace.md", "contacts/x/b.md", "questions/like.md", "questions/start.md", "me.md", "index.md"),
    *("book.pdf", "stray.md"),
)
TEXTS = (
    *(ADA, ADA.replace("Ada", "Double"), NESTED, GRACE, BROKEN, NOBODY, AMBIGUOUS, DOUBLE, "", "\0"),
    *(f"---\n{question}\n---\n" for question in QUESTIONS),
)


def read_kept(root: Path) -> Reading:
    with note_cache(root) as cache:
        return read(root, cache)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_journal(tmp_path, {"interviews/a.md": ADA, "contacts/grace.md": GRACE, "me.md": "I.\n"})


@st.composite
def edits(draw: st.DrawFn) -> list[tuple[str, str | None]]:
    """What is done to a journal: a path and its new text, None for a note that goes."""
    one = st.tuples(st.sampled_from(PATHS), st.none() | st.sampled_from(TEXTS))
    return draw(st.lists(one, min_size=1, max_size=6))


def edit(root: Path, path: str, text: str | None) -> None:
    file = root / "journal" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    if text is None:
        file.unlink(missing_ok=True)
    else:
        file.write_text(text, "utf-8")


@given(st.lists(edits(), min_size=1, max_size=4))
def test_after_any_edits_the_cache_changes_nothing(rounds: list[list[tuple[str, str | None]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = write_journal(Path(folder), {})
        for round_ in rounds:
            for path, text in round_:
                edit(root, path, text)
            plain = read(root)
            # `repr` tells a list from a tuple, and True from 1.
            assert [repr(read_kept(root)), repr(read_kept(root))] == [repr(plain)] * 2


@st.composite
def questions(draw: st.DrawFn) -> dict[str, str]:
    """The texts of files in questions/, by path."""
    ids = draw(st.sets(st.sampled_from(["like", "start", "why", "other"])))
    return {f"questions/{id_}.md": f"---\n{draw(st.sampled_from(QUESTIONS))}\n---\n" for id_ in sorted(ids)}


@given(st.lists(questions(), min_size=2, max_size=4))
def test_whatever_becomes_of_the_questions_talks_are_read_as_if_anew(rounds: list[dict[str, str]]) -> None:
    talks: dict[str, str | bytes] = {"interviews/a.md": ADA, "interviews/b.md": NESTED, "me.md": "I."}
    with tempfile.TemporaryDirectory() as folder:
        root = write_journal(Path(folder), talks)
        for asked in rounds:
            for file in root.glob("journal/questions/*.md"):
                file.unlink()
            for path, text in asked.items():
                edit(root, path, text)
            assert repr(read_kept(root)) == repr(read(root))


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the notes that are parsed from now on."""
    ids: list[str] = []

    def counting(parse: Callable[[Note], object]) -> Callable[[Note], object]:
        def counted(note: Note) -> object:
            ids.append(note.id)
            return parse(note)

        return counted

    for name in ("parse_talk", "parse_person"):
        monkeypatch.setattr(note_index, name, counting(getattr(note_index, name)))
    return ids


def test_a_note_is_parsed_once_whatever_is_asked(root: Path, parsed: list[str]) -> None:
    read_kept(root)
    assert sorted(parsed) == ["a", "grace"]
    answered = []
    for wording in ("Something else?", "What do you like?", "Where did you begin?"):
        edit(root, "questions/looms.md", f"---\nask: {wording}\n---\n")
        answered.append([answer.gist for answer in read_kept(root).journal.talks[0].answers])
    edit(root, "interviews/a.md", ADA.replace("By accident", "By chance"))
    read_kept(root)
    assert answered == [[], ["Looms."], ["At a #table."]]
    assert sorted(parsed) == ["a", "a", "grace"]


def test_what_is_gone_is_forgotten_in_time(root: Path) -> None:
    read_kept(root)
    longer = ADA + "More. " * 1000
    edit(root, "contacts/grace.md", None)
    edit(root, "interviews/a.md", longer)
    assert read_kept(root) == read_kept(root) == read(root)
    cache = NoteCache(root)
    assert cache.get("journal/interviews/a.md", ADA.encode(), TALK) is None
    assert cache.get("journal/interviews/a.md", longer.encode(), TALK) is not None
    assert cache.get("journal/contacts/grace.md", GRACE.encode(), PERSON) is None


def test_what_is_close_to_a_question_is_looked_for_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(root, "questions/looms.md", "---\nask: What do you not like?\n---\n")
    plain = read_kept(root)
    assert "did you mean `What do you not like?`" in [problem.hint for problem in plain.problems]
    monkeypatch.delattr("iiv.journal.parse.wordings.get_close_matches")
    assert read_kept(root) == plain


def test_without_question_files_the_talks_say_what_was_asked(tmp_path: Path) -> None:
    talk = "---\ncontact: Ada\ndate: 2026-03-02\nanswers: {start: By accident.}\n---\n"
    ask = default_question("start").ask
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


@pytest.mark.parametrize("value", [b"", b"\xc0", msgpack.encode([1, 2]), msgpack.encode({"value": {}})])
def test_entries_that_are_none_of_ours_count_for_nothing(root: Path, value: bytes) -> None:
    plain = read_kept(root)
    (root / ".iiv/notes").unlink()
    entries = Cache(root, "notes")
    for path in root.rglob("*.md"):
        name = path.relative_to(root).as_posix().encode()
        entries.put(hashlib.sha256(name + b"\0" + path.read_bytes()).hexdigest(), value)
    entries.put("closest", value)
    entries.save()
    assert read_kept(root) == plain


def test_a_kept_note_that_names_nobody_for_sure_is_shown_with_its_text(tmp_path: Path) -> None:
    files = {"interviews/a.md": AMBIGUOUS, "contacts/one.md": DOUBLE, "contacts/two.md": DOUBLE}
    root = write_journal(tmp_path, files)
    read_kept(root)
    reading = read_kept(root)
    assert [(note.id, note.text) for note in reading.journal.broken] == [("a", AMBIGUOUS)]


def note(kind: NoteKind, text: str) -> Note:
    opened = open_note(kind, "x", "journal/x.md", text)
    assert isinstance(opened, Note)
    return opened


def test_notes_come_back_as_they_were() -> None:
    for text in (ADA, NESTED, ADA.replace("2026-03-02 15:00", "2026-03-02")):
        talk = parse_talk(note("interview", text))
        assert repr(TALK.decode(msgpack.encode(talk))) == repr(talk)
    for text in (GRACE.replace("\\ud83d", ""), DOUBLE.replace("---\n", "---\nnext_contact: never\n", 1)):
        person = parse_person(note("contact", text))
        assert repr(PERSON.decode(msgpack.encode(person))) == repr(person)


def test_what_is_of_another_type_is_refused() -> None:
    talk = parse_talk(note("interview", ADA))
    for wrong in ("2026-13-40", 4.5, True, None, ["x"], {"x": 1}):
        interview = replace(talk.value.interview, date=wrong)
        with pytest.raises(msgspec.ValidationError):
            TALK.decode(msgpack.encode(replace(talk, value=replace(talk.value, interview=interview))))


@pytest.mark.parametrize("processes", ["1", "2"])
def test_many_notes_are_parsed_in_several_processes_as_in_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: str
) -> None:
    text = "---\ncontact: Ada\ndate: 2026-03-0{}\nshift: so\n---\nWords.\n"
    notes = {f"interviews/{number}.md": text.format(number) for number in range(1, 9)}
    odd = {
        "interviews/broken.md": "---\ncontact: [\n---\n",
        "interviews/half.md": '---\ncontact: "\\ud83d"\ndate: 2026-03-02\n---\n',
        "contacts/ada.md": "---\nname: Ada\n---\n## Log\n- soon asked\n",
    }
    root = write_journal(tmp_path, notes | odd)
    monkeypatch.setattr("iiv.journal.read.note_index.MANY", 4)
    monkeypatch.setenv(VARIABLE, processes)
    for _ in ("parsed", "from the cache"):
        with note_cache(root) as cache:
            assert read(root, cache) == read(root)
