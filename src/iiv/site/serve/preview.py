"""`iiv serve`: the site on this machine only, built and loaded again as its notes are saved."""

from __future__ import annotations

import threading
import webbrowser
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Self

from iiv.site.build.building import build
from iiv.site.serve.access import ALONE, in_url
from iiv.site.serve.http_server import SiteServer
from iiv.site.serve.opening import Opener
from iiv.site.serve.versions import Versions
from iiv.site.serve.watching import Saves, ended_like_an_interrupt
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from iiv.site.build.building import Built

DEFAULT_PORT = 8000


class Started(Value, frozen=True):
    """The site is at `url`, until the server is stopped."""

    url: str
    built: Built


class Rebuilt(Value, frozen=True):
    """Something was saved, and the site shows it."""

    built: Built


class Failed(Value, frozen=True):
    """Something was saved, and the site stays as it was because of `fault`."""

    fault: Exception


Event = Started | Rebuilt | Failed


def serve(  # noqa: PLR0913 - as many as the command has options
    root: Path,
    port: int = DEFAULT_PORT,
    *,
    address: str = ALONE,
    open_browser: bool = False,
    report: Callable[[Event], None] = lambda _: None,
    editor: Callable[[Path], bool] | None = None,
) -> None:
    """Serve the journal in the folder `root` until Ctrl-C or SIGTERM.

    Whoever reaches the IP address `address` can read it: this machine alone, unless it is another one.
    `report` is called with what happens; `editor` opens a note, and says whether it could. Raises SiteError
    when the port cannot be had, or when the site cannot be built to begin with; NotesFolderError when
    there are no notes then.
    """
    preview = Preview(root, port, report, address, editor)
    with suppress(KeyboardInterrupt), ended_like_an_interrupt(), preview:
        if open_browser:
            webbrowser.open(preview.url)
        preview.run()


class Preview:
    """A journal's site while it is served: use it with `with`, then `run` it; any thread may `stop` it."""

    def __init__(
        self,
        root: Path,
        port: int,
        report: Callable[[Event], None],
        address: str = ALONE,
        editor: Callable[[Path], bool] | None = None,
    ) -> None:
        self._root = root.absolute()
        self._port = port
        self._address = address
        self._opener = Opener(self._root, editor) if editor else None
        self._report = report
        self._versions = Versions()
        self._saves = Saves(self._root)
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            # The port comes first: a build may take a while, and would be in vain.
            self._server = stack.enter_context(
                SiteServer(self._root, self._port, self._versions, self._address, self._opener)
            )
            stack.enter_context(self._saves)
            built = build(self._root)
            self._server.site = built.site
            stack.enter_context(_running(self._server))
            self._report(Started(self.url, built))
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def url(self) -> str:
        """The address of the home page."""
        return f"http://{in_url(self._address)}:{self._server.server_port}/"

    def run(self) -> None:
        """Build the site anew after each change, until `stop`."""
        while self._saves.wait():
            self._rebuild()

    def stop(self) -> None:
        """End `run`, after the build that is under way."""
        self._saves.stop()

    def _rebuild(self) -> None:
        try:
            built = build(self._root)
        except Exception as fault:  # noqa: BLE001 - whatever it is, the old site stays and the next save may mend it
            self._report(Failed(fault))
            return
        self._server.site = built.site
        if built.published.written or built.published.removed:
            self._versions.publish()
        self._report(Rebuilt(built))


@contextmanager
def _running(server: SiteServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, name="iiv-web")
    thread.start()
    try:
        yield
    finally:
        server.versions.end()
        server.shutdown()
        thread.join()
