import pytest

from iiv.journal.settings import Settings, ThankWithin
from iiv.method.channels import media
from tests.method.people import ada, dates, items, talk


def channels(*notes: dict[str, str]) -> list[str]:
    return [f"{item.id.split('/')[2][:10]} {item.channel}" for item in items(*notes, kind="thank")]


def test_every_talk_asks_for_a_mail_within_a_day_and_a_card_within_three() -> None:
    mail, card = items(talk("2026-03-02"), kind="thank")
    expected = ("ada-lovelace/thank-email/2026-03-02-ada", "2026-03-02", "2026-03-03")
    assert (mail.id, mail.from_.isoformat(), mail.due.isoformat()) == expected
    assert (card.channel, card.due.isoformat()) == ("card", "2026-03-05")
    assert mail.why == "You met on 2 March 2026; no thanks by e-mail yet."
    assert card.why == "You met on 2 March 2026; no card yet."


def test_the_settings_say_within_how_many_days() -> None:
    settings = Settings(thank_within=ThankWithin(email=2, card=10))
    assert dates(talk("2026-03-02"), kind="thank", settings=settings) == ["2026-03-04", "2026-03-12"]


def test_the_card_for_a_talk_of_great_help_mentions_a_gift() -> None:
    great = talk("2026-03-02", "helpfulness: 5")
    whys = [item.why for item in items(ada(), great, kind="thank")]
    assert ["gift" in why for why in whys] == [False, True]
    given = items(ada("2026-03-03 gave: a book"), great, kind="thank")
    assert not any("gift" in item.why for item in given)


def test_a_talk_over_the_phone_was_no_meeting() -> None:
    assert items(talk("2026-03-02", "channel: phone"))[0].why.startswith("You talked on 2 March 2026")
    assert items(talk("2026-03-02", "channel: e-mail"))[0].why.startswith("You wrote to each other on")


def test_the_talks_own_note_says_that_thanks_were_sent() -> None:
    assert channels(talk("2026-03-02", "thanked: {email: 2026-03-02}")) == ["2026-03-02 card"]
    assert channels(talk("2026-03-02", "thanked: {e-mail: 2026-03-02, letter: 2026-03-05}")) == []


def test_a_line_by_a_channel_counts_for_that_channel() -> None:
    note = talk("2026-03-02")
    assert channels(ada("2026-03-02 thanked"), note) == ["2026-03-02 card"]
    assert channels(ada("2026-03-05 thanked by post"), note) == ["2026-03-02 email"]


def test_a_line_counts_for_the_latest_talk_on_or_before_its_date_alone() -> None:
    two = {**talk("2026-03-02"), **talk("2026-04-02")}
    log = "2026-04-02 thanked by e-mail\n2026-04-01 thanked by card"
    assert channels(ada(log), two) == ["2026-03-02 email", "2026-04-02 card"]


def test_a_line_before_every_talk_counts_for_none() -> None:
    assert len(channels(ada("2026-03-01 thanked"), talk("2026-03-02"))) == 2


def test_talks_of_one_day_share_their_thanks() -> None:
    morning = talk("2026-03-02")
    note = morning["interviews/2026-03-02-ada.md"].replace("date: 2026-03-02", "date: 2026-03-02 19:00")
    evening = {"interviews/2026-03-02-ada-2.md": note}
    assert channels(ada("2026-03-02 thanked\n2026-03-03 thanked by card"), morning, evening) == []


def test_a_prepared_note_asks_for_no_thanks() -> None:
    assert items(talk("2026-03-02", "channel: phone", notes="")) == []


@pytest.mark.parametrize(
    "channel",
    [
        *("card", "Card", "postcard", "a thank-you card", "by hand-written card", "handwritten  card"),
        *("hand written letter", "hand‑written letter", "letter", " LETTER ", "post", "letter by post"),
        *("snail mail", "snail-mail letter", "hand-written note", "card and letter"),
    ],
)
def test_what_comes_by_post_is_the_card(channel: str) -> None:
    assert media(channel) == {"card"}


@pytest.mark.parametrize(
    "channel",
    [
        *("", "e-mail", "email", "phone", "in person", "LinkedIn post", "post on the forum", "newsletter"),
        *("mail", "-"),
    ],
)
def test_everything_else_is_email(channel: str) -> None:
    assert media(channel) == {"email"}


@pytest.mark.parametrize(
    "channel", ["card and e-mail", "e-mail & card", "e-mail, hand-written card", "post + email", "email/card"]
)
def test_several_in_one_line_are_all_meant(channel: str) -> None:
    assert media(channel) == {"card", "email"}
