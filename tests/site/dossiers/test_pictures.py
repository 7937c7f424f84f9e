"""The pictures of a small journey, with where each thing stands in them."""

from collections.abc import Mapping

import pytest

from iiv.site.dossiers.coverage import strips
from iiv.site.dossiers.insights import SHIFTS, InsightsView, insights
from iiv.site.dossiers.insights_interest import DRAWN
from iiv.site.dossiers.introductions import introductions
from iiv.site.dossiers.journal_index import JournalIndex
from iiv.site.dossiers.people import people
from iiv.site.dossiers.pictures import TABLED, Figure, Label, Stack, stacked, table
from iiv.site.dossiers.reviews import reviews
from iiv.site.dossiers.time_lines import own_line, tree_figure
from tests.builders import a_journal
from tests.method.people import talk
from tests.method.statistics.journey import JOURNEY, many
from tests.site.sites import an_index

QUESTION = {"questions/start.md": "---\nask: How did you start?\n---\n"}


def index_of(*notes: Mapping[str, str]) -> JournalIndex:
    return an_index(a_journal({path: text for part in notes for path, text in part.items()}))


@pytest.fixture(scope="module")
def index() -> JournalIndex:
    return index_of(*JOURNEY, QUESTION)


@pytest.fixture(scope="module")
def view(index: JournalIndex) -> InsightsView:
    return insights(index)


def figure(view: InsightsView, anchor: str) -> Figure:
    return next(one for one in view.figures if one.anchor == anchor)


def test_every_picture_has_a_sentence_a_number_and_a_table(view: InsightsView) -> None:
    expected = ["asking", "replies", "interest", "fields", "tags", "thanks", "introductions", "relations"]
    assert [one.anchor for one in view.figures] == expected
    for one in view.figures:
        assert one.said.endswith((".", "?”.")), one.anchor
        assert any(sign.isdigit() for sign in one.n), one.anchor
        assert one.table.rows, one.anchor
        assert {len(row) for row in one.table.rows} == {len(one.table.head)}, one.anchor


def test_a_bar_is_as_long_as_its_part_of_those_who_were_asked(view: InsightsView) -> None:
    rows = figure(view, "asking").rows
    expected = [("4", 88.0), ("3", 66.0), ("2", 44.0), ("1", 22.0), ("1", 22.0)]
    assert [(row.said, row.end) for row in rows] == expected


def test_a_reply_stands_at_its_days_and_what_took_longer_at_the_end(view: InsightsView) -> None:
    (row,) = figure(view, "replies").rows
    assert [(stack.x, stack.count, stack.words) for stack in row.stacks] == [
        (1.6, 1, "the same day: Grace Hopper"),
        (8.1, 1, "2 days: Ada Lovelace"),
        (46.8, 1, "14 days: Mary Somerville"),
    ]
    late = "---\nname: Bob Moog\n---\n## Log\n- 2026-01-01 asked\n- 2026-04-01 replied\n"
    (row,) = figure(insights(index_of({"contacts/bob.md": late})), "replies").rows
    assert [(stack.x, stack.words) for stack in row.stacks] == [(98.4, "30 days or more: Bob Moog")]


def test_thanks_stand_beside_the_aim(view: InsightsView) -> None:
    email, card = figure(view, "thanks").rows
    assert [(stack.x, stack.count) for stack in email.stacks] == [(3.3, 2), (10.0, 1), (16.7, 1)]
    assert (email.aim, card.aim) == (13.3, 26.7)
    assert card.label.text == "By card: 3 talks, 1 without"


def test_the_interest_leads_from_talk_to_talk(view: InsightsView) -> None:
    rows = figure(view, "interest").rows
    assert [(row.label.text, row.said, row.begin, row.at, row.end) for row in rows] == [
        ("Ada Lovelace", "5 of 5", None, 90.0, 70.0),
        ("Grace Hopper", "3 of 5", 70.0, 50.0, 30.0),
        ("Hedy Lamarr", "1 of 5", 30.0, 10.0, 40.0),
        ("Ada Lovelace", "4 of 5", 40.0, 70.0, None),
    ]
    assert rows[0].label.address == "interviews/2026-03-10-ada.html"


