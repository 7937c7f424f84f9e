"""Real interviews, as many as wanted: each copy has other people, other days and new words in each answer."""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from random import Random
from typing import Final

from tests.bench import prose
from tests.bench.journals import LAST_DAY, Talk, facts, free_notes, write, write_rest
from tests.bench.note_text import answers, ended

SOURCE: Final = Path(__file__).parents[3] / "shared" / "real-interviews" / "journal"
"""The real interviews, which do not belong to the project."""
ADVICE: Final = "What would you tell somebody who begins?"

_CONTACT: Final = re.compile(r"^contact: (.+)$", re.MULTILINE)
_DATE: Final = re.compile(r"^date: (\d{4}-\d\d-\d\d)$", re.MULTILINE)
_FRONT_MATTER: Final = re.compile(r"---\n(.*?\n)---\n(.*)", re.DOTALL)


def write_real(root: Path, talks: int, source: Path = SOURCE, seed: int = 6) -> Path:
    """Write a journal with so many talks to the folder `root`, which is made; gives the folder.

    Real notes hold little but answers: facts, promises, themes and people are invented, as is one
    more question, asked in every third talk.
    """
    random = Random(seed)  # noqa: S311 - the same journal each time is the point
    for path in sorted((source / "questions").glob("*.md")):
        write(root / "journal/questions" / path.name, f"{path.read_text('utf-8')}More than I thought.\n")
    write(root / "journal/questions/advice.md", f"---\nask: {ADVICE}\norder: 9\n---\nTo begin.\n")
    had = []
    for talk, text in islice(_copies(random, source), talks):
        write(root / f"journal/interviews/{talk.stem}.md", filled_in(random, talk, text))
        had.append(talk)
    write_rest(root, random, sorted(had, key=lambda talk: talk.date))
    return root


def renamed(text: str, talk: Talk) -> str:
    """A note as if it were of another talk."""
    name = _field(_CONTACT, text)
    return _DATE.sub(f"date: {talk.date}", text.replace(name, talk.name), count=1)


def filled_in(random: Random, talk: Talk, text: str) -> str:
    """A note with facts, free notes, themes, and one more sentence in each answer.

    Two copies of a note with the same answers would be half the work for a program that works each
    out once.
    """
    for place in range(len(answers(text))):
        text = ended(text, answers(text)[place], f"{prose.sentence(random)}{prose.themes(random)}")
    match = _FRONT_MATTER.fullmatch(text)
    if not match:
        raise ValueError(f"the note of {talk.name} has no front matter")
    lines = "".join(f"{line}\n" for line in facts(random, talk))
    more = f"\n### {ADVICE}\n\n{prose.answer(random)}\n" if random.random() < 0.33 else ""
    return f"---\n{match[1]}{lines}---\n{free_notes(random, talk)}\n{more}\n{match[2]}"


def _copies(random: Random, source: Path) -> Iterator[tuple[Talk, str]]:
    notes = [path.read_text("utf-8") for path in sorted((source / "interviews").glob("*.md"))]
    dates = [dt.date.fromisoformat(_field(_DATE, text)) for text in notes]
    later = LAST_DAY - max(dates) - dt.timedelta(days=1)
    numbers = count()
    for copy in count():
        for date, text in zip(dates, notes, strict=True):
            name = prose.name(random) if copy else _field(_CONTACT, text)
            talk = Talk(name, date + later - dt.timedelta(days=11 * copy), next(numbers))
            yield talk, renamed(text, talk)


def _field(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    if not match:
        raise ValueError(f"a note without {pattern.pattern}")
    return match[1].strip("'\"")
