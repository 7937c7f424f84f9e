"""What search holds of one page: a value made of one page's own, so that what it becomes can be kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, Literal

from iiv.site.search.visible import one_line, visible_text
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from iiv.site.markdown.rendered import Text

_CUT: Final = " …"


class Part(Value, frozen=True):
    """One text on a page, the anchor that leads to it, and what it stands under.

    An answer to one of the journal's questions has the id of that question, which is its anchor too, and
    no `heading`. `gist` and `themes` are those of an answer. A part without words counts for nothing,
    unless it has an anchor.
    """

    anchor: str
    heading: str
    text: str | Text
    gist: str = ""
    themes: tuple[str, ...] = ()


class Record(Value, frozen=True):
    """What can be found of one page, and how it is shown.

    `address` is a URL from the site's folder, `line` says more of the `title`, and `date` is ISO. `names`
    are other names of it, `question` is the id of the question whose page it is.
    """

    kind: Literal["person", "question", "direction", "theme", "page", "talk"]
    address: str
    title: str
    line: str = ""
    date: str = ""
    names: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    question: str = ""


class Entry(Value, frozen=True):
    """One record in JSON: what is searched first, and all its texts. It stays as long as the record does."""

    names: bytes
    texts: bytes


def entry(record: Record, html: Mapping[str, str]) -> Entry:
    """A record in JSON. `html` is that of rendered texts, by their digests.

    Each text is there once: a gist that begins a text is not said again in it.
    """
    head = [record.kind, record.address, *map(one_line, (record.title, record.line)), record.date]
    said = [(part, text) for part, text in _said(record, html) if part.anchor or text]
    parts = [_without_end([part.anchor, *_heading(part)]) for part, _ in said]
    names = [*head, [*map(one_line, record.names)], parts, *([record.question] if record.question else ())]
    texts = [_rest(one_line(part.gist), text) for part, text in said]
    return Entry(_json(names), b"%b:%b" % (_json(record.address), _json(texts)) if texts else b"")


def _said(record: Record, html: Mapping[str, str]) -> Iterator[tuple[Part, str]]:
    for part in record.parts:
        text = part.text
        yield part, one_line(text) if isinstance(text, str) else visible_text(html[text.digest])


def _heading(part: Part) -> tuple[str, str, str]:
    """What a part stands under, its gist, and the themes that are not in that."""
    gist = one_line(part.gist)
    themes = (f"#{one_line(theme)}" for theme in part.themes)
    return one_line(part.heading), gist, " ".join(theme for theme in themes if theme not in gist.split())


def _rest(gist: str, text: str) -> str:
    """What of a text is not said by its gist, behind a sign: `+` for the rest, `=` for the whole."""
    gist = gist.removesuffix(_CUT)
    return f"+{text[len(gist) :]}" if gist and text.startswith(gist) else f"={text}"


def _without_end(words: list[str]) -> list[str]:
    """The words without the empty ones at their end."""
    while words and not words[-1]:
        words = words[:-1]
    return words


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
