"""The answers of a journal as tables, read back by the standard library's reader."""

import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from iiv.exchange.answer_table import answer_table, talk_table
from iiv.exchange.cells import guarded, unguarded_answer, unguarded_formula
from iiv.exchange.importing.long_tables import widened
from iiv.exchange.importing.rows import rows_of
from iiv.exchange.importing.sheets import KnownQuestions, question_columns
from iiv.exchange.importing.tables import table_of
from iiv.exchange.importing.talk_note import talk_note
from iiv.exchange.importing.talks import talks_in
from iiv.journal.journal import Journal
from iiv.journal.read.reading import read
from tests.builders import a_journal
from tests.conftest import REAL_INTERVIEWS, ROOT

NOTES = {
    "interviews/2026-03-02-ada.md": "---\ncontact: Ada Lovelace\ndate: 2026-03-02 15:00\nhelpfulness: 4\n"
    "introductions: [Grace Hopper, Mary]\nanswers:\n"
    '  start: |\n    **By accident.** With #music, "so to say".\n  mood: =1+1\n'
    "---\nNotes.[^1]\n\n## How will it end?\n\n[^1]: Below.\n",
    "interviews/2026-04-02-grace.md": "---\ncontact: Grace Hopper\ndate: 2026-04-02\nnext_contact: never\n"
    "answers:\n  end: |\n    - at sea\n    - n/a\n---\n",
    "questions/start.md": "---\nask: How did you start?\norder: 1\n---\n",
    "questions/end.md": "---\nask: How will it end?\norder: 2\n---\n",
    "contacts/grace.md": "---\nname: Grace Hopper\nrole: Admiral\n---\n",
}


