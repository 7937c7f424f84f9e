"""The day of a task in its words, and what looks like one and is not read."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from iiv.journal.parse.date_faults import date_fault, date_text, next_days, short
from iiv.journal.parse.dates import day_at, plain, time_after, written_at
from iiv.journal.parse.day_words import LETTER, WEEKDAY_NUMBERS, fold, may_begin_day
from iiv.journal.parse.relative_dates import relative_at
from iiv.journal.parse.vague_days import vague_at
from iiv.values import Value

if TYPE_CHECKING:
    from iiv.journal.parse.dates import Written

_SOME_DAY = dt.date(2026, 3, 2)  # from which to tell whether words mean a day at all
_SOON = dt.timedelta(days=183)  # a date without a year is more likely the last one than one further ahead

_BEFORE = (
    r"by|due(?:[ ]+(?:by|on|date))?|until|till?|deadline|no[ ]later[ ]than|scheduled(?=:)"
    r"|bis(?:[ ]+(?:zum|sp[äÄ]testens(?:[ ]+am)?))?|sp[äÄ]testens(?:[ ]+(?:am|bis(?:[ ]+zum)?))?"
    r"|f[äÄ]llig(?:[ ]+(?:am|bis))?|jusqu['\u2019]?au|d['\u2019]ici(?:[ ]+(?:le|au|la))?|pour[ ]+le"
    r"|au[ ]+plus[ ]+tard(?:[ ]+le)?|[éÉ]ch[éÉ]ance"
)
# `by`, `(due:`, `[due::`, `bis zum`, `DEADLINE: <`; the signs of Obsidian's tasks; what other programs write.
_LEAD = re.compile(
    r"(?P<opening>[(\[]|\*{1,2}|_{1,2}|==)?[ ]?"
    rf"(?:(?<![^\W_])(?P<word>{_BEFORE})(?![^\W_])[ ]*:{{0,2}}[ ]*(?P<org><)?"
    r"|(?P<sign>[📅📆🗓⏳]\ufe0f?)[ ]*"
    r"|(?<![\w.])@(?:(?:due)?(?P<held>[{(])?(?=[\[\d])|(?=[^\W\d_]{3,9}\.?[ ]\d))"
    r"|(?<!\S)>(?=\d)|(?P<brace>\{)(?=\d))",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"[ ]*(?:[)\]]|\*{1,2}|_{1,2}|==)")
_HELD = re.compile(r"[ ]*[)}]")
_ORG_END = re.compile(r"[^<>]*>")
_IN_BRACKETS = re.compile(r"\((?:by|bis|due|until)[ \t]+([^()]*\d[^()]*)\)", re.IGNORECASE)
_SAID_DUE = re.compile(r"[ ]*(?P<said>[^\s()\[\]{}<>📅📆🗓⏳🛫➕🔁][^()\[\]{}<>📅📆🗓⏳🛫➕🔁]*)")
# Dates that say something else of a task (when it was made, begun or done), and links.
_OTHER_DATES = re.compile(
    r"[➕🛫✅❌]\ufe0f?[ ]*\d{4}-\d\d-\d\d"
    r"|[\[(](?:created|start|completion|done|cancelled)::[^\])]*[\])]|(?<!\S)t:\d{4}-\d\d-\d\d"
    r"|\]\([^)]*\)|(?:https?|file|mailto):\S+|www\.\S+|!?\[\[(?!\d{4}-\d\d-\d\d(?:\||\]\]))[^\]]*\]\]",
    re.IGNORECASE,
)
_WORD_BEGINS = re.compile(rf"(?<![\w./#-])(?:\[\[)?(?=(?P<word>\d|(?:{LETTER}|['\u2019-](?={LETTER}))+))")
_DATE_ENDS = re.compile(r"(?![\w/-])")
_ON = re.compile(
    r"(?:(?<![^\W_])(?:on|am|this|le|ce|before|avant|vor|vom|after|nach|of)[ ]+|[@>])$", re.IGNORECASE
)
_LONGEST_ON = 12  # characters of it, and of the spaces behind it
_DAYTIME = re.compile(
    r"(?:[ ]+(?:morning|afternoon|evening|night|noon|lunch|fr[üÜ]h|vormittag|nachmittag|abend|matin|soir"
    r"|(?:at[ ]+|@[ ]?|um[ ]+|[àÀ][ ]+)?\d\d?(?:[:.h]\d\d)?[ ]?(?:[ap]\.?m\.?|uhr|h)?)(?![^\W_]))+",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"[*_=]*(?:[,;:.!?)\]]|[ ]+-|(?:[^\w#@]|_|p[1-4]\b|[#@](?!\w)|[#@][\w/-]++)*+$)")
_WITHOUT_ON = frozenset({"tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri"})
_SHORTEST = 4  # letters: `sun` and `mon` are other words, too
_YEARLESS_NUMBER = re.compile(r"[\d./ ]+$")


class TaskDay(Value, frozen=True):
    """The day of a task, and from where to where in its words it is said."""

    day: dt.date
    start: int
    end: int


class UnreadDay(Value, frozen=True):
    """What looks like the day of a task and is not read as one: as it is written, and the problem with it."""

    shown: str
    code: str
    message: str
    hint: str


@lru_cache(maxsize=64)  # a task is asked for its day, then for what is wrong with it
def task_day(words: str) -> TaskDay | None:
    """The day that a task's words say; words in brackets with it stay."""
    line = plain(words)
    for lead in _leads(line):
        found = day_at(line, lead.end())
        if found and line[found[1] : found[1] + 1] not in {"/", "-"}:
            return _whole(line, lead, *found)
    return None


