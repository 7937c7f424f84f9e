"""Rendered answers, kept from one build to the next."""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from iiv.journal.store import Store
from iiv.site.freshness import program
from iiv.site.rendered import KeptRendered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from iiv.site.lookups import Lookups
    from iiv.site.rendered import Rendered

_FILE: Final = "rendered"
_NEWS: Final = "rendered-since"
_BETWEEN: Final = "\t"
_FEW: Final = 300
"""So many news are kept beside the rest, which then need not be written again."""


@contextmanager
def kept_rendering(root: Path) -> Iterator[KeptRendering]:
    """What was rendered of the journal in `root`; what is rendered meanwhile is kept."""
    stores = Store(root, _FILE), Store(root, _NEWS)
    old, since = map(_lines, stores)
    kept = KeptRendering((*old, *since))
    yield kept
    if not kept.news:
        return
    if len(since) + len(kept.news) > _FEW or not old:
        stores[0].save([program(), *kept.lines()])
        stores[1].save([])
    else:
        stores[1].save([program(), *since, *kept.news])


def _lines(store: Store) -> list[str]:
    first, *lines = store.load() or [""]
    return lines if first == program() else []


class KeptRendering:
    """What texts became, with what they asked of the rest of the journal.

    A text that would get another answer today is not known. `lines` are those that an earlier one gave;
    of two with one key the later counts. `news` are lines that were not among them.
    """

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._lines = {line[:_KEY]: line for line in lines}
        self._used: dict[str, str] = {}
        self.news: list[str] = []

    def get(self, key: str, lookups: Lookups) -> Rendered | None:
        """What the text with this key became; None when that is not known."""
        line = self._lines.get(key)
        if line is None:
            return None
        asked, _, rendered = line[_KEY:].partition(_BETWEEN)
        if any(lookups.answer(kind, name) != answer for kind, name, answer in json.loads(asked)):
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


def key_of(*parts: Any) -> str:  # noqa: ANN401 - whatever it is, its repr counts
    """The key of a text, from all that its rendering depends on but for what it asks of the journal."""
    return hashlib.sha256(repr(parts).encode(errors="surrogatepass")).hexdigest()


_KEY: Final = len(key_of())
