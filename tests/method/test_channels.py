from __future__ import annotations

import pytest

from iiv.method.channels import medium


@pytest.mark.parametrize("channel", ["card", "letter", "post", "Card", " LETTER "])
def test_what_comes_by_post_is_the_card(channel: str) -> None:
    assert medium(channel) == "card"


@pytest.mark.parametrize("channel", ["", "e-mail", "email", "phone", "in person", "postcard service"])
def test_everything_else_is_email(channel: str) -> None:
    assert medium(channel) == "email"
