from __future__ import annotations

import pytest

from iiv.site.words import by_channel, capitalise, count


def test_a_count_agrees_with_its_noun() -> None:
    assert [count(number, "talk") for number in (0, 1, 2)] == ["no talks", "1 talk", "2 talks"]
    assert count(2, "person", "people") == "2 people"


@pytest.mark.parametrize(
    ("channel", "words"),
    [
        ("video", "by video"),
        ("e-mail", "by e-mail"),
        ("in person", "in person"),
        ("over lunch", "over lunch"),
        ("", ""),
    ],
)
def test_a_channel_reads_well_after_a_verb(channel: str, words: str) -> None:
    assert by_channel(channel) == words


def test_a_sentence_begins_with_a_capital_and_keeps_the_rest() -> None:
    assert capitalise("write YAML") == "Write YAML"
    assert capitalise("") == ""
