"""A command imports what it needs: that is most of the time it takes."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import write_journal

ADA = "---\ncontact: Ada Lovelace\ndate: 2026-03-02\n---\nA good talk.\n"
FOR_BUILDS = {"jinja2", "markdown", "markupsafe", "material", "mkdocs", "nh3", "pymdownx", "watchdog"}
RUN = """
import sys
from iiv.cli.main import main
main(sys.argv[1:], standalone_mode=False)
sys.stderr.write(" ".join(sorted(sys.modules)))
"""


def imported_by(*words: str | Path) -> set[str]:
    """The modules that `iiv` has imported when it ends, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *map(str, words)], capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_journal(tmp_path, {"interviews/ada.md": ADA})


def test_help_imports_the_commands_of_no_one() -> None:
    modules = imported_by("--help")
    assert not {name for name in modules if name.startswith(("iiv.journal", "iiv.method", "iiv.site"))}
    assert not modules & {*FOR_BUILDS, "yaml", "frontmatter", "icalendar"}


@pytest.mark.parametrize("words", [["due"], ["due", "--json"], ["check"], ["due", "--all"]])
def test_reading_imports_nothing_of_a_build(root: Path, words: list[str]) -> None:
    assert not imported_by("-C", root, *words) & {*FOR_BUILDS, "icalendar"}


def test_when_nothing_changed_what_is_owed_needs_no_parser(root: Path) -> None:
    assert "yaml" in imported_by("-C", root, "due")
    assert not imported_by("-C", root, "due") & {"yaml", "frontmatter", "iiv.journal.read.reading"}
