"""Who led to whom, as the page Introductions shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.site.dossiers.people import person_row
from iiv.site.dossiers.time_lines import tree_figure
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt

    from iiv.method.introduction_tree import Branch
    from iiv.method.status import Status
    from iiv.site.dossiers.common import PersonView, TalkView
    from iiv.site.dossiers.journal_index import JournalIndex
    from iiv.site.dossiers.pictures import Figure


class BranchView(Value, frozen=True):
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


class IntroductionsView(Value, frozen=True):
    """The introduction tree, how many were introduced, with how many of these one talked; `figure` has it."""

    branches: tuple[BranchView, ...]
    introduced: int
    talked: int
    figure: Figure | None

    @property
    def open(self) -> tuple[BranchView, ...]:
        """The introductions that were not taken up."""
        return tuple(branch for branch in self.branches if branch.open)


def introductions(index: JournalIndex) -> IntroductionsView:
    """The page Introductions."""
    tree = index.introduction_tree
    depths = [branch.depth for branch in tree[1:]] + [0]
    led = [branch for branch in tree if _is_introduced(branch)]
    return IntroductionsView(
        branches=tuple(_view(index, branch, below) for branch, below in zip(tree, depths, strict=False)),
        introduced=len(led),
        talked=sum(bool(branch.past.talks) for branch in led),
        figure=tree_figure(index, tree),
    )


def _is_introduced(branch: Branch) -> bool:
    return bool(branch.introducer or branch.others or branch.introduced)


def _view(index: JournalIndex, branch: Branch, below: int) -> BranchView:
    past = branch.past
    return BranchView(
        person=index.face(past.contact.id),
        status=person_row(index, past.contact).status,
        open=branch.open,
        on=branch.offer.date if branch.offer else branch.introduced,
        offer=index.talk(branch.offer) if branch.offer else None,
        introducer=index.face(branch.introducer) if branch.introducer else None,
        others=index.faces(branch.others),
        talk=index.talk(past.talks[-1]) if past.talks else None,
        talks=len(past.talks),
        helpfulness=past.helpfulness,
        depth=branch.depth,
        opens=below > branch.depth,
        closes=max(0, branch.depth - below),
    )
