"""The days that stand anywhere in lines, or in a file's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iiv.journal.parse.dates import plain, written_at

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from iiv.journal.parse.dates import Written

_BEGINS: Final = re.compile(r"(?<![^\W_])(?=\d{1,4}[^\W\d_]{0,2}[\s._/-]|[^\W\d_]{3,})")
_COMPACT: Final = re.compile(r"(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)")
_UNDERLINED: Final = re.compile(r"(\d{4})_(\d\d)_(\d\d)")


def days_in(text: str) -> list[dt.date]:
    """The days that stand in a line, without those in doubt, as `3/2/2026` is."""
    return [written.day for _, _, written in _dates(text) if written.day]


def readings_in(text: str) -> list[dt.date]:
    """The days that the first date in doubt may be, as 3 February and 2 March for `3/2/2026`; [] for none."""
    found = (written.days(written.year) for _, _, written in _dates(text) if written.year and not written.day)
    return next(([*days] for days in found if len(days) > 1), [])


def days_in_lines(lines: Iterable[str]) -> tuple[dt.date, ...]:
    """The days that some lines say, each once."""
    return tuple(dict.fromkeys(day for line in lines for day in days_in(line)))


def certain(days: Iterable[dt.date], today: dt.date) -> dt.date | None:
    """The one day among these; None where there is none, or several, or it is still to come."""
    found = set(days)
    day = found.pop() if len(found) == 1 else None
    return day if day and day <= today else None


def days_in_name(stem: str) -> list[dt.date]:
    """The days in a file's name: `Talk 2026-03-02`, `2026_03_02`, `GMT20260302-150005_Recording`."""
    return days_in(_as_line(stem))


def without_days(stem: str) -> str:
    """The words of a title or a file's name but for the days in it."""
    text = _as_line(stem)
    for start, end, written in reversed(list(_dates(text))):
        text = f"{text[:start]} {text[end:]}" if written.day else text
    return " ".join(text.split())


def _as_line(stem: str) -> str:
    text = _UNDERLINED.sub(r"\1-\2-\3", stem)
    return _COMPACT.sub(r" \1-\2-\3 ", text).replace("_", " ")


def _dates(text: str) -> Iterator[tuple[int, int, Written]]:
    """Where dates stand in a text; whether they are days, they do not say."""
    if not any(map(str.isdigit, text)):
        return
    line = plain(text)
    end = 0
    for begin in _BEGINS.finditer(line):
        written = written_at(line, begin.start()) if begin.start() >= end else None
        if written:
            end = written.end if written.day else end
            yield begin.start(), written.end, written
