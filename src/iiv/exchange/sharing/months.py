"""Days in a text as their months."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iiv.journal.days import MONTHS

if TYPE_CHECKING:
    from collections.abc import Callable

_ENGLISH = "|".join(f"{name}|{name[:3]}\\.?" for name in MONTHS) + "|Sept\\.?"
# Months beside a day, in languages of Europe; the short ones that are other words too stand in `_UNSURE`.
_MONTH = "|".join(
    """january february april june july august september october november december jan feb apr jun jul aug
    sept sep oct nov dec januar jänner februar märz mai juni juli oktober dezember okt dez janvier
    février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo
    abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre gennaio febbraio
    aprile maggio giugno luglio settembre ottobre dicembre janeiro fevereiro março maio junho julho
    setembro outubro novembro dezembro januari februari maart mei augustus augusti marts maj
    desember stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października
    listopada grudnia ledna února března dubna května června července srpna září října listopadu
    prosince [a-zä]+kuuta января февраля марта апреля мая июня июля августа сентября октября ноября
    декабря január február március április május június július augusztus szeptember október""".split()
)
_UNSURE = "[Mm]ay|[Mm]arch|[Mm]ar|MAY|MARCH|MAR"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NTH = rf"{_DAY}(?:st|nd|rd|th|er|º|ª|\.)?"
_DAYS = rf"(?:[Tt]he\s+)?{_NTH}(?:\s*(?:[-–/&,]|to|and|bis|und|au|et|al|y)\s*{_NTH})*"
_YEAR = r"(?:19|20)\d\d\b|['’]\d\d\b"
_ISO = re.compile(rf"\b((?:19|20)\d\d)([-/.])(0?[1-9]|1[0-2])\2{_DAY}(?:T[\d:.]+Z?)?(?!\d)")
_DAY_FIRST = re.compile(
    rf"\b{_DAYS}(?:\s+|-)(?:(?:of|de|d['’])\s*)?(?:(?i:(?P<month>{_MONTH}))|(?P<unsure>{_UNSURE}))\b\.?"
    rf"(?P<year>,?(?:\s+|-)(?:(?:de|del)\s+)?(?:{_YEAR}))?"
)
_MONTH_FIRST = re.compile(
    rf"\b(?=[^\W\d_]{{3,}}\.?[\s-]+(?:[Tt]he\s+)?\d)"
    rf"(?:(?i:(?P<month>{_MONTH}))|(?P<unsure>{_UNSURE}))\b\.?(?:\s+|-){_DAYS}\b(?![\d%])(?!\s*(?:percent|years|per\b))"
    rf"(?P<year>,?(?:\s+|-)(?:{_YEAR}))?"
)
_MONTH_ALONE = re.compile(
    rf"\b(?:{_ENGLISH})\s+(?:19|20)\d\d\b|\b(?:in|since|until|by|last|next)\s+(?:{_ENGLISH})\b"
)
_DOTS = re.compile(rf"\b{_DAY}\.\s?(0?[1-9]|1[0-2])\.\s?((?:19|20)?\d\d)\b")
_DASHES = re.compile(rf"(?<![\d-]){_DAY}-(0[1-9]|1[0-2])-((?:19|20)\d\d)(?![\d-])")
_SLASHES = re.compile(rf"(?<![\d/]){_DAY}/{_DAY}/((?:19|20)?\d\d)(?![\d/])")
_DOTS_ALONE = re.compile(rf"\b((?:am|vom|den|bis|zum|ab)\s+){_DAY}\.\s?(0?[1-9]|1[0-2])\.(?!\d)")
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)")
_CENTURY: Final = 2000
_HAN = re.compile(r"((?:19|20)\d\d\s?[年년]\s?)?(\d{1,2}\s?[月월])\s?\d{1,2}\s?[日号일]")


def month(year: int, number: int) -> str:
    """How a month reads: `March 2026`."""
    return f"{MONTHS[number - 1]} {year}"


def in_months(text: str, keep: Callable[[str], str] = str) -> str:
    """The text with `March 2026` for each day in it; where the order is not sure, its year alone.

    A month in words stays in its words. Each goes through `keep`, so that `May` is not taken for a name.
    """
    text = _ISO.sub(lambda match: keep(month(int(match[1]), int(match[3]))), text)
    for numbers in (_DOTS, _DASHES):
        text = numbers.sub(lambda match: keep(month(_year(match[2]), int(match[1]))), text)
    text = _DOTS_ALONE.sub(lambda match: match[1] + keep(MONTHS[int(match[2]) - 1]), text)
    text = _SLASHES.sub(lambda match: keep(str(_year(match[1]))), text)
    text = _HAN.sub(lambda match: keep(f"{match[1] or ''}{match[2]}"), text)
    for dated in (_DAY_FIRST, _MONTH_FIRST):
        text = dated.sub(lambda match: keep(_undated(match)), text)
    return _MONTH_ALONE.sub(lambda match: keep(match[0]), text)


def _undated(match: re.Match[str]) -> str:
    """What a day says without its number; `2 may` is a day where a capital or a year says so."""
    said, year = match["month"] or match["unsure"], match["year"] or ""
    is_plain = said in {"may", "mar"} and not year and not _ORDINAL.search(match[0])
    if is_plain:
        return match[0]
    return f"{said} {year.lstrip(' ,-')}".rstrip()


def _year(digits: str) -> int:
    return int(digits) if len(digits) > len("26") else _CENTURY + int(digits)
