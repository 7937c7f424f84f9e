"""A note's text with another value of one key, or more in its list; every other character as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import yaml

from iiv.journal.edit.errors import UneditableNoteError
from iiv.journal.edit.note_lines import note_lines
from iiv.journal.edit.yaml_text import items, scalar
from iiv.journal.parse.front_matter import LOADER, FrontMatterError, Items, Scalar, parse, split
from iiv.journal.parse.keys import key_form
from iiv.journal.parse.mending import mended

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from iiv.journal.edit.note_lines import NoteLines
    from iiv.journal.parse.front_matter import Node, Split

Typed: TypeAlias = "str | tuple[Typed, ...] | tuple[tuple[str, Typed], ...]"


def with_key(text: str, key: str, value: str | int | dt.date, *, lower_counts: bool = False) -> str:
    """The text with this value of a front-matter key, of which only the value's characters change.

    Of a key that stands there twice the first changes, or the last where `lower_counts`, as for readers.

    Where the key is missing, a line is added at the end of the front matter; where that is missing
    too, front matter with this line. Raises UneditableNoteError when the note cannot be read, or
    the key holds something other than one text.
    """
    old = note_lines(text)
    typed = scalar(value) if isinstance(value, str) else str(value)
    before, values = _read(old, lower_counts=lower_counts)
    key = next((written for written in values if key_form(written) == key), key)
    new = _amended(old, before, key, typed, lower_counts=lower_counts)
    _require(new, before, {**values, key: str(value)}, f"`{key}` cannot be set", lower_counts=lower_counts)
    return str(new)


def with_items(text: str, key: str, more: Sequence[str], kept: Sequence[str] = ()) -> str:
    """The text with more items in the list of a front-matter key, in the form that the list has.

    Where the key holds one text, a list takes its place; `kept` are the items that the text says.
    Raises UneditableNoteError when the note cannot be read, or the key holds something else.
    """
    old = note_lines(text)
    before, values = _read(old, lower_counts=True)
    written = next((name for name in values if key_form(name) == key), key)
    value = values.get(written, "")
    node = next((node for name, node in reversed(pairs(before)) if name.value == written), None)
    if isinstance(value, str):
        new = _amended(old, before, written, items([*kept, *more]), lower_counts=True)
        wanted: Typed = (*kept, *more)
    elif isinstance(node, yaml.SequenceNode) and all(isinstance(item, str) for item in value):
        new = _with_more(old, before, node, more)
        wanted = (*value, *more)
    else:
        raise UneditableNoteError(f"`{key}` holds something other than a list")
    _require(new, before, {**values, written: wanted}, f"`{key}` cannot get more", lower_counts=True)
    return str(new)


def pairs(parts: Split) -> list[tuple[yaml.Node, yaml.Node]]:
    """The keys and values of front matter as readers of notes have them: each character keeps its place."""
    root = _root(parts.front or "")
    return root.value if isinstance(root, yaml.MappingNode) else []


def _require(
    new: NoteLines, before: Split, wanted: dict[str, Typed], fault: str, *, lower_counts: bool
) -> None:
    """Raise UneditableNoteError unless a new text has these values, and the body that was there."""
    after, values = _read(new, lower_counts=lower_counts)
    if values != wanted or after.body.lstrip() != before.body.lstrip():
        raise UneditableNoteError(f"{fault} in front matter of this form")


def _with_more(text: NoteLines, parts: Split, node: yaml.SequenceNode, more: Sequence[str]) -> NoteLines:
    first = parts.front_line - 1
    if node.flow_style:
        bracket = node.end_mark.index - 1
        inside = (parts.front or "")[node.start_mark.index + 1 : bracket].rstrip()
        gap = ", " if inside and not inside.endswith(",") else ""
        return text.replaced(first, bracket, bracket, gap + items(more)[1:-1])
    below = first + node.value[-1].end_mark.line
    # The mark of an empty item, and of a text on several lines, ends at the line behind.
    below += 1 if node.value[-1].end_mark.column else 0
    indentation = " " * node.start_mark.column
    return text.inserted(below, [f"{indentation}- {items([item])[1:-1]}" for item in more])


def _read(text: NoteLines, *, lower_counts: bool) -> tuple[Split, dict[str, Typed]]:
    """The parts of a note, and the values by key."""
    try:
        parts = split(text.read(), "")
        entries = parse(parts.front or "", "", parts.front_line).entries
    except FrontMatterError as fault:
        raise UneditableNoteError(f"line {fault.problem.place.line}: {fault.problem.message}") from None
    counting = entries if lower_counts else reversed(entries)
    return parts, {entry.key: _typed(entry.value) for entry in counting}


def _amended(text: NoteLines, parts: Split, key: str, typed: str, *, lower_counts: bool) -> NoteLines:
    if parts.front is None:
        return text.inserted(0, ["---", f"{key}: {typed}", "---"])
    root = _root(parts.front)
    if not isinstance(root, yaml.MappingNode):
        return text.inserted(parts.body_line - 2, [f"{key}: {typed}"])
    values = [value for name, value in root.value if name.value == key]
    if values:
        value = values[-1 if lower_counts else 0]
        if not isinstance(value, yaml.ScalarNode):
            raise UneditableNoteError(f"`{key}` holds something other than one text")
        return _with_value(text, parts, value, typed)
    if root.flow_style:
        brace = root.start_mark.index + 1
        return text.replaced(parts.front_line - 1, brace, brace, f"{key}: {typed}, ")
    indentation = " " * root.start_mark.column
    return text.inserted(parts.body_line - 2, [f"{indentation}{key}: {typed}"])


def _root(front: str) -> yaml.Node | None:
    """The tree of front matter as readers of notes have it, in which each character keeps its place."""
    try:
        return yaml.compose(front, Loader=LOADER)
    except yaml.YAMLError:
        return yaml.compose(mended(front), Loader=LOADER)


def _with_value(text: NoteLines, parts: Split, value: yaml.Node, typed: str) -> NoteLines:
    start, end = value.start_mark.index, value.end_mark.index
    # A text after `|` ends with blank lines, which may stay.
    source = (parts.front or "")[start:end].rstrip()
    if not source:
        typed = f" {typed}"  # an empty value begins right behind the colon
    return text.replaced(parts.front_line - 1, start, start + len(source), typed)


def _typed(node: Node) -> Typed:
    """A value without its places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return tuple(map(_typed, node.items))
    return tuple((entry.key, _typed(entry.value)) for entry in node.entries)
