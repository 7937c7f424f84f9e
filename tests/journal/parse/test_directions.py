"""A direction's note is read as people write it, and what is wrong in it is named."""

import datetime as dt

import pytest

from iiv.journal.directions import Direction, Verdict
from iiv.journal.parse.to_know import still_to_know
from tests.builders import a_journal, problems_of

TALK = (
    "---\ncontact: Ada Lovelace\ndate: 2026-03-02\nfield: computing\ntags: [numbers]\n---\n## start\nMusic.\n"
)
QUESTION = "---\nask: How did you start?\n---\n"
NOTES = {
    "interviews/2026-03-02-ada.md": TALK,
    "interviews/2026-04-02-grace.md": TALK.replace("Ada Lovelace", "Grace Hopper").replace("03-02", "04-02"),
    "questions/start.md": QUESTION,
}


def a_direction(front: str, body: str = "") -> Direction:
    """The direction of a note with this front matter, in a journal of two talks."""
    reading = a_journal({**NOTES, "directions/numbers.md": f"---\n{front}\n---\n{body}"})
    return reading.journal.directions[0]


def faults(front: str) -> list[str]:
    """The problems of such a note: line, code, and what to do."""
    reading = a_journal({**NOTES, "directions/numbers.md": f"---\n{front}\n---\n"})
    return [f"{one.place.line} {one.code}: {one.hint}" for one in reading.problems]


def test_a_direction_is_read_whole() -> None:
    direction = a_direction(
        "name: Work with numbers\nfields: [computing]\ntags: '#numbers #night'\npeople: [[Ada Lovelace]]\n"
        "as_of: 2 March 2026\ncontradicts: [[2026-03-02-ada#start]], [[2026-04-02-grace#start]]\n"
        "verdicts:\n  - {verdict: try, on: 2026-09-01, why: It hums.}\n  - {verdict: open, on: 2026-04-01}",
        "It draws me.\n\n## What I still need to know\n\nThe pay.\n",
    )
    expected = ("Work with numbers", ("computing",), ("numbers", "night"))
    assert (direction.name, direction.fields, direction.tags) == expected
    assert direction.people == ("ada-lovelace",)
    assert direction.as_of == dt.date(2026, 3, 2)
    assert direction.verdict == Verdict("try", dt.date(2026, 9, 1), "It hums.")
    assert [(one.one.talk, one.other.talk) for one in direction.contradicts] == [
        ("2026-03-02-ada", "2026-04-02-grace")
    ]
    assert direction.to_know == "The pay."


def test_without_a_name_it_is_called_as_its_title_or_its_file() -> None:
    assert a_direction("fields: computing", "# Work with numbers\n").name == "Work with numbers"
    assert a_direction("fields: computing").name == "Numbers"


def test_the_newest_verdict_counts_and_none_is_open() -> None:
    assert a_direction("name: x").verdict == Verdict("open")
    both = "verdicts: [{verdict: keep, on: 2026-05-01}, {verdict: try, on: 2026-04-01}]"
    assert a_direction(both).verdict.name == "keep"
    assert a_direction("verdicts: Drop").verdict == Verdict("drop")
    assert a_direction("verdicts: {verdict: keep, why: 'It #hums'}").verdict.why == "It #hums"