def test_few_talks_of_a_field_are_dots_and_have_no_mean(view: InsightsView) -> None:
    computing, film = figure(view, "fields").rows
    expected = [(50.0, 1, 0), (70.0, 1, 0), (90.0, 1, 0)]
    assert [(stack.x, stack.count, stack.height) for stack in computing.stacks] == expected
    assert (computing.mean, film.mean) == (None, None)
    five = insights(index_of(*many(5, "interest: {degree}\nfield: looms")))
    assert [row.mean for row in figure(five, "fields").rows] == [50.0]


def test_an_introduction_is_a_sign_for_what_came_of_it(view: InsightsView) -> None:
    rows = figure(view, "introductions").rows
    assert [(row.label.text, [sign.words for sign in row.signs]) for row in rows] == [
        ("Ada Lovelace", ["Grace Hopper: you talked"]),
        ("Grace Hopper", ["Caroline Herschel: not taken up yet"]),
    ]


def test_a_relation_goes_from_its_first_sign_to_its_last(view: InsightsView) -> None:
    one = figure(view, "relations")
    assert [(row.label.text, row.begin, row.end) for row in one.rows] == [
        ("Ada Lovelace", 2.0, 98.0),
        ("Mary Somerville", 2.0, 16.6),
        ("Grace Hopper", 12.4, 22.9),
        ("Bob Moog", 33.3, 33.3),
        ("Hedy Lamarr", 37.5, 40.6),
    ]
    assert [tick.text for tick in one.ticks] == ["Apr", "May", "Jun"]


def test_how_the_mind_changed_in_order(view: InsightsView) -> None:
    assert [(move.talk.shift, move.change) for move in view.shifts] == [("Not in a city.", 3)]
    assert [(year.text, year.address) for year in view.years] == [("2026", "review/2026.html")]


def test_of_many_the_latest_are_drawn_and_the_rest_is_counted() -> None:
    notes = {
        f"interviews/{number}.md": f"---\ncontact: P {number}\n"
        f"date: 2026-0{1 + number // 28}-{1 + number % 28:02}\ninterest: 3\nshift: Hm.\n---\nA talk.\n"
        for number in range(140)
    }
    view = insights(index_of(notes))
    interest = figure(view, "interest")
    assert len(interest.rows) == DRAWN
    assert interest.rows[-1].label.text == "P 139"
    assert interest.more == "Drawn are the latest 40 of 140."
    assert (len(interest.table.rows), interest.table.more) == (TABLED, 40)
    assert (len(view.shifts), view.earlier) == (SHIFTS, 20)
    relations = figure(view, "relations")
    assert (len(relations.rows), relations.rows[0].label.text) == (40, "P 100")


def test_where_many_stand_on_each_other_they_are_columns() -> None:
    few = stacked(Label("few"), [Stack(10.0, 8, ""), Stack(30.0, 1, "")])
    many_ = stacked(Label("many"), [Stack(10.0, 16, ""), Stack(30.0, 4, "")])
    assert ([stack.height for stack in few.stacks], few.height) == ([0, 0], 81)
    assert ([stack.height for stack in many_.stacks], many_.height) == ([64.0, 16.0], 82)


def test_a_table_has_its_first_rows_and_says_how_many_more_there_are() -> None:
    found = table(("n",), range(TABLED + 2), lambda number: (str(number),))
    assert (len(found.rows), found.more, found.rows[1][0][0].text) == (TABLED, 2, "1")


