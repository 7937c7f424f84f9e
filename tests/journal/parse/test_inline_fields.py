"""A key of the front matter that stands in the text is pointed out."""

import pytest

from tests.builders import a_journal


def problems(body: str, front: str = "") -> list[tuple[int, str, str]]:
    """The line in the body, the code and the hint of each problem."""
    note = f"---\ncontact: Ada\ndate: 2026-03-02\n{front}---\n{body}\n"
    found = a_journal({"interviews/a.md": note}).problems
    return [(problem.place.line - note.count("\n---\n"), problem.code, problem.hint) for problem in found]


@pytest.mark.parametrize(
    "line",
    [
        *("helpfulness:: 4", "Helpfulness:: 4", "- helpfulness:: 4", "> helpfulness:: 4"),
        *("**helpfulness**:: 4", "We met [helpfulness:: 4] today.", "We met (helpfulness:: 4) today."),
        *("helpfulness: 4", "- Helpfulness: 4"),
    ],
)
def test_a_field_in_the_text_belongs_into_the_front_matter(line: str) -> None:
    assert problems(line) == [(4, "field-in-text", "write `helpfulness: 4` there")]


def test_two_colons_make_a_field_of_every_key() -> None:
    expected = ["write `next_contact: 2026-06-01` there", "write `role: Analyst` there"]
    assert [hint for _, _, hint in problems("next contact:: 2026-06-01\n\nrole:: Analyst")] == expected


@pytest.mark.parametrize(
    "body",
    [
        *("role: Analyst", "Date: March 2", "tags:: people", "`helpfulness:: 4`", "mood:: good"),
        "Her helpfulness: great",
    ],
)
def test_other_lines_are_text(body: str) -> None:
    assert problems(body) == []


def test_what_the_front_matter_has_may_stand_in_the_text_too() -> None:
    assert problems("helpfulness:: 4", "helpfulness: 4\n") == []
