"""An answer's Markdown to HTML that is safe to show on any page."""

from __future__ import annotations

import re
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Final

from iiv.journal.parse.markup import without_code
from iiv.site.markdown.dialect import CONFIGS, EXTENSIONS, Leads, needed, new_markdown, unneeded_patterns
from iiv.site.markdown.pasted import tidied
from iiv.site.markdown.references import NoteLinks, RecordedReferences
from iiv.site.markdown.rendered import Rendered
from iiv.site.safety.html_tokens import plain
from iiv.site.safety.sanitising import sanitise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from markdown import Markdown

    from iiv.journal.model import Definition
    from iiv.site.markdown.references import References
    from iiv.site.markdown.rendered import Source

TANGLE: Final = 1000
"""How many opening marks of one sort are still read as Markdown. Python-Markdown's time grows with
their square: 5,000 open brackets took it 4 seconds, 1,000 a tenth of one.
"""

_LABEL = re.compile(r"\[([^\[\]]+)\]")
_DEFINED = re.compile(r"^ {0,3}\[([^\[\]\n]+)\]:", re.MULTILINE)
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n")
_UNCLOSED_TAG = re.compile(r"<[^<>]*(?=<|\Z)")
# Headings, and lines that end one or stand between paragraphs.
_RULE = re.compile(r"^ {0,3}(?:#|=+[ \t]*$|(?:[-*_][ \t]*){3,}+$)", re.MULTILINE)


def new_rendering(
    references: References,
    extensions: Sequence[str] = EXTENSIONS,
    configs: Mapping[str, Mapping[str, object]] = CONFIGS,
) -> Callable[[Source], Rendered]:
    """What renders sources: each depends on what it says, and on what the references answer, alone."""
    recorded = RecordedReferences(references)

    def new(chosen: tuple[str, ...], without: tuple[str, ...]) -> Markdown:
        leads = Leads(partial(recorded.ask, "wikilink"), partial(recorded.ask, "theme"), recorded.cited)
        return new_markdown(chosen, configs, leads, without)

    converter = _Converter(extensions, new)

    def render(source: Source) -> Rendered:
        recorded.asked.clear()
        recorded.cites = source.cites
        links = NoteLinks(recorded.ask, source.path)
        text = tidied(plain(source.markdown))
        blocks = converter.html(with_definitions(text, source.definitions.value))
        html = sanitise(blocks, links, source.anchor)
        asked = tuple((kind, name, answer) for (kind, name), answer in recorded.asked.items())
        return Rendered(html, tuple(links.files), asked)

    return render


class _Converter:
    """Markdown to HTML that never fails. It has a Markdown for each set of what a text needs."""

    def __init__(
        self, extensions: Sequence[str], new: Callable[[tuple[str, ...], tuple[str, ...]], Markdown]
    ) -> None:
        self._extensions = extensions
        self._new = new
        self._ready: dict[tuple[tuple[str, ...], tuple[str, ...]], Markdown] = {}

    def html(self, source: str) -> str:
        """The HTML of `source`; its paragraphs as typed when it cannot be read as Markdown."""
        if is_tangled(source):
            return _as_typed(source)
        chosen = needed(self._extensions, source), unneeded_patterns(source)
        markdown = self._ready.pop(chosen, None) or self._new(*chosen)
        try:
            html = markdown.reset().convert(source)
        except Exception:  # noqa: BLE001 - extensions raise anything on odd input; the text must be seen
            return _as_typed(source)  # what raised may be in any state: it is not used again
        self._ready[chosen] = markdown
        return html


def with_definitions(markdown: str, definitions: Iterable[Definition]) -> str:
    """The text below those of the definitions that it uses and does not have itself.

    A footnote may use others in turn. They stand above because an HTML element that is never closed
    takes in everything below it.
    """
    missing = {definition.label: definition.text for definition in reversed(tuple(definitions))}
    for label in _labels(_DEFINED, markdown):
        missing.pop(label, None)
    parts = [markdown]
    for part in parts:  # it grows meanwhile
        parts += [missing.pop(label) for label in _used(part) if label in missing]
    above = parts[1:]
    if any(text.lstrip().startswith("[^") for text in above):
        above.append("<!-- -->")  # ends the last footnote
    return "\n\n".join([*above, markdown])


def _used(markdown: str) -> dict[str, None]:
    has_code = "`" in markdown or "~~~" in markdown or "<!--" in markdown
    return _labels(_LABEL, without_code(markdown) if has_code else markdown)


def _labels(pattern: re.Pattern[str], text: str) -> dict[str, None]:
    """The labels in the form of `Definition.label`, each once, in order."""
    return dict.fromkeys(" ".join(label.casefold().split()) for label in pattern.findall(text))


def is_tangled(markdown: str) -> bool:
    """Whether a text is noise that would take for ever to read.

    It is when one paragraph holds too many marks of a sort, or the text too many tags never closed.
    """
    if len(markdown) <= TANGLE:
        return False
    if len(_UNCLOSED_TAG.findall(markdown)) > TANGLE:
        return True
    paragraphs = (part for part in _PARAGRAPH_END.split(markdown) if len(part) > TANGLE)
    return any(_is_noise(paragraph) for paragraph in paragraphs)


def _is_noise(paragraph: str) -> bool:
    marks = max(paragraph.count(mark) for mark in "[`")
    return marks > TANGLE or (paragraph.count("\n") > TANGLE and len(_RULE.findall(paragraph)) > TANGLE)


def _as_typed(text: str) -> str:
    """A text that is not read as Markdown, in its paragraphs."""
    paragraphs = (part.strip("\n") for part in _PARAGRAPH_END.split(text))
    return "\n".join(f"<p>{escape(part)}</p>" for part in paragraphs if part.strip())
