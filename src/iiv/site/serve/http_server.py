"""A site over HTTP, for this machine only."""

from __future__ import annotations

import errno
import os
import socket
import sys
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from socketserver import TCPServer
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import unquote, urlsplit

from iiv.site.errors import PortError
from iiv.site.serve.access import ALONE, ANSWER_HEADERS, is_alone, refusal, refusal_to_act

if TYPE_CHECKING:
    from iiv.site.serve.opening import Opener
    from iiv.site.serve.versions import Versions

SCRIPTS_PATH = "/.iiv/"
CHANGES_PATH = "/.iiv/changes"
OPEN_PATH = "/.iiv/open"

_RELOAD = "reload.js"
_OPEN = "open.js"
_LONGEST_PATH = 10_000
_HEARTBEAT = 15.0
"""Seconds after which a connection is tried, to find out that nobody reads it any more."""


class SiteServer(ThreadingHTTPServer):
    """Serves the folder `site` on a port of an IP address, by default one that this machine alone reaches.

    Its pages hear of new `versions`, and those of notes may ask the `opener` for their file. Port 0 takes a
    free one: `server_port` says which. Raises PortError when the port cannot be had.
    """

    # On Windows it would let another program take the port at the same time.
    allow_reuse_address = sys.platform != "win32"
    daemon_threads = True  # a page that waits for the next version must not keep the program alive

    def __init__(
        self, site: Path, port: int, versions: Versions, address: str = ALONE, opener: Opener | None = None
    ) -> None:
        self.site = site
        self.versions = versions
        # Whoever reads from another machine opens nothing on this one.
        self.opener = opener if is_alone(address) else None
        self.address = address
        self.address_family = socket.AF_INET6 if ":" in address else socket.AF_INET
        try:
            super().__init__((address, port), _Handler)
        except OSError as fault:
            raise PortError(_port_message(address, port, fault)) from fault

    def server_bind(self) -> None:
        """Take the port, without looking up this machine's name: that may ask another machine."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.address, self.socket.getsockname()[1]

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as the library has it
        """Say nothing about a browser that went away in the middle of an answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    server: SiteServer
    server_version = "iiv"
    sys_version = ""
    extensions_map = {  # noqa: RUF012 - as the library has it
        **SimpleHTTPRequestHandler.extensions_map,
        # Browsers run nothing of another type, whatever this machine calls a script.
        ".css": "text/css; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".svg": "image/svg+xml",
    }

    def __init__(self, request: Any, client_address: Any, server: SiteServer) -> None:  # noqa: ANN401 - as the library has it
        super().__init__(request, client_address, server, directory=str(server.site))

    def send_head(self) -> BytesIO | BinaryIO | None:
        reason = refusal(self.headers, self.server.server_port, self.server.address)
        if reason:
            self.send_error(HTTPStatus.FORBIDDEN, reason)
            return None
        if not self.path.startswith("/"):
            self.send_error(HTTPStatus.BAD_REQUEST, "this address answers to paths only")
            return None
        path = unquote(urlsplit(self.path).path)
        if path in {SCRIPTS_PATH + _RELOAD, SCRIPTS_PATH + _OPEN}:
            script = Path(__file__).with_name(path.removeprefix(SCRIPTS_PATH))
            return self._answer(script.read_bytes(), self.extensions_map[".js"])
        if path == CHANGES_PATH:
            self._stream_versions()
            return None
        # What no file can be called is not there: half a character, a NUL, or a name of great length.
        there = os.path.exists(self.translate_path(self.path))  # noqa: PTH110 - Path.exists raises for them
        if not there or any(part.startswith(".") for part in path.split("/")):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return self._page(path) or super().send_head()

    def _page(self, path: str) -> BytesIO | None:
        """The page at `path`, which loads itself again; None when what is there is no page."""
        file = Path(self.translate_path(self.path))
        if path.endswith("/"):
            file /= "index.html"
        if file.suffix != ".html" or not file.is_file():
            return None
        return self._answer(*self._reloading(file))

    def _reloading(self, file: Path) -> tuple[bytes, str]:
        # Asked before the file is read: a page that is older than it says loads once too often.
        seen = self.server.versions.current
        before, end, after = file.read_bytes().rpartition(b"</body>")
        data = f'data-seen="{seen}" data-changes="{CHANGES_PATH}"'
        scripts = f'<script src="{SCRIPTS_PATH}{_RELOAD}" {data}></script>'
        if self.server.opener:
            scripts += f'<script src="{SCRIPTS_PATH}{_OPEN}" data-open="{OPEN_PATH}"></script>'
        return before + scripts.encode() + end + after, "text/html; charset=utf-8"

    def do_POST(self) -> None:
        """Open the note whose path is sent, when a page of the site asks for it."""
        length = self.headers.get("Content-Length", "")
        path = self.rfile.read(min(int(length), _LONGEST_PATH) if length.isdecimal() else 0)
        reason = refusal_to_act(self.headers, self.server.server_port, self.server.address)
        if reason:
            self.send_error(HTTPStatus.FORBIDDEN, reason)
        elif self.path != OPEN_PATH or not self.server.opener:
            self.send_error(HTTPStatus.NOT_IMPLEMENTED)
        else:
            status, words = self.server.opener.open(path.decode(errors="replace"))
            self.copyfile(self._answer(words.encode(), "text/plain; charset=utf-8", status), self.wfile)

    def _answer(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> BytesIO:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def _stream_versions(self) -> None:
        """Name the version of the site, and each new one, as server-sent events."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        versions, seen = self.server.versions, ""
        while self.command == "GET" and not versions.over:
            current = versions.current
            self.wfile.write(f"data: {current}\n\n".encode() if current != seen else b":\n\n")
            seen = current
            versions.wait(seen, _HEARTBEAT)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page when nothing is there."""
        page = self.server.site / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body, kind = self._reloading(page)
        # It stands beside the home page on a disk, and at any address here.
        body = body.replace(b'href="index.html"', b'href="/"')
        answer = self._answer(body, kind, HTTPStatus.NOT_FOUND)
        if self.command == "GET":
            self.copyfile(answer, self.wfile)

    def list_directory(self, path: str | os.PathLike[str]) -> None:  # noqa: ARG002 - as the library has it
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        for name, value in ANSWER_HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - as the library has it
        """Keep the terminal for builds and problems."""


def _port_message(address: str, port: int, fault: OSError) -> str:
    if fault.errno == errno.EADDRNOTAVAIL:
        return f"{address} is no address of this machine"
    if fault.errno == errno.EADDRINUSE:
        return f"port {port} is in use: end the other program, or choose another with `--port`"
    return f"port {port} cannot be had: {fault.strerror}"
