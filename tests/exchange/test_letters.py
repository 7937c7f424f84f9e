import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.exchange.letters import KINDS, SCRIPTS, Letter, LetterKind, LetterTemplates, Script, draft
from iiv.journal.journal import Journal
from iiv.journal.model import Contact
from iiv.journal.read.reading import read
from iiv.journal.settings import Settings
from iiv.shipped import shipped
from tests.builders import a_journal, write_own
from tests.method.people import ada, talk

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
    kind: LetterKind | Script, *notes: Mapping[str, str], who: str = "ada", settings: Settings | None = None
) -> Letter:
    reading = a_journal({"me.md": ME, **{path: text for part in notes for path, text in part.items()}})
    assert reading.problems == ()
    person = reading.journal.contacts_by_id[who]
    return draft(kind, person, reading.journal, settings or Settings(), SHIPPED)


def answers(*texts: str) -> str:
    return "".join(f"\n## {heading}\n{text}\n" for heading, text in (text.split(": ", 1) for text in texts))


def test_ask_says_how_little_you_want() -> None:
    asked = letter("ask", ada(front_matter="email: ada@example.org"))
    assert (asked.to, asked.name, asked.channel) == ("ada@example.org", "Ada Lovelace", "email")
    assert asked.subject == "Would you tell me how you got where you are?"
    assert asked.body.startswith("Dear Ada,\n\n")
    assert "thirty minutes" in asked.body
    assert "a casual talk, and all about you" in asked.body
    assert asked.body.endswith("\nGrace Hopper")
    assert asked.blanks == ()


COLD = "to understand it better, and I would like to ask you, too."
WARM = "It has been a while, and I hope that you are well."
LED = "It was Mary Somerville who led me to you."
OFFERED = "Mary Somerville offered to introduce us"


@pytest.mark.parametrize(
    ("begins", "notes"),
    [
        (COLD, [ada()]),
        (COLD, [ada("2026-02-10 asked by e-mail")]),
        (COLD, [ada(front_matter="tone: cold\nintroduced_by: Mary Somerville")]),
        (WARM, [ada("2026-01-10 met")]),
        (WARM, [ada(front_matter="tone: warm")]),
        (WARM, [ada(front_matter="introduced_by: Mary Somerville"), talk("2026-03-02")]),
        (LED, [ada(front_matter="introduced_by: Mary Somerville")]),
        (LED, [ada("2026-01-10 wrote", front_matter="introduced_by: Mary Somerville")]),
        (OFFERED, [ada(), talk("2026-03-02", "introductions: [Ada Lovelace]", contact="Mary Somerville")]),
        (
            OFFERED,
            [
                ada(front_matter="introduced_by: Mary Somerville"),
                talk("2026-03-02", "introductions: [Ada Lovelace]", contact="Mary Somerville"),
            ],
        ),
    ],
)
def test_ask_begins_as_one_stands_to_them(begins: str, notes: list[Mapping[str, str]]) -> None:
    asked = letter("ask", *notes)
    assert begins in asked.body
    assert sum(words in asked.body for words in (COLD, WARM, LED, OFFERED)) == 1
    assert ("Mary Somerville" in asked.subject) == (begins in {LED, OFFERED})


def test_ask_has_your_line_for_them_and_says_where_you_stand_in_your_words_alone() -> None:
    stand = "crossroads: I might resign\nfor_letters: |\n  I look for #work outdoors.\n"
    me = f"---\nname: Grace Hopper\n{stand}---\n"
    asked = letter("ask", {"me.md": me}, ada(front_matter="opening: It was your lecture that made me ask."))
    assert asked.body.startswith("Dear Ada,\n\nIt was your lecture that made me ask.\n\n")
    assert "\n\nI look for work outdoors.\n\n" in asked.body
    assert "resign" not in asked.body


