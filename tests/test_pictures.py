"""The README's pictures can be made again at any time, and come out the same."""

from pathlib import Path

import pytest

from tests.pictures import PAGES, make


@pytest.mark.stress
@pytest.mark.browser
def test_they_are_made_on_a_fixed_day(tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    first, again = make(tmp_path), make(tmp_path / "again")
    assert [path.stem for path in first] == list(PAGES)
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in again]