def rows(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def again(table: bytes, questions: Mapping[str, str]) -> Journal:
    """The journal that a table is read as, beside files of questions."""
    journal = a_journal(questions).journal
    asked = KnownQuestions(journal)
    found = table_of("", widened(rows_of(table.decode("utf-8-sig"))), {}, asked.is_question)
    assert found is not None
    columns = question_columns(found, asked, {})
    talks = enumerate(talks_in(found, columns, "dmy"))
    notes = {
        f"interviews/{at:04}.md": talk_note(talk.record.name, talk, journal.questions).encode()
        for at, talk in talks
    }
    return a_journal({**questions, **notes}).journal


def told(journal: Journal) -> list[object]:
    """What a table tells of each talk. Somebody's role may stand in their file instead."""
    return [
        (
            *(
                journal.contacts_by_id[talk.contact].name,
                talk.date,
                talk.time,
                talk.helpfulness,
                talk.interest,
            ),
            *(talk.channel, talk.minutes, talk.asked_about_me, talk.next_contact, talk.shift, talk.said),
            *(talk.fits, talk.doubt, talk.help, talk.tags, talk.notes, talk.themes),
            *([journal.contacts_by_id[id_].name for id_ in talk.introductions],),
            {answer.question: answer.text for answer in talk.answers},
        )
        for talk in journal.talks
    ]


@pytest.mark.parametrize("table", [answer_table, talk_table])
@pytest.mark.parametrize(
    "root", [ROOT, pytest.param(REAL_INTERVIEWS, marks=pytest.mark.stress)], ids=["example", "real"]
)
def test_what_was_written_is_read_again(root: Path, table: Callable[[Journal], bytes]) -> None:
    if not root.exists():
        pytest.skip("no ../shared here")
    journal = read(root).journal
    paths = (root / "journal/questions").iterdir()
    questions = {f"questions/{path.name}": path.read_text("utf-8") for path in paths}
    assert told(again(table(journal), questions)) == told(journal)


LINES = [
    *("n/a", "'n/a", "-", "none", "# A", "## How did you start?", "- [ ] b", "> c", "=1", "~~~", "a:b"),
    *("[^1]: d", "    e", "...", "\\#f", "<b>", "&amp;"),
]
ANSWERS = st.one_of(
    st.text(st.characters(exclude_characters="\0", codec="utf-8")),  # no cell holds it
    st.text(alphabet="'n/a=-+@;,\"# \n\t.`>|[]*"),
    st.lists(st.sampled_from(LINES)).map("\n".join),
)


@given(ANSWERS, ANSWERS)
def test_each_answer_comes_back_whatever_was_said(start: str, end: str) -> None:
    note = {"contact": "Ada Lovelace", "date": "2026-03-02", "answers": {"start": start, "end": end}}
    front = yaml.safe_dump(note, allow_unicode=True)
    questions = {path: text for path, text in NOTES.items() if path.startswith("questions/")}
    journal = a_journal({**questions, "interviews/ada.md": f"---\n{front}---\n".encode()}).journal
    for table in (answer_table, talk_table):
        assert told(again(table(journal), questions)) == told(journal)


def test_one_row_an_answer() -> None:
    journal = a_journal(NOTES).journal
    found = [
        (row["contact"], row["question"], row["asked"], row["answer"]) for row in rows(answer_table(journal))
    ]
    assert found == [
        ("Ada Lovelace", "start", "How did you start?", '**By accident.** With #music, "so to say".'),
        ("Ada Lovelace", "end", "How will it end?", ""),
        ("Ada Lovelace", "mood", "mood", "'=1+1"),
        ("Grace Hopper", "end", "How will it end?", "'- at sea\n- n/a"),
    ]


def test_what_is_known_of_the_talk_stands_in_each_row() -> None:
    first, *_, last = rows(answer_table(a_journal(NOTES).journal))
    assert (first["talk"], first["date"], first["helpfulness"]) == ("2026-03-02-ada", "2026-03-02", "4")
    assert (first["gist"], first["themes"]) == ("By accident.", "music")
    assert (last["role"], last["helpfulness"]) == ("Admiral", "")


def test_one_row_a_talk() -> None:
    ada, grace = rows(talk_table(a_journal(NOTES).journal))
    assert (ada["How will it end?"], grace["How did you start?"]) == ("n/a", "")
    assert ada["introductions"] == "Grace Hopper; Mary"
    assert (ada["time"], grace["time"]) == ("15:00", "")
    assert grace["next_contact"] == "never"
    assert ada["mood"] == "'=1+1"
    assert ada["notes"] == "Notes.[^1]\n\n[^1]: Below."


def test_two_columns_never_have_one_head() -> None:
    same = {"questions/a.md": "---\nask: date\n---\n", "questions/b.md": "---\nask: date\n---\n"}
    heads = next(
        csv.reader(io.StringIO(talk_table(a_journal({**NOTES, **same}).journal).decode("utf-8-sig")))
    )
    assert len(heads) == len(set(heads))


@pytest.mark.parametrize("root", [ROOT, REAL_INTERVIEWS], ids=["example", "real"])
def test_all_answers_are_there_and_no_cell_is_a_formula(root: Path) -> None:
    if not root.exists():
        pytest.skip("no ../shared here")
    journal = read(root).journal
    said = [answer.text for talk in journal.talks for answer in (*talk.answers, *talk.unknown_answers)]
    narrow, wide = rows(answer_table(journal)), rows(talk_table(journal))
    assert len(narrow) == len(said)
    assert len(wide) == len(journal.talks)
    cells = [cell for row in (*narrow, *wide) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert {text.lstrip("'") for text in said} <= {cell.lstrip("'") for cell in cells}


RUN = "=+-@\t\r\n＝＋－＠"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1", "- a list", "'=1", "n/a", "-"]
)
def test_what_would_be_run_or_mean_not_answered_begins_with_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Music.", "'tis", "1 = 1", "a@example.org", "none of it", "**Bold**"])
def test_other_text_is_not_touched(text: str) -> None:
    assert guarded(text) == text


@given(st.one_of(st.text(), st.text(alphabet=f"'{RUN}na/ ")))
def test_each_text_comes_back_and_none_begins_a_formula(text: str) -> None:
    assert unguarded_answer(unguarded_formula(guarded(text))) == text
    assert not guarded(text).startswith(tuple(RUN))
