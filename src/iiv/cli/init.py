"""`iiv init`: a new journal, or the example."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import click

from iiv.cli.context import folder, journal_options, tell
from iiv.cli.failures import Failure
from iiv.cli.starter import FOLDERS, GITIGNORE, IGNORED, LINTER_YAML, starter
from iiv.cli.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterable


@click.command()
@click.argument("directory", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
@click.option("--example", is_flag=True, help="The example journal, to look around in.")
@journal_options()
def init(directory: Path, example: bool) -> None:
    """Begin a journal.

    It goes into the folder DIR, by default this one. Nothing that is there is overwritten, and
    nothing is committed to git.
    """
    target = folder() / directory
    files = _example_files() if example else _starter_files(target)
    _refuse_to_overwrite(target, files)
    for name in FOLDERS:
        (target / name).mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        _write(target / name, content)
    tell(f"The {'example is' if example else 'journal is begun'} in {target.resolve()}.")
    _ignore_the_site(target / ".gitignore")
    if not any(target.glob(".markdownlint*")):  # a person's own settings are theirs
        _write(target / ".markdownlint.yaml", LINTER_YAML.encode())
    _begin_repository(target)
    _print_next(target, example=example)


def _starter_files(target: Path) -> dict[str, bytes]:
    """The files to begin with; who has questions already is given no others."""
    asks = any((target / "journal" / "questions").glob("*.md"))
    return {path: text.encode() for path, text in starter(questions=not asks).items()}


def _example_files() -> dict[str, bytes]:
    """The files of the example by their path."""
    from iiv.shipped import EXAMPLE_PARTS, shipped

    top = shipped("example")
    files: dict[str, bytes] = {}
    for part in EXAMPLE_PARTS:
        found = [top / part] if (top / part).is_file() else sorted((top / part).rglob("*"))
        files.update({p.relative_to(top).as_posix(): p.read_bytes() for p in found if p.is_file()})
    return files


def _refuse_to_overwrite(target: Path, names: Iterable[str]) -> None:
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
    lines = {line.strip().strip("/") for line in path.read_text("utf-8", errors="replace").splitlines()}
    missing = [line for line in IGNORED if line.strip("/") not in lines]
    if missing:
        tell(f"Add to your .gitignore: {' '.join(missing)}")


def _begin_repository(target: Path) -> None:
    """Begin a git repository where git is there and none surrounds the journal; without one, all works."""
    git = shutil.which("git")
    here = target.absolute()
    if git is None or any((parent / ".git").exists() for parent in (here, *here.parents)):
        return
    # Variables such as GIT_DIR would send git elsewhere.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = [git, "init", "--quiet", str(here)]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)  # noqa: S603 - no shell, and git as found
    if done.returncode:
        tell("git could not begin a repository here; the journal works without one.")


def _print_next(target: Path, *, example: bool) -> None:
    first = "iiv due" if example else 'iiv new "Ada Lovelace"'
    commands = [first, "iiv check", "iiv serve --open"]
    if target.absolute() != Path.cwd():
        commands = [f"cd {shlex.quote(str(target))}", first, "iiv serve --open"]
    tell("Next:")
    for command in commands:
        click.echo(printable(f"  {command}"))
