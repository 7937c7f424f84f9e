"""Rendered answers, kept from one build to the next."""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from iiv.journal.store import Store
from iiv.site.freshness import program

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from iiv.site.lookups import Lookups
    from iiv.site.rendering import Rendered

_FILE: Final = "rendered"


@contextmanager
def kept_rendering(root: Path) -> Iterator[KeptRendering]:
    """What was rendered of the journal in `root`; what is rendered meanwhile is kept."""
    store = Store(root, _FILE)
    first, *lines = store.load() or [""]
    kept = KeptRendering(lines if first == program() else ())
    yield kept
    if kept.has_news:
        store.save([program(), *kept.lines()])


class KeptRendering:
    """What texts became, with what they asked of the rest of the journal.

    A text that would get another answer today is not known. `lines` are those that an earlier one gave.
    """

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._lines = {line[:_KEY]: line for line in lines}
        self._used: dict[str, str] = {}

    @property
    def has_news(self) -> bool:
        """Whether there is more or less to keep than before."""
        return self._used != self._lines

    def get(self, key: str, lookups: Lookups) -> tuple[str, tuple[str, ...]] | None:
        """The HTML and the files of the text with this key; None when they are not known."""
        line = self._lines.get(key)
        if line is None:
            return None
        html, files, asked = json.loads(line[_KEY:])
        if any(lookups.answer(kind, name) != answer for kind, name, answer in asked):
            return None
        self._used[key] = line
        return html, tuple(files)

    def put(self, key: str, rendered: Rendered, lookups: Lookups) -> None:
        """Keep what the text with this key became; `lookups` has what it asked."""
        asked = [[kind, name, answer] for (kind, name), answer in lookups.asked.items()]
        self._used[key] = f"{key}{json.dumps([rendered.html, rendered.files, asked])}"

    def lines(self) -> Iterable[str]:
        """All that was asked for this time, to be kept."""
        return self._used.values()


def key_of(*parts: Any) -> str:  # noqa: ANN401 - whatever it is, its repr counts
    """The key of a text, from all that its rendering depends on but for what it asks of the journal."""
    return hashlib.sha256(repr(parts).encode(errors="surrogatepass")).hexdigest()


_KEY: Final = len(key_of())
