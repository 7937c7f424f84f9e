"""Journals for tests, written as a person would write them."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from iiv.journal.edit.log import LogLine
from iiv.journal.model import Interview, Touchpoint
from iiv.journal.parse.log_lines import parse_line
from iiv.journal.problems import Place
from iiv.journal.read.reading import Reading, read_notes
from iiv.journal.settings import Settings

SETTINGS_TEXT = (
    "site_name: Talks\ndocs_dir: journal\ntheme:\n  name: material\nplugins:\n  - search\n  - iiv\n"
)


def a_journal(files: Mapping[str, str | bytes], settings: Settings | None = None) -> Reading:
    """Read a journal from texts by their path below `journal/`; texts are dedented."""
    contents = {f"journal/{path}": _bytes(text) for path, text in sorted(files.items())}
    notes = {path: content for path, content in contents.items() if path.endswith(".md")}
    return read_notes(notes, frozenset(contents) - frozenset(notes), settings or Settings())


def write_journal(root: Path, files: Mapping[str, str | bytes], settings: str = SETTINGS_TEXT) -> Path:
    """Write a journal to the folder `root`, with its mkdocs.yml, and return the folder."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "journal").mkdir(exist_ok=True)
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    for path, text in files.items():
        file = root / "journal" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_bytes(text))
    return root


def write_own(root: Path, path: str, text: str) -> Path:
    """Write a template, or a file of the theme, of one's own. `path` is below `site_templates/`."""
    file = root / "site_templates" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def an_interview(text: str, stem: str = "2026-03-02-ada-lovelace") -> Interview:
    """The one interview of a journal that holds this note alone."""
    (interview,) = a_journal({f"interviews/{stem}.md": text}).journal.interviews
    return interview


def a_log_line(text: str) -> LogLine:
    """A line of a log as typed, without its list mark."""
    touchpoint = parse_line(f"- {text}", Place(""))
    assert isinstance(touchpoint, Touchpoint)
    return LogLine(text, touchpoint)


def problems_of(files: Mapping[str, str | bytes]) -> list[str]:
    """The problems of a journal as `path:line:column: code`, the path below `journal/`."""
    reading = a_journal(files)
    return [f"{problem.place}: {problem.code}".removeprefix("journal/") for problem in reading.problems]


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else dedent(text).encode()
