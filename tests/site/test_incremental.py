"""A build that keeps what did not change gives the same site, to the byte, as one that makes all anew."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from iiv.site.building import build
from tests.builders import SETTINGS_TEXT, write_journal

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
PEOPLE = ("Ada Lovelace", "Grace Hopper", "Mary Somerville")
STEMS = ("2026-03-02-one", "2026-04-02-two", "2026-05-02-three")
WORDS = (
    "By accident. #craft",
    "**Music**, she said. #craft #people",
    "See [[Grace Hopper]] and [[2026-03-02-one]].",
    "![a plan](../plan.png) and ![a drawing](../drawing.svg)",
    "[the other talk](2026-04-02-two.md), and a note[^1].\n\n[^1]: Below.",
    "\tcode\twith tabs\n\n- [ ] send it (by 2026-06-01)",
    "",
)
NOTES: dict[str, str | bytes] = {
    "interviews/2026-03-02-one.md": "---\ncontact: Ada Lovelace\ndate: 2026-03-02\n"
    "answers:\n  start: Music.\n---\n",
    "interviews/2026-04-02-two.md": "---\ncontact: Grace Hopper\ndate: 2026-04-02\n---\n"
    "## How did you start?\nBy ship.\n",
    "questions/start.md": "---\nask: How did you start?\n---\nBy accident, mostly.\n",
    "contacts/grace-hopper.md": "---\nname: Grace Hopper\nemail: g@example.org\n---\n"
    "## Log\n- 2026-02-01 asked by e-mail\n",
    "plan.png": PNG,
    "drawing.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
}


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def made_anew(root: Path) -> dict[str, bytes]:
    """The site as a build makes it that knows nothing of another."""
    with TemporaryDirectory() as elsewhere:
        copy = Path(elsewhere) / "copy"
        shutil.copytree(root, copy, symlinks=True, ignore=shutil.ignore_patterns(".iiv", "site"))
        return tree(build(copy, clean=True).site)


@dataclass(frozen=True)
class Edit:
    """What happens to a journal between two builds: `text` is written to `path`, None deletes it."""

    path: str
    text: bytes | str | None

    def do(self, root: Path) -> None:
        path = root / self.path
        if self.text is None:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.text.encode() if isinstance(self.text, str) else self.text)


@dataclass(frozen=True)
class Rename:
    """A note gets another name, if it is there."""

    old: str
    new: str

    def do(self, root: Path) -> None:
        if (root / self.old).is_file():
            (root / self.old).replace(root / self.new)


@dataclass(frozen=True)
class Damage:
    """The beginning of each file below a folder becomes something else: `keep` bytes at its end stay."""

    folder: str
    keep: int | None

    def do(self, root: Path) -> None:
        for path in sorted((root / self.folder).rglob("*")):
            if path.is_file() and path.name not in {".iiv-site", ".gitignore", "lock"}:
                content = path.read_bytes()
                path.write_bytes(content[: self.keep] if self.keep is not None else b"x" + content[1:])


def interviews() -> st.SearchStrategy[Edit]:
    def note(stem: str, person: str, said: str, notes: str) -> Edit:
        body = f"{notes}\n\n## How did you start?\n{said}\n"
        return Edit(
            f"journal/interviews/{stem}.md",
            f"---\ncontact: {person}\ndate: {stem[:10]}\nhelpfulness: 4\n"
            f"introductions: [Mary Somerville]\n---\n{body}",
        )

    words = st.sampled_from(WORDS)
    return st.builds(note, st.sampled_from(STEMS), st.sampled_from(PEOPLE), words, words)


def others() -> st.SearchStrategy[Edit | Rename | Damage]:
    return st.sampled_from(
        [
            *(Edit(f"journal/interviews/{stem}.md", None) for stem in STEMS),
            Edit("journal/interviews/2026-03-02-one.md", "no note at all\n"),
            Edit(
                "journal/contacts/ada.md",
                "---\nname: Ada Lovelace\naliases: [Ada]\nrole: Analyst\n---\nSee [[Ada]].\n",
            ),
            Edit(
                "journal/contacts/ada.md",
                "---\nname: Ada Lovelace\n---\n## Log\n- 2026-03-03 thanked by e-mail\n",
            ),
            Edit("journal/contacts/ada.md", None),
            Edit(
                "journal/questions/start.md",
                "---\nask: Where did it begin?\nformerly: [How did you start?]\n---\n",
            ),
            Edit("journal/questions/start.md", None),
            Edit("journal/questions/second.md", "---\nask: And then?\nretired: yes\n---\n**So.**\n"),
            Edit(
                "journal/me.md",
                "---\nname: Me Myself\n---\nI look around.\n\n## News\n- 2026-07-01 I moved\n",
            ),
            Edit("journal/index.md", "Welcome, [[Ada Lovelace]].\n"),
            Edit("journal/plan.png", PNG[:-1] + b"x"),
            Edit("journal/plan.png", None),
            Edit("journal/drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"),
            Edit("mkdocs.yml", SETTINGS_TEXT.replace("Talks", "Walks & talks")),
            Edit("mkdocs.yml", SETTINGS_TEXT.replace("- iiv", "- iiv:\n      cadence: {4: 2}")),
            Edit("mkdocs.yml", SETTINGS_TEXT.replace("  - search\n", "")),
            Edit("mkdocs.yml", SETTINGS_TEXT + "nav:\n  - index.md\n  - interviews/2026-03-02-one.md\n"),
            Edit(
                "site_templates/pages/moved.md.jinja",
                "{% extends 'shipped/moved.md.jinja' %}{% block kind %}x{% endblock %}",
            ),
            Edit("site_templates/pages/moved.md.jinja", None),
            Edit(
                "site_templates/letters/hello.md.jinja", "Subject: Hello\n\nDear {{ them }}, [write here]\n"
            ),
            Edit(
                "site_templates/theme/partials/footer.html",
                "<footer>{{ page.title }} {{ pages | length }}</footer>",
            ),
            Edit("site_templates/theme/partials/footer.html", "<footer>{{ page.title }}</footer>"),
            Edit("site_templates/theme/partials/footer.html", None),
            Edit("site_templates/theme/assets/iiv.css", "p { color: red }\n"),
            Rename("journal/interviews/2026-03-02-one.md", "journal/interviews/2026-03-09-later.md"),
            Rename("journal/contacts/grace-hopper.md", "journal/contacts/hopper.md"),
            Damage(".iiv", None),
            Damage(".iiv", 500),
            Damage("site", None),
            Damage("site/interviews", 10),
            Damage("site/search", 10),
            Edit("site/index.html", None),
            Edit("site/search/search_index.js", None),
            Edit("site/taxes.html", "of somebody else"),
        ]
    )


EDITS = st.lists(interviews() | others(), min_size=1, max_size=5)


def check_equal_after_each(edits: list[Edit | Rename | Damage]) -> None:
    with TemporaryDirectory() as folder:
        root = write_journal(Path(folder) / "talks", NOTES)
        build(root)
        for edit in edits:
            edit.do(root)
            assert tree(build(root).site) == made_anew(root), edit


PROFILE = settings(
    deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck)
)


@settings(PROFILE, max_examples=8)
@given(EDITS)
def test_after_any_edits_the_site_is_that_of_a_clean_build(edits: list[Edit | Rename | Damage]) -> None:
    check_equal_after_each(edits)


@pytest.mark.stress
@settings(PROFILE, max_examples=200)
@given(EDITS)
def test_after_many_more_edits_too(edits: list[Edit | Rename | Damage]) -> None:
    check_equal_after_each(edits)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_journal(tmp_path / "talks", NOTES)


def settled(root: Path) -> None:
    """Let the journal look as if nobody had touched it for an hour, as it mostly is."""
    for path in [root / "mkdocs.yml", *(root / "journal").rglob("*")]:
        status = path.stat()
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns - 3_600_000_000_000))
