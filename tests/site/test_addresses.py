import datetime as dt
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.journal import BrokenNote, Ref
from iiv.journal.model import Contact, Interview, Question
from iiv.journal.problems import Place
from iiv.site import addresses
from iiv.site.addresses import address, file_address, from_root, href, src_uri, to_root

PLACE = Place("journal/interviews/2026-03-02-ada.md")


def test_each_value_has_a_page() -> None:
    talk = Interview("2026-03-02-ada", PLACE, "ada", dt.date(2026, 3, 2))
    assert address(talk) == "interviews/2026-03-02-ada.html"
    assert address(Contact("ada", "Ada Lovelace")) == "contacts/ada.html"
    assert address(Question("start", "How did you start?")) == "questions/start.html"


def test_a_person_has_a_call_sheet() -> None:
    assert addresses.call_sheet("ada") == "prep/ada.html"


def test_a_reference_leads_to_the_page_of_what_it_names() -> None:
    assert address(Ref("contact", "ada")) == address(Contact("ada", "Ada Lovelace"))


def test_a_broken_note_keeps_its_page_and_one_without_a_page_is_among_the_problems() -> None:
    assert address(BrokenNote("contact", "ada", PLACE, "")) == "contacts/ada.html"
    assert address(BrokenNote("me", "me", PLACE, "")) == addresses.PROBLEMS


def test_a_file_keeps_its_path_below_the_journal() -> None:
    assert file_address("journal/images/loom.png") == "images/loom.png"


def test_the_markdown_page_of_an_address() -> None:
    assert src_uri("interviews/2026.1.html") == "interviews/2026.1.md"


@pytest.mark.parametrize(
    ("origin", "target", "link"),
    [
        ("index.html", "index.html", "index.html"),
        ("index.html", "contacts/ada.html", "contacts/ada.html"),
        ("contacts/ada.html", "contacts/grace.html", "grace.html"),
        ("contacts/ada.html", "index.html", "../index.html"),
        ("contacts/ada.html", "questions/start.html", "../questions/start.html"),
        ("contacts/ada.html", "contacts/images/ada.png", "images/ada.png"),
        ("a/b/c.html", "a/d.html", "../d.html"),
        ("index.html", "contacts/to do? 50% #1.html", "contacts/to%20do%3F%2050%25%20%231.html"),
        ("contacts/ada.html", 'contacts/"x".html', "%22x%22.html"),
        ("contacts/ada.html", "contacts/a:b.html", "a%3Ab.html"),
        ("index.html", "contacts/İpek.html", "contacts/%C4%B0pek.html"),
    ],
)
def test_links_are_relative_and_quoted(origin: str, target: str, link: str) -> None:
    assert href(origin, target) == link


def test_a_name_that_is_not_utf_8_keeps_its_bytes() -> None:
    assert href("index.html", "images/\udcff.png") == "images/%FF.png"


def test_a_link_from_the_root_works_at_any_depth() -> None:
    link = from_root("contacts/ada lovelace.html")
    assert link.replace(addresses.ROOT, to_root("questions/start.html")) == "../contacts/ada%20lovelace.html"
    assert link.replace(addresses.ROOT, to_root("index.html")) == "contacts/ada%20lovelace.html"


NAMES = st.text(st.characters(exclude_characters="/", exclude_categories=["Cs", "Cc"]), min_size=1).filter(
    lambda name: name not in {".", ".."}
)
ADDRESSES = st.lists(NAMES, min_size=1, max_size=3).map("/".join).map("{}.html".format)


@given(ADDRESSES, ADDRESSES)
def test_following_a_link_arrives(origin: str, target: str) -> None:
    base = "https://site.example.org/" + from_root(origin).removeprefix(addresses.ROOT)
    for link in (href(origin, target), from_root(target).replace(addresses.ROOT, to_root(origin))):
        arrived = urlsplit(urljoin(base, link))
        assert unquote(arrived.path) == "/" + target
        assert not arrived.query
        assert not arrived.fragment
