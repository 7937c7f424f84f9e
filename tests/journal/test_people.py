"""Who is who."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.ids import slug
from iiv.journal.model import Contact
from iiv.journal.names import turned
from iiv.journal.people import find, find_exact
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


def test_a_name_that_a_file_is_called_by_means_its_person() -> None:
    files = {
        "contacts/ada-lovelace.md": "---\nname: Ada King\n---\n",
        "interviews/a.md": talk("Ada Lovelace"),
    }
    reading = a_journal(files)
    assert [contact.name for contact in reading.journal.contacts] == ["Ada King"]


KNOWN = (
    *("Siobhan O'Brien", "Zoë Müller", "John Smith Jr.", "Ann Lee", "Adit Gupta", "Anne-Marie Duval"),
    *("Søren Łoś", "Μαρία Παππά", "अनिता शर्मा", "J. R. Tolkien", "José Ortega y Gasset", "Yo-Yo Ma"),
    *("Nguyễn Văn An", "Byrne, Niamh", "Dr. med. Anke Weiß", "Cal Ripken Senior", "Kim Min-jun"),
    "Robert Miller",
)


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
    files = {f"contacts/c{number}.md": f'---\nname: "{name}"\n---\n' for number, name in enumerate(KNOWN)}
    reading = a_journal({**files, "interviews/a.md": talk(written.replace("'", "''"))})
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
    files = {f"contacts/c{number}.md": f'---\nname: "{name}"\n---\n' for number, name in enumerate(KNOWN)}
    reading = a_journal({**files, "interviews/a.md": talk(written.replace("'", "''"))})
    (interview,) = reading.journal.interviews
    assert reading.journal.contacts_by_id[interview.contact].place is None
    asked = [f"`{written}` has no file and may be `{near}`"] if near else []
    assert [problem.message for problem in reading.problems] == asked


@pytest.mark.parametrize("behind", ["Dr.", "Fräulein", "Jr.", "PhD"])
def test_what_stands_behind_a_comma_may_be_no_first_name(behind: str) -> None:
    assert turned(f"Lovelace, {behind}") == ""
    assert turned(f"Lovelace, {behind} Ada") == f"{behind} Ada Lovelace"


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


def test_spellings_of_somebody_without_a_file_are_one_person_with_the_plainest_name() -> None:
    spellings = ("Dr. Ada Lovelace", "ada-lovelace", "Lovelace, Ada", "Ada Lovelace")
    talks = [talk(name).replace("02\n", f"{day:02}\n") for day, name in enumerate(spellings, 1)]
    reading = a_journal({f"interviews/{number}.md": text for number, text in enumerate(talks)})
    assert reading.problems == ()
    assert [(contact.id, contact.name) for contact in reading.journal.contacts] == [
        ("ada-lovelace", "Ada Lovelace")
    ]


@pytest.mark.parametrize(
    "several", ["Ada Lovelace and Grace Hopper", "Ada & Grace", "Ada und Grace", "Ada Lovelace; Grace Hopper"]
)
def test_several_people_are_no_one_person(several: str) -> None:
    reading = a_journal({"interviews/a.md": talk(several)})
    assert [problem.code for problem in reading.problems] == ["one-person"]
    assert reading.journal.contacts == ()
    together = {"contacts/both.md": f"---\nname: {several}\n---\n", "interviews/a.md": talk(several)}
    assert problems_of(together) == []


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
