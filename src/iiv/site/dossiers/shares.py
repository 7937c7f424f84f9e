"""What a share shows: answers side by side, made of a journal in which nobody is named."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from iiv.method import matrix as matrix_method
from iiv.method import themes as theme_method
from iiv.method.comparison import comparison
from iiv.method.directions import VERDICTS
from iiv.site import addresses
from iiv.site.dossiers import common
from iiv.site.dossiers.filtering import Choices, Facets, choices
from iiv.site.dossiers.walls import Wall, folds, wall_of
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from iiv.journal.journal import Journal
    from iiv.journal.model import Interview, Question
    from iiv.method.comparison import Entry
    from iiv.site.markdown.rendered import Text
    from iiv.site.markdown.texts import Texts


class Somebody(Value, frozen=True):
    """One person, called by their role."""

    name: str
    hue: int
    field: str


class SharedQuestion(Value, frozen=True):
    """A question, and where the answers to it stand."""

    ask: str
    address: str
    answers: int


class FrontView(Value, frozen=True):
    """The first page: what this is. `first` and `last` are days in the months of the talks."""

    talks: int
    people: int
    first: dt.date | None
    last: dt.date | None
    questions: tuple[SharedQuestion, ...]
    themes: int
    directions: tuple[SharedLink, ...]


class SharedEntry(Value, frozen=True):
    """One answer. `date` is in the month of the talk; `asked_as` is a former wording or ""."""

    id: str
    person: Somebody
    date: dt.date
    said: Text
    gist: str
    folds: bool
    asked_as: str
    facets: Facets


class SharedComparison(Value, frozen=True):
    """All answers to one question, newest first."""

    ask: str
    address: str
    formerly: tuple[str, ...]
    synthesis: Text | None
    wall: Wall
    entries: tuple[SharedEntry, ...]
    choices: Choices
    earlier: SharedQuestion | None
    later: SharedQuestion | None


class SharedGist(Value, frozen=True):
    """An answer in short, and where the whole one stands."""

    gist: str
    address: str
    anchor: str


class SharedCell(Value, frozen=True):
    """What one person said to one question; `asked` tells an empty cell's reason."""

    said: tuple[SharedGist, ...]
    asked: bool


class SharedRow(Value, frozen=True):
    """One person's answers in short, in the order of the questions."""

    person: Somebody
    cells: tuple[SharedCell, ...]


class SharedMatrix(Value, frozen=True):
    """People down, questions across."""

    questions: tuple[SharedQuestion, ...]
    rows: tuple[SharedRow, ...]


class SharedPlace(Value, frozen=True):
    """One place of a theme."""

    person: Somebody
    date: dt.date
    said: SharedGist


class SharedTheme(Value, frozen=True):
    """A theme: the questions under which it stands, each with its places."""

    name: str
    anchor: str
    count: int
    under: tuple[tuple[SharedQuestion, tuple[SharedPlace, ...]], ...]


class SharedThemes(Value, frozen=True):
    """All themes, the most frequent first."""

    themes: tuple[SharedTheme, ...]


class SharedVerdict(Value, frozen=True):
    """What was decided on a direction, in the month of `on`, and why."""

    label: str
    on: dt.date | None
    why: str


class SharedLink(Value, frozen=True):
    """A direction by its name, and where it stands."""

    name: str
    address: str


class SharedDirection(Value, frozen=True):
    """One life that is considered, and what those who speak to it said, question by question."""

    name: str
    address: str
    verdicts: tuple[SharedVerdict, ...]
    notes: Text | None
    voices: tuple[Somebody, ...]
    answers: tuple[tuple[SharedQuestion, tuple[tuple[Somebody, SharedGist], ...]], ...]


