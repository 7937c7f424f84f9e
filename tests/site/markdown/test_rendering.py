import pytest
from hypothesis import given
from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from iiv.journal.journal import Journal
from iiv.journal.model import Definition
from iiv.site.markdown.blocks import DEEPEST
from iiv.site.markdown.references import References
from iiv.site.markdown.rendered import Source, at
from iiv.site.markdown.rendering import TANGLE, is_tangled, new_rendering, with_definitions
from iiv.site.values import Shared
from tests.builders import a_journal
from tests.site.sites import an_index, shown
from tests.site.soup import SOUP, check

PAGE_EXTENSIONS = ["md_in_html", "attr_list", "tables", "toc", "footnotes", "abbr", "pymdownx.superfences"]
NOTE = "journal/interviews/2026-03-02-ada-lovelace.md"


def a_source(markdown: str, *definitions: Definition) -> Source:
    return Source(markdown, NOTE, Shared(definitions), "talk")


def render(markdown: str, *definitions: Definition) -> str:
    """A text of a note of an empty journal."""
    rendered = new_rendering(References(Journal()))(a_source(markdown, *definitions))
    return at(rendered.html, "interviews/x.html")


ADA = """\
    ---
    contact: Ada Lovelace
    date: 2026-03-02
    answers:
      start: |
        **By accident.** See [the article][looms] and [her](../contacts/grace-hopper.md).[^1]

        ![a loom](../images/loom.png)
    ---
    Notes with [the article][looms] and [[Grace Hopper|Grace]].

    [looms]: https://example.org/looms "On looms"
    [^1]: As she *tells* it.
    """
FILES: dict[str, str | bytes] = {
    "interviews/2026-03-02-ada-lovelace.md": ADA,
    "contacts/grace-hopper.md": "---\nname: Grace Hopper\n---\n",
    "images/loom.png": b"",
}


def test_an_answer_brings_its_links_footnotes_and_images_to_any_page() -> None:
    index = an_index(a_journal(FILES))
    (talk,) = index.journal.interviews
    answer = index.texts.answer(talk, talk.answers[0])
    assert answer.files == ("journal/images/loom.png",)
    said = shown(index, answer, "questions/start.html")
    assert '<a href="https://example.org/looms" rel="noopener noreferrer" title="On looms">' in said
    assert '<a href="../contacts/grace-hopper.html">her</a>' in said
    assert '<img src="../images/loom.png" alt="a loom">' in said
    assert 'href="#fn:2026-03-02-ada-lovelace-start-1"' in said
    assert 'id="fn:2026-03-02-ada-lovelace-start-1"' in said
    assert '<a href="contacts/grace-hopper.html">her</a>' in shown(index, answer, "index.html")


def test_notes_have_their_own_definitions_and_wikilinks() -> None:
    index = an_index(a_journal(FILES))
    notes = shown(index, index.texts.notes(index.journal.interviews[0]), "interviews/x.html")
    assert '<a href="../contacts/grace-hopper.html">Grace</a>' in notes
    assert 'title="On looms">the article</a>' in notes


