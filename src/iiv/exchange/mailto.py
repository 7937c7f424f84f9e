"""A letter as a link that opens it in the mail program."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from iiv.journal.parse.fields import is_email

if TYPE_CHECKING:
    from iiv.exchange.letters import Letter

LONGEST = 1800  # characters; past about this some systems cut a link off without a word


def mailto(letter: Letter) -> str | None:
    """The `mailto:` link of a letter (RFC 6068), or None when it has no mail address."""
    if not is_email(letter.to):
        return None
    return f"mailto:{quote(letter.to, safe='@')}?subject={_part(letter.subject)}&body={_part(letter.body)}"


def too_long(link: str) -> bool:
    """Whether a link is longer than every system takes: then offer the text to copy."""
    return len(link) > LONGEST


def _part(text: str) -> str:
    """A text in a link: spaces as `%20`, line ends as `%0D%0A`."""
    return quote("\r\n".join(text.splitlines()), safe="", errors="replace")
