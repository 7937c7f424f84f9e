"""Rendered answers, kept from one build to the next."""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from iiv.journal.ledger import Ledger
from iiv.site.freshness import program
from iiv.site.rendered import KeptRendered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from iiv.site.lookups import Kind, Lookups
    from iiv.site.rendered import Rendered

_BETWEEN: Final = "\t"
_NOTHING: Final = "[]"


@contextmanager
def kept_rendering(root: Path) -> Iterator[KeptRendering]:
    """What was rendered of the journal in `root`; what is rendered meanwhile is kept."""
    ledger = Ledger(root, "rendered", program())
    kept = KeptRendering(ledger.lines, forgets=ledger.is_due)
    yield kept
    ledger.add(kept.news, kept.lines)


class KeptRendering:
    """What texts became, with what they asked of the rest of the journal.

    A text that would get another answer today is not known. `lines` are those that an earlier one gave;
    of two with one key the later counts. `news` are lines that were not among them. When it
    `forgets`, only what is asked for now will be kept.
    """

    def __init__(self, lines: Iterable[str] = (), *, forgets: bool = False) -> None:
        self.forgets = forgets
        self._lines = {line[:_KEY]: line for line in lines}
        self._used: dict[str, str] = {}
        self.news: list[str] = []

    def get(self, key: str, lookups: Lookups) -> Rendered | None:
        """What the text with this key became; None when that is not known."""
        line = self._lines.get(key)
        if line is None:
            return None
        asked, _, rendered = line[_KEY:].partition(_BETWEEN)
        if asked != _NOTHING and not _holds(json.loads(asked), lookups):
            return None
        self._used[key] = line
        return KeptRendered(rendered)

    def put(self, key: str, rendered: Rendered, lookups: Lookups) -> None:
        """Keep what the text with this key became; `lookups` has what it asked."""
        asked = [[kind, name, answer] for (kind, name), answer in lookups.asked.items()]
        line = self._used[key] = f"{key}{json.dumps(asked)}{_BETWEEN}{rendered.line()}"
        self.news.append(line)

    def lines(self) -> Iterable[str]:
        """All that was asked for this time, to be kept."""
        return self._used.values()


def _holds(asked: Iterable[tuple[Kind, str, str | None]], lookups: Lookups) -> bool:
    return all(lookups.answer(kind, name) == answer for kind, name, answer in asked)


def key_of(*parts: Any) -> str:  # noqa: ANN401 - whatever it is, its repr counts
    """The key of a text, from all that its rendering depends on but for what it asks of the journal."""
    return hashlib.sha256(repr(parts).encode(errors="surrogatepass")).hexdigest()


_KEY: Final = len(key_of())
