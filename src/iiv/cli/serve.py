"""`iiv serve`: the site on this machine only, rebuilt as you save."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iiv.cli.context import journal_options, root, tell
from iiv.cli.problem_lines import print_problems, tell_sum

if TYPE_CHECKING:
    from iiv.site.build.building import Built
    from iiv.site.serve.server import Event


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

    It is rebuilt and reloaded as you save. Ctrl-C ends it.
    """
    from iiv.site.serve import access, server

    journal = root()
    if not access.is_alone(address):
        tell(f"Warning: everybody who can reach this machine at {address} can read your journal.", fg="red")
    server.serve(journal, port, address=address, open_browser=open_browser, report=tell_event)


def _address(value: str) -> str:
    """An IP address: a name would have to be looked up, which asks another machine."""
    from ipaddress import ip_address

    try:
        return str(ip_address("127.0.0.1" if value == "localhost" else value))
    except ValueError:
        raise click.BadParameter(f"{value!r} is no IP address, such as 192.168.1.20.") from None


def tell_event(event: Event) -> None:
    """Say what happened while the site is served."""
    from iiv.site.serve.server import Rebuilt, Started

    match event:
        case Started(url, built):
            _tell_built(built, f"Your journal is at {url} (Ctrl-C ends it).")
        case Rebuilt(built):
            _tell_built(built, f"Saved: the site was built again in {built.seconds:.1f} s.")
        case _:
            tell(f"Saved, but the site stays as it was: {event.fault}", fg="red")


def _tell_built(built: Built, words: str) -> None:
    print_problems(built.problems)
    tell_sum(built.problems)
    tell(words)