@pytest.mark.parametrize("name", ["ask-phone", "nudge-phone", "thank-phone"])
def test_by_phone_it_is_a_short_script_to_say(name: Script) -> None:
    said = letter(name, ada("2026-02-10 asked", front_matter="email: ada@example.org"), talk("2026-03-02"))
    assert (said.to, said.subject, said.channel, said.blanks) == ("", "", "phone", ())
    assert said.body.startswith("Hello Ada, this is Grace")
    assert len(said.body.split()) < 120


def test_only_your_name_is_a_blank_where_the_notes_say_nothing() -> None:
    journal = Journal(contacts=(Contact("ada", "Ada Lovelace"),))
    for name in (*KINDS, *SCRIPTS.values()):
        assert draft(name, journal.contacts[0], journal, Settings(), SHIPPED).blanks == ("[your name]",)


def test_what_you_saw_is_for_you_to_say() -> None:
    hello = letter("hello", ada("2026-05-01 saw: a spiteful remark"), talk("2026-03-02"))
    assert "I came across [what you saw], and thought of you." in hello.body
    assert hello.blanks == ("[what you saw]",)
    written = letter("hello", ada("2026-05-01 saw\n2026-05-02 wrote"), talk("2026-03-02"))
    assert "[what you saw]" not in written.body


def test_a_nudge_names_the_day_of_the_request_and_the_last_one_says_so() -> None:
    first = letter("nudge", ada("2026-02-10 asked by e-mail"))
    assert "On 10 February I asked" in first.body
    assert "not ask again" not in first.body
    second = ada("2026-02-10 asked\n2026-02-19 nudged")
    assert "On 10 February I asked" in letter("nudge", second).body
    assert "I will not ask again after this." in letter("nudge", second).body
    assert "Then I will not ask again." in letter("nudge-phone", second).body
    assert "not ask again" not in letter("nudge-phone", ada("2026-02-10 asked by phone")).body
    assert "not ask again" not in letter("nudge", second, settings=Settings(nudges=(7, 7, 7))).body


def test_thanks_for_an_introduction() -> None:
    offered = talk("2026-03-02", "introductions: [Mary Somerville, Charles Babbage, Ada Lovelace]")
    body = letter("thank", ada(), offered).body
    assert "for offering to introduce me to Mary Somerville and Charles Babbage." in body


@pytest.mark.parametrize("name", ["me", "Grace Hopper"])
def test_nobody_was_led_to_them_by_themselves(name: str) -> None:
    assert "led me" not in letter("ask", ada(front_matter=f"introduced_by: {name}")).body


@pytest.mark.parametrize(
    ("said", "promised"),
    [
        ("helpfulness: 4", True),
        ("helpfulness: 4\nasked_about_me: yes", True),
        ("helpfulness: 4\nasked_about_me: no", False),
        ("helpfulness: 2", False),
        ("helpfulness: 2\nnext_contact: 2026-09-01", True),
        ("helpfulness: 4\nnext_contact: never", False),
        ("", False),
    ],
)
def test_thanks_promise_to_tell_more_where_you_mean_to_stay_in_touch(said: str, *, promised: bool) -> None:
    body = letter("thank", ada(), talk("2026-03-02", said)).body
    assert ("I will let you know where all this leads me." in body) == promised


def test_what_was_a_talk_in_writing_was_not_said() -> None:
    notes = [ada(), talk("2026-03-02", "channel: e-mail\nsaid: By luck.")]
    assert "taking the time to write to me about your work" in letter("thank", *notes).body
    assert "One thing that you wrote has stayed with me:" in letter("thank", *notes).body
    for name in (*KINDS, *SCRIPTS.values()):
        body = letter(name, *notes).body.casefold()
        assert "our talk" not in body
        assert "you said" not in body


def test_who_was_asked_before_is_not_asked_for_the_same_again() -> None:
    again = letter("ask", ada(), talk("2026-03-02"))
    assert again.subject == "May I come back to you?"
    assert "Thank you for our talk in March 2026." in again.body
    assert "another thirty minutes" in again.body
    for name in ("ask", "ask-phone", "nudge", "nudge-phone"):
        body = letter(name, ada("2026-03-09 asked"), talk("2026-03-02")).body
        assert "how you came to" not in body
        assert "how you got" not in body


