from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import Result

from iiv.journal.bank import STARTERS, bank
from iiv.journal.read.reading import read
from tests.builders import SETTINGS_TEXT, write_journal
from tests.cli.running import iiv, iiv_json

START = "---\nask: How did you start? # ten minutes\norder: 1\n---\nThey fell into it.\n"
PAY = "---\nask: And the pay?\nretired: 2026-03-10\norder: 5\n---\n"
WHY = "---\r\nask: Why this?\r\norder: 3\r\nformerly:\r\n  - {ask: Why that?, until: 2026-02-28}\r\n---\r\n"


def talk(person: str, date: str, *answers: str) -> str:
    lines = "".join(f"\n  {id_}: By accident." for id_ in answers)
    return f"---\ncontact: {person}\ndate: {date}\nanswers:{lines}\n---\n"


NOTES: dict[str, str | bytes] = {
    "questions/start.md": START,
    "questions/pay.md": PAY,
    "questions/why.md": WHY.encode(),
    "interviews/a.md": talk("Ada", "2026-02-01", "start", "why", "pay"),
    "interviews/b.md": talk("Grace", "2026-03-02", "start", "why"),
}


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return write_journal(tmp_path, NOTES)


def questions(journal: Path, *words: str | Path) -> Result:
    """Run `iiv questions` on 20 March 2026."""
    return iiv("-C", journal, "--today", "2026-03-20", "questions", *words)


def text_of(journal: Path, id_: str) -> str:
    return (journal / "journal" / "questions" / f"{id_}.md").read_bytes().decode()


def asked(journal: Path) -> list[str]:
    """The questions that are asked, in their order."""
    return [question.id for question in read(journal).journal.questions if question.active]


def test_the_questions_and_how_they_fare(journal: Path) -> None:
    result = questions(journal)
    assert result.exit_code == 0
    assert result.stdout == dedent("""\
        Asked
          start  How did you start?  2 of 2 answered
                 typically 2 words
          why    Why this?           2 of 2 answered
                 typically 2 words

        Retired
          pay    And the pay?        1 of 2 answered
                 typically 2 words

        Changed on the way
          why  one person was asked the earlier wording: “Why that?”

        """)
    assert result.stderr == "2 of at most 10 questions in use: `iiv questions bank` offers more.\n"


def test_as_json(journal: Path) -> None:
    rows = iiv_json("-C", journal, "questions")
    assert rows[1] == {
        "id": "why",
        "ask": "Why this?",
        "topic": "",
        "order": 3,
        "since": None,
        "retired": False,
        "shortlist": False,
        "answered": 2,
        "asked": 2,
        "talked": 2,
        "earlier": [{"ask": "Why that?", "people": 1}],
        "missed": 0,
        "answers": 2,
        "words": 2,
        "quoted": 0,
        "themed": 0,
    }


def test_a_journal_without_questions(tmp_path: Path) -> None:
    write_journal(tmp_path, {})
    result = questions(tmp_path)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "`iiv questions choose start satisfying industry background same-path`" in result.stderr
    assert questions(tmp_path, "choose", *STARTERS).exit_code == 0
    assert asked(tmp_path) == list(STARTERS)
    assert "answered" not in questions(tmp_path).stdout


def test_what_a_question_brings_is_counted(tmp_path: Path) -> None:
    answers = ('**"I fell into it."** Twice.', "> It was raining.", "Through #music, and then #luck.", "")
    days = enumerate(answers, 1)
    notes = {
        f"interviews/{day}.md": f"---\ncontact: P{day}\ndate: 2026-03-0{day}\n---\nHi.\n## start\n{answer}\n"
        for day, answer in days
    }
    write_journal(tmp_path, {"questions/start.md": START, **notes})
    (row,) = iiv_json("-C", tmp_path, "questions")
    brings = {"answered": 3, "asked": 4, "answers": 3, "words": 5, "quoted": 2, "themed": 1}
    assert {key: row[key] for key in brings} == brings
    said = "typically 5 words, 2 with a quotation, 1 with a theme\n"
    assert f"3 of 4 answered\n         {said}" in questions(tmp_path).stdout