@lru_cache(maxsize=64)
def unread_day(words: str, near: dt.date | None) -> UnreadDay | None:
    """What looks like a day in the words of a task that has none; None where nothing does.

    `near` is the day of the talk: a date before it is no task's day, and `by Friday` is told from it.
    """
    line = plain(words)
    for lead in _leads(line):
        if said := _said_at(line, lead):
            return _bad_date(said, near)
    if odd := _IN_BRACKETS.search(words):
        return _bad_date(odd[1], near)
    for lead in _leads(line):
        means_day = lead["sign"] or (lead["opening"] and lead["word"] and ":" in lead[0])
        if means_day and (said_due := _SAID_DUE.match(line, lead.end())):
            return _bad_date(said_due["said"].strip(), near)
    line = _OTHER_DATES.sub(lambda match: " " * len(match[0]), line)
    for begin in _WORD_BEGINS.finditer(line):
        if not may_begin_day(begin["word"]):
            continue
        if found := _date_unread(line, begin.start(), near) or _told_unread(line, begin.end(), near):
            return found
    return None


def _leads(line: str) -> list[re.Match[str]]:
    """What may lead to the day; a day on which to begin comes last."""
    return sorted(_LEAD.finditer(line), key=lambda lead: "⏳" in lead[0] or "scheduled" in lead[0].casefold())


def _whole(line: str, lead: re.Match[str], day: dt.date, end: int) -> TaskDay:
    _, end = time_after(line, end)
    if lead["held"] or lead["brace"]:
        held = _HELD.match(line, end)
        end = held.end() if held else end
    elif lead["org"]:
        org = _ORG_END.match(line, end)
        end = org.end() if org else end
    if not lead["opening"]:
        return TaskDay(day, lead.start(), end)
    closing = _CLOSING.match(line, end)
    # More stands in the brackets: they stay.
    return TaskDay(day, lead.start(), closing.end()) if closing else TaskDay(day, len(line), len(line))


def _said_at(line: str, lead: re.Match[str]) -> str:
    """What stands behind a lead and means a day, but is no date; "" for anything else."""
    start = lead.end()
    if written_at(line, start):
        return date_text(line, start)
    vague = vague_at(line, start, is_led=True)
    told = relative_at(line, start, _SOME_DAY)
    end = told[1] if told else vague
    said = line[start:end].strip() if end else ""
    is_name = (lead["word"] or "").casefold() == "by" and line[end or start :].lstrip()[:1].isupper()
    # `by May Sarton`, `by Sun Li`
    return "" if is_name and (told is None or len(said) < _SHORTEST) else said


def _bad_date(said: str, near: dt.date | None) -> UnreadDay:
    return UnreadDay(short(said), "bad-date", *date_fault(said, near))


def _date_unread(line: str, start: int, near: dt.date | None) -> UnreadDay | None:
    """A date without a lead, where it may be the task's day."""
    written = written_at(line, start)
    if written is None or not _DATE_ENDS.match(line, written.end) or not _may_be_ahead(written, near):
        return None
    shown = line[start : written.end]
    if written.day:
        return _not_read(shown, written.day)
    is_number = written.year is None and written.weekday is None and _YEARLESS_NUMBER.match(shown)
    is_first = shown.endswith(".") and not any(map(str.isalnum, line[:start]))  # `15.3. call her`
    return _bad_date(shown, near) if is_first or not is_number or _is_led(line, start) else None


def _is_led(line: str, start: int) -> bool:
    return _ON.search(line[max(start - _LONGEST_ON, 0) : start]) is not None


def _may_be_ahead(written: Written, near: dt.date | None) -> bool:
    if near is None:
        return True
    if written.year is None:
        return any(day - near <= _SOON for day in next_days(written, near))
    days = written.days(written.year + (2000 if written.is_short else 0))
    return any(day >= near for day in days)


def _told_unread(line: str, start: int, near: dt.date | None) -> UnreadDay | None:
    """Words without a lead that tell a day from another, or mean some day."""
    told = relative_at(line, start, near or _SOME_DAY)
    if told and told[0] >= (near or _SOME_DAY) and line[start] not in "+-":
        if _is_meant(line, start, told[1]):
            return _not_read(line[start : told[1]], told[0] if near else None)
        return None
    end = vague_at(line, start, is_led=False)
    return _not_read(line[start:end], None) if end and _is_meant(line, start, end) else None


def _is_meant(line: str, start: int, end: int) -> bool:
    """Whether words that say a day stand where a task says its day, and not amid others."""
    words = line[start:end].split()
    first = fold(words[0])
    if first == "now":
        return False
    is_led = _is_led(line, start)
    is_far = first == "in" or words[-1].isdigit() or fold(words[-1])[:4] in {"year", "jahr", "anne"}
    if len(words) > 1 and not is_far:
        return True
    if first in WEEKDAY_NUMBERS and not is_led and len(first) < _SHORTEST and first not in _WITHOUT_ON:
        return False
    is_first = not any(map(str.isalnum, line[:start]))
    daytime = _DAYTIME.match(line, end)
    return is_led or is_first or _CLAUSE_ENDS.match(line, daytime.end() if daytime else end) is not None


def _not_read(shown: str, day: dt.date | None) -> UnreadDay:
    shown = short(shown)
    hint = f"write (by {day})" if day else "write the day in this form: (by 2026-03-02)"
    return UnreadDay(shown, "unread-day", f"`{shown}` is not read as this task's day", hint)
