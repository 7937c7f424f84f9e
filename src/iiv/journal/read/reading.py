"""A folder to the journal that it holds, with every problem in it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from iiv.journal.journal import Journal, Ref
from iiv.journal.model import Contact, Me, name_key
from iiv.journal.names import bare_name
from iiv.journal.parse import contacts, markup, questions
from iiv.journal.parse import me as about_me
from iiv.journal.parse.answers import answers_in
from iiv.journal.parse.interviews import with_introductions_split
from iiv.journal.parse.links import check_links, links_in
from iiv.journal.parse.notes import decode
from iiv.journal.parse.wordings import Wordings
from iiv.journal.people import AmbiguousNameError, People
from iiv.journal.read import disk
from iiv.journal.read.answer_refs import AnswerRefs
from iiv.journal.read.conflicts import held_back, names_in
from iiv.journal.read.directions import DirectionLinker, parse_directions
from iiv.journal.read.disk import SETTINGS_FILE, find_root
from iiv.journal.read.doubles import check_days, check_names
from iiv.journal.read.note_index import NoteIndex
from iiv.journal.read.themes import check_themes
from iiv.journal.settings import Settings, parse_settings
from iiv.values import Value, replace

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from iiv.journal.cache.note_cache import NoteCache
    from iiv.journal.directions import Direction
    from iiv.journal.model import Interview, Question
    from iiv.journal.parse.answers import Answers
    from iiv.journal.parse.contacts import ParsedContact
    from iiv.journal.parse.interviews import ParsedInterview
    from iiv.journal.problems import Place, Problem

__all__ = ["Reading", "find_root", "read", "read_folder", "read_notes"]


class Reading(Value, frozen=True):
    """What reading a folder gives: the journal, its settings, and the problems in order of place."""

    journal: Journal
    settings: Settings
    problems: tuple[Problem, ...]


def read(root: Path, cache: NoteCache | None = None) -> Reading:
    """Read the journal in the folder `root`. Never raises for what a person wrote.

    Parsed notes are taken from the cache, and put into it. The reading is the same without.
    Raises NotesFolderError when the folder of notes cannot be read.
    """
    return read_folder(disk.read_folder(root), cache)


def read_folder(folder: disk.Folder, cache: NoteCache | None = None) -> Reading:
    """Read the journal that lies in a folder."""
    text, _ = decode(folder.settings, SETTINGS_FILE)
    settings, faults = parse_settings(text, SETTINGS_FILE)
    if any(problem.place.path == SETTINGS_FILE for problem in folder.problems):
        faults = []  # of a file that could not be read, that is all that can be said
    return read_notes(folder.notes, folder.others, settings, [*folder.problems, *faults], cache)


def read_notes(
    notes: dict[str, bytes],
    others: frozenset[str],
    settings: Settings,
    problems: list[Problem] | None = None,
    cache: NoteCache | None = None,
) -> Reading:
    """Read a journal from the content of its notes by path; `others` are the paths of other files."""
    index = NoteIndex(notes, problems or (), cache)
    journal = _Linker(index, settings, cache).journal(others, frozenset(notes))
    return Reading(journal, settings, tuple(sorted(set(index.problems))))


class _Linker:
    """Makes one journal of the notes: leads names to people and answers to questions."""

    def __init__(self, index: NoteIndex, settings: Settings, cache: NoteCache | None) -> None:
        self.index = index
        self.settings = settings
        self.cache = cache
        self.problems = index.problems

    def journal(self, files: frozenset[str], notes: frozenset[str]) -> Journal:
        """The journal; problems are added to the index's."""
        asked = self._questions()
        talks = self._talks(Wordings(asked))
        people = self._contacts()
        who = People(parsed.contact for parsed in people)
        for talk, _ in talks:
            who.mention(talk.interview.contact)
        talks = [(with_introductions_split(talk, who.knows), answers) for talk, answers in talks]
        self._mention(who, [talk for talk, _ in talks], people)
        named = who.settle()
        interviews_ = [self._link_interview(talk, answers, who) for talk, answers in talks]
        contacts_ = [self._link_contact(person, who) for person in people]
        contacts_ += [Contact(id_, name) for id_, name in named.items()]
        linked = sorted((i for i in interviews_ if i), key=lambda i: (i.date, i.id))
        parsed, faults = parse_directions(self.index.notes["direction"])
        refs = self._refs(asked, linked, who, [one.direction for one in parsed])
        answers_ = AnswerRefs((talk for talk in linked if not talk.prepared), refs)
        asked = tuple(replace(q, contradicts=answers_.linked(q.contradicts, q.id)) for q in asked)
        ways = DirectionLinker(who, answers_, contacts_, linked)
        directions = ways.linked(parsed)
        self.problems += [*faults, *ways.problems, *answers_.problems]
        self.problems.extend(check_themes(linked))
        self.problems.extend(check_names([person.contact for person in people]))
        self.problems.extend(check_days(linked, {contact.id: contact.name for contact in contacts_}))
        self._check_links(files, notes, refs)
        return Journal(
            interviews=tuple(linked),
            contacts=tuple(sorted(contacts_, key=lambda contact: (name_key(contact.name), contact.id))),
            questions=asked,
            me=self._me(),
            welcome=next((note.body.strip() for note in self.index.notes["index"]), ""),
            broken=tuple(self.index.broken),
            refs=refs,
            files=files,
            held_back=held_back(self.index.broken, who),
            directions=directions,
        )

    def _questions(self) -> tuple[Question, ...]:
        notes, broken = self.index.notes["question"], self.index.broken_of("question")
        if not notes and not broken:
            return questions.from_answers(self._answered())
        parsed = []
        for note in notes:
            question, problems = questions.parse_question(note)
            parsed.append(question)
            self.problems.extend(problems)
        parsed += [questions.stand_in(note.id, note.text, note.place) for note in broken]
        asked = questions.in_order(parsed)
        self.problems.extend(questions.too_many(asked, self.settings.max_questions))
        self.problems.extend(questions.same_wording(asked))
        return asked

    def _answered(self) -> list[tuple[str, ...]]:
        """The ids of the questions that each talk answers, for a journal without files for them."""
        known = self.cache.asked() if self.cache else {}
        talks = [note.value for note in self.index.talks]
        asked = {}
        for talk in talks:
            ids = known.get(talk.digest)
            asked[talk.digest] = questions.answered_in(talk) if ids is None else ids
        if self.cache:
            self.cache.keep_asked(asked)
        return [asked[talk.digest] for talk in talks]

    def _talks(self, wordings: Wordings) -> list[tuple[ParsedInterview, Answers]]:
        if self.cache:
            self.cache.recall(wordings)
        talks = []
        for note in self.index.talks:
            talk, answers = note.value, answers_in(note.value, wordings)
            self.problems += [*note.problems, *answers.problems]
            if talk.is_complete:
                talks.append((talk, answers))
            else:
                self._set_aside(talk)
        if self.cache:
            self.cache.keep(wordings)
        return talks

    def _contacts(self) -> list[ParsedContact]:
        people = []
        for note in self.index.people:
            self.problems.extend(note.problems)
            people.append(note.value)
        for broken in self.index.broken_of("contact"):
            contact = contacts.stand_in(broken.id, broken.text, broken.place)
            people.append(contacts.ParsedContact(contact, broken.place))
        return people

    def _mention(self, who: People, talks: Iterable[ParsedInterview], people: list[ParsedContact]) -> None:
        for talk in talks:
            for name in talk.interview.introductions:
                who.mention(name)
        for person in people:
            who.mention(person.contact.introduced_by or "")
        for note in self.index.broken_of("interview"):
            for name in names_in(note.text):
                who.mention(name)

    def _set_aside(self, talk: ParsedInterview) -> None:
        self.index.set_aside("interview", talk.interview.id, talk.interview.path)

    def _link_interview(self, talk: ParsedInterview, answers: Answers, who: People) -> Interview | None:
        contact = self._person(talk.interview.contact, talk.contact_place, who)
        if contact is None:
            self._set_aside(talk)
            return None
        pairs = zip(talk.interview.introductions, talk.introduction_places, strict=True)
        introduced = [self._person(name, place, who) for name, place in pairs]
        ids = tuple(dict.fromkeys(id_ for id_ in introduced if id_))
        return replace(
            talk.interview,
            contact=contact,
            introductions=ids,
            answers=answers.answers,
            unknown_answers=answers.unknown_answers,
            notes=answers.notes,
            themes=markup.themes(answers.notes),
            prepared=answers.prepared,
        )

    def _link_contact(self, person: ParsedContact, who: People) -> Contact:
        introducer = person.contact.introduced_by
        if introducer is None:
            return person.contact
        return replace(
            person.contact, introduced_by=self._person(introducer, person.introduced_by_place, who)
        )

    def _person(self, name: str, place: Place, who: People) -> str | None:
        try:
            id_ = who.id_of(name)
        except AmbiguousNameError as fault:
            self.problems.append(contacts.ambiguous(bare_name(name), fault.ids, place))
            return None
        if id_ is None:
            self.problems.append(contacts.nobody(name, place))
        elif meant := who.near(id_):
            self.problems.append(contacts.similar(bare_name(name), meant, place))
        return id_

    def _refs(
        self, asked: tuple[Question, ...], talks: list[Interview], who: People, directions: list[Direction]
    ) -> dict[str, Ref]:
        ways = [(words, one.id) for one in directions for words in (one.name, one.id)]
        # What is asked now wins over what was asked once.
        words = [(former.ask, question) for question in asked for former in question.formerly]
        words += [(words, question) for question in asked for words in (question.ask, question.id)]
        refs = {name_key(text): Ref("direction", id_) for text, id_ in ways}
        refs |= {name_key(text): Ref("question", question.id) for text, question in words}
        refs |= {name_key(talk.id): Ref("interview", talk.id) for talk in talks}
        return refs | {key: Ref("contact", id_) for key, id_ in who.ids_by_key().items()}

    def _me(self) -> Me:
        for note in self.index.notes["me"]:
            me, problems = about_me.parse_me(note)
            self.problems.extend(problems)
            return me
        return Me()

    def _check_links(self, files: frozenset[str], notes: frozenset[str], refs: dict[str, Ref]) -> None:
        linking = [note.links for note in self.index.talks]
        linking += [note.links for note in self.index.people]
        linking += [tuple(links_in(note)) for others in self.index.notes.values() for note in others]
        names = {normalize("NFC", file.rpartition("/")[2]) for file in files}
        for links in linking:
            self.problems.extend(check_links(links, files, notes, refs, names))