def test_how_fully_each_answered_a_question() -> None:
    said = "---\ncontact: {}\ndate: 2026-03-{:02}\n---\nHm.\n\n## How did you start?\n{}\n"
    notes = {
        "interviews/a.md": said.format("Ada", 2, "By chance."),
        "interviews/b.md": said.format("Bob", 3, ""),
        "interviews/c.md": "---\ncontact: Cy\ndate: 2026-03-04\n---\nA talk.\n",
    }
    (strip,) = strips(index_of(QUESTION, notes)).values()
    expected = [("Ada", "square", 5), ("Bob", "empty", 13), ("Cy", "dash", 6)]
    assert [(voice.person.name, voice.sign.sign, voice.sign.size) for voice in strip.voices] == expected
    assert strip.words == "1 in a line or two, 1 asked without an answer, 1 not asked"
    more = {f"interviews/{n}.md": said.format(f"P {n}", 5, "By chance.") for n in range(27)}
    (bar,) = strips(index_of(QUESTION, notes, more)).values()
    assert bar.voices == ()
    assert [(part.level, part.count, part.begin, part.width) for part in bar.segments] == [
        (2, 28, 0.0, 93.3),
        (1, 1, 93.3, 3.3),
        (0, 1, 96.7, 3.3),
    ]


def test_one_relation_as_a_line_with_what_its_signs_mean(index: JournalIndex) -> None:
    line = own_line(index.histories.by_id["mary"])
    assert line is not None
    assert [(sign.sign, sign.x, sign.words) for sign in line.row.signs] == [
        ("asked", 2.0, "You asked, 2 Mar 2026"),
        ("asked", 63.7, "You asked, 11 Mar 2026"),
        ("word", 98.0, "Word from them, 16 Mar 2026"),
    ]
    assert [name for name, _ in line.legend] == ["asked", "word"]
    assert own_line(index.histories.by_id["bob"]) is None


def test_who_led_to_whom_over_time(index: JournalIndex) -> None:
    one = introductions(index).figure
    assert one is not None
    expected = [("Ada Lovelace", 0, 8), ("Grace Hopper", 1, 5), ("Caroline Herschel", 2, 1)]
    assert [(row.label.text, row.label.depth, len(row.signs)) for row in one.rows] == expected
    assert tree_figure(index, ()) is None


def test_of_many_trees_the_latest_are_drawn() -> None:
    notes = {
        f"interviews/{number:02}.md": f"---\ncontact: P {number:02}\ndate: 2026-03-{1 + number:02}\n"
        f"introductions: [Q {number:02}]\n---\nA talk.\n"
        for number in range(25)
    }
    found = introductions(index_of(notes)).figure
    assert found is not None
    assert [row.label.text for row in found.rows][:2] == ["P 05", "Q 05"]
    assert found.more == "Drawn are 40 of 50; all stand below."


def test_whom_to_ask_next_stands_by_how_one_comes_to_them(index: JournalIndex) -> None:
    found = people(index).next
    assert [(route.words, [one.person.name for one in route.candidates]) for route in found.routes] == [
        ("To whom somebody leads you", ["Caroline Herschel"]),
        ("Whom you know", []),
        ("Whom you do not know", []),
    ]
    assert [(one.name, one.voice.name, [who.name for who in one.waiting]) for one in found.fields] == [
        ("film", "Hedy Lamarr", ["Caroline Herschel"])
    ]


def test_each_year_has_a_page_that_leads_to_the_others() -> None:
    views = list(reviews(index_of(*JOURNEY, talk("2027-03-02", notes="- [ ] the book\n"))))
    expected = [(2026, "2026-12-31", ["2027"]), (2027, "2027-03-02", ["2026"])]
    assert [(one.year, str(one.until), [other.text for other in one.others]) for one in views] == expected
    assert [(one.text, one.talk.person.name) for one in views[1].open] == [("the book", "Ada Lovelace")]
    assert [one.person.name for one in views[0].quiet] == ["Bob Moog", "Ada Lovelace"]


def test_an_empty_journal_has_no_pictures() -> None:
    view = insights(index_of())
    assert (view.figures, view.shifts, view.years) == ((), (), ())
