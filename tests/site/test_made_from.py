"""Pages that say what they are made from show nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from iiv.journal.reading import Reading
from iiv.journal.settings import Settings
from iiv.site.digests import Digests
from tests.method.journals import PEOPLE, contacts, interviews, journals, lines
from tests.site.test_outline import outputs

if TYPE_CHECKING:
    from iiv.journal.model import Journal

OF_CONTACT = ("introduced_by", "next_contact", "promises")
OF_TALK = ("helpfulness", "next_contact", "asked_about_me", "introductions", "promises", "prepared")


class MadeFrom:
    """A site of which nothing stays; `inputs` are hashes of what each output says it is made from."""

    def __init__(self) -> None:
        self.inputs: dict[str, str] = {}
        self._digests = Digests()

    def when_said(self, *_: object) -> bool:
        return False

    def when_made_from(self, address: str, inputs: object, /) -> bool:
        self.inputs[address] = self._digests.of(inputs)
        return False


@st.composite
def with_another_talk(draw: st.DrawFn, journal: Journal) -> Journal:
    """The journal with another value in one talk, if it has any."""
    talks = list(journal.interviews)
    if talks:
        at = draw(st.integers(0, len(talks) - 1))
        name = draw(st.sampled_from(OF_TALK))
        talks[at] = replace(talks[at], **{name: getattr(draw(interviews(at)), name)})
    return replace(journal, interviews=tuple(talks))


@st.composite
def with_another_contact(draw: st.DrawFn, journal: Journal) -> Journal:
    """The journal with another value, or one more line in the log, in one person's file."""
    old = journal.contacts_by_id[draw(st.sampled_from(PEOPLE))]
    name = draw(st.sampled_from(OF_CONTACT))
    line = draw(lines())
    new = draw(
        st.sampled_from(
            [
                replace(old, **{name: getattr(draw(contacts(old.id)), name)}),
                replace(old, log=(*old.log, line)),
                replace(old, log=(*old.log, replace(line, verb="note"))),
            ]
        )
    )
    return replace(journal, contacts=tuple(new if one is old else one for one in journal.contacts))


def with_mail(journal: Journal) -> Journal:
    """The journal with an address for everybody, so that letters have links."""
    return replace(
        journal, contacts=tuple(replace(contact, email="a@example.org") for contact in journal.contacts)
    )


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_what_is_made_from_the_same_shows_the_same(data: st.DataObject) -> None:
    journal = with_mail(data.draw(journals()))
    other = data.draw(with_another_talk(journal) | with_another_contact(journal))
    before, after = MadeFrom(), MadeFrom()
    now = outputs(Reading(journal, Settings(), ()), before)
    then = outputs(Reading(other, Settings(), ()), after)
    same = {path for path, made_from in before.inputs.items() if after.inputs.get(path) == made_from}
    assert {path: now[path] for path in same} == {path: then[path] for path in same}
