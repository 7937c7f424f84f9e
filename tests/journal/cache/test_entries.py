import datetime as dt
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from msgspec.msgpack import Decoder

from iiv.journal.cache.entries import Cache

LARGE = bytes(100)


def keep(root: Path, entries: dict[str, bytes], version: str = "") -> None:
    """Add entries to the cache."""
    cache = Cache(root, "words", version)
    for key, value in entries.items():
        cache.put(key, value)
    cache.save()


def kept(root: Path, *keys: str, version: str = "") -> list[bytes | None]:
    cache = Cache(root, "words", version)
    return [cache.get(key) for key in keys]


def test_what_was_put_is_there_again(tmp_path: Path) -> None:
    assert kept(tmp_path, "a") == [None]
    keep(tmp_path, {"a": b"\0", "b": b""})
    assert kept(tmp_path, "a", "b", "c") == [b"\0", b"", None]


def test_nothing_is_written_before_it_is_saved_nor_when_nothing_is_new(tmp_path: Path) -> None:
    Cache(tmp_path, "words").put("a", b"1")
    Cache(tmp_path, "words").save(complete=True)
    assert list(tmp_path.iterdir()) == []
    keep(tmp_path, {"a": b"1"})
    written = (tmp_path / ".iiv/words").stat().st_mtime_ns
    keep(tmp_path, {"a": b"1"})
    assert (tmp_path / ".iiv/words").stat().st_mtime_ns == written
    assert not (tmp_path / ".iiv/words-latest").exists()


def test_a_few_more_do_not_make_the_rest_be_written_again(tmp_path: Path) -> None:
    keep(tmp_path, {"a": LARGE})
    written = (tmp_path / ".iiv/words").stat().st_mtime_ns
    keep(tmp_path, {"b": b"2"})
    keep(tmp_path, {"a": b"1", "c": b"3"})
    assert kept(tmp_path, "a", "b", "c") == [b"1", b"2", b"3"]
    assert (tmp_path / ".iiv/words").stat().st_mtime_ns == written


def test_when_there_are_many_all_are_written_again_into_one_file(tmp_path: Path) -> None:
    keep(tmp_path, {"a": LARGE})
    keep(tmp_path, {"b": LARGE[1:]})
    assert (tmp_path / ".iiv/words-latest").exists()
    keep(tmp_path, {"c": LARGE})
    assert not (tmp_path / ".iiv/words-latest").exists()
    assert kept(tmp_path, "a", "b", "c") == [LARGE, LARGE[1:], LARGE]


def test_a_run_that_asked_for_everything_forgets_the_rest_when_it_is_time(tmp_path: Path) -> None:
    keep(tmp_path, {"a": LARGE, "gone": LARGE})
    cache = Cache(tmp_path, "words")
    cache.get("a")
    cache.put("b", b"2")
    cache.save(complete=True)
    assert kept(tmp_path, "a", "b", "gone") == [LARGE, b"2", LARGE]
    keep(tmp_path, {"c": LARGE[1:]})
    cache = Cache(tmp_path, "words")
    assert cache.is_crowded
    cache.get("a")
    cache.get("c")
    cache.save(complete=True)
    assert not Cache(tmp_path, "words").is_crowded
    assert kept(tmp_path, "a", "b", "c", "gone") == [LARGE, None, LARGE[1:], None]


def test_a_run_that_asked_for_some_forgets_nothing(tmp_path: Path) -> None:
    keep(tmp_path, {"a": LARGE})
    for number in range(20):
        keep(tmp_path, {f"{number}": LARGE})
    assert kept(tmp_path, "a", *map(str, range(20))) == [LARGE] * 21


def test_entries_of_another_version_count_for_nothing(tmp_path: Path) -> None:
    keep(tmp_path, {"a": LARGE}, version="1")
    keep(tmp_path, {"b": b"2"}, version="1")
    assert kept(tmp_path, "a", "b", version="2") == [None, None]
    keep(tmp_path, {"b": b"3"}, version="2")
    assert kept(tmp_path, "a", "b", version="2") == [None, b"3"]


def test_the_latest_count_for_nothing_beside_another_file(tmp_path: Path) -> None:
    keep(tmp_path, {"a": LARGE})
    keep(tmp_path, {"a": b"old"})
    latest = tmp_path / ".iiv/words-latest"
    old = latest.read_bytes()
    keep(tmp_path, {"a": LARGE, "b": LARGE + LARGE})
    latest.write_bytes(old)
    latest.chmod(0o600)
    assert kept(tmp_path, "a", "b") == [LARGE, LARGE + LARGE]


def test_a_value_comes_back_when_it_is_of_the_type_that_is_asked_for(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "words")
    cache.put_value("days", (dt.date(2026, 3, 2),))
    cache.put_value("half a character", "\ud83d")
    assert cache.get_value("days", Decoder(tuple[dt.date, ...])) == (dt.date(2026, 3, 2),)
    assert cache.get_value("days", Decoder(tuple[int, ...])) is None
    assert cache.get_value("half a character", Decoder(str)) is None


keys = st.sampled_from("abc")
runs = st.lists(st.tuples(st.dictionaries(keys, st.binary(max_size=40)), st.booleans()), max_size=8)


@given(runs)
def test_it_is_a_mapping_whatever_the_runs_put(runs: list[tuple[dict[str, bytes], bool]]) -> None:
    expected: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as folder:
        for news, complete in runs:
            cache = Cache(Path(folder), "words")
            expected |= news
            for key, value in news.items():
                cache.put(key, value)
            assert {key: cache.get(key) for key in expected} == expected
            cache.save(complete=complete)
