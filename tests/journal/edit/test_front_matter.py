"""Another value of one key, and nothing else."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.edit.errors import UneditableNoteError
from iiv.journal.edit.front_matter import with_key
from tests.builders import a_journal

DAY = dt.date(2026, 6, 1)
KEY = "next_contact"


def amended(front: str, value: str | dt.date = DAY) -> str:
    """The front matter after it was given a new `next_contact`."""
    new = with_key(f"---\n{front}---\nBody\n---\n", KEY, value)
    assert new.startswith("---\n")
    assert new.endswith("---\nBody\n---\n")
    return new.removeprefix("---\n").removesuffix("---\nBody\n---\n")


@pytest.mark.parametrize(
    ("front", "changed"),
    [
        ("next_contact: 2026-01-01\n", "next_contact: DAY\n"),
        ("next_contact:   '2026-01-01'  # call  \n", "next_contact:   DAY  # call  \n"),
        ("next_contact: never\nname: Ada\n", "next_contact: DAY\nname: Ada\n"),
        ("next_contact:\n", "next_contact: DAY\n"),
        ("next_contact:  # when\nname: Ada\n", "next_contact: DAY  # when\nname: Ada\n"),
        ("next_contact: ~\n", "next_contact: DAY\n"),
        ("next_contact:\n  2026-01-01\n", "next_contact:\n  DAY\n"),
        ("next_contact: |\n  2026\n\n# more\nname: Ada\n", "next_contact: DAY\n\n# more\nname: Ada\n"),
        ("next_contact: 2026\n  -01\nname: Ada\n", "next_contact: DAY\nname: Ada\n"),
        ("know: Älter 🙂 李\nnext_contact: x\n", "know: Älter 🙂 李\nnext_contact: DAY\n"),
        ("next_contact: a\nnext_contact: b\n", "next_contact: DAY\nnext_contact: b\n"),
        ("? next_contact\n: x\n", "? next_contact\n: DAY\n"),
        ("name: Ada\n", "name: Ada\nnext_contact: DAY\n"),
        ("name: |\n  Ada\n\n# more\n\n", "name: |\n  Ada\n\n# more\n\nnext_contact: DAY\n"),
        ("  name: Ada\n  tags: [a]\n", "  name: Ada\n  tags: [a]\n  next_contact: DAY\n"),
        ("tags:\n- a\n", "tags:\n- a\nnext_contact: DAY\n"),
        ("{name: Ada}\n", "{next_contact: DAY, name: Ada}\n"),
        ("{name: Ada, next_contact: x}\n", "{name: Ada, next_contact: DAY}\n"),
        ("", "next_contact: DAY\n"),
        ("# nothing yet\n", "# nothing yet\nnext_contact: DAY\n"),
    ],
)
def test_the_value_changes_and_nothing_else(front: str, changed: str) -> None:
    assert amended(front) == changed.replace("DAY", str(DAY))


def test_a_text_gets_the_quotes_it_needs() -> None:
    assert amended("next_contact: x\n", "a: b") == 'next_contact: "a: b"\n'
    assert amended("next_contact: x\n", "evening") == "next_contact: evening\n"


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("Words.\r\n", "---\r\nnext_contact: DAY\r\n---\r\nWords.\r\n"),
        ("\ufeff\n\nWords.", "\ufeff---\nnext_contact: DAY\n---\n\n\nWords."),
        ("", "---\nnext_contact: DAY\n---\n"),
        ("\n\n--- \nname: Ada\n---", "\n\n--- \nname: Ada\nnext_contact: DAY\n---"),
        ("---\n---\n", "---\nnext_contact: DAY\n---\n"),
    ],
)
def test_front_matter_in_odd_places(text: str, changed: str) -> None:
    assert with_key(text, KEY, DAY) == changed.replace("DAY", str(DAY))


@pytest.mark.parametrize(
    ("front", "why"),
    [
        ("next_contact: [2026-01-01]\n", "holds something other than one text"),
        ("next_contact:\n  day: 1\n", "holds something other than one text"),
        ("name: *Ada\n", "line 2: text that begins with"),
        ("~\n", "of this form|line"),
        ("{next_contact}\n", "of this form|line"),
        ("name: Ada\n...\n", "of this form|line"),
    ],
)
def test_front_matter_that_cannot_be_changed_is_left_alone(front: str, why: str) -> None:
    with pytest.raises(UneditableNoteError, match=why):
        amended(front)


LINES = [
    "name: Ada",
    "know: 'x: y'  # z",
    "# a comment  ",
    "",
    "tags: [a, b]",
    "respect: |\n  a\n  b",
    "role:",
]
KEYS = [
    "next_contact:",
    "next_contact: never",
    'next_contact: "2026-01-01" # x',
    "next_contact: >-\n  2026-01-01",
]


@given(
    st.lists(st.sampled_from(LINES), unique=True),
    st.lists(st.sampled_from(LINES[2:4])),
    st.none() | st.sampled_from(KEYS),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", "\ufeff"]),
)
def test_whatever_stands_around_it(
    above: list[str], below: list[str], typed: str | None, end: str, mark: str
) -> None:
    lines = ["---", *above, *([typed] if typed else []), *below, "---", "Body.", ""]
    text = mark + "\n".join(lines).replace("\n", end)
    new = with_key(text, KEY, DAY)
    contact = a_journal({"contacts/ada.md": new.encode()}).journal.contacts_by_id["ada"]
    assert contact.next_contact == DAY
    value = f"next_contact: {DAY}"
    kept = [value + (" # x" if typed and typed.endswith("# x") else "")]
    lines = ["---", *above, *(kept if typed else []), *below, *([] if typed else kept), "---", "Body.", ""]
    assert new == mark + "\n".join(lines).replace("\n", end)
    assert with_key(new, KEY, DAY) == new


@pytest.mark.parametrize("key", ["Next-Contact", "next contact", "NEXT_CONTACT"])
def test_a_key_in_another_spelling_is_the_one_that_changes(key: str) -> None:
    text = f"---\nname: Ada\n{key}: 2026-06-01 # by phone\n---\n"
    assert with_key(text, "next_contact", "2026-09-01") == text.replace("2026-06-01", "2026-09-01").replace(
        "2026-09-01", '"2026-09-01"'
    )


def test_a_note_that_is_read_in_spite_of_a_hard_space_keeps_it() -> None:
    text = "---\nname:\N{NO-BREAK SPACE}Ada\nhelp: -\n---\n"
    assert (
        with_key(text, "role", "Analyst") == text.replace("---\n", "---\n", 1)[:-4] + "role: Analyst\n---\n"
    )
