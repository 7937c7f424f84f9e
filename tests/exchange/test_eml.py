"""The draft, read back by the parser of the standard library."""

from email.headerregistry import AddressHeader
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from iiv.exchange.eml import eml
from iiv.exchange.letters import Letter
from iiv.journal.parse.fields import is_email

HEADERS = ["To", "Subject", "X-Unsent", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"]
NASTY = st.text(st.sampled_from("aé南🙂 \t\r\n\0\x1b\u2028\ud800\"'\\<>()[]@,;:=?_.-%"), max_size=120)
TEXTS = st.text() | NASTY | st.just("=?utf-8?q?=0D=0ABcc=3A_eve=40example=2Eorg?=")


def letter(
    name: str = "Ada Lovelace",
    to: str = "ada@example.org",
    subject: str = "Thank you",
    body: str = "Dear Ada,",
) -> Letter:
    return Letter("thank", name, to, subject, body, "email")


def parsed(content: bytes) -> EmailMessage:
    message = BytesParser(policy=default).parsebytes(content)
    assert isinstance(message, EmailMessage)
    return message


def addresses(message: EmailMessage) -> list[str]:
    header: AddressHeader = message["To"]
    found = [f"{address.username}@{address.domain}" for address in header.addresses]
    return [address.encode(errors="surrogateescape").decode() for address in found]


def text(message: EmailMessage) -> str:
    return "\n".join(message.get_content().split("\r\n"))


def test_a_draft() -> None:
    message = parsed(eml(letter(body="Dear Ada,\n\n“Grüße”\nGrace")))
    assert message["To"] == "Ada Lovelace <ada@example.org>"
    assert message["Subject"] == "Thank you"
    assert message["X-Unsent"] == "1"
    assert text(message) == "Dear Ada,\n\n“Grüße”\nGrace\n"
    assert message.get_content_type() == "text/plain"


def test_there_is_nothing_of_this_day_or_machine_in_it() -> None:
    assert eml(letter()) == eml(letter())
    assert not {"Date", "From", "Message-ID"} & set(parsed(eml(letter())))


def test_lines_end_as_mail_wants_it() -> None:
    assert b"\n" not in eml(letter(body="Dear Ada,\n\nhi\n")).replace(b"\r\n", b"")


@pytest.mark.parametrize(
    "to", ["", "ada", "ada@example.org\r\nBcc: eve@example.org", "a@example.org,b@example.org"]
)
def test_a_draft_without_an_address_is_to_nobody(to: str) -> None:
    assert list(parsed(eml(letter(to=to)))) == HEADERS[1:]


@pytest.mark.parametrize(
    "to", ["ådå@example.org", "ada@bücher.example.org", "a..b@example.org", "a[1]@example.org"]
)
def test_unusual_addresses(to: str) -> None:
    assert addresses(parsed(eml(letter(to=to)))) == [to]


@given(TEXTS, TEXTS)
@example("x\r\nBcc: eve@example.org", "Hi\nBcc: eve@example.org")
@example("é" * 100, "é " * 100)
def test_no_name_and_no_subject_adds_a_header_or_a_recipient(name: str, subject: str) -> None:
    message = parsed(eml(letter(name=name, subject=subject)))
    assert list(message) == HEADERS
    assert addresses(message) == ["ada@example.org"]
    assert message["X-Unsent"] == "1"
    assert text(message) == "Dear Ada,\n"


@given((st.emails() | st.from_regex(r"\A[^\s@]{1,20}@[^\s@]{1,20}\.[^\s@]{1,9}\Z")).filter(is_email))
@example("0@[.0")
def test_any_address_is_the_one_recipient_or_left_out(to: str) -> None:
    message = parsed(eml(letter(to=to)))
    assert list(message) in (HEADERS, HEADERS[1:])
    assert "To" not in message or len(addresses(message)) == 1


@given(TEXTS)
def test_the_body_says_what_the_letter_says(body: str) -> None:
    message = parsed(eml(letter(body=body)))
    assert list(message) == HEADERS
    said = body.encode(errors="replace").decode()
    assert message.get_content().encode().splitlines() == (said.encode().splitlines() or [b""])


@given(st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1, max_size=60))
def test_ordinary_names_and_subjects_read_back_as_they_are(words: str) -> None:
    clean = " ".join(words.split()).replace("=?", "= ?")
    message = parsed(eml(letter(name=words, subject=words)))
    header: AddressHeader = message["To"]
    assert header.addresses[0].display_name == clean
    assert message["Subject"] == clean
