"""People, their letters, their call sheets and who led to whom, as values."""

import datetime as dt
from collections.abc import Mapping

import pytest

from iiv.exchange.letters import LetterTemplates
from iiv.site.dossiers.call_sheets import call_sheet_dossiers
from iiv.site.dossiers.follow_ups import follow_ups
from iiv.site.dossiers.introductions import introductions
from iiv.site.dossiers.people import PeopleView, people, person_dossiers
from iiv.site.pages.call_sheets import LEAST_ROOM, MOST_ROOM, CallSheetView, call_sheet_page
from iiv.site.pages.letters import LettersView, linked_follow_up
from iiv.site.pages.people import PersonPageView, person_page
from tests.builders import a_journal
from tests.site.sites import NOTES, NOWHERE, an_index, markdown_pages, shown

TALK = "---\ncontact: Ada\ndate: 2026-03-02\nhelpfulness: 4\n{}---\nA good talk.\n"


def ada(log: str = "", front_matter: str = "") -> dict[str, str]:
    lines = "".join(f"- {line}\n" for line in log.splitlines())
    return {"contacts/ada.md": f"---\nname: Ada\n{front_matter}---\n## Log\n{lines}"}


def view_of(files: Mapping[str, str]) -> PeopleView:
    return people(an_index(a_journal(files)))


def pages_of(files: Mapping[str, str]) -> dict[str, PersonPageView]:
    templates = LetterTemplates(NOWHERE)
    views = (person_page(dossier, templates) for dossier in person_dossiers(an_index(a_journal(files))))
    return {view.row.person.id: view for view in views}


def test_everybody_stands_in_the_list_and_in_one_stage() -> None:
    view = view_of(NOTES)

    assert [row.person.name for row in view.rows] == ["Ada Lovelace", "Grace Hopper", "Mary Somerville"]
    assert view.talked == 2
    placed = {stage.name: [row.person.name for row in stage.people] for stage in view.pipeline + view.exits}
    expected = {"idea": ["Mary Somerville"], "met": ["Grace Hopper"], "thanked": ["Ada Lovelace"]}
    assert {name: names for name, names in placed.items() if names} == expected


def test_the_stages_are_those_of_the_method_in_its_order() -> None:
    view = view_of({})

    expected = ["Idea", "Asked", "Nudged", "Replied", "Scheduled", "Met", "Thanked", "In touch"]
    assert [stage.label for stage in view.pipeline] == expected
    assert [stage.label for stage in view.exits] == ["Declined", "No reply", "Filed"]


def test_in_a_stage_the_latest_come_first() -> None:
    view = view_of(
        {
            f"contacts/{name}.md": f"---\nname: {name}\n---\n## Log\n- {day} asked\n"
            for name, day in (("Ada", "2026-02-01"), ("Grace", "2026-02-03"), ("Mary", "2026-02-02"))
        }
    )
    asked = view.pipeline[1]
    assert [row.person.name for row in asked.people] == ["Grace", "Mary", "Ada"]


def test_the_day_fixed_for_a_talk_matters_more_than_the_day_it_was_fixed() -> None:
    (row,) = view_of(ada("2026-02-20 scheduled 2026-03-02 15:00")).rows
    assert row.on == dt.date(2026, 3, 2)


def test_what_rests_for_good_is_no_next_step() -> None:
    old = view_of({"interviews/x.md": TALK.format(""), **ada("2027-01-01 note: a new year")})
    assert {follow_up.kind for follow_up in old.rows[0].follow_ups} == {"stay-in-touch"}


def test_a_story_is_told_in_order_of_time_with_offers_and_promises() -> None:
    views = pages_of(NOTES)
    told = views["ada-lovelace"]

    assert [(moment.words, moment.note) for moment in told.story] == [
        ("Asked by e-mail", ""),
        ("Found a day: 2 Mar 2026, 15:00, by video", ""),
        ("", ""),
        ("They offered to introduce you to", ""),
        ("You promised by 9 Mar 2026", "send her the article"),
        ("Thanked by email", ""),
        ("Note", "birthday in December"),
    ]
    assert told.story[2].talk is not None
    assert [person.name for person in told.story[3].people] == ["Grace Hopper"]
    assert told.notes is not None
    assert told.introduced_by is not None
    assert told.introduced_by.name == "Mary Somerville"
    assert [person.name for person in views["mary-somerville"].introduced] == ["Ada Lovelace"]


