"""Names as people spell them: who is meant, who is near, and who is somebody else."""

import pytest

from iiv.journal.names import turned
from iiv.journal.people import find
from iiv.journal.read.reading import Reading
from tests.builders import a_journal, problems_of


def talk(contact: str, day: int = 2) -> str:
    return f"---\ncontact: '{contact}'\ndate: 2026-03-{day:02}\n---\nA talk.\n"


def test_names_that_differ_in_the_marks_of_tones_are_two_peoples() -> None:
    files = {"contacts/nguyen-van-an.md": "---\nname: Nguyễn Văn An\n---\n"}
    files["interviews/a.md"] = talk("Nguyễn Văn Ân")
    contacts = a_journal(files).journal.contacts
    assert sorted(contact.name for contact in contacts) == ["Nguyễn Văn An", "Nguyễn Văn Ân"]
    assert [contact.name for contact in find(contacts, "Nguyễn Văn Ân")] == ["Nguyễn Văn Ân"]
    assert len(find(contacts, "nguyen")) == len(contacts)
    both = {
        **files,
        "contacts/o.md": "---\nname: Nguyễn Văn Ân\n---\n",
        "interviews/b.md": talk("Dr. Nguyen Van An"),
    }
    (problem,) = a_journal(both).problems
    assert problem.message == "`Dr. Nguyen Van An` may be nguyen-van-an or o"


def test_a_name_whose_marks_of_tones_are_left_out_is_somebody_named_with_them() -> None:
    notes = {"interviews/a.md": talk("Nguyen Van An"), "interviews/b.md": talk("Nguyễn Văn An", 3)}
    (person,) = a_journal(notes).journal.contacts
    assert person.name == "Nguyễn Văn An"
    both = a_journal({**notes, "interviews/c.md": talk("Nguyễn Văn Ân")})
    assert len(both.journal.contacts) == len(["An", "Ân", "without"])


KNOWN = (
    *("Siobhan O'Brien", "Zoë Müller", "John Smith Jr.", "Ann Lee", "Adit Gupta", "Anne-Marie Duval"),
    *("Søren Łoś", "Μαρία Παππά", "अनिता शर्मा", "J. R. Tolkien", "José Ortega y Gasset", "Yo-Yo Ma"),
    *("Nguyễn Văn An", "Byrne, Niamh", "Dr. med. Anke Weiß", "Cal Ripken Senior", "Kim Min-jun"),
    "Robert Miller",
)


