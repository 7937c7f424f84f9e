import shlex
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.command_lines import joined, quoted


@pytest.mark.parametrize(
    ("word", "typed"),
    [
        ("ada-lovelace", "ada-lovelace"),
        ("ødegård", "ødegård"),
        ("Ada Lovelace", '"Ada Lovelace"'),
        ("O'Brien", '"O\'Brien"'),
        ("a&b", '"a&b"'),  # stands for itself in quotation marks for the command prompt of Windows too
        ("", '""'),
        ("@ada", '"@ada"'),  # PowerShell would put in a variable
        ("costs $5", "'costs $5'"),
        ('the "tall" one', "'the \"tall\" one'"),
    ],
)
def test_a_word_is_quoted_so_that_every_shell_takes_it(word: str, typed: str) -> None:
    assert quoted(word) == typed


@given(words=st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"))))
def test_a_posix_shell_has_each_word_back(words: list[str]) -> None:
    assert shlex.split(joined(words)) == words


def test_a_real_shell_has_them_back() -> None:
    words = ["Ada Lovelace", "it's", "a&b;c|d", "$HOME", "`date`", "~", "*", "李", "a\\b"]
    printed = subprocess.run(["sh", "-c", f"printf '%s\\n' {joined(words)}"], capture_output=True, check=True)
    assert printed.stdout.decode().splitlines() == words
