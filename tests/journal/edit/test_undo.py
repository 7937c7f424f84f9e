"""What a command wrote is taken back to the byte, or left as it is when somebody changed it since."""

import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.edit import files, record
from iiv.journal.edit.errors import NotAsItWasError, NothingToUndoError
from iiv.journal.edit.undo import TakenBack, undo
from iiv.journal.edit.writing import writing
from tests.builders import write_journal
from tests.children import a_child
from tests.users import a_plain_user

ADA = "journal/contacts/ada.md"
GRACE = "journal/contacts/grace.md"
MARY = "journal/contacts/mary.md"
NOTE = b"\xef\xbb\xbf---\r\nname: Ada\r\n---\r\nWords"


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return write_journal(tmp_path / "talks", {"contacts/ada.md": NOTE, "contacts/mary.md": "Mary.\n"})


def notes_of(root: Path) -> dict[str, bytes]:
    folder = root / "journal"
    return {str(p.relative_to(root)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def add(root: Path, path: str, text: str) -> None:
    with writing(root, f"iiv log {text}") as notes:
        notes.change(path, lambda before: before + text)


def merge(root: Path) -> None:
    """One note changed, one new, one gone."""
    with writing(root, "iiv merge mary ada") as notes:
        notes.change(ADA, str.upper)
        notes.create(GRACE, "Grace.\n")
        notes.remove(MARY)


def test_the_bytes_are_as_they_were(journal: Path) -> None:
    before = notes_of(journal)
    merge(journal)
    assert sorted(notes_of(journal)) == [ADA, GRACE]
    assert undo(journal) == TakenBack("iiv merge mary ada", changed=(ADA,), gone=(GRACE,), back=(MARY,))
    assert notes_of(journal) == before


def test_twice_undoes_two(journal: Path) -> None:
    before = notes_of(journal)
    add(journal, ADA, "1")
    add(journal, MARY, "2")
    assert [undo(journal).command, undo(journal).command] == ["iiv log 2", "iiv log 1"]
    assert notes_of(journal) == before
    with pytest.raises(NothingToUndoError, match="no command wrote anything"):
        undo(journal)


@pytest.mark.parametrize("path", [ADA, GRACE, MARY])
def test_nothing_is_taken_back_when_one_file_was_changed_since(journal: Path, path: str) -> None:
    merge(journal)
    (journal / path).write_text("Mine.")
    before = notes_of(journal)
    with pytest.raises(NotAsItWasError, match=rf"{path} was changed since `iiv merge mary ada`"):
        undo(journal)
    assert notes_of(journal) == before


def test_nothing_is_taken_back_when_one_file_was_moved(journal: Path) -> None:
    merge(journal)
    (journal / ADA).rename(journal / "journal" / "elsewhere.md")
    before = notes_of(journal)
    with pytest.raises(NotAsItWasError, match=ADA):
        undo(journal)
    assert notes_of(journal) == before


def test_what_a_crash_left_half_written_is_taken_back(journal: Path) -> None:
    before = notes_of(journal)
    merge(journal)
    (journal / MARY).write_bytes(before[MARY])  # as if it had ended before this one was removed
    assert undo(journal).back == ()
    assert notes_of(journal) == before


def test_what_a_process_that_died_between_two_files_wrote_is_taken_back(journal: Path) -> None:
    code = """
import os, sys
from pathlib import Path
from iiv.journal.edit import files
from iiv.journal.edit.writing import writing
replace = files._replace
files._replace = lambda *words: (replace(*words), os._exit(9))  # once the first file is in its place
with writing(Path(sys.argv[1]), "iiv test") as notes:
    notes.change("journal/contacts/ada.md", str.upper)
    notes.change("journal/contacts/mary.md", str.upper)
"""
    before = notes_of(journal)
    with a_child(sys.executable, "-c", code, journal) as process:
        assert process.wait() == 9
    after = notes_of(journal)
    assert [path for path in before if after[path] != before[path]] == [ADA]
    assert undo(journal).changed == (ADA,)
    assert notes_of(journal) == before


def test_a_process_that_died_before_all_was_on_the_disk_left_no_half_note(journal: Path) -> None:
    code = """
import os, sys
from pathlib import Path
from iiv.journal.edit import files
from iiv.journal.edit.writing import writing
files.keep_contents = lambda _: os._exit(9)
with writing(Path(sys.argv[1]), "iiv test") as notes:
    notes.create("journal/contacts/bo.md", "Bo")
    notes.create("journal/contacts/grace.md", "Grace")
"""
    before = notes_of(journal)
    with a_child(sys.executable, "-c", code, journal) as process:
        assert process.wait() == 9
    left = {path: content for path, content in notes_of(journal).items() if "/.iiv-" not in path}
    assert left == before
    assert undo(journal) == TakenBack("iiv test", (), (), ())
    assert notes_of(journal) == before


def test_what_somebody_took_back_by_hand_is_done(journal: Path) -> None:
    add(journal, ADA, "1")
    (journal / ADA).write_bytes(NOTE)
    assert undo(journal) == TakenBack("iiv log 1", (), (), ())
    with pytest.raises(NothingToUndoError):
        undo(journal)


def test_links_within_the_journal(journal: Path) -> None:
    (journal / "journal" / "kept").mkdir()
    kept = (journal / ADA).rename(journal / "journal" / "kept" / "a.txt")
    (journal / ADA).symlink_to("../kept/a.txt")
    add(journal, ADA, "1")
    with writing(journal, "iiv merge") as notes:
        notes.remove(ADA)
    assert not (journal / ADA).is_symlink()
    assert kept.read_bytes() == NOTE + b"1"
    undo(journal)
    assert str((journal / ADA).readlink()) == "../kept/a.txt"
    undo(journal)
    assert kept.read_bytes() == NOTE
    assert (journal / ADA).is_symlink()


def test_a_removed_note_has_its_mode_again(journal: Path) -> None:
    (journal / MARY).chmod(0o600)
    merge(journal)
    undo(journal)
    assert stat.S_IMODE((journal / MARY).stat().st_mode) == 0o600


def test_a_locked_file_keeps_all_as_they_are() -> None:
    with a_plain_user() as folder:
        root = write_journal(folder, {"contacts/ada.md": NOTE, "contacts/mary.md": "Mary.\n"})
        merge(root)
        after = notes_of(root)
        (root / GRACE).chmod(0o400)
        with pytest.raises(PermissionError):
            undo(root)
        (root / GRACE).chmod(0o600)
        (root / "journal" / "contacts").chmod(0o500)
        with pytest.raises(PermissionError):
            undo(root)
        assert notes_of(root) == after
        (root / "journal" / "contacts").chmod(0o700)
        undo(root)
        assert sorted(notes_of(root)) == [ADA, MARY]


def test_a_command_that_changed_nothing_is_not_recorded(journal: Path) -> None:
    with writing(journal, "iiv test") as notes:
        notes.change(ADA, str)
    assert record.load(journal) == ()


def test_the_record_is_for_its_owner_alone(journal: Path) -> None:
    add(journal, ADA, "1")
    assert stat.S_IMODE((journal / ".iiv").stat().st_mode) == 0o700
    assert stat.S_IMODE((journal / ".iiv" / "undo").stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"x", b"\x91" * 99])
def test_a_damaged_record_is_said(journal: Path, content: bytes) -> None:
    add(journal, ADA, "1")
    (journal / ".iiv" / "undo").write_bytes(content)
    with pytest.raises(NothingToUndoError, match=r"\(\.iiv/undo\) is damaged"):
        undo(journal)
    add(journal, ADA, "2")
    undo(journal)
    assert (journal / ADA).read_bytes() == NOTE + b"1"


def test_where_nothing_can_be_recorded_the_notes_are_written(journal: Path) -> None:
    (journal / ".iiv").write_text("in the way")
    with writing(journal, "iiv test") as notes:
        notes.create(GRACE, "Grace.\n")
    assert not notes.recorded
    assert (journal / GRACE).read_text() == "Grace.\n"


def test_what_could_not_be_recorded_is_not_taken_for_what_came_before(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(journal, MARY, "1")
    with monkeypatch.context() as patch:
        patch.setattr("iiv.journal.cache.sealed_file.save", lambda *_, **__: False)  # a full disk
        add(journal, ADA, "2")
    with pytest.raises(NothingToUndoError):
        undo(journal)


def test_the_last_fifty_are_kept_and_of_large_ones_fewer(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(60):
        add(journal, MARY, str(number % 10))
    assert len(record.load(journal)) == record.MOST_COMMANDS
    monkeypatch.setattr(record, "MOST_BYTES", 1000)
    add(journal, MARY, "x")
    assert 1 < len(record.load(journal)) < 20
    add(journal, MARY, "y" * 2000)
    add(journal, MARY, "z")
    assert [entry.command for entry in record.load(journal)] == ["iiv log z"]


def test_a_command_whose_bytes_are_no_text_is_recorded(journal: Path) -> None:
    add(journal, ADA, "1")
    entry = record.written("iiv log \udce4", [files.current(journal, ADA)])
    assert record.add(journal, entry)
    assert record.load(journal)[-1].command == "iiv log ?"


@given(old=st.binary(), new=st.text("ab \r\n\ufeff"))
def test_any_bytes_come_back(tmp_path_factory: pytest.TempPathFactory, old: bytes, new: str) -> None:
    root = write_journal(tmp_path_factory.mktemp("talks"), {"contacts/ada.md": NOTE, "contacts/mary.md": old})
    with writing(root, "iiv test") as notes:
        notes.change(ADA, lambda _: new)
        notes.create(GRACE, new)
    undo(root)
    assert notes_of(root) == {ADA: NOTE, MARY: old}
