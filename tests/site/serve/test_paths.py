"""Whatever is asked for, a request gets an answer, and the terminal stays quiet."""

import http.client
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iiv.site.serve.http_server import SiteServer
from iiv.site.serve.versions import Versions
from tests.site.serving import in_a_thread

PAGE = b"<html><head></head><body>Hello</body></html>"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SiteServer]:
    (tmp_path / "in").mkdir()
    for name in ("index.html", "Zoë 李.html"):
        (tmp_path / name).write_bytes(PAGE)
    server = SiteServer(tmp_path, 0, Versions())
    with in_a_thread(server):
        yield server


def status(server: SiteServer, target: bytes, method: bytes = b"GET") -> int:
    """The status of the answer to a request for just these bytes."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=60) as connection:
        host = f"Host: 127.0.0.1:{server.server_port}\r\nConnection: close\r\n\r\n".encode()
        connection.sendall(method + b" " + target + b" HTTP/1.1\r\n" + host)
        with http.client.HTTPResponse(connection, method=method.decode()) as answer:
            answer.begin()
            answer.read()
            return answer.status


CASES = {
    b"/": 200,
    b"/index.html?q=%00": 200,
    b"//": 200,
    b"///index.html": 200,
    "/Zoë 李.html".encode().replace(b" ", b"%20"): 404,  # read as Latin-1: a browser would have quoted it
    b"/Zo%C3%AB%20%E6%9D%8E.html": 200,
    b"/%00": 404,
    b"/index.html%00": 404,
    b"/%00/index.html": 404,
    b"/%ED%A0%80": 404,
    b"/%ED%A0%80.html": 404,
    b"/%ED%A0%80/": 404,
    b"/%FF%FE.html": 404,
    b"/a" * 20_000: 404,
    b"/" + b"a" * 60_000: 404,
    b"/" + b"a" * 60_000 + b".html": 404,
    b"/" * 20_000: 200,
    b"/" + b"a" * 70_000: 414,
    b"/..%2f..%2fmkdocs.yml": 404,
    b"/%2e%2e/%2e%2e/etc/passwd": 404,
    b"/..\\..\\mkdocs.yml": 404,
    b"/%": 404,
    b"/%%%": 404,
    b"/%zz": 404,
    b"/%e": 404,
    b"/[": 404,
    b"//[": 404,
    b"/?": 200,
    b"/#": 200,
    b"/\xff\xfe": 404,
    b"/in": 301,
    b"/in/": 404,
    b"/in%0d%0aSet-Cookie:x": 404,
    b"http://127.0.0.1/index.html": 400,
    b"http://[": 400,
    b"http://example.org/": 400,
    b"index.html": 400,
    b"*": 400,
}


@pytest.mark.parametrize("method", [b"GET", b"HEAD"])
def test_each_is_answered(server: SiteServer, method: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    found = {target[:80]: status(server, target, method) for target in CASES}
    assert found == {target[:80]: code for target, code in CASES.items()}
    assert capfd.readouterr() == ("", "")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from([b"/", b"%", b"00", b"ED", b"a", b".", b"[", b"?", b"#", b"\xe9", b":", b"\\"]))
)
def test_any_is_answered(server: SiteServer, parts: list[bytes]) -> None:
    assert status(server, b"/" + b"".join(parts)) in {200, 301, 404}
