import re

from hypothesis import given
from hypothesis import strategies as st

from iiv.exchange.plain import one_line
from iiv.exchange.transcripts.cues import Cue
from iiv.exchange.transcripts.note import note_body
from iiv.exchange.transcripts.placing import placed
from iiv.exchange.transcripts.turns import turns
from iiv.journal.parse.quotations import bold_words, quoted_blocks
from iiv.journal.parse.wordings import wording_key
from tests.exchange.transcripts.heard import ASKING, body_of, read, tokens
from tests.exchange.transcripts.spite import spoken
from tests.site.markdown.structure import words
from tests.site.sites import rendered

ME, THEY, THIRD = "Nuala Brandt", "Tomasz Kowal", "Lea"
_LABEL = re.compile(r"^\*\*[^*\n]*:\*\* ?")
_TAG = re.compile(r"<(?!/?(?:p|strong|h[23])\b|!--)")
START = "How did you get your start in this work, and why?"
SATISFYING = "What is the most satisfying part of your work?"


def talk(*said: str) -> str:
    """The body of the note of a talk: what you and they said by turns, you first."""
    return body_of([Cue((ME, THEY)[number % 2], text) for number, text in enumerate(said) if text], ME)


def test_what_followed_stands_below_the_question() -> None:
    assert talk(START, "By accident.", SATISFYING, "When somebody walks.") == (
        f"\n## {START}\n\nBy accident.\n\n## {SATISFYING}\n\nWhen somebody walks.\n"
    )


def test_a_question_in_other_words_is_heard_below_the_wording() -> None:
    body = talk("Hi! So how did you get into this work?", "By accident.", "Mhm.", "My knee went.")
    assert body == (
        f"\n## Unplaced\n\n**Me:** Hi!\n\n## {START}\n\n**Me:** So how did you get into this work?\n\n"
        "By accident.\n\n**Me:** Mhm.\n\nMy knee went.\n"
    )
    reading, note = read(body)
    assert reading.problems == ()
    assert [(answer.question, answer.gist) for answer in note.answers] == [("start", "By accident.")]


def test_a_former_wording_stays_as_it_was_asked() -> None:
    former = "Knowing what you know now, would you take the same path again?"
    body = talk(former, "Yes.")
    assert body.startswith(f"\n## {former}\n")
    (answer,) = read(body)[1].answers
    assert answer.question == "same-path"


def test_a_question_on_the_way_ends_the_answer() -> None:
    body = talk(START, "My knee went.", "And which knee was it?", "The left one.")
    assert body.endswith(
        "\n## Unplaced\n\n"
        f"<!-- Asked on the way. Without this heading it belongs to: {START} -->\n\n"
        "**Me:** And which knee was it?\n\nThe left one.\n"
    )
    reading, note = read(body)
    assert reading.problems == ()
    assert note.answers[0].text == "My knee went."
    assert "The left one." in note.notes


def test_what_may_be_a_question_is_named_and_not_placed() -> None:
    body = talk("How did the company get its start?", "In a shed.")
    assert f"<!-- Perhaps the answer to: {START} -->" in body
    reading, note = read(body)
    assert reading.problems == ()
    assert note.answers == ()


def test_of_a_question_asked_twice_the_longer_answer_counts() -> None:
    asked = (START, "Sorry?", "Do you hear me now?", "Yes.", START, "By accident, and then my knee went.")
    body = talk(*asked)
    reading, note = read(body)
    assert reading.problems == ()
    assert [answer.text for answer in note.answers] == ["By accident, and then my knee went."]
    assert f"<!-- Asked more than once: {START} -->" in body
    assert tokens(rendered(body)) != []


def test_asked_again_in_other_words_at_once_is_one_answer() -> None:
    body = talk(START, "Well.", "I mean, how did you get started in this work?", "By accident.")
    assert body.count("## ") == 1
    assert read(body)[1].answers[0].gist == "Well."