class Share:
    """The dossiers of a share. `journal` names nobody, and `texts` are its texts."""

    def __init__(self, journal: Journal, texts: Texts) -> None:
        self._journal = journal
        self._texts = texts
        self._people = {one.id: Somebody(one.name, common.hue(one.id), one.field) for one in journal.contacts}
        self._compared = {one.id: comparison(journal, one).entries for one in journal.questions}
        self._asked = [one for one in journal.questions if self._compared[one.id]]

    def front(self) -> FrontView:
        """The first page."""
        days = [talk.date for talk in self._journal.talks]
        return FrontView(
            talks=len(days),
            people=len(self._journal.contacts),
            first=min(days, default=None),
            last=max(days, default=None),
            questions=tuple(map(self._named, self._asked)),
            themes=len(theme_method.themes(self._journal)),
            directions=tuple(
                SharedLink(one.name, addresses.address(one)) for one in self._journal.directions
            ),
        )

    def comparisons(self) -> Iterator[SharedComparison]:
        """The answers to each question."""
        names = tuple(map(self._named, self._asked))
        for number, (question, name) in enumerate(zip(self._asked, names, strict=True)):
            found = self._compared[question.id]
            wall = wall_of(len(found), whole=True)
            entries = tuple(self._entry(entry, wall) for entry in reversed(found))
            yield SharedComparison(
                ask=question.ask,
                address=name.address,
                formerly=tuple(former.ask for former in question.formerly),
                synthesis=self._texts.text(question.synthesis, "", question.definitions, "synthesis"),
                wall=wall,
                entries=entries,
                choices=choices(entry.facets for entry in entries),
                earlier=names[number - 1] if number else None,
                later=names[number + 1] if number + 1 < len(names) else None,
            )

    def _named(self, question: Question) -> SharedQuestion:
        return SharedQuestion(question.ask, addresses.address(question), len(self._compared[question.id]))

    def _entry(self, entry: Entry, wall: Wall) -> SharedEntry:
        talk, answer = entry.interview, entry.answer
        return SharedEntry(
            id=talk.id,
            person=self._people[talk.contact],
            date=talk.date,
            said=self._texts.answer(talk, answer),
            gist=answer.gist,
            folds=folds(answer, wall),
            asked_as=entry.wording,
            facets=Facets(tags=talk.tags, themes=answer.themes, field=entry.field),
        )

    def matrix(self) -> SharedMatrix:
        """What each said to each question, in short."""
        across = [one for one in matrix_method.across(self._journal) if one in self._asked]
        kept = [one.id for one in across]
        order = [one.id for one in matrix_method.across(self._journal)]
        rows = tuple(
            SharedRow(
                self._people[row.contact.id],
                tuple(
                    SharedCell(
                        tuple(self._gist(talk, id_, answer.gist) for talk, answer in cell.said), cell.asked
                    )
                    for id_, cell in zip(order, row.cells, strict=True)
                    if id_ in kept
                ),
            )
            for row in matrix_method.matrix(self._journal)
        )
        return SharedMatrix(tuple(map(self._named, across)), rows)

    def _gist(self, talk: Interview, question: str, gist: str) -> SharedGist:
        return SharedGist(gist, addresses.address(self._journal.questions_by_id[question]), talk.id)

    def themes(self) -> SharedThemes:
        """Each theme with its places."""
        return SharedThemes(tuple(map(self._theme, theme_method.themes(self._journal))))

    def _theme(self, theme: theme_method.Theme) -> SharedTheme:
        under: dict[str, list[SharedPlace]] = defaultdict(list)
        for place in reversed(theme.places):
            if place.answer:
                talk = place.interview
                said = self._gist(talk, place.answer.question, place.answer.gist)
                person = self._people[talk.contact]
                under[place.answer.question].append(SharedPlace(person, talk.date, said))
        return SharedTheme(
            name=theme.name,
            anchor=addresses.theme_anchor(theme.name),
            count=len(theme.places),
            under=tuple(
                (self._named(one), tuple(under[one.id])) for one in self._journal.questions if one.id in under
            ),
        )

    def directions(self) -> Iterator[SharedDirection]:
        """Each direction that is shared."""
        for one in self._journal.directions:
            yield SharedDirection(
                name=one.name,
                address=addresses.address(one),
                verdicts=tuple(
                    SharedVerdict(VERDICTS[verdict.name].label, verdict.on, verdict.why)
                    for verdict in reversed(one.verdicts)
                ),
                notes=self._texts.text(one.notes, "", one.definitions, "notes"),
                voices=tuple(self._people[id_] for id_ in one.people if id_ in self._people),
                answers=tuple(
                    (self._named(question), said)
                    for question in self._asked
                    if (said := self._said_by(one.people, question))
                ),
            )

    def _said_by(
        self, people: tuple[str, ...], question: Question
    ) -> tuple[tuple[Somebody, SharedGist], ...]:
        return tuple(
            (self._people[talk.contact], self._gist(talk, question.id, entry.answer.gist))
            for entry in reversed(self._compared[question.id])
            if (talk := entry.interview).contact in people
        )
