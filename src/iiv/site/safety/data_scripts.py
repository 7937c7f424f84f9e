"""The scripts of the search: each does no more than hand words to the page that loads it."""

from __future__ import annotations

import json
import re
from typing import Final

FOLDER: Final = "search"
LIST: Final = f"{FOLDER}/chunks.js"

_BEGINNING: Final = "(self.iivSearch ||= []).push("
_END: Final = ");\n"
_ADDRESS: Final = re.compile(rf"{FOLDER}/(?:chunks|(?:names|texts)-\d+)\.js")


def data_script(kind: str, json_text: bytes) -> bytes:
    """A script that hands over an object with one value, in JSON, under the key `kind`."""
    return f'{_BEGINNING}{{"{kind}": '.encode() + json_text + f"}}{_END}".encode()


def is_chunk(address: str) -> bool:
    """Whether this is the address of one of these scripts."""
    return bool(_ADDRESS.fullmatch(address))


def is_data(text: str) -> bool:
    """Whether a script does no more than hand over words."""
    begins = text.startswith(_BEGINNING) and text.endswith(_END)
    try:
        return begins and isinstance(json.loads(text[len(_BEGINNING) : -len(_END)]), dict)
    except ValueError:
        return False
