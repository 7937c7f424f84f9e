from __future__ import annotations

from iiv.method.wording import act
from tests.method.people import ada, items, talk


def test_what_to_do_in_a_few_words() -> None:
    great = talk("2026-03-02", "helpfulness: 5")
    acts = {item.kind + item.channel: act(item) for item in items(ada("2026-04-02 asked"), great)}
    assert acts == {
        "thankemail": "thank by e-mail",
        "thankcard": "send a card",
        "nudge": "ask once more",
        "stay-in-touch": "get in touch",
    }
