"""Templates as Python compiled them, kept from one build to the next."""

from __future__ import annotations

import marshal
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Final

from jinja2 import BytecodeCache

from iiv.journal.store import Store
from iiv.site.freshness import program

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2.bccache import Bucket

_FILE: Final = "templates"


class ByteCode(BytecodeCache):
    """The compiled templates of the journal in `root`, each as its text was last.

    What is kept is code: it is believed only where the workspace's seal says that this program wrote it
    in this place.
    """

    def __init__(self, root: Path) -> None:
        self._store = Store(root, _FILE)
        first, *lines = self._store.load() or [""]
        self._known = dict(line.split(" ", 1) for line in lines) if first == program() else {}
        self._news: dict[str, str] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket when its template is known with this text."""
        checksum, _, code = self._known.get(bucket.key, "").partition(" ")
        if checksum == bucket.checksum:
            bucket.code = marshal.loads(b64decode(code))  # noqa: S302 - sealed, see above

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Know the template that was compiled into the bucket."""
        self._news[bucket.key] = f"{bucket.checksum} {b64encode(marshal.dumps(bucket.code)).decode()}"

    def save(self) -> None:
        """Keep what is new; what was not asked for may be asked for next time."""
        if self._news:
            lines = (f"{key} {code}" for key, code in (self._known | self._news).items())
            self._store.save([program(), *lines])
