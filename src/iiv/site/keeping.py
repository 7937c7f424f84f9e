"""Which files of the last site stay as they are in this build."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from iiv.site import search_index
from iiv.site.freshness import stamp, standing
from iiv.site.state import Output, load_outputs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from iiv.journal.problems import Problem
    from iiv.site.freshness import Clock

INDEX: Final = "search/search_index.json"


class Keeping:
    """What of the last site stays, and what the next build has to know of this one.

    `frame` is a hash of what all outputs depend on, "" when nothing can stay, and `clock` tells whether
    files can be told apart by their times. Ask whether an output `stays`, in the order of the site, by
    one key after the other; `make` it when it does not. `kept` are the addresses of those that stay.
    """

    def __init__(self, frame: str = "", last: Last | None = None, clock: Clock | None = None) -> None:
        self.kept: set[str] = set()
        self._frame = frame
        self._last = last or Last()
        self._clock = clock
        self._keys: dict[str, dict[str, str]] = {}
        self._outputs: dict[str, Output] = {}
        self._parts: dict[str, str] = {}

    @property
    def outputs(self) -> dict[str, Output]:
        """All that the site has, by address, in its order: that in which it was first asked for."""
        return {path: self._outputs[path] for path in self._keys if path in self._outputs}

    def stamp(self, path: Path) -> str:
        """What tells the content of a file from its earlier ones: something new when nothing does."""
        status = path.stat()
        settled = self._clock is not None and self._clock.is_settled(status)
        return stamp(status) if settled else secrets.token_hex()

    def stays(self, address: str, kind: str, *parts: str) -> Output | None:
        """What is known of the output at this address if it stays as it is, as it was made from `parts`.

        Keys of another `kind` tell otherwise what it is made from: one that is the same is enough.
        """
        keys = self._keys.setdefault(address, {})
        if not self._frame:
            return None
        text = "".join(f"{len(part)} {part}" for part in (self._frame, *parts))
        keys[kind] = hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
        old = self._last.untouched.get(address)
        if old is None or old.keys.get(kind) != keys[kind]:
            return None
        output = Output(address, {**old.keys, **keys}, old.files, old.problems, old.entries)
        self._outputs[address] = output
        self.kept.add(address)
        return output

    def make(self, address: str, files: tuple[str, ...] = ()) -> None:
        """Note an output that is made anew."""
        self._outputs[address] = Output(address, self._keys.setdefault(address, {}), files)

    def found(self, address: str, problems: Iterable[Problem]) -> None:
        """Note what was found while an output was made."""
        if problems and address in self._outputs:
            output = self._outputs[address]
            self._outputs[address] = replace(output, problems=(*output.problems, *problems))

    def indexed(self, address: str, entries: Sequence[Any]) -> None:
        """Note a page's entries in the search index."""
        if address in self._outputs:
            part = self._parts[address] = search_index.part(entries)
            self._outputs[address] = replace(self._outputs[address], entries=len(part))

    def index(self, new: str) -> str:
        """The whole search index; `new` is that of the pages that were made."""
        if not self.kept:
            return new
        old = self._last.parts()
        return search_index.join(new, [self._parts.get(path, old.get(path, "")) for path in self.outputs])


class Last:
    """The outputs of the last build: `untouched` are those that are still on disk as they were made."""

    def __init__(
        self, outputs: Mapping[str, tuple[Output, str]] | None = None, site: Path | None = None
    ) -> None:
        self._outputs = dict(outputs or {})
        self._site = site
        now = standing(site) if site and outputs else {}
        if INDEX in self._outputs and self._outputs[INDEX][1] != now.get(INDEX):
            now = {}  # the parts of the index could not be taken over
        self.untouched = {
            path: output
            for path, (output, stamp) in self._outputs.items()
            if stamp and stamp == now.get(path)
        }

    def parts(self) -> dict[str, str]:
        """The part of each page in the search index."""
        if self._site is None or INDEX not in self._outputs:
            return {}
        lengths = [output.entries for output, _ in self._outputs.values()]
        parts = search_index.split((self._site / INDEX).read_text("ascii"), lengths)
        return dict(zip(self._outputs, parts, strict=True))


def last(root: Path, site: Path) -> Last:
    """The last build of the journal in `root`, as it stands in the folder `site`."""
    return Last(load_outputs(root), site)
