"""`iiv share`: the answers without a name in them, for somebody else's eyes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from iiv.cli.completion import own_questions
from iiv.cli.context import journal_options, point_out_problems, reading, root, tell
from iiv.cli.failures import Failure
from iiv.cli.terminal import BELOW, say

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from iiv.exchange.sharing.left_over import LeftOver

_HEAD = "Words with a capital letter that are left in the share: look through them before you send it."
_PLACES = 3
"""So many places of one word are named on the terminal; the file beside the share has all."""


@click.command()
@click.argument("into", metavar="DIR", type=click.Path(file_okay=False))
@click.option("--title", help="What stands on top of each page, instead of `What I was told`.")
@click.option(
    "--only",
    "only",
    multiple=True,
    metavar="QUESTION",
    shell_complete=own_questions,
    help="This question alone; once for each.",
)
@journal_options()
def share(into: str, title: str | None, only: tuple[str, ...]) -> None:
    """Make a site of the answers in which nobody is named.

    Writes comparisons, the matrix and the themes to the folder DIR, which is new, empty or an earlier
    share. People are called by their role, organisations are not named, addresses, long numbers and
    pictures are left out, and days are months. Notes, logs, letters, helpfulness and interest stay here.

    No rule knows every name: the words with a capital letter that are left are listed, with their
    places, here and in a file beside DIR. Look through them before you send it to anybody.
    """
    from iiv.site.build import sharing

    _check(only)
    folder = Path(into)
    beside = folder.with_name(f"{folder.absolute().name}-left.txt")
    if beside.exists() and not beside.read_text("utf-8", errors="replace").startswith(_HEAD):
        raise Failure(f"{beside} was not made by iiv share: move it away, or name another folder")
    made = sharing.share(root(), folder, title or sharing.TITLE, only, _tell_wait)
    _write(beside, made.left_over)
    for left in made.left_over:
        say(f"{left.word}: {_places(left.places)}", "", BELOW)
    talks, questions = _counted(made.talks, "talk"), _counted(made.questions, "question")
    tell(f"{into}: answers to {questions} from {talks}, without names.")
    if made.left_over:
        tell(
            f"{_counted(len(made.left_over), 'word')} with a capital letter left, which may be names: "
            f"look through them before you send it. They stand in {beside} too."
        )
    point_out_problems(made.reading)


def _check(only: Collection[str]) -> None:
    known = [question.id for question in reading().journal.questions] if only else []
    for id_ in only:
        if id_ not in known:
            raise click.BadParameter(f"no question {id_!r}: {', '.join(known) or 'there are none'}")


def _tell_wait() -> None:
    tell("A build of this journal is running: waiting for it to end.")


def _places(places: Sequence[str]) -> str:
    shown = list(dict.fromkeys(places))
    more = f", and {len(shown) - _PLACES} more" if len(shown) > _PLACES else ""
    return "; ".join(shown[:_PLACES]) + more


def _write(file: Path, words: Sequence[LeftOver]) -> None:
    """The list beside the share, for its owner alone."""
    lines = (f"{left.word}: {'; '.join(dict.fromkeys(left.places))}" for left in words)
    file.touch(mode=0o600)
    file.write_text("\n".join([_HEAD, "", *lines, ""]), encoding="utf-8")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
