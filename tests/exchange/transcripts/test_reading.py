"""One talk as many programs write it: each word of it, who said it, and when."""

import datetime as dt
from pathlib import Path

import pytest

from iiv.exchange.foreign_files import ForeignFileError
from iiv.exchange.transcripts.cues import Transcript
from iiv.exchange.transcripts.placing import placed
from iiv.exchange.transcripts.reading import read_transcript
from iiv.exchange.transcripts.speakers import yours
from iiv.exchange.transcripts.turns import turns
from iiv.journal.parse.days_in_text import certain
from tests.exchange.documents import a_document, a_paragraph
from tests.exchange.transcripts.heard import ASKING, tokens

FIXTURES = Path(__file__).parent / "fixtures"
ME, THEY = "Nuala Brandt", "Tomasz Kowal"
TALK = (
    (ME, "Hi Tomasz, thanks so much for making the time. Can you hear me okay?"),
    (THEY, "Yes, loud and clear. Go ahead."),
    (ME, "Great. So how did you get your start in this work, and why?"),
    (THEY, "Well, by accident, really. I wanted to be a swimmer: and then my knee went."),
    (ME, "Mhm."),
    (THEY, "And my physio explained things & took her time. So I thought, that is what I want to do."),
    (ME, "What happened to your knee?"),
    (THEY, "It went twice, at 16 and at 19. It's fine now."),
    (ME, "And what do you find most satisfying about it?"),
    (THEY, "The moment somebody walks again. Once a man of eighty said: 1. walk, 2. dance."),
    (ME, "What do you like most about working in this industry?"),
    (THEY, "The people, 100%. #grateful, honestly. [laughs]"),
    (ME, "Okay. Would you go down the same path again, knowing what you know now?"),
    (THEY, "Yes. No. Yes, but earlier. [ ] I would have called her first."),
    (ME, "What do you do on Sundays?"),
    (THEY, "I sleep. <3 Then there is the list."),
    (ME, "Thank you, Tomasz!"),
)
ALL = ["start", "satisfying", "industry", "same-path"]
DAY, CHAT = dt.date(2026, 3, 2), dt.date(2026, 3, 22)
MEET = "Talk_ Nuala and Tomasz (2026-03-02 15_00 GMT) - Transcript.txt"
# By the file: what it is, who is you in it, who the other, and on which day it was.
NAMED = {
    "GMT20260302-150005_Recording.transcript.vtt": ("WebVTT captions", ME, THEY, DAY),
    "teams.vtt": ("WebVTT captions", "Brandt, Nuala", THEY, DAY),
    "whisperx.srt": ("captions", "SPEAKER_01", "SPEAKER_00", None),
    "old.srt": ("captions", "NUALA BRANDT", "TOMASZ KOWAL", None),
    "Talk with Tomasz_otter_ai.txt": ("a transcript with names and times", ME, "Speaker 2", None),
    MEET: ("a transcript with names", ME, THEY, DAY),
    "rev.txt": ("a transcript with names and times", ME, THEY, None),
    "descript.txt": ("a transcript with names and times", "Nuala", "Tomasz", None),
    "descript-bold.txt": ("a transcript with names and times", ME, THEY, None),
    "meeting_saved_closed_caption.txt": ("a transcript with names and times", ME, THEY, None),
    "macwhisper.txt": ("a transcript with names", "Speaker 1", "Speaker 2", None),
    "typed.txt": ("a transcript with names", "Q", "A", DAY),
    "brackets.txt": ("a transcript with names", "Me", "Tomasz", None),
    "_chat.txt": ("a chat", ME, THEY, CHAT),
    "WhatsApp Chat mit Tomasz.txt": ("a chat", ME, "+49 1511 2345678", CHAT),
    "signal.txt": ("a chat", "Me", THEY, DAY),
    "slack.txt": ("a chat", ME, THEY, None),
    "telegram.txt": ("a chat", ME, THEY, DAY),
    "discord.txt": ("a chat", "nuala_b", "tomek", None),
}  # fmt: skip
UNNAMED = ["whisper.txt", "whisper.vtt", "whisper-terminal.txt", "broadcast.srt", "live.vtt"]
ROLLING = ["youtube.en.vtt", "youtube.en.srt", "live.vtt"]


