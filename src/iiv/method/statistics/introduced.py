"""What came of introductions: whom each person led one to, and whether one talked with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from iiv.method.wording import count
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from iiv.method.introduction_tree import Branch

Outcome = Literal["talked", "asked", "open"]


class Introduction(Value, frozen=True):
    """That `introducer` led one to `contact` (ids), `on` a day where one is noted, and what came of it.

    `talked` is the day of the first talk with them.
    """

    introducer: str
    contact: str
    on: dt.date | None
    outcome: Outcome
    talked: dt.date | None


def introductions(tree: Sequence[Branch]) -> tuple[Introduction, ...]:
    """Everyone whom somebody led one to, in the order of the tree."""
    return tuple(_introduction(branch, branch.introducer) for branch in tree if branch.introducer)


def _introduction(branch: Branch, introducer: str) -> Introduction:
    talks = branch.past.talks
    return Introduction(
        introducer=introducer,
        contact=branch.past.contact.id,
        on=branch.offer.date if branch.offer else branch.introduced,
        outcome="talked" if talks else "open" if branch.open else "asked",
        talked=talks[0].date if talks else None,
    )


def by_introducer(found: Sequence[Introduction]) -> tuple[tuple[str, tuple[Introduction, ...]], ...]:
    """The introductions of each person, who led one to most people first, else in the given order."""
    groups: dict[str, list[Introduction]] = {}
    for one in found:
        groups.setdefault(one.introducer, []).append(one)
    return tuple((id_, tuple(group)) for id_, group in sorted(groups.items(), key=lambda pair: -len(pair[1])))


def introductions_said(found: Sequence[Introduction]) -> str:
    """What came of introductions, in a sentence."""
    if not found:
        return ""
    people = len(found)
    talked = sum(one.outcome == "talked" for one in found)
    open_ = sum(one.outcome == "open" for one in found)
    said = (
        f"Others led you to {count(people, 'person', 'people')}; you talked with {talked or 'none'} of them"
    )
    return f"{said}, and {open_} {'is' if open_ == 1 else 'are'} not taken up yet." if open_ else f"{said}."
