from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.exchange.letters import KINDS, Letter, LetterKind, LetterTemplates, draft
from iiv.journal.journal import Journal
from iiv.journal.model import Contact
from iiv.journal.read.reading import read
from iiv.journal.settings import Settings
from iiv.shipped import shipped
from tests.builders import a_journal
from tests.method.people import ada, talk

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SHIPPED = LetterTemplates(shipped("site_templates"))  # no journal lies there: these templates alone

ME = """\
    ---
    name: Grace Hopper
    ---
    I find bugs.

    ## News
    - 2026-02-01 a job offer
    - 2026-04-01 finished the **course**
    - 2026-05-01 moved to [Leeds](https://example.org)
    """


def letter(
    kind: LetterKind, *notes: Mapping[str, str], who: str = "ada", settings: Settings | None = None
) -> Letter:
    reading = a_journal({"me.md": ME, **{path: text for part in notes for path, text in part.items()}})
    assert reading.problems == ()
    person = reading.journal.contacts_by_id[who]
    return draft(kind, person, reading.journal, settings or Settings(), SHIPPED)


def answers(*texts: str) -> str:
    return "".join(f"\n## {heading}\n{text}\n" for heading, text in (text.split(": ", 1) for text in texts))


def test_ask_says_how_you_know_them_what_you_respect_and_how_little_you_want() -> None:
    asked = letter(
        "ask", ada(front_matter="email: ada@example.org\nknow: evening lectures.\nrespect: patience")
    )
    assert (asked.to, asked.name, asked.channel) == ("ada@example.org", "Ada Lovelace", "email")
    assert asked.subject == "Would you tell me how you got where you are?"
    assert asked.body.startswith("Dear Ada,\n\n")
    assert "how I know you, “evening lectures”, and why I want to ask you: “patience”." in asked.body
    assert "thirty minutes" in asked.body
    assert "a casual talk, and all about you" in asked.body
    assert asked.body.endswith("\nGrace Hopper")
    assert asked.blanks == ()


def test_ask_begins_with_whoever_introduced_them() -> None:
    asked = letter("ask", ada(front_matter="introduced_by: Mary Somerville\nrespect: patience"))
    assert "Mary Somerville thought that I should talk with you" in asked.body
    assert "Beside your name I have noted “patience”." in asked.body


def test_what_the_notes_do_not_say_is_a_blank_to_fill_in() -> None:
    journal = Journal(contacts=(Contact("ada", "Ada Lovelace"),))
    blanks = {kind: draft(kind, journal.contacts[0], journal, Settings(), SHIPPED).blanks for kind in KINDS}
    said = "[something they said that stayed with you]"
    assert blanks == {
        "ask": ("[how you know them]", "[what you respect in them]", "[your name]"),
        "nudge": ("[the day you asked]", "[your name]"),
        "thank": ("[the day you talked]", said, "[your name]"),
        "card": (said, "[the day you talked]", "[your name]"),
        "hello": (
            "[the month you talked]",
            said,
            "[what is new with you, or something that would interest them]",
            "[your name]",
        ),
    }


def test_a_nudge_names_the_day_of_the_request_and_the_last_one_says_so() -> None:
    first = letter("nudge", ada("2026-02-10 asked by e-mail"))
    assert "On 10 February I asked" in first.body
    assert "not ask again" not in first.body
    second = ada("2026-02-10 asked\n2026-02-19 nudged")
    assert "On 10 February I asked" in letter("nudge", second).body
    assert "I will not ask again after this." in letter("nudge", second).body
    assert "not ask again" not in letter("nudge", second, settings=Settings(nudges=(7, 7, 7))).body


def test_thanks_quote_the_words_that_were_chosen() -> None:
    notes = answers("start: By luck, mostly, and late.", "satisfying: **The moment when it all fits.** Rare.")
    thanks = letter("thank", ada(), talk("2026-03-02", notes=notes))
    assert "for your time on 2 March" in thanks.body
    assert "\n\n    “The moment when it all fits.”\n\n" in thanks.body
    assert thanks.body.endswith("With many thanks,\nGrace")


def test_thanks_for_an_introduction() -> None:
    offered = talk("2026-03-02", "introductions: [Mary Somerville, Charles Babbage, Ada Lovelace]")
    body = letter("thank", ada(), offered).body
    assert "for offering to introduce me to Mary Somerville and Charles Babbage." in body


def test_thanks_to_somebody_who_asked_nothing_promise_nothing() -> None:
    promise = "I will let you know where all this leads me."
    assert promise in letter("thank", ada(), talk("2026-03-02", "asked_about_me: yes")).body
    assert promise not in letter("thank", ada(), talk("2026-03-02", "asked_about_me: no")).body


