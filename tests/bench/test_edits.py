from pathlib import Path

import pytest

from iiv.journal.read.reading import read
from tests.bench.builds import different, digests, turned
from tests.bench.edits import EDITS, Edit
from tests.bench.journals import write_made


def notes(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*.md")}


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_an_edit_changes_the_file_that_it_names_and_makes_no_problem(edit: Edit, tmp_path: Path) -> None:
    write_made(tmp_path, 40)
    for number in range(2):
        before = notes(tmp_path)
        changed = edit.do(tmp_path, number)
        after = notes(tmp_path)
        assert {path for path, _ in before.items() ^ after.items()} == {changed}
    assert read(tmp_path).problems == ()


@pytest.mark.parametrize("edit", EDITS[:2], ids=lambda edit: edit.name)
def test_the_next_edit_is_to_another_note(edit: Edit, tmp_path: Path) -> None:
    write_made(tmp_path, 40)
    assert len({edit.do(tmp_path, number) for number in range(5)}) == 5


def test_each_round_begins_and_ends_with_another_edit() -> None:
    rounds = [turned(EDITS, number) for number in range(5)]
    assert all(sorted(edit.name for edit in edits) == sorted(edit.name for edit in EDITS) for edits in rounds)
    assert len({edits[-1].name for edits in rounds}) == 5


def test_sites_differ_in_what_is_missing_or_says_something_else(tmp_path: Path) -> None:
    for site, pages in {"one": {"a": "1", "b": "2", "c/d": "3"}, "other": {"a": "1", "b": "9"}}.items():
        for name, text in pages.items():
            path = tmp_path / site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
    assert different(digests(tmp_path / "one"), digests(tmp_path / "other")) == {"b", "c/d"}
