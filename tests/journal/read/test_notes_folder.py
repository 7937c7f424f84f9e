"""A journal whose notes cannot be reached is no empty journal."""

import os
from pathlib import Path

import pytest

from iiv.journal.read.notes_folder import NotesFolderError, require_notes
from iiv.journal.read.reading import read
from tests.builders import write_journal
from tests.users import a_plain_user


def gone(folder: Path) -> None:
    folder.rmdir()


def a_link_to_nothing(folder: Path) -> None:
    folder.rmdir()
    folder.symlink_to("/media/stick/journal")


def a_link_to_itself(folder: Path) -> None:
    folder.rmdir()
    folder.symlink_to(folder)


def a_file(folder: Path) -> None:
    folder.rmdir()
    folder.write_text("../elsewhere")


def a_pipe(folder: Path) -> None:
    folder.rmdir()
    os.mkfifo(folder)


@pytest.mark.parametrize(
    ("befalls", "said"),
    [
        (gone, "there is no folder {}: if your notes lie on another disk, connect it; "),
        (a_link_to_nothing, "{} is a link that leads nowhere: if your notes lie on another disk, connect it"),
        (a_link_to_itself, "{} cannot be read (Too many levels of symbolic links): "),
        (a_file, "{} is no folder: put the folder with your notes in its place"),
        (a_pipe, "{} is no folder: put the folder with your notes in its place"),
    ],
)
def test_what_may_stand_in_its_place(tmp_path: Path, befalls: object, said: str) -> None:
    root = write_journal(tmp_path, {})
    assert callable(befalls)
    befalls(root / "journal")
    with pytest.raises(NotesFolderError) as fault:
        read(root)
    assert str(fault.value).startswith(said.format(root / "journal"))
    assert "\n" not in str(fault.value)


@pytest.mark.parametrize("mode", [0o000, 0o300, 0o600])
def test_a_folder_that_may_not_be_read(mode: int) -> None:
    with a_plain_user() as folder:
        root = write_journal(folder, {"me.md": ""})
        (root / "journal").chmod(mode)
        with pytest.raises(NotesFolderError, match=r"cannot be read: give yourself the permission to$"):
            require_notes(root)
        (root / "journal").chmod(0o700)


def test_an_empty_folder_is_how_a_journal_begins(tmp_path: Path) -> None:
    assert read(write_journal(tmp_path, {})).problems == ()


def test_a_link_to_the_folder_is_as_good(tmp_path: Path) -> None:
    root = write_journal(tmp_path / "mine", {"me.md": "---\nname: Ada\n---\n"})
    (root / "journal").rename(tmp_path / "notes")
    (root / "journal").symlink_to(tmp_path / "notes")
    assert read(root).journal.me.name == "Ada"
