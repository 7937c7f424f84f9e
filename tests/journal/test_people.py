"""Who is who: one person of several names, and two to whom one name leads."""

import pytest

from iiv.journal.ids import slug
from iiv.journal.model import Contact
from iiv.journal.people import find, find_exact
from tests.builders import a_journal, problems_of


def talk(name: str) -> str:
    return f"---\ncontact: '{name}'\ndate: 2026-03-02\n---\nnotes\n"


@pytest.mark.parametrize("name", ["CON", "index", "README", "…", "lpt1"])
def test_empty_and_reserved_ids_are_marked(name: str) -> None:
    (contact,) = a_journal({"interviews/a.md": talk(name)}).journal.contacts
    assert contact.id.startswith(slug(name) + "-")
    assert len(contact.id) == len(slug(name)) + 5


def test_two_spellings_of_one_name_are_one_person() -> None:
    reading = a_journal(
        {
            "interviews/a.md": talk("Ada Lovelace"),
            "interviews/b.md": talk("ada  LOVELACE"),
            "interviews/c.md": talk("ada-lovelace"),
        }
    )
    assert {interview.contact for interview in reading.journal.interviews} == {"ada-lovelace"}


def test_ids_that_collide_are_marked_and_do_not_depend_on_order() -> None:
    names = ["Ana Maria", "Ana/Maria"]
    ids = []
    for order in (names, names[::-1]):
        reading = a_journal({f"interviews/{n}.md": talk(name) for n, name in enumerate(order)})
        ids.append({contact.name: contact.id for contact in reading.journal.contacts})
    assert ids[0] == ids[1]
    assert len(set(ids[0].values())) == 2
    assert all(id_.startswith("ana-maria-") for id_ in ids[0].values())


def test_an_id_stays_when_somebody_else_gets_a_file() -> None:
    notes = {"interviews/a.md": talk("Ana Maria"), "interviews/b.md": talk("Ana/Maria")}
    before = {contact.name: contact.id for contact in a_journal(notes).journal.contacts}
    file = {f"contacts/{before['Ana Maria']}.md": "---\nname: Ana Maria\n---\n"}
    after = {contact.name: contact.id for contact in a_journal({**notes, **file}).journal.contacts}
    assert after == before


def test_a_name_that_a_file_is_called_by_means_its_person() -> None:
    files = {
        "contacts/ada-lovelace.md": "---\nname: Ada King\n---\n",
        "interviews/a.md": talk("Ada Lovelace"),
    }
    reading = a_journal(files)
    assert [contact.name for contact in reading.journal.contacts] == ["Ada King"]


def test_of_two_people_without_a_file_one_is_asked_about() -> None:
    notes = {
        "interviews/a.md": talk("Ann Lee"),
        "interviews/b.md": talk("Ann"),
        "interviews/c.md": talk("Anne Lee"),
    }
    assert problems_of(notes) == ["interviews/b.md:2:10: similar-name", "interviews/c.md:2:10: similar-name"]


def test_who_says_that_they_are_not_each_other_are_not_asked_about() -> None:
    adit = "---\nname: Adit Gupta\nnot: [Amit Gupta]\n---\n"
    assert problems_of({"contacts/adit.md": adit, "interviews/a.md": talk("Amit Gupta")}) == []


@pytest.mark.parametrize(
    "several", ["Ada Lovelace and Grace Hopper", "Ada & Grace", "Ada und Grace", "Ada Lovelace; Grace Hopper"]
)
def test_several_people_are_no_one_person(several: str) -> None:
    reading = a_journal({"interviews/a.md": talk(several)})
    assert [problem.code for problem in reading.problems] == ["one-person"]
    assert reading.journal.contacts == ()
    together = {"contacts/both.md": f"---\nname: {several}\n---\n", "interviews/a.md": talk(several)}
    assert problems_of(together) == []


@pytest.mark.parametrize(
    "link",
    [
        "[[people/ada-lovelace]]",
        "[[ada-lovelace.md]]",
        "[[Ada Lovelace#Log]]",
        "[[Lovelace, Ada]]",
        "[[Dr. Ada Lovelace|her]]",
    ],
)
def test_wikilinks_find_people_as_notes_do(link: str) -> None:
    note = f"---\ncontact: Bob\ndate: 2026-03-02\n---\nShe knows {link}.\n"
    assert problems_of({"contacts/ada.md": "---\nname: Ada Lovelace\n---\n", "interviews/x.md": note}) == []


@pytest.mark.parametrize("named", ["ada", "Ada Lovelace", "Countess", "[[ada]]", "[[Ada Lovelace|her]]"])
def test_an_id_a_name_and_an_alias_all_name_the_person(named: str) -> None:
    person = "---\nname: Ada Lovelace\naliases: [Countess]\n---\n"
    reading = a_journal({"contacts/ada.md": person, "interviews/a.md": talk(named)})
    assert [interview.contact for interview in reading.journal.interviews] == ["ada"]
    assert len(reading.journal.contacts) == 1


