from pathlib import Path

import msgspec
import pytest

from iiv.journal.cache import sealed_file
from iiv.journal.problems import Place, warning
from iiv.site.build.cache_files import (
    CachedBuild,
    CachedOutput,
    load_build,
    load_frames,
    load_outputs,
    save_build,
    save_frames,
    save_outputs,
)
from iiv.site.disk.freshness import program
from iiv.site.markdown.texts import cached_texts
from iiv.site.pages.frames import Frame, Frames
from iiv.values import replace

PROBLEM = warning(Place("journal/é.md", 2, 3), "odd", "it is odd", "mend it")
RECORD = CachedBuild("inputs", "stamps", "/site", 3, (PROBLEM,))
OUTPUTS = {
    "b.html": CachedOutput("key", "stamp", (PROBLEM,), {"row": (3, 14)}),
    "a.js": CachedOutput("another", ""),
}
FRAMES = Frames("/site", {"a ": Frame(("<p>", "</p>"), ("slot",))}, ("assets/iiv.css",), (PROBLEM,))


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    save_build(tmp_path, RECORD)
    save_outputs(tmp_path, OUTPUTS)
    save_frames(tmp_path, "look", FRAMES)
    assert load_build(tmp_path) == RECORD
    assert load_outputs(tmp_path) == OUTPUTS
    assert load_frames(tmp_path, "look") == FRAMES


def test_a_name_that_no_encoding_knows_is_not_kept_and_nothing_older_either(tmp_path: Path) -> None:
    save_build(tmp_path, RECORD)
    save_outputs(tmp_path, OUTPUTS)
    save_frames(tmp_path, "look", FRAMES)
    save_build(tmp_path, replace(RECORD, site="/\udcff"))
    save_outputs(tmp_path, {"\udcff.png": CachedOutput("key", "stamp")})
    save_frames(tmp_path, "look", replace(FRAMES, site="/\udcff"))
    assert load_build(tmp_path) is None
    assert load_outputs(tmp_path) == {}
    assert load_frames(tmp_path, "look") is None


def test_there_is_nothing_before_the_first_build(tmp_path: Path) -> None:
    assert load_build(tmp_path) is None
    assert load_outputs(tmp_path) == {}
    assert load_frames(tmp_path, "look") is None


def test_frames_of_another_look_count_for_nothing_and_without_one_none_is_kept(tmp_path: Path) -> None:
    save_frames(tmp_path, "look", FRAMES)
    assert load_frames(tmp_path, "another") is None
    save_frames(tmp_path, "", FRAMES)
    assert load_frames(tmp_path, "") is None


@pytest.mark.parametrize("value", [None, 1, [], {}, ["a"], {"a": 1}, ["a", "b", "c", 4, [5]]])
def test_what_has_another_form_counts_for_nothing(tmp_path: Path, value: object) -> None:
    content = msgspec.msgpack.encode(value)
    for name, version in (("build", ""), ("outputs", program()), ("frames", "look")):
        sealed_file.save(tmp_path, name, version, content)
    assert load_build(tmp_path) is None
    assert load_outputs(tmp_path) == {}
    assert load_frames(tmp_path, "look") is None


@pytest.mark.parametrize("name", ["build", "outputs", "frames"])
def test_what_is_damaged_counts_for_nothing(tmp_path: Path, name: str) -> None:
    save_build(tmp_path, RECORD)
    save_outputs(tmp_path, OUTPUTS)
    save_frames(tmp_path, "look", FRAMES)
    file = tmp_path / ".iiv" / name
    content = file.read_bytes()
    for damaged in (content[:-1], content[:40] + b"?" + content[41:], b""):
        file.write_bytes(damaged)
        found = load_build(tmp_path), load_outputs(tmp_path) or None, load_frames(tmp_path, "look")
        assert found[["build", "outputs", "frames"].index(name)] is None


def test_texts_are_kept_from_run_to_run(tmp_path: Path) -> None:
    with cached_texts(tmp_path) as texts:
        texts.put("key", b"value")
    with cached_texts(tmp_path) as texts:
        assert texts.get("key") == b"value"
