"""Themes, and wikilinks, embedded pictures and comments as Obsidian has them, on a page."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.model import Definition
from iiv.journal.parse.markup import themes
from tests.builders import a_journal
from tests.site.markdown.test_rendering import FILES, NOTE, render
from tests.site.sites import an_index, shown


def shown_themes(html: str) -> list[str]:
    return re.findall(r'<span class="iiv-theme">#([^<]+)</span>', html)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("#craft is all", '<p><span class="iiv-theme">#craft</span> is all</p>'),
        ("- #craft", '<ul>\n<li><span class="iiv-theme">#craft</span></li>\n</ul>'),
        ("a\n#craft", '<p>a\n<span class="iiv-theme">#craft</span></p>'),
        ("**#craft**", '<p><strong><span class="iiv-theme">#craft</span></strong></p>'),
        ("#山 and #Мир", '<p><span class="iiv-theme">#山</span> and <span class="iiv-theme">#Мир</span></p>'),
        ("#1 and C# and \\#no and a#no", "<p>#1 and C# and #no and a#no</p>"),
        ("`#no` `` #no ``", "<p><code>#no</code> <code>#no</code></p>"),
        ("## The #no", "<h3>The #no</h3>"),
    ],
)
def test_themes(markdown: str, html: str) -> None:
    assert render(markdown) == html


def test_links_hold_no_themes() -> None:
    linked = "[#no](https://example.org/#no) <https://example.org/#no> https://example.org/#no [a][#no]"
    assert shown_themes(render(linked, Definition("#no", "[#no]: https://example.org/#no"))) == []


@pytest.mark.parametrize(
    "markdown",
    [
        "#craft and #people_first, #a-b- #c.",
        "`#no` #yes\n\n```\n#no\n```\n\n~~~ python\n#no\n~~~\n",
        "# no\n\n#yes\n\n## no #no\n",
        "[#no](x#no) [a #no](b) <https://example.org/#no> #yes [[#no]] ![#no](x)",
        "(#yes) '#yes2' \"#yes3\" **#yes4** _a_ #yes5, &#35; &#x41; \\#no a#no #1no ##no",
        "- [ ] #yes\n- #yes2\n\n> #yes3\n\n| #yes4 | b |\n|---|---|\n| #yes5 | c |\n",
        "<!-- #no --> #yes <b title='#no'>#yes2</b>",
    ],
)
def test_the_themes_shown_are_those_that_are_read(markdown: str) -> None:
    assert tuple(dict.fromkeys(shown_themes(render(markdown)))) == themes(markdown)


PROSE = st.lists(
    st.sampled_from(
        (
            *("a", "#craft", "#Мир", "**#bold**", "*#soft*", "(#far),", "#a-b.", "#a_b", "`#no`", "[#no](x)"),
            *("#1", "a#no", "##no", "\\#no", "&#35;", "https://example.org/#no", "[[Ada #no]]", "\n", "\n\n"),
            *("\n\n- ", "\n\n# ", "\n\n> ", "\n\n```\n#no\n```\n\n", "![#no](x)", "<b>", "<!-- #no -->"),
        )
    )
).map(" ".join)


@given(PROSE)
def test_in_prose_the_themes_shown_are_those_that_are_read(markdown: str) -> None:
    assert tuple(dict.fromkeys(shown_themes(render(markdown)))) == themes(markdown)


def test_wikilinks_lead_to_people_notes_and_questions() -> None:
    index = an_index(a_journal({**FILES, "questions/start.md": "---\nask: How did you start?\n---\n"}))
    wikilinks = "[[grace hopper]] [[2026-03-02-ada-lovelace|that talk]] [[How did you start?]] [[Nobody *x*]]"
    assert shown(index, index.texts.text(wikilinks, NOTE)) == (
        '<p><a href="contacts/grace-hopper.html">grace hopper</a>'
        ' <a href="interviews/2026-03-02-ada-lovelace.html">that talk</a>'
        ' <a href="questions/start.html">How did you start?</a>'
        ' <span class="iiv-unknown-link">Nobody *x*</span></p>'
    )


def test_brackets_around_a_links_words_are_no_wikilink() -> None:
    assert render("[[1]](https://example.org) `[[a]]`") == (
        '<p><a href="https://example.org" rel="noopener noreferrer">[1]</a> <code>[[a]]</code></p>'
    )


def test_wikilinks_are_read_in_every_form_that_obsidian_writes() -> None:
    index = an_index(a_journal({**FILES, "questions/start.md": "---\nask: How did you start?\n---\n"}))
    wikilinks = (
        "[[contacts/grace hopper.md|her]] [[Grace Hopper#Log]] [[Grace Hopper^a1]]"
        " [[2026-03-02-ada-lovelace#start|this]] [[Jacquard|the weaver]]\n\n"
        "| a | [[Grace Hopper\\|her]] |\n|---|---|\n| b | c |\n"
    )
    said = shown(index, index.texts.text(wikilinks, NOTE))
    assert said.count('<a href="contacts/grace-hopper.html">') == 4
    assert '<a href="interviews/2026-03-02-ada-lovelace.html#start">this</a>' in said
    assert '<span class="iiv-unknown-link">the weaver (Jacquard)</span>' in said


def test_pictures_and_files_are_embedded_from_any_folder() -> None:
    index = an_index(a_journal({**FILES, "talk.pdf": b"", "x/talk.html": b""}))
    embeds = (
        "![[loom.png|300]] ![[loom.png|a loom]] ![[talk.pdf]] [[loom.png]] ![[gone.png|30x20]] [[talk.html]]"
    )
    text = index.texts.text(embeds, NOTE)
    assert text is not None
    assert set(text.files) == {"journal/images/loom.png", "journal/talk.pdf"}
    said = shown(index, text)
    assert '<img src="images/loom.png" alt="" width="300">' in said
    assert '<img src="images/loom.png" alt="a loom">' in said
    assert '<a href="talk.pdf">talk.pdf</a>' in said
    assert '<a href="images/loom.png">loom.png</a>' in said
    assert '<span class="iiv-unknown-link">30x20 (gone.png)</span>' in said
    assert 'talk.html <span class="iiv-left-out">link to talk.html left out</span>' in said


def test_what_obsidian_hides_is_shown_as_written() -> None:
    assert render("a %%hidden%% b\n\n%%\n- more\n%%") == (
        "<p>a %%hidden%% b</p>\n<p>%%</p>\n<ul>\n<li>more\n%%</li>\n</ul>"
    )
