"""`iiv init`: a new journal, or the example."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import click

from iiv.cli.context import folder, journal_options, tell, today
from iiv.cli.failures import Failure
from iiv.cli.programs import installed
from iiv.cli.starter import FOLDERS, GITATTRIBUTES, GITIGNORE, IGNORED, LINTER_YAML, MERGED, starter
from iiv.cli.terminal import printable
from iiv.command_lines import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

VERSIONS = (
    "git keeps versions of your notes when you say so; iiv commits nothing by itself.",
    '  keep one:     git add --all, then git commit -m "the first talks"',
    "  what is new:  git status, or git diff for every word",
    "  look back:    git log -p (q ends it)",
)
"""git, for those who do not know it."""


@click.command()
@click.argument("directory", metavar="[DIR]", default=".", type=click.Path(file_okay=False, path_type=Path))
@click.option("--example", is_flag=True, help="The example journal, to look around in.")
@journal_options()
def init(directory: Path, example: bool) -> None:
    """Begin a journal.

    It goes into the folder DIR, by default this one. Nothing that is there is overwritten, and
    nothing is committed to git. The days of the example are moved, so that its last talk was last week.
    """
    target = folder() / directory
    begin(target, _moved_example() if example else _starter_files(target), example=example)
    _print_next(target, example=example)


def begin(target: Path, files: Mapping[str, bytes], *, example: bool) -> None:
    """Put these files of a journal into a folder, and what goes with them. Raises Failure if one is there."""
    refuse_to_overwrite(target, files)
    for name in FOLDERS:
        (target / name).mkdir(parents=True, exist_ok=True)
    write_files(target, files)
    tell(f"The {'example is' if example else 'journal is begun'} in {target.resolve()}.")
    _ignore_the_site(target / ".gitignore")
    _merge_by_lines(target / ".gitattributes")
    if not any(target.glob(".markdownlint*")):  # a person's own settings are theirs
        _write(target / ".markdownlint.yaml", LINTER_YAML.encode())
    _begin_repository(target)


def write_files(target: Path, files: Mapping[str, bytes]) -> None:
    """Write files that are not there yet, by their paths from a folder."""
    for name, content in files.items():
        _write(target / name, content)


def _moved_example() -> dict[str, bytes]:
    from iiv.cli.demo_days import example_files

    return example_files(today())


def _starter_files(target: Path) -> dict[str, bytes]:
    """The files to begin with; who has questions already is given no others."""
    asks = any((target / "journal" / "questions").glob("*.md"))
    return {path: text.encode() for path, text in starter(questions=not asks).items()}


def refuse_to_overwrite(target: Path, names: Iterable[str]) -> None:
    """Raise Failure when one of the files is there already."""
    there = [name for name in names if os.path.lexists(target / name)]
    if there:
        message = f"{target} holds a journal already ({there[0]}): nothing was changed. Name another folder."
        raise Failure(message)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)


def _ignore_the_site(path: Path) -> None:
    """Keep the site out of git: a .gitignore that is there is the person's own, so only say what it lacks."""
    if not path.exists():
        _write(path, GITIGNORE.encode())
        return
    lines = {line.strip("/") for line in _lines(path)}
    missing = [line for line in IGNORED if line.strip("/") not in lines]
    if missing:
        tell(f"Add to your .gitignore: {' '.join(missing)}")


def _merge_by_lines(path: Path) -> None:
    """Let git merge what two machines wrote: a .gitattributes that is there is the person's own too."""
    if not path.exists():
        _write(path, GITATTRIBUTES.encode())
        return
    lines = set(map(" ".join, map(str.split, _lines(path))))
    for line in MERGED:
        if line not in lines:
            tell(f"Add to your .gitattributes, so that two machines can write at once: {line}")


def _lines(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text("utf-8", errors="replace").splitlines()]


def _begin_repository(target: Path) -> None:
    """Begin a git repository where git is there and none surrounds the journal; without one, all works."""
    git = installed("git")
    here = target.absolute()
    if git is None or _is_in_repository(target):
        return
    # Variables such as GIT_DIR would send git elsewhere.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = [git, "init", "--quiet", str(here)]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)  # noqa: S603 - no shell, and git as found
    if done.returncode:
        tell("git could not begin a repository here; the journal works without one.")


def _is_in_repository(target: Path) -> bool:
    here = target.absolute()
    return any((parent / ".git").exists() for parent in (here, *here.parents))


def _print_next(target: Path, *, example: bool) -> None:
    commands = [
        "iiv due" if example else 'iiv add "Ada Lovelace"',
        "iiv serve --open",
    ]  # as the README begins
    if target.absolute() != Path.cwd():
        commands.insert(0, f"cd {quoted(str(target))}")
    tell("Next:")
    for command in commands:
        click.echo(printable(f"  {command}"))
    if not example:
        tell("Write your name behind `name:` in journal/me.md: letters are signed with it.")
    if not example and _is_in_repository(target):
        for line in VERSIONS:
            tell(line)
