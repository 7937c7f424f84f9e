from pathlib import Path
from textwrap import dedent

import pytest

from tests.builders import write_journal
from tests.cli.running import iiv, iiv_json


def note(contact: str, date: str, rest: str = "") -> str:
    return f"---\ncontact: {contact}\ndate: {date}\n{rest}\n---\nA good talk.\n"


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return write_journal(
        tmp_path,
        {
            "interviews/ada.md": note(
                "Ada Lovelace", "2026-03-02", "helpfulness: 4\nthanked: {email: 2026-03-02}"
            ),
            "interviews/mei.md": note("李美", "2026-03-04"),
            "interviews/old.md": note("Mary Somerville", "2025-03-04"),
            "contacts/grace.md": "---\nname: Grace Hopper\n---\n## Log\n- 2026-02-25 asked by e-mail\n",
        },
    )


def test_who_needs_you_and_why(journal: Path) -> None:
    result = iiv("-C", journal, "due", "--today", "2026-03-06")
    assert result.exit_code == 0
    assert result.stdout == dedent("""\
        Overdue
          李美          thank by e-mail  yesterday  You met on 4 March; no thanks by e-mail yet.
          Ada Lovelace  send a card      yesterday  You met on 2 March; no card yet.

        Today
          Grace Hopper  ask once more    today      You asked them for a talk on 25 February; no reply yet.

        Next 14 days
          李美          send a card      tomorrow   You met on 4 March; no card yet.
        """)
    assert result.stderr == "2 follow-ups rest, long overdue: `iiv due --all` shows them.\n"


def test_the_help_says_what_comes_first() -> None:
    assert "the most urgent first: a day weighs more on thanks" in " ".join(
        iiv("due", "--help").stdout.split()
    )


def test_further_ahead_and_what_rests(journal: Path) -> None:
    result = iiv("-C", journal, "due", "--today", "2026-03-06", "--days", "120", "--all")
    assert "\nNext 120 days\n" in result.stdout
    assert "in 3 months" in result.stdout
    assert "\nResting\n" in result.stdout
    assert "Mary Somerville" in result.stdout
    assert result.stderr == ""


def test_tomorrow_alone(journal: Path) -> None:
    assert "\nTomorrow\n" in iiv("-C", journal, "due", "--today", "2026-03-06", "--days", "1").stdout
    assert "\nNext" not in iiv("-C", journal, "due", "--today", "2026-03-06", "--days", "0").stdout
    assert iiv("-C", journal, "due", "--days", "-1").exit_code == 2


def test_what_has_not_begun_is_hidden(journal: Path) -> None:
    assert iiv_json("-C", journal, "due", "--today", "2025-03-01", "--all") == []


def test_as_json(journal: Path) -> None:
    first = iiv_json("-C", journal, "due", "--today", "2026-03-06")[1]
    assert first == {
        "id": "ada-lovelace/thank-card/ada",
        "contact": "Ada Lovelace",
        "contact_id": "ada-lovelace",
        "kind": "thank",
        "channel": "card",
        "due": "2026-03-05",
        "state": "overdue",
        "why": "You met on 2 March 2026; no card yet.",
    }
    every = iiv_json("-C", journal, "due", "--today", "2026-03-06", "--all")
    expected = ["overdue", "overdue", "due", "upcoming", "resting", "resting"]
    assert [item["state"] for item in every] == expected


def test_nobody_waits(tmp_path: Path) -> None:
    write_journal(tmp_path, {})
    result = iiv("-C", tmp_path, "due")
    assert (result.exit_code, result.stdout) == (0, "")
    begin = 'Your list is empty: `iiv add "Ada Lovelace"` puts somebody on it.\n'
    assert result.stderr == f"Nobody waits for you today, nor in the next 14 days.\n{begin}"
    assert iiv("-C", tmp_path, "due", "--days", "0").stderr == f"Nobody waits for you today.\n{begin}"
    write_journal(tmp_path, {"contacts/ada.md": "---\nname: Ada\n---\n## Log\n- 2026-03-01 replied\n"})
    assert "list is empty" not in iiv("-C", tmp_path, "due").stderr
    assert iiv_json("-C", tmp_path, "due") == []


def test_one_follow_up_rests(tmp_path: Path) -> None:
    write_journal(tmp_path, {"interviews/a.md": note("Ada", "2025-03-02", "thanked: {email: 2025-03-02}")})
    result = iiv("-C", tmp_path, "due", "--today", "2026-03-02")
    assert "1 follow-up rests, long overdue: `iiv due --all` shows it." in result.stderr


