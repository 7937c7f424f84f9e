"""The example never ages: whenever it is shown, its last talk was last week."""

import datetime as dt
import os
import re
import signal
import socket
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from iiv.cli.demo_days import example_files, shift
from iiv.journal.read.reading import Reading, read
from iiv.method.due_states import state
from iiv.method.rules import all_follow_ups
from iiv.shipped import shipped
from tests.children import a_child
from tests.cli.running import iiv, line

DAYS = ("2026-11-26", "2027-03-07", "2028-02-29")


def states(reading: Reading, today: dt.date) -> list[tuple[str, str, str]]:
    """The state of each follow-up on a day, whatever the days in its id."""
    found = all_follow_ups(reading.journal, reading.settings)
    return sorted((re.sub(r"\d{4}-\d{2}-\d{2}", "", one.id), one.kind, state(one, today)) for one in found)


@pytest.mark.parametrize("day", DAYS)
def test_on_any_day_as_much_is_to_be_done_as_on_its_own(tmp_path: Path, day: str) -> None:
    assert iiv("--today", day, "init", "--example", tmp_path).exit_code == 0
    example, there = read(shipped("example")), read(tmp_path)
    today = dt.date.fromisoformat(day)
    last, moved = (max(talk.date for talk in one.journal.talks) for one in (example, there))
    assert states(there, today) == states(example, today - (moved - last))
    assert iiv("--today", day, "-C", tmp_path, "check", "--strict").stderr.startswith("No problems in ")


def test_no_text_of_it_names_a_day_or_a_year_that_would_not_move() -> None:
    texts = {
        path: text.decode()
        for path, text in example_files(dt.date(2026, 11, 2)).items()
        if path.endswith(".md")
    }
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    told = re.compile(
        rf"\b\d{{1,2}} (?:{months})\b|\b(?:since|till|until|(?:{months})) 20[2-9]\d\b|\bsince (?:{months})\b"
    )
    assert {path: found[0] for path, text in texts.items() if (found := told.search(text))} == {}


@pytest.mark.parametrize(
    ("today", "moved"),
    [
        ("2026-11-02", "2026-10-31"),  # a Monday: last week ended yesterday
        ("2026-11-08", "2026-10-31"),
        ("2026-11-09", "2026-11-07"),
        ("2026-11-01", "2026-10-24"),
        ("2028-02-29", "2028-02-26"),
    ],
)
def test_the_last_talk_was_on_saturday_of_last_week(today: str, moved: str) -> None:
    last = dt.date(2026, 10, 31)
    assert str(last + shift(last, dt.date.fromisoformat(today))) == moved


def test_it_is_shown_and_goes(tmp_path: Path) -> None:
    env = {**os.environ, "TMPDIR": str(tmp_path)}
    command = (sys.executable, "-m", "iiv", "--today", "2026-11-26", "demo", "--no-open")
    with a_child(*command, env=env) as process:
        assert "`iiv demo DIR` keeps it" in line(process, "goes when you end it")
        (url,) = re.findall(r"http://\S+/", line(process, "Your journal is at"))
        with urlopen(url) as home:  # noqa: S310 - of this machine
            assert "Nuala" in home.read().decode()
        assert [path.name[:9] for path in tmp_path.iterdir()] == ["iiv-demo-"]
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate()
    assert (process.returncode, said) == (0, "")
    assert list(tmp_path.iterdir()) == []


def test_in_a_folder_it_stays(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:  # so that it ends before it is built
        port = str(taken.getsockname()[1])
        result = iiv("--today", "2026-11-26", "-C", tmp_path, "demo", "my look", "--port", port)
    assert result.exit_code == 1
    assert f'`iiv -C "{tmp_path}/my look" serve --open` shows it again.' in result.stderr
    written = {
        path: (tmp_path / "my look" / path).read_bytes() for path in example_files(dt.date(2026, 11, 26))
    }
    assert written == example_files(dt.date(2026, 11, 26))
    assert "holds a journal already" in iiv("-C", tmp_path, "demo", "my look").stderr