def transcript(name: str) -> Transcript:
    """What a file holds, to somebody whose name is known, as is that of the other."""
    return read_transcript((FIXTURES / name).read_bytes(), name, [ME, THEY])


def words_of(found: Transcript) -> list[str]:
    return tokens(" ".join(cue.text for cue in found.cues))


SPOKEN = tokens(" ".join(text for _, text in TALK))


def test_every_file_is_among_them() -> None:
    assert {file.name for file in FIXTURES.iterdir()} == {*NAMED, *UNNAMED, *ROLLING}


@pytest.mark.parametrize("name", NAMED)
def test_every_word_is_heard_and_who_said_it(name: str) -> None:
    kind, me, they, day = NAMED[name]
    found = transcript(name)
    assert found.kind == kind
    assert found.speakers == (me, they)
    assert certain(found.days, dt.date(2026, 4, 1)) == day
    said = turns(found.cues, me)
    expected = [(me if who == ME else they, tokens(text)) for who, text in TALK]
    if name == "slack.txt":
        expected[5][1].extend(tokens("One thing more: it hurt."))
    if name == "old.srt":  # in Windows' western encoding
        expected[3][1][3] = "très"
    assert [(turn.speaker, tokens(turn.text)) for turn in said] == expected


@pytest.mark.parametrize("name", NAMED)
def test_the_questions_are_found_in_what_you_said(name: str) -> None:
    _, me, _, _ = NAMED[name]
    parts = placed(turns(transcript(name).cues, me), ASKING)
    assert [part.question for part in parts if part.question] == ALL


@pytest.mark.parametrize("name", ["descript.txt", "typed.txt", "signal.txt", "teams.vtt", "old.srt"])
def test_who_is_you_is_known_by_a_name_a_word_or_the_other(name: str) -> None:
    found = transcript(name)
    assert yours(found.speakers, [ME], [THEY]) == NAMED[name][1]


def test_who_is_you_may_be_unknown() -> None:
    assert yours(("Speaker 1", "Speaker 2"), [ME], [THEY]) == ""
    assert yours(("Speaker 1", THEY), [], [THEY]) == "Speaker 1"
    assert yours(("Nuala", "Nuala Brandt"), ["Nuala Brandt"], []) == "Nuala Brandt"
    assert yours(("Nuala B", "Nuala C"), ["Nuala"], []) == ""


@pytest.mark.parametrize("name", UNNAMED)
def test_where_nobody_is_named_every_word_is_heard(name: str) -> None:
    found = transcript(name)
    assert found.speakers == ()
    assert words_of(found) == SPOKEN
    parts = placed(turns(found.cues, ""), ASKING)
    assert [part.question for part in parts if part.question] == ["start", "industry"]


@pytest.mark.parametrize("name", ROLLING)
def test_captions_that_roll_say_each_word_once(name: str) -> None:
    found = transcript(name)
    assert found.rolls
    written = " ".join(text.replace("&", "and") if "youtube" in name else text for _, text in TALK)
    assert words_of(found) == tokens(written)


# How others begin a turn; `n` counts the turns.
BEGUN = {
    "Fireflies": "{who} - 00:{n:02}\n{text}\n",
    "tl;dv": "00:{n:02} - {who}\n{text}\n",
    "Happy Scribe": "[00:00:{n:02}.12] - {who}\n{text}\n",
    "oTranscribe": "0:{n:02} {who}: {text}",
    "Sonix": "{who}: [00:00:{n:02}] {text}\n",
    "Recorder": "{who}\n00:{n:02}\n{text}\n",
    "Teams, copied": "{who}\n0 minutes {n} seconds\n0:{n:02}\n{who} 0 minutes {n} seconds\n{text}",
    "iMessage": "Mar 02, 2026  3:{n:02}:05 PM\n{who}\n{text}\n",
    "LinkedIn": "{who} sent the following message at 3 PM\nView A’s profile\n{who} 3:{n:02} PM\n{text}",
    "WhatsApp in America": "3/22/26, 3:{n:02}\u202fPM - {who}: {text}",
    "a span of time": "[00:{n:02} - 00:{n:02}] {who}: {text}",
    "in brackets": "(00:{n:02}) {who}: {text}",
    "bold": "**{who}:** {text}\n",
    "bold names alone": "**{who}**\n\n{text}\n",
    "Grain": "{who} | 00:{n:02}\n{text}\n",
    "a time at the end": "{who}: {text} (0:{n:02})",
    "Zoom's chat": "15:{n:02}:02 From  {who}  to  Everyone:\n\t{text}\n",
    "Signal's messages": "From: {who} (+44 7700 900123)\nSent: 2 Mar 2026 15:{n:02}:00 +0000\n\n{text}\n",
    "headings": "## {who}\n\n{text}\n",
}


