"""What holds today is shown, and what does not is out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.site.build.building import build
from tests.builders import write_journal

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

ADA = "---\nname: Ada Lovelace\n---\n## Log\n- 2026-02-20 scheduled 2026-03-02\n"


def test_home_shows_the_one_of_two_steps_that_holds(tmp_path: Path, page: Page) -> None:
    site = build(write_journal(tmp_path / "talks", {"contacts/ada.md": ADA})).site
    seen = {}
    for day in ("2026-03-01", "2026-03-05"):
        page.clock.set_fixed_time(f"{day}T09:00:00")
        page.goto((site / "index.html").as_uri())
        items = page.locator("[data-kind]").all()
        seen[day] = {item.get_attribute("data-kind") for item in items if item.is_visible()}
    assert seen == {"2026-03-01": {"prepare", "talk"}, "2026-03-05": {"write-up"}}


def test_follow_ups_say_in_which_order_the_overdue_stand(tmp_path: Path, page: Page) -> None:
    site = build(write_journal(tmp_path / "talks", {"contacts/ada.md": ADA})).site
    said = page.get_by_text("Sorted by how late each is for the time it had")
    for day, times in (("2026-03-03", 0), ("2026-03-05", 1)):
        page.clock.set_fixed_time(f"{day}T09:00:00")
        page.goto((site / "follow-ups.html").as_uri())
        assert said.count() == times


def test_home_begins_with_the_thanks(tmp_path: Path, page: Page) -> None:
    site = build(write_journal(tmp_path / "talks", {"contacts/ada.md": ADA})).site
    page.goto((site / "index.html").as_uri())
    heads = page.locator(".iiv-desk > h2").all_text_contents()
    assert heads == ["Thanks to send", "Follow-ups", "Promises"]