def test_a_note_that_was_prepared_and_left_empty_is_asked_for(journal: Path) -> None:
    empty = "---\ncontact: {}\ndate: 2026-03-05\n---\n"
    (journal / "journal/contacts/grace.md").write_text(
        "---\nname: Grace Hopper\n---\n## Log\n- 2026-03-01 scheduled 2026-03-05\n", "utf-8"
    )
    for name, person in (("hedy.md", "Hedy Lamarr"), ("grace.md", "Grace Hopper")):
        (journal / "journal/interviews" / name).write_text(empty.format(person), "utf-8")
    said = {day: iiv("-C", journal, "due", "--today", day) for day in ("2026-03-05", "2026-03-06")}
    asked = "The note that you prepared for 5 March is still empty: "
    assert asked not in said["2026-03-05"].stderr
    (line,) = [line for line in said["2026-03-06"].stderr.splitlines() if asked in line]
    assert line.endswith("journal/interviews/hedy.md"), "Grace's is asked for among the items"
    assert "and the note that you prepared is still empty" in said["2026-03-06"].stdout
    assert asked not in iiv("-C", journal, "due", "--today", "2026-06-06").stderr


def test_errors_in_the_notes_are_pointed_out(journal: Path) -> None:
    (journal / "journal" / "interviews" / "broken.md").write_text("---\ncontact: Ada\n---\n", "utf-8")
    result = iiv("-C", journal, "due", "--today", "2026-03-06")
    assert result.exit_code == 0
    assert "1 error in the notes: `iiv check` shows them." in result.stderr


def test_colour_is_for_a_terminal_alone(journal: Path) -> None:
    plain = iiv("-C", journal, "due", "--today", "2026-03-06").stdout
    coloured = iiv("-C", journal, "due", "--today", "2026-03-06", color=True).stdout
    assert "\x1b" not in plain
    assert "\x1b[31m\x1b[1mOverdue\x1b[0m" in coloured


def test_a_name_cannot_speak_to_the_terminal(tmp_path: Path) -> None:
    write_journal(tmp_path, {"interviews/a.md": note('"Ada \\x1b[31m\\u202eecalevoL"', "2026-03-02")})
    result = iiv("-C", tmp_path, "due", "--today", "2026-03-02", color=True)
    assert "Ada \\x1b[31m\\u202eecalevoL" in result.stdout


def test_the_talk_of_the_day_says_its_time_and_channel(tmp_path: Path) -> None:
    log = "---\nname: Ada\n---\n## Log\n- 2026-02-20 scheduled 2026-03-02 15:00 by video\n"
    root = write_journal(tmp_path, {"contacts/ada.md": log})
    said = "  Ada  talk              today 15:00, by video  "
    assert said in iiv("-C", root, "due", "--today", "2026-03-02").stdout


def test_whom_to_ask_next_stands_below(tmp_path: Path) -> None:
    people = {f"contacts/p{number}.md": f"---\nname: Person {number}\n---\n" for number in range(7)}
    root = write_journal(tmp_path, people)
    result = iiv("-C", root, "due", "--today", "2026-03-02")
    assert result.stdout.startswith("Ask next\n  Person 0  On your list, and never asked.\n")
    assert result.stdout.count("Person") == 5
    assert "2 more to ask: `iiv due --all` shows them." in result.stderr
    assert iiv("-C", root, "due", "--all").stdout.count("Person") == 7
    rows = iiv_json("-C", root, "due")
    assert len(rows) == 7
    assert rows[0] == {
        "id": "p0/ask/list",
        "contact": "Person 0",
        "contact_id": "p0",
        "kind": "ask",
        "channel": "",
        "due": None,
        "state": "undated",
        "why": "On your list, and never asked.",
    }


def test_another_year_is_named(journal: Path) -> None:
    shown = iiv("-C", journal, "due", "--today", "2027-01-06", "--all").stdout
    assert "6 months ago (2 Jul 2026)   You thanked them on 2 March 2026; a word every 4 months" in shown


NEWS = "---\nname: Nuala\n---\n## News\n- 2026-04-01 *李美* took me on\n"


def test_whom_your_news_concerns(journal: Path) -> None:
    (journal / "journal/me.md").write_text(NEWS, "utf-8")
    result = iiv("-C", journal, "due", "--news", "--today", "2026-05-01")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == dedent("""\
        Your news
          2026-04-01  李美 took me on

        Whom it concerns
          李美             iiv draft hello 李美             Your news of 1 April names them.

        Who has not heard it
          Mary Somerville  iiv draft hello mary-somerville  You were last in touch on 4 March 2025.
          Ada Lovelace     iiv draft hello ada-lovelace     You were last in touch on 2 March.
        """)
    first = iiv_json("-C", journal, "due", "--news", "--today", "2026-05-01")[0]
    assert first == {
        "contact": "李美",
        "contact_id": "李美",
        "closely": True,
        "why": "Your news of 1 April 2026 names them.",
        "news": [{"date": "2026-04-01", "text": "李美 took me on"}],
        "draft": "iiv draft hello 李美",
    }


def test_news_that_is_none(journal: Path) -> None:
    result = iiv("-C", journal, "due", "--news", "--today", "2026-05-01")
    assert (result.exit_code, result.stdout) == (0, "")
    said = "No news for anybody. News are the dated lines under `## News` in journal/me.md.\n"
    assert result.stderr == said
