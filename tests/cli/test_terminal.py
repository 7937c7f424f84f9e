from __future__ import annotations

from iiv.cli.terminal import columns, printable, width


def test_control_characters_are_written_out() -> None:
    assert printable("a\x1b[2Jb\nc\u202ed\u2028\x85") == "a\\x1b[2Jb\\nc\\u202ed\\u2028\\x85"
    assert printable("Zoë 李美 🙂 नमस्ते علی\u200cرضا") == "Zoë 李美 🙂 नमस्ते علی\u200cرضا"


def test_how_many_columns_a_text_takes() -> None:
    assert [width(text) for text in ("Ada", "李美", "e\u0301", "a\u200cb", "")] == [3, 4, 1, 2, 0]


def test_columns_line_up_whatever_the_script() -> None:
    assert columns([("Ada", "one"), ("李美", "two"), ("", "three")]) == [
        "Ada   one",
        "李美  two",
        "      three",
    ]
    assert columns([]) == []
