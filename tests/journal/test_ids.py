import pytest

from iiv.journal.ids import is_file_name


@pytest.mark.parametrize("text", ["start", "same-path", "What do you like", "über uns", "v1.2", "con-man"])
def test_a_file_may_be_called_so(text: str) -> None:
    assert is_file_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "index",
        "CON",
        "aux.",
        "nul.txt",
        "com1",
        "a/b",
        "..\\x",
        "../x",
        "what?",
        "a:b",
        "a\tb",
        ".x",
        "x ",
        "a" * 151,
    ],
)
def test_no_file_may_be_called_so_on_every_system(text: str) -> None:
    assert not is_file_name(text)
