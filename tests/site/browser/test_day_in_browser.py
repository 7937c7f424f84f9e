"""What holds today is shown, and what does not is out of sight."""

from pathlib import Path

from playwright.sync_api import Page

from iiv.site.build.building import build
from tests.builders import write_journal

ADA = "---\nname: Ada Lovelace\n---\n## Log\n- 2026-02-20 scheduled 2026-03-02\n"


def test_follow_ups_say_in_which_order_the_overdue_stand(tmp_path: Path, page: Page) -> None:
    site = build(write_journal(tmp_path / "talks", {"contacts/ada.md": ADA})).site
    said = page.get_by_text("Most urgent first")
    for day, times in (("2026-03-03", 0), ("2026-03-05", 1)):
        page.clock.set_fixed_time(f"{day}T09:00:00")
        page.goto((site / "follow-ups.html").as_uri())
        assert said.count() == times