def test_a_chosen_question_is_a_file_and_asked_last(journal: Path) -> None:
    result = questions(journal, "choose", "regret", "Whom should I talk with next?")
    assert result.exit_code == 0
    assert result.stdout.count("journal/questions/") == 2
    assert text_of(journal, "regret") == (
        "---\n"
        "ask: What do you regret?\n"
        "topic: Hindsight\n"
        "order: 4\n"
        "since: 2026-03-20\n"
        "---\n"
        "\n<!-- What you learn from the answers, in your own words: it stands beside them. -->\n"
    )
    assert asked(journal) == ["start", "why", "regret", "meet-next"]
    assert result.stderr.startswith("4 of at most 10 questions in use")
    assert read(journal).problems == ()


def test_before_the_first_talk_a_question_has_no_first_day(tmp_path: Path) -> None:
    write_journal(tmp_path, {"questions/start.md": START})
    questions(tmp_path, "choose", "regret")
    assert "since" not in text_of(tmp_path, "regret")


def test_a_chosen_question_is_never_overwritten(journal: Path) -> None:
    result = questions(journal, "choose", "start")
    assert (result.exit_code, text_of(journal, "start")) == (0, START)
    assert "`start` is asked already." in result.stderr
    (journal / "journal" / "questions" / "regret.md").mkdir()
    result = questions(journal, "choose", "regret")
    assert result.exit_code == 1
    assert "is there already" in result.stderr


def test_a_retired_question_comes_back_in_its_place(journal: Path) -> None:
    result = questions(journal, "choose", "pay")
    assert result.exit_code == 0
    assert text_of(journal, "pay") == PAY.replace("retired: 2026-03-10\n", "")
    assert asked(journal) == ["start", "why", "pay"]


def test_what_would_be_the_eleventh(journal: Path) -> None:
    nine = [id_ for id_ in bank() if id_ != "start"][:9]
    result = questions(journal, "choose", *nine, "pay")
    assert result.exit_code == 1
    too_many = f"`{nine[8]}` would be question 11, `pay` would be question 12; at most 10 are asked"
    assert too_many in result.stderr
    assert asked(journal) == ["start", "why"]
    assert questions(journal, "choose", *nine[:8]).stderr == "10 of at most 10 questions in use.\n"
    assert len(asked(journal)) == 10
    assert questions(journal).stderr == "10 of at most 10 questions in use.\n"


