"""A line more in a log, and nothing else: every other byte stays, and the reader sees the line."""

import datetime as dt

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from iiv.journal.edit.errors import UneditableNoteError
from iiv.journal.edit.log import with_log_line, with_next_contact
from tests.builders import a_journal, a_log_line

LINE = "2026-03-02 thanked by card"
FRONT = "---\nname: Ada\n---\n"

PIECES = [
    *("## Log", "# Log #", "Log\n---", "**Log**", "## Later", "__Later__", "- 2026-02-10 asked by e-mail"),
    *("  * 2026-02-11 nudged: again  ", "\t- 2026-02-12 replied", "    and more", "- 2026-02-30 asked"),
    *("-  2026-02-13 wrote: see `x", "<!-- - 2026-02-14 asked -->", "<!--", "-->", "```", "~~~ text"),
    *("- [ ] a promise (by 2026-04-01)", "[1]: https://example.org", "Some words.", "   ", "", "---", "==="),
    *("#craft `", "Log:", "> [!log]", "> - 2026-02-15 called", "## History", "2026-02-16 met"),
    *("### 2026-02-17", "- called", "| 2026-02-18 | wrote | soon |", "- [x] 2026-02-19 thanked by card"),
]
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
FRONTS = [
    "---\nname: Ada\n---\n",
    "---\r\nname: Ada\r\n---\r\n",
    "---\rname: Ada\r---\r",
    "\n---\nname: A\n--- \n",
    "",
]


@st.composite
def notes(draw: st.DrawFn) -> str:
    """Notes of odd lines in odd order, with any line ends, with and without a last one."""
    mark = draw(st.sampled_from(["", "\ufeff"]))
    lines = [piece + draw(ENDS) for piece in draw(st.lists(st.sampled_from(PIECES), max_size=12))]
    text = mark + draw(st.sampled_from(FRONTS)) + "".join(lines)
    return text if draw(st.booleans()) else text.rstrip("\r\n")


def the_log(text: str) -> list[tuple[str, str, str]]:
    contact = a_journal({"contacts/ada.md": text.encode()}).journal.contacts_by_id["ada"]
    return [(str(line.date), line.verb, line.note) for line in contact.log]


def the_rest(text: str) -> tuple[str, list[str]]:
    contact = a_journal({"contacts/ada.md": text.encode()}).journal.contacts_by_id["ada"]
    return contact.notes, [promise.text for promise in contact.promises]


def without(longer: str, shorter: str) -> str:
    """What stands in `longer` in one piece and not in `shorter`, which is otherwise the same."""
    start = next((n for n, char in enumerate(shorter) if longer[n] != char), len(shorter))
    for at in range(start, -1, -1):
        if longer[:at] + longer[at + len(longer) - len(shorter) :] == shorter:
            return longer[at : at + len(longer) - len(shorter)]
    raise AssertionError(f"{longer!r} is not {shorter!r} with something added")


@given(notes())
@example("---\nname: Ada\n---\n## Log\n- 2026-02-10 asked <!-- never closed")
@example("---\nname: Ada\n---\n## Log\n<!-- one line each")
def test_one_line_more_and_every_other_byte_as_it_was(text: str) -> None:
    try:
        new = with_log_line(text, a_log_line(LINE))
    except UneditableNoteError:
        assume(False)  # noqa: FBT003 - hypothesis' signature
        raise
    added = without(new, text)
    assert added.strip().endswith(f"- {LINE}") or added.strip()[2:].strip() == LINE
    assert the_log(new) == [*the_log(text), ("2026-03-02", "thanked", "")]
    assert the_rest(new) == the_rest(text)


@given(notes())
def test_twice_is_two_lines_in_their_order(text: str) -> None:
    try:
        new = with_log_line(
            with_log_line(text, a_log_line("2026-03-02 asked")), a_log_line("2026-03-01 replied: late")
        )
    except UneditableNoteError:
        assume(False)  # noqa: FBT003 - hypothesis' signature
        raise
    assert the_log(new)[-2:] == [("2026-03-02", "asked", ""), ("2026-03-01", "replied", "late")]


