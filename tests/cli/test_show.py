"""`iiv show` tells all that is known of one person, in lines that fit the terminal."""

from pathlib import Path

import pytest

from iiv.cli.terminal import width
from tests.builders import write_journal
from tests.cli.running import iiv, iiv_json

NOTES = {
    "contacts/ada.md": """\
        ---
        name: Ada Lovelace
        aliases: [Countess of Lovelace]
        email: ada@example.org
        role: Analyst
        organization: Analytical Engines
        know: evening lectures, at which she always sat by the window and asked the one good question
        respect: patience
        opening: It was your *lecture*.
        introduced_by: Mary Somerville
        next_contact: 2026-09-01
        tags: [computing]
        ---
        Loves horses.

        - [ ] the book (by 2026-06-09)

        ## Log
        - 2026-02-10 asked by e-mail
        - 2026-02-20 scheduled 2026-03-02 15:00 by video
        - 2026-06-01 wrote by e-mail: sent the article on looms
        """,
    "interviews/2026-03-02-ada.md": """\
        ---
        contact: Ada Lovelace
        date: 2026-03-02
        channel: video
        minutes: 35
        helpfulness: 4
        asked_about_me: yes
        shift: I had never thought of teaching it.
        fits: The patience.
        doubt: The *looms*.
        introductions: [Grace Hopper]
        thanked: {card: 2026-03-05}
        ---
        - [x] the article

        ## start
        **By luck.** #numbers

        ## regret
        """,
    "questions/start.md": "---\nask: How did you begin?\n---\n",
    "questions/regret.md": "---\nask: What do you regret?\n---\n",
}
ADA = """\
Ada Lovelace
Analyst, Analytical Engines

Status           in touch: wrote by e-mail on 1 Jun 2026
Help             helped a lot (4 of 5)
Asked about you  yes
In touch again   from 1 Sep 2026 on, as their file says
Also called      Countess of Lovelace
E-mail           ada@example.org
You know them    evening lectures, at which she always sat by the window and
                 asked the one good question
You respect      patience
Your opening     It was your lecture.
Introduced by    Mary Somerville
Led you to       Grace Hopper
Tags             computing

Follow-ups
- Keep your promise, 22 days ago (9 Jun 2026). You promised on 1 June: the book
- Get in touch, in 2 months (1 Sep 2026). You planned to be in touch on 1
  September.
- Thank by e-mail, 3 months ago (3 Mar 2026), at rest. You talked on 2 March; no
  thanks by e-mail yet.

Talks
2 Mar 2026, by video, 35 minutes, helped a lot
  What moved: I had never thought of teaching it.
  Would suit me: The patience.
  Speaks against it: The looms.
  How did you begin?
    By luck.
  journal/interviews/2026-03-02-ada.md

Promises
[x] the article (made 2 Mar 2026)
[ ] the book (by 9 Jun 2026)

Log
2026-02-10  Asked by e-mail
2026-02-20  Found a day: 2 Mar 2026, 15:00, by video
2026-03-05  Thanked by card
2026-06-01  Wrote by e-mail: sent the article on looms

Notes
Loves horses.

- [ ] the book (by 2026-06-09)

journal/contacts/ada.md
"""


@pytest.fixture(autouse=True)
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_journal(tmp_path, NOTES)
    monkeypatch.chdir(root)
    monkeypatch.setenv("IIV_TODAY", "2026-07-01")
    monkeypatch.setenv("COLUMNS", "80")
    return root


@pytest.mark.parametrize("who", ["ada", "Ada Lovelace", "countess"])
def test_all_that_is_known(who: str) -> None:
    result = iiv("show", *who.split())
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == ADA


@pytest.mark.parametrize("columns", [80, 60, 40, 30])
def test_it_fits_narrow_terminals(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = iiv("show", "ada").stdout.splitlines()
    # A long word, such as a path, stands on a line of its own.
    assert all(width(line) <= columns or len(line.split()) == 1 for line in lines)
    assert max(map(width, lines)) > columns // 2


def test_somebody_without_a_file() -> None:
    lines = iiv("show", "mary").stdout.splitlines()
    expected = ["Mary Somerville", "Status      idea: on your list", "Led you to  Ada Lovelace", ""]
    assert lines[:1] + lines[2:5] == expected
    assert lines[-1] == "No file yet: `iiv add mary-somerville` makes one."


def test_somebody_who_was_offered() -> None:
    assert "Introduced by  Ada Lovelace\n" in iiv("show", "hopper").stdout
    assert "Ada Lovelace offered on 2 March to introduce you." in iiv("show", "hopper").stdout.replace(
        "\n  ", " "
    )


def test_the_status_is_that_of_the_day(journal: Path) -> None:
    (journal / "journal" / "contacts" / "bob.md").write_text(
        "---\nname: Bob\n---\n## Log\n- 2026-06-29 asked\n"
    )
    assert "\nStatus  asked on 29 Jun 2026\n" in iiv("show", "bob").stdout
    later = iiv("show", "bob", "--today", "2027-01-02").stdout
    assert "\nStatus  no reply: asked on 29 Jun 2026, no reply since\n" in later
    assert "\n- Ask once more, 5 months ago (8 Jul 2026), at rest." in later.replace("\n  ", " ")


def test_nobody_and_several_are_said() -> None:
    assert iiv("show", "nobody").exit_code == 2
    assert "may be" in iiv("show", "r").stderr


def test_what_a_terminal_would_obey_is_written_out(journal: Path) -> None:
    (journal / "journal" / "contacts" / "eve.md").write_text(
        '---\nname: "Eve\\e[2J"\nknow: "a\\eb"\n---\nc\x1bd\n'
    )
    assert "\x1b" not in iiv("show", "eve").stdout


def test_as_json() -> None:
    row = iiv_json("show", "ada")
    assert (row["id"], row["name"], row["path"]) == ("ada", "Ada Lovelace", "journal/contacts/ada.md")
    assert (row["status"], row["helpfulness"], row["next_contact"]) == ("in touch", 4, "2026-09-01")
    assert row["introduced_by"] == ["Mary Somerville"]
    assert row["led_to"] == ["Grace Hopper"]
    assert [follow_up["state"] for follow_up in row["follow_ups"]] == ["overdue", "upcoming", "resting"]
    assert row["talks"][0]["answers"][0] == {"question": "start", "gist": "By luck."}
    assert row["promises"][1] == {"text": "the book", "made": None, "by": "2026-06-09", "done": False}
    assert row["log"][1]["time"] == "15:00"


def test_who_was_never_asked_is_to_be_asked(tmp_path: Path) -> None:
    person = "---\nname: Bea\nknow: the choir\ntone: warm\nnot: [Bee]\n---\n"
    root = write_journal(tmp_path, {"contacts/bea.md": person})
    said = iiv("-C", root, "show", "bea").stdout
    assert "- Ask for a talk. You know them: the choir.\n" in said
    assert "Nothing is open" not in said
    row = iiv_json("-C", root, "show", "bea")
    assert (row["ask_next"], row["tone"], row["not"]) == ("You know them: the choir.", "warm", ["Bee"])
