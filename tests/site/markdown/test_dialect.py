import pytest
from hypothesis import given

from iiv.site.markdown.dialect import CONFIGS, EXTENSIONS, Leads, needed, new_markdown, unneeded_patterns
from iiv.site.markdown.rendering import is_tangled
from tests.site.soup import SOUP

ALWAYS = ("pymdownx.betterem", "pymdownx.saneheaders")


def nowhere(name: str) -> None:
    """Where a wikilink to nobody leads, and a theme of no talk."""


def convert(extensions: tuple[str, ...], text: str, without: tuple[str, ...] = ()) -> str | None:
    """The HTML, or None when an extension fails on the text."""
    try:
        return new_markdown(extensions, CONFIGS, Leads(nowhere, nowhere), without).convert(text)
    except Exception:  # noqa: BLE001 - whatever they raise
        return None


@pytest.mark.parametrize(
    ("text", "extensions"),
    [
        ('A *plain* answer, with [a link](https://example.org "and a title").', ()),
        ("[a]: https://example.org/~ada\n\n[b][a]", ("pymdownx.tilde",)),
        ("He said: no | yes.", ("tables",)),
        ("See https://example.org.", ("pymdownx.magiclink",)),
        ("ada@example.org", ("pymdownx.magiclink",)),
        ("#craft", ("iiv-themes",)),
        ("[[Ada]]", ("iiv-wikilinks",)),
        ("- [ ] a", ("pymdownx.tasklist",)),
        ("> Loom\n> : a machine", ("def_list",)),
    ],
)
def test_an_extension_is_needed_where_a_text_holds_what_it_is_about(
    text: str, extensions: tuple[str, ...]
) -> None:
    assert set(needed(EXTENSIONS, text)) == {*ALWAYS, *extensions}


def test_an_extension_that_is_not_known_is_always_needed() -> None:
    assert needed(["smarty"], "") == ("smarty",)


def test_no_extension_reads_other_files() -> None:
    assert "pymdownx.snippets" not in EXTENSIONS


@given(SOUP)
def test_what_is_not_needed_makes_no_difference(text: str) -> None:
    if not is_tangled(text):
        found = convert(needed(EXTENSIONS, text), text, unneeded_patterns(text))
        assert found == convert(EXTENSIONS, text)


def test_a_plain_text_needs_no_pattern_at_all() -> None:
    text = "She began by accident, in a harbour.\nThen came the looms.\n"
    assert convert((), text, unneeded_patterns(text)) == f"<p>{text.strip()}</p>"
    assert {"backtick", "delimiter", "html", "link"} <= set(unneeded_patterns(text))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*a*{ .b #c }", '<p><em class="b" id="c">a</em></p>'),
        ("a {see #craft}", '<p>a {see <span class="\ufdd1theme">#craft</span>}</p>'),
        ("{ .b } #craft", '<p>{ .b } <span class="\ufdd1theme">#craft</span></p>'),
    ],
)
def test_an_id_in_an_attribute_list_is_no_theme(text: str, html: str) -> None:
    assert convert(EXTENSIONS, text) == html
