"""The ids of people, notes and questions: what a name becomes in a file name and an address."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

from iiv.journal.model import name_key

if TYPE_CHECKING:
    from collections.abc import Container

MAX_ID_BYTES = 150
# Names that Windows keeps for devices, and those that would be a folder's own page.
RESERVED = frozenset(
    {"index", "readme", "con", "prn", "aux", "nul"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)


_NO_FILE_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]|^[ .]|[ .]$')
"""What the name of no file holds on Windows, or would lead to another folder."""


def is_file_name(text: str) -> bool:
    """Whether a file may be called so on every system, with an ending behind."""
    plain = text.casefold()
    return bool(
        text
        and not _NO_FILE_NAME.search(text)
        and plain not in RESERVED
        and plain.partition(".")[0] not in RESERVED
        and len(text.encode(errors="replace")) <= MAX_ID_BYTES
    )


def slug(name: str) -> str:
    """The letters and digits of a name, of any script, joined by `-`: at most 150 bytes, "" for none."""
    name = unicodedata.normalize("NFKC", name).casefold()
    if name.isascii():  # a thousand names are looked at one letter at a time otherwise
        joined = re.sub("[^a-z0-9]+", "-", name)
    else:
        signs = (c for c in name if unicodedata.category(c) != "Cf")
        joined = re.sub("-+", "-", "".join(c if unicodedata.category(c)[0] in "LNM" else "-" for c in signs))
    return joined.strip("-").encode()[:MAX_ID_BYTES].decode(errors="ignore").rstrip("-")


def id_for(name: str, taken: Container[str] = ()) -> str:
    """An id for a name: its slug, with digits of its hash where it is empty, reserved or among `taken`."""
    plain = slug(name)
    if plain and plain not in RESERVED and plain not in taken:
        return plain
    digits = 4
    while (marked := f"{plain}-{name_hash(name)[:digits]}") in taken:
        digits += 4
    return marked


def name_hash(name: str) -> str:
    """The hash of a name, in hexadecimal digits."""
    return hashlib.sha256(name_key(name).encode()).hexdigest()
