"""Words that mean some day, and not which: `end of March`, `Q2`, `this weekend`, `KW 12`, `by Easter`."""

from __future__ import annotations

import re

from iiv.journal.days import MONTHS
from iiv.journal.parse.day_words import in_english

_FLAGS = re.ASCII | re.IGNORECASE
_MONTH = rf"(?:{'|'.join(f'{name}|{name[:3]}' for name in MONTHS)}|sept)\.?(?:[ ]\d{{4}})?"
_SEASON = r"(?:spring|summer|autumn|winter)"
_FEAST = r"(?:easter|christmas|xmas|thanksgiving|holidays|new[ ]year(?:'s)?(?:[ ](?:eve|day))?)"
_PERIOD = r"(?:week|month|quarter|year|day)"
_PART = r"(?:very[ ])?(?:end|middle|beginning|start)[ ]of"
_TIME = r"\d\d?(?::\d\d)?[ ]?[ap]\.?m\b\.?|\d\d?:\d\d|noon|midnight|lunch|tonight|cob"
_ABOUT = (
    r"(?:about[ ]|around[ ]|ca\.?[ ]|~[ ]?)?"
    r"(?:\d{1,3}(?:-\d{1,3})?|a[ ]couple(?:[ ]of)?|(?:a[ ])?few|some|half[ ]an?|an?|one|two|three)"
)
_ENDS = r"(?![\w'\u2019/-])"
# Nobody says these but for a day.
_ALWAYS = re.compile(
    rf"(?:(?:the[ ])?{_PART}[ ](?:the[ ]|this[ ]|next[ ])?(?:{_MONTH}|{_PERIOD})"
    rf"|(?:mid|early|late)[ -]{_MONTH}|in[ ]{_MONTH}|in[ ](?:a[ ]fortnight|{_SEASON})"
    rf"|(?:the[ ]|this[ ]|next[ ])?weekend|(?:the[ ])?(?:this|next)[ ](?:week|wk|month|quarter|{_SEASON})"
    r"|(?:in[ ])?q[1-4](?:[ /-]?\d{2,4})?|eo[dwmqy]|(?:kw|cw|calendar[ ]week)[ ]?\d\d?|\d{4}-w\d\d(?:-\d)?"
    rf"|(?:with)?in[ ]{_ABOUT}[ ]?(?:days?|d|weeks?|wks?|w|months?|mos?|years?|yrs?|y)"
    rf"|within[ ]the[ ]{_PERIOD}|(?:the[ ])?(?:week|month|year)['\u2019]?s?[ ]end|in[ ]the[ ]new[ ]year"
    r"|this[ ](?:morning|afternoon|evening)"
    rf"|(?:{'|'.join(MONTHS)})[ ]\d{{4}}|\d\d?/20\d\d|20\d\d-\d\d|20\d{{6}}"
    r"|on[ ]the[ ]\d\d?(?:st|nd|rd|th)"
    rf"|(?:after|before|around)[ ](?:the[ ])?(?:{_FEAST}|{_SEASON}|{_MONTH}))"
    rf"{_ENDS}",
    _FLAGS,
)
# These say one where `by` or `until` stands before them.
_AFTER_LEAD = re.compile(
    rf"(?:(?:the[ ])?(?:{_FEAST}|{_SEASON}|{_MONTH}|\d\d?(?:st|nd|rd|th)|week[ ]\d\d?)|(?:this|next)[ ]year"
    rf"|\d\d?\.(?:\d\d?)?(?!\d)|{_TIME}){_ENDS}",
    _FLAGS,
)


def vague_at(line: str, start: int, *, is_led: bool) -> int | None:
    """Where the words at an index end that mean some day; None where none do.

    They may say less where a word as `by` stands before them: then it `is_led`.
    """
    for form in (_ALWAYS, _AFTER_LEAD) if is_led else (_ALWAYS,):
        if match := form.match(line, start):
            return match.end()
        said, ends = in_english(line, start)
        if said and (match := form.match(said)) and match.end() in ends:
            return ends[match.end()]
    return None
