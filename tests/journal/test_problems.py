from iiv.journal.problems import Place, Problem, changes, warning


def a_problem(line: int, word: str = "helpfull", path: str = "journal/a.md") -> Problem:
    return warning(Place(path, line), "unknown-key", f"`{word}` is not a key iiv knows")


def test_what_is_new_and_what_is_mended() -> None:
    before = [a_problem(3), a_problem(4, "minuets")]
    after = [a_problem(4, "minuets"), a_problem(5, "chanel")]
    assert changes(before, after) == ([a_problem(5, "chanel")], [a_problem(3)])
    assert changes((), before) == (before, [])
    assert changes(before, ()) == ([], before)


def test_what_moved_to_another_line_is_neither() -> None:
    assert changes([a_problem(3), a_problem(9)], [a_problem(4), a_problem(10)]) == ([], [])


def test_one_more_of_the_same_is_new_where_it_stands() -> None:
    before = [a_problem(3)]
    after = [a_problem(3), a_problem(8)]
    assert changes(before, after) == ([a_problem(8)], [])
    assert changes(after, before) == ([], [a_problem(8)])


def test_the_same_in_another_note_is_new() -> None:
    expected = ([a_problem(3, path="journal/b.md")], [a_problem(3)])
    assert changes([a_problem(3)], [a_problem(3, path="journal/b.md")]) == expected
