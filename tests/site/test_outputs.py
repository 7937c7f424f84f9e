"""One list says what a site holds."""

from collections import Counter
from pathlib import Path

from iiv.journal.read.reading import read
from iiv.shipped import shipped
from iiv.site.build.building import build
from iiv.site.build.exporting import export_pages
from iiv.site.outputs import outputs, shown_files
from iiv.site.pages.frames import blanks, name_of
from iiv.site.values import digest
from tests.builders import a_journal, write_journal
from tests.site.sites import NOTES, an_index, tree

PICTURED: dict[str, str | bytes] = {
    "interviews/x.md": "---\ncontact: Ada\ndate: 2026-03-02\n---\nSee ![it](looms.png)\n",
    "interviews/looms.png": b"\x89PNG",
    "interviews/unused.png": b"\x89PNG",
}


def test_each_has_an_address_of_its_own_and_pages_have_a_title() -> None:
    found = list(outputs(an_index(read(shipped("example")))))
    assert max(Counter(output.address for output in found).values()) == 1
    for output in found:
        assert bool(output.title) == output.address.endswith(".html"), output.address


def test_a_build_and_an_export_hold_what_the_list_says(tmp_path: Path) -> None:
    root = write_journal(tmp_path / "talks", NOTES)
    listed = {output.address: output.kind for output in outputs(an_index(read(root)))}
    addresses = set(listed)
    site = tree(build(root).site)
    assert addresses <= site.keys()
    assert {path for path in site if path.endswith(".html")} - addresses == {"404.html"}
    export_pages(root, tmp_path / "out")
    docs = tree(tmp_path / "out" / "docs").keys()
    # Who builds an export searches in a way of their own.
    exported = {path.removesuffix(".html") for path in addresses if listed[path] != "search"}
    assert exported == {path.removesuffix(".md") for path in docs}


def test_the_files_that_notes_show_are_known() -> None:
    index = an_index(a_journal(PICTURED))
    assert list(outputs(index))
    assert shown_files(index) == ["journal/interviews/looms.png"]


def test_reading_the_same_notes_gives_the_same_keys() -> None:
    first, second = ([digest(output) for output in outputs(an_index(a_journal(NOTES)))] for _ in range(2))
    assert first == second


def test_one_word_of_an_answer_is_news_only_for_what_shows_it() -> None:
    def keys(notes: dict[str, str]) -> dict[str, str]:
        return {output.address: digest(output) for output in outputs(an_index(a_journal(notes)))}

    note = NOTES["interviews/2026-03-02-ada.md"].replace("Then another.", "Then two more.")
    before, after = keys(NOTES), keys(NOTES | {"interviews/2026-03-02-ada.md": note})
    changed = {address for address, key in before.items() if after[address] != key}
    shows_it = {
        "interviews/2026-03-02-ada.html",
        "questions/start.html",
        "answers/2026-03-02-ada.js",
        "search/texts-1.js",
    }
    # What is written to her, and said to her next, is made from all that she said; Home shows old answers.
    may = {"contacts/ada-lovelace.html", "prep/ada-lovelace.html", "follow-ups.html", "index.html"}
    assert shows_it <= changed <= shows_it | may


EVER = """
index.html follow-ups.html follow-ups.ics questions/index.html interviews/index.html contacts/index.html
problems.html introductions.html matrix.html themes/index.html moved.html insights.html
"""


def test_no_address_that_a_site_ever_had_leads_nowhere() -> None:
    assert set(EVER.split()) <= {output.address for output in outputs(an_index(a_journal({})))}


def test_every_page_has_a_frame() -> None:
    names = {blank.name for blank in blanks()}
    for output in outputs(an_index(read(shipped("example")))):
        if output.title:
            assert name_of(output.address) in names, output.address
