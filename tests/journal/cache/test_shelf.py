from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.cache.shelf import Shelf

FULL = Path("/dev/full")
values = st.lists(st.binary(max_size=12), max_size=20)


@given(values, st.integers(0, 40))
def test_every_value_is_at_its_place_wherever_it_lies(added: list[bytes], in_memory: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shelf = Shelf(Path(folder), in_memory)
        places = []
        for value in added:
            places.append(shelf.add(value))
            assert shelf.at(places[0]) == added[0]
        assert [shelf.at(place) for place in places] == added


def test_the_file_has_no_name_and_a_few_values_need_none(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, in_memory=3)
    shelf.add(b"abc")
    assert list(tmp_path.iterdir()) == []
    shelf.add(b"d")
    assert {path.name for path in (tmp_path / ".iiv").iterdir()} == {".gitignore"}


@pytest.mark.parametrize("value", [b"d", b"more than fits" * 1000])
def test_where_nothing_can_be_written_values_stay_in_memory(tmp_path: Path, value: bytes) -> None:
    (tmp_path / ".iiv").write_bytes(b"")  # where the folder belongs
    shelf = Shelf(tmp_path, in_memory=3)
    places = [shelf.add(b"abc"), shelf.add(value), shelf.add(b"e")]
    assert [shelf.at(place) for place in places] == [b"abc", value, b"e"]


@pytest.mark.skipif(not FULL.exists(), reason="there is no disk that is always full")
def test_on_a_full_disk_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda **_: FULL.open("r+b", buffering=0))
    shelf = Shelf(tmp_path, in_memory=3)
    places = [shelf.add(b"abc"), shelf.add(b"de"), shelf.add(b"f")]
    assert [shelf.at(place) for place in places] == [b"abc", b"de", b"f"]