def test_the_card_mentions_the_gift_that_comes_with_it() -> None:
    given = letter("card", ada("2026-03-05 gave: two jars of jam."), talk("2026-03-02", "helpfulness: 5"))
    assert "I hope that you like the small gift." in given.body
    assert "jam" not in given.body
    assert "gift" not in letter("card", ada(), talk("2026-03-02", "helpfulness: 5")).body


def test_hello_offers_what_is_new_since_the_last_contact() -> None:
    body = letter("hello", ada("2026-03-20 wrote"), talk("2026-03-02")).body
    assert "- finished the course\n- moved to Leeds\n" in body
    assert "job offer" not in body
    later = letter("hello", ada("2026-06-01 wrote"), talk("2026-03-02"))
    assert "What is new here" not in later.body


def test_hello_tells_whom_they_led_you_to() -> None:
    offered = talk("2026-05-02", "introductions: [Mary Somerville, Charles Babbage]")
    body = letter("hello", ada(), offered, talk("2026-06-01", contact="Mary Somerville")).body
    assert "You led me to Mary Somerville, and we have talked since. Thank you for that." in body


def test_an_address_that_is_none_is_no_address() -> None:
    person = Contact("ada", "Ada", email="ada@example.org, bob@example.org")
    assert draft("ask", person, Journal(contacts=(person,)), Settings(), SHIPPED).to == ""


def test_own_templates_win_and_may_build_on_the_shipped_ones(tmp_path: Path) -> None:
    nudge = "Subject: Psst\n\n{{ them }}, {{ asked | written('when') }}?\n"
    write_own(tmp_path, "letters/nudge.md.jinja", nudge)
    write_own(tmp_path, "letters/thank.md.jinja", "{% include 'shipped/thank.md.jinja' %}\n\nPS: Cake!\n")
    write_own(tmp_path, "letters/card.md.jinja", "Subject: none\nThank you.")
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
    write_own(tmp_path, "letters/ask.md.jinja", "").write_bytes(template)
    person = Contact("ada", "Ada")
    journal, templates = Journal(contacts=(person,)), LetterTemplates(tmp_path)
    mine, shipped_ = (draft("ask", person, journal, Settings(), one) for one in (templates, SHIPPED))
    assert mine == shipped_
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


@pytest.mark.parametrize("name", [*KINDS, *SCRIPTS.values()])
def test_paragraphs_stand_apart_whatever_is_left_out(name: LetterKind | Script) -> None:
    full = [
        ada(
            "2026-02-10 asked\n2026-02-19 nudged\n2026-05-01 saw", front_matter="opening: I heard you speak."
        ),
        talk("2026-03-02", "introductions: [Ada Lovelace, Joan Clarke]", contact="Mary Somerville"),
        talk("2026-03-09", "helpfulness: 5\nsaid: By luck.\nintroductions: [Alan Turing]"),
    ]
    for notes in ([ada()], full[:1], full[:2], full[::2], full):
        *paragraphs, close = letter(name, *notes).body.split("\n\n")
        assert all("\n" not in paragraph for paragraph in paragraphs if not paragraph.startswith("- "))
        assert close.count("\n") == (0 if name in {"card", *SCRIPTS.values()} else 1)


def test_the_example_has_letters_that_quote_and_that_begin_in_ones_own_words() -> None:
    reading = read(shipped("example"))
    drafts = {
        kind: [
            draft(kind, person, reading.journal, Settings(), SHIPPED)
            for person in reading.journal.contacts
            if person.place
        ]
        for kind in ("ask", "hello")
    }
    assert reading.problems == ()
    assert sum("I marked a line of yours" in letter.body for letter in drafts["hello"]) >= 8
    assert all(reading.journal.me.for_letters in letter.body for letter in drafts["ask"])
    begun = [letter for letter in drafts["ask"] if "Ottilie told me" in letter.body or "early" in letter.body]
    assert len(begun) == 2
