"""Journals for measuring: any number of plausible talks, the same ones each time."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from textwrap import indent
from typing import Final

from tests.bench import prose

SETTINGS: Final = "site_name: Talks\ntheme: {name: material}\nplugins: [search, iiv]\n"
QUESTIONS: Final = {
    "start": "How did you get your start in this work?",
    "satisfying": "What do you find most satisfying?",
    "industry": "What do you like most about working in this industry?",
    "same-path": "Would you take the same path again?",
}
LAST_DAY: Final = dt.date(2026, 11, 2)
"""The day on which all journals are built; the last talk was the day before."""
A_YEAR: Final = 250
"""How many talks the busiest people have in a year: a bigger journal is an older one."""

_FIELDS: Final = ("trees", "transport", "health", "law", "glass", "schools", "software", "food", "music")
_CHANNELS: Final = ("in person", "video", "phone")
_ROLES: Final = ("Analyst", "Head of it", "Apprentice", "Owner", "Teacher")


@dataclass(frozen=True, slots=True)
class Talk:
    """With whom a talk is, and when."""

    name: str
    date: dt.date
    number: int

    @property
    def stem(self) -> str:
        """The name of its file without the ending."""
        return f"{self.date}-{self.name.lower().replace(' ', '-')}-{self.number}"


def write_made(root: Path, talks: int, seed: int = 6) -> Path:
    """Write a journal with so many talks to the folder `root`, which is made; gives the folder.

    Four questions, all asked in each talk; every fifth talk is with somebody met before; two of
    three people have a file with a log.
    """
    random = Random(seed)  # noqa: S311 - the same journal each time is the point
    had = list(_talks(random, talks))
    for order, (id_, ask) in enumerate(QUESTIONS.items(), 1):
        text = f"---\nask: {ask}\norder: {order}\n---\nMore than I thought.\n"
        write(root / f"journal/questions/{id_}.md", text)
    for talk in had:
        write(root / f"journal/interviews/{talk.stem}.md", interview(random, talk, QUESTIONS))
    write_rest(root, random, had)
    return root


def write_rest(root: Path, random: Random, talks: Iterable[Talk]) -> None:
    """Write what is neither a talk nor a question: settings, people, directions, what one says of oneself."""
    write(root / "mkdocs.yml", SETTINGS)
    for field in _FIELDS[:2]:
        direction = f"---\nname: A life with {field}\nfields: [{field}]\n---\nWhat draws me.\n"
        write(root / f"journal/directions/{field}.md", direction)
    write(root / "journal/me.md", _me(random))
    write(root / "journal/index.md", "The same questions for everyone. Write it up the same evening.\n")
    by_name: dict[str, list[Talk]] = {}
    for talk in talks:
        by_name.setdefault(talk.name, []).append(talk)
    introducer = ""
    for name, had in by_name.items():
        if random.random() < 0.67:
            file = f"{name.lower().replace(' ', '-')}.md"
            write(root / "journal/contacts" / file, _contact(random, had, introducer))
            introducer = name


def interview(random: Random, talk: Talk, questions: Mapping[str, str]) -> str:
    """A note of a talk in which the questions (wordings by id) were answered, in the body or above it."""
    lines = [f"contact: {talk.name}", f"date: {talk.date}", *facts(random, talk)]
    lines += [f"role: {random.choice(_ROLES)}", f"tags: [{random.choice(_FIELDS)}]"]
    answers = {id_: prose.answer(random) for id_ in questions}
    body = free_notes(random, talk)
    if random.random() < 0.25:
        lines.append("answers:")
        lines += [f"  {id_}: |\n{indent(text, '    ')}" for id_, text in answers.items()]
    else:
        body += "".join(f"\n\n## {questions[id_]}\n{text}" for id_, text in answers.items())
    return "\n".join(["---", *lines, "---", body, ""])


def facts(random: Random, talk: Talk) -> Sequence[str]:
    """Lines of front matter: what is noted of a talk beside the answers."""
    lines = [
        f"channel: {random.choice(_CHANNELS)}",
        f"minutes: {random.randint(20, 75)}",
        f"helpfulness: {random.randint(1, 5)}",
        f"asked_about_me: {random.choice(('yes', 'yes', 'no'))}",
        f"interest: {random.randint(1, 5)}",
        f"field: {random.choice(_FIELDS)}",
        f"thanked: {{email: {_after(talk, 1)}, card: {_after(talk, 4)}}}",
    ]
    if random.random() < 0.3:
        lines.append(f"shift: {random.choice(('More than I thought', 'Less than I feared'))}, and slower.")
    return lines


def free_notes(random: Random, talk: Talk) -> str:
    """Some paragraphs, and in every fourth note a promise, kept or not."""
    text = "\n\n".join(prose.paragraphs(random, 300))
    if random.random() < 0.25:
        text += f"\n\n- [{random.choice('x ')}] send the article (by {_after(talk, 7)})"
    return text


def write(path: Path, text: str) -> None:
    """Write a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _talks(random: Random, count: int) -> Iterator[Talk]:
    known: list[str] = []
    for number in range(count):
        if known and random.random() < 0.2:
            name = random.choice(known)
        else:
            name = prose.name(random)
            known.append(name)
        yield Talk(name, LAST_DAY - dt.timedelta(days=1 + (count - number) * 365 // A_YEAR), number)


def _contact(random: Random, talks: Sequence[Talk], introducer: str) -> str:
    first = talks[0]
    email = f"{''.join(filter(str.isalnum, first.name.lower()))}@example.org"
    lines = [f"name: {first.name}", f"email: {email}", f"organization: {random.choice(_FIELDS)} & sons"]
    if introducer and random.random() < 0.5:
        lines.append(f"introduced_by: {introducer}")
    log = [f"- {_after(first, -20)} asked by e-mail", f"- {_after(first, -9)} replied"]
    log.append(f"- {_after(first, -9)} scheduled {first.date} 15:00 by video")
    log += [f"- {_after(talk, 90)} wrote by e-mail: {prose.sentence(random)}" for talk in talks]
    log = [line for line in log if line[2:12] <= str(LAST_DAY)]
    return "\n".join(["---", *lines, "---", prose.sentence(random), "", "## Log", *log, ""])


def _me(random: Random) -> str:
    news = [f"- {LAST_DAY - dt.timedelta(weeks=weeks)} {prose.sentence(random)}" for weeks in (40, 21, 3)]
    return "\n".join(["---", "name: Nora Bell", "---", prose.sentence(random), "", "## News", *news, ""])


def _after(talk: Talk, days: int) -> dt.date:
    return talk.date + dt.timedelta(days=days)
