"""Invented prose and names: sentences that people could have said, out of lists of words."""

import math
from random import Random
from typing import Final

# Lengths of answers in characters, as in 480 answers of 120 published interviews: a median of 1,216, of
# which one in ten is longer than 3,690 and one in ten shorter than 365.
MEDIAN: Final = 1216
SPREAD: Final = 0.87
LONGEST: Final = 17_000

THEMES: Final = (
    *("craft", "people", "money", "quiet", "autonomy", "teaching", "travel", "weather", "hands"),
    *("family", "luck", "night-shifts", "paperwork", "respect", "boredom", "tools", "music", "words"),
)
_WHO: Final = (
    *("my first boss", "the woman who trained me", "everybody on the late shift", "a customer from Leith"),
    *("the man at the counter", "my sister", "the whole department", "somebody I had never met"),
    *("a neighbour with a van", "the youngest of us", "whoever was there", "the board"),
)
_DID: Final = (
    *("showed me", "never asked about", "had forgotten", "paid for", "laughed about", "wrote down"),
    *("believed in", "counted", "carried home", "repaired", "sold", "drew on the back of an envelope"),
    *("measured twice", "kept quiet about", "learned to like", "put off for years", "explained"),
)
_WHAT: Final = (
    *("the ledger", "a lathe from before the war", "the morning round", "every invoice of that year"),
    *("a course in the evenings", "the timetable", "two hundred chairs", "the greenhouse"),
    *("the smell of the workshop", "our contract with the port", "the second reactor"),
    *("the numbers", "what the patients said", "the good scissors", "a bridge that nobody needed"),
)
_WHEN: Final = (
    *("before breakfast", "in the second winter", "after the merger", "on a Friday", "for about ten years"),
    *("when the money ran out", "without telling anyone", "twice a week", "at the kitchen table"),
    *("long before that was usual", "as far as I can remember", "between two trains", "every spring", "once"),
)
_TURNS: Final = (
    *("I would do it again, but slower.", "You learn that from people, not from books.", "It was luck."),
    *("Nobody tells you this.", "That is the part I like.", "Ask me again in June."),
    *("I had no idea.", "What would you have done?", "It still makes me angry."),
)
_SYLLABLES: Final = (
    *("ba", "be", "da", "el", "fa", "gor", "han", "il", "jo", "ka", "lin", "mar", "nor", "os", "pe", "quin"),
    *("ra", "sol", "ti", "ur", "vel", "wen", "ya", "zor"),
)
_GIVEN: Final = (
    *("Ada", "Ben", "Cleo", "Dina", "Emre", "Faye", "Gus", "Hana", "Ines", "Jon", "Kofi", "Lena", "Mei"),
)


def name(random: Random) -> str:
    """A given name and a family name that few share."""
    family = "".join(random.choice(_SYLLABLES) for _ in range(4)).capitalize()
    return f"{random.choice(_GIVEN)} {family}"


def sentence(random: Random) -> str:
    """One sentence of some ten words, now and then with a mark of Markdown in it."""
    draw = random.random()
    if draw < 0.2:
        return random.choice(_TURNS)
    what = random.choice(_WHAT)
    if draw < 0.26:
        what = f"*{what}*"
    elif draw < 0.28:
        what = f"[{what}](https://example.org/{random.randrange(10_000)})"
    words = [random.choice(_WHO), random.choice(_DID), what, random.choice(_WHEN)]
    if draw > 0.8:
        words += ["because", random.choice(_WHO), random.choice(_DID), random.choice(_WHAT)]
    text = " ".join(words)
    return f"{text[0].upper()}{text[1:]}."


def paragraphs(random: Random, length: int) -> list[str]:
    """Paragraphs of two to seven sentences, together of about `length` characters."""
    found: list[str] = []
    while sum(map(len, found)) < length:
        found.append(" ".join(sentence(random) for _ in range(random.randint(2, 7))))
    return found


def answer(random: Random) -> str:
    """An answer in Markdown: often with a gist, sometimes with a list, a quotation or a theme."""
    length = min(LONGEST, int(random.lognormvariate(math.log(MEDIAN), SPREAD)))
    blocks = paragraphs(random, length)
    if random.random() < 0.5:
        blocks[0] = f"**{sentence(random).strip('*')}** {blocks[0]}"
    if random.random() < 0.15:
        blocks.insert(1, "\n".join(f"- {sentence(random)}" for _ in range(3)))
    if random.random() < 0.1:
        blocks.insert(1, f"> {sentence(random)}")
    blocks[-1] += themes(random)
    return "\n\n".join(blocks)


def themes(random: Random) -> str:
    """What stands behind an answer: nothing, or one to three themes."""
    if random.random() < 0.4:
        return ""
    return "".join(f" #{theme}" for theme in random.sample(THEMES, random.randint(1, 3)))
