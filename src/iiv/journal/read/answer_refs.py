"""Which answers contradictions mean: references as typed to the ids of a talk and a question."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from iiv.journal.journal import Ref, find_ref
from iiv.journal.model import AnswerRef, Contradiction
from iiv.journal.names import stem
from iiv.journal.problems import error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from iiv.journal.model import Interview
    from iiv.journal.problems import Problem


class AnswerRefs:
    """Leads references to answers. `problems` gathers what leads nowhere.

    A person means the talk with them, where there was one.
    """

    def __init__(self, talks: Iterable[Interview], refs: Mapping[str, Ref]) -> None:
        self.problems: list[Problem] = []
        self._talks = {talk.id: talk for talk in talks}
        self._refs = refs

    def linked(self, pairs: Iterable[Contradiction], question: str = "") -> tuple[Contradiction, ...]:
        """The pairs of which both answers are there; where a note is on one question, none need be named."""
        return tuple(dict.fromkeys(self._linked(pairs, question)))

    def _linked(self, pairs: Iterable[Contradiction], question: str) -> Iterator[Contradiction]:
        for pair in pairs:
            one, other = self._answer(pair.one, question), self._answer(pair.other, question)
            if one and other and (one.talk, one.question) == (other.talk, other.question):
                message = f"`{one.talk}#{one.question}` cannot contradict itself"
                self._fault(pair.other, message, "name the answer that says the other thing")
            elif one and other:
                yield Contradiction(one, other)

    def _answer(self, ref: AnswerRef, question: str) -> AnswerRef | None:
        talk = self._talk(ref)
        id_ = self._question(talk, ref, question) if talk else ""
        return AnswerRef(talk.id, id_, ref.place) if talk and id_ else None

    def _talk(self, ref: AnswerRef) -> Interview | None:
        found = find_ref(self._refs, ref.talk)
        id_ = found.id if found and found.kind == "interview" else stem(ref.talk)
        own = [talk for talk in self._talks.values() if found == Ref("contact", talk.contact)]
        if id_ in self._talks:
            return self._talks[id_]
        if len(own) == 1:
            return own[0]
        if found and found.kind == "contact":
            hint = (
                f"write {' or '.join(f'`{talk.id}`' for talk in own)}" if own else "name the note of a talk"
            )
            self._fault(ref, f"`{ref.talk}` is a person, and no talk", hint)
        else:
            near = get_close_matches(ref.talk, self._talks, n=1, cutoff=0.6)
            hint = f"did you mean `{near[0]}`?" if near else "write the name of the talk's file"
            self._fault(ref, f"`{ref.talk}` is no talk of this journal", hint)
        return None

    def _question(self, talk: Interview, ref: AnswerRef, question: str) -> str:
        answered = [answer.question for answer in talk.answers if answer.text]
        asked = ref.question or question
        found = find_ref(self._refs, asked) if asked else None
        id_ = found.id if found and found.kind == "question" else asked
        if id_ in answered:
            return id_
        near = get_close_matches(asked, answered, n=1, cutoff=0.6)
        listed = f"`{talk.id}` answers {', '.join(answered)}" if answered else ""
        hint = f"did you mean `{talk.id}#{near[0]}`?" if near else listed
        message = f"`{asked}` is not answered in `{talk.id}`" if asked else f"`{talk.id}` names no question"
        self._fault(ref, message, hint or "name an answer")
        return ""

    def _fault(self, ref: AnswerRef, message: str, hint: str) -> None:
        self.problems.append(error(ref.place, "unknown-answer", message, hint))
