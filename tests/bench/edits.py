"""What a person does between two builds, each to another note each time."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import Final

from tests.bench import prose
from tests.bench.journals import LAST_DAY, Talk, interview, write
from tests.bench.note_text import answers, begun, ended, rated_otherwise, ticked
from tests.bench.timing import IIV, environment

_NAME: Final = re.compile(r"^name: (.+)$", re.MULTILINE)
_ASK: Final = re.compile(r"^ask: \"?(.+?)\"?$", re.MULTILINE)
_GOLDEN: Final = 0.618034
"""Numbers times this, without what stands before the point, are spread evenly from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that a person makes to the journal in a folder: `do` makes the one with a number.

    It gives the file that it changed. `shared` says that many pages show what it changes.
    """

    name: str
    do: Callable[[Path, int], Path]
    shared: bool = False


def _changed(change: Callable[[str, int], str], root: Path, number: int) -> Path:
    """Change the text of one talk's note, the first that `change` changes."""
    for path in _from(sorted((root / "journal/interviews").glob("*.md")), number):
        before = path.read_text("utf-8")
        after = change(before, number)
        if after != before:
            path.write_text(after, "utf-8")
            return path
    raise ValueError(f"no note of {root} can be changed so")


def _answer_ended(text: str, number: int) -> str:
    found = answers(text)
    return ended(text, found[number % len(found)], _sentence(number)) if found else text


def _answer_begun(text: str, number: int) -> str:
    found = answers(text)
    return begun(text, found[number % len(found)], _sentence(number)) if found else text


def _themed(text: str, number: int) -> str:
    found = answers(text)
    theme = f"#{prose.THEMES[number % len(prose.THEMES)]}"
    return ended(text, found[-1], theme) if found and theme not in text else text


def _noted(root: Path, number: int) -> Path:
    contact = _contact(root, number)
    return _new_note(root, number, _NAME.findall(contact.read_text("utf-8"))[0])


def _noted_of_somebody_new(root: Path, number: int) -> Path:
    return _new_note(root, number, prose.name(_random(number)))


def _new_note(root: Path, number: int, name: str) -> Path:
    """Write the note of a talk of today, with an answer to each question."""
    questions = {path.stem: _ASK.findall(path.read_text("utf-8"))[0] for path in _questions(root)}
    talk = Talk(name, LAST_DAY, number)
    path = root / f"journal/interviews/{talk.stem}.md"
    write(path, interview(_random(number), talk, questions))
    return path


def _logged(root: Path, number: int) -> Path:
    path = _contact(root, number)
    _iiv(root, "log", path.stem, "wrote", "--by", "e-mail", "--note", _sentence(number))
    return path


def _added(root: Path, number: int) -> Path:
    introducer = _contact(root, number)
    before = {*introducer.parent.iterdir()}
    name = prose.name(_random(-1 - number))
    _iiv(root, "add", name, "--email", "new@example.org", "--introduced-by", introducer.stem)
    (path,) = {*introducer.parent.iterdir()} - before
    return path


def _summed_up(root: Path, number: int) -> Path:
    return _appended(_question(root, number), f" {_sentence(number)}")


def _directed(root: Path, number: int) -> Path:
    found = sorted((root / "journal/directions").glob("*.md"))
    return _appended(found[number % len(found)], f" {_sentence(number)}")


def _reworded(root: Path, number: int) -> Path:
    path = _question(root, number)
    before = _ASK.findall(path.read_text("utf-8"))[0]
    _iiv(root, "questions", "reword", path.stem, f"{before.rstrip('?')}, all told?")
    return path


def _told(root: Path, number: int) -> Path:
    return _appended(root / "journal/me.md", f"\n- {LAST_DAY} {_sentence(number)}")


EDITS: Final = (
    Edit("an answer's end", partial(_changed, _answer_ended)),
    Edit("its first sentence", partial(_changed, _answer_begun)),
    Edit("a new note", _noted),
    Edit("a new note, of somebody new", _noted_of_somebody_new),
    Edit("a log line", _logged),
    Edit("helpfulness", partial(_changed, lambda text, _: rated_otherwise(text))),
    Edit("a promise ticked", partial(_changed, lambda text, _: ticked(text))),
    Edit("a new person", _added),
    Edit("a theme", partial(_changed, _themed)),
    Edit("a synthesis", _summed_up),
    Edit("a direction", _directed),
    Edit("a question reworded", _reworded, shared=True),
    Edit("news", _told, shared=True),
)


def _contact(root: Path, number: int) -> Path:
    return _from(sorted((root / "journal/contacts").glob("*.md")), number)[0]


def _questions(root: Path) -> list[Path]:
    return sorted((root / "journal/questions").glob("*.md"))


def _question(root: Path, number: int) -> Path:
    found = _questions(root)
    return found[number % len(found)]


def _from(paths: list[Path], number: int) -> list[Path]:
    """All of the paths, beginning somewhere else for each number."""
    start = int((number + 1) * _GOLDEN % 1 * len(paths))
    return [*paths[start:], *paths[:start]]


def _appended(path: Path, words: str) -> Path:
    write(path, f"{path.read_text('utf-8').rstrip()}{words}\n")
    return path


def _iiv(root: Path, *words: str) -> None:
    subprocess.run([IIV, "-C", root, *words], env=environment(), check=True, capture_output=True)


def _sentence(number: int) -> str:
    return prose.sentence(_random(number))


def _random(number: int) -> Random:
    return Random(f"edit {number}")  # noqa: S311 - the same edit each time is the point
