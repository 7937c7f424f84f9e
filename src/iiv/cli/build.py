"""`iiv build`: the site."""

from __future__ import annotations

import gc
import sys

import click

from iiv.cli.context import journal_options, root, tell
from iiv.cli.problem_lines import fail_for, print_first, tell_sum
from iiv.cli.progress import progress


@click.command()
@click.option("--clean", is_flag=True, help="Forget what earlier builds kept.")
@click.option("--strict", is_flag=True, help="Build all the same, but exit with 1 when there are problems.")
@journal_options()
@click.pass_context
def build(ctx: click.Context, clean: bool, strict: bool) -> None:
    """Build the site.

    All that can be built is built and published at the end; what is wrong in the notes is shown
    here and on the site's page "Problems".
    """
    from iiv.site.build import building

    with progress(sys.stderr) as on_progress:
        built = building.build(root(), clean=clean, on_progress=on_progress, on_wait=_tell_wait)
    gc.freeze()  # the program ends: to go through all that is left would take as long as a small build
    print_first(built.problems)
    tell_sum(built.problems)
    pages = f"{built.pages} {'page' if built.pages == 1 else 'pages'}"
    news = f"{built.made} made, {built.pages - built.made} as they were" if built.made else "nothing to make"
    tell(f"{pages} ({news}) in {built.seconds:.1f} s: open {built.site / 'index.html'}")
    ctx.exit(int(strict and fail_for(built.problems, strict=True)))


def _tell_wait() -> None:
    tell("Another build of this journal is running: waiting for it to end.")