def read_among_the_known(name: str) -> Reading:
    """A talk with somebody of this name, in a journal that knows the people above."""
    files = {f"contacts/c{number}.md": f'---\nname: "{one}"\n---\n' for number, one in enumerate(KNOWN)}
    return a_journal({**files, "interviews/a.md": talk(name.replace("'", "''"))})


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("SIOBHAN  O'BRIEN", "Siobhan O'Brien"),
        ("Siobhan O\u2019Brien", "Siobhan O'Brien"),
        ("Siobhan O`Brien", "Siobhan O'Brien"),
        ("Siobhan O\u00b4Brien", "Siobhan O'Brien"),
        ("Sio\u00adbhan O'Brien", "Siobhan O'Brien"),
        ("\u202aSiobhan O'Brien\u202c", "Siobhan O'Brien"),
        ("Siobhan\u00a0O'Brien", "Siobhan O'Brien"),
        ("Siobhán O'Brien", "Siobhan O'Brien"),
        ("“Siobhan O'Brien”", "Siobhan O'Brien"),
        ("«Siobhan O'Brien»", "Siobhan O'Brien"),
        ("Dr. Siobhan O'Brien", "Siobhan O'Brien"),
        ("Prof. Dr. Siobhan O'Brien", "Siobhan O'Brien"),
        ("Siobhan O'Brien, PhD", "Siobhan O'Brien"),
        ("O'Brien, Siobhan", "Siobhan O'Brien"),
        ("O'Brien, Dr. Siobhan", "Siobhan O'Brien"),
        ("Siobhan O'Brien <siobhan@example.org>", "Siobhan O'Brien"),
        ("[Siobhan O'Brien](mailto:siobhan@example.org)", "Siobhan O'Brien"),
        ("[[Siobhan O'Brien]]", "Siobhan O'Brien"),
        ("[[people/siobhan-o-brien.md#Log|her]]", "Siobhan O'Brien"),
        ("[[somewhere|Siobhan O'Brien]]", "Siobhan O'Brien"),
        ("[Siobhan O'Brien](../contacts/x.md)", "Siobhan O'Brien"),
        ("[her](../contacts/siobhan-o-brien.md)", "Siobhan O'Brien"),
        ("siobhan-o-brien", "Siobhan O'Brien"),
        ("Zoe Muller", "Zoë Müller"),
        ("Zoe\u0308 Mu\u0308ller", "Zoë Müller"),
        ("John Smith, Jr.", "John Smith Jr."),
        ("Anne Marie Duval", "Anne-Marie Duval"),
        ("Anne\u2011Marie Duval", "Anne-Marie Duval"),
        ("Soren Los", "Søren Łoś"),
        ("Μαρια Παππα", "Μαρία Παππά"),
        ("J.R. Tolkien", "J. R. Tolkien"),
        ("José Ortega y Gasset", "José Ortega y Gasset"),
        ("Ma, Yo-Yo", "Yo-Yo Ma"),
        ("Nguyen Van An", "Nguyễn Văn An"),
        ("NGUYỄN VĂN AN", "Nguyễn Văn An"),
        ("Niamh Byrne", "Byrne, Niamh"),
        ("Dr. Anke Weiss", "Dr. med. Anke Weiß"),
        ("Prof. Dr. med. dent. Anke Weiß", "Dr. med. Anke Weiß"),
        ("Cal Ripken Sr.", "Cal Ripken Senior"),
        ("@Robert Miller", "Robert Miller"),
        ("robert_miller", "Robert Miller"),
    ],
)
def test_another_spelling_of_a_name_is_the_same_person_without_a_word(written: str, meant: str) -> None:
    reading = read_among_the_known(written)
    assert reading.problems == ()
    (interview,) = reading.journal.interviews
    assert reading.journal.contacts_by_id[interview.contact].name == meant


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("Siobhan", "Siobhan O'Brien"),
        ("Dr. O'Brien", "Siobhan O'Brien"),
        ("S. O'Brien", "Siobhan O'Brien"),
        ("Siobhan M. O'Brien", "Siobhan O'Brien"),
        ("Siobhan OBrien", "Siobhan O'Brien"),
        ("O'Brien Siobhan", "Siobhan O'Brien"),
        ("Sioban O'Brien", "Siobhan O'Brien"),
        ("Soibhan O'Brien", "Siobhan O'Brien"),
        ("Zoe Mueller", "Zoë Müller"),
        ("John Smith", "John Smith Jr."),
        ("Smith, John", "John Smith Jr."),
        ("Anna Lee", "Ann Lee"),
        ("Amit Gupta", "Adit Gupta"),
        ("JR Tolkien", "J. R. Tolkien"),
        ("John Smith Sr.", ""),
        ("Dan Lee", ""),
        ("Zoë Duval", ""),
        ("अनीता शर्मा", "अनिता शर्मा"),
        ("Yo Yo", "Yo-Yo Ma"),
        ("Nguyễn Văn Ân", "Nguyễn Văn An"),
        ("An Nguyễn", "Nguyễn Văn An"),
        ("Dr. med. Weiß", "Dr. med. Anke Weiß"),
        ("Minjun Kim", "Kim Min-jun"),
        ("Rob Miller", "Robert Miller"),
        ("Cal Ripken Junior", ""),
        ("Ro Miller", ""),
    ],
)
def test_a_name_near_that_of_somebody_is_another_person_and_is_asked_about(written: str, near: str) -> None:
    reading = read_among_the_known(written)
    (interview,) = reading.journal.interviews
    assert reading.journal.contacts_by_id[interview.contact].place is None
    asked = [f"`{written}` has no file and may be `{near}`"] if near else []
    assert [problem.message for problem in reading.problems] == asked


@pytest.mark.parametrize("behind", ["Dr.", "Fräulein", "Jr.", "PhD"])
def test_what_stands_behind_a_comma_may_be_no_first_name(behind: str) -> None:
    assert turned(f"Lovelace, {behind}") == ""
    assert turned(f"Lovelace, {behind} Ada") == f"{behind} Ada Lovelace"


def test_spellings_of_somebody_without_a_file_are_one_person_with_the_plainest_name() -> None:
    spellings = ("Dr. Ada Lovelace", "ada-lovelace", "Lovelace, Ada", "Ada Lovelace")
    talks = {f"interviews/{day}.md": talk(name, day) for day, name in enumerate(spellings, 1)}
    reading = a_journal(talks)
    assert reading.problems == ()
    assert [(contact.id, contact.name) for contact in reading.journal.contacts] == [
        ("ada-lovelace", "Ada Lovelace")
    ]


def test_two_files_whose_names_differ_in_an_accent_are_told_apart_by_spelling() -> None:
    files = {
        "contacts/j1.md": "---\nname: José Perez\n---\n",
        "contacts/j2.md": "---\nname: Jose Pérez\n---\n",
        "interviews/a.md": talk("José Perez"),
        "interviews/b.md": talk("Jose Perez"),
    }
    reading = a_journal(files)
    assert [interview.contact for interview in reading.journal.interviews] == ["j1"]
    assert [problem.message for problem in reading.problems] == ["`Jose Perez` may be j1 or j2"]


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
    notes = {"interviews/x.md": talk(named), "contacts/grace.md": "---\nname: Grace Hopper\n---\n"}
    assert problems_of(notes) == (["interviews/x.md:2:10: similar-name"] if is_slip else [])


def test_the_hint_of_a_slip_is_the_name_as_it_is_written() -> None:
    grace = "---\nname: Grace Hopper\n---\n"
    (problem,) = a_journal({"interviews/x.md": talk("Grace Hoper"), "contacts/grace.md": grace}).problems
    assert problem.hint.startswith("write `Grace Hopper` if")


def test_who_has_a_file_is_no_slip() -> None:
    notes = {
        "interviews/x.md": talk("Grace Hoper"),
        "contacts/grace.md": "---\nname: Grace Hopper\n---\n",
        "contacts/other.md": "---\nname: Grace Hoper\n---\n",
    }
    assert problems_of(notes) == []
