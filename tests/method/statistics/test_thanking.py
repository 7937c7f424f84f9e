from iiv.journal.settings import Settings, ThankWithin
from iiv.method.statistics.thanking import thanked_both_ways, thanking, thanking_said
from tests.method.people import ada, talk
from tests.method.statistics.journey import people_of


def test_how_soon_one_thanked_beside_the_aim() -> None:
    email, card = thanking(people_of(), Settings())

    expected = [("2026-03-10-ada", 0), ("2026-04-05-hedy", 0), ("2026-06-01-ada", 1), ("2026-03-20-grace", 2)]
    assert [(talk.id, days) for talk, days in email.talks] == expected
    assert (email.within, email.in_time, email.missing) == (1, 3, ())
    assert [(talk.id, days) for talk, days in card.talks] == [
        ("2026-06-01-ada", 1),
        ("2026-03-10-ada", 2),
        ("2026-04-05-hedy", 3),
    ]
    assert (card.in_time, [talk.id for talk in card.missing]) == (3, ["2026-03-20-grace"])


def test_it_is_said_in_a_sentence_with_the_own_aim() -> None:
    assert thanking_said(thanking(people_of(), Settings())) == (
        "You thanked by e-mail within 1 day after 3 of 4 talks, and by card within 3 days after 3 of 4 talks."
    )
    strict = Settings(thank_within=ThankWithin(0, 1))
    assert thanking_said(thanking(people_of(), strict)) == (
        "You thanked by e-mail the same day after 2 of 4 talks, and by card within 1 day after 1 of 4 talks."
    )


def test_only_the_first_thanks_count_and_each_line_for_the_latest_talk_before_it() -> None:
    log = "2026-03-15 thanked\n2026-03-12 thanked\n2026-03-01 thanked\n2026-03-12 thanked by card"
    email, card = thanking(people_of(ada(log), talk("2026-03-10"), talk("2026-03-14")), Settings())
    assert [(talk.id, days) for talk, days in email.talks] == [("2026-03-14-ada", 1), ("2026-03-10-ada", 2)]
    assert [talk.id for talk in card.missing] == ["2026-03-14-ada"]


def test_who_was_thanked_both_ways_for_every_talk() -> None:
    people = people_of()
    expected = ["ada", "hedy-lamarr"]
    assert [past.contact.id for past in people if past.talks and thanked_both_ways(past)] == expected
