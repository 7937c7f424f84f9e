"""A channel is read by its words."""

import pytest

from iiv.method.channels import media


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
