"""What word processors and chat programs leave in a text, as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iiv.journal.parse.markup import FENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROUND: Final = "•◦▪▫‣⁃●○■□∙·\uf0b7\uf0a7"
_DASHES: Final = "–—"
_ANY = re.compile(rf"^[^\S\n]*(?:>[^\S\n]*)*[{_ROUND}{_DASHES}]", re.MULTILINE)
# Word has a letter o for the bullets of its second level.
_BULLET = re.compile(
    rf"((?:[^\S\n]*>)*)([^\S\n]*)(?:([{_ROUND}])[^\S\n]*|([{_DASHES}])[^\S\n]+|(o)(?:\t|\s{{2,}}))(?=\S)"
)
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s|\s")
_HARD_SPACE = re.compile(r"^([ \t>]*(?:[-*+]|\d{1,9}[.)]))[\xa0\u202f]+", re.MULTILINE)
_BOX = re.compile(r"^([ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+)\[[^\S\n]?\](?=\s)", re.MULTILINE)
_BLANK_TOP = re.compile(r"\A(?:[ \t]*\n)+")  # Python-Markdown makes code of it
_INVISIBLE = re.compile("^[\u200b\u2060\ufeff]+", re.MULTILINE)
_FLAT = 4


def tidied(text: str) -> str:
    """The text with the bullets of word processors as those of Markdown, and each open box as `[ ]`."""
    text = _BLANK_TOP.sub("", _INVISIBLE.sub("", text))
    if _ANY.search(text):
        text = "\n".join(_Bullets().lines(text.split("\n")))
    if "\xa0" in text or "\u202f" in text:
        text = _HARD_SPACE.sub(r"\1 ", text)
    return _BOX.sub(r"\1[ ]", text) if "[" in text else text


class _Bullets:
    """The levels of the list at hand, each by how far it is indented and by its bullet."""

    def __init__(self) -> None:
        self._levels: list[tuple[int, str]] = []
        self._base = 0
        self._fence = ""

    def lines(self, lines: list[str]) -> Iterator[str]:
        """The lines, each bullet as `-` and as far indented as its level is."""
        above = ""
        for number, line in enumerate(lines):
            match = None if self._is_code(line) else _BULLET.match(line)
            if match and self._is_item(match, above, "".join(lines[number + 1 : number + 2])):
                yield f"{match[1]}{' ' * self._indent(match, above)}- {line[match.end() :]}"
            else:
                if not above.strip() and line.strip() and not line.startswith((" ", "\t")):
                    self._levels.clear()
                yield line
            above = line

    def _is_code(self, line: str) -> bool:
        fence = FENCE.match(line)
        if fence:
            self._fence = "" if self._fence and fence[1].startswith(self._fence) else self._fence or fence[1]
        return bool(fence or self._fence)

    def _is_item(self, match: re.Match[str], above: str, below: str) -> bool:
        """Dashes make a list together only: one alone begins what somebody says."""
        if match[3]:
            return True
        if match[4]:
            others = (_BULLET.match(above), _BULLET.match(below))
            return any(other and other[4] == match[4] for other in others) or bool(self._levels)
        return bool(self._levels)

    def _indent(self, match: re.Match[str], above: str) -> int:
        level = len(match[2].expandtabs()), match[3] or match[4] or match[5]
        if not self._levels:
            self._base = level[0] if level[0] < _FLAT or _ITEM.match(above) else 0
        if level in self._levels:
            del self._levels[self._levels.index(level) + 1 :]
        else:
            while self._levels and self._levels[-1][0] > level[0]:
                self._levels.pop()
            self._levels.append(level)
        return self._base + 2 * (len(self._levels) - 1)
