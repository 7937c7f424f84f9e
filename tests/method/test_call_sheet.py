from collections.abc import Mapping

import pytest
from hypothesis import given

from iiv.journal.bank import STARTERS
from iiv.journal.journal import Journal
from iiv.journal.model import Contact
from iiv.method.call_sheet import LISTENING, CallSheet, call_sheet
from iiv.method.introductions import Introducer
from tests.builders import a_journal
from tests.method.journals import journals
from tests.method.people import ada, day, journal, talk

QUESTIONS = {
    "questions/start.md": "---\nask: How did you begin?\norder: 2\n---\n",
    "questions/satisfying.md": "---\nask: What satisfies you?\norder: 1\n---\n",
    "questions/old.md": "---\nask: And the weather?\nretired: yes\n---\n",
}


def adas_sheet(*notes: Mapping[str, str]) -> CallSheet:
    written = journal(*notes)
    return call_sheet(written, written.contacts_by_id["ada"])


def said(*notes: Mapping[str, str]) -> list[str]:
    return [line.said for line in adas_sheet(QUESTIONS, *notes).questions]


def test_somebody_new_gets_thanks_and_every_active_question() -> None:
    sheet = adas_sheet(ada(), QUESTIONS)
    assert (sheet.opening, sheet.thanks) == (("“Thank you for making time for me.”",), ())
    assert [line.question.ask for line in sheet.questions] == ["What satisfies you?", "How did you begin?"]
    assert [line.said for line in sheet.questions] == ["not yet asked", "not yet asked"]
    assert (sheet.appointment, sheet.introducer, sheet.themes, sheet.promises) == (None, None, (), ())
    assert sheet.listening == LISTENING


def test_a_journal_without_questions_gets_the_five_to_begin_with() -> None:
    sheet = adas_sheet(ada())
    assert [line.question.id for line in sheet.questions] == list(STARTERS)
    assert all(line.question.ask.endswith("?") for line in sheet.questions)


def test_what_they_said_last_time() -> None:
    first = talk("2026-03-02", notes="## start\n**By luck.** It was late.\n## satisfying\n")
    assert said(ada(), first) == ["2 Mar 2026: asked, but not answered", "2 Mar 2026: By luck."]
    second = talk("2026-06-01", notes="## start\n\n## satisfying\nThe end.\n")
    assert said(ada(), first, second) == ["1 Jun 2026: The end.", "2 Mar 2026: By luck."]


def test_a_prepared_note_is_no_talk() -> None:
    prepared = {
        "interviews/2026-03-02-ada.md": "---\ncontact: Ada Lovelace\ndate: 2026-03-02\n---\n## start\n"
    }
    assert said(ada(), prepared) == ["not yet asked", "not yet asked"]


@pytest.mark.parametrize(
    ("log", "fixed"),
    [
        ("", None),
        ("2026-02-10 asked", None),
        ("2026-02-20 scheduled 2026-03-02 15:00 by video", "2026-03-02"),
        ("2026-02-20 scheduled 2026-03-02\n2026-03-01 scheduled 2026-03-09", "2026-03-09"),
        ("2026-02-20 scheduled 2026-03-02\n2026-02-21 replied: fine", "2026-03-02"),
        ("2026-02-20 scheduled 2026-03-02\n2026-03-01 declined", None),
    ],
)
def test_the_day_that_is_fixed(log: str, fixed: str | None) -> None:
    appointment = adas_sheet(ada(log)).appointment
    assert (appointment and appointment.day) == (day(fixed) if fixed else None)


LED = (
    "“Thank you for making time for me.”",
    "“It was Mary Somerville who led me to you, and I am glad of it.”",
)
AGAIN = "“Thank you for making time for me again, and for {}.”"


@pytest.mark.parametrize(
    ("notes", "opening"),
    [
        ([ada(front_matter="introduced_by: Mary Somerville")], LED),
        ([ada(), talk("2026-03-02", "introductions: [Ada Lovelace]", contact="Mary Somerville")], LED),
        (
            [ada(front_matter="introduced_by: Mary Somerville"), talk("2026-03-02")],
            (AGAIN.format("our last talk"),),
        ),
        ([ada(), talk("2026-03-02", "channel: e-mail")], (AGAIN.format("what you wrote to me"),)),
    ],
)
def test_the_first_words_say_who_led_you_there(
    notes: list[Mapping[str, str]], opening: tuple[str, ...]
) -> None:
    assert adas_sheet(*notes).opening == opening


def test_where_you_came_across_them_since_you_were_in_touch_comes_back() -> None:
    seen = "2026-02-01 saw: *on stage*\n2026-03-02 asked\n2026-03-05 saw\n2026-03-09 scheduled 2026-04-01"
    expected = ("You came across them on 1 Feb 2026: on stage", "You came across them on 5 Mar 2026")
    assert adas_sheet(ada(seen)).thanks == expected
    assert adas_sheet(ada(f"{seen}\n2026-03-03 wrote")).thanks == ("You came across them on 5 Mar 2026",)
    assert adas_sheet(ada(seen), talk("2026-04-01")).thanks == (
        "You met on 1 Apr 2026: say what came of it.",
    )