def test_of_two_questions_in_one_breath_the_second_is_answered() -> None:
    body = talk(f"{START} {SATISFYING}", "When somebody walks.")
    answers = {answer.question: answer.gist for answer in read(body)[1].answers}
    assert answers == {"start": "", "satisfying": "When somebody walks."}


def test_a_question_that_they_ask_you_is_none_of_yours() -> None:
    body = talk(SATISFYING, f"The people. And you?\n{START}", "Me? By accident.", f"{START}")
    reading, note = read(body)
    assert [answer.question for answer in note.answers] == ["satisfying"]
    assert {problem.code for problem in reading.problems} <= {"question-within-text"}


def test_a_question_behind_an_unknown_label_stays_a_paragraph() -> None:
    said = ("Hello there.", f"(Moderator) {START}", "By accident.")
    body = body_of([Cue("", text) for text in said], "")
    assert body == (
        "\n## Unplaced\n\nHello there.\n\n"
        "(Moderator) How did you get your start in\nthis work, and why?\n\nBy accident.\n"
    )
    assert read(body)[1].answers == ()


def test_of_several_each_is_named() -> None:
    cues = [Cue(ME, START), Cue(THEY, "By accident."), Cue(THIRD, "Not quite.")]
    assert "\n**Tomasz Kowal:** By accident.\n\n**Lea:** Not quite.\n" in body_of(cues, ME)


def test_where_nobody_is_named_only_a_whole_sentence_counts() -> None:
    body = body_of([Cue("", f"Hi. {START} By accident. So what is most satisfying? The people.")], "")
    assert body == (
        f"\n## Unplaced\n\nHi.\n\n## {START}\n\nBy accident. So what is most satisfying? The people.\n"
    )
    body = body_of([Cue("", f"Okay, so, {START[0].lower()}{START[1:]} By accident.")], "")
    assert body == f"\n## Unplaced\n\nOkay, so,\n\n## {START}\n\nBy accident.\n"


def test_a_long_turn_has_paragraphs() -> None:
    body = talk(START, "One two three four five. " * 60)
    assert max(len(paragraph.split()) for paragraph in body.split("\n\n")) < 120
    assert words(rendered(body)).count("One two") == 60


cues = st.lists(st.builds(Cue, st.sampled_from([ME, THEY, THEY, THIRD]), spoken), min_size=1, max_size=12)
unnamed = st.lists(st.builds(Cue, st.just(""), spoken), min_size=1, max_size=4)


@given(st.one_of(cues, unnamed))
def test_every_word_is_in_the_note_once_and_in_order(said: list[Cue]) -> None:
    parts = placed(turns(said, ME), ASKING)
    body = note_body(parts, ASKING.wordings)
    are_spoken = iter([part.is_exact for part in parts if part.question])
    found = ""
    for block in body.strip("\n").split("\n\n"):
        is_added = block == "## Unplaced" or block.startswith("<!--")
        if not is_added and (not block.startswith("## ") or next(are_spoken)):
            found += words(rendered(_LABEL.sub("", block)))
    assert wording_key(found) == wording_key("".join(one_line(cue.text) for cue in said))
    assert next(are_spoken, None) is None


@given(st.one_of(cues, unnamed))
def test_nothing_in_it_is_read_as_more_than_words(said: list[Cue]) -> None:
    parts = placed(turns(said, ME), ASKING)
    reading, note = read(note_body(parts, ASKING.wordings))
    answered = [part.question for part in parts if part.question and part.text]
    assert [answer.question for answer in note.answers if answer.text] == answered
    assert len(set(answered)) == len(answered)
    assert note.unknown_answers == ()
    assert {problem.code for problem in reading.problems} <= {"question-within-text", "no-answers"}
    assert (note.themes, note.promises, note.definitions) == ((), (), ())
    for text in (note.notes, *(answer.text for answer in note.answers)):
        assert list(quoted_blocks(text, ())) == []
        assert bold_words(text) == ""
        assert not _TAG.search(rendered(text))
