"""`iiv serve`: the site on this machine only, rebuilt as you save."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iiv.cli.context import journal_options, root, tell
from iiv.cli.problem_lines import print_changes, tell_sum

if TYPE_CHECKING:
    from iiv.journal.problems import Problem
    from iiv.site.build.building import Built
    from iiv.site.serve.preview import Event


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Where to listen; 0 for any free port.",
)
@click.option(
    "--host",
    "address",
    metavar="ADDRESS",
    default="127.0.0.1",
    callback=lambda _ctx, _param, value: _address(value),
    help="Another address of this machine than its own 127.0.0.1: others can then read everything.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open it in the browser.")
@journal_options()
def serve(port: int, address: str, open_browser: bool) -> None:
    """Show the site, on this machine only.

    It is rebuilt and reloaded as you save, and what is wrong in the notes is shown here: once, and again
    when it is mended. The path at the foot of a page opens the note, in $IIV_EDITOR or in what your system
    opens Markdown files with. Ctrl-C ends it.
    """
    from iiv.cli.editors import edit_in_window
    from iiv.site.serve import access, preview

    journal = root()
    if not access.is_alone(address):
        tell(f"Warning: everybody who can reach this machine at {address} can read your journal.", fg="red")
    preview.serve(
        journal, port, address=address, open_browser=open_browser, report=Teller(), editor=edit_in_window
    )


def _address(value: str) -> str:
    """An IP address: a name would have to be looked up, which asks another machine."""
    from ipaddress import ip_address

    try:
        return str(ip_address("127.0.0.1" if value == "localhost" else value))
    except ValueError:
        raise click.BadParameter(f"{value!r} is no IP address, such as 192.168.1.20.") from None


class Teller:
    """Says what happens while the site is served: of the problems, only what changed since the last time."""

    def __init__(self) -> None:
        self._problems: tuple[Problem, ...] = ()
        self._gone = False

    def __call__(self, event: Event) -> None:
        """Say what happened."""
        from iiv.site.serve.preview import Rebuilt, Started

        match event:
            case Started(url, built):
                self._tell_built(built, f"Your journal is at {url} (Ctrl-C ends it).")
            case Rebuilt(built):
                what = "Your notes are back" if self._gone else "Saved"
                self._tell_built(built, f"{what}: the site was built again in {built.seconds:.1f} s.")
            case _:
                self._tell_failed(event.fault)

    def _tell_built(self, built: Built, words: str) -> None:
        print_changes(self._problems, built.problems)
        if built.problems != self._problems:
            tell_sum(built.problems)
        self._problems, self._gone = built.problems, False
        tell(words)

    def _tell_failed(self, fault: Exception) -> None:
        from iiv.journal.read.notes_folder import NotesFolderError

        self._gone = isinstance(fault, NotesFolderError)
        what = "The site stays as it was" if self._gone else "Saved, but the site stays as it was"
        tell(f"{what}: {fault}", fg="red")
