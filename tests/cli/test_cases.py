"""Small journals of real people's slips, each with what must come out."""

from pathlib import Path

from iiv.journal.read.reading import read
from iiv.method.rules import all_follow_ups
from tests.builders import write_journal
from tests.cli.running import iiv, iiv_json

TODAY = ("--today", "2026-03-10")
HEAD = "---\ncontact: Ada Lovelace\ndate: 2026-03-02\nhelpfulness: 4\n{}---\n"
NOTE = f"{HEAD}## How did you get your start in this work?\nBy chance.\n"


def test_a_hand_written_card_is_the_card(tmp_path: Path) -> None:
    log = "---\nname: Ada Lovelace\n---\n## Log\n- 2026-03-03 thanked by hand-written card\n"
    journal = write_journal(tmp_path, {"contacts/ada-lovelace.md": log, "interviews/a.md": NOTE.format("")})
    due = iiv_json("-C", journal, *TODAY, "due")
    assert [(row["kind"], row["channel"]) for row in due if row["kind"] == "thank"] == [("thank", "email")]


def test_introductions_none_introduces_nobody(tmp_path: Path) -> None:
    journal = write_journal(tmp_path, {"interviews/a.md": NOTE.format("introductions: none\n")})
    assert read(journal).problems == ()
    assert [contact.name for contact in read(journal).journal.contacts] == ["Ada Lovelace"]


def test_what_an_unknown_key_swallows_is_shown_and_thanked_for(tmp_path: Path) -> None:
    hard = "\N{NO-BREAK SPACE} \N{NO-BREAK SPACE} "
    head = "---\ncontact: {} Person\ndate: 2026-03-02\n"
    notes = {
        "interviews/a.md": head.format("Ada") + "answer:\n  start: |\n    By chance.\n\n---\n",
        "interviews/b.md": head.format("Bea") + f"answers:\n{hard}start: By chance\n---\n",
    }
    journal = write_journal(tmp_path, notes)
    reading = read(journal)
    expected = [("unknown-key", "did you mean `answers`?"), ("hard-space", "type them again")]
    assert [(p.code, p.hint) for p in reading.problems] == expected
    thanks = [item for item in all_follow_ups(reading.journal, reading.settings) if item.kind == "thank"]
    assert len(thanks) == 4
    assert iiv("-C", journal, "export", "pages", tmp_path / "pages").exit_code == 0
    page = (tmp_path / "pages/docs/interviews/a.md").read_text("utf-8")
    assert "Not understood" in page
    assert "By chance." in page
    assert "By chance" in (tmp_path / "pages/docs/interviews/b.md").read_text("utf-8")


def test_a_mistyped_former_wording_is_never_written_over(tmp_path: Path) -> None:
    former = "{aks: How did you begin at all?, until: 2026-01-01}"
    note = f"---\nask: How did you get your start?\nformerly: {former}\n---\n"
    journal = write_journal(tmp_path, {"questions/start.md": note, "interviews/a.md": NOTE.format("")})
    result = iiv("-C", journal, *TODAY, "questions", "reword", "start", "Where did it begin?")
    assert result.exit_code == 1
    assert "`aks`" in result.stderr
    assert "`formerly`" in result.stderr
    assert (journal / "journal/questions/start.md").read_text("utf-8") == note


def test_days_as_people_type_them(tmp_path: Path) -> None:
    journal = write_journal(tmp_path, {"contacts/ada.md": "---\nname: Ada\nNext contact: 1.1.2026\n---\n"})
    for words in (
        ("scheduled", "next", "friday", "3pm", "--by", "video", "--date", "yesterday"),
        ("cancelled", "--date", "9 March 2026"),
        ("wrote", "--next", "in 3 months"),
    ):
        assert iiv("-C", journal, *TODAY, "log", "ada", *words).exit_code == 0
    assert (journal / "journal/contacts/ada.md").read_text("utf-8") == (
        "---\nname: Ada\nNext contact: 2026-06-10\n---\n\n## Log\n\n"
        "- 2026-03-09 scheduled 2026-03-13 15:00 by video\n- 2026-03-09 cancelled\n- 2026-03-10 wrote\n"
    )
    assert read(journal).problems == ()


def test_copies_that_sync_programs_made_of_a_talk_owe_nothing(tmp_path: Path) -> None:
    note = NOTE.format("")
    names = ("", ".sync-conflict-20260303-101112-ABCDEFG", " (conflicted copy 2026-03-03 070952)", " 2")
    notes = {f"interviews/2026-03-02-ada{name}.md": note for name in names}
    journal = write_journal(tmp_path, {"contacts/ada-lovelace.md": "---\nname: Ada Lovelace\n---\n", **notes})
    due = iiv_json("-C", journal, *TODAY, "due")
    assert [(row["kind"], row["channel"]) for row in due] == [("thank", "email"), ("thank", "card")]
    found = iiv_json("-C", journal, *TODAY, "check")
    assert [row["code"] for row in found] == ["copy"] * 3
    assert all("journal/interviews/2026-03-02-ada.md" in row["message"] for row in found)


def test_a_copy_of_a_person_is_nobody(tmp_path: Path) -> None:
    person = "---\nname: Ada Lovelace\nemail: ada@example.org\n---\n"
    ending = ".sync-conflict-20260303-101112-ABCDEFG"
    notes = {f"contacts/ada-lovelace{end}.md": person for end in ("", ending)}
    journal = write_journal(tmp_path, {"interviews/a.md": NOTE.format(""), **notes})
    assert [contact.id for contact in read(journal).journal.contacts] == ["ada-lovelace"]
    (problem,) = read(journal).problems
    assert (problem.code, problem.hint) == ("copy", "it says nothing that the note does not: delete it")
    assert len(iiv_json("-C", journal, *TODAY, "due")) == 2
