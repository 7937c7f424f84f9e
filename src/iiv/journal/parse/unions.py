"""What a merge that keeps the lines of both sides leaves in a person's note, read as it is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iiv.journal.parse.date_faults import short
from iiv.journal.parse.front_matter import FrontMatterError, Items, Scalar, parse
from iiv.journal.parse.keys import key_form
from iiv.journal.parse.markup import without_code
from iiv.journal.parse.node_text import node_text
from iiv.journal.parse.text_lists import split_list
from iiv.journal.problems import NOWHERE, Place, Problem, warning
from iiv.values import Value, replace

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable

    from iiv.journal.model import Promise, Touchpoint
    from iiv.journal.parse.front_matter import Entry, Node
    from iiv.journal.parse.notes import Note

_RULE: Final = re.compile(r"---[ \t]*")
_KEY: Final = re.compile(r"(?P<key>[^\W\d][\w -]*):(?:\s|$)")
_BELOW_KEY: Final = re.compile(r"[ \t]+\S|-[ \t]|#")


def with_all_front_matter(note: Note, known: Collection[str]) -> tuple[Note, list[Problem]]:
    """The note with what stands in further front matter in its body, and a problem for each.

    Such is a run of known keys above a line `---`, which may have lost the `---` before it. In the body
    blank lines stand in its place.
    """
    if "---" not in note.body:
        return note, []
    lines, bare = note.body.split("\n"), without_code(note.body).split("\n")
    entries, problems = [*note.entries.entries], []
    for end, line in enumerate(bare):
        start = _start(bare, end, known) if _RULE.fullmatch(line) else end
        found = _parsed(lines[start:end], note, start, known)
        if found:
            entries += [entry for entry in found if not _is_among(entry, entries)]
            start -= start > 0 and bool(_RULE.fullmatch(lines[start - 1]))
            problems.append(_second(note.body_place(start)))
            lines[start : end + 1] = [""] * (end + 1 - start)
    if not problems:
        return note, []
    return replace(
        note, entries=replace(note.entries, entries=tuple(entries)), body="\n".join(lines)
    ), problems


def _start(lines: list[str], end: int, known: Collection[str]) -> int:
    """The line on which the run of keys begins that ends before line `end`."""
    start = number = end
    while number and (match := _KEY.match(lines[number - 1]) or _BELOW_KEY.match(lines[number - 1])):
        number -= 1
        if match.re is _KEY:
            if key_form(match["key"]) not in known:
                break
            start = number
    return start


def _parsed(lines: list[str], note: Note, start: int, known: Collection[str]) -> tuple[Entry, ...]:
    if not lines:
        return ()
    try:
        entries = parse("\n".join(lines), note.path, note.body_line + start).entries
    except FrontMatterError:
        return ()
    return entries if all(key_form(entry.key) in known for entry in entries) else ()


def _second(place: Place) -> Problem:
    message = "front matter stands here a second time, as a merge leaves it; it is read too"
    return warning(
        place, "second-front-matter", message, "move its keys to the first, at the top of the note"
    )


def _is_among(entry: Entry, others: Iterable[Entry]) -> bool:
    same = (other for other in others if key_form(other.key) == key_form(entry.key))
    return any(_said(other.value) == _said(entry.value) for other in same)


def _said(node: Node) -> object:
    """A value without its places."""
    if isinstance(node, Scalar):
        return node.text, node.after_hash
    if isinstance(node, Items):
        return [_said(item) for item in node.items]
    return [(entry.key, _said(entry.value)) for entry in node.entries]


class Repeated(Value, frozen=True):
    """A key that stands twice: the value that counts, whether the first one is lost, and what is wrong."""

    value: Node
    first_is_lost: bool
    problem: Problem | None


def repeated(entry: Entry, first: Entry, *, is_list: bool) -> Repeated:
    """What a key says that stood above already: the lower value counts, and lists are joined.

    An empty value says nothing, and is no problem.
    """
    if not (_text(entry.value) and _text(first.value)):
        return Repeated(entry.value if _text(entry.value) else first.value, first_is_lost=False, problem=None)
    value, is_lost = entry.value, False
    said, hint = "and says the same", "delete one of the two"
    if _said(entry.value) != _said(first.value):
        is_lost = not is_list
        if is_list:
            value = Items((*_items(first.value), *_items(entry.value)), first.value.place, "")
            said, hint = "and both lists count", "make one list of the two"
        else:
            said = f"as `{_text(entry.value)}`, which counts; there it is `{_text(first.value)}`"
            hint = "keep the one that is right"
    message = f"`{entry.key}` stands here a second time, after line {first.place.line}, {said}"
    return Repeated(value, is_lost, warning(entry.place, "repeated-key", message, hint))


def _items(node: Node) -> tuple[Node, ...]:
    if isinstance(node, Scalar):
        return tuple(Scalar(text, node.place) for text in split_list(node.text))
    return node.items if isinstance(node, Items) else (node,)


def _text(node: Node) -> str:
    return short(node_text(node))


def lines_once(lines: Iterable[Touchpoint]) -> tuple[tuple[Touchpoint, ...], list[Problem]]:
    """The lines of a log, each once, and a problem for each that stands there again."""
    first: dict[Touchpoint, Touchpoint] = {}
    problems = []
    for line in lines:
        other = first.setdefault(replace(line, place=NOWHERE), line)
        if other is not line:
            message = f"this line stands on line {other.place.line} already, and counts once"
            problems.append(warning(line.place, "repeated-line", message, "delete one of the two"))
    return tuple(first.values()), problems


def promises_once(promises: Iterable[Promise]) -> tuple[tuple[Promise, ...], list[Problem]]:
    """The tasks of a note, each once, and a problem for each further one: ticked anywhere, it is done."""
    first: dict[tuple[str, dt.date | None], Promise] = {}
    problems = []
    for promise in promises:
        key = promise.text, promise.by
        if key not in first:
            first[key] = promise
            continue
        other = first[key]
        first[key] = replace(other, done=other.done or promise.done)
        ticked = ", and is done, as one of the two is ticked" if other.done != promise.done else ""
        message = f"this task stands on line {other.place.line} already{ticked}"
        problems.append(warning(promise.place, "repeated-task", message, "delete one of the two"))
    return tuple(first.values()), problems