def test_a_comma_within_braces_is_part_of_the_reason() -> None:
    (verdict,) = a_direction(
        "verdicts: [{verdict: try, why: Outdoors, but not alone, on: 2026-05-07}]"
    ).verdicts
    assert verdict == Verdict("try", dt.date(2026, 5, 7), "Outdoors, but not alone")


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("verdits: try", "2 unknown-key: did you mean `verdicts`?"),
        ("status: try", "2 unknown-key: did you mean `verdicts`?"),
        ("as_of: 2026-02-30", "2 bad-date: check the month and the day"),
        ("verdicts: [{verdict: kep}]", "2 unknown-verdict: did you mean `keep`?"),
        ("verdicts: maybe", "2 unknown-verdict: write open, try, keep or drop"),
        ("verdicts: [{verdict: try, day: 2026-03-02}]", "2 bad-verdict: the nearest keys are"),
        ("verdicts: [{on: 2026-03-02}]", "2 bad-verdict: write `- {verdict: try"),
        ("verdicts: [{verdict: try, on: someday}]", "2 bad-date:"),
        ("verdicts: [[try]]", "2 bad-verdict: write `- {verdict"),
        ("verdicts: [{verdict: try, why: [a]}]", "2 bad-verdict: put the text in quotes"),
        ("people: Ada Lovelce", "2 unknown-person: did you mean `Ada Lovelace`?"),
        ("people: [Zoe Zed]", '2 unknown-person: `iiv add "Zoe Zed"` puts them on the list'),
        ("fields: [computin]", "1 unknown-field: did you mean `computing`?"),
        ("tags: [number]", "1 unknown-tag: did you mean `numbers`?"),
        (
            "contradicts: [2026-03-02-ada#start, 2026-04-02-grce#start]",
            "2 unknown-answer: did you mean `2026-04-02-grace`?",
        ),
        (
            "contradicts: [2026-03-02-ada#strt, 2026-04-02-grace#start]",
            "2 unknown-answer: did you mean `2026-03-02-ada#start`?",
        ),
        (
            "contradicts: [2026-03-02-ada, 2026-04-02-grace#start]",
            "2 unknown-answer: `2026-03-02-ada` answers",
        ),
        ("contradicts: [2026-03-02-ada#start, 2026-03-02-ada#start]", "2 unknown-answer: name the answer"),
    ],
)
def test_what_is_wrong_is_named_with_its_mend(front: str, expected: str) -> None:
    (found,) = faults(front)
    assert found.startswith(expected)


def test_a_field_that_no_talk_has_yet_is_no_fault() -> None:
    assert faults("fields: [glass blowing]\npeople: none\ncontradicts: none") == []


def test_what_could_not_be_read_is_kept() -> None:
    (unread,) = a_direction("name: x\nmood: hopeful\n").unread
    assert (unread.key, unread.text) == ("mood", "hopeful")


def test_links_lead_to_a_direction_by_id_and_name() -> None:
    body = "See [[Work with numbers]] and [[directions/numbers]].\n"
    notes = {**NOTES, "directions/numbers.md": "---\nname: Work with numbers\n---\n", "index.md": body}
    assert problems_of(notes) == []
    notes["directions/figures.md"] = "---\nname: Work with Numbers\n---\n"
    assert problems_of(notes) == ["directions/numbers.md:1:1: same-direction"]


def test_a_question_says_what_contradicts_and_as_of_when() -> None:
    front = "as_of: 2026-03-31\ncontradicts: [2026-03-02-ada, 2026-04-02-grace]\n"
    reading = a_journal({**NOTES, "questions/start.md": f"---\nask: How did you start?\n{front}---\n"})
    (question,) = reading.journal.questions
    assert question.as_of == dt.date(2026, 3, 31)
    assert [pair.one.question for pair in question.contradicts] == ["start"]  # it need not name itself
    assert reading.problems == ()


def test_a_person_means_the_one_talk_with_them() -> None:
    front = "contradicts: [[Ada Lovelace#start]], [[Grace Hopper#start]]"
    (pair,) = a_direction(front).contradicts
    assert (pair.one.talk, pair.other.talk) == ("2026-03-02-ada", "2026-04-02-grace")
    again = TALK.replace("03-02", "05-02")
    note = f"---\nname: x\n{front}\n---\n"
    reading = a_journal({**NOTES, "interviews/2026-05-02-ada.md": again, "directions/x.md": note})
    (problem,) = reading.problems
    assert problem.hint == "write `2026-03-02-ada` or `2026-05-02-ada`"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "## What I still need to know\n\nThe pay.\n\n### More\nThe hours.\n\n## Else\nNo.",
            "The pay.\n\n### More\nThe hours.",
        ),
        ("**Not known yet**\n\n- the pay\n- the hours\n", "- the pay\n- the hours"),
        ("It draws me.\n\nStill need to know: whether it pays.\n\nMore.", "whether it pays."),
        ("**What I don't know yet:** the pay.", "the pay."),
        ("Open questions:\n\n- the pay\n\nMore.", "- the pay"),
        ("Open questions:\n- the pay\n", "- the pay"),
        ("I know it well: it is mine.", ""),
        ("<!--\n## What I still need to know\n-->\nIt draws me.", ""),
        ("## To find out\n<!-- one a line -->\n", ""),
    ],
)
def test_what_is_not_known_yet_is_found(body: str, expected: str) -> None:
    assert still_to_know(body) == expected
