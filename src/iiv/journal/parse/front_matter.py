"""Front matter as typed: text to a tree of scalars that knows lines and columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml
from frontmatter.default_handlers import BaseHandler

from iiv.journal.parse.mending import begins_hard, mended, odd_signs
from iiv.journal.parse.yaml_faults import explain
from iiv.journal.problems import Place, error
from iiv.values import Value, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml._yaml import Mark as CMark
    from yaml.error import Mark as PyMark

    Mark = PyMark | CMark

MAX_DEPTH = 20
# What libyaml says at its own limit, a thousand levels, which it may reach before it gives the first event.
LIBYAML_TOO_DEEP = "exceeded maximum nesting depth"
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
GLUED = re.compile(r"^(?P<key>[a-z]\w*):(?P<value>[^\s:/][^\n]{0,60})", re.MULTILINE | re.IGNORECASE)
AFTER_HASH = re.compile(r"[ \t]+(#.*\S)")


class Scalar(Value, frozen=True):
    """A value as it was typed: `no` stays "no".

    `after_hash` is what stands behind ` #` on the line of an unquoted scalar, the `#`
    included, where YAML would take it for a comment.
    """

    text: str
    place: Place
    after_hash: str = ""


class Items(Value, frozen=True):
    """A list. `source` is the text as typed, for `[[Ada]]`, which YAML takes for a list in a list."""

    items: tuple[Node, ...]
    place: Place
    source: str


class Entry(NamedTuple):
    """One `key: value`; `place` is the key's."""

    key: str
    value: Node
    place: Place


class Entries(Value, frozen=True):
    """The `key: value` lines of a mapping in their order, repeated keys included.

    `mended` are the first places where a hard space and a wide colon were read as ordinary ones.
    """

    entries: tuple[Entry, ...]
    place: Place
    mended: tuple[tuple[Place, str], ...] = ()


Node = Scalar | Items | Entries


class FrontMatterError(Exception):
    """Front matter that cannot be read at all; carries the problem that says why."""

    def __init__(self, place: Place, code: str, message: str, hint: str) -> None:
        self.problem = error(place, code, message, hint)
        super().__init__(str(self.problem))


class _Handler(BaseHandler):
    """python-frontmatter's way of splitting, with a boundary that only a bare `---` line is."""

    FM_BOUNDARY = re.compile(r"^---[^\S\n]*$", re.MULTILINE)


_HANDLER = _Handler()


class Split(Value, frozen=True):
    """A note in two, and the lines from 1 on which the parts begin; `front` is None when there is none."""

    front: str | None
    front_line: int
    body: str
    body_line: int


def split(text: str, path: str) -> Split:
    """Split a note into front matter and body; line ends are newlines, and blank lines may lead.

    Raises FrontMatterError when the front matter is never closed.
    """
    blank = len(text) - len(text.lstrip())
    blank = text.rfind("\n", 0, blank) + 1
    note = text[blank:]
    first_line = text.count("\n", 0, blank) + 1
    if not _HANDLER.detect(note):
        return Split(None, first_line, note, first_line)
    try:
        front, body = _HANDLER.split(note)
    except ValueError:
        message = "the front matter that begins here is never closed"
        hint = "put a line `---` after its last key"
        raise FrontMatterError(Place(path, first_line), "no-closing", message, hint) from None
    body_line = first_line + front.count("\n") + 1
    return Split(front[1:], first_line + 1, body[1:], body_line)


def parse(front: str, path: str, first_line: int = 1, *, tags: bool = False) -> Entries:
    """Parse the YAML text `front`, whose first line is line `first_line` of the file at `path`.

    Anchors, aliases, nesting of more than 20 levels and, unless `tags` is true, tags are
    refused. Where YAML cannot read it, or not as it is meant, because of hard spaces and the like, it is
    read as `mended`. Raises FrontMatterError.
    """
    if tags:  # other programs read that file too, as it stands
        return _parse(front, path, first_line, tags=True)
    try:
        root = _parse(front, path, first_line)
        if not any(begins_hard(entry.key) for entry in root.entries):
            return root
    except FrontMatterError:
        if mended(front) == front:
            raise
    found = tuple((_place_at(front, index, path, first_line), sign) for index, sign in odd_signs(front))
    return replace(_parse(mended(front), path, first_line), mended=found)


def _place_at(front: str, index: int, path: str, first_line: int) -> Place:
    return Place(path, first_line + front.count("\n", 0, index), index - front.rfind("\n", 0, index))


def _parse(front: str, path: str, first_line: int, *, tags: bool = False) -> Entries:
    builder = _Builder(front, path, first_line, tags=tags)
    try:
        root = builder.document()
    except yaml.MarkedYAMLError as fault:
        raise builder.explained(fault) from None
    except yaml.reader.ReaderError as fault:
        raise builder.forbidden(fault) from None
    if isinstance(root, Scalar) and not root.text:
        return Entries((), root.place)
    if not isinstance(root, Entries):
        message = "the text between the first two `---` is no front matter"
        hint = "write `key: value` lines there; a note that begins with a rule needs front matter above it"
        raise FrontMatterError(root.place, "front-matter-not-keys", message, hint)
    return root


