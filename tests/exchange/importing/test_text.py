"""Other people's text, and a person's own in a sheet: what stands in a note is what was written."""

import datetime as dt
import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.cli.blank_notes import blank_contact
from iiv.exchange.importing.own_words import as_own_markdown, cell_text, is_unanswered, is_unasked
from iiv.exchange.importing.records import Record, addresses, fact, numbers, page
from iiv.exchange.importing.talk_note import talk_note
from iiv.exchange.importing.talks import Talk
from iiv.exchange.transcripts.plain_words import plain_lines
from iiv.journal.model import Question
from iiv.journal.parse.markup import themes
from iiv.journal.parse.tasks import boxes
from tests.builders import a_journal
from tests.site.markdown.test_rendering import render

PIECES = st.sampled_from(
    [
        *("# ", "#theme ", "- ", "[ ] ", "[x](javascript:alert(1)) ", "[[Ada]]", "![p](p.png)"),
        *("<script>x</script>", "<b>", "```", "~~~", "---", "\n", "\n\n", "> ", "1. ", "* ", "*a*", "_b_"),
        *("`c`", "==m==", "^i^", "~~s~~", "{: .x}", "[a]: http://x.example", "[^1]: f", "!!! note", "??? q"),
        *("| a | b |", "&lt;", "&amp;", "☐ do", "%%c%%", "word ", "é", "$x$", "=", "-", "+ ", ": d", "\\"),
        *("\\*", "TODO: x", "How did it begin?", "**How did it begin?**", "Q: How did it begin?", "    "),
        *("\t", "key: value", "contact: Bob", "\u202e", "\x1b[31m"),
    ]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)


def shown(markdown: str) -> str:
    """The words of a page, without its tags."""
    return " ".join(html.unescape(re.sub(r"<[^<>]*>", " ", render(markdown))).split())


def bare(text: str) -> str:
    """A text without what no page shows, and without spaces."""
    return "".join(sign for sign in text if sign.isprintable() and not sign.isspace())


@given(TEXTS)
def test_other_peoples_text_is_shown_as_it_is(text: str) -> None:
    markdown = plain_lines(text)
    assert bare(shown(markdown)) == bare(text)
    assert not themes(markdown)
    assert not boxes(markdown).tasks
    # A bare web address is a link, as anywhere.
    assert set(re.findall(r'<a href="(\w+:)', render(markdown))) <= {"http:"}


@given(TEXTS)
def test_other_peoples_text_makes_nothing_in_a_note(text: str) -> None:
    note = f"{blank_contact('Ada')}\n{plain_lines(text)}\n"
    journal = a_journal({"contacts/ada.md": note.encode()}).journal
    (ada,) = journal.contacts
    assert (ada.name, ada.role, ada.log, ada.promises, ada.definitions) == ("Ada", "", (), (), ())


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_value_can_become_another(name: str, role: str) -> None:
    note = blank_contact(fact(name) or "Ada", {"role": fact(role)})
    (found,) = a_journal({"contacts/ada.md": note.encode()}).journal.contacts
    assert (found.name, found.role, found.email, found.tags) == (fact(name) or "Ada", fact(role), "", ())


QUESTIONS = [Question("start", "How did it begin?"), Question("regret", "What do you regret?")]


def a_talk(start: str, regret: str, rest: str) -> Talk:
    answers = {"start": start, "regret": regret}
    return Talk(
        Record("row 2", "Ada"), dt.date(2026, 3, 2), "", {}, answers, (("Best?", rest),) if rest else ()
    )


@given(TEXTS.map(cell_text), TEXTS.map(cell_text), TEXTS.map(cell_text))
def test_each_answer_of_a_sheet_is_one_answer_of_the_note(start: str, regret: str, rest: str) -> None:
    note = talk_note("Ada", a_talk(start, regret, rest), QUESTIONS)
    files = {f"questions/{one.id}.md": f"---\nask: {one.ask}\n---\n" for one in QUESTIONS}
    (talk,) = a_journal({**files, "interviews/a.md": note.encode()}).journal.interviews
    said = {answer.question: answer.text.strip() for answer in talk.answers}
    assert said == {"start": as_own_markdown(start), "regret": as_own_markdown(regret)}
    assert "[ ]" in note or talk.promises == ()
    for text in (start, regret):
        html_ = render(as_own_markdown(text)).replace('<div class="footnote">\n<hr>', "")
        assert not re.search(r"<(?:h\d|pre|hr|table)\b", html_)


@pytest.mark.parametrize(
    ("cell", "markdown"),
    [
        ("By accident.\r\nI **swam**, #luck", "By accident.\nI **swam**, #luck"),
        ("# First\n---\n> 5 years", "\\# First\n\\---\n\\> 5 years"),
        ("- one\n  - two\n3. three", "- one\n  - two\n3. three"),
        ("    not code", "not code"),
        ("[ ] call\n- [x] done [ ]", "&#91; ] call\n- [x] done &#91; ]"),
        ("> She said so", "> She said so"),
        ("<3 years & <b>more</b>", "<3 years & \\<b>more\\</b>"),
        (r"C:\new and \*", r"C:\new and \\*"),
        ("[Ada]: yes", "[Ada]: yes"),
        ("*[BBC]: x", "\\*[BBC]: x"),
    ],
)
def test_a_persons_own_words_stay_as_they_mean_them(cell: str, markdown: str) -> None:
    assert as_own_markdown(cell) == markdown


@pytest.mark.parametrize(
    "text", ["n/a", "N/A", "n.a.", "NA", "-", "–", "—", "--", "(n/a)", "k. A.", "no answer", "..."]
)
def test_asked_and_not_answered(text: str) -> None:
    assert is_unanswered(text)
    assert not is_unasked(text)


@pytest.mark.parametrize("text", ["No", "no", "None", "?", "0", "nothing", "na ja", "-5", "Anna"])
def test_an_answer_is_an_answer(text: str) -> None:
    assert not is_unanswered(text)
    assert not is_unasked(text)


@pytest.mark.parametrize("text", ["", "  \n", "not asked", "Didn't ask"])
def test_not_asked(text: str) -> None:
    assert is_unasked(text)


def test_facts_are_short_lines_and_addresses_are_addresses() -> None:
    assert fact(" a\n b\x1b \u202e") == "a b"
    assert fact("x" * 301) == ""
    assert fact("Farm (https://www.notion.so/Farm-1)") == "Farm"
    expected = ["a@example.org", "b@example.org"]
    assert addresses("a@example.org ::: <mailto:b@example.org>; /o=Exchange/cn=x, nobody@") == expected
    assert numbers("tel:+1 2 ::: none ::: 3") == ["+1 2", "3"]
    assert page("javascript:alert(1)") == page("www.example.org") == ""
    assert page("https://example.org/a?b<c>") == "https://example.org/a?b"
