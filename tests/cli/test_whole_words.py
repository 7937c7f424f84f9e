"""On a terminal no word is broken, whatever its width."""

import os

import pytest

from iiv.cli.directions import directions
from iiv.cli.export import export
from iiv.cli.main import COMMANDS, main
from iiv.cli.questions import questions
from iiv.cli.terminal import width
from tests.builders import write_journal
from tests.cli.running import iiv

if os.name == "nt":
    pytest.skip("there are no such terminals", allow_module_level=True)

from pathlib import Path

from tests.cli.terminals import shown

HELP = [
    *(f"{name} --help" for name in COMMANDS),
    *(f"questions {name} --help" for name in questions.commands),
    *(f"directions {name} --help" for name in directions.commands),
    *(f"export {name} --help" for name in export.commands),
    "--help",
]
FAULTS = [
    *("due --dais 3", "daw", "log Ada shrugged", "log Ada scheduled by e-mail"),
    *("show nobody-at-all-of-this-name", "draft card Ada --by phone", "add 'Ada Lovelace' --email nonsense"),
    *("edit nothing", "-C / due"),
]
READING = [
    "due",
    "due --all",
    "due --days 400",
    "due --news",
    "show Ada",
    "review",
    "review 1999",
    "show 李美",
    "prep Ada",
    "prep 李美",
    "questions",
    "questions bank",
    "questions bank --topic change",
    "check",
    "draft ask 李美",
    "draft nudge Ada",
    "draft thank Ada",
    "draft card Ada",
    "draft hello Ada",
    "draft ask Ada --by phone",
    "verify",
    "add 'Ada Lovelace'",
    "undo --list",
    "import journal/people.csv",
    "import journal/people.csv --map nobody=name",
    "import journal/talks.csv --dates dmy",
]
WRITING = [
    "log Ada wrote --by e-mail --note 'a letter about looms, and about all that they have led to since'",
    "log Ada wrote --by e-mail --next tomorrow",
    "log Ada wrote --by e-mail",
    "new 'Grace Hopper' --no-edit",
    "import 'A talk with Ada Lovelace on 2 March 2026, at the window of the library.md' --apply",
    "new 'Ada Lovelace' --date 2026-05-09 --from talk.txt --no-edit",
    "questions choose regret",
    "questions add 'What do you do on the first day of the week, and what on the last one?'",
    "questions shortlist mistake last-tuesday",
    "questions shortlist",
    "directions new 'A life by the river, with a boat and without a lanyard' --no-edit",
    "directions",
    "questions reword regret 'What do you regret, if you regret anything at all about these many years?'",
    "questions",
    "undo --list",
    "undo",
]
EVERY = [*HELP, *FAULTS, *READING, *WRITING]

PLACE = "我们在河边的图书馆认识，她在那里教孩子们画画，"  # wide, and without a space
NOTES = {
    "me.md": f"""\
        ---
        name: Nuala
        ---
        {"I plan lorries, a hundred and forty of them every night, out of a depot near Wakefield. " * 3}

        ## News
        - 2026-04-01 A week with the tree team, at the end of which I could lift both arms
        """,
    "contacts/ada.md": """\
        ---
        name: Ada Lovelace
        email: ada@example.org
        know: evening lectures, at which she always sat by the window and asked the one good question
        respect: patience
        tags: [trees, looms]
        shoe: forty, and a half on days on which it rains
        ---
        Donaudampfschifffahrtsgesellschaftskapitänsmützenband, and other words.

        ## Log
        - 2026-02-10 asked by e-mail
        - 2026-05-02 saw: on stage in Leeds, with a talk on how tides were first foretold
        - 2026-05-03 shrugged at me
        """,
    "contacts/mei.md": f"---\nname: 李美\nknow: {PLACE * 2}\n---\n\n## Log\n- 2026-02-10 note: {PLACE * 3}\n",
    "contacts/long.md": "---\nname: Wolfeschlegelsteinhausenbergerdorff Senior\n---\n",
    "people.csv": f"""\
        Name,Role,Email,Company,Notes
        Ada Lovelase,Analyst,,Analytical Engines of the North and of the South Limited,{PLACE}
        Wolfeschlegelsteinhausenbergerdorff,,w@example.org,,
        李美,,,,
        ,,,Roof and Tile Limited,
        """,
    "talks.csv": """\
        Who,Date,How did you get your start in all of this work?,What would your dog say of the work?
        Grace Hopper,3/2/2026,By chance,Nothing
        Mary Somerville,soon,,
        """,
    "interviews/2026-03-02-ada.md": """\
        ---
        contact: Ada Lovelace
        date: 2026-03-02
        helpfulness: 5
        said: Ask the quiet ones first, since they have had the time to think about what you ask.
        ---
        - [ ] send her the article on looms that I found in the library (by 2026-03-09)

        ## How did you get your start in this work?
        **By accident, through music, and then through a table of numbers that nobody wanted to check.**
        """,
    "interviews/2026-03-04-mei.md": f"---\ncontact: 李美\ndate: 2026-03-04\n---\n{PLACE}\n",
}


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    root = write_journal(tmp_path / "talks", NOTES)
    (root / "A talk with Ada Lovelace on 2 March 2026, at the window of the library.md").write_text(
        "Looms.\n"
    )
    (root / "talk.txt").write_text(
        f"Nuala: How did you begin?\nAda: {NOTES['me.md'][40:]}\nNuala: Why?\nAda: So.\n"
    )
    return root


@pytest.mark.parametrize("columns", [30, 40, 80, 120, 200])
def test_no_word_is_broken_at_any_width(journal: Path, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IIV_TODAY", "2026-05-10")
    found = shown(columns, journal, EVERY)
    too_long = {
        (command, line)
        for command, lines in found.items()
        for line in lines
        if width(line) > columns and len(line.split()) > 1
    }
    assert sorted(too_long) == []
    assert all(found.values()), "each of them says something"


def test_a_terminal_is_used_as_far_as_it_goes(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IIV_TODAY", "2026-05-10")
    narrow, wide = (shown(columns, journal, ["due"])["due"] for columns in (40, 120))
    assert len(narrow) > len(wide)
    assert max(map(width, wide)) > 80


def test_elsewhere_a_line_is_as_long_as_it_is(journal: Path) -> None:
    printed = iiv("-C", journal, "due", "--today", "2026-05-10").stdout
    assert "  You promised on 2 March: send her the article on looms that I found in the library\n" in printed
    letter = iiv("-C", journal, "draft", "thank", "ada").stdout
    said = "\n\n    “Ask the quiet ones first, since they have had the time to think about what you ask.”\n"
    assert said in letter


def test_every_command_is_among_them() -> None:
    assert {line.split()[0] for line in EVERY} >= set(main.list_commands(None)) - {"init"}  # type: ignore[arg-type]
