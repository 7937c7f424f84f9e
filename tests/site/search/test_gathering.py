"""Every word that somebody wrote is in some record."""

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.edit.question import question_text
from iiv.site.dossiers.journal_index import JournalIndex
from iiv.site.markdown.texts import Texts
from iiv.site.search.gathering import records
from iiv.site.search.records import Entry, Record, entry
from tests.builders import a_journal

JOURNAL = {
    "interviews/2026-03-02-ada.md": """\
        ---
        contact: Ada Lovelace
        date: 2026-03-02
        channel: video
        role: Analyst
        field: computing
        shift: Teaching after all.
        introductions: [Grace Hopper]
        help: [book]
        tags: [numbers]
        fits: patience
        doubt: hours
        said: Listen.
        mood: uneasy
        answers:
          start: |
            **By accident**, through music. #craft
        ---
        She hums. #music

        ## What colour is it?
        Blue.
        """,
    "interviews/2026-04-02-broken.md": "no front matter here\n",
    "me (1).md": "I look around.\nSometimes twice.\n",
    "contacts/ada.md": """\
        ---
        name: Ada Lovelace
        aliases: [Countess]
        email: ada@example.org
        phone: 0123 456
        organization: Engines
        introduced_by: Mary Somerville
        know: evening lectures
        respect: explains looms
        opening: Your engines.
        hat: velvet
        ---
        Brings cake.

        ## Log
        - 2026-02-10 asked by e-mail: with the article
        - 2026-02-20 scheduled 2026-03-02 17:30 by telephone
        """,
    "contacts/bob.md": "---\nname: [Bob\n---\nA mended valve.\n",
    "questions/start.md": """\
        ---
        ask: How did you start?
        topic: Path
        mood: curious
        formerly: [Where did it begin?]
        ---
        Nobody planned it.
        """,
    "directions/looms.md": "---\nname: A loom\nfields: [weaving]\ntags: [wool]\nmood: bright\n"
    "verdicts: [{verdict: try, on: 2026-04-01, why: Hum.}]\n---\nIt draws me.\n\n## Not known\nRent.\n",
    "me.md": "---\ncrossroads: Trees or trains?\n---\nI look around.\n\n## News\n- 2026-05-01 I moved\n",
    "index.md": "Welcome, reader.\n",
}


def held(files: dict[str, str]) -> dict[str, tuple[Record, Entry]]:
    """What search holds of a journal, by address."""
    reading = a_journal(files)
    index = JournalIndex(reading, Texts(reading.journal))
    found = [*records(index)]
    return {one.address: (one, entry(one, index.texts.html)) for one in found}


def words_of(made: Entry) -> str:
    """All that can be found in an entry."""
    _, _, title, line, _, names, parts, *_ = json.loads(made.names)
    (texts,) = json.loads(b"{%b}" % made.texts).values() if made.texts else ([],)
    said = (
        (part[2] if text[0] == "+" else "").removesuffix(" …") + text[1:]
        for part, text in zip(parts, texts, strict=True)
    )
    return " ".join([title, line, *names, *(" ".join(part[1:]) for part in parts), *said])


def test_each_page_has_the_words_that_were_written_for_it() -> None:
    found = held(JOURNAL)
    expected = {
        "interviews/2026-03-02-ada.html": "Ada Lovelace Analyst, Engines video computing Teaching Grace"
        " Hopper book numbers accident music. #craft hums. #music colour Blue. patience hours Listen. uneasy",
        "interviews/2026-04-02-broken.html": "no front matter here",
        "contacts/ada.html": "Countess ada@example.org 0123 lectures looms cake."
        " e-mail: article 17:30 telephone introduced Mary Somerville engines. velvet",
        "contacts/bob.html": "mended valve.",
        "contacts/grace-hopper.html": "Grace",
        "questions/start.html": "How start? Path Where begin? Nobody planned curious",
        "directions/looms.html": "loom Try weaving wool bright try Hum. draws Rent. Apr",
        "themes/index.html#theme-craft": "#craft place",
        "index.html": "Trees trains? Welcome, reader.",
    }
    found["about me"] = next(one for one in found.values() if one[0].title == "About me")
    expected["about me"] = "around. moved"
    found["copy"] = next(one for one in found.values() if one[0].title == "me (1).md")
    expected["copy"] = "Sometimes twice."
    missing = {
        address: [word for word in words.split() if word not in words_of(found[address][1]).split()]
        for address, words in expected.items()
    }
    assert {address: words for address, words in missing.items() if words} == {}


def test_talks_come_last_the_oldest_first() -> None:
    older = JOURNAL["interviews/2026-03-02-ada.md"].replace("2026-03-02", "2025-03-02")
    kinds = [(one.kind, one.date) for one, _ in held({**JOURNAL, "interviews/older.md": older}).values()]
    assert kinds[-2:] == [("talk", "2025-03-02"), ("talk", "2026-03-02")]


WORD = st.text(st.characters(categories=["Lu", "Ll", "Lo", "Nd"]), min_size=1, max_size=12)
BETWEEN = st.sampled_from(
    [" ", ", ", " (", "/", "—", " “", "” ", " #", "’", " & ", "\n", "\n\n", "\n- ", ". "]
)
# `1. ` at the start of a line is a list's number, and no word.
PIECE = st.tuples(WORD, BETWEEN).filter(lambda piece: not (piece[0].isdecimal() and piece[1] == ". "))
TEXT = st.lists(PIECE, min_size=1, max_size=12)


@given(answer=TEXT, notes=TEXT, about=TEXT, log=TEXT, synthesis=TEXT)
def test_every_word_of_every_note_is_held(
    answer: list[tuple[str, str]],
    notes: list[tuple[str, str]],
    about: list[tuple[str, str]],
    log: list[tuple[str, str]],
    synthesis: list[tuple[str, str]],
) -> None:
    def typed(text: list[tuple[str, str]]) -> str:
        return "x " + "".join(word + between for word, between in text)

    head = "---\ncontact: Ada\ndate: 2026-03-02\n---\n"
    line = " ".join(word for word, _ in log)
    found = held(
        {
            "interviews/ada.md": f"{head}{typed(notes)}\n\n## How did you start?\n{typed(answer)}\n",
            "contacts/ada.md": f"---\nname: Ada\n---\n{typed(about)}\n\n## Log\n- 2026-02-01 note: {line}\n",
            "questions/start.md": f"---\nask: How did you start?\n---\n{typed(synthesis)}\n",
        }
    )
    for address, texts in {
        "interviews/ada.html": (answer, notes),
        "contacts/ada.html": (about, log),
        "questions/start.html": (synthesis,),
    }.items():
        words = words_of(found[address][1])
        assert [w for text in texts for w, _ in text if unicodedata.normalize("NFC", w) not in words] == []


def test_who_asked_is_found() -> None:
    note = "---\ncontact: Ada\ndate: 2026-03-02\n---\n[00:12:03] Chris: How did you start?\nBy chance.\n"
    files = {"interviews/ada.md": note, "questions/start.md": "---\nask: How did you start?\n---\n"}
    reading = a_journal(files)
    found = records(JournalIndex(reading, Texts(reading.journal)))
    (talk,) = (record for record in found if record.kind == "talk")
    assert "[00:12:03] Chris" in str(talk.parts[-1].text)


def test_what_a_new_question_says_to_write_is_not_found() -> None:
    reading = a_journal({"questions/start.md": question_text("How did you start?")})
    record = next(records(JournalIndex(reading, Texts(reading.journal))))
    assert "What I make of it" not in [part.heading for part in record.parts]
