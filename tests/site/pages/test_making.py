"""What is made of an output depends on its key alone, and what a page shows stands in its dossier."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iiv.exchange.calendar import calendar
from iiv.journal.read.reading import read
from iiv.method.rules import all_follow_ups
from iiv.shipped import shipped
from iiv.site import addresses
from iiv.site.build.cache_files import cached_rows
from iiv.site.outputs import outputs
from iiv.site.pages.making import Maker, Rows, UnfitError
from iiv.site.values import digest
from tests.builders import a_journal
from tests.site.changes import changed, readings
from tests.site.sites import NOTES, NOWHERE, an_index, markdown_pages

if TYPE_CHECKING:
    from pathlib import Path

    from iiv.journal.problems import Problem
    from iiv.journal.read.reading import Reading
    from iiv.site.outputs import Output


def made(reading: Reading, rows: Rows | None = None) -> dict[str, tuple[str, str | bytes]]:
    """The key of each output of a journal, and what it became, by its address."""
    index = an_index(reading)
    found = list(outputs(index))
    maker = Maker(NOWHERE, index.texts.html, rows)
    return {
        output.address: (digest(output), str(maker.page(output)) if output.title else maker.content(output))
        for output in found
    }


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_equal_keys_mean_equal_bytes(data: st.DataObject) -> None:
    reading = data.draw(readings())
    before, after = made(reading), made(data.draw(changed(reading)))
    same = {address for address in before.keys() & after.keys() if before[address][0] == after[address][0]}
    assert {address: before[address] for address in same} == {address: after[address] for address in same}


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_rows_that_are_known_are_those_that_would_be_made(data: st.DataObject) -> None:
    reading, rows = data.draw(readings()), Rows()
    other = data.draw(changed(reading))
    made(reading, rows)
    assert made(other, rows) == made(other)


def test_known_rows_are_not_made_again(tmp_path: Path) -> None:
    reading, kept, rows = a_journal(NOTES), cached_rows(tmp_path, "templates"), Rows()
    first = made(reading, rows)
    for key, row in rows.taken().items():
        kept.put(key, row)
    again = Rows(kept)
    assert made(reading, again) == first
    assert again.taken() == {}


def test_rows_know_nothing_in_another_process() -> None:
    rows = Rows()
    rows.put("key", "row")
    assert pickle.loads(pickle.dumps(rows)).taken() == {}  # noqa: S301 - pickled here


def test_the_calendar_is_that_of_all_follow_ups() -> None:
    reading = read(shipped("example"))
    items = all_follow_ups(reading.journal, reading.settings)
    assert made(reading)[addresses.CALENDAR][1] == calendar(reading.journal, items)


def own(root: Path, name: str, text: str) -> None:
    path = root / "site_templates" / "pages" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_a_row_of_ones_own_is_shown_in_every_list_of_its_kind(tmp_path: Path) -> None:
    own(tmp_path, "rows/talk.md.jinja", "{% macro row(talk) %}<li>{{ talk.gist }}</li>{% endmacro %}")
    pages = markdown_pages(a_journal(NOTES), tmp_path)
    for address in (addresses.HOME, addresses.INTERVIEWS):
        assert "<li>When craft and people meet.</li>" in pages[address]
        assert "<li>In a clock.</li>" in pages[address]


@pytest.mark.parametrize("name", ["journal", "index", "reading", "dossier", "today"])
def test_a_template_sees_no_more_than_its_view(tmp_path: Path, name: str) -> None:
    own(tmp_path, "home.md.jinja", f"{{{{ {name} }}}}")
    assert f"'{name}' is undefined" in faults(tmp_path)[0].message


def faults(root: Path) -> tuple[Problem, ...]:
    """What is wrong with the templates of the journal in `root`."""
    index = an_index(a_journal(NOTES))
    maker = Maker(root, index.texts.html)
    for output in outputs(index):
        if output.title:
            maker.page(output)
    return maker.problems()


@pytest.mark.parametrize(
    "text",
    ["{{ nothing }}", "{% macro row(talk) %}{{ talk.nothing.at_all }}{% endmacro %}", "no macro", "{% if %}"],
)
def test_a_fault_in_a_row_names_its_template(tmp_path: Path, text: str) -> None:
    own(tmp_path, "rows/talk.md.jinja", text)
    assert {problem.place.path for problem in faults(tmp_path)} == {"site_templates/pages/rows/talk.md.jinja"}


def maker_of_home(root: Path) -> tuple[Maker, Output]:
    """What makes Home with the templates of the journal in `root`, and what it is made of."""
    index = an_index(a_journal(NOTES))
    home = next(output for output in outputs(index) if output.address == addresses.HOME)
    return Maker(root, index.texts.html), home


def test_a_page_of_ones_own_that_is_not_made_as_ours_are_fits_no_frame(tmp_path: Path) -> None:
    own(tmp_path, "home.md.jinja", "# Mine\n\nText in Markdown\n")
    maker, home = maker_of_home(tmp_path)
    with pytest.raises(UnfitError):
        maker.content(home)


@pytest.mark.parametrize(
    "text", ["{{ odd }}", "{% extends 'shipped/home.md.jinja' %}{% block kind %}{{ odd }}{% endblock %}"]
)
def test_a_name_that_no_encoding_knows_can_be_written(tmp_path: Path, text: str) -> None:
    own(tmp_path, "home.md.jinja", text.replace("odd", r"'a\udcff'"))
    maker, home = maker_of_home(tmp_path)
    assert "a\ufffd" in str(maker.page(home))


def test_a_page_of_ones_own_may_stand_around_the_shipped_one(tmp_path: Path) -> None:
    shipped_maker, home = maker_of_home(tmp_path / "elsewhere")
    shipped = str(shipped_maker.page(home))
    own(tmp_path, "home.md.jinja", "{% include 'shipped/home.md.jinja' %}\n\n*Mine*\n")
    maker, home = maker_of_home(tmp_path)
    assert maker.page(home) == f"{shipped}\n*Mine*"
