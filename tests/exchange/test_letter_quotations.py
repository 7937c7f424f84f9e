"""What goes back to somebody in a letter, and what never does."""

import re

import pytest

from iiv.exchange.eml import eml
from iiv.exchange.letter_facts import beside
from iiv.exchange.letters import KINDS, SCRIPTS, draft
from iiv.exchange.mailto import mailto
from iiv.exchange.plain import sentence
from iiv.journal.journal import Journal
from iiv.journal.model import Contact
from iiv.journal.settings import Settings
from tests.builders import a_journal
from tests.exchange.test_letters import SHIPPED, answers, letter
from tests.method.people import ada, talk

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


def test_a_card_is_short_has_no_address_and_quotes_something_else() -> None:
    notes = answers('start: **"The moment it fits."**', 'satisfying: **"By luck, mostly, and late."**')
    card = letter("card", ada(front_matter="email: ada@example.org"), talk("2026-03-02", notes=notes))
    assert (card.to, card.subject, card.channel) == ("", "", "card")
    assert card.body == (
        "Dear Ada,\n\n“By luck, mostly, and late.”\n\nThat is what you said on 2 March, and it has "
        "stayed with me.\n\nThank you for giving me your time.\n\nGrace"
    )


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
    expected = [["Nobody here is in a hurry."], ["I was a very bad dancer."], ["Nobody here is in a hurry."]]
    assert [re.findall("“(.+)”", body) for body in bodies] == expected


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


def test_of_a_name_only_the_name_is_told() -> None:
    offered = talk("2026-03-02", "introductions: [Bob (her ex), Mary Somerville?, her boss, 2 people]")
    said = "for offering to introduce me to Bob and Mary Somerville. I"
    assert said in letter("thank", ada(), offered).body
    nobody = talk("2026-03-02", "introductions: [somebody in her team]")
    assert "introduce" not in letter("thank", ada(), nobody).body
    assert "It was Mary who" in letter("ask", ada(front_matter="introduced_by: Mary (my ex)")).body


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


def test_no_backslash_before_punctuation_is_left_in_a_letter() -> None:
    typed = 'By chance at R\\&D, \\= luck\\, and \\"more\\"\\.'
    assert sentence(typed) == 'By chance at R&D, = luck, and "more".'
    assert sentence("C:\\Users \\$5 \\/ \\@") == "C:Users $5 / @"


def test_no_theme_mark_and_no_sign_of_markdown_is_left_in_a_letter() -> None:
    assert sentence("#craft and **half bold, `code` ~~gone~~ [[Ada|her]] ==yes== _it_ 5 * 3") == (
        "craft and half bold, code her yes it 5 3"
    )
