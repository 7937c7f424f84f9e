"""Text in the cells of a table: a spreadsheet runs none of it, and what is read back is what was written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

NOT_ANSWERED: Final = "n/a"
"""What stands in a question's column where it was asked and not answered."""

# What spreadsheets take for a formula, the wide forms of East Asian keyboards too (OWASP, "CSV Injection").
_RUN = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_UNSAID = re.compile(r"'*(?:n/a|n\.a\.|none|-+|–+|—+)\s*\Z", re.IGNORECASE)


def guarded(text: str) -> str:
    """`text` as it is put into a cell: an apostrophe stands before what would be run, or mean "not answered".

    >>> guarded("=1+1"), guarded("- a list"), guarded("'tis")
    ("'=1+1", "'- a list", "'tis")
    """
    return f"'{text}" if _RUN.match(text) or _UNSAID.match(text) else text


def unguarded_formula(cell: str) -> str:
    """The text of a cell, but for an apostrophe that tells an answer from "not answered"."""
    is_guarded = cell.startswith("'") and _RUN.match(cell) and not _UNSAID.match(cell)
    return cell[1:] if is_guarded else cell


def unguarded_answer(cell: str) -> str:
    """The answer in a cell of which `unguarded_formula` is known."""
    return cell[1:] if cell.startswith("'") and _UNSAID.match(cell) else cell


def joined(items: Sequence[str]) -> str:
    r"""A list in one cell, as `split` reads it: with semicolons, since names hold commas.

    >>> joined(["Ada", "Lovelace, A."]), joined(["a; b"])
    ('Ada; Lovelace, A.', 'a; b\n')
    """
    if any(";" in item for item in items):
        return "".join(f"{item}\n" for item in items)
    return "; ".join(items)


def split(cell: str) -> tuple[str, ...]:
    """The list in a cell that `joined` wrote."""
    parts = cell.split("\n") if "\n" in cell else cell.split(";")
    return tuple(part.strip() for part in parts if part.strip())
