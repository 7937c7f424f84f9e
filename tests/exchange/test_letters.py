import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.exchange.eml import eml
from iiv.exchange.letter_facts import beside
from iiv.exchange.letters import KINDS, SCRIPTS, Letter, LetterKind, LetterTemplates, Script, draft
from iiv.exchange.mailto import mailto
from iiv.journal.journal import Journal
from iiv.journal.model import Contact
from iiv.journal.read.reading import read
from iiv.journal.settings import Settings
from iiv.shipped import shipped
from tests.builders import a_journal
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
    assert (
        "[what you saw]"
        not in letter("hello", ada("2026-05-01 saw\n2026-05-02 wrote"), talk("2026-03-02")).body
    )


SPITEFUL = "a spiteful remark"


def test_nothing_that_was_not_said_is_in_a_letter() -> None:
    """Wherever something was noted, and however: none of it is in any letter, script or link."""
    front = "\n".join(
        f"{key}: {SPITEFUL} {number}"
        for number, key in enumerate(("know", "respect", "role", "organization", "field", "phone"))
    )
    person = {
        "contacts/ada.md": f"---\nname: Ada\nemail: ada@example.org\n{front}\nshoe: {SPITEFUL}\n---\n"
        f"{SPITEFUL}\n\n- [ ] {SPITEFUL}\n\n"
        f"## Log\n- 2026-01-02 asked: {SPITEFUL}\n- 2026-03-03 gave: {SPITEFUL}\n"
        f"- 2026-03-04 note: {SPITEFUL}\n- 2026-03-05 saw: {SPITEFUL}\n- nonsense {SPITEFUL}\n"
    }
    texts = (
        f"**{SPITEFUL}** and more.",
        f"**{SPITEFUL}.**",
        f'He said "{SPITEFUL}".',
        f'**"Nice," she said, "{SPITEFUL}."**',
        f'**He: "{SPITEFUL}"**',
        f"> [!note] {SPITEFUL}\n> {SPITEFUL}",
        f"> - [ ] {SPITEFUL}",
        f"> ## {SPITEFUL}\n> {SPITEFUL}",
        f"> | {SPITEFUL} |\n> |---|",
        f"> > {SPITEFUL}",
        f"```\n> {SPITEFUL}\n```",
        f"<!--\n> {SPITEFUL}\n-->",
        f"> How was it?\n> {SPITEFUL}",
        f"> What was it like?\n> {SPITEFUL}",
        f"> Bob: {SPITEFUL}",
        f"> Her Boss: {SPITEFUL}",
        f"- {SPITEFUL}",
        f"#{SPITEFUL.split()[1]} {SPITEFUL}",
        f"> {SPITEFUL}\n> \N{EM DASH} Bob",
        f"> Me: {SPITEFUL}",
        f"> **Bob:** {SPITEFUL}",
        f"> [00:12:03] Bob: {SPITEFUL}",
        f"> Note to self: {SPITEFUL}",
        f"> Q: Who?\n> A: {SPITEFUL}",
        f"> Grace: {SPITEFUL}",
        f"### And what of it?\n\n> {SPITEFUL}",
        f"> ~~{SPITEFUL}~~",
        f"> %%{SPITEFUL}%%",
        "> Well. #spiteful",
        "> Well #spiteful #mean",
        "> #spiteful",
        f"> Well [{SPITEFUL}]",
    )
    questions = {
        f"questions/q{number}.md": f"---\nask: What about number {number}, then?\n---\n{SPITEFUL}\n"
        for number in range(len(texts))
    }
    questions["questions/pay.md"] = "---\nask: And the money, then?\ntopic: Conditions\n---\n"
    questions["questions/how.md"] = "---\nask: How was it?\nformerly: [What was it like]\n---\n"
    body = "".join(f"\n## q{number}\n\n{text}\n" for number, text in enumerate(texts))
    body += f'\n## pay\n\n**"{SPITEFUL}"**\n\n> {SPITEFUL}\n\n## {SPITEFUL}\n\n> {SPITEFUL}\n'
    note = (
        f"---\ncontact: ada\ndate: 2026-03-02\nshift: {SPITEFUL}\nfits: {SPITEFUL}\ndoubt: {SPITEFUL}\n"
        f"help: [{SPITEFUL}]\ntags: [spiteful]\nwhat: {SPITEFUL}\n---\n{SPITEFUL}\n\n> {SPITEFUL}\n{body}"
    )
    me = {"me.md": f"---\nname: Grace Hopper\ncrossroads: {SPITEFUL}\n---\n{SPITEFUL}\n"}
    journal = a_journal({**me, **person, **questions, "interviews/a.md": note}).journal
    ada_ = journal.contacts_by_id["ada"]
    for name in (*KINDS, *SCRIPTS.values()):
        written = draft(name, ada_, journal, Settings(), SHIPPED)
        shown = f"{written.subject} {written.body} {eml(written).decode()} {mailto(written)}"
        assert "spiteful" not in shown
    assert sum("spiteful" in line for line in beside(ada_, journal)) == 7


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


