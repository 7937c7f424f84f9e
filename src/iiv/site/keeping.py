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
    files can be told apart by their times. `stays` or `make` each
    output in the order of the site: `outputs` are then in that order, and `kept` the addresses of
    those that stay.
    """

    def __init__(self, frame: str = "", last: Last | None = None, clock: Clock | None = None) -> None:
        self.outputs: dict[str, Output] = {}
        self.kept: set[str] = set()
        self._frame = frame
        self._last = last or Last()
        self._clock = clock
        self._parts: dict[str, str] = {}

    def key(self, *parts: str) -> str:
        """A hash of what an output is made from, what all depend on included."""
        text = "\0".join((self._frame, *parts))
        return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()

    def stamp(self, path: Path) -> str:
        """What tells the content of a file from its earlier ones: something new when nothing does."""
        status = path.stat()
        settled = self._clock is not None and self._clock.is_settled(status)
        return stamp(status) if settled else secrets.token_hex()

    def stays(self, address: str, key: str, inputs: str = "") -> Output | None:
        """What is known of the output at this address if it stays as it is: one of the two keys is enough."""
        output = self._last.untouched.get(address) if self._frame else None
        if output is None or not ((key and output.key == key) or (inputs and output.inputs == inputs)):
            return None
        self.outputs[address] = replace(output, inputs=inputs)
        self.kept.add(address)
        return output

    def make(self, address: str, key: str, inputs: str = "", files: tuple[str, ...] = ()) -> None:
        """Note an output that is made anew."""
        self.outputs[address] = Output(address, key, inputs, files)

    def found(self, address: str, problems: Iterable[Problem]) -> None:
        """Note what was found while an output was made."""
        if problems and address in self.outputs:
            output = self.outputs[address]
            self.outputs[address] = replace(output, problems=(*output.problems, *problems))

    def indexed(self, address: str, entries: Sequence[Any]) -> None:
        """Note a page's entries in the search index."""
        if address in self.outputs:
            part = self._parts[address] = search_index.part(entries)
            self.outputs[address] = replace(self.outputs[address], entries=len(part))

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
