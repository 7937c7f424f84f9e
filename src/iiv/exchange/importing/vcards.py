"""vCard files of version 2.1, 3.0 and 4.0 to cards, line by line: a broken line costs itself alone.

Versions 2.1 (Internet Mail Consortium, 1996), RFC 2426 and RFC 6350, and what programs write of them.
"""

from __future__ import annotations

import codecs
import quopri
import re
from typing import TYPE_CHECKING, Final

from iiv.exchange.foreign_files import decoded
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_FOLD: Final = re.compile(rb"\r?\n[ \t]")
# As Latin-1 shows it, a byte order mark may stand before each: files are joined end to end.
_BEGIN: Final = re.compile(r"(?:\xef\xbb\xbf|\s)*BEGIN\s*:\s*VCARD\s*", re.IGNORECASE)
_END: Final = re.compile(r"\s*END\s*:\s*VCARD\s*", re.IGNORECASE)
_AGENT: Final = re.compile(r"AGENT[^:]*:\s*BEGIN\s*:\s*VCARD\s*", re.IGNORECASE)
_OLD: Final = re.compile(r"VERSION\s*:\s*2", re.IGNORECASE)
_PARTS: Final = re.compile(r'((?:"[^"]*"|[^;"])*)(?:;|$)')
_NAME: Final = re.compile(r"(?:[\w-]+\.)?([A-Za-z0-9-]+)", re.ASCII)
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_COMPONENT: Final = re.compile(r"((?:\\.|[^;])*)(?:;|$)", re.DOTALL)
_KNOWN: Final = frozenset(
    """ADR AGENT ANNIVERSARY BDAY CALADRURI CALURI CATEGORIES CLASS CLIENTPIDMAP DEATHDATE EMAIL FBURL FN
    GENDER GEO IMPP KEY KIND LABEL LANG LOGO MAILER MEMBER N NAME NICKNAME NOTE ORG PHOTO PRODID
    PROFILE RELATED REV ROLE SORT-STRING SOUND SOURCE TEL TITLE TZ UID URL VERSION XML""".split()
)
_BINARY: Final = frozenset({"KEY", "LOGO", "PHOTO", "SOUND"})


class Property(Value, frozen=True):
    """One line of a card. `kinds` are its parameters' values in capitals: HOME, CELL, PREF, ...

    `parts` are the components of its value, without escapes; most values have one.
    """

    name: str
    kinds: frozenset[str]
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """The value as one text."""
        return ";".join(self.parts)


class Card(Value, frozen=True):
    """What one card says, in its order."""

    properties: tuple[Property, ...]

    def all(self, name: str) -> list[Property]:
        """The properties of this name that say something."""
        return [one for one in self.properties if one.name == name and one.text.strip(" ;")]

    def parts(self, name: str) -> tuple[str, ...]:
        """The components of the first property of this name."""
        return next((one.parts for one in self.all(name)), ())

    def text(self, name: str) -> str:
        """The value of the first property of this name, "" without one."""
        return next((one.text for one in self.all(name)), "")


def cards(content: bytes) -> list[Card]:
    """The cards in a file, in their order; none where there is no `BEGIN:VCARD`."""
    _, encoding = decoded(_FOLD.sub(b"", content))
    if encoding.startswith(("utf-16", "utf-32")):
        content, encoding = decoded(content)[0].encode("utf-8", "replace"), "utf-8"
    # As Latin-1 each byte is one sign: a line may be folded within a letter, and may name another charset.
    lines = _LINE_END.split(content.decode("latin-1"))
    return [Card(tuple(_properties(one, encoding))) for one in _split(lines)]


def _split(lines: Iterable[str]) -> Iterator[list[str]]:
    """The lines of each card. One without an end ends where the next begins."""
    inside: list[str] | None = None
    within = 0  # cards in this one: somebody's assistant
    for line in lines:
        if _AGENT.fullmatch(line) or (_BEGIN.fullmatch(line) and inside and (within or _is_agent(inside))):
            within += 1
        elif within:
            within -= bool(_END.fullmatch(line))
        elif _BEGIN.fullmatch(line) or _END.fullmatch(line):
            if inside is not None:
                yield inside
            inside = [] if _BEGIN.fullmatch(line) else None
        elif inside is not None:
            inside.append(line)
    if inside is not None:
        yield inside


