import pytest

from iiv.method.wording import by_channel, capitalise, count
from tests.method.people import ada, items, talk


def test_what_to_do_in_a_few_words() -> None:
    great = talk("2026-03-02", "helpfulness: 5")
    acts = {item.kind + item.channel: item.meaning.act for item in items(ada("2026-04-02 asked"), great)}
    assert acts == {
        "thankemail": "thank by e-mail",
        "thankcard": "send a card",
        "nudge": "ask once more",
        "stay-in-touch": "get in touch",
    }


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
