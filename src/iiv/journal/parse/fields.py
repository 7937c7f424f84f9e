"""Front matter to typed values: what each kind of value looks like, and what is wrong with it."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from iiv.journal.model import Never
from iiv.journal.parse.front_matter import Entries, Items, Scalar
from iiv.journal.problems import Problem, did_you_mean, error, warning

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from iiv.journal.parse.front_matter import Entry, Node
    from iiv.journal.problems import Place

YES = frozenset({"yes", "y", "true", "on"})
NO = frozenset({"no", "n", "false", "off"})
DATE_AND_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ]+(\d\d?:\d\d)(?::\d\d(?:\.\d+)?)?(?: ?(?:Z|[+-]\d\d:?\d\d))?)?"
)
LONGEST_QUOTE = 60
MANY = 10
PLAUSIBLE = 30
EMAIL = re.compile(r"[^\s@<>(),;:\"\\]+@(?:[\w-]+\.)+[\w-]*[^\W\d_][\w-]*")
WHOLE_NUMBER = re.compile(r"\d{1,6}", re.ASCII)


def parse_date(text: str) -> dt.date | None:
    """The day in `2026-03-02`, or None; a time after it is dropped."""
    return parse_date_and_time(text)[0]


def parse_date_and_time(text: str) -> tuple[dt.date | None, dt.time | None]:
    """The day and time in `2026-03-02 15:00`; None for what is absent or does not exist."""
    match = DATE_AND_TIME.fullmatch(text.strip())
    if not match or not text.isascii():
        return None, None
    try:
        return dt.date.fromisoformat(match[1]), parse_time(match[2]) if match[2] else None
    except ValueError:
        return None, None


def parse_time(text: str) -> dt.time:
    """The time in `15:00` or `9:30`. Raises ValueError when there is no such time."""
    hours, minutes = text.split(":")
    return dt.time(int(hours), int(minutes))


def date_fault(text: str) -> tuple[str, str]:
    """Why `text` is no date, and what to do."""
    if DATE_AND_TIME.fullmatch(text.strip()):
        return f"`{text}` is no day in the calendar", "check the month and the day"
    return f"`{_short(text)}` is no date", "write year-month-day, as in 2026-03-02"


def is_email(text: str) -> bool:
    """Whether the text can be a mail address; it may hold no control character, space or list."""
    return bool(EMAIL.fullmatch(text)) and text.isprintable()


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + " …"


class Fields:
    """The keys of one note, taken out by name; what is wrong is collected in `problems`."""

    def __init__(self, entries: Entries, known: Collection[str]) -> None:
        self.place = entries.place
        self.problems: list[Problem] = []
        self._entries: dict[str, Entry] = {}
        for entry in entries.entries:
            self._add(entry, known)

    def _add(self, entry: Entry, known: Collection[str]) -> None:
        if entry.key not in known:
            hint = did_you_mean(entry.key, known) or "known keys: " + ", ".join(known)
            self.problems.append(
                warning(entry.place, "unknown-key", f"`{_short(entry.key)}` is not a key iiv knows", hint)
            )
        elif entry.key in self._entries:
            line = self._entries[entry.key].place.line
            message = f"`{entry.key}` stands here a second time; the first is on line {line}"
            self.problems.append(error(entry.place, "repeated-key", message, "keep one of the two"))
        else:
            self._entries[entry.key] = entry

    def __contains__(self, key: str) -> bool:
        """Whether the key is there and says something."""
        value = self.node(key)
        return value is not None and value != Scalar("", value.place)

    def node(self, key: str) -> Node | None:
        """The value as it stands in the tree."""
        entry = self._entries.get(key)
        return entry.value if entry else None

    def place_of(self, key: str) -> Place:
        """Where the value of `key` stands, or the front matter begins."""
        value = self.node(key)
        return value.place if value else self.place

    def keys(self) -> Iterator[str]:
        """The known keys that say something, in their order."""
        return (key for key in self._entries if key in self)

    def error(self, key: str, code: str, message: str, hint: str) -> None:
        """Report what is wrong with the value of `key`."""
        self.problems.append(error(self.place_of(key), code, message, hint))

    def text(self, key: str) -> str:
        """The text of `key`, "" when it is absent or no text."""
        node = self.node(key)
        if node is None:
            return ""
        if not isinstance(node, Scalar):
            if isinstance(node, Items) and node.source.startswith("[["):
                return node.source
            self.error(key, "not-text", f"`{key}` takes one text", "put the text in quotes, or after `|`")
            return ""
        return self.whole(node).strip()

    def email(self, key: str) -> str:
        """A mail address, or what stands there instead, with a problem."""
        text = self.text(key).strip()
        if text and not is_email(text):
            message = f"`{text}` is no mail address"
            hint = "write one address, as in ada@example.org"
            self.problems.append(warning(self.place_of(key), "bad-email", message, hint))
        return text

    def whole(self, scalar: Scalar, *, strict: bool = False) -> str:
        """The scalar's text with what YAML would cut off at ` #`.

        That is a problem when it is a theme, or anything at all when `strict`.
        """
        after = scalar.after_hash
        if not after or not (strict or after[1:2].isalpha()):
            return scalar.text
        self.problems.append(
            error(
                scalar.place,
                "text-after-hash",
                f"to YAML the text from `{_short(after)}` on is a comment",
                "put the text after `|`",
            )
        )
        return f"{scalar.text} {after}".strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list; one text alone is a list of one."""
        return tuple(text for text, _ in self.texts_with_places(key))

    def texts_with_places(self, key: str) -> list[tuple[str, Place]]:
        """The texts of a list with their places."""
        node = self.node(key)
        if node is None or key not in self:
            return []
        if isinstance(node, Scalar):
            return [(self.whole(node), node.place)]
        if isinstance(node, Items):
            if re.match(r"\[\[[^\[]", node.source) and len(node.items) == 1:
                return [(node.source, node.place)]
            return [pair for item in node.items if (pair := self._item(key, item))]
        self.error(key, "not-a-list", f"`{key}` takes a list of texts", "write [one, another]")
        return []

    def _item(self, key: str, item: Node) -> tuple[str, Place] | None:
        if isinstance(item, Scalar):
            return (self.whole(item), item.place) if item.text or item.after_hash else None
        if isinstance(item, Items):
            return f"[{item.source}]" if not item.source.startswith("[[") else item.source, item.place
        self.problems.append(
            error(item.place, "not-text", f"`{key}` takes a list of texts", "put this one in quotes")
        )
        return None

    def whole_number(self, key: str, low: int, high: int) -> int | None:
        """A whole number from `low` to `high`, or None."""
        text = self._plain(key)
        if not text:
            return None
        if WHOLE_NUMBER.fullmatch(text) and low <= int(text) <= high:
            return int(text)
        self.error(
            key,
            "bad-number",
            f"`{_short(text)}` is no number from {low} to {high}",
            f"write `{key}: {high if high < MANY else PLAUSIBLE}`, say",
        )
        return None

    def date(self, key: str) -> dt.date | None:
        """A date; a time after it is dropped."""
        return self.date_and_time(key)[0]

    def date_and_time(self, key: str) -> tuple[dt.date | None, dt.time | None]:
        """A date with the time after it, where there is one."""
        text = self._plain(key)
        day, time = parse_date_and_time(text)
        if text and day is None:
            self.error(key, "bad-date", *date_fault(text))
        return day, time

    def date_or_never(self, key: str) -> dt.date | Never | None:
        """A date, or `never`."""
        if self._plain(key).casefold() == "never":
            return Never.NEVER
        return self.date(key)

    def yes_or_no(self, key: str) -> bool | None:
        """True for yes, False for no."""
        text = self._plain(key)
        if not text:
            return None
        if text.casefold() in YES | NO:
            return text.casefold() in YES
        self.error(key, "not-yes-or-no", f"`{_short(text)}` is neither yes nor no", "write yes or no")
        return None

    def _plain(self, key: str) -> str:
        """The text of a value for which whatever follows ` #` is a comment."""
        node = self.node(key)
        return node.text.strip() if isinstance(node, Scalar) else self.text(key)
