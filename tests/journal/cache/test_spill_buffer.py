import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.cache.spill_buffer import SpillBuffer

FULL = Path("/dev/full")
values = st.lists(st.binary(max_size=12), max_size=20)


@given(values, st.integers(0, 40))
def test_every_value_is_at_its_place_wherever_it_lies(added: list[bytes], in_memory: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        buffer = SpillBuffer(Path(folder), in_memory)
        places = []
        for value in added:
            places.append(buffer.add(value))
            assert buffer.at(places[0]) == added[0]
        assert [buffer.at(place) for place in places] == added


def test_the_file_has_no_name_and_a_few_values_need_none(tmp_path: Path) -> None:
    buffer = SpillBuffer(tmp_path, in_memory=3)
    buffer.add(b"abc")
    assert list(tmp_path.iterdir()) == []
    buffer.add(b"d")
    assert {path.name for path in (tmp_path / ".iiv").iterdir()} == {".gitignore"}


@pytest.mark.parametrize("value", [b"d", b"more than fits" * 1000])
def test_where_nothing_can_be_written_values_stay_in_memory(tmp_path: Path, value: bytes) -> None:
    (tmp_path / ".iiv").write_bytes(b"")  # where the folder belongs
    buffer = SpillBuffer(tmp_path, in_memory=3)
    places = [buffer.add(b"abc"), buffer.add(value), buffer.add(b"e")]
    assert [buffer.at(place) for place in places] == [b"abc", value, b"e"]


@pytest.mark.skipif(not FULL.exists(), reason="there is no disk that is always full")
def test_on_a_full_disk_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda **_: FULL.open("r+b", buffering=0))
    buffer = SpillBuffer(tmp_path, in_memory=3)
    places = [buffer.add(b"abc"), buffer.add(b"de"), buffer.add(b"f")]
    assert [buffer.at(place) for place in places] == [b"abc", b"de", b"f"]
