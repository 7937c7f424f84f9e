"""`iiv new --from`: a recorded talk becomes a note with its answers in place."""

import os
import shutil
from pathlib import Path

import pytest

from iiv.journal.read.reading import read
from tests.builders import write_journal
from tests.cli.running import iiv
from tests.exchange.transcripts.heard import QUESTIONS

if os.name != "nt":
    from tests.cli.running import at_a_terminal

FIXTURES = Path(__file__).parents[1] / "exchange" / "transcripts" / "fixtures"
TODAY = ("--today", "2026-03-25", "--no-edit")


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_journal(tmp_path, {"me.md": "---\nname: Nuala Brandt\n---\n", **QUESTIONS})
    shutil.copytree(FIXTURES, tmp_path / "recordings")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_recording_becomes_a_note(journal: Path) -> None:
    result = iiv("new", "Tomasz Kowal", "--from", "recordings/teams.vtt", *TODAY)
    assert (result.exit_code, result.stdout) == (0, "journal/interviews/2026-03-02-tomasz-kowal.md\n")
    reading = read(journal)
    assert reading.problems == ()
    (talk,) = reading.journal.talks
    assert (talk.contact, str(talk.date), talk.minutes) == ("tomasz-kowal", "2026-03-02", 12)
    assert [answer.question for answer in talk.answers] == ["start", "satisfying", "industry", "same-path"]
    assert talk.answers[0].gist == "Well, by accident, really."
    assert talk.themes == ()


def test_it_says_what_it_found(journal: Path) -> None:
    said = iiv("new", "Tomasz Kowal", "--from", "recordings/slack.txt", *TODAY).stderr.splitlines()
    assert said[:3] == [
        "slack.txt: a chat, 170 words.",
        "Speakers: Nuala Brandt (you), 75 words; Tomasz Kowal, 95 words.",
        "  start       38 words  “So how did you get your start in this work, and why?”",
    ]
    assert "Unplaced: 54 words, below headings that say so." in said
    assert "Left out, as nobody said it: [3:06 PM]" in said
    assert said[-1] == "The file does not say the day: 2026-03-25 was taken: --date says another."
    assert (journal / "journal/interviews/2026-03-25-tomasz-kowal.md").exists()


def test_a_day_that_may_be_two_is_named_with_what_to_type(journal: Path) -> None:
    chat = journal / "recordings/chat.txt"
    chat.write_text("[03/02/2026, 15:00:12] Nuala Brandt: Hi\n[03/02/2026, 15:01:12] Ann: Hello\n", "utf-8")
    said = iiv("new", "Ann", "--from", "recordings/chat.txt", *TODAY).stderr.splitlines()
    assert said[-1] == (
        "The file's day may be 3 Feb 2026 or 2 Mar 2026: 2026-03-25 was taken."
        " `--date 2026-02-03` or `--date 2026-03-02` says which."
    )


def test_undo_takes_it_back(journal: Path) -> None:
    iiv("new", "Tomasz Kowal", "--from", "recordings/teams.vtt", *TODAY)
    assert iiv("undo").exit_code == 0
    assert not list((journal / "journal/interviews").glob("*"))


def test_the_files_are_only_read(journal: Path) -> None:
    before = {
        file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in (journal / "recordings").iterdir()
    }
    for number, name in enumerate(before):
        me = ("--me", "Speaker 1") if name == "macwhisper.txt" else ()
        me = ("--me", "SPEAKER_01") if name == "whisperx.srt" else me
        iiv("new", f"Tomasz Kowal {number}", "--from", f"recordings/{name}", *me, *TODAY)
    after = {
        file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in (journal / "recordings").iterdir()
    }
    assert after == before
    reading = read(journal)
    assert len(reading.journal.interviews) >= len(before) - 3
    assert {problem.code for problem in reading.problems} <= {
        "no-answers",
        "similar-name",
        "question-within-text",
    }


def test_a_prepared_note_is_filled(journal: Path) -> None:
    (note,) = [journal / iiv("new", "Tomasz Kowal", "--date", "2026-03-02", *TODAY).stdout.strip()]
    text = (
        note.read_text("utf-8")
        .replace("channel:\n", "channel: video\n")
        .replace("\n## ", "\n<!-- mine -->\n\n## ", 1)
    )
    note.write_bytes(text.replace("\n", "\r\n").encode())
    result = iiv("new", "Tomasz Kowal", "--from", "recordings/teams.vtt", *TODAY)
    assert result.stdout == "journal/interviews/2026-03-02-tomasz-kowal.md\n"
    filled = note.read_bytes()
    assert filled.count(b"\n") == filled.count(b"\r\n")
    assert filled.count(b"<!-- mine -->") == 1
    (talk,) = read(journal).journal.talks
    assert (talk.channel, talk.minutes, len(talk.answers)) == ("video", 12, 4)
    assert iiv("undo").exit_code == 0
    assert note.read_bytes() == text.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("below", ["Mine.\n", "## How did you begin?\nSo.\n"])
