"""Names in languages with tones: An and Ân are two people's."""

from iiv.journal.people import find
from tests.builders import a_journal


def talk(contact: str, day: int = 2) -> str:
    return f"---\ncontact: {contact}\ndate: 2026-03-{day:02}\n---\nA talk.\n"


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
