"""One name of what address books keep apart."""

import pytest

from iiv.exchange.importing.naming import clean, composed, displayed, untitled


@pytest.mark.parametrize(
    ("shown", "parts", "name"),
    [
        ("Karin Lind", "", "Karin Lind"),
        ("Mr. John Doe", "", "John Doe"),
        ("Dr. Lena Holm", "Lena Holm", "Dr. Lena Holm"),
        ("Lind, Karin", "", "Karin Lind"),
        ("Holm, Lena", "Lena Holm", "Lena Holm"),
        ("Public, John, PhD", "", "Public"),
        ("Prof. Dr. Lena Holm, M.A.", "", "Prof. Dr. Lena Holm"),
        ("Zoë 🌱 Brandt (she/her)", "", "Zoë Brandt"),
        ("Ada <ada@example.org>", "", "Ada"),
        ("[[x]] <b>Bold</b> | `y`", "", "x b Bold /b y"),
        ("ada@example.org", "", ""),
        ("+44 7700", "", ""),
        ("", "Ada Lovelace", "Ada Lovelace"),
        ("Miss", "", "Miss"),
        ("Mr. & Mrs. Bell", "", "Mr. & Mrs. Bell"),
        ("n/a", "", ""),
        ('=HYPERLINK("http://example.org")', "", ""),
        ("山本 太郎", "山本太郎", "山本 太郎"),
        ("M. Night", "", "M. Night"),
    ],
)
def test_a_name_as_it_is_shown(shown: str, parts: str, name: str) -> None:
    assert displayed(shown, parts) == name


@pytest.mark.parametrize(
    ("given", "middle", "family", "suffix", "name"),
    [
        ("John", "Q", "Public", "Jr.", "John Q Public Jr."),
        ("Grace", "", "Hopper, Ph.D., CISSP®", "", "Grace Hopper"),
        ("Sam", "", "King, Jr.", "MBA", "Sam King Jr."),
        ("太郎", "", "山本", "", "山本太郎"),
        ("Sōta", "", "山口", "", "Sōta 山口"),
        ("", "", "Somerville", "", "Somerville"),
        ("", "", "", "", ""),
    ],
)
def test_a_name_of_its_parts(given: str, middle: str, family: str, suffix: str, name: str) -> None:
    assert composed(given, middle, family, suffix) == name


def test_an_id_has_no_title() -> None:
    assert untitled("Prof. Dr. Lena Holm") == "Lena Holm"
    assert untitled("Dr.") == "Dr."


def test_a_name_is_one_line_that_no_terminal_obeys() -> None:
    assert clean("Ada\x1b[31m\u202eecalevoL\n  x") == "Ada 31m ecalevoL x"
