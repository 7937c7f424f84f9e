import http.client
import os
import signal
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

from iiv.site.errors import ConfigError, PortError
from iiv.site.serve.preview import Event, Failed, Preview, Rebuilt, Started, serve
from tests.builders import write_journal
from tests.children import a_child
from tests.site.serving import Served, running
from tests.users import a_plain_user

ADA = """\
---
contact: Ada Lovelace
date: 2026-03-02
answers:
  start: By accident, through music.
---
"""
FREE_PORTS = Path("/proc/sys/net/ipv4/ip_unprivileged_port_start")
LONG = "\n".join(f"Paragraph {number}.\n" for number in range(300))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_journal(tmp_path / "talks", {"interviews/ada.md": ADA})


@pytest.fixture
def served(root: Path) -> Iterator[Served]:
    with running(root) as served:
        yield served


def test_a_saved_note_is_built_and_announced(served: Served) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=60)
    connection.request("GET", "/.iiv/changes")
    stream = connection.getresponse()
    assert stream.getheader("Content-Type") == "text/event-stream"
    first = stream.readline()
    assert first.startswith(b"data: ")
    assert first[6:].strip() in served.get("/index.html")[2], "the page knows which version it is"
    event = served.save("interviews/ada.md", ADA.replace("music", "numbers"))
    assert isinstance(event, Rebuilt)
    assert event.built.published.written > 0
    stream.readline()
    assert stream.readline() not in {first, b""}
    assert b"through numbers" in served.get("/interviews/ada.html")[2]
    connection.close()


def test_saving_a_note_as_it_was_announces_nothing(served: Served) -> None:
    before = served.get("/index.html")[2]
    event = served.save("interviews/ada.md", ADA)
    assert isinstance(event, Rebuilt)
    assert event.built.published.written == 0
    assert served.get("/index.html")[2] == before


def test_a_build_that_fails_keeps_the_site_and_the_next_save_mends_it(served: Served) -> None:
    settings = served.root / "mkdocs.yml"
    good = settings.read_text(encoding="utf-8")
    settings.write_text("site_name: [broken\n", encoding="utf-8")
    event = served.next_event()
    assert isinstance(event, Failed)
    assert isinstance(event.fault, ConfigError)
    assert b"through music" in served.get("/interviews/ada.html")[2]
    settings.write_text(good.replace("Talks", "Conversations"), encoding="utf-8")
    assert isinstance(served.next_event(), Rebuilt)
    assert b"Conversations" in served.get("/")[2]


def test_a_site_without_an_error_page_of_its_own_has_one_all_the_same(served: Served) -> None:
    (served.root / "site" / "404.html").unlink()
    assert served.get("/nowhere")[0] == 404


def test_a_busy_port_is_one_clear_line_and_comes_before_the_build(served: Served, tmp_path: Path) -> None:
    other = write_journal(tmp_path / "other", {})
    with pytest.raises(PortError, match=f"^port {served.port} is in use: .*--port`$"):
        serve(other, served.port)
    assert not (other / "site").exists()


def test_an_address_that_is_not_this_machines_is_named(root: Path) -> None:
    with pytest.raises(PortError, match=r"^192\.0\.2\.1 is no address of this machine$"):
        serve(root, 0, address="192.0.2.1")


def test_another_address_is_served_when_asked_for(root: Path) -> None:
    with Preview(root, 0, lambda _: None, "127.0.0.2") as preview, urlopen(preview.url) as page:  # noqa: S310 - of this machine
        assert preview.url.startswith("http://127.0.0.2:")
        assert page.status == 200


@pytest.mark.skipif(
    sys.platform == "linux" and int(FREE_PORTS.read_text()) <= 1, reason="here everybody may have any port"
)
def test_a_port_that_is_not_for_everybody_is_named() -> None:
    with a_plain_user() as folder, pytest.raises(PortError, match="port 1 cannot be had"):
        serve(write_journal(folder, {}), 1)


@pytest.mark.parametrize("in_main_thread", [True, False])
def test_an_interrupt_is_the_ordinary_end(root: Path, in_main_thread: bool) -> None:  # noqa: FBT001 - a case
    events: list[Event] = []

    def interrupt(event: Event) -> None:
        events.append(event)
        raise KeyboardInterrupt

    before = signal.getsignal(signal.SIGTERM)
    if in_main_thread:
        serve(root, 0, report=interrupt)
    else:
        thread = threading.Thread(target=serve, args=(root, 0), kwargs={"report": interrupt})
        thread.start()
        thread.join(timeout=60)
    assert [type(event) for event in events] == [Started]
    assert signal.getsignal(signal.SIGTERM) is before


def test_what_cannot_be_built_to_begin_with_is_not_served(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="iiv init"):
        serve(tmp_path, 0)


def test_a_stopped_server_leaves_no_port_and_no_thread(root: Path) -> None:
    before = set(threading.enumerate())
    with running(root) as served:
        connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=60)
        connection.request("GET", "/.iiv/changes")
        stream = connection.getresponse()
        stream.readline()
    assert stream.read().strip() == b"", "those who wait are told that it is over"
    connection.close()
    with pytest.raises(ConnectionRefusedError):
        served.get("/")
    for thread in set(threading.enumerate()) - before:
        thread.join(timeout=30)
    assert set(threading.enumerate()) <= before


SERVE = """
import sys
from pathlib import Path
from iiv.site.serve.preview import Started, serve
serve(Path(sys.argv[1]), 0, report=lambda event: print(type(event).__name__, flush=True))
"""


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_and_sigterm_end_it_cleanly(root: Path, tmp_path: Path, ending: signal.Signals) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    own = {**os.environ, "TMPDIR": str(temporary)}
    with a_child(sys.executable, "-c", SERVE, root, env=own) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "Started\n"
        process.send_signal(ending)
        _, said = process.communicate()
    assert (process.returncode, said) == (0, "")
    assert list(temporary.iterdir()) == []
    assert not (root / ".iiv" / "staging").exists()


def test_an_open_page_loads_again_where_it_was_scrolled_to(served: Served, page: Page) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda fault: said.append(str(fault)))
    served.save("interviews/ada.md", ADA + LONG)
    with page.expect_response("**/.iiv/changes"):
        page.goto(f"{served.url}interviews/ada.html")
    page.evaluate("scrollTo(0, 4000)")
    served.save("interviews/ada.md", ADA.replace("music", "numbers") + LONG)
    page.get_by_text("through numbers").wait_for()
    page.wait_for_function("scrollY === 4000")
    assert said == []


def test_the_browser_is_opened_when_asked_for(root: Path, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {seen}\nkill -INT "$PPID"\n', encoding="utf-8")
    browser.chmod(0o700)
    serving = SERVE.replace("0, report", "0, open_browser=True, report")
    own = {**os.environ, "BROWSER": str(browser)}
    with a_child(sys.executable, "-c", serving, root, env=own) as process:
        _, said = process.communicate()
    assert (process.returncode, said) == (0, "")
    assert seen.read_text(encoding="utf-8").startswith("http://127.0.0.1:")
