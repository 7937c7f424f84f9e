"""A note's lines go in and out of a text without a character lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.edit.note_lines import note_lines
from iiv.journal.parse.notes import decode

TEXTS = st.text("ab \t\r\n\x0b\x85\u2028\ufeff")


@given(TEXTS)
def test_a_text_comes_out_as_it_went_in(text: str) -> None:
    assert str(note_lines(text)) == text


@given(TEXTS)
def test_it_is_read_as_notes_are(text: str) -> None:
    assert note_lines(text).read() == decode(text.encode(), "x.md")[0]


@pytest.mark.parametrize(
    ("text", "at", "changed"),
    [
        ("a\r\nb\r\n", 1, "a\r\nNEW\r\nb\r\n"),
        ("a\rb", 1, "a\rNEW\rb"),
        ("a\r\nb\nc\r", 2, "a\r\nb\nNEW\nc\r"),
        ("a\r\nb", 2, "a\r\nb\r\nNEW"),
        ("a", 1, "a\nNEW"),
        ("a\r\n", 0, "NEW\r\na\r\n"),
        ("\ufeffa\n", 0, "\ufeffNEW\na\n"),
        ("", 0, "NEW\n"),
    ],
)
def test_a_new_line_ends_as_those_above_it_do(text: str, at: int, changed: str) -> None:
    assert str(note_lines(text).inserted(at, ["NEW"])) == changed


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("\ufeffx\r\nab\r\ncd\r\n", "\ufeffx\r\na!d\r\n"),
        ("x\nab\ncd", "x\na!d"),
        ("x\rab\r\ncd\n", "x\ra!d\n"),
    ],
)
def test_a_piece_is_found_whatever_the_line_ends(text: str, changed: str) -> None:
    lines = note_lines(text)
    below = lines.read().split("\n", 1)[1]
    assert str(lines.replaced(1, below.index("b"), below.index("d"), "!")) == changed


def test_a_piece_at_the_very_end() -> None:
    assert str(note_lines("a\nb").replaced(1, 1, 1, "!")) == "a\nb!"
    assert str(note_lines("a\r\nb\r\n").replaced(1, 2, 2, "!")) == "a\r\nb\r\n!"
