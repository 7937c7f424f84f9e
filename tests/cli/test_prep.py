from pathlib import Path

import pytest

from iiv.shipped import shipped
from tests.builders import write_journal
from tests.cli.running import iiv


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_journal(
        tmp_path,
        {
            "me.md": "---\nname: Grace\n---\nI find bugs.\n\nAnd moths.\n## News\n- 2026-05-01 a *job*\n",
            "contacts/ada.md": """\
                ---
                name: Ada Lovelace
                phone: 0123 456
                role: Analyst
                organization: Analytical Engines
                know: evening lectures, at which she always sat by the window and asked the one good question
                respect: patience
                ---
                - [ ] the book (by 2026-06-09)

                ## Log
                - 2026-05-20 scheduled 2026-06-02 15:00 by video
                """,
            "contacts/bob.md": "---\nname: Bob\n---\n",
            "questions/start.md": "---\nask: How did you begin?\n---\n",
            "interviews/2026-03-02-ada.md": """\
                ---
                contact: Ada Lovelace
                date: 2026-03-02
                ---
                ## start
                **By luck.** #numbers
                """,
        },
    )
    monkeypatch.chdir(folder)
    return folder


SHEET = """\
Ada Lovelace
Analyst, Analytical Engines
When: 2 Jun 2026 at 15:00
By: video
Phone: 0123 456
How you know them: evening lectures, at which she always sat by the window and
  asked the one good question
What you respect: patience

Open with thanks
----------------
- “Thank you for making time for me again, and for our last talk.”
- You met on 2 Mar 2026: say what came of it.

Your questions
--------------
 1. How did you begin?
    (2 Mar 2026: By luck.)

If they ask about you
---------------------
I find bugs.

And moths.

It takes about 10 seconds to say.

If they offer help
------------------
- An introduction: “Whom else would you ask, if you were me? Would you
  introduce us?”
- Their manager: “Do you think that your manager would talk with me, too?”
- Another talk: “May I come back to you when I have thought about all this?”

How you could help
------------------
- You promised: the book (by 9 Jun 2026)
- They spoke of #numbers: what do you know, or whom?
- Your news of 1 May 2026: a job
- Ask: “Is there something that I could do for you?”

Listen
------
Listen, take notes, and laugh, too: these minutes are about them. Your own
story waits until they ask for it. If they never ask, that tells you something
too: thank them as warmly as anybody, file the talk, and ask nothing more of
them.
"""


@pytest.mark.usefixtures("journal")
def test_the_whole_sheet() -> None:
    result = iiv("prep", "ada")
    assert (result.exit_code, result.stdout, result.stderr) == (0, SHEET, "")


def test_a_gift_is_thought_of_where_they_helped_very_much(journal: Path) -> None:
    assert "\nA gift\n" not in iiv("prep", "ada").stdout
    note = journal / "journal" / "interviews" / "2026-03-02-ada.md"
    note.write_text(note.read_text("utf-8").replace("date:", "helpfulness: 5\ndate:"), "utf-8")
    assert iiv("prep", "ada").stdout.count("- What you respect: patience") == 1
    assert "no gift is noted since. What you noted of them:\n- What they spoke of: #numbers\n" in (
        iiv("prep", "ada").stdout
    )


def test_what_is_not_written_yet(journal: Path) -> None:
    (journal / "journal" / "me.md").unlink()
    sheet = iiv("prep", "bob").stdout
    assert sheet.startswith("Bob\n\nOpen with thanks\n")
    assert "(not yet asked)" in sheet
    assert "[nothing yet: write your pitch in journal/me.md, three or four sentences]" in sheet


@pytest.mark.usefixtures("journal")
def test_somebody_unknown_gets_no_sheet() -> None:
    result = iiv("prep", "Bobby")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Did you mean `Bob`?" in result.stderr


def test_what_a_terminal_would_obey_is_written_out(journal: Path) -> None:
    (journal / "journal" / "contacts" / "eve.md").write_text('---\nname: "Eve\\e[2J"\nknow: "\\e]0;x"\n---\n')
    assert "\x1b" not in iiv("prep", "eve").stdout


@pytest.mark.parametrize("name", ["solveig", "bernie", "tamsin", "halld", "jiř"])
def test_the_sheets_of_the_example_journal_fit_the_page(name: str) -> None:
    lines = iiv("-C", shipped("example"), "prep", name).stdout.splitlines()
    assert 40 < len(lines) < 110
    assert max(map(len, lines)) <= 78
