import io
import os
import pty
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from iiv.cli.build import progress
from iiv.cli.terminal import columns, printable, width, wrapped


def test_control_characters_are_written_out() -> None:
    assert printable("a\x1b[2Jb\nc\u202ed\u2028\x85") == "a\\x1b[2Jb\\nc\\u202ed\\u2028\\x85"
    assert printable("Zoë 李美 🙂 नमस्ते علی\u200cرضا") == "Zoë 李美 🙂 नमस्ते علی\u200cرضا"


def test_how_many_columns_a_text_takes() -> None:
    assert [width(text) for text in ("Ada", "李美", "e\u0301", "a\u200cb", "")] == [3, 4, 1, 2, 0]


def test_columns_line_up_whatever_the_script() -> None:
    expected = ["Ada   one", "李美  two", "      three"]
    assert columns([("Ada", "one"), ("李美", "two"), ("", "three")]) == expected
    assert columns([]) == []


def test_a_text_is_broken_between_words_alone() -> None:
    assert wrapped("An e-mail of 2026-03-02, whole", 12) == ["An e-mail of", "2026-03-02,", "whole"]
    assert wrapped("one unbreakable two", 6, "- ", "  ") == ["- one", "  unbreakable", "  two"]
    assert wrapped("unbreakable", 8, "Label: ", "  ") == ["Label:", "  unbreakable"]
    assert wrapped("    a quotation of some words", 16) == ["    a quotation", "    of some", "    words"]
    assert wrapped("", 8, "- ") == ["-"]


def test_wide_characters_are_broken_where_a_line_ends_and_no_line_begins_with_a_full_stop() -> None:
    assert wrapped("我们在河边。Ada", 10) == ["我们在河", "边。Ada"]
    assert wrapped("我们在河边。", 10) == ["我们在河", "边。"]
    assert wrapped("我们 在河边", 6) == ["我们", "在河边"]


@given(st.text(), st.integers(1, 60))
def test_no_character_is_lost_and_no_line_that_could_be_broken_is_too_long(text: str, space: int) -> None:
    lines = wrapped(text, space)
    assert "".join(lines).replace(" ", "") == printable(text).replace(" ", "")
    assert all(width(line) <= space or " " not in line.strip(" ") for line in lines)


def all_of(shows: int) -> str:
    """What a terminal was shown, up to its end: it hands that over piece by piece."""
    pieces = []
    with suppress(OSError):  # Linux has no end of file here
        while piece := os.read(shows, 10_000):
            pieces.append(piece)
    os.close(shows)
    return b"".join(pieces).decode()


def test_a_terminal_sees_one_line_that_counts_and_goes() -> None:
    shows, terminal = pty.openpty()
    with os.fdopen(terminal, "w") as stream, progress(stream, after=0) as on_progress:
        for done in range(1, 301):
            on_progress(done, 300)
    seen = all_of(shows)
    assert seen.startswith("\rBuilding: 1 of 300 files\rBuilding: 3 of 300 files\r")
    line = "\rBuilding: 300 of 300 files"
    assert seen.endswith(f"{line}\r{' ' * len(line[1:])}\r")


def test_a_build_that_fails_takes_the_line_away_too() -> None:
    shows, terminal = pty.openpty()
    with os.fdopen(terminal, "w") as stream:
        with suppress(OSError), progress(stream, after=0) as on_progress:
            on_progress(1, 2)
            raise OSError("disk full")
        with progress(stream):
            pass  # nothing was begun, so there is nothing to take away
    line = "\rBuilding: 1 of 2 files"
    assert all_of(shows) == f"{line}\r{' ' * len(line[1:])}\r"


def test_nothing_is_shown_where_nobody_looks() -> None:
    stream = io.StringIO()
    with progress(stream) as on_progress:
        on_progress(1, 2)
    assert stream.getvalue() == ""


def test_a_quick_build_shows_nothing() -> None:
    shows, terminal = pty.openpty()
    with os.fdopen(terminal, "w") as stream:
        with progress(stream, after=3600) as on_progress:
            on_progress(1, 2)
        stream.write("done")
    assert all_of(shows) == "done"
