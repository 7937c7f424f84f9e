import pytest

from tests.bench.note_text import Answer, answers, begun, ended, rated_otherwise, ticked

BELOW_HEADINGS = """---
contact: Ada Lovelace
helpfulness: 5
---
A good talk.

- [ ] send the article
- [ ] and the book

## How did you start?

By accident. So she said,
and [laughed][1].

## And then?
**Music.** A lot of it.

[1]: https://example.org
"""
ABOVE_THE_BODY = """---
answers:
  start: |
    **By accident.** So she said.

    Twice.
  then: |
    Music.
---
Free notes.
"""


def test_answers_stand_below_headings_without_the_targets_of_links() -> None:
    lines = BELOW_HEADINGS.split("\n")
    found = [(lines[answer.first], lines[answer.last]) for answer in answers(BELOW_HEADINGS)]
    assert found == [
        ("By accident. So she said,", "and [laughed][1]."),
        ("**Music.** A lot of it.", "**Music.** A lot of it."),
    ]


def test_answers_stand_in_the_front_matter() -> None:
    assert answers(ABOVE_THE_BODY) == [Answer(3, 5), Answer(7, 7)]


@pytest.mark.parametrize("line", ["![a plan](plan.png)", "- first", "> quoted", "", "| a | b |"])
def test_an_answer_to_which_no_words_can_be_added_is_left_alone(line: str) -> None:
    assert answers(f"## How?\n{line}\n") == []


def test_words_are_added_to_the_end_of_an_answer() -> None:
    first, _ = answers(BELOW_HEADINGS)
    assert ended(BELOW_HEADINGS, first, "Ha. #luck") == BELOW_HEADINGS.replace("][1].", "][1]. Ha. #luck")


def test_a_sentence_before_an_answer_becomes_its_gist_where_it_has_one() -> None:
    with_gist, without = answers(ABOVE_THE_BODY)
    assert begun(ABOVE_THE_BODY, with_gist, "Well.") == ABOVE_THE_BODY.replace("**By", "**Well. By")
    assert begun(ABOVE_THE_BODY, without, "Well.") == ABOVE_THE_BODY.replace("    Music", "    Well. Music")


def test_helpfulness_changes_and_stays_between_one_and_five() -> None:
    assert "helpfulness: 1\n" in rated_otherwise(BELOW_HEADINGS)
    assert rated_otherwise(ABOVE_THE_BODY) == ABOVE_THE_BODY


def test_the_first_open_task_is_ticked() -> None:
    assert "- [x] send the article\n- [ ] and the book\n" in ticked(BELOW_HEADINGS)
    assert ticked(ABOVE_THE_BODY) == ABOVE_THE_BODY
