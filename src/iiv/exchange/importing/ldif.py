"""LDIF, as Thunderbird and directories write it, to rows of a table (RFC 2849). Nothing is fetched."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_TITLES: Final[Mapping[str, str]] = {
    "cn": "Display Name",
    "givenname": "First Name",
    "sn": "Last Name",
    "mail": "E-mail",
    "mozillasecondemail": "E-mail",
    "mobile": "Mobile",
    "telephonenumber": "Phone",
    "homephone": "Phone",
    "title": "Job Title",
    "o": "Company",
    "description": "Notes",
}
_ENTRY: Final = re.compile(r"(?:\r\n|\n|\r){2,}")
_FOLD: Final = re.compile(r"(?:\r\n|\n|\r) ")


def ldif_rows(text: str) -> list[list[str]]:
    """The entries of a file that have more than a name in the directory, below their titles."""
    attributes = list(_TITLES)
    rows = [[_TITLES[attribute] for attribute in attributes]]
    for entry in _ENTRY.split(text):
        said = _attributes(_FOLD.sub("", entry))
        if "dn" in said and "groupofnames" not in said.get("objectclass", "").casefold():
            rows.append([said.get(attribute, "") for attribute in attributes])
    return rows


def _attributes(entry: str) -> dict[str, str]:
    said: dict[str, str] = {}
    for line in entry.splitlines():
        name, _, value = line.partition(":")
        key = name.strip().partition(";")[0].casefold()
        if value.startswith(":"):
            value = _decoded(value[1:].strip())
        elif value.startswith("<"):
            continue
        said[key] = "\n".join(filter(None, (said.get(key, ""), value.strip())))
    return said


def _decoded(value: str) -> str:
    try:
        return base64.b64decode(value).decode("utf-8", "replace")
    except ValueError:
        return ""
