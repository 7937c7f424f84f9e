"""Two answers are set against each other as people write it, brackets and all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.parse.contradictions import KEY, contradictions
from iiv.journal.parse.fields import Fields
from iiv.journal.parse.front_matter import parse

AB = [("a#x", "b#y")]
AB_CD = [("a#x", "b#y"), ("c#x", "d#y")]


def pairs(front: str) -> tuple[list[tuple[str, str]], list[str]]:
    """The pairs of a front matter, and the codes of its problems."""
    fields = Fields(parse(front, "x.md"), (KEY,))
    found = contradictions(fields)
    texts = [tuple(f"{ref.talk}#{ref.question}" for ref in (pair.one, pair.other)) for pair in found]
    return [(one, other) for one, other in texts], [problem.code for problem in fields.problems]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("contradicts: [[[a#x]], [[b#y]]]", AB),
        ("contradicts: [[a#x], [b#y]]", AB),
        ("contradicts: [[a#x]], [[b#y]]", AB),
        ("contradicts: [[a#x]] and [[b#y]]", AB),
        ("contradicts: [a#x, b#y]", AB),
        ("contradicts: a#x vs. b#y", AB),
        ('contradicts: "[[a#x|Ada]], [[b#y|Bob]]"', AB),
        ("contradicts:\n  - [[a#x]]\n  - [[b#y]]", AB),
        ("contradicts:\n  - a#x\n  - b#y", AB),
        ("contradicts: [[[[a#x]], [[b#y]]], [[[c#x]], [[d#y]]]]", AB_CD),
        ("contradicts:\n  - [[[a#x]], [[b#y]]]\n  - [c#x, d#y]", AB_CD),
        ("contradicts:\n  - [[a#x]], [[b#y]]\n  - [[c#x]] and [[d#y]]", AB_CD),
        ("contradicts: none", []),
        ("contradicts:", []),
    ],
)
def test_a_pair_is_read_however_it_is_written(front: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(front) == (expected, [])


@pytest.mark.parametrize(
    "value",
    ["a#x", "[[a#x]]", "[a#x, b#y, c#z]", "[[[a#x]], [[b#y]], [[c#x]], [[d#y]]]", "{a: b}", "[[a, b], [c]]"],
)
def test_what_is_no_pair_is_a_problem(value: str) -> None:
    assert "bad-contradiction" in pairs(f"contradicts: {value}")[1]


WORD = st.text("abcdefghijklmnopqrstuvwxyz-", min_size=2, max_size=8).filter(
    lambda word: word.strip("-") == word
)
LINK = st.builds("{}#{}".format, WORD, WORD)
DRESSES = ("{}", "[{}]", "[[{}]]", "'[[{}]]'")


@given(found=st.lists(st.tuples(LINK, LINK), min_size=1, max_size=3), dress=st.sampled_from(DRESSES))
def test_pairs_come_back_in_their_order(found: list[tuple[str, str]], dress: str) -> None:
    lines = [f"  - [{dress.format(one)}, {dress.format(other)}]" for one, other in found]
    assert pairs("contradicts:\n" + "\n".join(lines)) == (found, [])
