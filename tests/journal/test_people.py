"""Who is who."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.model import Contact
from iiv.journal.people import find, find_exact, slug
from tests.builders import a_journal, problems_of


def talk(name: str) -> str:
    return f"---\ncontact: '{name}'\ndate: 2026-03-02\n---\nnotes\n"


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Ada Lovelace", "ada-lovelace"),
        ("  Ada   LOVELACE ", "ada-lovelace"),
        ("Zoë Müller-Straße", "zoë-müller-strasse"),
        ("王秀英", "王秀英"),
        ("अनिता", "अनिता"),
        ("../../etc/passwd", "etc-passwd"),
        ("<script>", "script"),
        ("a|b", "a-b"),
        ("\u202eadA", "ada"),
        ("…", ""),
    ],
)
def test_a_slug_is_letters_and_digits_of_any_script(name: str, id_: str) -> None:
    assert slug(name) == id_


@given(st.text())
def test_a_slug_is_a_safe_file_name(name: str) -> None:
    made = slug(name)
    assert len(made.encode()) <= 150
    assert not set(made) & set('/\\:*?"<>|.\0\n ')
    assert slug(made) == made


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


def test_a_name_whose_id_a_file_has_is_somebody_else() -> None:
    reading = a_journal(
        {"contacts/ada-lovelace.md": "---\nname: Ada King\n---\n", "interviews/a.md": talk("Ada Lovelace")}
    )
    assert len(reading.journal.contacts) == 2
    assert reading.journal.talks[0].contact.startswith("ada-lovelace-")


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


@pytest.mark.parametrize(
    ("named", "is_slip"),
    [
        ("Grace Hoper", True),
        ("Grace Hoppper", True),
        ("Grace Hobper", True),
        ("Garce Hopper", True),
        ("grace hopper", False),
        ("Grace Hobbes", False),
        ("Grac", False),
    ],
)
def test_a_name_almost_that_of_somebody_may_be_a_slip(named: str, is_slip: bool) -> None:  # noqa: FBT001 - a case
    note = f"---\ncontact: {named}\ndate: 2026-03-02\n---\nA talk.\n"
    notes = {"interviews/x.md": note, "contacts/grace.md": "---\nname: Grace Hopper\n---\n"}
    assert problems_of(notes) == (["interviews/x.md:2:10: similar-name"] if is_slip else [])


def test_the_hint_of_a_slip_is_the_name_as_it_is_written() -> None:
    note = "---\ncontact: Grace Hoper\ndate: 2026-03-02\n---\nA talk.\n"
    grace = "---\nname: Grace Hopper\n---\n"
    (problem,) = a_journal({"interviews/x.md": note, "contacts/grace.md": grace}).problems
    assert problem.hint.startswith("write `Grace Hopper` if")


def test_who_has_a_file_is_no_slip() -> None:
    notes = {
        "interviews/x.md": "---\ncontact: Grace Hoper\ndate: 2026-03-02\n---\nA talk.\n",
        "contacts/grace.md": "---\nname: Grace Hopper\n---\n",
        "contacts/other.md": "---\nname: Grace Hoper\n---\n",
    }
    assert problems_of(notes) == []


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
