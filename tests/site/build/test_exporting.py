"""`iiv export pages` leaves a folder that needs nothing of iiv."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from iiv.shipped import shipped
from iiv.site.build.exporting import export_pages
from iiv.site.errors import ForeignFolderError
from tests.builders import write_journal, write_own

ADA = """\
    ---
    contact: Ada <script>alert(1)</script> & Co
    date: 2026-03-02
    ---
    ![the loom](../images/loom.svg) ![a trap](../images/trap.svg) [a table](../templates/cards.csv)

    ## How did you get your start in this work?
    **By accident**, through music. <script>alert(2)</script>
    """
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">{}</svg>'
NOTES = {
    "interviews/ada.md": ADA,
    "images/loom.svg": SVG.format("<path d='M0 0'/>"),
    "images/trap.svg": SVG.format("<script>alert(3)</script>"),
    "templates/cards.csv": "warp,weft\n",
    "private.txt": "shown by no note",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_journal(tmp_path / "talks", NOTES)


@pytest.fixture
def exported(root: Path, tmp_path: Path) -> Path:
    export_pages(root, tmp_path / "out")
    return tmp_path / "out"


def built_by(exported: Path, *command: str | Path, module_path: Path | None = None) -> Path:
    """The site that another generator makes of an export."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    if module_path:
        environment["PYTHONPATH"] = str(module_path)
    done = subprocess.run(
        [*command], cwd=exported, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return exported / "site"


def test_plain_mkdocs_builds_it_and_the_pages_show_the_answers(exported: Path) -> None:
    site = built_by(exported, sys.executable, "-m", "mkdocs", "build", "--strict")
    page = (site / "interviews" / "ada.html").read_text("utf-8")
    assert "<strong>By accident</strong>, through music." in page
    assert "<script>alert(2)" not in page
    assert "<script>alert(1)" not in "".join(file.read_text("utf-8") for file in site.rglob("*.html"))
    assert "Ada &lt;script&gt;" in page
    assert "By accident" in (site / "questions" / "start.html").read_text("utf-8")
    assert "By accident" in (site / "search" / "search_index.json").read_text("utf-8")
    assert (site / "follow-ups.ics").is_file()
    assert not (site / "search" / "chunks.js").exists()
    assert 'href="../assets/iiv.css"' in page


def test_the_plugin_is_not_named_in_it(exported: Path) -> None:
    settings = (exported / "mkdocs.yml").read_text("utf-8")
    assert "site_name: Talks\n" in settings
    assert "iiv\n" not in settings


def test_files_that_notes_show_come_along_and_no_others(exported: Path) -> None:
    docs = exported / "docs"
    assert (docs / "images" / "loom.svg").read_text("utf-8") == NOTES["images/loom.svg"]
    assert "alert(3)" not in (docs / "images" / "trap.svg").read_text("utf-8")
    assert (docs / "templates" / "cards.csv").is_file()
    assert not list(exported.rglob("private.txt"))


def test_only_the_owner_reads_it_and_git_leaves_it_alone(exported: Path) -> None:
    assert exported.stat().st_mode & 0o777 == 0o700
    assert (exported / "docs" / "index.md").stat().st_mode & 0o777 == 0o600
    assert (exported / ".gitignore").read_text("utf-8") == "*\n"


def test_ones_own_theme_wins(root: Path, tmp_path: Path) -> None:
    write_own(root, "theme/assets/iiv.css", "body { color: red }")
    export_pages(root, tmp_path / "out")
    assert (tmp_path / "out/theme/assets/iiv.css").read_text("utf-8") == "body { color: red }"
    assert (tmp_path / "out/theme/main.html").read_bytes() == (
        shipped("site_templates") / "theme/main.html"
    ).read_bytes()


def test_another_export_replaces_the_first(root: Path, exported: Path) -> None:
    (root / "journal/interviews/ada.md").rename(root / "journal/interviews/ada-2.md")
    export_pages(root, exported)
    assert {file.name for file in (exported / "docs/interviews").iterdir()} == {"index.md", "ada-2.md"}


def test_what_is_no_export_is_left_alone(root: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("dear", "utf-8")
    with pytest.raises(ForeignFolderError, match="name another folder"):
        export_pages(root, mine)
    assert [file.name for file in mine.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("taken", ["journal/out", "site_templates/pages", ".iiv/out", "journal"])
def test_the_journals_own_folders_are_none_to_write_to(root: Path, taken: str) -> None:
    with pytest.raises(ForeignFolderError):
        export_pages(root, root / taken)
    assert not (root / taken / "mkdocs.yml").exists()


def test_the_example_builds_without_a_warning(tmp_path: Path) -> None:
    root = tmp_path / "example"
    root.mkdir()
    for part in ("journal", "mkdocs.yml"):
        source = shipped("example") / part
        (shutil.copytree if source.is_dir() else shutil.copy)(source, root / part)
    export_pages(root, tmp_path / "out")
    site = built_by(tmp_path / "out", sys.executable, "-m", "mkdocs", "build", "--strict")
    docs = tmp_path / "out/docs"
    pages = {file.relative_to(docs).with_suffix("") for file in docs.rglob("*.md")}
    made = {file.relative_to(site).with_suffix("") for file in site.rglob("*.html")}
    assert pages == made - {Path("404")}


@pytest.mark.stress
def test_zensical_builds_it(exported: Path, tmp_path: Path) -> None:
    """As it comes from the registry, where that can be reached."""
    home = tmp_path / "zensical"
    venv.create(home, with_pip=True)
    installed = subprocess.run(
        [home / "bin/pip", "install", "--quiet", "zensical"], capture_output=True, text=True, check=False
    )
    if installed.returncode:
        pytest.skip(f"Zensical cannot be installed: {installed.stderr.strip().splitlines()[-1]}")
    site = built_by(exported, home / "bin/zensical", "build")
    page = (site / "interviews" / "ada.html").read_text("utf-8")
    assert "<strong>By accident</strong>, through music." in page
