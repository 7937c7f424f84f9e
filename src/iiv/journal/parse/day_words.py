"""Words that say days in English, German and French: months, weekdays, and words as `morgen`."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from iiv.journal.days import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Mapping

LETTER: Final = "[a-zA-Z\u00c0-\u024f\u0300-\u036f]"
"""A letter of such a word, or an accent that follows it."""

_MONTHS = (
    "jan january januar janner jaenner janvier janv",
    "feb february februar fevrier fevr fev",
    "mar march marz maerz mrz mars",
    "apr april avril avr",
    "may mai",
    "jun june juni juin",
    "jul july juli juillet juil",
    "aug august aout",
    "sep sept september septembre",
    "oct october okt oktober octobre",
    "nov november novembre",
    "dec december dez dezember decembre",
)
_WEEKDAYS = (
    "mon monday montag lundi",
    "tue tues tuesday dienstag mardi",
    "wed weds wednesday mittwoch mercredi",
    "thu thur thurs thursday donnerstag jeudi",
    "fri friday freitag vendredi",
    "sat saturday samstag sonnabend samedi",
    "sun sunday sonntag dimanche",
)
# They say a weekday only right before a date: alone they are other words.
_BEFORE_DATES = ("mo lun", "di", "mi mer", "do jeu", "fr ven", "sa sam", "so dim")
_OTHERS = {
    "today": "heute aujourdhui",
    "tomorrow": "morgen demain tmrw tmw",
    "day after tomorrow": "ubermorgen uebermorgen apresdemain",
    "yesterday": "gestern",
    "day before yesterday": "vorgestern avanthier",
    "next": "nachste nachsten nachster nachstes nachstem naechste naechsten naechster naechstes"
    " kommende kommenden kommender kommendes prochain prochaine",
    "last": "letzte letzten letzter letztes vergangene vergangenen dernier derniere",
    "this": "diese diesen dieser dieses diesem ce cet cette",
    "in": "dans binnen",
    "the": "la le l den dem der das die de du des",
    "days": "tag tage tagen jour jours",
    "weeks": "wochen semaines",
    "week": "woche semaine",
    "months": "monate monaten",
    "month": "monat monats mois",
    "years": "jahre jahren ans annees",
    "year": "jahr jahres annee",
    "weekend": "wochenende",
    "a": "einem einer ein eine une un",
    "two": "zwei deux",
    "three": "drei trois",
    "four": "vier quatre",
    "five": "funf fuenf cinq",
    "six": "sechs",
    "eight": "acht huit",
    "ten": "zehn dix",
    "end of": "ende fin",
    "early": "anfang",
    "mid": "mitte",
    "end of month": "monatsende",
    "end of year": "jahresende",
    "before": "vor avant",
    "after": "nach apres",
    "easter": "ostern paques",
    "christmas": "weihnachten noel",
    "spring": "fruhling fruehling fruhjahr printemps",
    "summer": "sommer ete",
    "autumn": "herbst automne",
    "winter": "hiver",
    "fortnight": "quinzaine",
}


def _numbered(lists: tuple[str, ...], first: int) -> dict[str, int]:
    return {word: number for number, words in enumerate(lists, first) for word in words.split()}


MONTH_NUMBERS: Final[Mapping[str, int]] = _numbered(_MONTHS, 1)
"""The number of a month by its name, as `fold` leaves it."""
WEEKDAY_NUMBERS: Final[Mapping[str, int]] = _numbered(_WEEKDAYS, 0)
"""The number of a weekday by its name, 0 for Monday."""
SHORT_WEEKDAYS: Final[Mapping[str, int]] = _numbered(_BEFORE_DATES, 0)
"""The number of a weekday by what is short for it before a date."""

_ENGLISH: Final[Mapping[str, str]] = {
    **{word: MONTHS[number - 1] for word, number in MONTH_NUMBERS.items()},
    **{word: WEEKDAYS[number] for word, number in WEEKDAY_NUMBERS.items()},
    **{word: english for english, words in _OTHERS.items() for word in words.split()},
}
# What else than the words above stands first where a day is said.
_FIRST = (
    "tonight now coming past an one seven nine eleven twelve within very middle beginning start late"
    " end week weeks month months year years q eod eow eom eoq eoy kw cw calendar before around on"
)
_BEGINS = frozenset(
    {*_ENGLISH, *SHORT_WEEKDAYS, *(english.split()[0] for english in _OTHERS), *_FIRST.split()}
)
_NEXT_WORD = re.compile(rf"(?P<gap>[ ]*)(?P<word>\d+|(?:{LETTER}|['\u2019-](?={LETTER}))+)")
_LONGEST = 6  # words


@lru_cache(maxsize=1024)
def fold(word: str) -> str:
    """A word as it stands in the tables: without accents, apostrophes and hyphens, in small letters."""
    word = unicodedata.normalize("NFKD", word).casefold()
    return "".join(letter for letter in word if letter.isalnum())


@lru_cache(maxsize=1024)
def may_begin_day(word: str) -> bool:
    """Whether a day may be said that begins with this word, or with a digit."""
    return word[0].isdigit() or fold(word) in _BEGINS or fold(word.partition("-")[0]) in _BEGINS


def in_english(line: str, start: int) -> tuple[str, dict[int, int]]:
    """The few words at an index in English, and where each ends: its end in the line, by that in the answer.

    "" where none of them says a day in another language.
    """
    said, ends, at, is_other = "", {0: start}, start, False
    for _ in range(_LONGEST):
        match = _NEXT_WORD.match(line, at)
        if match is None or (said and not match["gap"]):
            break
        word = _ENGLISH.get(fold(match["word"]), match["word"])
        is_other = is_other or word != match["word"]
        said = f"{said} {word}" if said else word
        at = match.end()
        ends[len(said)] = at
    return (said, ends) if is_other else ("", {})