def test_two_answers_under_one_key_have_ids_of_their_own() -> None:
    twice = "---\ncontact: Ada\ndate: 2026-03-02\nanswers:\n  start: a[^1]\n---\n## start\nb[^1]\n\n[^1]: c\n"
    index = an_index(a_journal({"interviews/ada.md": twice}))
    (talk,) = index.journal.interviews
    first, second = (index.texts.answer(talk, answer) for answer in (*talk.answers, *talk.unknown_answers))
    assert 'id="fn:ada-start-1"' in shown(index, first)
    assert 'id="fn:ada-line-7-1"' in shown(index, second)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ('!!! note "Mind"\n    a', '<div class="admonition note">\n<p class="admonition-title">Mind</p>'),
        ("???+ tip\n    a", '<details class="tip" open="open">\n<summary>Tip</summary>'),
        ("- [ ] a", '<input type="checkbox" disabled="" aria-label="to do">'),
        ("- [x] a", '<input type="checkbox" disabled="" aria-label="done" checked="">'),
        ("```python\nx = 1\n```", '<div class="language-python highlight"><pre>'),
        ("```python\nx = 1\n```", '<span class="mi">1</span>'),
        ("`#!python x`", '<code class="language-python highlight"><span class="n">x</span>'),
        ("    code", "<pre><span></span><code>code\n</code></pre>"),
        ("|a|b|\n|:-:|--:|\n|c|d|", '<td align="right">d</td>'),
        (
            "~~a~~ ==b== ^^c^^ H~2~O x^2^",
            "<del>a</del> <mark>b</mark> <ins>c</ins> H<sub>2</sub>O x<sup>2</sup>",
        ),
        ("Loom\n:   a machine", "<dl>\n<dt>Loom</dt>\n<dd>a machine</dd>\n</dl>"),
        ("> Loom\n> :   a machine", "<dt>Loom</dt>"),
        ("HTML\n\n*[HTML]: a language", '<abbr title="a language">HTML</abbr>'),
        ("*a*{ .b #c }", '<em class="b" id="talk-c">a</em>'),
        ('<div markdown="1">\n*a*\n</div>', "<div>\n<p><em>a</em></p>\n</div>"),
        ("<kbd>Ctrl</kbd>", "<kbd>Ctrl</kbd>"),
        (
            "see www.example.org",
            '<a href="http://www.example.org" rel="noopener noreferrer">www.example.org</a>',
        ),
        ("see https://example.org/a.", '<a href="https://example.org/a" rel="noopener noreferrer">'),
        ("ada@example.org", '<a href="mailto:ada@example.org">ada@example.org</a>'),
        ("3) a\n\n- b", '<ol start="3">\n<li>a</li>\n</ol>\n<ul>'),
        ("snake_case_name", "snake_case_name"),
    ],
)
def test_what_the_theme_teaches_people_to_write_comes_through(markdown: str, html: str) -> None:
    assert html in render(markdown)


def test_attribute_lists_bring_in_nothing() -> None:
    tricks = "*a*{ onclick=b style='background:url(//evil.example.org)' .iiv-left-out }\n"
    assert render(tricks) == (
        '<p><em><span class="iiv-left-out">onclick left out</span>'
        '<span class="iiv-left-out">style from evil.example.org left out</span>a</em></p>'
    )


def test_no_other_file_is_read() -> None:
    assert render('--8<-- "pyproject.toml"') == '<p>--8&lt;-- "pyproject.toml"</p>'


@pytest.mark.parametrize(
    "forged", ["\ufdd1left-out", "&#xfdd1;left-out", "&#64977;left-out", "&amp;#xfdd1;left-out"]
)
def test_nobody_can_write_a_mark_of_ours(forged: str) -> None:
    assert "iiv-left-out" not in render(
        f"<b class='{forged}'>a</b> *a*{{ class='{forged}' }}\n\n<p class='{forged}'>b</p>"
    )


def test_nobody_can_write_a_link_from_the_root() -> None:
    assert "href" not in render("[a](\ufdd0b) <a href='&#xfdd0;b'>c</a>")


def test_a_footnote_brings_what_it_uses() -> None:
    definitions = (
        Definition("^n", "[^n]: Foot [a][zed].[^m]\n\n    More."),
        Definition("zed", "[zed]: https://example.org/zed"),
        Definition("^m", "[^m]: Mouth."),
        Definition("unused", "[unused]: https://example.org/unused"),
    )
    shown = render("    code\n\nText.[^n]", *definitions)
    assert shown.count("<li id=") == 2
    assert "https://example.org/zed" in shown
    assert "<p>More.&nbsp;" in shown
    assert shown.startswith('<div class="language-text highlight"><pre>')


