"""That axe finds a fault in any one of many rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.browser.accessibility import violations

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROWS = 300


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("<li class='pale'>Ada Lovelace</li>", "color-contrast"),
        ("<li class='night'><b>Ada Lovelace</b></li>", "color-contrast"),
        ("<li><a href='#a'></a></li>", "link-name"),
        ("<li><button>x</button><button>x</button></li>", "target-size"),
    ],
)
def test_a_fault_in_one_row_of_many_is_found(page: Page, row: str, rule: str) -> None:
    rows = ["<li><b>Ada Lovelace</b></li>"] * ROWS
    rows[ROWS // 3] = row
    page.set_content(f"""<html lang=en><title>Talks</title><style>
      .pale {{ color: #aaa; }} .night {{ background: #222; }} button {{ all: unset; font-size: 8px; }}
    </style><main><h1>Talks</h1><ul>{"".join(rows)}</ul></main>""")

    assert [found.partition(":")[0] for found in violations(page)] == [rule]


def test_a_row_unlike_the_others_by_its_place_alone_is_found(page: Page) -> None:
    rows = "<li><b>Ada Lovelace</b></li>" * ROWS
    page.set_content(f"""<html lang=en><title>Talks</title>
      <style>li:nth-child(100) {{ color: #aaa; }}</style><main><h1>Talks</h1><ul>{rows}</ul></main>""")

    assert [found.partition(":")[0] for found in violations(page)] == ["color-contrast"]


def test_a_page_without_fault_has_none(page: Page) -> None:
    page.set_content("<html lang=en><title>Talks</title><main><h1>Talks</h1>They said.</main>")

    assert violations(page) == []
