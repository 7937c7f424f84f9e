from hypothesis import given

from iiv.journal.journal import Journal
from iiv.journal.model import Contact
from iiv.method.history import histories
from iiv.method.introduction_tree import Branch, introduction_tree
from tests.method.journals import PLACE, journals
from tests.method.people import ada, journal, talk

OFFER = talk("2026-03-02", "introductions: [Grace Hopper, Mary Somerville]")


def somebody(name: str, log: str = "", introduced_by: str = "") -> dict[str, str]:
    by = f"introduced_by: {introduced_by}\n" if introduced_by else ""
    stem = name.split(maxsplit=1)[0].lower()
    return {f"contacts/{stem}.md": f"---\nname: {name}\n{by}---\n## Log\n{log}"}


def tree(*notes: dict[str, str]) -> list[str]:
    """The tree as lines, two spaces deeper at each step."""
    return [f"{'  ' * branch.depth}{branch.past.contact.name}" for branch in branches(*notes)]


def branches(*notes: dict[str, str]) -> tuple[Branch, ...]:
    return introduction_tree(histories(journal(*notes)))


def test_people_stand_below_who_led_to_them_in_order_of_time() -> None:
    assert tree(
        ada(), OFFER, talk("2026-04-02", "introductions: [Charles Babbage]", contact="Grace Hopper")
    ) == ["Ada Lovelace", "  Grace Hopper", "    Charles Babbage", "  Mary Somerville"]


def test_who_led_nowhere_and_came_from_nobody_is_not_in_it() -> None:
    assert tree(ada(), talk("2026-03-02"), somebody("Grace Hopper")) == []


def test_what_is_offered_and_not_taken_up_is_open() -> None:
    _, grace, mary = branches(ada(), OFFER, somebody("Mary Somerville", "- 2026-03-05 asked\n"))
    assert (grace.past.contact.name, grace.open) == ("Grace Hopper", True)
    assert (mary.past.contact.name, mary.open) == ("Mary Somerville", False)


def test_being_introduced_is_not_yet_taking_it_up() -> None:
    log = "- 2026-03-04 introduced by e-mail\n- 2026-03-05 note: tomorrow\n"
    _, grace = branches(ada(), somebody("Grace Hopper", log, introduced_by="Ada Lovelace"))
    assert grace.open
    assert str(grace.introduced) == "2026-03-04"
    assert grace.offer is None


def test_nobody_offered_the_first_one_who_is_therefore_not_open() -> None:
    first, grace, _ = branches(ada(), OFFER)
    assert (first.open, first.introducer, first.introduced) == (False, None, None)
    assert (grace.introducer, grace.offer and grace.offer.id) == ("ada", "2026-03-02-ada")


def test_the_persons_file_says_who_led_to_them_and_the_rest_are_others() -> None:
    *_, grace = branches(
        ada(),
        OFFER,
        somebody("Mary Somerville", "- 2026-03-04 asked\n"),
        somebody("Grace Hopper", "- 2026-03-05 asked\n", introduced_by="Mary Somerville"),
    )
    assert (grace.depth, grace.introducer, grace.others) == (2, "mary", ("ada",))


def test_the_first_who_offered_comes_before_the_second() -> None:
    second = talk("2026-04-02", "introductions: [Grace Hopper]", contact="Mary Somerville")
    found = {branch.past.contact.name: branch for branch in branches(ada(), OFFER, second)}
    assert found["Grace Hopper"].introducer == "ada"
    assert found["Grace Hopper"].others == ("mary-somerville",)


def test_somebody_whom_nobody_in_the_journal_introduced_is_a_tree_of_one() -> None:
    (grace,) = branches(somebody("Grace Hopper", "- 2026-03-04 introduced: a letter from the dean\n"))
    assert (grace.depth, grace.open) == (0, False)


def test_two_who_introduced_each_other_begin_with_the_one_known_longest() -> None:
    assert tree(
        somebody("Grace Hopper", "- 2026-03-04 asked\n", introduced_by="Ada Lovelace"),
        ada("2026-02-01 asked", "introduced_by: Grace Hopper"),
    ) == ["Ada Lovelace", "  Grace Hopper"]


def test_nobody_leads_to_themselves() -> None:
    assert tree(ada(front_matter="introduced_by: Ada Lovelace")) == []
    assert tree(ada(), talk("2026-03-02", "introductions: [Ada Lovelace]")) == []


def test_a_chain_of_any_length() -> None:
    names = [f"p{number}" for number in range(3000)]
    chain = (Contact(name, name, PLACE, introduced_by=by) for name, by in zip(names[1:], names, strict=False))
    found = introduction_tree(histories(Journal(contacts=(Contact("p0", "p0"), *chain))))
    assert [branch.depth for branch in found] == list(range(3000))


@given(journals())
def test_everybody_who_is_linked_stands_in_it_once(written: Journal) -> None:
    found = introduction_tree(histories(written))
    ids = [branch.past.contact.id for branch in found]
    assert len(set(ids)) == len(ids)
    linked = {c.id for c in written.contacts if c.introduced_by not in {None, c.id}}
    linked |= {o for t in written.talks for o in t.introductions if o != t.contact}
    assert linked <= set(ids)
    for before, branch in zip((None, *found), found, strict=False):
        assert branch.depth <= (before.depth + 1 if before else 0)
