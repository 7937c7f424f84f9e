"""A new note is written whole, in the journal, and in the place of nothing."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from iiv.journal.edit import errors
from iiv.journal.edit.writing import writing
from tests.builders import write_journal
from tests.journal.edit.test_writing import GRACE, NOTE, create, files


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return write_journal(tmp_path / "talks", {"contacts/ada.md": NOTE})


def test_a_new_note(journal: Path) -> None:
    path = create(journal, "journal/interviews/2026/a.md", "ä\r\n")
    assert path == journal / "journal" / "interviews" / "2026" / "a.md"
    assert path.read_bytes() == "ä\r\n".encode()


@pytest.mark.parametrize(
    "put",
    [lambda path: path.write_text("Mine."), Path.mkdir, lambda path: path.symlink_to("nothing.md")],
    ids=["a file", "a folder", "a link"],
)
def test_a_new_note_takes_the_place_of_nothing(journal: Path, put: Callable[[Path], object]) -> None:
    put(journal / GRACE)
    with pytest.raises(errors.NoteExistsError, match=r"contacts/grace\.md is there already"):
        create(journal, GRACE, NOTE)
    assert not (journal / GRACE).is_file() or (journal / GRACE).read_text() == "Mine."


def test_a_new_note_lies_in_the_journal(journal: Path, tmp_path: Path) -> None:
    (journal / "journal" / "questions").symlink_to(tmp_path)
    with pytest.raises(errors.OutsideJournalError):
        create(journal, "journal/questions/start.md", NOTE)
    assert not (tmp_path / "start.md").exists()


def test_many_notes_wait_for_their_folder_once(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders: list[int] = []
    wait = os.fsync

    def count(handle: int) -> None:
        wait(handle)
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            folders.append(handle)

    monkeypatch.setattr(os, "fsync", count)
    with writing(journal, "iiv import") as notes:
        for number in range(50):
            notes.create(f"journal/contacts/{number}.md", str(number))
    written = [(journal / f"journal/contacts/{number}.md").read_text() for number in range(50)]
    assert written == [*map(str, range(50))]
    assert len(folders) <= 2  # that of the notes, and that of the record


def test_a_disk_without_second_names_takes_a_note(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    assert create(journal, GRACE, NOTE).read_text() == NOTE
    with pytest.raises(errors.NoteExistsError):
        create(journal, GRACE, "")
    assert files(journal) == ["journal/contacts/ada.md", GRACE, "mkdocs.yml"]
