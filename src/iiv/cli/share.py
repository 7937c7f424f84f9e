"""`iiv share`: the answers without a name in them, for somebody else's eyes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from iiv.cli.completion import own_directions, own_questions
from iiv.cli.context import journal_options, point_out_problems, reading, root, tell, tell_wait
from iiv.cli.failures import Failure
from iiv.cli.terminal import BELOW, say
from iiv.method.wording import count

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from iiv.exchange.sharing.left_over import LeftOver

_HEAD = "Words with a capital letter that are left in the share: look through them before you send it."
_PLACES = 3
"""So many places of one word are named on the terminal; the file beside the share has all."""


def _separated(_ctx: click.Context, _param: click.Parameter, given: Sequence[str]) -> tuple[str, ...]:
    return tuple(filter(None, (id_.strip() for ids in given for id_ in ids.split(","))))


@click.command()
@click.argument("into", metavar="DIR", type=click.Path(file_okay=False))
@click.option("--title", help="What stands on top of each page, instead of `What I was told`.")
@click.option(
    "--only",
    "only",
    multiple=True,
    metavar="QUESTION",
    shell_complete=own_questions,
    callback=_separated,
    help="This question alone; several with commas between, or once for each.",
)
@click.option(
    "--direction",
    "directions",
    multiple=True,
    metavar="ID",
    shell_complete=own_directions,
    callback=_separated,
    help="This direction too, named in the same way.",
)
@journal_options()
def share(into: str, title: str | None, only: tuple[str, ...], directions: tuple[str, ...]) -> None:
    """Make a site of the answers in which nobody is named.

    Writes comparisons, the matrix, the themes and the directions that you name to the folder DIR, which is
    new, empty or an earlier share. People are called by their role, organisations are not named, addresses,
    long numbers and pictures are left out, and days are months. Notes, logs, letters, helpfulness and
    interest stay here.

    No rule knows every name: the words with a capital letter that are left are listed, with their
    places, here and in a file beside DIR. Look through them before you send it to anybody.
    """
    from iiv.site.build import sharing

    _check(only, directions)
    folder = Path(into)
    beside = folder.with_name(f"{folder.absolute().name}-left.txt")
    if beside.exists() and not beside.read_text("utf-8", errors="replace").startswith(_HEAD):
        raise Failure(f"{beside} was not made by iiv share: move it away, or name another folder")
    made = sharing.share(root(), folder, sharing.Wanted(title or sharing.TITLE, only, directions), tell_wait)
    _write(beside, made.left_over)
    for left in made.left_over:
        say(f"{left.word}: {_places(left.places)}", "", BELOW)
    talks, questions = count(made.talks, "talk"), count(made.questions, "question")
    tell(f"{into}: answers to {questions} from {talks}, without names.")
    if made.left_over:
        tell(
            f"{count(len(made.left_over), 'word')} with a capital letter left, which may be names: "
            f"look through them before you send it. They stand in {beside} too."
        )
    point_out_problems(made.reading)


def _check(only: Collection[str], directions: Collection[str]) -> None:
    if not (only or directions):
        return
    journal = reading().journal
    for noun, chosen, known in (
        ("question", only, [question.id for question in journal.questions]),
        ("direction", directions, [direction.id for direction in journal.directions]),
    ):
        for id_ in chosen:
            if id_ not in known:
                raise click.BadParameter(f"no {noun} {id_!r}: {', '.join(known) or 'there are none'}")


def _places(places: Sequence[str]) -> str:
    shown = list(dict.fromkeys(places))
    more = f", and {len(shown) - _PLACES} more" if len(shown) > _PLACES else ""
    return "; ".join(shown[:_PLACES]) + more


def _write(file: Path, words: Sequence[LeftOver]) -> None:
    lines = (f"{left.word}: {'; '.join(dict.fromkeys(left.places))}" for left in words)
    file.touch(mode=0o600)
    file.write_text("\n".join([_HEAD, "", *lines, ""]), encoding="utf-8")
