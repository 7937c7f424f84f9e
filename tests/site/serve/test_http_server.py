"""What the server answers, to whom, and what it says of itself."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import HTTPServer, SimpleHTTPRequestHandler
from pathlib import Path

import pytest
from playwright.sync_api import Page

from iiv.site.serve.http_server import SiteServer
from iiv.site.serve.versions import Versions
from tests.builders import write_journal
from tests.site.serving import Served, in_a_thread, running

ADA = "---\ncontact: Ada Lovelace\ndate: 2026-03-02\nanswers:\n  start: By accident, through music.\n---\n"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with running(write_journal(tmp_path_factory.mktemp("served"), {"interviews/ada.md": ADA})) as served:
        yield served


def test_the_site_is_served_on_the_loopback_address(served: Served) -> None:
    assert served.url == f"http://127.0.0.1:{served.port}/"
    for path in ("/", "/index.html", "/interviews/", "/interviews/ada.html", "/interviews/ada.html?q=1"):
        status, headers, body = served.get(path)
        assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8"), path
        assert len(body) == int(headers["Content-Length"])
    assert b"through music" in served.get("/interviews/ada.html")[2]
    assert served.get("/assets/iiv.js")[1]["Content-Type"].startswith("text/javascript")
    assert served.get("/search/texts-1.js")[0] == 200


def test_every_answer_keeps_other_pages_out(served: Served) -> None:
    for path in ("/", "/assets/iiv.css", "/nowhere", "/.iiv/reload.js"):
        _, headers, _ = served.get(path)
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin", path
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cache-Control"] == "no-store"
        assert "Python" not in headers["Server"]


@pytest.mark.parametrize("path", ["/", "/answers/ada.js", "/.iiv/reload.js", "/.iiv/changes", "/nowhere"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_other_names_and_other_pages_are_refused(served: Served, path: str, method: str) -> None:
    assert served.get(path, method, Host="rebound.example.org")[0] == 403
    assert served.get(path, method, Sec_Fetch_Site="cross-site", Sec_Fetch_Dest="script")[0] == 403


def test_nothing_but_pages_and_files_is_shown(served: Served) -> None:
    for path in (
        "/assets/",
        "/.iiv-site",
        "/nowhere.html",
        "/../mkdocs.yml",
        "/%2e%2e/mkdocs.yml",
        "/index.html/",
    ):
        status, _, body = served.get(path)
        assert status == 404, path
        assert b"There is no such page" in body
    assert served.get("/nowhere", "HEAD")[2] == b""
    assert served.get("/", "POST")[0] == 403
    status, headers, _ = served.get("/interviews")
    assert (status, headers["Location"]) == (301, "/interviews/")


def test_a_page_that_is_not_there_leads_home_from_anywhere(served: Served) -> None:
    status, _, body = served.get("/contacts/nobody/there.html")
    assert status == 404
    assert b'<a href="/">' in body


def test_search_finds_a_note_under_the_policy(served: Served, page: Page) -> None:
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda fault: said.append(str(fault)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served.url)
    page.keyboard.press("/")
    page.keyboard.type("music")
    page.locator(".iiv-hit__link", has_text="Ada Lovelace").first.wait_for()
    assert said == []
    assert all(url.startswith((served.url, "data:")) for url in asked)


def test_a_page_of_another_origin_can_load_and_frame_nothing(
    served: Served, page: Page, tmp_path: Path
) -> None:
    script = f"{served.url}answers/ada.js"
    (tmp_path / "attack.html").write_text(
        f'<script src="{script}"></script><iframe src="{served.url}"></iframe>'
        f'<img src="{served.url}assets/iiv.svg"><a href="{served.url}">look</a>'
        "<script>document.title = typeof iiv</script>",
        encoding="utf-8",
    )
    answers: dict[str, int] = {}
    failed: list[str] = []
    page.on("response", lambda response: answers.update({response.url: response.status}))
    page.on("requestfailed", lambda request: failed.append(request.url))
    other = HTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(tmp_path)))
    with in_a_thread(other):
        page.goto(f"http://localhost:{other.server_port}/attack.html")
        assert page.title() == "undefined"
        got = {address: status for address, status in answers.items() if address.startswith(served.url)}
        assert set(got.values()) <= {403}
        assert {*got, *failed} == {script, f"{served.url}assets/iiv.svg", served.url}
        page.get_by_role("link", name="look").click()
        page.wait_for_url(served.url)
        assert "Talks" in page.title(), "a person may follow a link to it"


def test_a_browser_that_went_away_is_no_news_and_a_fault_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with SiteServer(tmp_path, 0, Versions()) as server:
        for fault in (BrokenPipeError("gone"), ValueError("a fault of ours")):
            try:
                raise fault
            except (BrokenPipeError, ValueError):
                server.handle_error(None, ("127.0.0.1", 1))
    said = capsys.readouterr().err
    assert "a fault of ours" in said
    assert "gone" not in said


def test_each_version_has_a_name_that_no_other_server_gives() -> None:
    one, other = Versions(), Versions()
    names = {one.current, other.current}
    one.publish()
    other.publish()
    assert len(names | {one.current, other.current}) == 4


def test_a_new_version_is_told_to_those_who_wait() -> None:
    versions = Versions()
    seen = versions.current
    heard: list[str] = []

    def wait() -> None:
        versions.wait(seen, seconds=60)
        heard.append(versions.current)

    thread = threading.Thread(target=wait)
    thread.start()
    versions.publish()
    thread.join(timeout=30)
    assert heard == [versions.current]
    assert heard != [seen]


def test_nobody_waits_for_what_is_there_already_or_will_not_come() -> None:
    versions = Versions()
    versions.wait("an older version", seconds=60)
    versions.end()
    versions.wait(versions.current, seconds=60)
    assert versions.over