def test_what_each_gave_the_other_stands_in_two_lists() -> None:
    views = pages_of(NOTES)
    story = views["ada-lovelace"]

    assert [(str(deed.date), deed.words) for deed in story.given] == [("2026-03-02", "Thanked by email")]
    (offer,) = story.received
    expected = ("Offered to introduce you to", ["Grace Hopper"])
    assert (offer.words, [one.name for one in offer.people]) == expected
    (led,) = views["mary-somerville"].received
    assert (led.date, [one.name for one in led.people]) == (None, ["Ada Lovelace"])


def test_lists_in_which_nothing_stands_are_left_out() -> None:
    pages = markdown_pages(a_journal(NOTES))
    ada = pages["contacts/ada-lovelace.html"]
    assert ada.index("What you gave") < ada.index("What they gave")
    assert "What you gave" not in pages["contacts/mary-somerville.html"]
    assert "Given and received" not in pages["contacts/grace-hopper.html"]


def test_the_story_of_somebody_begins_with_who_offered_them() -> None:
    first = pages_of(NOTES)["grace-hopper"].story[0]
    assert (first.words, [person.name for person in first.people]) == ("Offered to you by", ["Ada Lovelace"])


def test_a_promise_that_was_kept_says_so() -> None:
    views = pages_of({"interviews/x.md": TALK.format("") + "\n- [x] send *the* book\n"})
    assert [(moment.words, moment.note) for moment in views["ada"].story][1:] == [
        ("You promised, and kept it", "send the book")
    ]


def test_questions_not_put_to_a_person_yet() -> None:
    views = pages_of(NOTES)
    expected = ["What satisfies you?", "What of the industry?"]
    assert [question.ask for question in views["grace-hopper"].not_asked] == expected
    assert views["mary-somerville"].not_asked == ()


def test_an_address_that_is_none_is_no_link() -> None:
    assert pages_of(ada(front_matter="email: ada@example.org\n"))["ada"].email_link == (
        "mailto:ada@example.org"
    )
    assert pages_of(ada(front_matter="email: to be asked\n"))["ada"].email_link == ""


def letters_of(files: Mapping[str, str]) -> LettersView:
    return pages_of(files)["ada"].letters


@pytest.mark.parametrize(
    ("notes", "now", "others"),
    [
        (ada(), ["ask"], []),
        (ada("2026-02-10 asked"), ["nudge"], ["ask"]),
        (ada("2026-02-10 asked\n2026-02-19 nudged\n2026-03-02 nudged"), [], ["ask", "nudge"]),
        (ada("2026-02-10 asked\n2026-02-12 replied"), [], ["ask"]),
        (ada("2026-02-10 asked\n2026-02-12 declined"), [], []),
        ({"interviews/x.md": TALK.format("")}, ["thank", "card", "hello"], []),
        ({"interviews/x.md": TALK.format("thanked: {email: 2026-03-02}\n")}, ["card", "hello"], ["thank"]),
        (
            {"interviews/x.md": TALK.format("asked_about_me: no\n"), **ada("2027-03-02 note: a year on")},
            [],
            ["thank", "card", "hello"],
        ),
    ],
    ids=["idea", "asked", "nudged enough", "replied", "declined", "met", "thanked by mail", "filed long ago"],
)
def test_the_letters_that_fit_come_first(notes: Mapping[str, str], now: list[str], others: list[str]) -> None:
    view = letters_of(notes)
    assert ([letter.kind for letter in view.now], [letter.kind for letter in view.others]) == (now, others)


def test_an_introduction_is_taken_up_by_asking_and_ends_by_telling() -> None:
    offer = {"interviews/x.md": TALK.format("introductions: [Grace]\n")}
    met = {"interviews/y.md": "---\ncontact: Grace\ndate: 2026-03-20\n---\nA talk.\n"}
    assert [letter.kind for letter in pages_of(offer)["grace"].letters.now] == ["ask"]
    (told,) = [
        follow_up for follow_up in pages_of(offer | met)["ada"].follow_ups if follow_up.kind == "introduction"
    ]
    assert told.letter == "hello"


