import io
import os
import pty
from contextlib import suppress

from iiv.cli.progress import progress


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
