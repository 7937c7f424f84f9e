"""What becomes of each record of a person: somebody new, more about somebody known, or nothing, and why."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from iiv.exchange.importing.naming import untitled
from iiv.journal.ids import id_for
from iiv.journal.model import name_key
from iiv.journal.names import is_near, near_keys, plain_key, plain_keys
from iiv.journal.people import COMMON_WORD, People
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iiv.exchange.importing.records import Record
    from iiv.journal.journal import Journal
    from iiv.journal.model import Contact

MOST_NEAR: Final = 3

What = Literal["create", "merge", "skip"]


@dataclass
class Draft:
    """What is to be written of one person: added to what their note says, or a new note.

    `contact` is who they are in the journal, None for somebody new.
    """

    id: str
    name: str
    contact: Contact | None = None
    facts: dict[str, str] = field(default_factory=dict)
    tags: list[str] = field(default_factory=list)
    more: list[tuple[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    profile: str = ""
    where: str = ""

    @property
    def is_new(self) -> bool:
        """Whether they have no note yet."""
        return self.contact is None or self.contact.place is None


class Step(Value, frozen=True):
    """What becomes of the record that stands `where`: `said` is why, or which facts.

    `near` are those of the journal who may be meant. `id` is that of the person who is made or added to, ""
    where there is none.
    """

    where: str
    what: What
    name: str
    said: str = ""
    id: str = ""
    near: tuple[Contact, ...] = ()


class PeoplePlan:
    """Leads records to people, one after the other: each sees whom those before it brought."""

    def __init__(self, journal: Journal, tags: Sequence[str] = ()) -> None:
        self.drafts: dict[str, Draft] = {}
        self._journal = journal
        self._tags = tags
        self._people = People(journal.contacts)
        self.taken = {name_key(contact.id) for contact in journal.contacts}
        self.taken |= {name_key(note.id) for note in journal.broken if note.kind == "contact"}
        self._broken = {note.id for note in journal.broken if note.kind == "contact"}
        self._by_name: dict[str, Draft] = {}

    def plan(self, record: Record) -> Step:
        """Plan one record: what becomes of it."""
        if record.no_person:
            return Step(record.where, "skip", record.name, record.no_person)
        ids = self.ids(record)
        if len(ids) > 1:
            return Step(record.where, "skip", record.name, f"may be each of {', '.join(ids)}")
        draft = self.drafts.get(ids[0]) if ids else None
        if draft is None:
            return self._begun(record, ids[0] if ids else "")
        if record.profile and draft.profile and record.profile != draft.profile:
            return Step(
                record.where, "skip", record.name, f"has the name of {draft.where}, and is somebody else"
            )
        return self._added(record, draft)

    def ids(self, record: Record) -> tuple[str, ...]:
        """The ids of those whom the record may be: one, several, or none for somebody new.

        An address tells apart those of one name, and leads to one whose name is near.
        """
        draft = self._by_name.get(plain_key(record.name))
        return (draft.id,) if draft else self._meant(record)

    def knows(self, id_: str) -> bool:
        """Whether the journal has somebody of this id."""
        return id_ in self._journal.contacts_by_id

    def called(self, id_: str, name: str) -> str:
        """What a note calls the person of this id: the name, where it means nobody else."""
        known = self._journal.contacts_by_id.get(id_)
        if known is None:
            return name
        return known.name if self._people.matching(known.name) == (id_,) else id_

    def near(self, name: str) -> tuple[Contact, ...]:
        """Those of the journal whose names are near this one."""
        return tuple(self._journal.contacts_by_id[id_] for id_ in self._near.ids(name))

    def _meant(self, record: Record) -> tuple[str, ...]:
        contacts = self._journal.contacts_by_id
        email = record.facts.get("email", "").casefold()
        ids = self._people.matching(record.name)
        if len(ids) == 1 or not email:
            return ids
        near = ids or self._near.ids(record.name)
        same = tuple(id_ for id_ in near if contacts[id_].email.casefold() == email)
        return same if len(same) == 1 else ids

    def _begun(self, record: Record, id_: str) -> Step:
        """The first record of a person: known by this id, or somebody new."""
        contact = self._journal.contacts_by_id[id_] if id_ else None
        if id_ in self._broken:
            return Step(record.where, "skip", record.name, "their note must be mended first: see `iiv check`")
        if contact is None:
            id_ = id_for(untitled(record.name), self.taken)
            self.taken.add(name_key(id_))
        draft = Draft(id_, contact.name if contact else record.name, contact, where=record.where)
        self.drafts[id_] = draft
        self._remember(record, draft)
        added, kept = self._fill(record, draft)
        if contact and contact.place:
            return _merging(record, draft, added, kept)
        meant = () if contact else self.near(record.name)
        said = filter(None, (", ".join(added), "named in your notes" if contact else ""))
        return Step(record.where, "create", draft.name, "; ".join(said), id_, meant)

    def _added(self, record: Record, draft: Draft) -> Step:
        self._remember(record, draft)
        added, kept = self._fill(record, draft)
        return _merging(record, draft, added, kept, f"with {draft.where}")

    def _remember(self, record: Record, draft: Draft) -> None:
        for key in plain_keys(record.name):
            self._by_name.setdefault(key, draft)

    def _fill(self, record: Record, draft: Draft) -> tuple[list[str], list[str]]:
        """Put into the draft what the record knows: the keys that it adds, and those that stay."""
        draft.profile = draft.profile or record.profile
        added, kept = [], []
        for key, text in record.facts.items():
            there = draft.facts.get(key) or str(getattr(draft.contact, key, None) or "")
            if not there:
                draft.facts[key] = text
                added.append(key)
            elif name_key(there) != name_key(text):
                kept.append(key)
        there_already = {*draft.tags, *(draft.contact.tags if draft.contact else ())}
        tags = [tag for tag in dict.fromkeys((*self._tags, *record.tags)) if tag not in there_already]
        draft.tags += tags
        if draft.is_new:
            self._add_notes(record, draft, kept)
        return [*added, *(["tags"] if tags else [])], kept

    @staticmethod
    def _add_notes(record: Record, draft: Draft, kept: Iterable[str]) -> None:
        """Put what has no key into the body of a new note, and what another record says otherwise."""
        more = [("page", record.profile)] if record.profile else []
        more += record.more
        more += [(key, record.facts[key]) for key in kept]
        draft.more += [one for one in more if one not in draft.more]
        if record.note.strip() and record.note not in draft.notes:
            draft.notes.append(record.note)

    @cached_property
    def _near(self) -> _Near:
        return _Near(self._journal.contacts)


class _Near:
    """Finds the people of a journal whose names are near a new one."""

    def __init__(self, contacts: Iterable[Contact]) -> None:
        self._sharing: dict[str, list[tuple[str, Contact]]] = defaultdict(list)
        for contact in contacts:
            for name in (contact.name, *contact.aliases):
                key = plain_key(name)
                for near_key in set(near_keys(key)):
                    self._sharing[near_key].append((key, contact))

    def ids(self, name: str) -> tuple[str, ...]:
        """Their ids: three at most, and nobody whose note says that this is somebody else."""
        own = plain_key(name)
        groups = (self._sharing.get(key, ()) for key in near_keys(own))
        sharing = [pair for group in groups if len(group) <= COMMON_WORD for pair in group]
        found = {
            contact.id: None
            for key, contact in sharing
            if is_near(own, key) and own not in map(plain_key, contact.not_same)
        }
        return tuple(found)[:MOST_NEAR]


def _merging(record: Record, draft: Draft, added: list[str], kept: list[str], *whom: str) -> Step:
    stays = f"{' and '.join(kept)} {'stays' if len(kept) == 1 else 'stay'} as written" if kept else ""
    is_new = bool(added) or draft.is_new
    facts = ", ".join(added) if is_new else "nothing new"
    said = "; ".join(filter(None, (*whom, facts, stays)))
    return Step(record.where, "merge" if is_new else "skip", draft.name, said, draft.id)
