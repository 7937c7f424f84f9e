"""What looks like something else than words stays on the page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.site.markdown.structure import words
from tests.site.sites import rendered
from tests.site.soup import check


def test_a_transcripts_speakers_and_times_are_no_definitions() -> None:
    transcript = "[00:12]: Hello, Ada.\n[Ada]: Absolutely\n[Me]:\nand/or what?\n\n[Ada]: see www.example.org"
    assert words(rendered(transcript)) == " ".join(transcript.split())
    assert 'href="http://www.example.org"' in rendered(transcript)


@pytest.mark.parametrize(
    "target",
    [
        *("https://example.org/looms", "<https://example.org/looms>", "mailto:ada@example.org"),
        *("www.example.org", "example.org/looms", "../contacts/ada.md", "images/loom.png", "ada.md#start"),
        *("/looms", "#looms", 'https://example.org "On looms"'),
    ],
)
def test_a_definition_leads_somewhere(target: str) -> None:
    assert words(rendered(f"See [this][1].\n\n[1]: {target}")).startswith("See this")
    assert "[1]" not in rendered(f"See [this][1].\n\n[1]: {target}")


def test_a_theme_behind_a_label_is_text_unless_a_link_has_the_label() -> None:
    said = rendered("[Ada]: #craft\n\n[Mary]: #wool #silk")
    assert words(said) == "[Ada]: #craft [Mary]: #wool #silk"
    assert said.count('class="iiv-theme"') == 3


@pytest.mark.parametrize(
    "words_behind", ["yes", "haha:D", "e.g. this", "and/or", "https://example.org is good", "3.5"]
)
def test_other_words_behind_a_label_are_text(words_behind: str) -> None:
    assert words(rendered(f"[1]: {words_behind}")) == f"[1]: {words_behind}"


def test_a_row_keeps_all_its_cells() -> None:
    table = "| year | what |\n|---|:-:|\n| 1990 | wool | and leather | by hand |\n| 1991 |"
    *_, first, second = rendered(table).split("<tr>")
    assert first.count("<td") == 4
    assert words(f"<tr>{first}") == "1990 wool and leather by hand"
    assert words(f"<tr>{second}") == "1991"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("I learned that <script> goes on top.\n\nThen I quit.\n\nAnd </script> ends it.", "Then I quit."),
        ("<script>\n\nThen **I** quit.\n\nAnd more.", "Then I quit. And more."),
        ("<iframe src=https://example.org>\n\nLong letters.\n\n<iframe></iframe>", "Long letters."),
        ("A <style> of one's own.\n\nSo </style> she said.", "of one's own. So she said."),
        ("The <svg> that\n\nshe drew </svg> by hand.", "that she drew by hand."),
        ("The <textarea> was\n\nempty.", "was empty."),
        ("Its <title> was\n\nlong.", "Its <title> was long."),
        ("She said <!-- and then\n\nleft.", "She said <!-- and then left."),
        ("<summary of the talk>\nShe was *kind*.", "<summary of the talk> She was kind."),
        ("I </3 you > all.", "I </3 you > all."),
        ("a<b and c>d", "a<b and c>d"),
        ("<!x y> and <?z", "<!x y> and <?z"),
        ('<div markdown="1">\none\n\n<div markdown="1">\ntwo', "one two"),
    ],
)
def test_prose_that_names_tags_keeps_its_words(typed: str, shown: str) -> None:
    assert shown in words(rendered(typed))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("She was **clear**{laughs} about it.", "She was clear{laughs} about it."),
        ("## Then {laughs}\n\na", "Then {laughs} a"),
        ("| a {laughs} |\n|---|\n| b {nods twice} |", "a {laughs} b {nods twice}"),
        ("a\n{: see there }", "a {: see there }"),
        ("*[Ada]: yes", "*[Ada]: yes"),
        ("a[^1]\n\n[^1]: one\n\n[^1]: two", "a1 one two ↩"),
        ("!!! wow that was it", "wow that was it"),
        ("??? did she mean it\n    a", "did she mean it a"),
        ("!!! info inline end\n    a", "Info a"),
        ("[^1]: [^2]: one", "[^2]: one ↩"),
    ],
)
def test_what_is_no_attribute_abbreviation_or_note_is_text(typed: str, shown: str) -> None:
    assert words(rendered(typed)) == shown


def test_a_backslash_before_punctuation_goes() -> None:
    assert words(rendered('At R\\&D, \\= luck\\, and \\"more\\"\\.')) == 'At R&D, = luck, and "more".'
    assert words(rendered("\\<b\\> \\'a\\' \\$5 \\~ \\: \\@ \\#no \\/")) == "<b> 'a' $5 ~ : @ #no /"
    assert words(rendered("C:\\Users and `a\\.b`")) == "C:\\Users and a\\.b"


def test_a_backslash_ends_a_line() -> None:
    assert rendered("one\\\ntwo\\\\\nthree") == "<p>one<br>\ntwo\\\nthree</p>"


WORD = None
PIECES = (
    *("- ", "1. ", "2) ", "> ", "    ", "  ", "\t", "\n", "\n", "\n\n", "\n\n", "\n---\n", "\n===\n", "# "),
    *("## ", "*", "**", "_", "`", "``", "\n```\n", "\n~~~\n", "~~", "==", "^", "~", "|", "| ", "\n|-|-|\n"),
    *("\n|---|\n", "!!! ", "??? ", "!!! note\n    ", '\n!!! note "x"\n', "??? tip\n    ", "[", "]", "[^1]"),
    *("[^1]: ", "[a]: ", "[a]:", "[x](#y)", "[[", "]]", "[[Ada]]", "{", "}", "{: .x }", "&amp;", "&", "*["),
    *("]: ", "\n: ", ":", "• ", "– ", "- [ ] ", "\\", "\\\n", "#", "<", ">", "</", "<!--", "<![CDATA["),
    *("]]>", "<?", "?>", "<!doctype", "<!x", "(", ")", "![", "<p>", "</p>", "<div>", "</div>", "<b>", "</b>"),
    *("<ul>", "<li>", "</li>", "</ul>", "<table>", "<td>", "</table>", "<pre>", "</pre>", "<code>"),
    *("</code>", "<a href=x>", "</a>", "<script>", "</script>", "<svg>", "</svg>", "<math>", "</math>"),
    *("<style>", "</style>", "<iframe src=//e.example.org>", "</iframe>", "<form>", "<input>"),
    *("<div markdown>", "<p markdown=1>", "<details open>", "</details>", "<summary>", "<textarea>"),
    *("</textarea>", "<title>", "</title>", "<select>", "<option>", "<template>", "</template>"),
    *("<noscript>", "<plaintext>", "<object>", "<hr>", "<br>", "<img src=x>", "<name>", "<a bit>", "www."),
    *("https://", "@", "$", "%%", "…"),
)
NOISE = st.lists(st.one_of(st.sampled_from(PIECES), st.just(WORD), st.just(WORD)), max_size=14)


@given(NOISE)
def test_no_word_is_lost_in_any_noise(pieces: list[str | None]) -> None:
    marked = [f" word{number}x " if piece is WORD else piece for number, piece in enumerate(pieces)]
    html = rendered("".join(marked))
    check(html)
    seen = words(html).casefold()  # an admonition writes its first word large
    assert [
        word for word, piece in zip(marked, pieces, strict=True) if piece is WORD and word.strip() not in seen
    ] == []
