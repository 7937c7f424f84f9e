"""`iiv build`: the site."""

from __future__ import annotations

import gc
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

import click

from iiv.cli.context import journal_options, root, tell
from iiv.cli.problem_lines import fail_for, print_first, tell_sum
from iiv.method.wording import count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BACK = "\r"


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
    news = f"{built.made} made, {built.pages - built.made} as they were" if built.made else "nothing to make"
    tell(f"{count(built.pages, 'page')} ({news}) in {built.seconds:.1f} s: open {built.site / 'index.html'}")
    ctx.exit(int(strict and fail_for(built.problems, strict=True)))


def _tell_wait() -> None:
    tell("Another build of this journal is running: waiting for it to end.")


@contextmanager
def progress(stream: TextIO, after: float = 1.0) -> Iterator[Callable[[int, int], None]]:
    """Something to call with the files made and all to make: one line that counts, gone at the end.

    Where `stream` is no terminal nothing is shown, nor in the first seconds, `after` of them: most
    builds are done by then.
    """
    if not stream.isatty():
        yield lambda _done, _pages: None
        return
    shown, line = -1, ""
    quiet_until = time.monotonic() + after

    def show(done: int, whole: int) -> None:
        nonlocal shown, line
        percent = 100 * done // max(1, whole)
        if percent != shown and time.monotonic() >= quiet_until:
            shown = percent
            line = f"Building: {done} of {whole} files"
            stream.write(_BACK + line)
            stream.flush()

    try:
        yield show
    finally:
        if shown >= 0:
            stream.write(
                _BACK + " " * len(line) + _BACK
            )  # older consoles of Windows know no sign that erases
            stream.flush()
