from __future__ import annotations

from iiv.site.search.records import (
    PageTexts,
    Part,
    PersonTexts,
    QuestionTexts,
    TalkTexts,
    Text,
    page_record,
    person_record,
    question_record,
    talk_record,
)


def test_a_talk_is_found_by_its_answers_notes_and_front_matter() -> None:
    record = talk_record(
        TalkTexts(
            address="interviews/ada.html",
            person="Ada Lovelace",
            line="Analyst, Engines",
            date="2026-03-02",
            facts=("video", "computing"),
            shift="More than I thought.",
            answers=(
                Text(
                    "<p>By accident. #craft #people</p>",
                    "start",
                    gist="By accident. #craft",
                    themes=("craft", "people"),
                ),
                Text("<p>Blue.</p>", "line-9", "Which colour?"),
            ),
            notes=Text("<p>She <em>hums</em>.</p>", "free-notes", "Notes", themes=("music",)),
        )
    )
    assert (record.kind, record.title, record.line) == ("talk", "Ada Lovelace", "Analyst, Engines")
    assert record.parts == (
        Part("start", "", "By accident. #craft #people", "By accident. #craft", ("#people",)),
        Part("line-9", "Which colour?", "Blue."),
        Part("free-notes", "Notes", "She hums.", "", ("#music",)),
        Part("", "What moved", "More than I thought."),
        Part("", "About this talk", "video · computing"),
    )


def test_a_person_is_found_by_every_name_and_line() -> None:
    record = person_record(
        PersonTexts(
            address="contacts/ada.html",
            name="Ada  Lovelace",
            line="",
            aliases=("Countess of Lovelace",),
            know="evening lectures",
            notes="<p>Likes looms.</p>",
            log=("2 Mar 2026 called", "3 Mar 2026 wrote: looms"),
        )
    )
    assert (record.title, record.names) == ("Ada Lovelace", ("Countess of Lovelace",))
    assert [(part.heading, part.text) for part in record.parts] == [
        ("Notes", "Likes looms."),
        ("How I know them", "evening lectures"),
        ("The story so far", "2 Mar 2026 called · 3 Mar 2026 wrote: looms"),
    ]


def test_a_question_is_found_by_its_wordings_and_what_one_makes_of_it() -> None:
    record = question_record(
        QuestionTexts("start", "questions/start.html", "How?", formerly=("Why?",), synthesis="<p>So.</p>")
    )
    assert (record.question, record.title, record.names) == ("start", "How?", ("Why?",))
    assert record.parts == (Part("synthesis", "What I make of it", "So."),)


def test_a_page_without_words_has_no_parts() -> None:
    assert page_record(PageTexts("page", "index.html", "Home", texts=(("", " "),))).parts == ()
