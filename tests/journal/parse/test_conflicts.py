from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.parse.conflicts import conflict_line, sides

LINE = st.sampled_from(["", "a", "- b", "=======", "---", "c: d"])
LINES = st.lists(LINE, max_size=3)
PLAIN = st.lists(LINE.filter(lambda line: line != "======="), max_size=3)


def conflict(ours: list[str], theirs: list[str], base: list[str] | None = None) -> list[str]:
    before = [] if base is None else ["||||||| 1a2b3c", *base]
    return ["<<<<<<< HEAD", *ours, *before, "=======", *theirs, ">>>>>>> theirs"]


@given(LINES, PLAIN, PLAIN, st.none() | PLAIN, LINES)
def test_both_versions_of_a_conflict_are_there_again(
    above: list[str], ours: list[str], theirs: list[str], base: list[str] | None, below: list[str]
) -> None:
    text = "\n".join([*above, *conflict(ours, theirs, base), *below])
    assert conflict_line(text) == len(above) + 1
    assert sides(text) == ("\n".join([*above, *ours, *below]), "\n".join([*above, *theirs, *below]))


def test_of_several_conflicts_each_side_is_one_version() -> None:
    text = "\n".join([*conflict(["a"], ["b"]), "between", *conflict(["c"], ["d", "e"])])
    assert sides(text) == ("a\nbetween\nc", "b\nbetween\nd\ne")


@given(st.lists(LINE))
def test_a_row_of_signs_alone_is_no_conflict(lines: list[str]) -> None:
    assert (conflict_line("\n".join(lines)), sides("\n".join(lines))) == (0, ())