@pytest.mark.parametrize(
    ("body", "changed"),
    [
        ("", "\n## Log\n\n- NEW\n"),
        ("Words.\n", "Words.\n\n## Log\n\n- NEW\n"),
        ("Words.\n\n", "Words.\n\n## Log\n\n- NEW\n"),
        ("Words.", "Words.\n\n## Log\n\n- NEW"),
        ("## Log\n", "## Log\n\n- NEW\n"),
        ("## Log", "## Log\n\n- NEW"),
        ("## log #\n\n\n", "## log #\n\n- NEW\n\n\n"),
        ("## Log\n- OLD\n", "## Log\n- OLD\n- NEW\n"),
        ("## Log\n\n- OLD  \n\n\n", "## Log\n\n- OLD  \n- NEW\n\n\n"),
        ("## Log\n- OLD", "## Log\n- OLD\n- NEW"),
        ("## Log\n* OLD\n", "## Log\n* OLD\n* NEW\n"),
        ("## Log\n  +   OLD\n", "## Log\n  +   OLD\n  +   NEW\n"),
        ("## Log\n- OLD:\n  - more\n", "## Log\n- OLD:\n  - more\n- NEW\n"),
        ("## Log\n  - OLD\n- OLD\n", "## Log\n  - OLD\n- OLD\n- NEW\n"),
        ("## Log\n* OLD\nWords.\n", "## Log\n* OLD\nWords.\n* NEW\n"),
        ("## Log\n- OLD\n\n## Later\n- x\n", "## Log\n- OLD\n- NEW\n\n## Later\n- x\n"),
        ("## Log\n- OLD\n### Part\n# Later\n", "## Log\n- OLD\n### Part\n- NEW\n# Later\n"),
        ("Log\n---\n- OLD\n\nLater\n===\n", "Log\n---\n- OLD\n- NEW\n\nLater\n===\n"),
        ("## Log\n<!-- one line each -->\n", "## Log\n<!-- one line each -->\n\n- NEW\n"),
        ("## Log\n- OLD\n<!-- the end -->\n", "## Log\n- OLD\n- NEW\n<!-- the end -->\n"),
        ("## Log\n- OLD <!-- a\nb -->\n", "## Log\n- OLD <!-- a\nb -->\n- NEW\n"),
        ("## Log\n- OLD\n<!-- never closed\n", "## Log\n- OLD\n- NEW\n<!-- never closed\n"),
        ("## Log\n<!-- never closed\n", "## Log\n\n- NEW\n<!-- never closed\n"),
        ("```\n## Log\n- OLD\n```\n", "```\n## Log\n- OLD\n```\n\n## Log\n\n- NEW\n"),
        ("<!--\n## Log\n-->\n", "<!--\n## Log\n-->\n\n## Log\n\n- NEW\n"),
    ],
)
def test_where_the_line_goes(body: str, changed: str) -> None:
    old, new = "2026-02-10 asked", LINE
    changed = changed.replace("OLD", old).replace("NEW", new)
    assert with_log_line(FRONT + body.replace("OLD", old), a_log_line(LINE)) == FRONT + changed


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_stay(end: str, mark: str) -> None:
    text = mark + f"{FRONT}## Log\n- 2026-02-10 asked\n\n## More\n".replace("\n", end)
    assert with_log_line(text, a_log_line(LINE)) == text.replace(f"asked{end}", f"asked{end}- {LINE}{end}")


def test_mixed_line_ends_stay_mixed() -> None:
    text = f"{FRONT}## Log\r\n- 2026-02-10 asked\r\n- 2026-02-11 replied\n\r\n## More\r"
    assert with_log_line(text, a_log_line(LINE)) == text.replace("replied\n", f"replied\n- {LINE}\n")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("---\nname: Ada\n", "line 1: the front matter that begins here is never closed"),
        ("---\nname: *Ada\n---\n", "line 2: "),
        (f"{FRONT}<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n", "line 4: two versions"),
        (f"{FRONT}```\nnever closed\n", "never closed would swallow the new line"),
        (f"{FRONT}<!-- never closed\n", "never closed would swallow the new line"),
    ],
)
def test_a_note_in_which_the_line_could_not_be_read_is_left_alone(text: str, why: str) -> None:
    with pytest.raises(UneditableNoteError, match=why):
        with_log_line(text, a_log_line(LINE))


def test_of_several_logs_as_a_merge_leaves_them_the_last_grows() -> None:
    above, below = f"{FRONT}## Log\n- 2026-02-10 asked\n## Log\n- 2026-02-12 replied\n", "\n## More\nHm.\n"
    assert with_log_line(above + below, a_log_line(LINE)) == f"{above}- {LINE}\n{below}"


def test_a_line_that_stands_there_already_may_be_written_again() -> None:
    text = f"{FRONT}## Log\n- {LINE}\n"
    assert with_log_line(text, a_log_line(LINE)) == f"{text}- {LINE}\n"


@pytest.mark.parametrize(
    ("keys", "changed"),
    [
        (
            "next_contact: 2026-06-01\nnext_contact: 2026-07-01\n",
            "next_contact: 2026-06-01\nnext_contact: DAY\n",
        ),
        ("next_contact:\nname: A\nnext_contact:\n", "next_contact:\nname: A\nnext_contact: DAY\n"),
        ("name: A\n", "name: A\nnext_contact: DAY\n"),
    ],
)
def test_of_two_days_of_the_next_contact_the_one_that_counts_changes(keys: str, changed: str) -> None:
    day = dt.date(2026, 9, 1)
    assert with_next_contact(f"---\n{keys}---\n", day) == f"---\n{changed.replace('DAY', str(day))}---\n"


def test_a_day_that_further_front_matter_overrules_is_not_written() -> None:
    text = f"{FRONT}Words.\n---\nnext_contact: 2026-06-01\n---\n"
    with pytest.raises(UneditableNoteError, match="in its body too"):
        with_next_contact(text, dt.date(2026, 9, 1))