def test_a_letter_is_a_link_or_says_why_it_is_none() -> None:
    (to_ada,) = letters_of(ada(front_matter="email: ada@example.org\n")).now
    assert to_ada.link.startswith("mailto:ada@example.org?subject=")
    assert (to_ada.no_link, to_ada.sent) == ("", "iiv log ada asked --by e-mail")
    assert "[your name]" in to_ada.blanks

    (nowhere_to,) = letters_of(ada()).now
    assert (nowhere_to.link, nowhere_to.no_link) == ("", "No mail address is noted: copy it into a mail.")
    (odd,) = letters_of(ada(front_matter="email: ask her\n")).now
    assert (odd.link, odd.no_link) == ("", "`ask her` is no mail address: copy it into a mail.")
    long = ada(front_matter=f"email: ada@example.org\nopening: {'very ' * 400}patient\n")
    (too_long,) = letters_of(long).now
    assert (too_long.link, too_long.no_link) == ("", "It is too long for a link: copy it into a mail.")


def test_a_card_is_copied_by_hand() -> None:
    notes = {"interviews/x.md": TALK.format(""), **ada(front_matter="email: ada@example.org\n")}
    card = letters_of(notes).now[1]
    assert (card.kind, card.link, card.no_link) == ("card", "", "Copy it by hand.")
    assert card.subject == ""


def test_follow_ups_have_the_drafts_that_are_short_enough() -> None:
    notes = {"interviews/x.md": TALK.format(""), **ada(front_matter="email: ada@example.org\n")}
    view = follow_ups(an_index(a_journal(notes)))
    linked = [linked_follow_up(one, LetterTemplates(NOWHERE)) for one in view.follow_ups]
    assert {one.follow_up.id for one in linked if one.link} == {"ada/thank-email/x", "ada/stay-in-touch/next"}
    assert {one.follow_up.letter for one in linked} == {"thank", "card", "hello"}


def sheets_of(files: Mapping[str, str]) -> list[CallSheetView]:
    return [call_sheet_page(dossier) for dossier in call_sheet_dossiers(an_index(a_journal(files)))]


def test_everyone_one_may_still_talk_with_has_a_call_sheet() -> None:
    filed = {"interviews/x.md": TALK.format("asked_about_me: no\n")}
    assert "prep/ada.html" in markdown_pages(a_journal(ada()))
    assert "prep/ada.html" in markdown_pages(a_journal({"interviews/x.md": TALK.format("")}))
    assert "prep/ada.html" not in markdown_pages(a_journal(filed))
    assert sheets_of(ada("2026-02-12 declined")) == []
    assert sheets_of(filed) == []
    assert view_of(filed).rows[0].sheet == ""


def test_a_call_sheet_knows_the_day_and_gives_room_to_write() -> None:
    (sheet,) = sheets_of(ada("2026-02-20 scheduled 2026-03-02 15:00 by video"))
    assert (sheet.appointment, sheet.channel) == ("2 Mar 2026 at 15:00", "video")
    assert sheet.talked is False
    assert sheet.room == MOST_ROOM
    ten = {f"questions/q{number}.md": f"---\nask: Question {number}?\n---\n" for number in range(10)}
    assert sheets_of({**ada(), **ten})[0].room == LEAST_ROOM


def test_the_pitch_and_the_news_stand_on_the_sheet() -> None:
    me = {"me.md": "---\nname: Me\n---\nI plan *lorries*.\n\n## News\n- 2026-01-02 a *new* job\n"}
    index = an_index(a_journal({**ada(), **me}))
    (sheet,) = map(call_sheet_page, call_sheet_dossiers(index))
    assert "<em>lorries</em>" in shown(index, sheet.pitch)
    assert "Your news of 2 Jan 2026: a new job" in sheet.sheet.offers


def test_the_tree_opens_and_closes_its_lists() -> None:
    view = introductions(
        an_index(
            a_journal(
                {
                    "interviews/a.md": TALK.format("introductions: [Grace, Mary]\n"),
                    "interviews/b.md": (
                        "---\ncontact: Grace\ndate: 2026-04-01\nhelpfulness: 3\n"
                        "introductions: [Charles]\n---\nHi.\n"
                    ),
                }
            )
        )
    )

    found = [(branch.person.name, branch.depth, branch.opens, branch.closes) for branch in view.branches]
    expected = [("Ada", 0, True, 0), ("Grace", 1, True, 0), ("Charles", 2, False, 1), ("Mary", 1, False, 1)]
    assert found == expected
    assert (view.introduced, view.talked) == (3, 1)
    assert [branch.person.name for branch in view.open] == ["Charles", "Mary"]
    grace = view.branches[1]
    assert (grace.helpfulness, grace.on) == (3, dt.date(2026, 3, 2))
    assert grace.talk is not None
