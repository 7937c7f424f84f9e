"""Lines kept from one run to the next, so that a few new ones cost little."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.journal.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

FEW: Final = 300
"""So many new lines are kept beside the rest, which then need not be written again."""


class Ledger:
    """The lines in the workspace of the journal in `root`: most in the file `name`, the latest beside it.

    Of `lines` that begin alike the later counts. They are believed when they were kept under the same
    `head`. It `is_due` when so many came that all are to be written again: then it is time to forget.
    """

    def __init__(self, root: Path, name: str, head: str = "") -> None:
        self._head = head
        self._most, self._latest = Store(root, name), Store(root, f"{name}-since")
        self._has_most, most = self._load(self._most)
        _, self._since = self._load(self._latest)
        self.lines = (*most, *self._since)
        self.is_due = len(self._since) > FEW

    def _load(self, store: Store) -> tuple[bool, list[str]]:
        head, *lines = store.load() or [""]
        return (True, lines) if lines and head == self._head else (False, [])

    def add(self, news: Sequence[str], wanted: Callable[[], Iterable[str]]) -> None:
        """Keep these lines too. `wanted` gives all lines, those that nobody needs any more left out."""
        if self.is_due or len(news) > FEW or (news and not self._has_most):
            self._most.save([self._head, *wanted()])
            self._latest.save([])
        elif news:
            self._latest.save([self._head, *self._since, *news])
