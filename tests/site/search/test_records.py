import json

import pytest

from iiv.site.markdown.rendered import Rendered, Text
from iiv.site.search.records import Part, Record, entry
from iiv.site.search.visible import one_line, visible_text

HTML: dict[str, str] = {}


def text(html: str) -> Text:
    """A text that was rendered to this."""
    found = Rendered(html).text
    HTML[found.digest] = html
    return found


BY_ACCIDENT = text("<p>By accident. #craft #people</p>")


def held(record: Record) -> tuple[object, object]:
    """What an entry says in names and in texts."""
    made = entry(record, HTML)
    return json.loads(made.names), json.loads(b"{%b}" % made.texts).get(record.address)


def test_a_talk_is_found_by_its_answers_notes_and_front_matter() -> None:
    talk = Record(
        kind="talk",
        address="interviews/ada.html",
        title="Ada  Lovelace",
        line="Analyst, Engines",
        date="2026-03-02",
        parts=(
            Part("start", "", BY_ACCIDENT, "By accident. #craft", ("craft", "people")),
            Part("line-9", "Which colour?", text("<p>Blue.</p>")),
            Part("free-notes", "Notes", text("<p>She <em>hums</em>.</p>"), themes=("music",)),
            Part("", "What moved", "More than\nI thought."),
        ),
    )
    names, texts = held(talk)
    assert names == [
        *("talk", "interviews/ada.html", "Ada Lovelace", "Analyst, Engines", "2026-03-02", []),
        [
            ["start", "", "By accident. #craft", "#people"],
            ["line-9", "Which colour?"],
            ["free-notes", "Notes", "", "#music"],
            ["", "What moved"],
        ],
    ]
    assert texts == ["+ #people", "=Blue.", "=She hums.", "=More than I thought."]


def test_a_question_is_found_by_its_wordings() -> None:
    one = Record("question", "questions/start.html", "How?", names=("Why?",), question="start")
    assert held(one) == (["question", "questions/start.html", "How?", "", "", ["Why?"], [], "start"], None)


def test_a_part_without_words_counts_for_nothing_unless_something_leads_to_it() -> None:
    parts = Part("", "Empty", " "), Part("", "", text("<p></p>")), Part("line-3", "Asked", "")
    names, texts = held(Record("page", "index.html", "Home", parts=parts))
    assert names == ["page", "index.html", "Home", "", "", [], [["line-3", "Asked"]]]
    assert texts == ["="]


def test_a_text_is_said_once() -> None:
    begins = Part("a", "", "By ship. Or so.", "By ship.", ("sea",))
    cut = Part("b", "", "A long sentence that goes on.", "A long sentence …")
    other = Part("c", "", "So: he said “yes”.", "He said “yes”.")
    names, texts = held(Record("talk", "1.html", "Person", date="2026-03-02", parts=(begins, cut, other)))
    parts = [["a", "", "By ship.", "#sea"], ["b", "", "A long sentence …"], ["c", "", "He said “yes”."]]
    assert names == ["talk", "1.html", "Person", "", "2026-03-02", [], parts]
    assert texts == ["+ Or so.", "+ that goes on.", "=So: he said “yes”."]


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
