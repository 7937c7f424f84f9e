import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.ids import is_file_name, slug


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


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Ada Lovelace", "ada-lovelace"),
        ("  Ada   LOVELACE ", "ada-lovelace"),
        ("Zoë Müller-Straße", "zoë-müller-strasse"),
        ("王秀英", "王秀英"),
        ("अनिता", "अनिता"),
        ("../../etc/passwd", "etc-passwd"),
        ("<script>", "script"),
        ("a|b", "a-b"),
        ("\u202eadA", "ada"),
        ("…", ""),
    ],
)
def test_a_slug_is_letters_and_digits_of_any_script(name: str, id_: str) -> None:
    assert slug(name) == id_


@given(st.text())
def test_a_slug_is_a_safe_file_name(name: str) -> None:
    made = slug(name)
    assert len(made.encode()) <= 150
    assert not set(made) & set('/\\:*?"<>|.\0\n ')
    assert slug(made) == made
