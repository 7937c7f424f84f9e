"""Journals that were made and built once, kept for the next run where a folder is named for them."""

import hashlib
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

from tests.bench.journals import write_made
from tests.bench.real import SOURCE, write_real
from tests.bench.timing import IIV, Command, run

KINDS: Final[Mapping[str, Callable[[Path, int], Path]]] = {"made": write_made, "real": write_real}
_HERE: Final = Path(__file__).parent
_ROOT: Final = _HERE.parents[1]
_WRITERS: Final = ("journals.py", "note_text.py", "prose.py", "real.py")
_PROGRAM: Final = ("src/iiv", "site_templates", "pyproject.toml", "requirements-dev.txt")


def journal(folder: Path, kind: str, talks: int) -> Path:
    """The journal of a kind with so many talks, built: one of those kept in the folder, or made there."""
    kept = folder / f"{kind}-{talks}-{_digest(_HERE / name for name in _WRITERS)}" / "journal"
    if not kept.is_dir():
        unfinished = folder / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        KINDS[kind](unfinished, talks)
        kept.parent.mkdir(parents=True, exist_ok=True)
        unfinished.rename(kept)
    _once(kept.parent / "built by", build(kept))
    return kept


def plain(kept: Path) -> Path:
    """The pages for plain MkDocs of a journal that is kept, beside it."""
    pages = kept.parent / "plain"
    command = Command(
        (IIV, "-C", kept, "export", "pages", pages), kept, lambda: shutil.rmtree(pages, ignore_errors=True)
    )
    _once(kept.parent / "exported by", command)
    return pages


def build(root: Path, *options: str) -> Command:
    """The command that builds the site of a journal."""
    return Command((IIV, "-C", root, "build", *options), root)


def _once(stamp: Path, command: Command) -> None:
    """Run a command unless this very program ran it before."""
    program = _digest(_ROOT / name for name in _PROGRAM)
    if not stamp.is_file() or stamp.read_text("utf-8") != program:
        run(command)
        stamp.write_text(program, "utf-8")


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