def _is_agent(lines: list[str]) -> bool:
    last = next((line for line in reversed(lines) if line.strip()), "")
    return last.strip().upper().startswith("AGENT")


def _properties(lines: list[str], encoding: str) -> Iterator[Property]:
    is_old = any(map(_OLD.match, lines))
    for line in _unfolded(lines, is_old=is_old):
        if one := _property(line, encoding, is_old=is_old):
            yield one


def _unfolded(lines: Iterable[str], *, is_old: bool) -> Iterator[str]:
    """Whole lines. What is quoted-printable goes on after `=`, the others with a space in the next line.

    A note that a program did not fold goes on where no other property begins.
    """
    whole: list[str] = []
    is_quoted = is_soft = False
    for line in lines:
        if whole and is_soft:
            whole[-1] = whole[-1].rstrip()[:-1]
            whole.append(line)
        elif whole and line[:1] in {" ", "\t"}:
            whole.append(line if is_old else line[1:])
        elif whole and line.strip() and _name(whole[0]) == "NOTE" and not _begins(line):
            whole.append(f"\n{line}")
        else:
            if whole:
                yield "".join(whole)
            whole = [line]
            is_quoted = "QUOTED-PRINTABLE" in line.partition(":")[0].upper()
        is_soft = is_quoted and line.rstrip().endswith("=")
    if whole:
        yield "".join(whole)


def _begins(line: str) -> bool:
    """Whether a line is one of a card's own: what is named so, or so marked."""
    name = _name(line)
    return name in _KNOWN or name.startswith("X-")


def _name(line: str) -> str:
    """What a line's property is called, "" for none."""
    match = _NAME.fullmatch(_halves(line)[0].partition(";")[0].strip())
    return match[1].upper() if match else ""


def _property(line: str, encoding: str, *, is_old: bool) -> Property | None:
    """What a line says; None for a line that says nothing, or holds a picture."""
    head, value = _halves(line)
    name, *parameters = (part.strip() for part in _PARTS.findall(head))
    match = _NAME.fullmatch(name)
    if match is None or match[1].upper() in _BINARY:
        return None
    kinds, charset = _kinds(parameters), ""
    for parameter in parameters:
        key, _, said = parameter.partition("=")
        charset = said.strip('"') if key.upper() == "CHARSET" else charset
    if kinds & {"BASE64", "B"}:
        return None
    raw = [value]
    if "QUOTED-PRINTABLE" in kinds:
        # A component ends at a `;`; one that is part of it is written as `=3B`.
        raw = [quopri.decodestring(part.encode("latin-1")).decode("latin-1") for part in value.split(";")]
    decoded = [_decoded(part, charset or encoding) for part in raw]
    if "QUOTED-PRINTABLE" in kinds and is_old:
        return Property(match[1].upper(), kinds, tuple(map(_unescaped, decoded)))
    parts = [_unescaped(part) for text in decoded for part in _COMPONENT.findall(text)[:-1] or [""]]
    return Property(match[1].upper(), kinds, tuple(parts))


def _halves(line: str) -> tuple[str, str]:
    """What stands before and behind the first colon that is not in quotation marks; no head without one."""
    start = 0
    while (colon := line.find(":", start)) >= 0:
        if line.count('"', 0, colon) % 2 == 0:
            return line[:colon], line[colon + 1 :]
        start = colon + 1
    return "", ""


def _kinds(parameters: Iterable[str]) -> frozenset[str]:
    said = (parameter.rpartition("=")[2].strip('"') for parameter in parameters)
    found = {word.strip().upper() for values in said for word in values.split(",")}
    numbers = {p.partition("=")[2] for p in parameters if p.upper().startswith("PREF=")}
    return frozenset(found | ({"PREF"} if "1" in numbers else set()))


def _decoded(text: str, encoding: str) -> str:
    try:
        codecs.lookup(encoding)
    except (LookupError, ValueError):
        encoding = "utf-8"
    try:
        return text.encode("latin-1").decode(encoding, "replace")
    except (UnicodeError, LookupError):  # a codec that makes no text of bytes
        return text


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], text)
