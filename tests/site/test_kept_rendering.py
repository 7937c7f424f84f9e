from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.site.kept_rendering import KeptRendering, kept_rendering
from iiv.site.rendering import Renderer
from tests.builders import a_journal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TALK = "---\ncontact: Ada\ndate: 2026-03-02\n---\nSee [[grace]], ![](../a.png) and #craft.\n"
GRACE = "---\nname: Grace\n---\n"


def rendered(files: Mapping[str, str | bytes], kept: KeptRendering) -> tuple[str, tuple[str, ...]]:
    journal = a_journal({"interviews/a.md": TALK, **files}).journal
    notes = Renderer(journal, kept=kept).notes(journal.interviews[0])
    return notes.html, notes.files


def test_what_was_rendered_is_not_rendered_again(tmp_path: Path) -> None:
    with kept_rendering(tmp_path) as kept:
        first = rendered({"a.png": b"", "contacts/grace.md": GRACE}, kept)
    with kept_rendering(tmp_path) as kept:
        assert rendered({"a.png": b"", "contacts/grace.md": GRACE}, kept) == first
        assert kept.news == []
    assert first[1] == ("journal/a.png",)


def test_it_is_when_something_in_it_leads_elsewhere(tmp_path: Path) -> None:
    everything: dict[str, str | bytes] = {"a.png": b"", "contacts/grace.md": GRACE}
    for files in (everything, {"contacts/grace.md": GRACE}, {"a.png": b""}, {}, everything):
        with kept_rendering(tmp_path) as kept:
            assert rendered(files, kept) == rendered(files, KeptRendering())
