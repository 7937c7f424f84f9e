from pathlib import Path

from tests.bench.builds import different, digests, turned
from tests.bench.edits import EDITS


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