@pytest.mark.parametrize("form", BEGUN.values(), ids=BEGUN)
def test_other_ways_to_begin_a_turn(form: str) -> None:
    text = "\n".join(form.format(who=who, text=text, n=n) for n, (who, text) in enumerate(TALK))
    found = read_transcript(text.encode(), "x.txt", [ME])
    assert found.speakers == (ME, THEY)
    assert words_of(found) == SPOKEN


@pytest.mark.parametrize(
    "said", [["No. No."] * 6, ["No.", "No.", "Yes.", "No.", "No."], ["No.", "No. Yes.", "Yes."]]
)
def test_who_says_a_thing_twice_says_it_twice(said: list[str]) -> None:
    captions = (f"00:0{n}.000 --> 00:0{n + 1}.000\n{words}" for n, words in enumerate(said))
    found = read_transcript("\n\n".join(["WEBVTT", *captions]).encode(), "x.vtt")
    assert not found.rolls
    assert words_of(found) == tokens(" ".join(said))


def test_a_caption_may_lack_its_blank_line_its_number_or_its_hours() -> None:
    text = "1\n00:00,5 --> 00:03,0\nAnn: One two\n2\n00:03,000 --> 00:04,000\nBo: three\n"
    text += "\n00:05.000 --> 00:06.000\n\nAnn: four"
    found = read_transcript(text.encode(), "x.srt")
    said = [("Ann", "One two"), ("Bo", "three"), ("Ann", "four")]
    assert [(cue.speaker, cue.text) for cue in found.cues] == said


def test_what_stands_before_a_colon_is_not_always_a_name() -> None:
    text = "Ann: The thing is: it went.\nSo: that was it.\nBo: Well: yes.\nAnn: And?\n"
    found = read_transcript(text.encode(), "x.txt")
    assert found.speakers == ("Ann", "Bo")
    assert found.cues[0].text == "The thing is: it went. So: that was it."


def test_q_and_a_may_have_a_dot() -> None:
    found = read_transcript(b"Q. Who are you?\nA. Ann.\n\nQ: And?\nA. No. A. B. Chester is.\n", "x.txt")
    expected = [("Q", "Who are you?"), ("A", "Ann."), ("Q", "And?"), ("A", "No. A. B. Chester is.")]
    assert [(cue.speaker, cue.text) for cue in found.cues] == expected
    assert read_transcript(b"A. Lovelace came.\n\nA. Lovelace went.\n", "x.txt").speakers == ()


def test_prose_has_no_speakers() -> None:
    text = "The thing is: it went.\n\nNote: I was young.\n\nWe met at 15:00\nand talked."
    found = read_transcript(text.encode(), "x.txt")
    assert (found.kind, found.speakers) == ("plain text", ())
    assert len(found.cues) == 3


def test_several_voices_in_one_caption() -> None:
    voices = "<v.loud Ann>Hi <i>there</i></v> <v Bo>1 < 2 &amp; <00:01.000><c>so</c>"
    text = f"WEBVTT\n\n00:00.000 --> 00:02.000\n{voices}"
    found = read_transcript(text.encode(), "x.vtt")
    assert [(cue.speaker, cue.text) for cue in found.cues] == [("Ann", "Hi there"), ("Bo", "1 < 2 & so")]


TEAMS = ("Talk with Tomasz", "March 2, 2026, 3:00PM", "12m 5s", "Nuala Brandt started transcription")


