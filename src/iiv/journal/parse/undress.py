"""A line of a note to the words in it, without what a question may be dressed as."""

from __future__ import annotations

import html
import re

from iiv.journal.parse.markup import COMMENT, HTML_TAG, plain_text
from iiv.values import Value, replace

LONGEST = 250
"""How many characters a line may have that holds a question; a long one of the bank has 90."""

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_QUOTE = re.compile(r"(?:\s{0,3}>)+")
_CALLOUT = re.compile(r"\s*\[!([^\[\]]+)\][-+]?\s*")
_ITEM = re.compile(
    r"(?:(?P<bullet>[-*+\u2013\u2014])\s+|(?P<round>[\u2022\u2023\u25aa\u25ab\u25cb\u25cf\u25e6\u2043\u2219\u00b7])\s*"
    r"|\(?(?:\d{1,3}|[a-pr-zA-PR-Z](?=[.)]\s))\\?(?P<number>[.)])(?!\d)\s*|\d{1,2}\u20e3\s*|[\u2460-\u2473]\s*)"
)
_BOX = re.compile(r"\\?\[[^\[\]]?\\?\]\s+")
_HASHES = re.compile(r"(?P<marks>(?:\\?#){1,6})(?P<space>\s+|$)?")
_ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?|===)\s[^\"\n]*\"(.+)\"\s*$")
_HTML_HEADING = re.compile(
    r"(?:<[a-z][^<>]*>\s*)*<(?P<tag>h[1-6]|summary)\b[^<>]*>(?P<words>.*?)</(?P=tag)\s*>(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_HTML_BOLD = re.compile(r"</?(?:b|strong)\b[^<>]*>", re.IGNORECASE)
_BOLD = re.compile(r"[*_=~]*?(?P<mark>\*\*|__)(?P<words>(?=\S).+?)(?P=mark)(?P<rest>.*)$", re.DOTALL)
_AROUND = " \t*_=~"
_MARKS = re.compile(r"[*_]{1,3}(?=\W|$)|(?<!\w)[*_]{1,3}")
_TRAILING = re.compile(
    r"(?:\s+\^[\w-]+|\s+|\s*\{:?\s*[#.][^{}]*\}|\s*<br\s*/?>|\s*</[a-zA-Z0-9]+\s*>|\\|\s+#+|(?<=[?!.\u2026\uff1f])\s*:)\s*$"
)
_ARROW = re.compile(r"(?:[-=]+>|[:\uff1a]+|[\u2192\u21d2\u2013\u2014-])\s*")
_ESCAPED = re.compile(r"\\(?=[^\w\s])")
_TAILS = ("}", ">", "\\", "#", ":", " ")  # what a tail but for an id ends with
_AFTER_BOLD = re.compile(r"^[\s:.\u2013\u2014-]+")
_SENTENCE = re.compile(r"[^?\uff1f]*[?\uff1f][\"'\u201d\u2019)*_]*(?=\s+\S|[:\uff1a]+\s*\S)")

_STAMP = (
    r"[\[(]?(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4},?\s+)?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?"
    r"(?:\s*[AaPp]\.?[Mm]\.?)?(?:,\s*\d{1,2}/\d{1,2}/\d{2,4})?[\])]?\s*[-\u2013\u2014]?\s*"
)
_ASKED = (
    r"(?:q|qu|qn|ques|question)(?![^\W\d_])\.?\s*(?:\#|no\.?|number|nr\.?)?\s*"
    r"(?:\d{1,3}[*_]*\s*[:\uff1a.)\]|\u2013\u2014-]*|[*_]*[:\uff1a.)\]|\u2013\u2014-]+)"
)
_NUMBERED = r"(?:\#|no\.?|nr\.?)?\s*\d{1,3}\s*(?:(?:of|/)\s*\d{1,3})?(?:\s*[:.)\]|/\u2013\u2014-]+|(?=\s))"
_SPEAKER = (
    r"(?P<speaker>[^\W\d_][\w.'\u2019-]*(?:\s+[\w.'\u2019&-]+){0,3})"
    r"\s*(?:[(\[][^()\[\]]*[)\]])?\s*[*_]*[:\uff1a]"
)
_MAY_LABEL = re.compile(r"[*_]*[qQ\d\[(#]|[^:\uff1a]{1,60}[:\uff1a]")
_LABEL = re.compile(
    rf"[*_]*(?P<stamp>{_STAMP})?[*_]*(?:(?P<asked>{_ASKED}|q\d{{1,3}}\s)|(?P<numbered>{_NUMBERED})|{_SPEAKER})?[*_]*\s*",
    re.IGNORECASE,
)


class Undressed(Value, frozen=True):
    """A line's words, and what they wear.

    `dress` is the same for lines that look the same: `>` in a quote, the mark of a list, `#` for a
    heading, `b` for bold, a label. `level` is that of a heading, or of what looks like one; it
    `is_heading` where Markdown or HTML says so. `rest` is what stands behind the words in the same
    line. `depth` counts the marks of quotes, `indent` the columns before the line.
    """

    words: str
    dress: str = ""
    level: int = 0
    is_heading: bool = False
    rest: str = ""
    depth: int = 0
    indent: int = 0


def without_invisible(text: str) -> str:
    """A text without the characters that nobody sees: joiners, direction marks, soft hyphens."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


def undress(line: str) -> Undressed:
    """The words of a line without invisible characters, and their dress."""
    quote = _QUOTE.match(line)
    depth = quote[0].count(">") if quote else 0
    text = line[quote.end() :].expandtabs(4) if quote else line.expandtabs(4)
    indent = len(text) - len(text.lstrip())
    text = text.strip()
    dress = ">" * depth
    if depth and (callout := _CALLOUT.match(text)):
        dress, text = f"{dress}!", text[callout.end() :]
    while item := _ITEM.match(text):
        dress += item["bullet"] or item["round"] or item["number"] or "."
        text = text[item.end() :]
        if box := _BOX.match(text):
            text = text[box.end() :]
    found = _titled(text, dress) if text else Undressed("", dress)
    return replace(found, depth=depth, indent=indent) if depth or indent else found


def unlabelled(words: str) -> str:
    """A question without its number, `Q:`, or who asked it and when; "" when nothing else is left."""
    match = _LABEL.match(words)
    return words[match.end() :].strip(_AROUND) if match else words


def asked_by(words: str) -> str:
    """Who asks a question in these words, and when: `[00:12:03] Ann`; "" where they say neither."""
    match = _LABEL.match(words) if _MAY_LABEL.match(words) else None
    if match is None or match.end() == len(words) or not (match["stamp"] or match["speaker"]):
        return ""
    return _MARKS.sub("", match[0]).strip(" \t:\uff1a-\u2013\u2014")


def _titled(text: str, dress: str) -> Undressed:
    if hashes := _HASHES.match(text):
        level = hashes["marks"].count("#")
        is_heading = "\\" not in hashes["marks"] and hashes["space"] is not None
        mark = "#" if is_heading else f"\\#{level}"
        return Undressed(bare_words(text[hashes.end() :]), dress + mark, level, is_heading)
    if "<" in text:
        text = COMMENT.sub("", text)
        if heading := _HTML_HEADING.match(text):
            tag = heading["tag"].lower()
            level = int(tag[1]) if tag != "summary" else 0
            rest = heading["rest"].strip()
            return Undressed(bare_words(heading["words"]), f"{dress}<{tag}", level, bool(level), rest)
        dress += "<" if text.startswith("<") else ""
        text = HTML_TAG.sub("", _HTML_BOLD.sub("**", text)).strip()
    if text[:3] in {"!!!", "???", "==="} and (title := _ADMONITION.match(text)):
        return Undressed(bare_words(title[1]), f"{dress}!!!")
    return _in_bold(text, dress)


def _in_bold(text: str, dress: str) -> Undressed:
    bold = _BOLD.match(text) if text[:1] in "*_=~" else None
    label, label_end = _label(text)
    if bold and label_end < bold.start("rest"):
        return _bold_words(bold, f"{dress}b")
    dress += label
    if not label and len(text) > 1 and text[0] in "*_=~" and text[-1] == text[0]:
        dress += "i"
    asked = None if dress.endswith(":") or text[:1] in {"(", "["} else _SENTENCE.match(text)
    if asked:
        rest = text[asked.end() :].strip()
        arrow = _ARROW.match(rest)
        if _says_something(rest):
            return Undressed(bare_words(asked[0]), dress, rest=rest[arrow.end() if arrow else 0 :])
    return Undressed(bare_words(text), dress)


def _bold_words(bold: re.Match[str], dress: str) -> Undressed:
    rest = bold["rest"].strip(_AROUND)
    rest = _AFTER_BOLD.sub("", rest) if _says_something(rest) else ""
    return Undressed(bare_words(bold["words"]), dress, rest=rest)


def _label(text: str) -> tuple[str, int]:
    """What a line is labelled as, and where its words begin: a number, `Q:` or who speaks."""
    label = _LABEL.match(text) if _MAY_LABEL.match(text) else None
    if label is None or label.end() == len(text):
        return "", 0
    if label["speaker"]:
        return f"{label['speaker'].casefold()}:", label.end()
    kind = "q" if label["asked"] else "1" if label["numbered"] else ""
    return kind, label.end() if kind else 0


def _says_something(rest: str) -> bool:
    return any(map(str.isalnum, bare_words(f" {rest}")))


def bare_words(text: str) -> str:
    """The words of a line without marks around them, tags, links, an id or a colon behind them."""
    if len(text) > LONGEST:  # no question, and some patterns take long for it
        return text.strip(_AROUND)
    if "<" in text:
        text = HTML_TAG.sub(
            lambda tag: " " if tag[0].lower().startswith("<br") else "", COMMENT.sub("", text)
        )
    while text.endswith(_TAILS) or " ^" in text:
        tail = _TRAILING.search(text)
        if tail is None:
            break
        text = text[: tail.start()]
    if "](" in text or "[[" in text:
        text = plain_text(text)
    if "&" in text:
        text = html.unescape(text)
    if "\\" in text:
        text = _ESCAPED.sub("", text)
    return text.strip(_AROUND)