def test_a_note_that_says_something_is_never_touched(journal: Path, below: str) -> None:
    note = journal / "journal/interviews/2026-03-02-tomasz-kowal.md"
    note.parent.mkdir()
    note.write_text(f"---\ncontact: Tomasz Kowal\ndate: 2026-03-02\n---\n{below}")
    before = note.read_bytes()
    result = iiv("new", "Tomasz Kowal", "--from", "recordings/teams.vtt", *TODAY)
    assert result.exit_code == 1
    assert result.stderr == (
        "Error: journal/interviews/2026-03-02-tomasz-kowal.md says something already, and was left alone:"
        " name another day with --date.\n"
    )
    assert note.read_bytes() == before
    assert list(note.parent.iterdir()) == [note]


def test_a_broken_note_of_that_name_is_left_alone(journal: Path) -> None:
    note = journal / "journal/interviews/2026-03-02-tomasz-kowal.md"
    note.parent.mkdir()
    note.write_text("---\ncontact: [\n---\n")
    assert iiv("new", "Tomasz Kowal", "--from", "recordings/teams.vtt", *TODAY).exit_code == 1
    assert note.read_text() == "---\ncontact: [\n---\n"


def test_a_day_that_is_named_wins(journal: Path) -> None:
    iiv("new", "Tomasz Kowal", "--from", "recordings/teams.vtt", "--date", "2026-03-01", *TODAY)
    assert (journal / "journal/interviews/2026-03-01-tomasz-kowal.md").exists()


@pytest.mark.usefixtures("journal")
def test_where_it_cannot_be_told_who_is_you_it_says_how_to_say_it() -> None:
    result = iiv("new", "Tomasz Kowal", "--from", "recordings/whisperx.srt", *TODAY)
    assert result.exit_code == 2
    assert "Which of them is you? SPEAKER_01 says “Hi Tomasz, thanks" in result.stderr
    assert "say it with --me." in result.stderr
    wrong = iiv("new", "Tomasz Kowal", "--from", "recordings/whisperx.srt", "--me", "Ann", *TODAY)
    assert (wrong.exit_code, "name one of them." in wrong.stderr) == (2, True)
    assert iiv("new", "Tomasz Kowal", "--me", "Ann", *TODAY).exit_code == 2


@pytest.mark.usefixtures("journal")
def test_where_nobody_is_named_it_says_so() -> None:
    result = iiv("new", "Tomasz Kowal", "--from", "recordings/whisper.txt", *TODAY)
    said = "Nobody is named in it: a question counts only where a whole sentence is its wording"
    assert said in result.stderr
    assert result.exit_code == 0


@pytest.mark.usefixtures("journal")
def test_what_is_no_transcript_is_said_in_a_sentence() -> None:
    Path("recordings/x.txt").write_bytes(b"%PDF-1.7")
    result = iiv("new", "Tomasz Kowal", "--from", "recordings/x.txt", *TODAY)
    assert result.exit_code == 1
    assert "save it as .docx or as plain text" in result.stderr


def test_without_questions_those_to_begin_with_are_looked_for(tmp_path: Path) -> None:
    root = write_journal(tmp_path, {"me.md": "---\nname: Nuala Brandt\n---\n"})
    iiv("-C", root, "new", "Tomasz Kowal", "--from", FIXTURES / "teams.vtt", *TODAY)
    (talk,) = read(root).journal.talks
    assert "start" in {answer.question for answer in talk.answers}


@pytest.mark.skipif(os.name == "nt", reason="there are no such terminals")
def test_on_a_terminal_it_asks_who_is_you_shows_what_it_found_and_then_writes(journal: Path) -> None:
    words = ("new", "Tomasz Kowal", "--from", str(journal / "recordings/whisperx.srt"), *TODAY)
    said = at_a_terminal(journal, "1\ny\n", *words)
    assert said.index("1  SPEAKER_01") < said.index("SPEAKER_01 (you)") < said.index("Write ")
    assert len(read(journal).journal.talks) == 1


@pytest.mark.skipif(os.name == "nt", reason="there are no such terminals")
def test_on_a_terminal_nothing_is_written_without_a_yes(journal: Path) -> None:
    words = ("new", "Tomasz Kowal", "--from", str(journal / "recordings/teams.vtt"), *TODAY)
    assert "Nothing was written." in at_a_terminal(journal, "n\n", *words)
    assert read(journal).journal.interviews == ()
