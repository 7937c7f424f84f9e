"""`iiv demo`: the example, to look around in."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from iiv.cli.context import folder, journal_options, tell, today
from iiv.command_lines import quoted


@click.command()
@click.argument(
    "directory", metavar="[DIR]", required=False, type=click.Path(file_okay=False, path_type=Path)
)
@click.option("--open/--no-open", "open_browser", default=True, help="Open it in the browser.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="Where to listen.  [default: any free port]"
)
@journal_options()
def demo(directory: Path | None, open_browser: bool, port: int) -> None:
    """Show the example.

    It is the journal of somebody who has been at it for eight months.

    Its days are moved, so that the last talk was last week. It lies in a temporary folder and goes when you
    end it with Ctrl-C; in the folder DIR it stays, a journal like yours.
    """
    from iiv.cli.demo_days import example_files
    from iiv.cli.init import begin, write_files
    from iiv.site.serve.watching import ended_like_an_interrupt

    files = example_files(today())
    if directory:
        target = folder() / directory
        begin(target, files, example=True)
        tell(f"It stays there: `iiv -C {quoted(str(target))} serve --open` shows it again.")
        _show(target, port, open_browser=open_browser)
        return
    with (
        suppress(KeyboardInterrupt),
        ended_like_an_interrupt(),
        TemporaryDirectory(prefix="iiv-demo-", ignore_cleanup_errors=True) as place,
    ):
        write_files(Path(place), files)
        tell("The example goes when you end it; `iiv demo DIR` keeps it, in the folder DIR.")
        _show(Path(place), port, open_browser=open_browser)


def _show(root: Path, port: int, *, open_browser: bool) -> None:
    from iiv.cli.editors import edit_in_window
    from iiv.cli.serve import Teller
    from iiv.site.serve.preview import serve

    tell("Building its site: some seconds.")
    serve(root, port, open_browser=open_browser, report=Teller(), editor=edit_in_window)