@pytest.mark.parametrize(
    ("marked", "quoted"),
    [
        ('**"When it all fits."** Rare.', "When it all fits."),
        ("**“When it all fits.”**", "When it all fits."),
        ("**„When it all fits.“**", "When it all fits."),
        ("**« When it all fits. »**", "When it all fits."),
        ("“**When it all fits.**”", "When it all fits."),
        ('**"When it all fits".**', "When it all fits"),
        ("**‘When it’s all fits.’**", "When it’s all fits."),
        ("She laughed.\n\n> When it all\n> fits.\n> — Ada\n\nMine.", "When it all fits."),
        ("> When #it *all* fits\\.", "When it all fits."),
        ("> When it ~~nearly~~ all %%so%% fits. #luck #ease ^a1b2", "When it all fits."),
        ('**"When it all fits. #luck"**', "When it all fits."),
        ("> **Ada:** When it all fits.", "When it all fits."),
        ("> 00:12:03 When it all fits.", "When it all fits."),
        ("> **Well: when it all fits.**", "Well: when it all fits."),
        ("> It is this: R&amp;D, when it all fits.", "It is this: R&D, when it all fits."),
    ],
)
def test_what_is_marked_as_theirs_may_go_back_to_them(marked: str, quoted: str) -> None:
    thanks = letter("thank", ada(), talk("2026-03-02", notes=f"\n## satisfying\n{marked}\n"))
    assert "for your time on 2 March" in thanks.body
    assert f"\n\n    “{quoted}”\n\n" in thanks.body
    assert thanks.body.endswith("\n\nWith many thanks,\nGrace")


def test_said_is_quoted_first() -> None:
    notes = answers('start: **"By luck, mostly, and late."**')
    thanks = letter("thank", ada(), talk("2026-03-02", "said: When it all fits.", notes=notes))
    assert "\n\n    “When it all fits.”\n\n" in thanks.body


@pytest.mark.parametrize("said", ["no", "-", "'???'", "n/a", "nothing", "TODO"])
def test_nothing_said_is_no_quotation(said: str) -> None:
    assert "“" not in letter("thank", ada(), talk("2026-03-02", f"said: {said}")).body


def test_without_a_quotation_each_letter_is_whole() -> None:
    for kind in KINDS:
        whole = letter(kind, ada(), talk("2026-03-02", notes=answers("start: **By luck.**")))
        assert "“" not in whole.body
        assert whole.blanks == ()


def test_thanks_for_an_introduction() -> None:
    offered = talk("2026-03-02", "introductions: [Mary Somerville, Charles Babbage, Ada Lovelace]")
    body = letter("thank", ada(), offered).body
    assert "for offering to introduce me to Mary Somerville and Charles Babbage." in body


