"""The HTML of a journal's texts: read, each time it is asked for, from where it is kept, as it is large."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import msgspec

from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iiv.journal.cache.entries import Cache
    from iiv.site.markdown.rendered import Rendered


class KeptText(Value, frozen=True):
    """A rendered text as it is kept, with the digest of its HTML."""

    digest: str
    files: tuple[str, ...]
    asked: tuple[tuple[str, str, str | None], ...]
    html: memoryview


DECODER: Final = msgspec.msgpack.Decoder(KeptText)
_ENCODER: Final = msgspec.msgpack.Encoder()


class Html(Mapping[str, str]):
    """HTML by its digest. What can be `kept` is: else it is in memory. A copy in another process has all."""

    def __init__(self, kept: Cache | None) -> None:
        self._kept = kept
        self._keys: dict[str, str] = {}
        self._html: dict[str, str] = {}

    def add(self, digest: str, key: str, rendered: Rendered) -> None:
        """Know a text that was rendered now, and keep it under this key."""
        if self._kept is None:
            self._html[digest] = rendered.html
            return
        content = _ENCODER.encode((digest, rendered.files, rendered.asked, rendered.html.encode()))
        self._kept.put(key, content)
        self._keys[digest] = key

    def find_kept(self, digest: str, key: str) -> None:
        """Know a text that is kept under this key."""
        self._keys[digest] = key

    def __getitem__(self, digest: str) -> str:
        """The HTML with this digest."""
        found = self._kept.get_value(self._keys[digest], DECODER) if self._kept else None
        return str(found.html, "utf-8") if found else self._html[digest]

    def __iter__(self) -> Iterator[str]:
        """The digests."""
        return iter(self._keys if self._kept else self._html)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._keys) + len(self._html)

    def __reduce__(self) -> tuple[type[dict[str, str]], tuple[dict[str, str]]]:
        """As what it gets to a process with nothing of this one."""
        return dict, (dict(self),)
