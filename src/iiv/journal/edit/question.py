"""A question's note: a new one; or one with other words, state or number, and all else as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from iiv.journal.edit.errors import UneditableNoteError
from iiv.journal.edit.front_matter import pairs, with_key
from iiv.journal.edit.note_lines import note_lines
from iiv.journal.edit.yaml_text import items, scalar
from iiv.journal.model import FormerWording, Question
from iiv.journal.parse.front_matter import split
from iiv.journal.parse.keys import key_form
from iiv.journal.parse.questions import parse_question
from iiv.values import replace

if TYPE_CHECKING:
    import datetime as dt

    from iiv.journal.edit.note_lines import NoteLines
    from iiv.journal.parse.front_matter import Split


BODY = "<!-- What you learn from the answers, in your own words: it stands beside them. -->\n"


def question_text(
    ask: str,
    topic: str = "",
    order: int | None = None,
    since: dt.date | None = None,
    *,
    shortlist: dt.date | None = None,
) -> str:
    """A note that asks `ask`; keys without a value are left out."""
    values = {
        "ask": scalar(ask),
        "topic": scalar(topic) if topic else None,
        "order": order,
        "since": since,
        "shortlist": shortlist,
    }
    lines = [f"{key}: {value}\n" for key, value in values.items() if value is not None]
    return f"---\n{''.join(lines)}---\n\n{BODY}"


def reworded(text: str, id_: str, ask: str, until: dt.date | None) -> str:
    """The text of the question `id_` with the wording `ask`.

    With `until`, the present wording joins those under `formerly`, as asked until that day.
    Raises UneditableNoteError when the note cannot be read or amended.
    """
    before = _question(text, id_, whole=until is not None)
    text = with_key(text, "ask", ask)
    after = replace(before, ask=ask)
    if until is not None:
        former = FormerWording(before.ask, until)
        text = str(_with_former(note_lines(text), former))
        after = replace(after, formerly=(*before.formerly, former))
    return _checked(text, after, "formerly")


def retired(text: str, id_: str, day: dt.date) -> str:
    """The text of the question `id_`, retired on this day. Raises UneditableNoteError."""
    _question(text, id_)
    return with_key(text, "retired", day)


def taken_up(text: str, id_: str, order: int | None = None, since: dt.date | None = None) -> str:
    """The text of the question `id_`, asked now: without the lines `retired` and `shortlist`.

    It gets `order` and `since` where these are given and it has none. Raises UneditableNoteError.
    """
    before = _question(text, id_)
    text = _without(_without(text, "retired"), "shortlist")
    if order is not None and before.order is None:
        text = with_key(text, "order", order)
    if since is not None and before.since is None:
        text = with_key(text, "since", since)
    after = replace(
        before,
        retired=False,
        shortlist=False,
        order=order if before.order is None else before.order,
        since=before.since or since,
    )
    return _checked(text, after, "retired" if before.retired else "shortlist")


def shortlisted(text: str, id_: str, day: dt.date) -> str:
    """The text of the question `id_`, on the shortlist since this day. Raises UneditableNoteError."""
    after = replace(_question(text, id_), retired=False, shortlist=True)
    return _checked(with_key(_without(text, "retired"), "shortlist", day), after, "shortlist")


def is_blank(question: Question) -> bool:
    """Whether its note says no more than what was asked for it."""
    return question.synthesis in {"", BODY.strip()} and not (question.formerly or question.unread)


def _without(text: str, key: str) -> str:
    """The text without the first line of a key."""
    lines = note_lines(text)
    parts = split(lines.read(), "")
    for name, value in pairs(parts):
        if key_form(name.value) == key:
            first, last = (_line(parts, node.end_mark.index) for node in (name, value))
            return str(replace(lines, lines=(*lines.lines[:first], *lines.lines[last + 1 :])))
    return text


def numbered(text: str, id_: str, order: int) -> str:
    """The note of the question `id_` with this `order`. Raises UneditableNoteError."""
    return text if _question(text, id_).order == order else with_key(text, "order", order)


def _question(text: str, id_: str, *, whole: bool = False) -> Question:
    """The question of a note; when it must be `whole`, UneditableNoteError is raised for a faulty value."""
    (_, question), problems = parse_question(note_lines(text).note("question", id_))
    for problem in problems:
        if whole and problem.severity == "error":
            raise UneditableNoteError(f"line {problem.place.line}: {problem.message} ({problem.hint})")
    return replace(question, unread=())


def _checked(text: str, question: Question, key: str) -> str:
    """The text, when it reads as this question. Raises UneditableNoteError when it does not."""
    if _question(text, question.id) != question:
        raise UneditableNoteError(f"`{key}` cannot be changed in front matter of this form")
    return text


def _line(parts: Split, index: int) -> int:
    """The line of the note, from 0, on which a character of the front matter stands."""
    return parts.front_line - 1 + (parts.front or "").count("\n", 0, index)


def _with_former(text: NoteLines, former: FormerWording) -> NoteLines:
    parts = split(text.read(), "")
    typed = f"{{ask: {items([former.ask])[1:-1]}, until: {former.until}}}"
    for key, value in pairs(parts):
        if key_form(key.value) == "formerly":
            return _with_item(text, parts, value, typed)
    return text.inserted(parts.body_line - 2, [f"formerly: [{typed}]"])


def _with_item(text: NoteLines, parts: Split, value: yaml.Node, typed: str) -> NoteLines:
    """With one more item in the list that `value` is, or becomes."""
    first = parts.front_line - 1
    end = _end(parts, value)
    if isinstance(value, yaml.SequenceNode) and not value.flow_style:
        return text.inserted(_line(parts, end) + 1, [f"{' ' * value.start_mark.column}- {typed}"])
    if isinstance(value, yaml.SequenceNode):
        # Behind the last item, so that a comma or a comment behind that one stays right.
        at = _end(parts, value.value[-1]) if value.value else end - 1
        return text.replaced(first, at, at, f", {typed}" if value.value else typed)
    start = value.start_mark.index
    if isinstance(value, yaml.MappingNode) and value.flow_style:
        source = (parts.front or "")[start:end]
        return text.replaced(first, start, end, f"[{source}, {typed}]")
    if isinstance(value, yaml.MappingNode):
        raise UneditableNoteError("`formerly` is one mapping: make it an item of a list, with `- ` before it")
    if isinstance(value, yaml.ScalarNode) and value.value:
        return text.replaced(
            first, start, end, f"[{items([' '.join(str(value.value).split())])[1:-1]}, {typed}]"
        )
    return text.replaced(first, start, max(start, end), f" [{typed}]")


def _end(parts: Split, node: yaml.Node) -> int:
    """The index behind a value's last character, without the space and comments that follow it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(parts, last[1] if isinstance(last, tuple) else last)
    return len((parts.front or "")[: node.end_mark.index].rstrip())
