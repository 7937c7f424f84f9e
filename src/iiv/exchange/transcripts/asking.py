"""Which question of a journal a spoken sentence asks: by a wording, now or formerly, or by likeness."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iiv.exchange.transcripts.likeness import Measure
from iiv.exchange.transcripts.turns import sentences
from iiv.journal.parse.wordings import FEW_WORDS, Wordings, count_words, wording_key
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iiv.journal.model import Question

_LONGEST: Final = 40  # words of a sentence; where nobody set full stops they have more
_MARK: Final = re.compile(r"[?\uff1f\u061f]")
_BEFORE: Final = (
    r"(?:(?:so|and|well|okay|ok|right|now|but|then|um+|uh+|oh|yeah|great|good|thanks?|also|first|next|last|finally)"
    r"\b[,.]?\s+)*"
)
_OPENING: Final = re.compile(_BEFORE.removesuffix("*") + "+", re.IGNORECASE)
_ASKS: Final = re.compile(
    rf"{_BEFORE}(?:(?:how|what|when|where|who|whom|whose|why|which|would|could|can|do|did|does|is|are|was|were"
    r"|have|has|if|should)(?:['\u2019][sd])?\b|tell me|talk about|walk me"
    r"|i'?d (?:like|love) to (?:know|hear|ask)|i (?:wonder|want to ask)|i was wondering)",
    re.IGNORECASE,
)
_INTERJECTION: Final = re.compile(
    r"\b(?:oh|so|and|well|okay|ok|right|yeah|yes|no|really|um+|uh+|hm+|wow|but|you know)\b", re.IGNORECASE
)


class Asked(Value, frozen=True):
    """A piece of what you said, and what it asks.

    `question` is the id of the question that it asks, and `wording` the one that it says or is like; both are
    "" where it asks none of the journal. It `is_sure` where that is without doubt, and `is_exact` where it is
    the wording itself. It `asks` where it asks anything.
    """

    text: str
    question: str = ""
    wording: str = ""
    is_sure: bool = False
    is_exact: bool = False
    asks: bool = False


class Asking:
    """Finds the questions of a journal in what was said."""

    def __init__(self, questions: Iterable[Question]) -> None:
        known = list(questions)
        self.wordings = Wordings(known)
        asked = [(wording, one) for one in known for wording in (one.ask, *(f.ask for f in one.formerly))]
        self._by_key = {wording_key(wording): wording for wording, _ in reversed(asked)}
        self._wording_of = {one.id: one.ask for one in known}
        # What is only thought about is found by its wording alone.
        self._measure = Measure((wording, one.id) for wording, one in asked if not one.shortlist)

    def exactly(self, sentence: str) -> Asked:
        """The sentence, and the question whose wording it is."""
        found = self.wordings.find_line(sentence)
        if found is None or found[1] != sentence:
            return Asked(sentence)
        return Asked(
            sentence, found[0], self._by_key[wording_key(sentence)], is_sure=True, is_exact=True, asks=True
        )

    def by_anybody(self, sentence: str) -> list[Asked]:
        """A sentence that anybody may have said: a question where it is a wording, perhaps behind `So,`."""
        whole = self.exactly(sentence)
        before = _OPENING.match(sentence)
        if whole.question or not before:
            return [whole]
        asked = self.exactly(sentence[before.end() :])
        return [Asked(before[0].rstrip()), asked] if asked.question else [whole]

    def in_turn(self, text: str) -> list[Asked]:
        """What you said in one turn, in pieces, with what each asks."""
        if not self.wordings.mentions_in(text):  # most turns
            return [self._by_likeness(sentence) for sentence in sentences(text)]
        return [piece for sentence in sentences(text) for piece in self._pieces(sentence)]

    def _pieces(self, sentence: str) -> Iterator[Asked]:
        exact = self.exactly(sentence)
        if exact.question:
            yield exact
            return
        mentions = self.wordings.mentions_in(sentence)
        if mentions and count_words(sentence) > _LONGEST:
            yield from self._apart(sentence)
        elif mentions:
            # Of two in one breath the later is answered.
            yield self._by_wording(sentence, sentence[mentions[-1].start : mentions[-1].end])
        else:
            yield self._by_likeness(sentence)

    def _apart(self, text: str) -> Iterator[Asked]:
        """The pieces of a text without full stops, of which some are wordings."""
        end = 0
        for mention in self.wordings.mentions_in(text):
            if before := text[end : mention.start].strip():
                yield Asked(before)
            words = text[mention.start : mention.end]
            yield self._by_wording(words, words)
            end = mention.end
        if rest := text[end:].strip():
            yield Asked(rest)

    def _by_wording(self, sentence: str, words: str) -> Asked:
        question = self.wordings.find(words) or ""
        wording = self._by_key.get(wording_key(words), self._wording_of.get(question, ""))
        return Asked(sentence, question, wording, is_sure=True, is_exact=sentence == words, asks=True)

    def _by_likeness(self, sentence: str) -> Asked:
        is_asking = _MARK.search(sentence) or _ASKS.match(sentence)
        if not is_asking or not FEW_WORDS < count_words(sentence) <= _LONGEST:
            return Asked(sentence)
        asks = bool(_MARK.search(sentence)) and count_words(_INTERJECTION.sub("", sentence)) > FEW_WORDS
        like = self._measure.nearest(sentence)
        if like is None:
            return Asked(sentence, asks=asks)
        return Asked(sentence, like.question, self._wording_of[like.question], like.is_sure, asks=True)
