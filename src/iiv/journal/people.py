"""Who is who: the ids of people and the names that lead to them."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING

from iiv.journal.model import name_key

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from iiv.journal.model import Contact

MAX_ID_BYTES = 150
SHORTEST_SLIP = 8  # letters: shorter names that are alike are most often two people's
NEARLY = 0.8  # how alike two names are, of 1, when one may be a slip for the other
MOST_ALIKE = 3
_BARE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
WIKILINK = re.compile(r"\[\[([^\[\]|]*)(?:\|[^\[\]]*)?\]\]")
# Names that Windows keeps for devices, and those that would be a folder's own page.
RESERVED = frozenset(
    {"index", "readme", "con", "prn", "aux", "nul"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)


def slug(name: str) -> str:
    """The letters and digits of a name, of any script, joined by `-`: at most 150 bytes, "" for none."""
    name = unicodedata.normalize("NFKC", name).casefold()
    if name.isascii():  # a thousand names are looked at one letter at a time otherwise
        joined = re.sub("[^a-z0-9]+", "-", name)
    else:
        signs = (c for c in name if unicodedata.category(c) != "Cf")
        joined = re.sub("-+", "-", "".join(c if unicodedata.category(c)[0] in "LNM" else "-" for c in signs))
    return joined.strip("-").encode()[:MAX_ID_BYTES].decode(errors="ignore").rstrip("-")


def id_for(name: str, taken: Container[str] = ()) -> str:
    """The id of somebody without a file.

    That is the slug, with four hexadecimal digits of the name's hash when it is empty, reserved
    or among `taken`.
    """
    plain = slug(name)
    if plain and plain not in RESERVED and plain not in taken:
        return plain
    digits = 4
    while (marked := f"{plain}-{name_hash(name)[:digits]}") in taken:
        digits += 4
    return marked


def name_hash(name: str) -> str:
    """The hash of a name, in hexadecimal digits."""
    return hashlib.sha256(name_key(name).encode()).hexdigest()


def bare_name(reference: str) -> str:
    """The name in `[[Ada Lovelace]]` or `[[ada|Ada]]`; other text as it is."""
    match = WIKILINK.fullmatch(reference.strip())
    return (match[1] if match else reference).strip()


class AmbiguousNameError(Exception):
    """A name that two contact files claim; `ids` are theirs."""

    def __init__(self, name: str, ids: Iterable[str]) -> None:
        super().__init__(name)
        self.ids = tuple(sorted(ids))


class People:
    """Leads names to ids: the people with a file first, then those who are only named.

    `contacts` are those with a file; every other name given to `mention` becomes a person of
    its own, whose id `ids_of_mentioned` works out once all are known.
    """

    def __init__(self, contacts: Iterable[Contact]) -> None:
        self._claims: dict[str, set[str]] = defaultdict(set)
        self._ids: dict[str, str] = {}
        self._mentioned: dict[str, str] = {}
        self._filed: dict[str, str] = {}
        for contact in contacts:
            self._ids[name_key(contact.id)] = contact.id
            for name in (contact.name, *contact.aliases):
                self._claims[name_key(name)].add(contact.id)
                self._filed[name_key(name)] = name

    def mention(self, reference: str) -> None:
        """Take note of a person named in a note."""
        name = bare_name(reference)
        key = name_key(name)
        if name and key not in self._ids and key not in self._claims:
            self._mentioned.setdefault(key, name)

    def settle(self) -> dict[str, str]:
        """The people who have no file: their names by id. To be called when all are mentioned."""
        groups: dict[str, list[str]] = defaultdict(list)
        for key, name in self._mentioned.items():
            groups[slug(name)].append(key)
        named: dict[str, str] = {}
        # Names of files count too, so that nobody's id changes when somebody else gets a file.
        taken = {slug(name) for name in (*self._ids, *self._claims)}
        for plain, keys in sorted(groups.items()):
            names = [key for key in keys if key != plain] or keys
            if len(names) > 1:
                taken.add(plain)
            for key in sorted(names):
                id_ = id_for(self._mentioned[key], taken)
                taken.add(id_)
                named[id_] = self._mentioned[key]
                self._ids[key] = id_
            if len(names) == 1:
                self._ids.setdefault(plain, self._ids[names[0]])
        for id_ in named:
            self._ids.setdefault(name_key(id_), id_)
        return named

    def knows(self, name: str) -> bool:
        """Whether somebody has this name, alias or id, in a file or as far as mentioned."""
        key = name_key(bare_name(name))
        return key in self._claims or key in self._ids or key in self._mentioned

    def meant_by(self, reference: str) -> str:
        """The name of somebody with a file that a name without one is a slip for, "" for none.

        The same is left of both when each loses a letter, or one of them: so it is with a letter too many,
        too few, another one, or two that changed places.
        """
        key = name_key(bare_name(reference))
        if len(key) < SHORTEST_SLIP or key not in self._mentioned:
            return ""
        return next((self._slips[near] for near in _one_letter_less(key) if near in self._slips), "")

    @cached_property
    def _slips(self) -> dict[str, str]:
        """The names of those with a file by what is left of them when one letter is missing."""
        return {near: name for key, name in self._filed.items() for near in _one_letter_less(key)}

    def id_of(self, reference: str) -> str | None:
        """The id of the person that a name, alias, id or wikilink names; None when unknown.

        Raises AmbiguousNameError when two contact files share the name.
        """
        key = name_key(bare_name(reference))
        if key in self._ids:
            return self._ids[key]
        claims = self._claims.get(key, set())
        if len(claims) > 1:
            raise AmbiguousNameError(bare_name(reference), claims)
        return next(iter(claims), None)

    def ids_by_key(self) -> Mapping[str, str]:
        """Every name that names one person, by its key."""
        clear = {key: next(iter(ids)) for key, ids in self._claims.items() if len(ids) == 1}
        return {**clear, **self._ids}


def _one_letter_less(name: str) -> Iterator[str]:
    yield name
    yield from (name[:at] + name[at + 1 :] for at in range(len(name)))


def find(contacts: Iterable[Contact], text: str) -> list[Contact]:
    """The people that `text` may mean.

    The one whose id, name or alias it is; else all in whose id, name or alias it is a word, or else a
    part. Marks on letters may be left out of words and parts.
    """
    contacts = list(contacts)
    key = _unmarked(bare_name(text))
    word = re.compile(rf"(?<!\w){re.escape(key)}(?!\w)")
    names = {contact.id: [_unmarked(name) for name in _called(contact)] for contact in contacts}
    return (
        find_exact(contacts, text)
        or [c for c in contacts if key and any(map(word.search, names[c.id]))]
        or [c for c in contacts if key and any(key in name for name in names[c.id])]
    )


def find_exact(contacts: Iterable[Contact], text: str) -> list[Contact]:
    """The people whose id, name or alias `text` is."""
    key = name_key(bare_name(text))
    contacts = list(contacts)
    return [c for c in contacts if key == name_key(c.id)] or [c for c in contacts if key in _names(c)]


def alike(contacts: Iterable[Contact], text: str) -> list[Contact]:
    """Whom `text`, which names nobody, may mean: three at most, whose name it is a part of, or nearly is."""
    contacts = list(contacts)
    by_key = {key: contact for contact in contacts for key in (name_key(contact.id), *_names(contact))}
    near = get_close_matches(name_key(text), by_key, cutoff=NEARLY)
    return (find(contacts, text) or list({by_key[key].id: by_key[key] for key in near}.values()))[:MOST_ALIKE]


def _called(contact: Contact) -> tuple[str, ...]:
    return (contact.id, contact.name, *contact.aliases)


def _unmarked(name: str) -> str:
    """The key of a name without the marks on its letters, as people type it."""
    letters = unicodedata.normalize("NFKD", name_key(name).translate(_BARE))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _names(contact: Contact) -> tuple[str, ...]:
    return tuple(name_key(name) for name in (contact.name, *contact.aliases))
