"""What is made of an output depends on its key alone, and what a page shows stands in its dossier."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iiv.exchange.calendar import calendar
from iiv.journal.problems import Problem
from iiv.journal.read.reading import Reading, read
from iiv.method.rules import all_follow_ups
from iiv.shipped import shipped
from iiv.site import addresses
from iiv.site.outputs import Output, outputs, pages
from iiv.site.pages.frames import BLOCK, HEADING, Frame, Frames, blanks
from iiv.site.pages.making import Maker, UnfitError
from iiv.site.pages.page import Page
from iiv.site.pages.rows import KnownRows, Place
from iiv.site.values import digest
from iiv.values import replace
from tests.builders import a_journal, write_own
from tests.site.changes import changed, readings
from tests.site.sites import NOTES, NOWHERE, an_index, markdown_pages

FRAMES = Frames("", {one.name: Frame(("", "\n", ""), (HEADING, BLOCK)) for one in blanks()}, (), ())
ROW = "pages/rows/talk.md.jinja"
NOTHING_KNOWN = KnownRows(NOWHERE, "templates", {})


def made(reading: Reading) -> dict[str, tuple[str, bytes]]:
    """The key of each output of a journal, and what it became, by its address."""
    index = an_index(reading)
    maker = Maker(NOWHERE, index.texts.html, FRAMES)
    return {
        output.address: (digest(output), b"".join(maker.content(output))) for output in list(outputs(index))
    }


class Made(NamedTuple):
    content: bytes
    rows: dict[str, Place]


def made_beside(known: KnownRows, reading: Reading, root: Path = NOWHERE) -> dict[str, Made]:
    """What each output became where rows may be known, and where they stand in it."""
    index = an_index(reading)
    maker = Maker(root, index.texts.html, FRAMES)
    pages = {}
    for output in list(outputs(index)):
        rows = known.of(output.address)
        pages[output.address] = Made(b"".join(maker.content(output, rows)), rows.places)
    return pages


def in_a_site(pages: dict[str, Made], site: Path) -> KnownRows:
    """What is known of pages that stand in the folder `site`."""
    for address, page in pages.items():
        path = site / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page.content)
    places = {address: page.rows for address, page in pages.items()}
    return KnownRows(site, "templates", places)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_equal_keys_mean_equal_bytes(data: st.DataObject) -> None:
    reading = data.draw(readings())
    before, after = made(reading), made(data.draw(changed(reading)))
    same = {address for address in before.keys() & after.keys() if before[address][0] == after[address][0]}
    assert {address: before[address] for address in same} == {address: after[address] for address in same}


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_rows_that_are_known_are_those_that_would_be_made(data: st.DataObject) -> None:
    reading = data.draw(readings())
    other = data.draw(changed(reading))
    with TemporaryDirectory() as folder:
        known = in_a_site(made_beside(NOTHING_KNOWN, reading), Path(folder))
        assert made_beside(known, other) == made_beside(NOTHING_KNOWN, other)


def test_known_rows_are_not_made_again_unless_the_templates_are_others(tmp_path: Path) -> None:
    reading = a_journal(NOTES)
    before = made_beside(NOTHING_KNOWN, reading)
    known = in_a_site(before, tmp_path / "site")
    write_own(tmp_path, ROW, "{% macro row(talk) %}<li>{{ talk.gist }}</li>{% endmacro %}")
    assert made_beside(known, reading, tmp_path) == before
    assert made_beside(replace(known, version="other"), reading, tmp_path) != before


@pytest.mark.parametrize(
    "row",
    [
        "<li>plain</li>",
        "",
        "{{ talk.gist if talk.prepared else '' }}",
        "\n  <li>\n\n\ta tab\t</li>",
        "<li>a\n\ttab</li>",
        "<div><div>a</div></div>",
        "</div><div>",
        '<li data-search-exclude="true">a</li>',
        '<li> data-search-exclude="{{ talk.gist }}</li>',
        "<li>{{ '\2 \3' }}</li>",
        "<li>{{ '\r' }}</li>{{ '\r\2' }}",
    ],
)
def test_a_page_is_the_same_whether_rows_are_put_in_before_or_afterwards(tmp_path: Path, row: str) -> None:
    write_own(tmp_path, ROW, f"{{% macro row(talk) %}}{row}{{% endmacro %}}")
    index = an_index(a_journal(NOTES))
    maker = Maker(tmp_path, index.texts.html, FRAMES)
    for output in pages(index):
        if output.address in {addresses.HOME, addresses.INTERVIEWS}:
            page = maker.page(output)
            assert isinstance(page, Page)
            frame = FRAMES.of(output.address)
            assert frame
            assert b"".join(maker.content(output)) == frame.fill(page).encode()


def test_a_page_of_ones_own_may_change_rows(tmp_path: Path) -> None:
    text = '{% block body %}{{ rows("talk", view.recent) | replace("iiv-talk", "mine") }}{% endblock %}'
    write_own(tmp_path, "pages/home.md.jinja", f'{{% extends "_page.md.jinja" %}}{text}')
    home = made_beside(NOTHING_KNOWN, a_journal(NOTES), tmp_path)[addresses.HOME]
    assert b'<li class="mine"' in home.content
    assert home.rows == {}


def test_the_calendar_is_that_of_all_follow_ups() -> None:
    reading = read(shipped("example"))
    items = all_follow_ups(reading.journal, reading.settings)
    assert made(reading)[addresses.CALENDAR][1] == calendar(reading.journal, items)


def test_a_row_of_ones_own_is_shown_in_every_list_of_its_kind(tmp_path: Path) -> None:
    write_own(tmp_path, ROW, "{% macro row(talk) %}<li>{{ talk.gist }}</li>{% endmacro %}")
    pages = markdown_pages(a_journal(NOTES), tmp_path)
    for address in (addresses.HOME, addresses.INTERVIEWS):
        assert "<li>When craft and people meet.</li>" in pages[address]
        assert "<li>In a clock.</li>" in pages[address]


@pytest.mark.parametrize("name", ["journal", "index", "reading", "dossier", "today"])
def test_a_template_sees_no_more_than_its_view(tmp_path: Path, name: str) -> None:
    write_own(tmp_path, "pages/home.md.jinja", f"{{{{ {name} }}}}")
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
    write_own(tmp_path, ROW, text)
    assert {problem.place.path for problem in faults(tmp_path)} == {"site_templates/pages/rows/talk.md.jinja"}


def maker_of_home(root: Path) -> tuple[Maker, Output]:
    """What makes Home with the templates of the journal in `root`, and what it is made of."""
    index = an_index(a_journal(NOTES))
    home = next(output for output in outputs(index) if output.address == addresses.HOME)
    return Maker(root, index.texts.html, FRAMES), home


def test_a_page_of_ones_own_that_is_not_made_as_ours_are_fits_no_frame(tmp_path: Path) -> None:
    write_own(tmp_path, "pages/home.md.jinja", "# Mine\n\nText in Markdown\n")
    maker, home = maker_of_home(tmp_path)
    with pytest.raises(UnfitError):
        list(maker.content(home))


@pytest.mark.parametrize(
    "text", ["{{ odd }}", "{% extends 'shipped/home.md.jinja' %}{% block kind %}{{ odd }}{% endblock %}"]
)
def test_a_name_that_no_encoding_knows_can_be_written(tmp_path: Path, text: str) -> None:
    write_own(tmp_path, "pages/home.md.jinja", text.replace("odd", r"'a\udcff'"))
    maker, home = maker_of_home(tmp_path)
    assert "a\ufffd" in str(maker.page(home))


def test_a_page_of_ones_own_may_stand_around_the_shipped_one(tmp_path: Path) -> None:
    shipped_maker, home = maker_of_home(tmp_path / "elsewhere")
    shipped = str(shipped_maker.page(home))
    write_own(tmp_path, "pages/home.md.jinja", "{% include 'shipped/home.md.jinja' %}\n\n*Mine*\n")
    maker, home = maker_of_home(tmp_path)
    assert maker.page(home) == f"{shipped}\n*Mine*"
