"""Notes change on disk in one step or not at all, and never against the person who writes them."""

import os
import stat
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.edit import errors
from iiv.journal.edit.log import with_log_line
from iiv.journal.edit.record import load
from iiv.journal.edit.writing import writing
from tests.builders import a_log_line, write_journal
from tests.children import a_child
from tests.users import a_plain_user

ADA = "journal/contacts/ada.md"
GRACE = "journal/contacts/grace.md"
NOTE = "---\nname: Ada\n---\n"


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return write_journal(tmp_path / "talks", {"contacts/ada.md": NOTE})


def change(root: Path, path: str, amend: Callable[[str], str]) -> Path:
    with writing(root, "iiv test") as notes:
        return notes.change(path, amend)


def create(root: Path, path: str, text: str) -> Path:
    with writing(root, "iiv test") as notes:
        return notes.create(path, text)


def shouted(text: str) -> str:
    return text.upper()


def while_they_type(journal: Path) -> Callable[[str], str]:
    """Add a line to Ada's log, while somebody saves her note."""

    def amend(text: str) -> str:
        (journal / ADA).write_text(f"{text}Theirs.\n")
        return with_log_line(text, a_log_line("2026-03-02 asked"))

    return amend


def files(folder: Path) -> list[str]:
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in found if not path.startswith(".iiv/"))


def test_a_note_gets_its_new_text_and_nothing_is_left_beside_it(journal: Path) -> None:
    assert change(journal, ADA, shouted) == journal / ADA
    assert (journal / ADA).read_text() == NOTE.upper()
    assert files(journal) == ["journal/contacts/ada.md", "mkdocs.yml"]


@pytest.mark.parametrize("text", ["a\r\nb\rc\n", "\ufeffa", "ä 🙂", ""])
def test_line_ends_and_marks_go_through(journal: Path, text: str) -> None:
    (journal / ADA).write_bytes(text.encode())
    change(journal, ADA, lambda text: text + "!")
    assert (journal / ADA).read_bytes() == f"{text}!".encode()


def test_a_note_that_stays_the_same_is_not_written(journal: Path) -> None:
    before = (journal / ADA).stat()
    change(journal, ADA, str)
    assert (journal / ADA).stat() == before


def test_what_somebody_saved_meanwhile_is_kept_and_ours_is_said(journal: Path) -> None:
    with pytest.raises(errors.ChangedMeanwhileError) as fault:
        change(journal, ADA, while_they_type(journal))
    assert (journal / ADA).read_text() == f"{NOTE}Theirs.\n"
    assert fault.value.text == f"{NOTE}\n## Log\n\n- 2026-03-02 asked\n"
    said = "stays as they left it. Not written: `## Log`, `- 2026-03-02 asked`"
    assert str(fault.value) == f"{ADA} was saved by somebody else meanwhile, and {said}"
    assert files(journal) == ["journal/contacts/ada.md", "mkdocs.yml"]
    assert load(journal) == ()


def test_a_note_that_was_deleted_meanwhile_does_not_come_back(journal: Path) -> None:
    def while_they_delete(text: str) -> str:
        (journal / ADA).unlink()
        return text.upper()

    with pytest.raises(errors.ChangedMeanwhileError):
        change(journal, ADA, while_they_delete)
    assert files(journal) == ["mkdocs.yml"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_mode_is_kept(journal: Path, mode: int) -> None:
    (journal / ADA).chmod(mode)
    change(journal, ADA, shouted)
    assert stat.S_IMODE((journal / ADA).stat().st_mode) == mode


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_is_kept(journal: Path) -> None:
    os.chown(journal / ADA, 12345, 54321)
    change(journal, ADA, shouted)
    status = (journal / ADA).stat()
    assert (status.st_uid, status.st_gid) == (12345, 54321)


def test_a_note_that_its_owner_locked_stays() -> None:
    with a_plain_user() as folder:
        root = write_journal(folder, {"contacts/ada.md": NOTE})
        (root / ADA).chmod(0o400)
        with pytest.raises(PermissionError):
            change(root, ADA, shouted)
        assert (root / ADA).read_text() == NOTE


def test_a_link_within_the_journal_is_followed(journal: Path) -> None:
    (journal / "journal" / "kept").mkdir()
    (journal / ADA).rename(journal / "journal" / "kept" / "a.txt")
    (journal / ADA).symlink_to("../kept/a.txt")
    assert change(journal, ADA, shouted) == journal / ADA
    assert (journal / ADA).is_symlink()
    assert (journal / "journal" / "kept" / "a.txt").read_text() == NOTE.upper()


def test_a_journal_behind_a_link_is_a_journal(journal: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(journal)
    change(tmp_path / "link", ADA, shouted)
    assert (journal / ADA).read_text() == NOTE.upper()


def test_a_link_out_of_the_journal_is_not_followed(journal: Path) -> None:
    outside = journal / "outside.md"
    outside.write_text(NOTE)
    (journal / ADA).unlink()
    (journal / ADA).symlink_to(outside)
    with pytest.raises(errors.OutsideJournalError, match="lies outside the journal"):
        change(journal, ADA, shouted)
    assert outside.read_text() == NOTE


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"---\nname: Ad\xe9\n---\n", "byte 0xe9 on line 2 is not UTF-8"),
        (b"---\nname: A\0\n---\n", "NUL"),
        (b"---\nname: Ada\n", "line 1: the front matter that begins here is never closed"),
    ],
)
def test_a_note_that_cannot_be_read_is_left_as_it_is(journal: Path, content: bytes, why: str) -> None:
    (journal / ADA).write_bytes(content)
    with pytest.raises(errors.UneditableNoteError, match=f"{ADA} was left as it is: .*{why}"):
        change(journal, ADA, lambda text: with_log_line(text, a_log_line("2026-03-02 asked")))
    assert (journal / ADA).read_bytes() == content


