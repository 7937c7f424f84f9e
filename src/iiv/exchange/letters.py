"""Letters to a person, filled in from the notes and ready to be gone over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from iiv.exchange.letter_facts import KINDS, LetterKind, facts
from iiv.exchange.plain import one_line, quoted
from iiv.exchange.templates import Templates
from iiv.journal.days import MONTHS
from iiv.journal.parse.fields import is_email
from iiv.method.dates import spoken, written
from iiv.values import Value, asdict

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from iiv.journal.journal import Journal
    from iiv.journal.model import Contact
    from iiv.journal.settings import Settings
    from iiv.method.channels import Medium

__all__ = ["KINDS", "SCRIPTS", "Letter", "LetterKind", "LetterTemplates", "draft"]

Script = Literal["ask-phone", "nudge-phone", "thank-phone"]
SCRIPTS: Final[Mapping[LetterKind, Script]] = {
    "ask": "ask-phone",
    "nudge": "nudge-phone",
    "thank": "thank-phone",
}
"""The letters for which there are words to say on the phone, and what these are called."""

_KIND_OF: Final[Mapping[LetterKind | Script, LetterKind]] = {
    **{kind: kind for kind in KINDS},
    **{script: kind for kind, script in SCRIPTS.items()},
}
SUBJECT = re.compile(r"\s*Subject:(?P<subject>[^\n]*)(?:\n|\Z)")
BLANK = re.compile(r"\[[^\[\]\n]+\]")


class Letter(Value, frozen=True):
    """A letter as a draft: what is in [brackets] is for the person to fill in.

    `to` is the mail address of the person called `name`, "" where they have none. A card and what one says
    on the phone have neither address nor `subject`, which is one line. `body` is plain text, a line for each
    paragraph, without a line end at its end.
    """

    kind: LetterKind
    name: str
    to: str
    subject: str
    body: str
    channel: Medium | Literal["phone"]

    @property
    def blanks(self) -> tuple[str, ...]:
        """What is still to fill in, brackets included, each once."""
        return tuple(dict.fromkeys(BLANK.findall(f"{self.subject}\n{self.body}")))


class LetterTemplates(Templates):
    """The letter templates of the journal in the folder `root`.

    A template's first line may be `Subject: ...`; it finds the values of `Facts` under their names, and the
    filters `or_blank` (a visible blank where a fact is missing), `quoted`, `spoken`, `month` and `written`
    (dates), which may leave such a blank too.
    """

    def __init__(self, root: Path) -> None:
        super().__init__(root, "letters", _FILTERS, html=False)


def draft(
    name: LetterKind | Script,
    contact: Contact,
    journal: Journal,
    settings: Settings,
    templates: LetterTemplates,
) -> Letter:
    """The letter to `contact`, or the words to say on the phone. Nothing in it depends on today."""
    kind = _KIND_OF[name]
    channel: Medium | Literal["phone"] = "phone" if kind != name else "card" if kind == "card" else "email"
    said = facts(kind, contact, journal, settings)
    text = templates.render(f"{name}.md.jinja", asdict(said))
    head = SUBJECT.match(text)
    by_mail = channel == "email"
    return Letter(
        kind=kind,
        name=one_line(contact.name),
        to=contact.email if by_mail and is_email(contact.email) else "",
        subject=one_line(head["subject"]) if head and by_mail else "",
        body=_body(text[head.end() :] if head else text),
        channel=channel,
    )


def _or_blank(text: str, what: str) -> str:
    """`text`, or where there is none a visible blank: `[how you know them]`."""
    return text or (f"[{what}]" if what else "")


def _quoted(text: str, what: str = "") -> str:
    return quoted(text) if text else _or_blank("", what)


def _spoken(day: dt.date | None, what: str = "") -> str:
    """A day without its year: `2 March`."""
    return spoken(day, day) if day else _or_blank("", what)


def _month(day: dt.date | None, what: str = "") -> str:
    return f"{MONTHS[day.month - 1]} {day.year}" if day else _or_blank("", what)


def _written(day: dt.date | None, what: str = "") -> str:
    return written(day) if day else _or_blank("", what)


def _body(text: str) -> str:
    """A template's text with paragraphs one blank line apart, and no space at the end of a line."""
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n")


_FILTERS: Final[Mapping[str, Callable[..., str]]] = {
    "or_blank": _or_blank,
    "quoted": _quoted,
    "spoken": _spoken,
    "month": _month,
    "written": _written,
}
