"""Who is who: the one answer to whom a name in a note or a command means."""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING

from iiv.journal.ids import id_for, slug
from iiv.journal.model import name_key
from iiv.journal.names import (
    bare_name,
    is_near,
    keys_in_order,
    near_keys,
    plain_key,
    plain_keys,
    several,
    spellings,
    toneless,
    turned,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from iiv.journal.model import Contact

NEARLY = 0.8  # how alike two names are, of 1, when one may be a slip for the other
MOST_ALIKE = 3
COMMON_WORD = 60  # people: a word that more of them have in their names says nothing of who is meant


class AmbiguousNameError(Exception):
    """A name that several people share; `ids` are theirs."""

    def __init__(self, name: str, ids: Iterable[str]) -> None:
        super().__init__(name)
        self.ids = tuple(sorted(ids))


class People:
    """Leads names to ids: to the people with a file, and to those who are only named in other notes.

    `contacts` are those with a file; every other name given to `mention` becomes a person of
    its own, who gets an id from `settle` once all are known.
    """

    def __init__(self, contacts: Iterable[Contact]) -> None:
        self._ids: dict[str, str] = {}
        self._named: dict[str, set[str]] = defaultdict(set)
        self._plain: dict[str, set[str]] = defaultdict(set)
        self._toned: dict[str, set[str]] = defaultdict(set)  # who has marks of tones, by the name without
        self._mentioned: dict[str, list[str]] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        self._without_file: dict[str, int] = {}  # in which place they were mentioned
        self._not_same: dict[str, tuple[str, ...]] = {}
        for contact in contacts:
            self._add(contact.id, (contact.name, *contact.aliases))
            if contact.not_same:
                self._not_same[contact.id] = contact.not_same

    def _add(self, id_: str, names: tuple[str, ...]) -> None:
        self._names[id_] = names
        self._ids.setdefault(name_key(id_), id_)
        self._plain[plain_key(id_)].add(id_)
        for name in names:
            self._named[name_key(name)].add(id_)
            self._plain[slug(name)].add(id_)  # no plain key has a hyphen
            for key in plain_keys(name):
                self._plain[key].add(id_)
                if key != toneless(key):
                    self._toned[toneless(key)].add(id_)

    def matching(self, reference: str) -> tuple[str, ...]:
        """The ids of those whom a name, alias, id or link means: one, several who share it, or none."""
        for key, is_exact in keys_in_order(spellings(reference)):
            if found := self._by_exact_key(key) if is_exact else self._by_plain_key(key):
                return found
        return ()

    def _by_exact_key(self, key: str) -> tuple[str, ...]:
        return (self._ids[key],) if key in self._ids else tuple(sorted(self._named.get(key, ())))

    def _by_plain_key(self, key: str) -> tuple[str, ...]:
        """Whose name has a plain key; marks of tones may be missing on either side, but not differ."""
        none: set[str] = set()
        without = toneless(key)
        if key == without:
            found = self._plain.get(key, none) | self._toned.get(key, none)
        else:
            untoned = self._plain.get(without, none) - self._toned.get(without, none)
            found = self._plain.get(key) or untoned
        return tuple(sorted(found))

    def id_of(self, reference: str) -> str | None:
        """The id of the person whom a reference means; None for nobody. Raises AmbiguousNameError."""
        ids = self.matching(reference)
        if len(ids) > 1:
            raise AmbiguousNameError(bare_name(reference), ids)
        return ids[0] if ids else None

    def mention(self, reference: str) -> None:
        """Take note of a person named in a note; of several together only where they have a file."""
        name = bare_name(reference)
        if name and not self.matching(reference) and not several(name):
            self._mentioned.setdefault(plain_key(name), []).append(reference)

    def knows(self, reference: str) -> bool:
        """Whether a reference means somebody with a file, or somebody mentioned so far."""
        return bool(self.matching(reference)) or any(key in self._mentioned for key in _keys(reference))

    def settle(self) -> dict[str, str]:
        """The people who have no file: their names by id. To be called when all are mentioned."""
        groups: dict[str, list[str]] = defaultdict(list)
        for key in self._keys_of_mentioned():
            name = _best(map(bare_name, self._mentioned[key]))
            groups[slug(name)].append(name)
        # Names of files count too, so that nobody's id changes when somebody else gets a file.
        taken = {slug(name) for id_, names in self._names.items() for name in (id_, *names)}
        taken |= {plain for plain, names in groups.items() if len(names) > 1}
        named: dict[str, str] = {}
        for _, names in sorted(groups.items()):
            for name in sorted(names, key=name_key):
                id_ = id_for(name, taken)
                taken.add(id_)
                named[id_] = name
        by_key = {plain_key(name): id_ for id_, name in named.items()}
        for key in self._mentioned:
            if key in by_key:
                self._without_file[by_key[key]] = len(self._without_file)
                self._add(by_key[key], (named[by_key[key]],))
        return named

    def _keys_of_mentioned(self) -> set[str]:
        """The plain key of each person mentioned: `Last, First` and links may mean another."""
        toned: dict[str, list[str]] = defaultdict(list)
        for key in self._mentioned:
            if key != toneless(key):
                toned[toneless(key)].append(key)
        others = {
            key: [other for other in _keys(references[0]) if other != key and other in self._mentioned]
            + (toned[key] if len(toned[key]) == 1 else [])
            for key, references in self._mentioned.items()
        }
        kept = {key for key in others if not others[key]}
        for key, means in others.items():
            if not kept.intersection(means):
                kept.add(key)
        return kept

    def near(self, id_: str) -> tuple[str, ...]:
        """The names of those who may be meant by somebody without a file: three at most.

        Of two without a file, one is asked about: the shorter name, or the one mentioned later.
        """
        return self._near.get(id_, ())

    @cached_property
    def _near(self) -> Mapping[str, tuple[str, ...]]:
        if not self._without_file:
            return {}
        keys = {
            id_: tuple(plain_key(turned(name) or name) for name in names)
            for id_, names in self._names.items()
        }
        sharing: dict[str, list[str]] = defaultdict(list)
        for id_, own in keys.items():
            for key in {near_key for name in own for near_key in near_keys(name)}:
                sharing[key].append(id_)
        near: dict[str, tuple[str, ...]] = {}
        for id_ in self._without_file:
            (own_key,) = keys[id_]
            groups = (sharing[key] for key in near_keys(own_key) if len(sharing[key]) <= COMMON_WORD)
            sharers = dict.fromkeys(one for group in groups for one in group if one != id_)
            meant = [
                self._names[other][0]
                for other in sharers
                if self._is_asked_about(id_, other)
                and any(is_near(own_key, key) for key in keys[other])
                and not self._are_apart(id_, other)
            ]
            if meant:
                near[id_] = tuple(meant[:MOST_ALIKE])
        return near

    def _is_asked_about(self, id_: str, other: str) -> bool:
        """Whether of two people that are near each other this one is to be asked about."""
        if other not in self._without_file:
            return True
        words, others = (len(self._names[one][0].split()) for one in (id_, other))
        return words < others or (words == others and self._without_file[id_] > self._without_file[other])

    def _are_apart(self, id_: str, other: str) -> bool:
        """Whether the file of one says that it is not the other."""
        return any(
            other_id in self.matching(name)
            for person, other_id in ((id_, other), (other, id_))
            for name in self._not_same.get(person, ())
        )

    def ids_by_key(self) -> Mapping[str, str]:
        """Every name that means one person, by its exact and its plain key."""
        keys = {**self._toned, **self._plain, **self._named}
        ids = {key: self._ids.get(key) or _only(found) for key, found in keys.items()}
        return {**{key: id_ for key, id_ in ids.items() if id_}, **self._ids}


def _only(ids: set[str]) -> str:
    return next(iter(ids)) if len(ids) == 1 else ""


def _keys(reference: str) -> list[str]:
    return [key for name in spellings(reference) for key in plain_keys(name)]


def _best(names: Iterable[str]) -> str:
    """The spelling to show of one name: no id and no title, if there is another; else the first."""
    return min(names, key=lambda name: (name == slug(name), len(slug(name).split("-"))))


def find(contacts: Iterable[Contact], text: str) -> list[Contact]:
    """The people that `text` may mean.

    The one whose id, name or alias it is; else all in whose id, name or alias it is a word, or else a
    part.
    """
    contacts = list(contacts)
    key = plain_key(bare_name(text))
    word = re.compile(rf"(?<!\w){re.escape(key)}(?!\w)")
    plain = {contact.id: list(map(plain_key, _called(contact))) for contact in contacts}
    names = {id_: [*keys, *map(toneless, keys)] for id_, keys in plain.items()}
    return (
        find_exact(contacts, text)
        or [c for c in contacts if key and any(map(word.search, names[c.id]))]
        or [c for c in contacts if key and any(key in name for name in names[c.id])]
    )


def find_exact(contacts: Iterable[Contact], text: str) -> list[Contact]:
    """The people whose id, name or alias `text` is, in any spelling."""
    by_id = {contact.id: contact for contact in contacts}
    return [by_id[id_] for id_ in People(by_id.values()).matching(text)]


def alike(contacts: Iterable[Contact], text: str, nearly: float = NEARLY) -> list[Contact]:
    """Whom `text`, which names nobody, may mean: three at most, whose name is near, or nearly the same."""
    contacts = list(contacts)
    key = plain_key(bare_name(text))
    near = [c for c in contacts if any(is_near(key, plain_key(name)) for name in _called(c))]
    by_key = {plain_key(name): contact for contact in contacts for name in _called(contact)}
    close = [by_key[name] for name in get_close_matches(key, by_key, cutoff=nearly)]
    found = near or find(contacts, text) or close
    return list({contact.id: contact for contact in found}.values())[:MOST_ALIKE]


def _called(contact: Contact) -> tuple[str, ...]:
    return (contact.id, contact.name, *contact.aliases)
