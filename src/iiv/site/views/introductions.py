"""Who led to whom, as the page Introductions shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iiv.method.introduction_tree import introduction_tree
from iiv.method.status import Status, status
from iiv.site.views.common import PersonView, TalkView, people_by_id, person, talk

if TYPE_CHECKING:
    import datetime as dt

    from iiv.journal.model import Journal
    from iiv.journal.reading import Reading
    from iiv.journal.settings import Settings
    from iiv.method.introduction_tree import Branch


@dataclass(frozen=True, slots=True)
class BranchView:
    """One person in the tree.

    `opens` is whether others stand below, `closes` how many lists end with this person. `on` is
    the day of the offer or of the introduction, where one is noted; `talk` is the latest talk.
    """

    person: PersonView
    status: Status
    open: bool
    on: dt.date | None
    offer: TalkView | None
    introducer: PersonView | None
    others: tuple[PersonView, ...]
    talk: TalkView | None
    talks: int
    helpfulness: int | None
    depth: int
    opens: bool
    closes: int


@dataclass(frozen=True, slots=True)
class IntroductionsView:
    """The tree from top to bottom, and how many in it were introduced and were talked with since."""

    branches: tuple[BranchView, ...]
    introduced: int
    talked: int

    @property
    def open(self) -> tuple[BranchView, ...]:
        """The introductions that were not taken up."""
        return tuple(branch for branch in self.branches if branch.open)


def introductions(reading: Reading) -> IntroductionsView:
    """The page Introductions."""
    tree = introduction_tree(reading.journal)
    depths = [branch.depth for branch in tree[1:]] + [0]
    led = [branch for branch in tree if _is_introduced(branch)]
    return IntroductionsView(
        branches=tuple(
            _view(reading.journal, reading.settings, branch, below)
            for branch, below in zip(tree, depths, strict=False)
        ),
        introduced=len(led),
        talked=sum(bool(branch.past.talks) for branch in led),
    )


def _is_introduced(branch: Branch) -> bool:
    return bool(branch.introducer or branch.others or branch.introduced)


def _view(journal: Journal, settings: Settings, branch: Branch, below: int) -> BranchView:
    past = branch.past
    return BranchView(
        person=person(journal, past.contact),
        status=status(past.contact, past.talks, settings),
        open=branch.open,
        on=branch.offer.date if branch.offer else branch.introduced,
        offer=talk(journal, branch.offer) if branch.offer else None,
        introducer=next(iter(people_by_id(journal, filter(None, [branch.introducer]))), None),
        others=people_by_id(journal, branch.others),
        talk=talk(journal, past.talks[-1]) if past.talks else None,
        talks=len(past.talks),
        helpfulness=past.helpfulness,
        depth=branch.depth,
        opens=below > branch.depth,
        closes=max(0, branch.depth - below),
    )