def test_thanks_for_answers_by_mail() -> None:
    body = letter("thank", ada(), talk("2026-03-02", "channel: e-mail")).body
    assert "Thank you for writing to me" in body
    assert "[the day you talked]" not in body


def test_a_card_is_short_has_no_address_and_quotes_something_else() -> None:
    notes = answers("start: **By luck, mostly, and late.**", "satisfying: **The moment when it all fits.**")
    card = letter("card", ada(front_matter="email: ada@example.org"), talk("2026-03-02", notes=notes))
    assert (card.to, card.subject, card.channel) == ("", "", "card")
    assert card.body == (
        "Dear Ada,\n\n“By luck, mostly, and late.”\n\nThat is from my notes of 2 March. "
        "I am glad that I asked, and that you told me.\n\nThank you for giving me your time.\n\nGrace"
    )


def test_the_card_of_a_substantial_talk_mentions_the_gift() -> None:
    substantial = talk("2026-03-02", "helpfulness: 5")
    assert "[a gift, and why it made you think of them]" in letter("card", ada(), substantial).blanks
    given = letter("card", ada("2026-03-05 gave: two jars of jam."), substantial)
    assert "as a small thank-you: two jars of jam.\n" in given.body
    assert "thank-you" not in letter("card", ada(), talk("2026-03-02", "helpfulness: 4")).body


def test_hello_offers_what_is_new_since_the_last_contact() -> None:
    body = letter("hello", ada("2026-03-20 wrote"), talk("2026-03-02")).body
    assert "- finished the course\n- moved to Leeds\n" in body
    assert "job offer" not in body
    later = letter("hello", ada("2026-06-01 wrote"), talk("2026-03-02"))
    assert "[what is new with you, or something that would interest them]" in later.blanks


def test_hello_tells_whom_they_led_you_to() -> None:
    offered = talk("2026-05-02", "introductions: [Mary Somerville, Charles Babbage]")
    body = letter("hello", ada(), offered, talk("2026-06-01", contact="Mary Somerville")).body
    assert "I have talked with Mary Somerville. Thank you for the introduction." in body


def test_hello_quotes_something_else_each_time() -> None:
    notes = answers(
        "satisfying: **The moment when it all fits.**",
        "start: **By luck, mostly, and late.**",
        "industry: **Nobody here is in a hurry.**",
        "background: **I was a very bad dancer.**",
        "same-path: The same again, please.",
    )
    logs = ("", "2026-06-01 wrote", "2026-06-01 wrote\n2026-09-01 wrote")
    bodies = [letter("hello", ada(log), talk("2026-03-02", notes=notes)).body for log in logs]
    assert "from March 2026" in bodies[0]
    assert [re.findall("“(.+)”", body) for body in bodies] == [
        ["I was a very bad dancer."],
        ["Nobody here is in a hurry."],
        ["I was a very bad dancer."],
    ]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("industry: **The people in it, all mad.**", "satisfying: The moment when it fits."),
        ("satisfying: The moment when it fits.", "start: By luck, mostly, and late."),
        ("start: By luck, mostly, and late.", "same-path: The same again, with less rain."),
        ("same-path: The same again, with less rain.", "satisfying: Counting."),
        ("industry: The people in it, all mad.", "satisfying: She laughed for quite a while."),
    ],
)
def test_which_words_are_quoted_first(better: str, worse: str) -> None:
    notes = answers(worse, better)
    words = better.split(": ", 1)[1].strip("*")
    assert f"“{words}”" in letter("thank", ada(), talk("2026-03-02", notes=notes)).body


def test_pay_and_strain_are_not_quoted() -> None:
    pay = {"questions/pay.md": "---\nask: And the money?\ntopic: Conditions\n---\n"}
    notes = answers("And the money?: **Nineteen thousand, in a good year.**")
    thanks = letter("thank", ada(), pay, talk("2026-03-02", notes=notes))
    assert "[something they said that stayed with you]" in thanks.blanks


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ('**"A hundred and eighty, Keith."**', "“A hundred and eighty, Keith.”"),
        ('**He said "no", and meant it.**', "“He said ‘no’, and meant it.”"),
        ('**An inch of 5" tape, no more.**', "“An inch of 5' tape, no more.”"),
        ("**That nobody in it hurries,** which drives me mad", "“That nobody in it hurries”"),
    ],
)
def test_quotation_marks_within_a_quotation(said: str, quoted: str) -> None:
    assert quoted in letter("thank", ada(), talk("2026-03-02", notes=answers(f"start: {said}"))).body


