"""How like a spoken sentence is to the questions of a journal: a measure of the words that both say."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from iiv.journal.parse.paraphrases import is_telling, stems
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SURE: Final = 0.66
"""From this likeness on a sentence asks the question; tried on some hundred spoken questions."""

LIKELY: Final = 0.42
"""From this likeness on it may."""

APART: Final = 0.06
"""How much less like every other question must be where it is sure."""

_LITTLE: Final = 0.2  # what a word weighs that any question may have
_OTHER: Final = 0.8  # what a word weighs that no question of the journal has
_FIRST: Final = 0.95  # what the first clause of a wording counts beside the whole
_LATER: Final = 0.7  # what another one does
_ONE: Final = 0.8  # what it counts that one word alone is shared that tells
_FEW: Final = 3
_OPPOSITES: Final = frozenset({"most", "least"})
_CLAUSE: Final = re.compile(r"[,;:\u2013\u2014]\s*")
# What people say for the words that questions are written in: each phrase, and the words it stands for.
_SPOKEN: Final = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (r"\b(?:do not|don.?t|did not|didn.?t) (?:like|enjoy|love)\b|\b(?:dislike|hate)d?\b", "like least"),
        (r"\b(?:get|got|getting|come|came|coming|fall|fell|end(?:ed)? up) (?:in|into)\b", "begin"),
        (r"\b(?:do|did|done) (?:it|that|this)?(?: all)?(?: over)? again\b", "take path again"),
        (r"\b(?:do|did) (?:it|that|this) (?:all )?over\b|\bstart (?:all )?over(?: again)?\b", "again"),
        (
            r"\bwhat (?:you do|you are doing|you.re doing)\b|\b(?:line of (?:work|business)|profession)\b",
            "work",
        ),
        (r"\b(?:who|anyone|anybody|someone|somebody) else\b", "whom next"),
        (r"\bwhat(?: would|.d)? you say\b|\bwould you say\b|\bin the first place\b|\bfirst off\b", " "),
    )
)
_FILLERS: Final = frozenset(
    """well okay ok right yeah yes oh um uh er hm actually really maybe perhaps guess suppose know tell
    talk ask asking question curious wonder wondering walk through little bit kind sort first last
    next please just so then now find think part find big whole back for example instance me myself""".split()
)
_ALIKE: Final = {
    form: forms.split()[0]
    for forms in (
        "begin start starts started starting began begun beginning begins enter entered",
        "most best favourite favorite biggest greatest",
        "least worst",
        "like enjoy love liked enjoyed",
        "satisfying satisfaction satisfied satisfies satisfy rewarding fulfilling fulfilment gratifying",
        "challenging challenge challenges hard hardest difficult toughest tough",
        "industry field business sector trade branch",
        "path road route",
        "take choose pick took",
        "surprised surprise surprising surprises unexpected",
        "bores bore boring dull tedious bored",
        "talk meet speak",
        "before previously",
    )
    for form in forms.split()
}


class Likeness(Value, frozen=True):
    """The question that a sentence is most like: its id, how much of 1, and whether that is sure."""

    question: str
    of_one: float
    is_sure: bool


class _WordingPart(Value, frozen=True):
    question: str
    words: frozenset[str]
    counts: float


class Measure:
    """Compares sentences with wordings, each given with the id of its question."""

    def __init__(self, wordings: Iterable[tuple[str, str]]) -> None:
        self._known = [part for wording, id_ in wordings for part in _parts(wording, id_)]
        said_by = {(part.question, word) for part in self._known for word in part.words}
        self._questions_with = Counter(word for _, word in said_by)

    def nearest(self, sentence: str) -> Likeness | None:
        """The question that is most like a sentence; None where none is."""
        said = _words(sentence)
        best: dict[str, float] = {}
        for part in self._known:
            best[part.question] = max(best.get(part.question, 0.0), self._measured(said, part))
        ranked = sorted(((of_one, id_) for id_, of_one in best.items()), reverse=True)
        if not ranked or ranked[0][0] < LIKELY:
            return None
        of_one, id_ = ranked[0]
        second = ranked[1][0] if ranked[1:] else 0.0
        return Likeness(id_, of_one, of_one >= SURE and of_one - second >= APART)

    def _measured(self, said: frozenset[str], part: _WordingPart) -> float:
        """How much of both, of 1, sentence and wording share; 0 where that is nothing that tells."""
        shared = said & part.words
        telling = [word for word in shared if _tells(word)]
        is_its_own = any(self._questions_with[word] == 1 for word in telling)
        is_more = len(telling) > 1 or len(shared) > _FEW  # than one topic that several questions have
        if not telling or not (is_its_own or is_more) or (said ^ part.words).issuperset(_OPPOSITES):
            return 0.0
        both = self._weight(shared)
        of_sentence, of_wording = both / self._weight(said), both / self._weight(part.words)
        measured = 2 * of_sentence * of_wording / (of_sentence + of_wording)
        return measured * part.counts * (1.0 if is_more else _ONE)

    def _weight(self, words: Iterable[str]) -> float:
        return sum(map(self._weight_of, words))

    def _weight_of(self, word: str) -> float:
        if not _tells(word):
            return _LITTLE
        count = self._questions_with[word]
        return 1 / count if count else _OTHER


def _tells(word: str) -> bool:
    return word in _CONCEPTS or is_telling(word)


def _parts(wording: str, id_: str) -> Iterator[_WordingPart]:
    """The wording, and those of its clauses that say something: a talker often asks the first alone."""
    yield _WordingPart(id_, _words(wording), 1.0)
    clauses = _CLAUSE.split(wording)
    for number, clause in enumerate(clauses if len(clauses) > 1 else ()):
        words = _words(clause)
        if any(map(_tells, words)):
            yield _WordingPart(id_, words, _LATER if number else _FIRST)


def _words(text: str) -> frozenset[str]:
    text = text.casefold().replace("\u2019", "'")
    for pattern, words in _SPOKEN:
        text = pattern.sub(f" {words} ", text)
    found = (_ALIKE.get(word, word) for word in re.findall(r"[^\W_]+(?:'[^\W_]+)*", text))
    return stems(" ".join(word for word in found if word not in _FILLERS))


_CONCEPTS: Final = frozenset(stem for form in set(_ALIKE.values()) for stem in stems(form))