@pytest.mark.parametrize(
    ("log", "helpfulness", "gift"),
    [
        ("", 4, ()),
        ("", 5, ("Their tags: tea, looms", "What they spoke of: #craft", "What you respect: patience")),
        ("2026-03-05 gave: jam", 5, ()),
    ],
)
def test_ideas_for_a_gift_are_what_you_noted_of_them(
    log: str, helpfulness: int, gift: tuple[str, ...]
) -> None:
    sheet = adas_sheet(
        ada(log, front_matter="tags: [tea]\nrespect: '*patience*'"),
        talk("2026-03-02", f"helpfulness: {helpfulness}\ntags: [looms]", notes="A word on #craft."),
    )
    assert sheet.gift == gift


@pytest.mark.parametrize(
    ("words", "time"),
    [
        (0, ""),
        (5, "It takes about 10 seconds to say."),
        (70, "It takes about 30 seconds to say."),
        (140, "It takes about a minute to say."),
        (210, "It takes about a minute and a half to say: a minute is enough."),
        (280, "It takes about 2 minutes to say: a minute is enough."),
        (360, "It takes about 2 minutes and a half to say: a minute is enough."),
    ],
)
def test_how_long_your_pitch_takes(words: int, time: str) -> None:
    me = {"me.md": f"---\nname: Grace\n---\n{'word ' * words}\n"}
    assert adas_sheet(ada(), me).pitch_time == time


def test_a_pitch_without_spaces_takes_its_time_too() -> None:
    assert adas_sheet(ada(), {"me.md": f"---\nname: 美\n---\n{'我喜欢树' * 35}\n"}).pitch_time.endswith(
        "30 seconds to say."
    )


def test_thanks_begin_with_what_they_did_for_you() -> None:
    sheet = adas_sheet(
        ada(front_matter="introduced_by: Mary Somerville"),
        talk(
            "2026-03-02",
            "help: [a book, '*advice*']\nintroductions: [Grace Hopper, Joan Clarke, Ada Lovelace]",
        ),
        talk("2026-03-20", "channel: video", contact="Grace Hopper"),
        {"contacts/alan.md": "---\nname: Alan Turing\nintroduced_by: Ada Lovelace\n---\n"},
        talk("2026-04-02", "channel: video"),
    )
    assert sheet.introducer == Introducer("mary-somerville", None)
    assert sheet.thanks == (
        "You talked on 2 Apr 2026: say what came of it.",
        "They helped you: a book, advice.",
        "They led you to Grace Hopper: you talked on 20 Mar 2026.",
        "They offered to introduce you to Joan Clarke; you have not talked yet.",
        "They offered to introduce you to Alan Turing; you have not talked yet.",
    )


def test_ways_to_help_come_from_what_they_spoke_of_and_what_you_promised() -> None:
    sheet = adas_sheet(
        ada(notes="- [ ] the hymn book (by 2027-01-01)"),
        talk("2026-03-02", notes="#craft\n- [ ] the article\n- [x] the photo\n## start\n#quiet #craft"),
        talk("2026-06-01", notes="## start\n#quiet and #money"),
    )
    assert sheet.themes == ("quiet", "craft", "money")
    assert [promise.text for promise in sheet.promises] == ["the article", "the hymn book"]


def test_your_pitch_and_what_is_new_since_the_last_talk() -> None:
    me = "---\nname: Grace\n---\nI find bugs.\n\n## News\n" + "".join(
        f"- 2026-0{month}-01 month {month}\n" for month in (1, 2, 4, 3, 5)
    )
    assert adas_sheet(ada(), {"me.md": me}).pitch == "I find bugs."
    new = [news.text for news in adas_sheet(ada(), {"me.md": me}).news]
    assert new == ["month 5", "month 4", "month 3"]
    since = [news.text for news in adas_sheet(ada(), talk("2026-04-01"), {"me.md": me}).news]
    assert since == ["month 5"]


def test_any_person_of_a_faulty_journal_gets_a_sheet() -> None:
    broken = a_journal({"contacts/ada.md": "---\nname: Ada\nname: Ida\n---\n", "interviews/x.md": "none"})
    assert call_sheet(broken.journal, broken.journal.contacts[0]).questions
    stranger = Contact("bob", "Bob", introduced_by="nobody")
    said = "“It was nobody who led me to you, and I am glad of it.”"
    assert call_sheet(Journal(), stranger).opening[1] == said


@given(journals())
def test_a_sheet_asks_each_question_once(written: Journal) -> None:
    for person in written.contacts:
        sheet = call_sheet(written, person)
        ids = [line.question.id for line in sheet.questions]
        assert len(ids) == len(set(ids))
        assert all(not promise.done for promise in sheet.promises)
        assert all(line.talk is None or line.talk.contact == person.id for line in sheet.questions)
