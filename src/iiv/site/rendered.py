"""An answer as HTML, and the line of JSON as which it is kept."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iiv.site.addresses import ROOT, to_root

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Rendered:
    """Sanitised HTML: a balanced sequence of blocks without blank lines.

    Links within the site begin with the mark `ROOT`; `at` puts in the way for one page. `files`
    are the files, by their path from the journal's folder, that it shows or links to.
    """

    html: str
    files: tuple[str, ...] = ()

    def at(self, page: str) -> str:
        """The HTML as it stands on the page at this address."""
        return self.html.replace(ROOT, to_root(page))

    def line(self) -> str:
        """All of it on one line, in ASCII."""
        return json.dumps([self.html, self.files])


class KeptRendered(Rendered):
    """The same out of its line, which is read when somebody asks: most pages stay as they are."""

    __slots__ = ("_line", "_read")
    _line: str
    _read: Sequence[str]

    def __init__(self, line: str) -> None:
        object.__setattr__(self, "_line", line)

    def line(self) -> str:
        """All of it on one line, in ASCII."""
        return self._line

    @property
    def html(self) -> str:
        """The HTML."""
        return str(self._values()[0])

    @property
    def files(self) -> tuple[str, ...]:
        """The files."""
        return tuple(self._values()[1])

    def _values(self) -> Sequence[str]:
        if not hasattr(self, "_read"):
            object.__setattr__(self, "_read", json.loads(self._line))
        return self._read
