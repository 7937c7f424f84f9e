import shutil
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from iiv.site.serve.watching import Watcher
from tests.builders import write_journal
from tests.users import a_plain_user


class Heard:
    """The paths that a watcher called, until one that is sure to come; then it follows what stands there."""

    def __init__(self, root: Path) -> None:
        self._paths: SimpleQueue[Path] = SimpleQueue()
        self._root = root
        self.watcher = Watcher(root, self._paths.put)

    def until(self, last: str) -> set[str]:
        seen = set()
        while last not in seen:
            seen.add(self._paths.get(timeout=30).relative_to(self._root).as_posix())
        self.watcher.follow()
        return seen


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_journal(tmp_path / "talks", {"interviews/ada.md": "Ada"})


@pytest.fixture
def heard(root: Path) -> Iterator[Heard]:
    heard = Heard(root)
    with heard.watcher:
        yield heard


def test_a_note_that_is_saved_moved_or_deleted_is_noticed(root: Path, heard: Heard) -> None:
    note = root / "journal" / "interviews" / "ada.md"
    note.write_text("Ada Lovelace", encoding="utf-8")
    heard.until("journal/interviews/ada.md")
    note.rename(note.with_name("grace.md"))
    heard.until("journal/interviews/grace.md")
    note.with_name("grace.md").unlink()
    heard.until("journal/interviews/grace.md")


def test_what_may_be_read_now_or_no_more_is_noticed(root: Path, heard: Heard) -> None:
    for path in ("journal/interviews/ada.md", "journal/interviews", "journal"):
        (root / path).chmod(0o700)
        heard.until(path)


def test_a_note_in_a_new_folder_is_noticed(root: Path, heard: Heard) -> None:
    folder = root / "journal" / "contacts"
    folder.mkdir()
    heard.until("journal/contacts")
    (folder / "ada.md").touch()
    heard.until("journal/contacts/ada.md")


def test_the_settings_are_noticed_and_what_lies_beside_them_is_not(root: Path, heard: Heard) -> None:
    (root / "site").mkdir()
    (root / ".iiv").mkdir()
    (root / "shopping.md").touch()
    (root / "mkdocs.yml").write_text("site_name: Talks", encoding="utf-8")
    assert heard.until("mkdocs.yml") == {"mkdocs.yml"}


def test_what_editors_leave_and_readers_do_is_not_noticed(root: Path, heard: Heard) -> None:
    notes = root / "journal" / "interviews"
    (notes / ".ada.md.swp").touch()
    (notes / "ada.md~").touch()
    assert (notes / "ada.md").read_text(encoding="utf-8") == "Ada"
    (notes / "last.md").touch()
    assert heard.until("journal/interviews/last.md") == {"journal/interviews/last.md"}


def test_an_editor_that_saves_beside_and_renames_is_noticed(root: Path, heard: Heard) -> None:
    beside = root / "journal" / "interviews" / ".ada.md.new"
    beside.write_text("Ada Lovelace", encoding="utf-8")
    beside.rename(beside.with_name("ada.md"))
    assert heard.until("journal/interviews/ada.md") == {"journal/interviews/ada.md"}


def test_a_note_that_is_moved_out_of_the_journal_is_noticed(root: Path, tmp_path: Path, heard: Heard) -> None:
    (root / "journal" / "interviews" / "ada.md").rename(tmp_path / "ada.md")
    heard.until("journal/interviews/ada.md")


def test_templates_of_ones_own_are_followed_from_when_they_are_made(root: Path, heard: Heard) -> None:
    folder = root / "site_templates"
    folder.mkdir()
    heard.until("site_templates")
    (folder / "home.md.jinja").touch()
    heard.until("site_templates/home.md.jinja")


def test_a_journal_that_goes_and_comes_back_is_followed_again(root: Path, heard: Heard) -> None:
    journal = root / "journal"
    journal.rename(root / "away")
    heard.until("journal")
    (root / "away").rename(journal)
    heard.until("journal")
    (journal / "new.md").touch()
    heard.until("journal/new.md")


def test_a_journal_that_is_deleted_and_made_anew_is_followed_again(root: Path, heard: Heard) -> None:
    shutil.rmtree(root / "journal")
    heard.until("journal")
    write_journal(root, {})
    heard.until("journal")
    (root / "journal" / "new.md").touch()
    heard.until("journal/new.md")


def test_what_a_link_leads_to_is_followed_also_when_it_goes_and_comes_back(tmp_path: Path) -> None:
    notes, away = tmp_path / "disk" / "notes", tmp_path / "away"
    (notes / "interviews").mkdir(parents=True)
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "journal").symlink_to(notes)
    (tmp_path / "link").symlink_to(tmp_path / "talks")
    heard = Heard(tmp_path / "link")
    with heard.watcher:
        (notes / "interviews" / "ada.md").touch()
        heard.until("journal/interviews/ada.md")
        (notes / "me.md").touch()
        heard.until("journal/me.md")
        (tmp_path / "talks" / "mkdocs.yml").touch()
        heard.until("mkdocs.yml")
        (tmp_path / "disk").rename(away)
        assert heard.watcher.follow()
        assert not heard.watcher.follow()
        away.rename(tmp_path / "disk")
        assert heard.watcher.follow()
        (notes / "new.md").touch()
        heard.until("journal/new.md")


def test_a_folder_that_may_not_be_read_hides_no_other() -> None:
    with a_plain_user() as folder:
        root = write_journal(folder, {"interviews/ada.md": "Ada", "private/a.md": ""})
        (root / "journal" / "private").chmod(0)
        heard = Heard(root)
        with heard.watcher:
            (root / "journal" / "interviews" / "ada.md").write_text("Ada Lovelace", encoding="utf-8")
            heard.until("journal/interviews/ada.md")
            for mode in (0, 0o700):
                (root / "journal").chmod(mode)
                (root / "mkdocs.yml").touch()
                heard.until("mkdocs.yml")
            (root / "journal" / "new.md").touch()
            heard.until("journal/new.md")
        (root / "journal" / "private").chmod(0o700)