class _Builder:
    """Builds the tree from YAML's events, so that depth is counted and nothing is resolved."""

    def __init__(self, text: str, path: str, first_line: int, *, tags: bool) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.start = Place(path, first_line)
        self.tags = tags
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=LOADER)

    def document(self) -> Node:
        """The root of the one document that front matter is."""
        root: Node = Scalar("", self.start)
        documents = 0
        for event in self.events:
            documents += isinstance(event, yaml.DocumentStartEvent)
            if documents > 1:
                message = "a line that begins with `---` cuts the front matter short"
                raise FrontMatterError(
                    self._place(event.start_mark), "broken-yaml", message, "put it in quotes"
                )
            if isinstance(event, yaml.NodeEvent):
                root = self._node(event, 0)
        return root

    def explained(self, fault: yaml.MarkedYAMLError) -> FrontMatterError:
        """YAML's own words, which speak of tokens and scalars, as a sentence with a mend."""
        mark = fault.problem_mark or fault.context_mark
        if fault.problem == LIBYAML_TOO_DEEP:
            return _too_deep(self._place(mark))
        line = self.lines[mark.line] if mark and mark.line < len(self.lines) else ""
        character = line[mark.column : mark.column + 1] if mark else ""
        said = f"{fault.problem or ''} {fault.context or ''}"
        if fault.context_mark and any(kind in said for kind in ("quoted scalar", "flow ")):
            mark = fault.context_mark
        if (glued := GLUED.search(self.text)) and any(
            words in said for words in ("mapping values", "expected ':'")
        ):
            return self._glued(glued)
        if character == "\t" or "\t" in line[: len(line) - len(line.lstrip())]:
            said = "tab"
        message, hint = explain(said, character)
        return FrontMatterError(self._place(mark), "broken-yaml", message, hint)

    def _glued(self, match: re.Match[str]) -> FrontMatterError:
        place = Place(self.start.path, self.start.line + self.text.count("\n", 0, match.start()))
        message = f"no space behind the colon of `{match['key']}:`"
        return FrontMatterError(
            place, "broken-yaml", message, f"write `{match['key']}: {match['value'].strip()}`"
        )

    def forbidden(self, fault: yaml.reader.ReaderError) -> FrontMatterError:
        """A control character, at its place."""
        code = fault.character if isinstance(fault.character, int) else ord(fault.character)
        index = max(self.text.find(chr(code)), 0)
        line = self.text.count("\n", 0, index)
        column = index - (self.text.rfind("\n", 0, index) + 1)
        place = Place(self.start.path, self.start.line + line, column + 1)
        return FrontMatterError(
            place, "broken-yaml", f"a character that YAML does not allow: U+{code:04X}", "delete it"
        )

    def _place(self, mark: Mark | None) -> Place:
        return Place(self.start.path, self.start.line + mark.line, mark.column + 1) if mark else self.start

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._refuse(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._items(event, depth)
        return self._entries(event, depth)

    def _refuse(self, event: yaml.Event, depth: int) -> None:
        anchored = getattr(event, "anchor", None) is not None
        tagged = getattr(event, "tag", None) is not None and not self.tags
        if not anchored and not tagged and depth <= MAX_DEPTH:
            return
        place = self._place(event.start_mark)
        hint = "put the text in quotes"
        if anchored:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            raise FrontMatterError(
                place, "alias", f"text that begins with `{sign}` is an alias to YAML", hint
            )
        if tagged:
            raise FrontMatterError(place, "yaml-tag", "text that begins with `!` is a tag to YAML", hint)
        raise _too_deep(place)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        place = self._place(event.start_mark)
        if event.style:
            return Scalar(event.value, place)
        end = event.end_mark
        line = self.lines[end.line] if end and end.line < len(self.lines) else ""
        match = AFTER_HASH.match(line, end.column) if end else None
        return Scalar("" if event.value == "~" else event.value, place, match[1] if match else "")

    def _items(self, start: yaml.Event, depth: int) -> Items:
        items = tuple(self._node(event, depth + 1) for event in self._until(yaml.SequenceEndEvent))
        first, last = start.start_mark, self.end
        source = self.text[first.index : last.index] if first and last else ""
        return Items(items, self._place(first), source)

    def _entries(self, start: yaml.Event, depth: int) -> Entries:
        entries: list[Entry] = []
        for event in self._until(yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                hint = "put text that begins with `[` or `{` in quotes"
                raise FrontMatterError(key.place, "key-not-text", "a key that is no plain text", hint)
            entries.append(Entry(key.text, value, key.place))
        return Entries(tuple(entries), self._place(start.start_mark))

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        """The events up to the one that ends the list or mapping, whose mark is kept in `end`."""
        for event in self.events:
            if isinstance(event, end):
                self.end = event.end_mark
                return
            yield event


def _too_deep(place: Place) -> FrontMatterError:
    message = f"more than {MAX_DEPTH} brackets or levels inside each other"
    return FrontMatterError(place, "too-deep", message, "put the text in quotes")
