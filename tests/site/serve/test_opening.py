"""A served page opens its note in an editor, and nothing else opens anything."""

import http.client
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iiv.site.serve.http_server import SiteServer
from iiv.site.serve.opening import Opener
from iiv.site.serve.versions import Versions
from tests.builders import write_journal
from tests.site.serving import in_a_thread

NOTE = "journal/contacts/ada.md"
PAGE = b"<html><head></head><body>Hello</body></html>"


class Editor:
    """Remembers what it was asked to open."""

    def __init__(self) -> None:
        self.opened: list[Path] = []

    def __call__(self, path: Path) -> bool:
        self.opened.append(path)
        return path.stem != "fails"


@pytest.fixture
def editor() -> Editor:
    return Editor()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = write_journal(
        tmp_path / "talks",
        {
            "contacts/ada.md": "---\nname: Ada\n---\n",
            "contacts/李 %41.MD": "Li.\n",
            "fails.md": "x",
            ".hidden.md": "x",
            ".kept/a.md": "x",
            "program.sh": "x",
        },
    )
    (tmp_path / "outside.md").write_text("x")
    (root / "journal" / "out.md").symlink_to(tmp_path / "outside.md")
    (root / "journal" / "in.md").symlink_to("contacts/ada.md")
    (root / "index.html").write_bytes(PAGE)
    return root


@contextmanager
def serving(root: Path, opener: Opener | None, address: str = "127.0.0.1") -> Iterator[SiteServer]:
    server = SiteServer(root, 0, Versions(), address, opener)
    with in_a_thread(server):
        yield server


@pytest.fixture
def server(root: Path, editor: Editor) -> Iterator[SiteServer]:
    with serving(root, Opener(root, editor)) as server:
        yield server


def ask(
    server: SiteServer,
    body: bytes,
    method: str = "POST",
    at: str = "/.iiv/open",
    given: Mapping[str, str | None] | None = None,
) -> tuple[int, str]:
    """What a page of the site is answered, with other headers than its own where some are given."""
    host = f"127.0.0.1:{server.server_port}"
    own = {"Host": host, "Origin": f"http://{host}", "Sec-Fetch-Site": "same-origin"}
    headers: dict[str, str | None] = {**own, **(given or {})}
    connection = http.client.HTTPConnection(host, timeout=60)
    try:
        named = {name: value for name, value in headers.items() if value is not None}
        connection.request(method, at, body, named)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


@pytest.mark.parametrize("path", [NOTE, "journal/contacts/李 %41.MD", "journal/in.md"])
def test_a_note_is_opened(root: Path, server: SiteServer, editor: Editor, path: str) -> None:
    assert ask(server, path.encode()) == (200, "Opened in your editor.")
    assert editor.opened == [root / path]


def test_an_editor_that_fails_is_said(server: SiteServer) -> None:
    status, said = ask(server, b"journal/fails.md")
    assert status == 503
    assert "Set the variable IIV_EDITOR" in said


@pytest.mark.parametrize(
    "path",
    [
        "",
        "mkdocs.yml",
        "index.html",
        "journal",
        "journal/contacts",
        "journal/nobody.md",
        "journal/program.sh",
        "journal/.hidden.md",
        "journal/.kept/a.md",
        "journal/out.md",
        "journal/../../outside.md",
        "../outside.md",
        "journal/contacts/../contacts/ada.md",
        "/journal/contacts/ada.md",
        "journal//contacts/ada.md",
        "journal\\contacts\\ada.md",
        f"{NOTE}\0",
        f"{NOTE}\n",
        f"{NOTE}#x",
        f"-w {NOTE}",
        "https://evil.example.org/a.md",
        "x" * 20_000,
    ],
)
def test_nothing_but_notes_of_the_journal(server: SiteServer, editor: Editor, path: str) -> None:
    assert ask(server, path.encode()) == (404, "There is no such note.")
    assert ask(server, path.encode() + b"\xff")[0] == 404
    assert editor.opened == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.text("./journal\\cntsmd~:%\0 -") | st.binary().map(lambda body: body.decode(errors="replace")))
def test_whatever_is_asked_for_only_a_note_is_opened(root: Path, path: str) -> None:
    editor = Editor()
    status, _ = Opener(root, editor).open(path)
    assert status == 404
    assert editor.opened == []


@pytest.mark.parametrize(
    "given",
    [
        {"Origin": None},
        {"Origin": "null"},
        {"Origin": "http://evil.example.org"},
        {"Origin": "http://localhost:1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Host": "evil.example.org"},
    ],
)
def test_only_the_sites_own_pages_may_ask(
    server: SiteServer, editor: Editor, given: dict[str, str | None]
) -> None:
    assert ask(server, NOTE.encode(), given=given)[0] == 403
    assert editor.opened == []


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT"])
def test_only_by_post(server: SiteServer, editor: Editor, method: str) -> None:
    assert ask(server, NOTE.encode(), method)[0] in {404, 501}
    assert editor.opened == []


@pytest.mark.parametrize("at", ["/", "/index.html", "/.iiv/open/", "/.iiv/open?x", "/.iiv/changes"])
def test_only_at_its_address(server: SiteServer, editor: Editor, at: str) -> None:
    assert ask(server, NOTE.encode(), at=at)[0] == 501
    assert editor.opened == []


@pytest.mark.parametrize("length", ["-1", "x", "1e3", "\xb2", ""])
def test_a_length_that_is_none_is_that_of_nothing(server: SiteServer, editor: Editor, length: str) -> None:
    assert ask(server, b"", given={"Content-Length": length})[0] == 404
    assert editor.opened == []


def test_pages_have_the_script_where_there_is_an_editor(root: Path, server: SiteServer) -> None:
    script = '<script src="/.iiv/open.js" data-open="/.iiv/open"></script>'
    assert script in ask(server, b"", "GET", "/index.html")[1]
    assert "[data-iiv-path]" in ask(server, b"", "GET", "/.iiv/open.js")[1]
    with serving(root, None) as without:
        assert "open.js" not in ask(without, b"", "GET", "/index.html")[1]
        assert ask(without, NOTE.encode())[0] == 501


def test_whoever_reads_from_elsewhere_opens_nothing(root: Path, editor: Editor) -> None:
    everywhere = "0.0.0.0"  # noqa: S104 - what a person may ask for
    with serving(root, Opener(root, editor), everywhere) as server:
        assert "open.js" not in ask(server, b"", "GET", "/index.html")[1]
        assert ask(server, NOTE.encode())[0] == 501
    assert editor.opened == []


def test_a_folder_of_notes_that_is_gone_is_said(root: Path, server: SiteServer) -> None:
    (root / "journal").rename(root / "away")
    status, said = ask(server, NOTE.encode())
    assert status == 404
    assert "there is no folder" in said
