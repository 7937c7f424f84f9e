"""Cards of every version, whole and broken, as programs write them."""

from pathlib import Path

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from iiv.exchange.importing.card_records import card_records
from iiv.exchange.importing.vcards import cards

FIXTURES = Path(__file__).with_name("fixtures")


def a_card(*lines: str | bytes, version: str = "3.0") -> bytes:
    inside = (line if isinstance(line, bytes) else line.encode() for line in lines)
    return b"\r\n".join([b"BEGIN:VCARD", f"VERSION:{version}".encode(), *inside, b"END:VCARD", b""])


@pytest.mark.parametrize(
    ("content", "name", "text"),
    [
        (a_card(r"NOTE:a\, b\; c\nd\\e"), "NOTE", "a, b; c\nd\\e"),
        (a_card("NOTE:folded li", " ne"), "NOTE", "folded line"),
        (a_card("NOTE:two", " words", version="2.1"), "NOTE", "two words"),
        (a_card(b"NOTE:\xc5", b" \x8d"), "NOTE", "ō"),
        (a_card('item1.NOTE;X="a:b;c":text'), "NOTE", "text"),
        (a_card(b"NOTE;CHARSET=ISO-8859-1:caf\xe9", version="2.1"), "NOTE", "café"),
        (a_card(b"NOTE:caf\xe9"), "NOTE", "café"),
        (a_card("NOTE;CHARSET=no-such:café"), "NOTE", "café"),
        (
            a_card("NOTE;ENCODING=QUOTED-PRINTABLE:caf=C3=", "=A9=0D=0Aau lait", version="2.1"),
            "NOTE",
            "café\r\nau lait",
        ),
        (a_card("NOTE;QUOTED-PRINTABLE:1=3D1", version="2.1"), "NOTE", "1=1"),
        (a_card("note : spaced"), "NOTE", " spaced"),
        (a_card("NOTE:a\\"), "NOTE", "a\\"),
        (
            a_card("NOTE:goes on", "where nothing: is folded", "EMAIL:x"),
            "NOTE",
            "goes on\nwhere nothing: is folded",
        ),
        (a_card("TEL:1", "no property"), "TEL", "1"),
    ],
)
def test_a_value_is_read_in_every_form(content: bytes, name: str, text: str) -> None:
    assert [card.text(name) for card in cards(content)] == [text]


def test_components_and_kinds() -> None:
    (card,) = cards(
        a_card(r"N:Doe\; Roe;John;;;", 'TEL;TYPE="voice,cell";PREF=1:tel:+1', "PHOTO;ENCODING=b:AAA=")
    )
    assert card.parts("N") == ("Doe; Roe", "John", "", "")
    assert card.all("TEL")[0].kinds >= {"VOICE", "CELL", "PREF"}
    assert not card.all("PHOTO")


LINES = st.lists(
    st.sampled_from(
        [
            "no property",
            ":",
            ";;;",
            "FN",
            'X;Y="unclosed:z',
            " folded",
            "=",
            "A" * 500,
            "\t",
            "NOTE;ENCODING=QUOTED-PRINTABLE:=",
            "PHOTO;BASE64:",
            "AGENT:x",
            "\x00",
            "é",
        ]
    ),
    max_size=6,
)


@given(LINES, st.sampled_from(["\r\n", "\n", "\r"]), st.sampled_from(["2.1", "3.0", "4.0"]))
def test_a_broken_line_costs_no_other_card(lines: list[str], end: str, version: str) -> None:
    text = a_card("FN:Ann Before", version=version) + a_card(*lines, version=version)
    text += a_card("FN:Bob After", version=version)
    found = card_records(text.decode().replace("\r\n", end).encode())
    assert (found[0].name, found[-1].name, len(found)) == ("Ann Before", "Bob After", 3)


VALUES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=90
).filter(
    lambda value: value.strip(" ;")  # what says nothing is no value
)


@given(VALUES, VALUES)
def test_what_another_program_writes_is_read_as_it_was(name: str, note: str) -> None:
    card = vobject.vCard()
    card.add("fn").value = name
    card.add("n").value = vobject.vcard.Name(family=name)
    card.add("note").value = note
    (found,) = cards(card.serialize().encode())
    assert (found.text("FN"), found.text("NOTE"), found.parts("N")[0]) == (name, note, name)


def test_a_card_within_a_card_is_nobody() -> None:
    agent = a_card("FN:Assistant", version="2.1").decode()
    for line in ("AGENT:\r\n", "AGENT:"):
        found = card_records(a_card(f"FN:Boss\r\n{line}{agent}TITLE:Head", version="2.1"))
        assert [(one.name, one.facts.get("role")) for one in found] == [("Boss", "Head")]


def test_files_that_were_joined_are_read_with_their_marks() -> None:
    joined = b"\xef\xbb\xbf" + a_card("FN:Ann") + b"\xef\xbb\xbf" + a_card("FN:Bob é")
    assert [one.name for one in card_records(joined)] == ["Ann", "Bob é"]


def test_what_is_no_vcard_has_no_cards() -> None:
    assert cards(b"") == cards(b"Name,E-mail\nAda,ada@example.org\n") == []


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["KIND:group", "FN:Choir"], "a group"),
        (["X-ABShowAs:COMPANY", "N:Lind;Karin;;;", "FN:Lind"], "a company"),
        (["FN:Talo", "ORG:Talo"], "a company"),
        (["FN:Roof & Tile Ltd."], "a company"),
        (["FN:株式会社 山口"], "a company"),
        (["N:Lind;Karin", "FN:Karin Lind", "ORG:Karin Lind"], ""),
        (["FN:ada@example.org", "EMAIL:ada@example.org"], "no name"),
        (["FN:+44 700"], "no name"),
        (["FN:", "N:;;;;"], "empty"),
        ([], "empty"),
    ],
)
def test_who_is_no_person(lines: list[str], why: str) -> None:
    (found,) = card_records(a_card(*lines))
    assert found.no_person == why


def test_of_several_names_the_preferred_is_theirs_and_the_others_are_kept() -> None:
    (found,) = card_records(a_card("FN;PREF=2:Yamada Taro", "FN;PREF=1:山田太郎", version="4.0"))
    assert (found.name, found.more) == ("山田太郎", (("another name", "Yamada Taro"),))
    (found,) = card_records(
        a_card("FN:Jo Ames", "NICKNAME:Jojo", "EMAIL:JO@example.org", "EMAIL:jo@example.org")
    )
    assert (found.facts["email"], found.more) == ("JO@example.org", (("another name", "Jojo"),))


def test_the_preferred_address_and_the_mobile_number_come_first() -> None:
    lines = [
        *("FN:Ada", "EMAIL:b@example.org", "EMAIL;TYPE=pref:a@example.org", "TEL;TYPE=FAX:1"),
        *("TEL;TYPE=HOME:2", "TEL;TYPE=CELL:3"),
    ]
    (found,) = card_records(a_card(*lines))
    assert (found.facts["email"], found.facts["phone"]) == ("a@example.org", "3")
    assert found.more == (("another address", "b@example.org"), ("another number", "2"))
