"""Markdown text to what iiv reads in it: gist, themes, definitions, links."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import TYPE_CHECKING
from unicodedata import normalize

from iiv.journal.model import Definition
from iiv.journal.parse.link_targets import DEFINITION
from iiv.journal.parse.theme_words import THEME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
# Any space: a word processor leaves hard ones.
ATX_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s+(.*))?$")
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
INLINE_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
TITLE = re.compile(r"\s+[\"'(]")
LABEL = re.compile(r"\[([^\[\]]+)\]")
INLINE_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\((?:[^()\n]|\([^()\n]*\))*\)")
REFERENCE_LINK = re.compile(r"!?\[([^\[\]]+)\](?:\[[^\[\]]*\])")
WIKILINK = re.compile(r"!?\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\]")
AUTOLINK = re.compile(r"<[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*>|(?:https?|ftp)://[^\s<>]+|www\.[^\s<>]+")
ATTRIBUTE_LIST = re.compile(r"\{:?[ \t]*[.#][^{}\n]*\}")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]{2,31}\d{0,2});")
LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
HTML_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def without_code(text: str) -> str:
    """`text` with code and comments blanked out: every character left keeps its place."""
    if "`" not in text and "~~~" not in text and "<!--" not in text:
        return text
    lines = text.split("\n")
    fence = ""
    for number, line in enumerate(lines):
        match = FENCE.match(line)
        if fence:
            lines[number] = " " * len(line)
            if match and match[1].startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
        elif match and "`" not in line[match.end() :]:
            fence = match[1]
            lines[number] = " " * len(line)
    return COMMENT.sub(_blank, INLINE_CODE.sub(_blank, "\n".join(lines)))


def plain_text(text: str) -> str:
    """Inline Markdown as plain text on one line: links by their words, marks taken off."""
    text = COMMENT.sub("", text)
    text = WIKILINK.sub(lambda match: (match[2] or match[1]).strip(" \\"), text)
    text = re.sub(r"\[\^[^\]]+\]", "", text)
    for _ in range(2):
        text = INLINE_LINK.sub(r"\1", text)
    text = REFERENCE_LINK.sub(r"\1", text)
    text = HTML_TAG.sub("", LINE_BREAK.sub(" ", text))
    text = re.sub(r"<([a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>]*)>", r"\1", text)
    text = re.sub(r"(?<!\\)(\*{1,3}|~~|==|`+)(?=\S)(.+?)(?<=\S)\1", r"\2", text, flags=re.DOTALL)
    text = re.sub(r"(?<![\w\\])(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)", r"\2", text, flags=re.DOTALL)
    text = ESCAPED.sub(lambda match: match[1] or unescape(match[0]), text)
    return " ".join(text.split())


def without_links(text: str) -> str:
    """`text` with code, links and headings blanked out: where `#word` is a theme."""
    plain = without_code(text)
    patterns: tuple[re.Pattern[str], ...] = ()
    if "[" in plain:
        patterns += (WIKILINK, INLINE_LINK, REFERENCE_LINK)
    if "<" in plain or "://" in plain or "www." in plain:
        patterns += (AUTOLINK, HTML_TAG)
    if "{" in plain:
        patterns += (ATTRIBUTE_LIST,)
    for pattern in patterns:
        plain = pattern.sub(_blank, plain)
    return "\n".join(
        "" if ATX_HEADING.match(line) or DEFINITION.match(line) else line for line in plain.split("\n")
    )


def themes(text: str) -> tuple[str, ...]:
    """The words marked `#word`, each once, in order, composed (NFC); none in code, links or headings."""
    if not THEME.search(text):  # what is blanked out below has none, nor hides one
        return ()
    return tuple(dict.fromkeys(normalize("NFC", word) for word in THEME.findall(without_links(text))))


def definitions(text: str) -> tuple[Definition, ...]:
    """The reference links and footnotes that a text defines."""
    if "]:" not in text:
        return ()
    lines = text.split("\n")
    return tuple(
        Definition(label, "\n".join(lines[start:end]))
        for start, end, label in _definitions(lines, without_code(text).split("\n"))
    )


def labels(text: str) -> Counter[str]:
    """How often each label stands in square brackets in a text, its definitions included; none in code."""
    return Counter(map(_label, LABEL.findall(without_code(text)))) if "[" in text else Counter()


def without_strays(text: str, note: Mapping[str, int]) -> str:
    """A part of a note without the definitions that it does not use, and that other parts do.

    Such a footnote at the end of the note is no part of the last answer. `note` has the `labels` of the
    whole note.
    """
    bare = without_code(text)
    used = labels(bare)
    lines, bare_lines = text.split("\n"), bare.split("\n")
    strays = []
    for start, end, label in _definitions(lines, bare_lines):
        own = labels("\n".join(bare_lines[start:end]))
        if used[label] == own[label] and note.get(label, 0) > own[label]:
            used.subtract(own)
            strays.append((start, end))
    for start, end in reversed(strays):
        lines[start:end] = [""]
    return "\n".join(lines).strip("\n").rstrip()


def _label(words: str) -> str:
    return " ".join(words.casefold().split())


def _definitions(lines: list[str], bare: list[str]) -> Iterator[tuple[int, int, str]]:
    """The definitions in the lines of a text: from which line to before which, and the label.

    `bare` are the lines without code.
    """
    for number, line in enumerate(bare):
        match = DEFINITION.match(line)
        if match and (match[2] or match[1].startswith("^")):
            yield number, _definition_end(lines, number), _label(match[1])


def _definition_end(lines: list[str], number: int) -> int:
    """Before which line a definition ends: those below it that are indented belong to it."""
    end = number + 1
    for below in range(end, len(lines)):
        line = lines[below]
        if not line.strip():
            continue
        # After blank lines only what is indented by four.
        if not line.startswith(("    ", "\t")) and not (below == end and TITLE.match(line)):
            break
        end = below + 1
    return end


def says_nothing(text: str) -> bool:
    """Whether a text is blank but for comments and definitions."""
    bare = COMMENT.sub("", text)
    return not any(line.strip() and not DEFINITION.match(line) for line in bare.split("\n"))


def without_comments(lines: list[str]) -> list[str]:
    """The lines with HTML comments blanked out."""
    return COMMENT.sub(_blank, "\n".join(lines)).split("\n")
