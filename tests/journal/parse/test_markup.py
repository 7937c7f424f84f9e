"""What iiv reads in Markdown."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.parse.gist import gist
from iiv.journal.parse.markup import (
    definitions,
    labels,
    plain_text,
    says_nothing,
    themes,
    without_code,
    without_strays,
)


@pytest.mark.parametrize(
    ("answer", "short"),
    [
        ("**By accident, through music.** She was asked to check a table.", "By accident, through music."),
        ("__Twice.__ Then never again.", "Twice."),
        ("Two things. The first is time.", "Two things."),
        ("Ask Dr. Hale, she knows. I do not.", "Ask Dr. Hale, she knows."),
        ("It was J. R. who asked me. I said no.", "It was J. R. who asked me."),
        ('"Why not?" she said. And left.', '"Why not?"'),
        ("No end", "No end"),
        ("A line\nthat goes on. More.", "A line that goes on."),
        ("- first thing\n- second thing", "first thing"),
        ("1. [ ] call them\n", "call them"),
        ("> I quit. Twice.", "I quit."),
        ("### Early days\n\nI began late.", "Early days"),
        ("![a photo](x.png)\n\nThe bench. It is mine.", "The bench."),
        ("I like [the *work*](http://example.org/a.b), mostly.", "I like the work, mostly."),
        (
            "Read [that book][b] and [[ada|her notes]].[^1]\n\n[b]: http://example.org",
            "Read that book and her notes.",
        ),
        ("When #craft and #people meet. Rarely.", "When #craft and #people meet."),
        ("snake_case_name stays.", "snake_case_name stays."),
        ("2 * 3 * 4 is 24.", "2 * 3 * 4 is 24."),
        (r"\*Not bold\* at all.", "*Not bold* at all."),
        ("", ""),
        ("\n\n", ""),
    ],
)
def test_the_gist_is_the_bold_start_or_the_first_sentence(answer: str, short: str) -> None:
    assert gist(answer) == short


def test_a_long_first_sentence_is_cut_at_a_word() -> None:
    cut = gist("word " * 100)
    assert len(cut) <= 202
    assert cut.endswith("word …")


@given(st.text(alphabet="ab *_`[]()!#<>\n.\\~=", max_size=80))
def test_a_gist_is_one_line(text: str) -> None:
    assert "\n" not in gist(text)
    assert plain_text(text) == plain_text(text).strip()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("when #craft and #people meet", ("craft", "people")),
        ("#craft is all", ("craft",)),
        ("(#craft) **#money**, #work-life.", ("craft", "money", "work-life")),
        ("#métier and #手艺", ("métier", "手艺")),
        ("#Craft and #craft, #craft again", ("Craft", "craft")),
        ("issue #12, C#major, a#b, \\#no, ##two", ()),
        ("`#code` and\n\n```\n#fenced\n```\n\n~~~\n#too\n~~~", ()),
        ("[#link](x) [a](http://example.org/#anchor) <http://example.org/#x> http://example.org/#y", ()),
        ("## a #heading\n\n[ref]: http://example.org/#z", ()),
        ("text{ .a #b } and{#c}", ()),
        ("<a href='#x'>y</a> <!-- #hidden -->", ()),
        ("nothing", ()),
    ],
)
def test_themes_are_words_after_a_hash(text: str, words: tuple[str, ...]) -> None:
    assert themes(text) == words


def test_definitions_are_reference_links_and_footnotes() -> None:
    text = dedent("""\
        See [it][Mac Book] and this.[^1]

        [Mac  Book]: http://example.org/mac
            "A title"
        [^1]: A note

            with a second paragraph

        [empty]:
        text
        """)
    found = {definition.label: definition.text for definition in definitions(text)}
    assert found == {
        "mac book": '[Mac  Book]: http://example.org/mac\n    "A title"',
        "^1": "[^1]: A note\n\n    with a second paragraph",
    }


@pytest.mark.parametrize(
    ("part", "left"),
    [
        ("Words.\n\n[^1]: elsewhere\n    and more", "Words."),
        ("[^1]: elsewhere\n[A]: https://example.org", ""),
        ("Words.[^1]\n\n[^1]: here", "Words.[^1]\n\n[^1]: here"),
        ("`[^1]`\n\n[^1]: in code only", "`[^1]`"),
        ("Words.\n\n[^2]: used nowhere", "Words.\n\n[^2]: used nowhere"),
    ],
)
def test_a_definition_that_only_other_parts_use_is_no_part_of_this_one(part: str, left: str) -> None:
    assert without_strays(part, labels(f"Said before.[^1] See [a].\n\n{part}")) == left


def test_comments_and_definitions_say_nothing() -> None:
    assert says_nothing("\n<!-- to do -->\n\n[a]: http://example.org\n")
    assert not says_nothing("a word")


@given(st.text(alphabet="a`~\n <!->", max_size=80))
def test_blanking_out_code_moves_nothing(text: str) -> None:
    plain = without_code(text)
    assert len(plain) == len(text)
    assert [i for i, c in enumerate(plain) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]
    assert all(new in {old, " "} for new, old in zip(plain, text, strict=True))


def test_plain_text_has_the_sign_that_a_character_reference_means() -> None:
    assert plain_text("&#91; ] Tom &amp; I &lt;3") == "[ ] Tom & I <3"
    assert plain_text(r"\&lt; &nonsense; & co") == "&lt; &nonsense; & co"