def test_a_text_is_given_only_the_definitions_that_it_uses() -> None:
    definitions = (Definition("a b", "[A  B]: x"), Definition("c", "[c]: y"), Definition("c", "[c]: z"))
    assert with_definitions("[w][a\nB] `[c]`", definitions) == "[A  B]: x\n\n[w][a\nB] `[c]`"
    assert with_definitions("[C]", definitions) == "[c]: y\n\n[C]"
    assert with_definitions("[c]\n\n[c]: own", definitions) == "[c]\n\n[c]: own"
    assert with_definitions("none", definitions) == "none"


def test_an_element_left_open_does_not_take_the_definitions_in() -> None:
    shown = render("<div>\n[a][b]", Definition("b", "[b]: https://example.org"))
    assert "[b]:" not in shown


@pytest.mark.parametrize(
    "noise",
    [
        *("[", "![", "[[", "[a](", "[a][", "[^", "`", "``a`", "<a ", "<!--", "<![CDATA[", "a\n---\n"),
        *("* * *\n", "# a\n"),
    ],
)
def test_noise_is_shown_as_typed_at_once(noise: str) -> None:
    text = noise * (TANGLE + 1)
    assert is_tangled(text)
    shown = render(f"a\n\n{text}")
    assert shown.startswith("<p>a</p>\n<p>")
    check(shown)


def test_a_long_text_is_not_noise() -> None:
    assert not is_tangled("See [a](b) and `c` and <d> here.\n\n" * (TANGLE + 1))
    assert not is_tangled("- a\n" * (TANGLE + 1))


class Breaking(Extension):
    """An extension that fails on some texts, as others do on odd ones."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.preprocessors.register(_Breaking(md), "breaking", 100)


class _Breaking(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        assert "break *me*" not in lines
        return lines


def test_a_text_that_breaks_markdown_is_shown_as_typed_and_the_next_is_not_affected() -> None:
    rendering = new_rendering(References(Journal()), [f"{__name__}:Breaking"])
    assert rendering(a_source("break *me*\n\n<b>")).html == "<p>break *me*</p>\n<p>&lt;b&gt;</p>"
    assert rendering(a_source("1. *a*")).html == "<ol>\n<li><em>a</em></li>\n</ol>"


@pytest.mark.parametrize("sign", ["1. ", "- ", "> ", "> 1. "])
def test_a_list_as_deep_as_nobody_means_it_is_text_at_last(sign: str) -> None:
    shown = render(sign * 5000 + "a")
    check(shown)
    assert shown.count("<li>") + shown.count("<blockquote>") < DEEPEST
    assert f"{sign.replace('>', '&gt;')}a</" in shown


def test_other_extensions_can_be_chosen() -> None:
    rendering = new_rendering(References(Journal()), ["smarty"], {"smarty": {"smart_dashes": False}})
    assert rendering(a_source("'a' -- ~~b~~")).html == "<p>‘a’ -- ~~b~~</p>"


def test_an_empty_text_is_empty() -> None:
    assert render(" \n") == ""


@given(SOUP)
def test_any_text_gives_clean_html(text: str) -> None:
    definitions = (Definition("a", "[a]: javascript:x"), Definition("^1", "[^1]: <b>[a]"))
    check(new_rendering(References(Journal()))(a_source(text, *definitions)).html)


@given(SOUP, SOUP)
def test_a_text_is_rendered_the_same_whatever_came_before(text: str, other: str) -> None:
    rendering = new_rendering(References(Journal()))
    rendering(a_source(other))
    assert rendering(a_source(text)) == new_rendering(References(Journal()))(a_source(text))


@given(SOUP)
def test_the_html_stands_in_a_markdown_page_as_it_is(text: str) -> None:
    page = f"<div>\n{render(text)}\n</div>"
    around = f"Before.\n\n{page}\n\nAfter."
    assert Markdown(extensions=PAGE_EXTENSIONS).convert(around) == f"<p>Before.</p>\n{page}\n\n<p>After.</p>"