def test_of_a_name_only_the_name_is_told() -> None:
    offered = talk("2026-03-02", "introductions: [Bob (her ex), Mary Somerville?, her boss, 2 people]")
    assert (
        "for offering to introduce me to Bob and Mary Somerville. I" in letter("thank", ada(), offered).body
    )
    nobody = talk("2026-03-02", "introductions: [somebody in her team]")
    assert "introduce" not in letter("thank", ada(), nobody).body
    assert "It was Mary who" in letter("ask", ada(front_matter="introduced_by: Mary (my ex)")).body


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
        body = letter(name, *notes).body
        assert "our talk" not in body
        assert "you said" not in body
        assert "You said" not in body


def test_who_was_asked_before_is_not_asked_for_the_same_again() -> None:
    again = letter("ask", ada(), talk("2026-03-02"))
    assert again.subject == "May I come back to you?"
    assert "Thank you for our talk in March 2026." in again.body
    assert "another thirty minutes" in again.body
    for name in ("ask", "ask-phone", "nudge", "nudge-phone"):
        body = letter(name, ada("2026-03-09 asked"), talk("2026-03-02")).body
        assert "how you came to" not in body
        assert "how you got" not in body


def test_a_card_is_short_has_no_address_and_quotes_something_else() -> None:
    notes = answers(
        'start: **"The moment when it all fits."**', 'satisfying: **"By luck, mostly, and late."**'
    )
    card = letter("card", ada(front_matter="email: ada@example.org"), talk("2026-03-02", notes=notes))
    assert (card.to, card.subject, card.channel) == ("", "", "card")
    assert card.body == (
        "Dear Ada,\n\n“By luck, mostly, and late.”\n\nThat is what you said on 2 March, and it has "
        "stayed with me.\n\nThank you for giving me your time.\n\nGrace"
    )


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


def test_hello_quotes_something_else_each_time() -> None:
    notes = answers(
        'satisfying: **"The moment when it all fits."**',
        'start: **"By luck, mostly, and late."**',
        'industry: **"Nobody here is in a hurry."**',
        'background: **"I was a very bad dancer."**',
        "same-path: **The same again, please.**",
    )
    logs = ("", "2026-06-01 wrote", "2026-06-01 wrote\n2026-09-01 wrote")
    bodies = [letter("hello", ada(log), talk("2026-03-02", notes=notes)).body for log in logs]
    assert "from March 2026" in bodies[0]
    assert [re.findall("“(.+)”", body) for body in bodies] == [
        ["Nobody here is in a hurry."],
        ["I was a very bad dancer."],
        ["Nobody here is in a hurry."],
    ]


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ('"A hundred and eighty, Keith."', "“A hundred and eighty, Keith.”"),
        ('He said "no", and meant it.', "“He said ‘no’, and meant it.”"),
        ('An inch of 5" tape, no more.', "“An inch of 5' tape, no more.”"),
    ],
)
def test_quotation_marks_within_a_quotation(said: str, quoted: str) -> None:
    assert quoted in letter("thank", ada(), talk("2026-03-02", notes=f"\n## start\n> {said}\n")).body


@pytest.mark.parametrize(
    ("name", "aliases", "called"),
    [
        ("Ada Lovelace", "", "Ada"),
        ("Dr. Ada Lovelace", "", "Dr. Lovelace"),
        ("Dr", "", "Dr"),
        ("Lovelace, Ada", "", "Ada"),
        ("van der Berg, Jan", "", "Jan"),
        ("van der Berg", "", "van der Berg"),
        ("J. R. Smith", "", "J. R. Smith"),
        ("Dr. Ada King Jr.", "", "Dr. King"),
        ("Dr. Ada King, PhD", "", "Dr. King"),
        ("Sir Tim Lee", "", "Sir Tim"),
        ("Herr Weiß", "", "Herr Weiß"),
        ("Robert and Ann Miller", "", "Robert and Ann"),
        ("Mr. & Mrs. Miller", "", "Mr. and Mrs. Miller"),
        ("Nguyễn Văn An", "", "Nguyễn Văn An"),
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
