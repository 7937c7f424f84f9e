from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from iiv.exchange.letters import Letter
from iiv.exchange.mailto import LONGEST, mailto, too_long
from iiv.journal.parse.fields import is_email


def letter(to: str = "ada@example.org", subject: str = "Thank you", body: str = "Dear Ada,\n\nhi") -> Letter:
    return Letter("thank", "Ada Lovelace", to, subject, body, "email")


def test_spaces_and_line_ends() -> None:
    assert mailto(letter()) == ("mailto:ada@example.org?subject=Thank%20you&body=Dear%20Ada%2C%0D%0A%0D%0Ahi")


@pytest.mark.parametrize("to", ["", "ada", "ada@example.org, bob@example.org", "ada@example.org\nBcc: x"])
def test_no_link_without_an_address(to: str) -> None:
    assert mailto(letter(to)) is None


def test_signs_that_mean_something_in_a_link_are_quoted() -> None:
    link = mailto(letter("a+b?cc=x&d%25@example.org", "Fish & chips? +1 #craft", "100 %"))
    assert link == (
        "mailto:a%2Bb%3Fcc%3Dx%26d%2525@example.org"
        "?subject=Fish%20%26%20chips%3F%20%2B1%20%23craft&body=100%20%25"
    )


@given(st.emails() | st.text(), st.text(), st.text())
def test_a_link_holds_one_address_one_subject_and_one_body(to: str, subject: str, body: str) -> None:
    link = mailto(letter(to, subject, body))
    assume(link is not None)
    assert link is not None
    parts = urlsplit(link)
    assert link.isascii()
    assert link.isprintable()
    assert (parts.scheme, parts.fragment, unquote(parts.path)) == ("mailto", "", to)
    assert is_email(to)
    fields = parse_qs(parts.query, keep_blank_values=True)
    assert list(fields) == ["subject", "body"]
    assert [len(values) for values in fields.values()] == [1, 1]
    assert fields["body"] == ["\r\n".join(body.splitlines())]


def test_a_half_of_a_character_has_no_bytes() -> None:
    assert mailto(letter(body="\ud800")) == "mailto:ada@example.org?subject=Thank%20you&body=%3F"


def test_a_link_that_some_systems_would_cut_off() -> None:
    bare = mailto(letter(body="")) or ""
    longest = mailto(letter(body="x" * (LONGEST - len(bare)))) or ""
    assert not too_long(longest)
    assert too_long(longest + "x")
