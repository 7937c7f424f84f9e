"""The cache files that a build leaves for the next one: frames, and each output with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from iiv.journal.cache import sealed_file
from iiv.journal.problems import Problem  # noqa: TC001 - read from what is kept
from iiv.site.disk.freshness import program
from iiv.site.pages.frames import Frames
from iiv.site.pages.rows import Place  # noqa: TC001 - the same
from iiv.values import Value, field

if TYPE_CHECKING:
    from pathlib import Path

T = TypeVar("T")

_FRAMES: Final = "frames"
_BUILD: Final = "build"
_OUTPUTS: Final = "outputs"


class CachedOutput(Value, frozen=True):
    """One file of the site as the last build left it.

    `key` is a hash of what it was made from, `stamp` how it then stood on disk, `problems` what was
    found while it was made, and `rows` where rows stand in it, by key.
    """

    key: str
    stamp: str
    problems: tuple[Problem, ...] = ()
    rows: dict[str, Place] = field(default_factory=dict)


class CachedBuild(Value, frozen=True):
    """A whole build: `inputs` is a hash of what it was made of, `stamps` of how it then stood on disk."""

    inputs: str
    stamps: str
    site: str
    pages: int
    problems: tuple[Problem, ...]


def load_frames(root: Path, version: str) -> Frames | None:
    """The frames that were drawn under the same `version` of the program, settings and theme, if any."""
    return _load(root, _FRAMES, version, Frames) if version else None


def save_frames(root: Path, version: str, frames: Frames) -> None:
    """Let the next build know of these frames."""
    if version:
        _save(root, _FRAMES, version, frames)


def load_build(root: Path) -> CachedBuild | None:
    """The last whole build of the journal in `root`; None when there is none that can be believed."""
    return _load(root, _BUILD, "", CachedBuild)


def save_build(root: Path, build: CachedBuild) -> None:
    """Let the next build know of this one."""
    _save(root, _BUILD, "", build)


def load_outputs(root: Path) -> dict[str, CachedOutput]:
    """The files that the last build left, by address; none when in doubt."""
    return _load(root, _OUTPUTS, program(), dict[str, CachedOutput]) or {}


def save_outputs(root: Path, outputs: dict[str, CachedOutput]) -> None:
    """Let the next build know of these files."""
    _save(root, _OUTPUTS, program(), outputs)


def _load(root: Path, name: str, version: str, kind: type[T]) -> T | None:
    found = sealed_file.load(root, name, version)
    if found is None:
        return None
    try:
        return msgspec.msgpack.decode(found.content, type=kind)
    except (msgspec.DecodeError, ValueError):
        return None


def _save(root: Path, name: str, version: str, value: object) -> None:
    try:
        content = msgspec.msgpack.encode(value)
    except UnicodeEncodeError:  # the journal lies in a folder whose name is not text: nothing is kept
        sealed_file.delete(root, name)
    else:
        sealed_file.save(root, name, version, content)