def test_the_limit_is_a_setting(tmp_path: Path) -> None:
    settings = SETTINGS_TEXT.replace("- iiv", "- iiv:\n      max_questions: 1")
    write_journal(tmp_path, {"questions/start.md": START}, settings)
    said = questions(tmp_path, "choose", "regret").stderr
    assert "`regret` would be question 2; at most 1 are asked" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["choose", "regrets"], "did you mean `regret`?"),
        (["choose", "zeppelin"], "`iiv questions bank` shows it"),
        (["retire", "strat"], "did you mean `start`?"),
        (["retire", "regret"], "`iiv questions` shows them"),
        (["reword", "regret", "Why?"], "is none of your questions"),
        (["reword", "start", "?!"], "is no wording"),
        (["reword", "start", "Why\x1b?"], "is no wording"),
        (["reword", "start", "why this"], "`why` asks that already"),
        (["order", "start", "regret"], "is none of your questions"),
        (["choose"], "Missing argument"),
    ],
)
def test_what_cannot_be_meant(journal: Path, words: list[str], said: str) -> None:
    result = questions(journal, *words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert (text_of(journal, "start"), text_of(journal, "why")) == (START, WHY)


def test_a_retired_question_keeps_its_answers(journal: Path) -> None:
    result = questions(journal, "retire", "Why this?")
    assert result.exit_code == 0
    assert text_of(journal, "why") == WHY.replace("}\r\n---", "}\r\nretired: 2026-03-20\r\n---")
    assert asked(journal) == ["start"]
    assert "`why` is retired already." in questions(journal, "retire", "why").stderr


def test_other_words_from_now_on(journal: Path) -> None:
    result = questions(journal, "reword", "why", "Why", "this", "work?")
    assert result.exit_code == 0
    assert result.stderr == "One person was asked the earlier wording.\n"
    former = "  - {ask: Why this?, until: 2026-03-19}\r\n"
    now = WHY.replace("ask: Why this?", "ask: Why this work?").replace("28}\r\n", f"28}}\r\n{former}")
    assert text_of(journal, "why") == now
    assert "one person was asked an earlier wording: “Why this?”" in questions(journal).stdout


def test_other_words_after_a_talk_of_today(journal: Path) -> None:
    iiv("-C", journal, "--today", "2026-03-02", "questions", "reword", "start", "Where did it begin?")
    assert text_of(journal, "start") == START.replace("How did you start?", "Where did it begin?").replace(
        "order: 1\n", "order: 1\nformerly: [{ask: How did you start?, until: 2026-03-02}]\n"
    )


def test_a_mended_comma_is_no_other_wording(journal: Path) -> None:
    assert questions(journal, "reword", "start", "How did YOU start?").stderr == ""
    assert text_of(journal, "start") == START.replace("you", "YOU")


def test_another_order(journal: Path) -> None:
    result = questions(journal, "order", "why")
    assert result.exit_code == 0
    assert asked(journal) == ["why", "start"]
    assert text_of(journal, "why") == WHY.replace("order: 3", "order: 1")
    assert text_of(journal, "start") == START.replace("order: 1", "order: 2")
    assert questions(journal, "order", "why", "start").stderr == "They stand in this order already.\n"


def test_a_retired_question_has_no_place_in_the_order(journal: Path) -> None:
    result = questions(journal, "order", "pay", "start")
    assert result.exit_code == 1
    assert "`iiv questions choose pay` takes it up" in result.stderr


def test_questions_that_only_the_answers_name_get_files_too(tmp_path: Path) -> None:
    note = talk("Ada", "2026-02-01", "start", "why_me", "index")
    write_journal(tmp_path, {"interviews/a.md": note})
    before = [question.ask for question in read(tmp_path).journal.questions]
    result = questions(tmp_path, "choose", "regret")
    assert result.exit_code == 0
    reading = read(tmp_path)
    assert reading.problems == ()
    assert [question.ask for question in reading.journal.questions] == [*before, "What do you regret?"]
    assert len(reading.journal.talks[0].answers) == 3
    assert "topic: Path" in text_of(tmp_path, "start")


@pytest.mark.parametrize(
    ("words", "asked_then"),
    [
        (["retire", "why_me"], ["start"]),
        (["order", "why_me"], ["why-me", "start"]),
        (["reword", "why_me", "Why you?"], ["start", "why-me"]),
    ],
)
def test_any_change_gives_them_files(tmp_path: Path, words: list[str], asked_then: list[str]) -> None:
    write_journal(tmp_path, {"interviews/a.md": talk("Ada", "2026-02-01", "start", "why_me")})
    assert questions(tmp_path, *words).exit_code == 0
    assert asked(tmp_path) == asked_then
    assert len(read(tmp_path).journal.talks[0].answers) == 2


def test_a_file_that_cannot_be_read_is_left_alone(journal: Path) -> None:
    broken = journal / "journal" / "questions" / "start.md"
    broken.write_text("---\nask: a: b\n---\n", "utf-8")
    result = questions(journal, "retire", "start")
    assert result.exit_code == 1
    assert "start.md was left as it is" in result.stderr
    assert broken.read_text("utf-8") == "---\nask: a: b\n---\n"
    assert "1 error in the notes" in questions(journal).stderr
