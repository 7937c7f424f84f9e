"""The git remotes of a folder: where its notes would go with a push."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iiv.journal.problems import Place, Problem, warning
from iiv.journal.read.disk import SETTINGS_FILE
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

_LARGEST: Final = 1_000_000
"""Bytes of a git configuration that are read."""

_SECTION = re.compile(r'\[\s*([\w.-]+)\s*(?:"((?:[^"\\]|\\.)*)")?\s*\]')
_VALUE = re.compile(r"\s*([a-zA-Z][\w-]*)\s*=\s*(.*)")
_COMMENT = re.compile(r'\s+[#;][^"]*$')
_SECRET = re.compile(r"(?<=://)[^/@\s]*@")
_ADDRESS = re.compile(r"(?!file:)[a-zA-Z][\w+.-]*://|[^/\\:]{2,}:(?![/\\]{2})")


class Remote(Value, frozen=True, order=True):
    """A git remote: its name, and where it is, without a password."""

    name: str
    url: str


def remotes(folder: Path) -> tuple[Remote, ...]:
    """The remotes of the git repository that `folder` is in, in order of name; none without one.

    It reads git's files and runs nothing: a repository may name programs that git would run.
    Raises nothing: what cannot be read has no remotes.
    """
    config = _config(folder.absolute())
    found: dict[str, str] = {}
    for section, key, value in _settings(_text(config)) if config else ():
        kind, _, name = section.partition(" ")
        # Notes go to a `pushurl` where there is one.
        if kind == "remote" and name and (key == "pushurl" or (key == "url" and name not in found)):
            found[name] = value
    return tuple(sorted(Remote(name, _SECRET.sub("", url)) for name, url in found.items()))


def remote_problems(folder: Path, known: Collection[str]) -> list[Problem]:
    """A warning for each remote of the repository around `folder` whose name is not among the known."""
    return [_problem(remote, known) for remote in remotes(folder) if remote.name not in known]


def _problem(remote: Remote, known: Collection[str]) -> Problem:
    goes = "leave this machine" if _ADDRESS.match(remote.url) else "leave this folder"
    names = ", ".join([*known, remote.name])
    return warning(
        Place(SETTINGS_FILE),
        "git-remote",
        f"notes pushed to the git remote `{remote.name}` ({remote.url}) {goes}",
        f"if that is as it should be, set `known_remotes: [{names}]` under the plugin `iiv`",
    )


def _config(folder: Path) -> Path | None:
    """The configuration of the repository around the folder. Work trees share one with their repository."""
    for parent in (folder, *folder.parents):
        git = parent / ".git"
        if (git / "HEAD").is_file():
            return git / "config"
        if git.is_file():
            own = parent / _text(git).removeprefix("gitdir:").strip()
            shared = own / _text(own / "commondir").strip()
            return shared / "config"
    return None


def _text(path: Path) -> str:
    """The beginning of a file; "" when it is none, so that nothing waits for a pipe."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            return file.read(_LARGEST).decode("utf-8", errors="replace")
    except OSError:
        return ""


def _settings(text: str) -> Iterator[tuple[str, str, str]]:
    """Section, key and value of each line, the names in lower case, but for the second part of a section."""
    section = ""
    for line in text.replace("\\\n", "").splitlines():
        rest = line.strip()
        if match := _SECTION.match(rest):
            section = f"{match[1].lower()} {_unquoted(match[2] or '')}".strip()
            rest = rest[match.end() :]
        if match := _VALUE.match(rest):
            yield section, match[1].lower(), _unquoted(_COMMENT.sub("", match[2]).strip().strip('"'))


def _unquoted(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)
