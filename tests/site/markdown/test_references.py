import pytest

from iiv.journal.journal import Journal
from iiv.site.addresses import ROOT
from iiv.site.markdown.references import NoteLinks, References
from tests.builders import a_journal

FILES: dict[str, str | bytes] = {
    "contacts/ada lovelace.md": "---\nname: Ada Lovelace\n---\n",
    "contacts/broken.md": "---\nname: [\n---\n",
    "contacts/100%.md": "---\nname: Percy\n---\n",
    "questions/start.md": "---\nask: How did you start?\n---\n",
    "me.md": "---\nname: Grace\n---\n",
    "images/a b#1.png": b"",
    "images/café.JPG": b"",
    "images/map.svg": b"",
    "papers/looms.pdf": b"",
    "papers/page.HTML": b"",
    "interviews/2026/2026-03-02-ada.md": "---\ncontact: Ada Lovelace\ndate: 2026-03-02\n---\n",
}
JOURNAL = a_journal(FILES).journal


def links_of(path: str = "journal/interviews/note.md") -> NoteLinks:
    return NoteLinks(References(JOURNAL).answer, path)


@pytest.mark.parametrize(
    ("target", "url"),
    [
        ("../contacts/ada%20lovelace.md", "contacts/ada%20lovelace.html"),
        ("../contacts/ada lovelace.md#log", "contacts/ada%20lovelace.html"),
        ("../contacts/ada%20lovelace.md?x", "contacts/ada%20lovelace.html"),
        ("../contacts/100%.md", "contacts/100%25.html"),
        ("../contacts/broken.md", "contacts/broken.html"),
        ("../questions/../questions/start.md", "questions/start.html"),
        ("./2026/2026-03-02-ada.md", "interviews/2026-03-02-ada.html"),
        ("../me.md", "index.html"),
        (r"..\papers\looms.pdf", "papers/looms.pdf"),  # as Windows writes it
        ("../index.md", "index.html"),
        ("../papers/looms.pdf", "papers/looms.pdf"),
        ("../images/a%20b%231.png", "images/a%20b%231.png"),
    ],
)
def test_links_lead_to_the_pages_of_notes_and_to_files(target: str, url: str) -> None:
    assert links_of().link(target) == ROOT + url


@pytest.mark.parametrize(
    "target",
    [
        *("", "#", "nobody.md", "../../etc/passwd", "../../../x.md", "/journal/me.md", "../papers"),
        *("../papers/page.HTML", "../images/map.svg", "../images/%00", "..\\..\\etc", r"C:\journal\me.md"),
        "../mkdocs.yml",
    ],
)
def test_no_link_leads_out_to_nothing_or_to_what_a_browser_would_run(target: str) -> None:
    links = links_of()
    assert links.link(target) is None
    assert links.files == []


def test_links_start_from_the_notes_own_folder() -> None:
    assert links_of("journal/me.md").link("papers/looms.pdf") == f"{ROOT}papers/looms.pdf"
    assert links_of("journal/interviews/2026/x.md").link("../../me.md") == f"{ROOT}index.html"


def test_only_pictures_are_shown_and_each_file_is_told_once() -> None:
    links = links_of()
    assert links.image("../images/map.svg") == f"{ROOT}images/map.svg"
    assert links.image("../images/map.svg?x") == f"{ROOT}images/map.svg"
    assert links.image("../papers/looms.pdf") is None
    assert links.image("../contacts/broken.md") is None
    assert links.files == ["journal/images/map.svg"]


def test_a_name_is_found_in_either_unicode_form_and_kept_as_on_disk() -> None:
    links = links_of()
    assert links.image("../images/cafe\u0301.JPG") == f"{ROOT}images/caf%C3%A9.JPG"
    assert links.files == ["journal/images/café.JPG"]


def test_a_journal_without_notes_has_nothing_to_link_to() -> None:
    assert NoteLinks(References(Journal()).answer, "journal/index.md").link("contacts/ada.md") is None