@pytest.mark.parametrize(
    ("written", "ids"),
    [
        ("Grace", ("grace",)),
        ("[Grace, Ada]", ("ada", "grace")),
        ("[[Grace]]", ("grace",)),
        ("[[[Grace]]]", ("grace",)),
        ("[[[Grace]], '[[Ada]]']", ("ada", "grace")),
        ("\n  - [[Lovelace, Ada]]\n  -\n", ("lovelace-ada",)),
        ("[Grace, GRACE]", ("grace",)),
    ],
)
def test_introductions_may_be_written_in_many_ways(written: str, ids: tuple[str, ...]) -> None:
    note = f"---\ncontact: [[Bob]]\ndate: 2026-03-02\nintroductions: {written}\n---\nx\n"
    reading = a_journal({"interviews/a.md": note})
    assert reading.problems == ()
    assert tuple(sorted(reading.journal.interviews[0].introductions)) == ids
    assert reading.journal.interviews[0].contact == "bob"


def test_a_name_that_two_files_share_is_an_error_that_lists_the_ids() -> None:
    files = {
        "contacts/ada-1.md": "---\nname: Ada\n---\n",
        "contacts/ada-2.md": "---\nname: ADA\n---\n",
        "interviews/a.md": talk("Ada"),
        "interviews/b.md": talk("ada-2"),
    }
    reading = a_journal(files)
    (problem,) = reading.problems
    assert (problem.code, problem.message) == ("ambiguous-name", "`Ada` may be ada-1 or ada-2")
    assert [interview.contact for interview in reading.journal.talks] == ["ada-2"]
    assert [broken.id for broken in reading.journal.broken] == ["a"]


def test_an_ambiguous_introducer_is_a_problem_too() -> None:
    files = {
        "contacts/a1.md": "---\nname: Ada\n---\n",
        "contacts/a2.md": "---\nname: Ada\n---\n",
        "contacts/b.md": "---\nname: B\nintroduced_by: Ada\n---\n",
    }
    assert problems_of(files) == ["contacts/b.md:3:16: ambiguous-name"]


def test_finding_is_forgiving() -> None:
    contacts = a_journal(
        {
            "contacts/ada.md": "---\nname: Ada Lovelace\naliases: [Countess]\n---\n",
            "contacts/adam.md": "---\nname: Adam Smith\n---\n",
        }
    ).journal.contacts
    assert [c.id for c in find(contacts, "ada")] == ["ada"]
    assert [c.id for c in find(contacts, "COUNT")] == ["ada"]
    assert [c.id for c in find(contacts, "ad")] == ["ada", "adam"]
    assert find(contacts, "") == []
    assert find_exact(contacts, "ad") == []
    assert [c.id for c in find_exact(contacts, "adam smith")] == ["adam"]


def test_a_whole_word_of_a_name_comes_before_a_part_of_one() -> None:
    people = [
        Contact("ada", "Ada Lovelace"),
        Contact("adam-smith", "Adam Smith"),
        Contact("x", "Łukasz Doležal"),
    ]
    for text, ids in {
        "ada": ["ada"],
        "smith": ["adam-smith"],
        "ad": ["ada", "adam-smith"],
        "lukasz": ["x"],
        "dolezal": ["x"],
        "LOVE": ["ada"],
        "": [],
    }.items():
        assert [person.id for person in find(people, text)] == ids


def test_an_alias_that_is_somebody_elses_name_is_pointed_out() -> None:
    ada = "---\nname: Ada King\naliases: [Grace Hopper]\n---\n"
    files = {"contacts/ada.md": ada, "contacts/grace.md": "---\nname: Grace Hopper\n---\n"}
    (problem,) = a_journal(files).problems
    assert (str(problem.place), problem.code) == ("journal/contacts/ada.md:1:1", "same-name")
    assert problem.message == "`Grace Hopper` leads to two files, this one and journal/contacts/grace.md"
    assert problem.hint.startswith("`iiv merge grace ada` makes the two one")
    apart = {**files, "contacts/ada.md": ada.replace("aliases", "not: [grace]\naliases")}
    assert problems_of(apart) == []


def test_a_file_called_by_the_name_in_another_is_pointed_out() -> None:
    files = {
        "contacts/ada-lovelace.md": "---\nname: Ada Lovelace\n---\n",
        "contacts/Ada Lovelace.md": "Looms.\n",
    }
    assert problems_of(files) == ["contacts/ada-lovelace.md:1:1: same-name"]
