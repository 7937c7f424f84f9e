"""Text in the cells of a table: a spreadsheet runs none of it, and what is read back is what was written."""

from __future__ import annotations

import re
from typing import Final

NOT_ANSWERED: Final = "n/a"
"""What stands in a question's column where it was asked and not answered."""

# What spreadsheets take for a formula, the wide forms of East Asian keyboards too (OWASP, "CSV Injection").
_RUN = re.compile(r"'*(?:[=+\-@\t\r\n＝＋－＠]|(?:n/a|n\.a\.|none|-+|–+|—+)\s*\Z)", re.IGNORECASE)


def guarded(text: str) -> str:
    """`text` as it is put into a cell: an apostrophe stands before what would be run, or mean "not answered".

    >>> guarded("=1+1"), guarded("- a list"), guarded("'tis")
    ("'=1+1", "'- a list", "'tis")
    """
    return f"'{text}" if _RUN.match(text) else text


def unguarded(cell: str) -> str:
    """The text of a cell that `guarded` wrote.

    >>> unguarded("'=1+1"), unguarded("'tis")
    ('=1+1', "'tis")
    """
    return cell[1:] if cell.startswith("'") and _RUN.match(cell) else cell
