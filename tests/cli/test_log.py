"""`iiv log` adds one line about what passed between you and somebody, and changes nothing else."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.edit.log import one_line
from iiv.journal.model import Touchpoint
from iiv.journal.parse.log_words import VERBS
from iiv.journal.read.reading import read
from tests.builders import write_journal
from tests.cli.running import iiv, iiv_json

ADA = "---\nname: Ada Lovelace\n# the countess\naliases:   [Countess]\n---\nWords.  \n"
TODAY = ("--today", "2026-03-02")
NOTES = st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from(" :\n\r\t"))


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    notes = {
        "contacts/ada.md": ADA,
        "contacts/adam-smith.md": "---\nname: Adam Smith\n---\n",
        "interviews/a.md": "---\ncontact: ada\ndate: 2026-02-02\nintroductions: Grace Hopper\n---\nTalk.\n",
    }
    monkeypatch.chdir(write_journal(tmp_path, notes))
    return tmp_path


def the_log(journal: Path, id_: str = "ada") -> tuple[Touchpoint, ...]:
    reading = read(journal)
    assert reading.problems == ()
    return reading.journal.contacts_by_id[id_].log


def contents(journal: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (journal / "journal").rglob("*") if path.is_file()}


def test_one_line_at_the_end(journal: Path) -> None:
    result = iiv("log", "ada", "asked", "--by", "e-mail", *TODAY)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "- 2026-03-02 asked by e-mail\njournal/contacts/ada.md\n"
    text = (journal / "journal/contacts/ada.md").read_text()
    assert text == f"{ADA}\n## Log\n\n- 2026-03-02 asked by e-mail\n"
    iiv("log", "ada", "replied", "--today", "2026-03-04")
    assert (journal / "journal/contacts/ada.md").read_text() == f"{text}- 2026-03-04 replied\n"


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb(journal: Path, verb: str) -> None:
    day = ["2026-03-09"] if verb == "scheduled" else []
    assert iiv("log", "ada", verb.upper(), *day, *TODAY).exit_code == 0
    assert [line.verb for line in the_log(journal)] == [verb]


def test_the_day_and_time_of_a_talk(journal: Path) -> None:
    result = iiv("log", "ada", "scheduled", "2026-03-09", "9:05", "--by", "video", *TODAY)
    assert result.stdout.startswith("- 2026-03-02 scheduled 2026-03-09 09:05 by video\n")
    (line,) = the_log(journal)
    assert (line.date, line.day, line.time) == (dt.date(2026, 3, 2), dt.date(2026, 3, 9), dt.time(9, 5))


def test_the_line_has_the_day_on_which_it_happened(journal: Path) -> None:
    iiv("log", "ada", "wrote", "--date", "2026-02-28", "--note", "sent the article: on looms", *TODAY)
    (line,) = the_log(journal)
    assert (line.date, line.note) == (dt.date(2026, 2, 28), "sent the article: on looms")


@pytest.mark.usefixtures("journal")
def test_a_line_of_a_day_to_come_may_be_a_slip() -> None:
    result = iiv("log", "ada", "wrote", "--date", "2026-03-20", *TODAY)
    expected = (0, "2026-03-20 is still to come. If that is a slip, `iiv undo` takes the line back.\n")
    assert (result.exit_code, result.stderr) == expected


def test_the_same_line_twice_is_written_once(journal: Path) -> None:
    iiv("log", "ada", "called", "--by", "phone", *TODAY)
    before = contents(journal)
    result = iiv("log", "ada", "called", "--by", "phone", *TODAY)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("The log of Ada Lovelace has this line already.")
    assert contents(journal) == before
    result = iiv("log", "ada", "called", "--by", "phone", "--next", "2026-09-01", *TODAY)
    assert result.stdout.splitlines() == ["next_contact: 2026-09-01", "journal/contacts/ada.md"]
    assert len(the_log(journal)) == 1


def test_a_line_that_differs_by_its_note_alone_is_pointed_out(journal: Path) -> None:
    iiv("log", "ada", "wrote", "--by", "e-mail", *TODAY)
    result = iiv("log", "ada", "wrote", "--by", "e-mail", "--note", "looms", *TODAY)
    assert result.stderr == (
        "Another line of that day says this too, but for the note: if it is the same, `iiv undo`.\n"
    )
    assert len(the_log(journal)) == 2


@pytest.mark.parametrize(
    "other", ["wrote --by card", "called --by e-mail", "wrote --by e-mail --date 2026-03-01"]
)
def test_other_lines_of_a_day_are_well(journal: Path, other: str) -> None:
    iiv("log", "ada", "wrote", "--by", "e-mail", *TODAY)
    assert iiv("log", "ada", *other.split(), *TODAY).stderr == ""
    assert len(the_log(journal)) == 2


def test_a_day_may_have_many_notes_and_many_days_for_a_talk(journal: Path) -> None:
    for words in ("note --note a", "note --note b", "scheduled 2026-03-09", "scheduled 2026-03-10"):
        assert iiv("log", "ada", *words.split(), *TODAY).stderr == ""
    assert len(the_log(journal)) == 4


@pytest.mark.parametrize("name", ["ada", "ADA  LOVELACE", "countess", "lovel", "[[Ada Lovelace]]"])
def test_an_id_a_name_and_a_part_of_one_name_the_person(journal: Path, name: str) -> None:
    assert iiv("log", name, "asked").stdout.endswith("journal/contacts/ada.md\n")
    assert len(the_log(journal)) == 1


def test_somebody_who_is_only_named_gets_a_note(journal: Path) -> None:
    result = iiv("log", "hopper", "asked", "--next", "2026-09-01", *TODAY)
    said = ["- 2026-03-02 asked", "next_contact: 2026-09-01", "journal/contacts/grace-hopper.md"]
    assert result.stdout.splitlines() == said
    assert result.stderr == "Grace Hopper had no file: here it is.\n"
    text = (journal / "journal/contacts/grace-hopper.md").read_text()
    assert text.startswith("---\nname: Grace Hopper\n")
    assert text.endswith("---\n\n## Log\n\n- 2026-03-02 asked\n")
    assert [line.verb for line in the_log(journal, "grace-hopper")] == ["asked"]
    grace = read(journal).journal.contacts_by_id["grace-hopper"]
    assert (grace.name, grace.next_contact) == ("Grace Hopper", dt.date(2026, 9, 1))


def test_somebody_whose_only_note_has_a_bad_date_is_known(journal: Path) -> None:
    note = "---\ncontact: Hedy Lamarr\ndate: 2026-02-30\n---\nTalk.\n"
    (journal / "journal/interviews/b.md").write_text(note, "utf-8")
    assert iiv("log", "hedy", "thanked", *TODAY).stdout.endswith("journal/contacts/hedy-lamarr.md\n")


def test_when_to_be_in_touch_again(journal: Path) -> None:
    result = iiv("log", "ada", "called", "--next", "2026-09-01", *TODAY)
    assert "next_contact: 2026-09-01\n" in result.stdout
    text = ADA.replace("[Countess]\n", "[Countess]\nnext_contact: 2026-09-01\n")
    assert (journal / "journal/contacts/ada.md").read_text() == f"{text}\n## Log\n\n- 2026-03-02 called\n"
    iiv("log", "ada", "met", "--next", "2027-01-04", *TODAY)
    assert read(journal).journal.contacts_by_id["ada"].next_contact == dt.date(2027, 1, 4)


@pytest.mark.parametrize(
    ("verb", "day", "settled"),
    [
        ("wrote", "2026-03-16", True),
        ("wrote", "2026-03-17", False),
        ("asked", "2026-03-16", False),
        ("asked", "2026-02-10", True),  # there was a talk on 2 February
    ],
)
@pytest.mark.usefixtures("journal")
def test_a_day_that_is_settled_at_once_is_said_to_be(verb: str, day: str, *, settled: bool) -> None:
    result = iiv("log", "ada", verb, "--next", day, *TODAY)
    assert (f"You were in touch within 14 days of {day}, which settles it" in result.stderr) == settled
    asked = [item for item in iiv_json("due", "--today", day, "--all") if item["kind"] == "stay-in-touch"]
    assert bool(asked) != settled


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["ad", "asked"], "may be Ada Lovelace (ada), Adam Smith (adam-smith): name one by its id."),
        (["Somebody Else", "asked"], "nobody is called 'Somebody Else'"),
        (["", "asked"], "nobody is called ''"),
        (["ada", "thankd"], "'thankd' is no verb of the log: did you mean `thanked`?"),
        (["ada", "emailed"], "did you mean `wrote`?"),
        (["ada", "danced"], "verbs are asked, nudged, replied"),
        (["ada", "scheduled"], "`scheduled` needs the day of the talk"),
        (["ada", "thanked", "2026-02-28"], "when it happened is `--date 2026-02-28`"),
        (["ada", "wrote", "2099-01-01"], "when to be in touch again `--next 2099-01-01`"),
        (["ada", "scheduled", "someday"], "'someday' is no day"),
        (["ada", "scheduled", "3/2/2026"], "write 2026-02-03 or 2026-03-02"),
        (["ada", "scheduled", "by", "phone"], "a channel goes behind `--by`: --by phone"),
        (["ada", "wrote", "card"], "a channel goes behind `--by`: --by card"),
        (["ada", "wrote", "the article"], "anything else behind `--note`"),
        (["ada", "scheduled", "2026-03-09", "25:00"], "'25:00' is no time of day: write it as 15:00."),
        (["ada", "scheduled", "2026-03-09", "33pm"], "'33pm' is no time of day"),
        (["ada", "asked", "--by", "a: b"], "would not be read as it is meant"),
        (["ada", "asked", "--note", "<!-- x"], "begins a comment"),
        (["ada", "asked", "--note", "\x1b[2J"], "control character"),
        (["ada", "asked", "--next", "soon"], "'soon' is no day"),
        (["ada"], "Missing argument 'VERB'"),
    ],
)
def test_what_is_typed_wrongly_changes_nothing(journal: Path, words: list[str], why: str) -> None:
    before = contents(journal)
    result = iiv("log", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert why in " ".join(result.stderr.split())
    assert contents(journal) == before


@given(NOTES.filter(lambda note: "<!--" not in note))
def test_a_note_reads_back_on_one_line(tmp_path_factory: pytest.TempPathFactory, note: str) -> None:
    journal = write_journal(tmp_path_factory.mktemp("talks"), {"contacts/ada.md": ADA})
    assert iiv("-C", journal, "log", "ada", "wrote", f"--note={note}", *TODAY).exit_code == 0
    (line,) = read(journal).journal.contacts_by_id["ada"].log
    assert line.note == one_line(note)


def test_a_note_that_cannot_be_read_is_left_as_it_is(journal: Path) -> None:
    path = journal / "journal/contacts/ada.md"
    path.write_text("---\nname: [Ada\n---\n")
    result = iiv("log", "ada", "asked")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: journal/contacts/ada.md was left as it is: line ")
    assert path.read_text() == "---\nname: [Ada\n---\n"


@pytest.mark.usefixtures("journal")
def test_the_act_that_was_due_is_due_no_more() -> None:
    day = ("--days", "0", "--today", "2026-03-11")
    iiv("log", "grace", "asked", "--date", "2026-03-02")
    assert "nudge" in [item["kind"] for item in iiv_json("due", *day)]
    iiv("log", "grace", "replied", "--date", "2026-03-11")
    assert "nudge" not in [item["kind"] for item in iiv_json("due", *day)]


def test_as_a_process_of_its_own(journal: Path) -> None:
    command = [sys.executable, "-c", "from iiv.cli.main import main; main()", "log", "ada", "asked", *TODAY]
    done = subprocess.run(command, cwd=journal, capture_output=True, text=True, check=True)
    assert done.stdout == "- 2026-03-02 asked\njournal/contacts/ada.md\n"
    assert len(the_log(journal)) == 1
