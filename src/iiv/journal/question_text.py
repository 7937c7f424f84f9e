"""The text of a new question's note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.yaml_text import scalar

if TYPE_CHECKING:
    import datetime as dt

BODY = "<!-- What you learn from the answers, in your own words: it stands above them. -->\n"


def question_text(ask: str, topic: str = "", order: int | None = None, since: dt.date | None = None) -> str:
    """A note that asks `ask`; keys without a value are left out."""
    values = {
        "ask": scalar(ask),
        "topic": scalar(topic) if topic else None,
        "order": order,
        "since": since,
    }
    lines = [f"{key}: {value}\n" for key, value in values.items() if value is not None]
    return f"---\n{''.join(lines)}---\n{BODY}"
