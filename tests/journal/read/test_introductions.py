"""Who was offered in a talk, also where several names stand on one line."""

import pytest

from tests.builders import a_journal

KNOWN = {
    "contacts/grace.md": "---\nname: Grace Hopper\n---\n",
    "contacts/marks.md": "---\nname: Marks & Spencer\naliases: [Marks and Spencer]\n---\n",
}


def introduced(line: str) -> list[str]:
    """The names of those whom a talk with this line introduces, in order of name; nothing is wrong."""
    note = f"---\ncontact: Ada Lovelace\ndate: 2026-03-02\nintroductions: {line}\n---\nNotes.\n"
    reading = a_journal({"interviews/a.md": note, **KNOWN})
    assert reading.problems == ()
    (talk,) = reading.journal.interviews
    return sorted(reading.journal.contacts_by_id[id_].name for id_ in talk.introductions)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Grace Hopper", ["Grace Hopper"]),
        ("[[Grace Hopper]]", ["Grace Hopper"]),
        ("Grace Hopper, Mary Somerville", ["Grace Hopper", "Mary Somerville"]),
        ("Grace Hopper; Mary Somerville", ["Grace Hopper", "Mary Somerville"]),
        ("Grace Hopper and Mary Somerville", ["Grace Hopper", "Mary Somerville"]),
        ("Grace Hopper & Mary Somerville", ["Grace Hopper", "Mary Somerville"]),
        (
            "Mary Somerville, Grace Hopper, and Sophie Germain",
            ["Grace Hopper", "Mary Somerville", "Sophie Germain"],
        ),
        ("Hopper, Grace", ["Grace Hopper"]),
        ("Hopper, Grace, Mary Somerville", ["Grace Hopper", "Mary Somerville"]),
        ('"Hopper, Grace"', ["Grace Hopper"]),
        ('["Hopper, Grace", Mary Somerville]', ["Grace Hopper", "Mary Somerville"]),
        ("[Grace Hopper and Mary Somerville]", ["Grace Hopper", "Mary Somerville"]),
        ("Marks & Spencer", ["Marks & Spencer"]),
        ("Mary Somerville and Marks and Spencer", ["Marks & Spencer", "Mary Somerville"]),
        ('"[[Grace Hopper]] and [[Mary Somerville]]"', ["Grace Hopper", "Mary Somerville"]),
        ("ada-lovelace", ["Ada Lovelace"]),
        ("\n  - Grace Hopper\n  - Mary Somerville", ["Grace Hopper", "Mary Somerville"]),
        ("[Alexandra, Sandy Anders]", ["Alexandra", "Sandy Anders"]),
        ("none", []),
        ("nobody yet", []),
        (
            "Hopper, Grace; Somerville, Mary; Sophie Germain",
            ["Grace Hopper", "Somerville, Mary", "Sophie Germain"],
        ),
        ("[none]", []),
        ("-", []),
    ],
)
def test_each_person_is_one(line: str, names: list[str]) -> None:
    assert introduced(line) == names


def test_a_line_of_thousands_of_names_is_read_in_no_time() -> None:
    assert len(introduced(", ".join(f"Nobody Nr{number}x" for number in range(3000)))) == 3000
