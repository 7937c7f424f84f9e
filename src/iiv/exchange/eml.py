"""A letter as a file that a mail program opens as a draft."""

from __future__ import annotations

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from typing import TYPE_CHECKING

from iiv.exchange.plain import one_line
from iiv.journal.parse.fields import is_email

if TYPE_CHECKING:
    from iiv.exchange.letters import Letter

DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)+")  # what else may stand after the @ is no name of a machine


def eml(letter: Letter) -> bytes:
    """The letter as a message (RFC 5322) with `To`, `Subject`, `X-Unsent` and a plain body.

    `To` is left out when there is no mail address. There is no sender and no date, which the mail
    program adds when it sends: the same letter gives the same bytes.
    """
    # Only an address beyond ASCII needs headers in UTF-8, which older programs do not read.
    message = EmailMessage(policy=SMTP if letter.to.isascii() else SMTPUTF8)
    user, _, domain = letter.to.rpartition("@")
    if is_email(letter.to) and DOMAIN.fullmatch(domain):
        message["To"] = Address(_header(letter.name), user, domain)
    message["Subject"] = _header(letter.subject)
    message["X-Unsent"] = "1"
    message.set_content(_encodable(letter.body), cte="quoted-printable")
    # Python 3.11 puts spaces into words that it folds, so headers stay on one line each.
    return message.as_bytes(policy=message.policy.clone(max_line_length=0))


def _header(text: str) -> str:
    """A text for a header: one line, and nothing that a reader would decode once more."""
    return one_line(_encodable(text)).replace("=?", "= ?")


def _encodable(text: str) -> str:
    """`text` without halves of characters, which have no bytes."""
    return text.encode(errors="replace").decode()
