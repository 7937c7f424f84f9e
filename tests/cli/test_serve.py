import os
import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, Playwright

from iiv.cli.serve import Teller
from iiv.site.build.building import build
from iiv.site.errors import ConfigError
from iiv.site.serve.preview import Failed, Rebuilt, Started
from iiv.values import replace
from tests.builders import write_journal
from tests.children import a_child
from tests.cli.running import IIV, iiv, line, save

TALK = "---\ncontact: Ada\ndate: 2026-03-02\n---\nA good talk.\n"


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """`iiv serve` on any free port, in a process of its own."""
    write_journal(tmp_path, {"interviews/a.md": TALK})
    with a_child(*IIV, "-C", tmp_path, "serve", "--port", "0") as process:
        yield process, tmp_path


def test_it_says_where_and_what_it_does(serving: tuple[subprocess.Popen[str], Path]) -> None:
    process, folder = serving
    started = re.search(r"http://127\.0\.0\.1:\d+/", line(process, "Your journal is at"))
    assert started
    with urlopen(started[0]) as page:  # noqa: S310 - the address is this machine's
        assert page.status == 200
    (folder / "journal" / "interviews" / "b.md").write_text(TALK.replace("A good", "Another good"))
    assert "Saved: the site was built again" in line(process, "Saved")
    (folder / "mkdocs.yml").write_text("site_name: Talks\n")
    assert "the site stays as it was: mkdocs.yml" in line(process, "Saved")
    process.send_signal(signal.SIGINT)
    assert process.wait() == 0


def test_only_what_changed_is_said_after_a_save(serving: tuple[subprocess.Popen[str], Path]) -> None:
    process, folder = serving
    assert process.stdout
    line(process, "Your journal is at")
    note = folder / "journal" / "interviews" / "a.md"
    save(note, TALK.replace("---\nA", "helpfull: 4\n---\nA"))
    assert process.stdout.readline().startswith("journal/interviews/a.md:4:1: unknown-key: ")
    line(process, "Saved")
    save(note, TALK.replace("---\nA", "minutes: 30\nhelpfull: 4\nchanel: video\n---\nA"))
    assert process.stdout.readline().startswith("journal/interviews/a.md:6:1: unknown-key: `chanel`")
    line(process, "Saved")
    save(note, TALK)
    assert line(process, "Mended").startswith("Mended: journal/interviews/a.md:5:1: unknown-key: `helpfull`")
    assert line(process, "Mended").startswith("Mended: journal/interviews/a.md:6:1: unknown-key: `chanel`")
    line(process, "Saved")
    process.send_signal(signal.SIGINT)
    assert process.communicate()[0] == ""


@pytest.mark.parametrize("linked", [False, True])
def test_notes_that_go_away_leave_the_site_and_come_back(tmp_path: Path, linked: bool) -> None:  # noqa: FBT001 - a case
    write_journal(tmp_path, {"interviews/a.md": TALK})
    journal, notes = tmp_path / "journal", tmp_path / "disk" / "notes"
    if linked:
        notes.parent.mkdir()
        journal.rename(notes)
        journal.symlink_to(notes)
    here, away = (notes.parent if linked else journal), tmp_path / "away"
    with a_child(*IIV, "-C", tmp_path, "serve", "--port", "0") as process:
        url = line(process, "Your journal is at").split()[4]
        here.rename(away)
        assert (
            line(process, "The site stays as it was: ")
            .rstrip()
            .endswith(("make this folder", "put the folder with your notes here"))
        )
        with urlopen(f"{url}interviews/a.html") as page:  # noqa: S310 - the address is this machine's
            assert b"A good talk" in page.read()
        away.rename(here)
        assert "Your notes are back: the site was built again in" in line(process, "Your notes")
        save(journal / "interviews" / "a.md", TALK.replace("A good", "Another good"))
        line(process, "Saved: ")
        with urlopen(f"{url}interviews/a.html") as page:  # noqa: S310 - the same
            assert b"Another good talk" in page.read()
        process.send_signal(signal.SIGINT)
        assert process.wait() == 0


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    write_journal(tmp_path, {"interviews/a.md": TALK})
    with socket.create_server(("127.0.0.1", 0)) as other:
        result = iiv("-C", tmp_path, "serve", "--port", str(other.getsockname()[1]))
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")


def test_a_port_that_is_none() -> None:
    assert iiv("serve", "--port", "70000").exit_code == 2


