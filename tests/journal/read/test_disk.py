"""What lies in the folder is read safely: no loop, no hang, nothing from outside."""

import os
from pathlib import Path

import pytest

from iiv.journal.problems import Place, error
from iiv.journal.read import disk
from iiv.journal.read.disk import MAX_NOTE_BYTES
from iiv.journal.read.reading import read
from tests.builders import write_journal
from tests.users import a_plain_user

GOOD = "---\ncontact: Grace Hopper\ndate: 2026-03-03\n---\nnotes\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_journal(
        tmp_path / "mine", {"interviews/good.md": GOOD, "images/a.png": b"", ".obsidian/x.md": "hidden"}
    )


def problems(root: Path) -> list[str]:
    reading = read(root)
    assert [talk.id for talk in reading.journal.talks] == ["good"]
    return [f"{problem.place.path}: {problem.code}" for problem in reading.problems]


def test_hidden_folders_are_left_out_and_other_files_are_known(root: Path) -> None:
    assert problems(root) == []
    assert read(root).journal.files == {"journal/images/a.png"}


def test_links_out_of_the_folder_and_in_circles_are_skipped(root: Path) -> None:
    secret = root.parent / "secret.md"
    secret.write_text(GOOD)
    notes = root / "journal/interviews"
    (notes / "out.md").symlink_to(secret)
    (notes / "loop.md").symlink_to(notes / "loop.md")
    (notes / "again").symlink_to(root / "journal", target_is_directory=True)
    (notes / "gone.md").symlink_to("nowhere.md")
    assert problems(root) == [
        "journal/interviews/again: link-to-folder",
        "journal/interviews/gone.md: link-to-nothing",
        "journal/interviews/loop.md: link-to-nothing",
        "journal/interviews/out.md: link-outside",
    ]


def test_a_link_within_the_folder_is_followed(root: Path) -> None:
    (root / "journal/contacts").mkdir()
    (root / "journal/files").mkdir()
    (root / "journal/files/grace.txt").write_text("---\nname: Grace Hopper\n---\n")
    (root / "journal/contacts/grace.md").symlink_to(root / "journal/files/grace.txt")
    assert problems(root) == []
    assert [contact.id for contact in read(root).journal.contacts] == ["grace"]


def test_a_fifo_is_not_waited_for(root: Path) -> None:
    os.mkfifo(root / "journal/interviews/pipe.md")
    assert problems(root) == ["journal/interviews/pipe.md: not-a-file"]


def test_a_huge_note_is_not_read(root: Path) -> None:
    with (root / "journal/interviews/huge.md").open("wb") as file:
        file.truncate(MAX_NOTE_BYTES + 1)
    assert problems(root) == ["journal/interviews/huge.md: too-large"]


def test_a_name_that_is_no_utf_8_is_skipped(root: Path) -> None:
    with open(os.fsencode(root / "journal/interviews") + b"/caf\xe9.md", "w") as file:  # noqa: PTH123 - a name in bytes
        file.write(GOOD)
    assert problems(root) == ["journal/interviews/caf?.md: bad-file-name"]


def test_what_may_not_be_read_is_a_problem() -> None:
    files = {"interviews/good.md": GOOD, "interviews/closed.md": GOOD, "closed/a.md": GOOD}
    with a_plain_user() as folder:
        root = write_journal(folder, files)
        (root / "journal/closed").chmod(0)
        (root / "journal/interviews/closed.md").chmod(0)
        found = problems(root)
        (broken,) = read(root).journal.broken
        (root / "journal/closed").chmod(0o700)
    assert found == ["journal/closed: unreadable", "journal/interviews/closed.md: unreadable"]
    assert (broken.id, broken.text) == ("closed", "")


def test_a_note_that_is_left_out_keeps_its_name_and_has_no_text(root: Path) -> None:
    (root / "journal/contacts").mkdir()
    os.mkfifo(root / "journal/contacts/ada.md")
    (root / "journal/interviews/gone.md").symlink_to("nowhere.md")
    (root / "journal/me.md").symlink_to("/etc/passwd")
    (root / "journal/interviews/old").mkdir()
    (root / "journal/interviews/old/good.md").symlink_to("nowhere.md")
    reading = read(root)
    broken = sorted((note.kind, note.id, note.text) for note in reading.journal.broken)
    (second,) = [id_ for _, id_, _ in broken if id_.startswith("good-")]
    assert broken == [
        ("contact", "ada", ""),
        ("interview", "gone", ""),
        ("interview", second, ""),
        ("me", "me", ""),
    ]
    expected = [("ada", "Ada"), ("grace-hopper", "Grace Hopper")]
    assert [(contact.id, contact.name) for contact in reading.journal.contacts] == expected
    assert [problem.code for problem in reading.problems if problem.place.path.endswith("good.md")] == [
        "link-to-nothing",
        "name-taken",
    ]


def test_settings_that_may_not_be_read_are_a_problem() -> None:
    with a_plain_user() as folder:
        root = write_journal(folder, {"interviews/good.md": GOOD})
        (root / "mkdocs.yml").chmod(0)
        assert problems(root) == ["mkdocs.yml: unreadable"]


def test_a_folder_without_settings_says_so(tmp_path: Path) -> None:
    (tmp_path / "journal").mkdir()
    assert [problem.code for problem in read(tmp_path).problems] == ["no-plugin"]


def test_a_note_that_goes_away_while_reading_is_a_problem(root: Path) -> None:
    gone = root / "journal/interviews/gone.md"
    assert disk._read(root, "journal/interviews/gone.md") == error(  # noqa: SLF001 - a race cannot be staged
        Place(gone.relative_to(root).as_posix()),
        "unreadable",
        "this file cannot be read: No such file or directory",
        "check its permissions",
    )
