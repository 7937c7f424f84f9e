"""Wikilinks, embedded pictures and comments, as Obsidian has them, on a page."""

from tests.builders import a_journal
from tests.site.markdown.test_rendering import FILES, NOTE, render
from tests.site.sites import an_index, shown


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
