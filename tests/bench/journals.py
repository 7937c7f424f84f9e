"""Journals for measuring: any number of plausible talks, the same ones each time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random
from textwrap import indent
from typing import TYPE_CHECKING, Final

from tests.bench import prose

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SETTINGS: Final = "site_name: Talks\ntheme: {name: material}\nplugins: [search, iiv]\n"
QUESTIONS: Final = {
    "start": "How did you get your start in this work?",
    "satisfying": "What do you find most satisfying?",
    "industry": "What do you like most about working in this industry?",
    "same-path": "Would you take the same path again?",
}
LAST_DAY: Final = dt.date(2026, 11, 2)
A_YEAR: Final = 250
"""How many talks the busiest people have in a year: a bigger journal is an older one."""

_SYLLABLES: Final = (
    *("ba", "be", "da", "el", "fa", "gor", "han", "il", "jo", "ka", "lin", "mar", "nor", "os", "pe", "quin"),
    *("ra", "sol", "ti", "ur", "vel", "wen", "ya", "zor"),
)
_GIVEN: Final = (
    "Ada",
    "Ben",
    "Cleo",
    "Dina",
    "Emre",
    "Faye",
    "Gus",
    "Hana",
    "Ines",
    "Jon",
    "Kofi",
    "Lena",
    "Mei",
)
_FIELDS: Final = ("trees", "transport", "health", "law", "glass", "schools", "software", "food", "music")
_CHANNELS: Final = ("in person", "video", "phone")


@dataclass(frozen=True, slots=True)
class Talk:
    """With whom a talk is, and when."""

    name: str
    email: str
    date: dt.date
    number: int

    @property
    def stem(self) -> str:
        """The name of its file without the ending."""
        return f"{self.date}-{self.name.lower().replace(' ', '-')}-{self.number}"


def write_journal(root: Path, talks: int, seed: int = 6) -> Path:
    """Write a journal with so many talks to the folder `root`, which is made; gives the folder.

    Four questions, all asked in each talk; every fifth talk is with somebody met before; two of
    three people have a file with a log.
    """
    random = Random(seed)  # noqa: S311 - the same journal each time is the point
    _write(root / "mkdocs.yml", SETTINGS)
    for order, (id_, ask) in enumerate(QUESTIONS.items(), 1):
        text = f"---\nask: {ask}\norder: {order}\n---\nMore than I thought.\n"
        _write(root / f"journal/questions/{id_}.md", text)
    by_name: dict[str, list[Talk]] = {}
    for talk in _talks(random, talks):
        by_name.setdefault(talk.name, []).append(talk)
        _write(root / f"journal/interviews/{talk.stem}.md", _interview(random, talk))
    introducer = ""
    for name, had in by_name.items():
        if random.random() < 0.67:
            file = f"{name.lower().replace(' ', '-')}.md"
            _write(root / "journal/contacts" / file, _contact(random, had, introducer))
            introducer = name
    return root


def one_answer_more(root: Path, text: str) -> Path:
    """Add a sentence to one answer, in the middle of the journal; gives the note that was changed."""
    notes = sorted((root / "journal/interviews").glob("*.md"))
    note = notes[len(notes) // 2]
    note.write_text(f"{note.read_text('utf-8').rstrip()}\n\n{text}\n", "utf-8")
    return note


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _talks(random: Random, count: int) -> Iterator[Talk]:
    known: list[tuple[str, str]] = []
    for number in range(count):
        date = LAST_DAY - dt.timedelta(days=(count - number) * 365 // A_YEAR)
        if known and random.random() < 0.2:
            name, email = random.choice(known)
        else:
            family = "".join(random.choice(_SYLLABLES) for _ in range(4)).capitalize()
            name, email = f"{random.choice(_GIVEN)} {family}", f"{family.lower()}@example.org"
            known.append((name, email))
        yield Talk(name, email, date, number)


def _interview(random: Random, talk: Talk) -> str:
    lines = [
        f"contact: {talk.name}",
        f"date: {talk.date}",
        f"channel: {random.choice(_CHANNELS)}",
        f"minutes: {random.randint(20, 75)}",
        f"helpfulness: {random.randint(1, 5)}",
        f"asked_about_me: {random.choice(('yes', 'yes', 'no'))}",
        f"interest: {random.randint(1, 5)}",
        f"role: {random.choice(('Analyst', 'Head of it', 'Apprentice', 'Owner', 'Teacher'))}",
        f"field: {random.choice(_FIELDS)}",
        f"thanked: {{email: {_after(talk, 1)}, card: {_after(talk, 4)}}}",
        f"tags: [{random.choice(_FIELDS)}]",
    ]
    if random.random() < 0.3:
        lines.append(f"shift: {random.choice(('More than I thought', 'Less than I feared'))}, and slower.")
    answers = {id_: prose.answer(random) for id_ in QUESTIONS}
    body = "\n\n".join(prose.paragraphs(random, 300))
    if random.random() < 0.25:
        body += f"\n\n- [{random.choice('x ')}] send the article (by {_after(talk, 7)})"
    if random.random() < 0.25:
        lines.append("answers:")
        lines += [f"  {id_}: |\n{indent(text, '    ')}" for id_, text in answers.items()]
    else:
        body += "".join(f"\n\n## {QUESTIONS[id_]}\n{text}" for id_, text in answers.items())
    return "\n".join(["---", *lines, "---", body, ""])


def _contact(random: Random, talks: list[Talk], introducer: str) -> str:
    first = talks[0]
    lines = [f"name: {first.name}", f"email: {first.email}", f"organization: {random.choice(_FIELDS)} & sons"]
    if introducer and random.random() < 0.5:
        lines.append(f"introduced_by: {introducer}")
    log = [f"- {_after(first, -20)} asked by e-mail", f"- {_after(first, -9)} replied"]
    log.append(f"- {_after(first, -9)} scheduled {first.date} 15:00 by video")
    log += [f"- {_after(talk, 90)} wrote by e-mail: {prose.sentence(random)}" for talk in talks]
    log = [line for line in log if line[2:12] <= str(LAST_DAY)]
    return "\n".join(["---", *lines, "---", prose.sentence(random), "", "## Log", *log, ""])


def _after(talk: Talk, days: int) -> dt.date:
    return talk.date + dt.timedelta(days=days)
