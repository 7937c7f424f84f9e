"""Front matter to typed values: what each kind of value looks like, and what is wrong with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iiv.journal.model import Never, Unread
from iiv.journal.parse.date_faults import date_fault, short
from iiv.journal.parse.dates import parse_date_and_time
from iiv.journal.parse.front_matter import Entries, Items, Scalar
from iiv.journal.parse.keys import EDITORS_OWN, PROGRAMS_OWN, hint_for, key_form, meant_by
from iiv.journal.parse.mending import HARD_SPACE, WIDE_COLON
from iiv.journal.parse.node_text import is_long, node_text
from iiv.journal.parse.plain_values import minutes_in, number_hint, rating_in, says_none, truth
from iiv.journal.parse.text_lists import split_list
from iiv.journal.parse.unions import repeated
from iiv.journal.problems import Problem, error, warning

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator

    from iiv.journal.parse.front_matter import Entry, Node
    from iiv.journal.problems import Place

EMAIL = re.compile(r"[^\s@<>(),;:\"\\]+@(?:[\w-]+\.)+[\w-]*[^\W\d_][\w-]*")
WHOLE_NUMBER = re.compile(r"\d{1,6}", re.ASCII)
RATING = 5
LONGEST = 999  # minutes
TEXT_BELOW = "write `|` after the colon, and the text on the next line, indented"
_ODD_SIGNS = {
    HARD_SPACE: ("hard spaces stand here where front matter needs ordinary ones", "type them again"),
    WIDE_COLON: ("a wide colon stands here where front matter needs `:` and a space", "type it again"),
}


def is_email(text: str) -> bool:
    """Whether the text can be a mail address; it may hold no control character, space or list."""
    return bool(EMAIL.fullmatch(text)) and text.isprintable()


class Fields:
    """The keys of one note, taken out by name; what is wrong is collected in `problems`.

    `near` is the day that the note is about, once it is known. `is_long` says whether a text of
    several lines or of many words stands under a key that iiv does not know. Where git merges notes by
    keeping the lines of both sides, `merged_lists` are the keys of lists, and a key may stand twice.
    """

    def __init__(
        self, entries: Entries, known: Collection[str], merged_lists: Collection[str] | None = None
    ) -> None:
        self.place = entries.place
        self.problems: list[Problem] = []
        self.near: dt.date | None = None
        self.is_long = False
        self._known = known
        self._merged_lists = merged_lists
        self._entries: dict[str, Entry] = {}
        self._unread: dict[int, Unread] = {}
        self._unknown: dict[str, Problem] = {}
        self.problems += [warning(place, sign, *_ODD_SIGNS[sign]) for place, sign in entries.mended]
        for entry in entries.entries:
            self._add(entry, key_form(entry.key))

    def _add(self, entry: Entry, form: str) -> None:
        if form not in self._known:
            if form not in EDITORS_OWN or self._is_meant(form):
                self._keep(entry)
                self._point_out(entry, form)
            elif form not in PROGRAMS_OWN:
                self._keep(entry, by_editor=True)
        elif form in self._entries and self._merged_lists is not None:
            first = self._entries[form]
            found = repeated(entry, first, is_list=form in self._merged_lists)
            self.problems += [found.problem] if found.problem else []
            self._entries[form] = entry._replace(value=found.value)
            if found.first_is_lost:
                self._keep(first)
        elif form in self._entries:
            line = self._entries[form].place.line
            message = f"`{entry.key}` stands here a second time; the first is on line {line}"
            self.problems.append(error(entry.place, "repeated-key", message, "keep one of the two"))
            self._keep(entry)
        else:
            self._entries[form] = entry

    def _is_meant(self, form: str) -> bool:
        """Whether an editor's key is more likely one of ours: `title` is a person's role."""
        return form == "title" and "role" in self._known and "name" in self._known

    def _point_out(self, entry: Entry, form: str) -> None:
        meant = meant_by(form, self._known)
        hint = hint_for(form, self._known)
        fault = warning(entry.place, "unknown-key", f"`{short(entry.key)}` is not a key iiv knows", hint)
        self.problems.append(fault)
        if len(meant) == 1:
            self._unknown.setdefault(meant[0], fault)
        nested = meant == ("answers",) and isinstance(entry.value, Entries)
        self.is_long = self.is_long or nested or is_long(entry.value)

    def _keep(self, entry: Entry, *, by_editor: bool = False) -> None:
        if text := node_text(entry.value):
            self._unread[id(entry)] = Unread(entry.key.strip(), text, entry.place, by_editor)

    @property
    def unread(self) -> tuple[Unread, ...]:
        """What stands in the front matter and is no key of iiv, or could not be understood, in its order."""
        return tuple(sorted(self._unread.values(), key=lambda unread: unread.place))

    def __contains__(self, key: str) -> bool:
        """Whether the key is there and says something."""
        value = self.node(key)
        return value is not None and value != Scalar("", value.place)

    def node(self, key: str) -> Node | None:
        """The value as it stands in the tree."""
        entry = self._entries.get(key)
        return entry.value if entry else None

    def nodes(self, key: str) -> tuple[Node, ...]:
        """The values of a list, or the one that stands there alone; none where the key says nothing."""
        node = self.node(key) if key in self else None
        return () if node is None else node.items if isinstance(node, Items) else (node,)

    def place_of(self, key: str) -> Place:
        """Where the value of `key` stands, or the front matter begins."""
        value = self.node(key)
        return value.place if value else self.place

    def keys(self) -> Iterator[str]:
        """The known keys that say something, in their order."""
        return (key for key in self._entries if key in self)

    def error(self, key: str, code: str, message: str, hint: str, *, place: Place | None = None) -> None:
        """Report what is wrong with the value of `key`, or at a place in it; the note's page will show it."""
        self.problems.append(error(place or self.place_of(key), code, message, hint))
        if key in self._entries:
            self._keep(self._entries[key])

    def missing(self, key: str, message: str, hint: str) -> None:
        """Report that `key` is not there; where another key may be meant for it, that is the one fault."""
        instead = self._unknown.get(key)
        if instead:
            self.problems.remove(instead)
            message, hint = f"{message}: {instead.message}", instead.hint
        place = instead.place if instead else self.place_of(key)
        self.problems.append(error(place, f"missing-{key}", message, hint))

    def text(self, key: str) -> str:
        """The text of `key`, "" when it is absent or no text; a list of one text is that text."""
        node = self.node(key)
        if isinstance(node, Items) and not node.source.startswith("[[") and len(node.items) == 1:
            node = node.items[0]
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
        text = self.text(key).removeprefix("<").removesuffix(">").removeprefix("mailto:").strip()
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
                f"to YAML the text from `{short(after)}` on is a comment",
                TEXT_BELOW,
            )
        )
        return f"{scalar.text} {after}".strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list, which may stand on one line with commas between; none for `none`."""
        node = self.node(key)
        if isinstance(node, Scalar):
            return split_list(self.whole(node))
        return tuple(text for text, _ in self.texts_with_places(key) if not says_none(text))

    def tags(self, key: str) -> tuple[str, ...]:
        """The words of a list, each with or without `#`; on one line they may stand after spaces alone."""
        node = self.node(key)
        if isinstance(node, Scalar):
            line = f"{node.text} {node.after_hash}".strip()
            words = line.split() if line.startswith("#") and "," not in line else split_list(line)
        else:
            words = self.texts(key)
        return tuple(bare for word in words if (bare := word.strip(" ,").removeprefix("#")))

    def texts_with_places(self, key: str) -> list[tuple[str, Place]]:
        """The texts of a list with their places; one text alone is a list of one."""
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
        message = f"`{key}` takes a list of texts"
        self.error(key, "not-text", message, "put this one in quotes", place=item.place)
        return None

    def whole_number(self, key: str, low: int, high: int) -> int | None:
        """A whole number from `low` to `high`, or None."""
        text = self._plain(key)
        number = int(text) if WHOLE_NUMBER.fullmatch(text) else None
        return self._fitting(key, text, number, low, high)

    def rating(self, key: str) -> int | None:
        """A number from 1 to 5, which may be a word or stars, or None."""
        text = self._plain(key)
        return self._fitting(key, text, rating_in(text), 1, RATING)

    def minutes(self, key: str) -> int | None:
        """How many minutes something took, or None."""
        text = self._plain(key)
        return self._fitting(key, text, minutes_in(text), 1, LONGEST)

    def _fitting(self, key: str, text: str, number: int | None, low: int, high: int) -> int | None:
        if not text or (number is not None and low <= number <= high):
            return number
        message = f"`{short(text)}` is no number from {low} to {high}"
        self.error(key, "bad-number", message, number_hint(key, text, low, high))
        return None

    def date(self, key: str) -> dt.date | None:
        """A date; a time after it is dropped."""
        return self.date_and_time(key)[0]

    def date_and_time(self, key: str, *, never: bool = False) -> tuple[dt.date | None, dt.time | None]:
        """A date with the time after it, where there is one."""
        text = self._plain(key)
        day, time = parse_date_and_time(text)
        if text and day is None:
            self.error(key, "bad-date", *date_fault(text, self.near, never=never))
        return day, time

    def nested_date(self, key: str, node: Node | None) -> dt.date | None:
        """The date that `node` is, a part of the key's value; None where there is none."""
        if node is None or node == Scalar("", node.place):
            return None
        text = node.text if isinstance(node, Scalar) else ""
        day, _ = parse_date_and_time(text)
        if day is None:
            self.error(key, "bad-date", *date_fault(text), place=node.place)
        return day

    def date_or_never(self, key: str) -> dt.date | Never | None:
        """A date, or `never`."""
        if self._plain(key).casefold() == "never":
            return Never.NEVER
        return self.date_and_time(key, never=True)[0]

    def yes_or_no(self, key: str) -> bool | None:
        """True for yes, False for no, in any usual form."""
        text = self._plain(key)
        said = truth(text)
        if text and said is None:
            first = truth(re.split(r"[\s,;:(-]", text, maxsplit=1)[0])
            word = "" if first is None or "?" in text else "yes" if first else "no"
            hint = f"write {word} here, and the rest below" if word else "write yes or no"
            self.error(key, "not-yes-or-no", f"`{short(text)}` is neither yes nor no", hint)
        return said

    def _plain(self, key: str) -> str:
        """The text of a value for which whatever follows ` #` is a comment."""
        node = self.node(key)
        return node.text.strip() if isinstance(node, Scalar) else self.text(key)
