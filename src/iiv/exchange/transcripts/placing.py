"""What was said in a talk, put below the questions that it answers, in the order in which it was said."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from iiv.exchange.transcripts.asking import Asked
from iiv.exchange.transcripts.turns import Turn, sentences
from iiv.journal.parse.wordings import count_words
from iiv.values import Value, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iiv.exchange.transcripts.asking import Asking


class Part(Value, frozen=True):
    """What was said from one question to the next.

    It answers `question` (an id) and stands below `wording`; or it stands by itself: then `question` is ""
    and `hint` says what it may belong to. `asked` is the sentence in which you asked; where it `is_exact`,
    the wording word for word, it is no part of the text. `turns` are what was said then.
    """

    question: str = ""
    wording: str = ""
    asked: Turn | None = None
    is_exact: bool = False
    hint: str = ""
    turns: tuple[Turn, ...] = ()

    @property
    def words(self) -> int:
        """How many words the others said."""
        return sum(count_words(turn.text) for turn in self.turns if not turn.is_mine)

    @property
    def text(self) -> tuple[Turn, ...]:
        """What stands below the heading."""
        return (self.asked, *self.turns) if self.asked and not self.is_exact else self.turns


def placed(said: Iterable[Turn], asking: Asking) -> list[Part]:
    """The parts of a talk, in order; each word of it stands in one of them, once.

    Your questions are looked for in what you said. Where nobody is named only a sentence that is a wording
    counts, as it may be anybody's. A question that was asked twice is answered where most was said.
    """
    turns = list(said)
    parts = _parts(turns, asking, has_me=any(turn.is_mine for turn in turns))
    return list(_answered_once(_with_answers(_gone_on(parts))))


def _parts(turns: Sequence[Turn], asking: Asking, *, has_me: bool) -> Iterator[Part]:
    part = Part()
    for turn in turns:
        pieces = _pieces(turn, asking, has_me=has_me)
        for begins, said in _grouped(pieces):
            for piece in said if begins else ():
                yield part
                part = _begun(piece, replace(turn, text=piece.text), part)
            if not begins:
                text = " ".join(piece.text for piece in said)
                part = replace(part, turns=(*part.turns, replace(turn, text=text)))
    yield part


def _grouped(pieces: Sequence[Asked]) -> Iterator[tuple[bool, list[Asked]]]:
    """The pieces of a turn in rows, with whether each of them begins a part.

    Where one asks a question of the journal for sure, the others are what was said around it.
    """
    is_known = any(piece.is_sure for piece in pieces)
    begins = [(piece.is_sure if is_known else piece.asks, piece) for piece in pieces]
    for begun, group in groupby(begins, lambda one: one[0]):
        yield begun, [piece for _, piece in group]


def _pieces(turn: Turn, asking: Asking, *, has_me: bool) -> list[Asked]:
    if turn.is_mine:
        return asking.in_turn(turn.text)
    if has_me or turn.speaker:
        return [Asked(turn.text)]
    return [piece for sentence in sentences(turn.text) for piece in asking.by_anybody(sentence)]


def _begun(piece: Asked, spoken: Turn, before: Part) -> Part:
    """The part that begins with a question of yours."""
    if piece.is_sure:
        return Part(piece.question, piece.wording, spoken, piece.is_exact)
    if piece.question:
        hint = f"Perhaps the answer to: {piece.wording}"
    elif before.question:
        hint = f"Asked on the way. Without this heading it belongs to: {before.wording}"
    else:
        hint = ""
    return Part(hint=hint, turns=(spoken,))


def _gone_on(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts that say something, joined with the next that asks the same, or no known question."""
    last = Part()
    for part in parts:
        is_same = part.question == last.question and not part.is_exact and not part.hint
        if is_same and (part.question or last.turns):
            last = replace(last, turns=(*last.turns, *part.text))
        else:
            if last.asked or last.turns:
                yield last
            last = part
    if last.asked or last.turns:
        yield last


def _with_answers(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts, where a question in other words that nobody answered is made a part by itself."""
    for part in parts:
        if part.question and not part.words and part.text:
            yield from _by_itself(part, "Asked, and not answered:")
        else:
            yield part


def _answered_once(found: Iterable[Part]) -> Iterator[Part]:
    """The parts, where only one answers each question: the one in which the others said most."""
    parts = list(found)
    places: dict[str, list[int]] = defaultdict(list)
    for number, part in enumerate(parts):
        if part.question and part.text:
            places[part.question].append(number)
    best = {max(numbers, key=lambda number: (parts[number].words, -number)) for numbers in places.values()}
    for number, part in enumerate(parts):
        if part.question and part.text and number not in best:
            yield from _by_itself(part, "Asked more than once:")
        else:
            yield part


def _by_itself(part: Part, hint: str) -> Iterator[Part]:
    """What was said, as a part of no question; a wording that was said exactly stays, without answer."""
    if part.is_exact:
        yield replace(part, turns=())
    yield Part(hint=f"{hint} {part.wording}", turns=part.text)
