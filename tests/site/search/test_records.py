from __future__ import annotations

from iiv.site.markdown.rendered import Rendered, Text
from iiv.site.search.records import (
    PageTexts,
    Part,
    Passage,
    PersonTexts,
    QuestionTexts,
    Record,
    TalkTexts,
    record,
)

HTML: dict[str, str] = {}


def text(html: str) -> Text:
    """A text that was rendered to this."""
    found = Rendered(html).text
    HTML[found.digest] = html
    return found


def found(texts: PageTexts | PersonTexts | QuestionTexts | TalkTexts) -> Record:
    return record(texts, HTML)


def test_a_talk_is_found_by_its_answers_notes_and_front_matter() -> None:
    one = found(
        TalkTexts(
            address="interviews/ada.html",
            person="Ada Lovelace",
            line="Analyst, Engines",
            date="2026-03-02",
            facts=("video", "computing"),
            shift="More than I thought.",
            answers=(
                Passage(
                    text("<p>By accident. #craft #people</p>"),
                    "start",
                    gist="By accident. #craft",
                    themes=("craft", "people"),
                ),
                Passage(text("<p>Blue.</p>"), "line-9", "Which colour?"),
            ),
            notes=Passage(text("<p>She <em>hums</em>.</p>"), "free-notes", "Notes", themes=("music",)),
        )
    )
    assert (one.kind, one.title, one.line) == ("talk", "Ada Lovelace", "Analyst, Engines")
    assert one.parts == (
        Part("start", "", "By accident. #craft #people", "By accident. #craft", ("#people",)),
        Part("line-9", "Which colour?", "Blue."),
        Part("free-notes", "Notes", "She hums.", "", ("#music",)),
        Part("", "What moved", "More than I thought."),
        Part("", "About this talk", "video · computing"),
    )


def test_a_person_is_found_by_every_name_and_line() -> None:
    one = found(
        PersonTexts(
            address="contacts/ada.html",
            name="Ada  Lovelace",
            line="",
            aliases=("Countess of Lovelace",),
            know="evening lectures",
            notes=text("<p>Likes looms.</p>"),
            log=("2 Mar 2026 called", "3 Mar 2026 wrote: looms"),
        )
    )
    assert (one.title, one.names) == ("Ada Lovelace", ("Countess of Lovelace",))
    assert [(part.heading, part.text) for part in one.parts] == [
        ("Notes", "Likes looms."),
        ("How I know them", "evening lectures"),
        ("The story so far", "2 Mar 2026 called · 3 Mar 2026 wrote: looms"),
    ]


def test_a_question_is_found_by_its_wordings_and_what_one_makes_of_it() -> None:
    one = found(
        QuestionTexts(
            "start", "questions/start.html", "How?", formerly=("Why?",), synthesis=text("<p>So.</p>")
        )
    )
    assert (one.question, one.title, one.names) == ("start", "How?", ("Why?",))
    assert one.parts == (Part("synthesis", "What I make of it", "So."),)


def test_a_page_without_words_has_no_parts() -> None:
    assert found(PageTexts("page", "index.html", "Home", texts=(("", " "),))).parts == ()
