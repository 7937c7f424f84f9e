"""`iiv verify`: whether a built site is private."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iiv.cli.context import folder, journal_options, root, tell
from iiv.cli.failures import Failure
from iiv.cli.terminal import BELOW, json_option, print_json, say
from iiv.method.wording import count
from iiv.values import asdict

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("site", metavar="[SITE]", required=False)
@json_option
@journal_options()
@click.pass_context
def verify(ctx: click.Context, site: str | None, as_json: bool) -> None:
    """Say whether a built site is private.

    SITE is its folder, by default that of the journal's own site; any program may have built it. Each
    page must carry a strict policy, nothing may be loaded from elsewhere, and only you may read it.
    Exits with 1 when something was found, a line for each.
    """
    from iiv.site.safety.verifying import verify as verified

    place = folder() / site if site else _own_site()
    if not place.is_dir():
        raise Failure(f"there is no site at {place}: `iiv build` makes one")
    found = verified(place)
    if as_json:
        print_json([asdict(finding) for finding in found])
    else:
        for finding in found:
            say(str(finding), "", BELOW)
    tell(_sum(place, len(found)))
    ctx.exit(int(bool(found)))


def _own_site() -> Path:
    """The folder of the journal's site, whether it is there or not."""
    from iiv.journal.read.disk import SETTINGS_FILE, read_settings_file
    from iiv.journal.settings import parse_site_dir

    text = read_settings_file(root()).decode("utf-8", errors="replace")
    return root() / parse_site_dir(text, SETTINGS_FILE)


def _sum(place: Path, number: int) -> str:
    from iiv.site.disk.ownership import SHARE_MARKER

    if not number and (place / SHARE_MARKER).is_file():
        return f"{place} is a share, made without names, and private, as far as its files tell."
    if not number:
        return f"{place} is private, as far as its files tell."
    return f"{place} is not private: {count(number, 'finding')}."
