"""What is in use, what changed in the middle of a series, and what there is to choose."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.bank import bank
from iiv.method.questions import (
    asked_now,
    changes,
    last_day,
    next_number,
    people,
    renumbered,
    search,
    short_id,
    usage,
)
from iiv.method.worth import Worth, worth
from tests.builders import a_journal

QUESTION = "---\nask: {ask}\norder: {order}\n{rest}\n---\n"
MONEY = QUESTION.format(ask="How does the money work?", order=2, rest="since: 2026-04-01")
TRADE = QUESTION.format(
    ask="What do you like about the industry?",
    order=1,
    rest="formerly: [{ask: And the trade?, until: 2026-03-31}, {ask: What is it like?, until: 2026-02-28}]",
)


def talk(person: str, date: str, **answers: str) -> str:
    lines = "".join(f"\n  {id_}: {text}" for id_, text in answers.items())
    return f"---\ncontact: {person}\ndate: {date}\nanswers:{lines}\n---\nA talk.\n"


SERIES = a_journal(
    {
        "questions/trade.md": TRADE,
        "questions/money.md": MONEY,
        "interviews/a.md": talk("Ada", "2026-02-01", trade="The machines."),
        "interviews/b.md": talk("Grace", "2026-03-01", trade="The people."),
        "interviews/c.md": talk("Mary", "2026-03-02", trade=""),
        "interviews/d.md": talk("Mary", "2026-04-02", trade="The sky.", money="It does not."),
        "interviews/e.md": talk("Edith", "2026-04-03", money="Slowly."),
    }
).journal


def test_how_each_question_fares() -> None:
    trade, money = usage(SERIES)
    assert (trade.question.id, trade.answered, trade.asked, trade.talked) == ("trade", 3, 3, 4)
    assert trade.earlier == (("What is it like?", 1), ("And the trade?", 2))
    assert trade.missed == 0
    assert (money.answered, money.asked, money.earlier, money.missed) == (2, 2, (), 2)


def test_what_changed_on_the_way_in_words() -> None:
    trade, money = usage(SERIES)
    assert changes(trade) == [
        "one person was asked an earlier wording: “What is it like?”",
        "two people were asked an earlier wording: “And the trade?”",
    ]
    assert changes(money) == ["it came in on 1 Apr 2026; two people were not asked it"]


def test_a_wording_that_changed_once_is_the_earlier_one() -> None:
    text = QUESTION.format(ask="Why?", order=1, rest="formerly: [{ask: How?, until: 2026-03-31}]")
    reading = a_journal({"questions/q.md": text, "interviews/a.md": talk("Ada", "2026-02-01", q="Luck.")})
    assert changes(usage(reading.journal)[0]) == ["one person was asked the earlier wording: “How?”"]


def test_nothing_changed() -> None:
    reading = a_journal({"interviews/a.md": talk("Ada", "2026-02-01", start="By accident.")})
    (start,) = usage(reading.journal)
    assert changes(start) == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "no people were"),
        (1, "one person was"),
        (4, "four people were"),
        (12, "twelve people were"),
        (13, "13 people were"),
    ],
)
def test_numbers_of_people(number: int, words: str) -> None:
    assert people(number) == words


def test_searching_the_bank() -> None:
    every = bank().values()
    assert search(every, []) == list(every)
    assert [candidate.id for candidate in search(every, ["REGRET"])] == ["regret"]
    assert {candidate.topic for candidate in search(every, [], "Day to day")} == {"Day to day"}
    assert "last-tuesday" in [candidate.id for candidate in search(every, ["day", "phoning"])]
    assert search(every, ["regret"], "Path") == []


def test_a_talk_later_today_counts_for_the_new_wording() -> None:
    trade = SERIES.questions_by_id["trade"]
    assert last_day(SERIES, trade, dt.date(2026, 4, 10)) == dt.date(2026, 4, 9)
    assert last_day(SERIES, trade, dt.date(2026, 4, 3)) == dt.date(2026, 4, 2)


def test_a_talk_of_today_that_is_noted_counts_for_the_former() -> None:
    assert last_day(SERIES, SERIES.questions_by_id["trade"], dt.date(2026, 4, 2)) == dt.date(2026, 4, 2)


def test_how_many_were_asked_in_the_present_words() -> None:
    assert asked_now(SERIES, SERIES.questions_by_id["trade"]) == 1
    assert asked_now(SERIES, SERIES.questions_by_id["money"]) == 2


def test_only_the_numbers_that_must_change_do() -> None:
    assert renumbered({"a": 1, "b": 2, "c": 3}, ["a", "c"]) == {"c": 2, "b": 3}
    assert renumbered({"a": 1, "b": 2}, ["a"]) == {}
    assert renumbered({"a": 10, "b": None}, ["b"]) == {"b": 1, "a": 2}


def test_a_new_question_is_asked_last() -> None:
    assert next_number([]) == 1
    assert next_number([10, 30, 20]) == 31
    assert next_number([1, None]) is None


@given(st.dictionaries(st.text(min_size=1), st.none() | st.integers(0, 20), max_size=8), st.data())
def test_renumbered_questions_stand_as_they_were_asked_to(
    present: dict[str, int | None], data: st.DataObject
) -> None:
    first = data.draw(st.lists(st.sampled_from(sorted(present)), unique=True) if present else st.just([]))
    after = {**present, **renumbered(present, first)}
    assert sorted(after, key=lambda id_: after[id_] or 0)[: len(first)] == first
    assert sorted(number or 0 for number in after.values()) == list(range(1, len(present) + 1))


@pytest.mark.parametrize(
    ("wording", "id_"),
    [
        ("What did you have for breakfast on the day you quit?", "breakfast-day-quit"),
        ("What would your dog say of your work?", "dog-say-work"),
        ("Who's there?", "whos"),
        ("Why do you do it?", "why-do-you"),
        ("What do you regret?", "what-do-you-regret"),
        ("What do you regret of it all, looking back?", "regret-looking-back"),
        ("Was machst du am liebsten?", "machst-du-am"),
        ("何がいちばん好きですか？", "何がいちばん好きですか"),
        ("Index?", "index-d454"),
    ],
)
def test_an_id_is_made_of_the_words_that_tell(wording: str, id_: str) -> None:
    assert short_id(wording, {"regret"}) == id_


def test_a_taken_id_takes_more_words() -> None:
    wording = "What would your dog say of your work and your hat?"
    assert short_id(wording, {"dog-say-work"}) == "dog-say-work-hat"


BOTH = "---\ncontact: {}\ndate: 2026-03-02\n---\nHello.\n## start\n{}\n"


def brought(*answers: str) -> Worth:
    """What `start` brings, with these answers."""
    talks = {f"interviews/{n}.md": BOTH.format(f"P{n}", answer) for n, answer in enumerate(answers)}
    return worth(a_journal({"questions/start.md": "---\nask: How?\n---\n", **talks}).journal)["start"]


def test_a_question_that_nobody_answered_brings_nothing() -> None:
    assert brought() == brought("") == Worth()


def test_how_long_they_spoke_is_told_by_the_one_in_the_middle() -> None:
    assert brought("One.", "One two\nthree four.", "One two.\n\n" + "and so on " * 50).words == 4


def test_a_quotation_is_what_may_go_back_to_them() -> None:
    assert brought('**"By accident."** So it was.', "Well.\n\n> It rained.").quoted == 2
    assert brought('**By "accident".**', "> [!note]\n> No.").quoted == 0


def test_themes_count_once_an_answer() -> None:
    assert brought("#money and #luck", "no # theme", "#money").themed == 2
