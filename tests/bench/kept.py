"""Journals that were made and built once, kept for the next run where a folder is named for them."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.bench.journals import write_made
from tests.bench.real import SOURCE, write_real
from tests.bench.timing import IIV, Command, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

KINDS: Final[Mapping[str, Callable[[Path, int], Path]]] = {"made": write_made, "real": write_real}
_HERE: Final = Path(__file__).parent
_ROOT: Final = _HERE.parents[1]
_WRITERS: Final = ("journals.py", "note_text.py", "prose.py", "real.py")
_PROGRAM: Final = ("src/iiv", "site_templates", "pyproject.toml", "requirements-dev.txt")


@dataclass(frozen=True, slots=True)
class Built:
    """A journal that was built, and its plain pages for MkDocs."""

    journal: Path
    plain: Path

    @property
    def site(self) -> Path:
        """The folder of the built site."""
        return self.journal / "site"

    def copy(self, folder: Path) -> Built:
        """A copy in the folder, which is made, of a journal that may be changed.

        Its first build makes much anew: times and places of files differ.
        """
        return Built(shutil.copytree(self.journal, folder), self.plain)


def build(journal: Path, *options: str) -> Command:
    """The command that builds the site of a journal."""
    return Command((IIV, "-C", journal, "build", *options), journal)


def built(folder: Path, kind: str, talks: int) -> Built:
    """The journal of a kind with so many talks, out of the folder or made there."""
    here = folder / f"{kind}-{talks}-{_digest(_HERE / name for name in _WRITERS)}"
    found = Built(here / "journal", here / "plain")
    if not found.journal.is_dir():
        unfinished = folder / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        KINDS[kind](unfinished, talks)
        here.mkdir(parents=True, exist_ok=True)
        unfinished.rename(found.journal)
    program = _digest(_ROOT / name for name in _PROGRAM)
    stamp = here / "built by"
    if not stamp.is_file() or stamp.read_text("utf-8") != program:
        shutil.rmtree(found.plain, ignore_errors=True)
        run(build(found.journal))
        run(Command((IIV, "-C", found.journal, "export", "pages", found.plain), found.journal))
        stamp.write_text(program, "utf-8")
    return found


def missing(kind: str) -> str:
    """Why there is no journal of a kind, or nothing."""
    return "" if kind != "real" or SOURCE.is_dir() else f"{SOURCE.parent} is not there"


def _digest(paths: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for top in paths:
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.is_file() and "__pycache__" not in path.parts:
                found.update(f"{path.relative_to(_ROOT)}\n".encode() + path.read_bytes())
    return found.hexdigest()[:12]
