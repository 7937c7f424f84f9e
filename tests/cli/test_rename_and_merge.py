"""`iiv rename` and `iiv merge`: one person is one person, and a mind may change."""

from pathlib import Path

import pytest

from iiv.journal.read.reading import read
from tests.builders import write_journal
from tests.cli.running import at_a_terminal, iiv, iiv_json

TALK = "---\ncontact: Ada Byron\ndate: 2026-03-02\nhelpfulness: 4\n---\nA talk.\n"
TODAY = ("--today", "2026-03-10")


def journal_with(monkeypatch: pytest.MonkeyPatch, root: Path, files: dict[str, str]) -> Path:
    monkeypatch.chdir(write_journal(root, files))
    return root


def who_needs_me() -> list[tuple[str, str]]:
    return [(due["contact"], due["kind"]) for due in iiv_json("due", "--all", *TODAY)]


def test_after_a_rename_every_note_still_belongs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {
        "interviews/x.md": TALK,
        "contacts/b.md": "---\nname: Bob\nintroduced_by: Ada Byron\n---\nSee [[Ada Byron]].\n",
        "contacts/ada.md": "---\nname: Ada Byron\n---\n\n## Log\n- 2026-03-02 thanked by e-mail\n",
    }
    root = journal_with(monkeypatch, tmp_path, files)
    before = who_needs_me()
    result = iiv("rename", "ada", "Ada King")
    said = "Ada Byron is Ada King now, and Ada Byron still leads there.\njournal/contacts/ada.md\n"
    assert result.stdout == said
    reading = read(root)
    assert reading.problems == ()
    assert [contact.id for contact in reading.journal.contacts] == ["ada", "b"]
    assert who_needs_me() == [(name.replace("Ada Byron", "Ada King"), kind) for name, kind in before]


def test_somebody_without_a_file_gets_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = journal_with(monkeypatch, tmp_path, {"interviews/x.md": TALK})
    assert iiv("rename", "Ada Byron", "Ada King").exit_code == 0
    reading = read(root)
    assert [(contact.id, contact.name) for contact in reading.journal.contacts] == [("ada-byron", "Ada King")]
    assert reading.journal.talks[0].contact == "ada-byron"


def test_the_name_of_somebody_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"contacts/ada.md": "---\nname: Ada\n---\n", "contacts/bea.md": "---\nname: Bea\n---\n"}
    journal_with(monkeypatch, tmp_path, files)
    result = iiv("rename", "ada", "Bea")
    assert result.exit_code == 2
    assert "iiv merge ada bea" in result.stderr
    assert iiv("rename", "ada", "Ada").stderr == "Ada is the name already. Nothing was changed.\n"


TWO = {
    "interviews/x.md": TALK,
    "interviews/y.md": TALK.replace("Byron", "King").replace("03-02", "03-05"),
    "contacts/ada-byron.md": (
        "---\nname: Ada Byron\nemail: a@example.org\nintroduced_by: Ada King\n---\n\n"
        "## Log\n- 2026-03-02 thanked\n"
    ),
    "contacts/ada-king.md": "---\nname: Ada King\nemail: k@example.org\n---\n\n## Log\n- 2026-02-02 asked\n",
}


def test_after_a_merge_there_is_one_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = journal_with(monkeypatch, tmp_path, TWO)
    result = iiv("merge", "king", "byron")
    said = "Ada King is Ada Byron now. `iiv undo` takes it back.\njournal/contacts/ada-byron.md\n"
    assert result.stdout == said
    assert result.stderr == "email: a@example.org it is; k@example.org stands below the notes.\n"
    reading = read(root)
    assert reading.problems == ()
    (person,) = reading.journal.contacts
    assert (person.name, person.aliases, person.introduced_by) == ("Ada Byron", ("Ada King",), None)
    expected = [("2026-02-02", "asked"), ("2026-03-02", "thanked")]
    assert [(str(line.date), line.verb) for line in person.log] == expected
    assert [talk.contact for talk in reading.journal.talks] == ["ada-byron", "ada-byron"]
    assert iiv("undo").exit_code == 0
    assert {path: (root / "journal" / path).read_text() for path in TWO} == TWO


@pytest.mark.parametrize("without", ["ada-byron", "ada-king"])
def test_one_of_both_may_have_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, without: str) -> None:
    files = {path: text for path, text in TWO.items() if without not in path}
    root = journal_with(monkeypatch, tmp_path, files)
    assert iiv("merge", "ada-king", "ada-byron").exit_code == 0
    (person,) = read(root).journal.contacts
    assert (person.id, person.name) == ("ada-byron", "Ada Byron")


def test_nobody_is_merged_with_themselves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal_with(monkeypatch, tmp_path, TWO)
    assert iiv("merge", "king", "Ada King").exit_code == 2


def test_at_a_terminal_the_person_is_asked_what_is_right(tmp_path: Path) -> None:
    root = write_journal(tmp_path, TWO)
    assert "is 'a@example.org' right, and not 'k@example.org'?" in at_a_terminal(
        root, "n\n", "merge", "king", "byron"
    )
    (person,) = read(root).journal.contacts
    assert person.email == "k@example.org"


def test_what_is_saved_while_one_is_asked_is_not_lost(tmp_path: Path) -> None:
    root = write_journal(tmp_path, TWO)
    king = root / "journal" / "contacts" / "ada-king.md"
    newer = f"{TWO['contacts/ada-king.md']}- 2026-03-09 called\n"
    said = at_a_terminal(root, "y\n", "merge", "king", "byron", meanwhile=lambda: king.write_text(newer))
    assert "was saved meanwhile: nothing was changed" in " ".join(said.split())
    assert king.read_text() == newer
    assert (king.parent / "ada-byron.md").read_text() == TWO["contacts/ada-byron.md"]


@pytest.mark.parametrize(("answer", "people"), [("y\n", ["Ada Byron"]), ("\n", ["Ada Biron", "Ada Byron"])])
@pytest.mark.parametrize("command", [("new", "--no-edit"), ("add",)])
def test_at_a_terminal_a_near_name_is_asked_about(
    tmp_path: Path, answer: str, people: list[str], command: tuple[str, ...]
) -> None:
    root = write_journal(
        tmp_path, {"contacts/ada-byron.md": TWO["contacts/ada-byron.md"].replace("King", "Lee")}
    )
    said = at_a_terminal(root, answer, *command, "Ada Biron")
    assert "Is this Ada Byron (ada-byron)? [y/N]" in said
    assert [contact.name for contact in read(root).journal.contacts if contact.name != "Ada Lee"] == people
