import pytest

from iiv.site.search.visible import one_line, visible_text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>By <em>acc</em>ident,\n through music.</p><p>Then</p>", "By accident, through music. Then"),
        ("<ul><li>clay</li><li>glaze</li></ul>", "clay glaze"),
        ("H<sub>2</sub>O<br>and", "H2O and"),
        ("R&amp;D, x &lt; y, caf&eacute;&nbsp;noir", "R&D, x < y, café noir"),
        ('<a title="a > b" href="x">loom</a>s', "looms"),
        ('an<img alt="old plan" src="x">and', "an old plan and"),
        ('music<sup id="r"><a href="#f" class="footnote-ref">1</a></sup>, then', "music, then"),
        ('below. <a class="footnote-backref" href="#r">↩</a>', "below."),
        ("e<!-- > unseen -->nd", "end"),
    ],
)
def test_text_is_what_a_reader_sees(html: str, text: str) -> None:
    assert visible_text(html) == text


def test_a_line_is_composed_and_has_no_odd_bytes() -> None:
    assert one_line(" Zoe\u0308 \n\u2003\udcff ") == "Zoë \ufffd"