def test_what_is_said_while_it_serves(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tell = Teller()
    built = build(
        write_journal(
            tmp_path, {"interviews/a.md": TALK.replace("date: 2026-03-02", "dates: 2026-03-02\nmood: good")}
        )
    )
    tell(Started("http://127.0.0.1:8000/", built))
    said = capsys.readouterr()
    assert said.out.count("journal/interviews/a.md") == len(built.problems)
    assert said.err == "1 error, 1 warning.\nYour journal is at http://127.0.0.1:8000/ (Ctrl-C ends it).\n"
    tell(Rebuilt(built))
    said = capsys.readouterr()
    assert said.out == "", "it was said already"
    assert re.fullmatch(r"Saved: the site was built again in \d+\.\d s\.\n", said.err)
    tell(Failed(ConfigError("mkdocs.yml is gone")))
    assert capsys.readouterr().err == "Saved, but the site stays as it was: mkdocs.yml is gone\n"
    tell(Rebuilt(replace(built, problems=built.problems[:1])))
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[:-1] == [f"Mended: {built.problems[1]}", "1 error, 0 warnings."]


def test_another_address_is_asked_for_by_name_and_warned_of(tmp_path: Path) -> None:
    write_journal(tmp_path, {"interviews/a.md": TALK})
    result = iiv("-C", tmp_path, "serve", "--host", "192.0.2.1")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "Warning: everybody who can reach this machine at 192.0.2.1 can read your journal.",
        "Error: 192.0.2.1 is no address of this machine",
    ]


def test_an_address_is_no_name_that_would_be_looked_up(tmp_path: Path) -> None:
    result = iiv("-C", tmp_path, "serve", "--host", "example.org")
    assert result.exit_code == 2
    assert "no IP address" in result.stderr
    with socket.create_server(("127.0.0.1", 0)) as other:
        write_journal(tmp_path, {})
        result = iiv("-C", tmp_path, "serve", "--host", "localhost", "--port", str(other.getsockname()[1]))
    assert result.stderr.startswith("Error: port"), "this machine alone: no warning"


@pytest.fixture(params=["browser", "firefox"])
def window(request: pytest.FixtureRequest, playwright: Playwright) -> Iterator[Page]:  # noqa: ARG001 - marks what needs a browser
    """An empty page, in Chromium and in Firefox."""
    browser: Browser = request.getfixturevalue(request.param)
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_the_path_at_the_foot_of_a_page_opens_the_note(tmp_path: Path, window: Page) -> None:
    root = write_journal(tmp_path / "talks", {"contacts/ada.md": "---\nname: Ada\n---\n"})
    editor = tmp_path / "an editor"
    editor.write_text('#!/bin/sh\nprintf "%s\\n" "$@" > "$(dirname "$0")/opened"\n')
    editor.chmod(0o755)
    said: list[str] = []
    window.on("console", lambda message: said.append(message.text))
    env = {**os.environ, "IIV_EDITOR": f"'{editor}' --wait", "EDITOR": "false"}
    with a_child(*IIV, "-C", root, "serve", "--port", "0", env=env) as process:
        window.goto(line(process, "Your journal is at").split()[4] + "contacts/ada.html")
        button = window.get_by_role("button", name="journal/contacts/ada.md")
        box = button.bounding_box()
        assert box
        assert box["height"] >= 24
        button.press("Enter")
        window.get_by_role("status").get_by_text("Opened in your editor.").wait_for()
        assert (tmp_path / "opened").read_text() == f"--wait\n{root}/journal/contacts/ada.md\n"
        assert said == []
        process.send_signal(signal.SIGINT)
        assert process.wait() == 0
        button.click()
        window.get_by_text("`iiv serve` does not run any more.").wait_for()
    window.goto((root / "site" / "contacts" / "ada.html").as_uri())
    assert window.get_by_text("Written in journal/contacts/ada.md").count() == 1
    assert window.get_by_role("button", name="journal/contacts/ada.md").count() == 0


def test_an_editor_that_does_not_open_is_said(tmp_path: Path, page: Page) -> None:
    root = write_journal(tmp_path, {"interviews/a.md": TALK})
    env = {**os.environ, "IIV_EDITOR": "no-such-editor"}
    with a_child(*IIV, "-C", root, "serve", "--port", "0", env=env) as process:
        page.goto(line(process, "Your journal is at").split()[4] + "interviews/a.html")
        page.get_by_role("button", name="journal/interviews/a.md").click()
        page.get_by_text("Set the variable IIV_EDITOR").wait_for()