def test_a_fault_on_the_way_leaves_nothing_behind(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        change(journal, ADA, shouted)
    with pytest.raises(OSError, match="No space left"):
        create(journal, "journal/contacts/grace.md", NOTE)
    assert (journal / ADA).read_text() == NOTE
    assert files(journal) == ["journal/contacts/ada.md", "mkdocs.yml"]


def test_several_notes_are_written_as_one_or_not_at_all(journal: Path) -> None:
    with ExitStack() as stack:
        notes = stack.enter_context(writing(journal, "iiv test"))
        notes.create(GRACE, NOTE)
        notes.change(ADA, while_they_type(journal))
        with pytest.raises(errors.ChangedMeanwhileError):
            stack.close()
    assert files(journal) == ["journal/contacts/ada.md", "mkdocs.yml"]

    with writing(journal, "iiv test") as notes:
        notes.change(ADA, shouted)
        notes.create(GRACE, NOTE)
        assert (journal / ADA).read_text() == f"{NOTE}Theirs.\n"
        assert not (journal / GRACE).exists()
    assert notes.paths == (journal / ADA, journal / GRACE)
    assert notes.recorded
    assert (journal / ADA).read_text() == f"{NOTE}Theirs.\n".upper()
    assert (journal / GRACE).read_text() == NOTE


def test_each_call_sees_what_those_before_it_prepared(journal: Path) -> None:
    with writing(journal, "iiv merge") as notes:
        notes.create(GRACE, "a")
        notes.change(GRACE, shouted)
        with pytest.raises(errors.NoteExistsError):
            notes.create(GRACE, "b")
        assert notes.remove(ADA) == NOTE
        with pytest.raises(FileNotFoundError):
            notes.change(ADA, shouted)
    assert files(journal) == ["journal/contacts/grace.md", "mkdocs.yml"]
    assert (journal / GRACE).read_text() == "A"


def test_an_exception_leaves_everything_as_it_was(journal: Path) -> None:
    def fail(_: str) -> str:
        raise ZeroDivisionError

    with ExitStack() as stack:
        stack.enter_context(pytest.raises(ZeroDivisionError))
        notes = stack.enter_context(writing(journal, "iiv test"))
        notes.create(GRACE, NOTE)
        notes.change(ADA, fail)
    assert files(journal) == ["journal/contacts/ada.md", "mkdocs.yml"]
    assert (journal / ADA).read_text() == NOTE


def test_a_fault_between_two_files_takes_back_the_first(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    (journal / GRACE).write_text(NOTE)
    monkeypatch.setattr(Path, "unlink", closed)
    with ExitStack() as stack:
        notes = stack.enter_context(writing(journal, "iiv merge"))
        notes.change(ADA, shouted)
        notes.remove(GRACE)
        with pytest.raises(PermissionError):
            stack.close()
    assert (journal / ADA).read_text() == (journal / GRACE).read_text() == NOTE
    assert load(journal) == ()


def test_commands_at_once_lose_no_line(journal: Path) -> None:
    code = """
import sys
from pathlib import Path
from iiv.journal.edit.log import with_log_line
from iiv.journal.edit.writing import writing
from tests.builders import a_log_line
root, path, verb = sys.argv[1:]
for day in range(10, 20):
    with writing(Path(root), "iiv test") as notes:
        notes.change(path, lambda text: with_log_line(text, a_log_line(f"2026-03-{day} {verb}")))
"""
    verbs = ["asked", "called", "met"]
    with ExitStack() as stack:
        children = [a_child(sys.executable, "-c", code, journal, ADA, verb) for verb in verbs]
        running = [stack.enter_context(child) for child in children]
        assert [process.wait() for process in running] == [0, 0, 0]
    lines = (journal / ADA).read_text().removeprefix(f"{NOTE}\n## Log\n\n").splitlines()
    assert sorted(lines) == sorted(f"- 2026-03-{day} {verb}" for day in range(10, 20) for verb in verbs)


def test_each_reason_is_one_that_the_command_line_knows() -> None:
    kinds = {kind for name, kind in vars(errors).items() if name.endswith("Error")}
    assert all(issubclass(kind, errors.EditError) for kind in kinds)


@given(content=st.text("ab \r\n\ufeff").map(str.encode))
def test_any_bytes_of_text_come_out_as_they_went_in(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    journal = write_journal(tmp_path_factory.mktemp("talks"), {"contacts/ada.md": content})
    change(journal, ADA, lambda text: text + "!")
    assert (journal / ADA).read_bytes() == content + b"!"