@pytest.mark.parametrize(
    ("name", "aliases", "called"),
    [
        ("Ada Lovelace", "", "Ada"),
        ("Dr. Ada Lovelace", "", "Dr. Lovelace"),
        ("Dr", "", "Dr"),
        ("Lovelace, Ada", "", "Lovelace"),
        ("Lovelace, Ada", "Ada", "Ada"),
        ("Dương Thị Hạnh", "Mrs Duong, hạnh", "hạnh"),
        ("南川颯太", "", "南川颯太"),
    ],
)
def test_what_they_are_called(name: str, aliases: str, called: str) -> None:
    person = Contact("x", name, aliases=tuple(filter(None, aliases.split(", "))))
    body = draft("ask", person, Journal(contacts=(person,)), Settings(), SHIPPED).body
    assert body.startswith(f"Dear {called},\n")


def test_an_address_that_is_none_is_no_address() -> None:
    person = Contact("ada", "Ada", email="ada@example.org, bob@example.org")
    assert draft("ask", person, Journal(contacts=(person,)), Settings(), SHIPPED).to == ""


def test_own_templates_win_and_may_build_on_the_shipped_ones(tmp_path: Path) -> None:
    folder = tmp_path / "site_templates" / "letters"
    folder.mkdir(parents=True)
    (folder / "nudge.md.jinja").write_text("Subject: Psst\n\n{{ them }}, {{ asked | written('when') }}?\n")
    (folder / "thank.md.jinja").write_text("{% include 'shipped/thank.md.jinja' %}\n\nPS: Cake!\n")
    (folder / "card.md.jinja").write_text("Subject: none\nThank you.")
    reading = a_journal(ada("2026-02-10 asked"))
    person = reading.journal.contacts_by_id["ada"]
    own = {
        kind: draft(kind, person, reading.journal, Settings(), LetterTemplates(tmp_path)) for kind in KINDS
    }
    assert (own["nudge"].subject, own["nudge"].body) == ("Psst", "Ada, 10 Feb 2026?")
    assert own["thank"].subject == "Thank you"
    assert own["thank"].body.endswith("PS: Cake!")
    assert (own["card"].subject, own["card"].body) == ("", "Thank you.")
    assert own["ask"] == draft("ask", person, reading.journal, Settings(), SHIPPED)


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        (b"Dear {{ them", "unexpected end of template"),
        (b"Dear {{ friend }}", "'friend' is undefined"),
        (b"Dear {{ them | loudly }}", "No filter named 'loudly'"),
        (b"Gr\xfc\xdfe", "'utf-8' codec"),
    ],
)
def test_the_shipped_template_stands_in_for_one_that_cannot_be_used(
    tmp_path: Path, template: bytes, fault: str
) -> None:
    folder = tmp_path / "site_templates" / "letters"
    folder.mkdir(parents=True)
    (folder / "ask.md.jinja").write_bytes(template)
    person = Contact("ada", "Ada")
    journal, templates = Journal(contacts=(person,)), LetterTemplates(tmp_path)
    assert draft("ask", person, journal, Settings(), templates) == draft(
        "ask", person, journal, Settings(), SHIPPED
    )
    (problem,) = templates.problems
    assert str(problem.place) == "site_templates/letters/ask.md.jinja:1:1"
    assert problem.message.startswith(f"this template cannot be used: {fault}")


@given(st.text(min_size=1), st.text(), st.sampled_from(KINDS))
def test_whatever_the_notes_say_a_letter_keeps_its_shape(name: str, know: str, kind: LetterKind) -> None:
    person = Contact("x", name, know=know, respect=know, email=know)
    written = draft(kind, person, Journal(contacts=(person,)), Settings(), SHIPPED)
    usual = draft(kind, Contact("x", "Ada"), Journal(contacts=(person,)), Settings(), SHIPPED)
    assert len(written.body.splitlines()) == len(usual.body.splitlines())
    assert written.subject == usual.subject
    assert "None" not in written.body.replace(name, "").replace(know, "")


def test_every_letter_of_the_example_journal_can_be_sent() -> None:
    example = read(shipped("example"))
    templates = LetterTemplates(shipped("example"))
    for person in example.journal.contacts:
        met = person.id in example.journal.talks_by_contact
        for kind in KINDS:
            written = draft(kind, person, example.journal, example.settings, templates)
            assert not re.search(r"None|\{|\}| \n|\n\n\n|\(\)|“”", written.body)
            assert written.body.endswith(("\nNuala Brandt", "\nNuala"))
            if met and kind == "thank":
                assert written.blanks == ()
