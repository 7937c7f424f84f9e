"""`iiv review` looks back on a year."""

from pathlib import Path

import pytest

from tests.builders import write_journal
from tests.cli.running import iiv, iiv_json

NOTES = {
    "contacts/ada.md": "---\nname: Ada Lovelace\n---\n## Log\n- 2025-12-10 asked\n- 2026-01-02 replied\n",
    "interviews/2026-03-02-ada.md": """\
        ---
        contact: Ada Lovelace
        date: 2026-03-02
        helpfulness: 5
        interest: 4
        shift: I had *never* thought of teaching it.
        ---
        - [x] send her the article
        - [ ] the book (by 2026-04-01)
        """,
    "interviews/2026-08-02-grace.md": "---\ncontact: Grace Hopper\ndate: 2026-08-02\n---\nA talk.\n",
    "interviews/2026-09-02-grace.md": "---\ncontact: Grace Hopper\ndate: 2026-09-02\n---\nA talk.\n",
    "questions/start.md": "---\nask: How did you start?\n---\n**Mostly by accident.** Ada says so.\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_journal(tmp_path / "talks", NOTES)


def test_the_latest_year_in_lines(root: Path) -> None:
    assert iiv("-C", root, "review").output == (
        "The year 2026\n"
        "3 talks, 2 of them with somebody new. Up to 2 Sep 2026.\n"
        "\n"
        "Whom you met\n"
        "- 2 Mar 2026: Ada Lovelace\n"
        "- 2 Aug 2026: Grace Hopper\n"
        "- 2 Sep 2026: Grace Hopper, again\n"
        "\n"
        "What moved\n"
        "- Ada Lovelace (interest 4 of 5): I had never thought of teaching it.\n"
        "\n"
        "Promises, open\n"
        "- the book (Ada Lovelace, 2 Mar 2026, by 1 Apr 2026)\n"
        "\n"
        "Promises, kept\n"
        "- send her the article (Ada Lovelace, 2 Mar 2026)\n"
        "\n"
        "Who went quiet\n"
        "- Ada Lovelace: The last word was on 2 March 2026; you meant to be in touch by 2\n"
        "  June 2026.\n"
        "\n"
        "What you concluded\n"
        "- How did you start? Mostly by accident.\n"
    )


def test_another_year(root: Path) -> None:
    said = iiv("-C", root, "review", "2025").output
    assert said.startswith("The year 2025\nYou asked 1 person, 1 replied; no talks. Up to 31 Dec 2025.\n")
    assert "Whom you met\n- Nobody.\n" in said
    assert "Promises, open\n- None.\n" in said
    assert "Who went quiet\n- Nobody.\n" in said
    assert "concluded" not in said


def test_the_day_on_which_it_is_asked_changes_nothing(root: Path) -> None:
    assert iiv("-C", root, "review", "--today", "2031-01-01").output == iiv("-C", root, "review").output


def test_a_year_in_which_nothing_is_noted(root: Path, tmp_path: Path) -> None:
    result = iiv("-C", root, "review", "1999")
    assert result.exit_code == 1
    assert "nothing is noted in 1999; there is something in 2025, 2026" in result.output
    empty = iiv("-C", write_journal(tmp_path / "empty", {}), "review")
    assert empty.exit_code == 1
    assert "`iiv log WHO asked` writes the first" in empty.output


def test_json_has_all_of_it(root: Path) -> None:
    found = iiv_json("-C", root, "review", "2026")
    assert found["until"] == "2026-09-02"
    expected = [("2026-03-02-ada", True), ("2026-08-02-grace", True), ("2026-09-02-grace", False)]
    assert [(talk["id"], talk["first"]) for talk in found["met"]] == expected
    assert found["moved"] == [
        {"id": "2026-03-02-ada", "change": None, "shift": "I had *never* thought of teaching it."}
    ]
    assert found["promises"][1] == {"id": "2026-03-02-ada", "text": "the book", "done": False}
    assert found["quiet"] == [{"contact": "Ada Lovelace", "last": "2026-03-02", "due": "2026-06-02"}]
    assert found["concluded"] == [{"id": "start", "words": "Mostly by accident."}]