def test_a_document_of_teams() -> None:
    said = [f"{who}   {n // 60}:{n % 60:02}\n{text}" for n, (who, text) in enumerate(TALK, 3)]
    content = a_document(*map(a_paragraph, (*TEAMS, *said, "Nuala Brandt stopped transcription")))
    found = read_transcript(content, "Talk with Tomasz.docx")
    assert found.speakers == (ME, THEY)
    assert certain(found.days, dt.date(2026, 4, 1)) == DAY
    assert words_of(found) == SPOKEN
    assert set(found.left_out) == {*TEAMS, "Nuala Brandt stopped transcription"}


def test_an_older_document_of_teams() -> None:
    said = [f"0:0:{n}.120 --> 0:0:{n + 1}.0\n{who}\n{text}" for n, (who, text) in enumerate(TALK, 3)]
    found = read_transcript(a_document(*map(a_paragraph, said)), "Talk.docx")
    assert found.speakers == (ME, THEY)
    assert words_of(found) == SPOKEN


def test_a_document_dictated_to_word() -> None:
    said = ["Audio file", "talk.mp3", "Transcript"]
    for n, (who, words) in enumerate(TALK):
        said += [f"00:00:{n:02} Speaker {1 if who == ME else 2}", words]
    found = read_transcript(a_document(*map(a_paragraph, said)), "x.docx")
    assert found.speakers == ("Speaker 1", "Speaker 2")
    assert words_of(found) == SPOKEN


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "nothing is said in x"),
        (b"WEBVTT\n\n00:00.000 --> 00:01.000\n\n", "nothing is said in x"),
        (b"%PDF-1.7", "a file of PDF"),
        (b"\xd0\xcf\x11\xe0\xa1", "a file of Word"),
        (b"{\\rtf1 Hi}", "a file of RTF"),
        (b'[{"text": "Hi"}]', "x is JSON, made for programs"),
        (b"<!DOCTYPE html><p>Hi", "x is HTML"),
        (b"PK\x03\x04 no zip", "cannot be read as a Word document"),
        (b"\0\1\2\3 binary \0", "is no text"),
    ],
)
def test_what_cannot_be_read_is_said(content: bytes, why: str) -> None:
    with pytest.raises(ForeignFileError, match=why):
        read_transcript(content, "x")


@pytest.mark.parametrize(
    ("name", "text", "day"),
    [
        ("Talk 2026-03-02.vtt", "Ann: Hi", "2026-03-02"),
        ("2 March 2026 Maya.txt", "Ann: Hi", "2026-03-02"),
        ("2026_03_02_maya.txt", "Ann: Hi", "2026-03-02"),
        ("audio1234567890.txt", "Ann: Hi", "None"),
        ("Talk 3-2-2026.txt", "Ann: Hi", "None"),
        ("2026-03-02 and 2026-03-03.txt", "Ann: Hi", "None"),
        ("2027-03-02.txt", "Ann: Hi", "None"),
        ("talk.txt", "Ann: Hi", "None"),
        ("x.txt", "Ann, 2 March 2026\n\nBy accident.", "2026-03-02"),
        ("x.txt", "I began on 2 March 2026 in a yard that\nmy uncle had.", "None"),
        ("x.txt", "I began on 2 March 2026.\n\nIn a yard.", "None"),
        ("x.txt", "[22/03/2026, 15:00:00] Ann: Hi\n[23/03/2026, 15:00:00] Bo: Hi\n", "None"),
    ],
)
def test_the_day_in_a_name_a_title_or_a_chat_is_certain_or_none(name: str, text: str, day: str) -> None:
    found = read_transcript(text.encode(), name)
    assert str(certain(found.days, dt.date(2026, 4, 1))) == day


def test_a_table_of_whisper_is_its_words() -> None:
    found = read_transcript(b"start\tend\ttext\n0\t4000\tWho are you?\n4000\t8000\tAnn.\n", "x.tsv")
    assert [cue.text for cue in found.cues] == ["Who are you? Ann."]


def test_what_somebody_did_stands_beside_the_name() -> None:
    found = read_transcript(b"ANN LEE\nHi.\n\nBO DAY\nHi.\n\nANN LEE (laughing)\nYes.\n\nBO DAY\nNo.\n", "x")
    assert [(cue.speaker, cue.text) for cue in found.cues][2] == ("ANN LEE", "(laughing) Yes.")
