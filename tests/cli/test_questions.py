from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import Result

from iiv.journal.bank import STARTERS, bank
from iiv.journal.read.reading import read
from tests.builders import SETTINGS_TEXT, write_journal
from tests.cli.running import at_a_terminal, iiv, iiv_json

START = "---\nask: How did you start? # ten minutes\norder: 1\n---\nThey fell into it.\n"
PAY = "---\nask: And the pay?\nretired: 2026-03-10\norder: 5\n---\n"
WHY = "---\r\nask: Why this?\r\norder: 3\r\nformerly:\r\n  - {ask: Why that?, until: 2026-02-28}\r\n---\r\n"


def talk(person: str, date: str, *answers: str) -> str:
    lines = "".join(f"\n  {id_}: By accident." for id_ in answers)
    return f"---\ncontact: {person}\ndate: {date}\nanswers:{lines}\n---\n"


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return write_journal(
        tmp_path,
        {
            "questions/start.md": START,
            "questions/pay.md": PAY,
            "questions/why.md": WHY.encode(),
            "interviews/a.md": talk("Ada", "2026-02-01", "start", "why", "pay"),
            "interviews/b.md": talk("Grace", "2026-03-02", "start", "why"),
        },
    )


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
    assert [row[key] for key in ("answered", "asked", "answers", "words", "quoted", "themed")] == [
        3,
        4,
        3,
        5,
        2,
        1,
    ]
    said = "typically 5 words, 2 with a quotation, 1 with a theme\n"
    assert f"3 of 4 answered\n         {said}" in questions(tmp_path).stdout


def test_browsing_the_bank(journal: Path) -> None:
    whole = questions(journal, "bank")
    assert whole.stdout.startswith("Path\n  start ")
    assert all(
        candidate.ask in whole.stdout and candidate.hint in whole.stdout for candidate in bank().values()
    )
    assert "How did you get your start in this work, and why? (the method's own, asked)\n" in whole.stdout
    assert "What was the hardest thing you had to get over?\n" in whole.stdout
    assert questions(journal, "bank", "--topic", "day").stdout.startswith("Day to day\n")


def test_searching_the_bank(journal: Path) -> None:
    result = questions(journal, "bank", "regret")
    assert result.stdout == (
        "Hindsight\n"
        "  regret  What do you regret?\n"
        "          Things left undone and people left behind more than mistakes; leave a silence after it.\n"
        "\n"
    )
    nothing = questions(journal, "bank", "regret", "zeppelin")
    assert (nothing.exit_code, nothing.stdout) == (0, "")
    assert "Nothing in the bank holds that." in nothing.stderr
    wrong = questions(journal, "bank", "--topic", "weather")
    assert wrong.exit_code == 2
    assert "There are Path, Day to day," in wrong.stderr


def test_the_bank_needs_no_journal(tmp_path: Path) -> None:
    (row,) = iiv_json("-C", tmp_path, "questions", "bank", "regret")
    assert row["id"] == "regret"
    assert row["state"] == ""


def test_the_bank_says_what_is_in_use(journal: Path) -> None:
    questions(journal, "choose", "regret")
    questions(journal, "retire", "regret")
    assert iiv_json("-C", journal, "questions", "bank", "regret")[0]["state"] == "retired"
    assert iiv_json("-C", journal, "questions", "bank", "--topic", "path")[0]["state"] == "asked"


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


def test_a_candidate_that_is_asked_under_another_name(journal: Path) -> None:
    own = "---\nask: what do you regret\n---\n"
    (journal / "journal" / "questions" / "mine.md").write_text(own, "utf-8")
    assert "`mine` is asked already." in questions(journal, "choose", "regret").stderr


def test_a_retired_question_comes_back_in_its_place(journal: Path) -> None:
    result = questions(journal, "choose", "pay")
    assert result.exit_code == 0
    assert text_of(journal, "pay") == PAY.replace("retired: 2026-03-10\n", "")
    assert asked(journal) == ["start", "why", "pay"]


def test_what_would_be_the_eleventh(journal: Path) -> None:
    nine = [id_ for id_ in bank() if id_ != "start"][:9]
    result = questions(journal, "choose", *nine, "pay")
    assert result.exit_code == 1
    assert (
        f"`{nine[8]}` would be question 11, `pay` would be question 12; at most 10 are asked" in result.stderr
    )
    assert asked(journal) == ["start", "why"]
    assert questions(journal, "choose", *nine[:8]).stderr == "10 of at most 10 questions in use.\n"
    assert len(asked(journal)) == 10
    assert questions(journal).stderr == "10 of at most 10 questions in use.\n"


def test_the_limit_is_a_setting(tmp_path: Path) -> None:
    settings = SETTINGS_TEXT.replace("- iiv", "- iiv:\n      max_questions: 1")
    write_journal(tmp_path, {"questions/start.md": START}, settings)
    assert (
        "`regret` would be question 2; at most 1 are asked" in questions(tmp_path, "choose", "regret").stderr
    )


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
    assert text_of(journal, "why") == WHY.replace("ask: Why this?", "ask: Why this work?").replace(
        "28}\r\n", "28}\r\n" + former
    )
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


def test_a_question_of_ones_own(journal: Path) -> None:
    result = questions(journal, "add", "What did you", "have for breakfast on the day you quit?")
    assert result.exit_code == 0
    assert result.stdout.endswith("breakfast-day-quit.md\n")
    assert result.stderr == (
        "Its id is `breakfast-day-quit`.\n"
        "3 of at most 10 questions in use: `iiv questions bank` offers more.\n"
    )
    assert text_of(journal, "breakfast-day-quit").startswith(
        "---\nask: What did you have for breakfast on the day you quit?\norder: 4\nsince: 2026-03-20\n---\n"
    )
    assert asked(journal) == ["start", "why", "breakfast-day-quit"]
    assert read(journal).problems == ()
    assert iiv("-C", journal, "undo").exit_code == 0
    assert asked(journal) == ["start", "why"]


def test_a_question_that_is_in_the_bank_is_taken_from_there(journal: Path) -> None:
    assert questions(journal, "add", "what do you regret").stderr.startswith(
        "Its id is `regret`, as in the bank."
    )
    assert "topic: Hindsight" in text_of(journal, "regret")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["how did you START"], "`start` asks that already."),
        (["Why that?"], "`why` asks that already."),
        (["And the pay?"], "`pay` asks that already: `iiv questions choose pay` takes it up."),
        (["?!"], "is no wording"),
        (["Why\x1b?"], "is no wording"),
    ],
)
def test_what_is_asked_already_or_asks_nothing_is_not_added(
    journal: Path, words: list[str], said: str
) -> None:
    result = questions(journal, "add", *words)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_question_almost_like_another_is_pointed_out(journal: Path) -> None:
    result = questions(journal, "add", "How do you get started in this work?")
    assert result.exit_code == 0
    assert result.stderr.startswith("This is another question than `start` (How did you start?): `iiv undo`")
    assert "get-started-work" in asked(journal)


@pytest.mark.parametrize(("answer", "then"), [("y\n", "start"), ("\n", "get-started-work")])
def test_at_a_terminal_one_is_asked_which_is_meant(tmp_path: Path, answer: str, then: str) -> None:
    root = write_journal(tmp_path, {})
    said = at_a_terminal(root, answer, "questions", "add", "How do you get started in this work?")
    assert "Is this `start`: How did you get your start in this work, and why? [y/N]" in said
    assert asked(tmp_path) == [then]


def test_the_eleventh_of_ones_own_may_go_on_the_shortlist(journal: Path) -> None:
    questions(journal, "choose", *[id_ for id_ in bank() if id_ != "start"][:8])
    result = questions(journal, "add", "What would your dog say?")
    assert result.exit_code == 1
    assert "`dog-say` would be question 11; at most 10 are asked" in result.stderr
    assert questions(journal, "add", "--shortlist", "What would your dog say?").exit_code == 0
    assert "dog-say" not in asked(journal)
    assert "dog-say  What would your dog say?" in questions(journal, "shortlist").stdout


def test_the_shortlist_holds_candidates_without_limit(journal: Path) -> None:
    many = [id_ for id_ in bank() if id_ != "start"][:20]
    result = questions(journal, "shortlist", *many)
    assert (result.exit_code, result.stderr) == (0, "")
    assert text_of(journal, many[0]).startswith("---\nask: ")
    assert "\nshortlist: 2026-03-20\n---\n" in text_of(journal, many[0])
    assert asked(journal) == ["start", "why"]
    assert read(journal).problems == ()
    assert [row["id"] for row in iiv_json("-C", journal, "questions", "shortlist")] == sorted(many)
    assert "On the shortlist\n  almost-instead" in questions(journal).stdout
    assert iiv_json("-C", journal, "questions", "bank", bank()[many[0]].ask)[0]["state"] == "shortlist"
    assert f"`{many[0]}` is on the shortlist already." in questions(journal, "shortlist", many[0]).stderr


def test_from_the_shortlist_a_question_is_chosen(journal: Path) -> None:
    questions(journal, "shortlist", "regret")
    assert questions(journal, "choose", "regret").exit_code == 0
    assert text_of(journal, "regret").startswith(
        "---\nask: What do you regret?\ntopic: Hindsight\norder: 4\nsince: 2026-03-20\n---\n"
    )
    assert asked(journal) == ["start", "why", "regret"]


def test_what_is_asked_may_go_back_on_the_shortlist(journal: Path) -> None:
    assert questions(journal, "shortlist", "why", "pay").exit_code == 0
    assert asked(journal) == ["start"]
    assert "retired" not in text_of(journal, "pay")
    assert questions(journal, "choose", "why").exit_code == 0
    assert text_of(journal, "why") == WHY


def test_off_the_shortlist_goes_the_file_where_it_holds_nothing_else(journal: Path) -> None:
    questions(journal, "shortlist", "regret", "why")
    result = questions(journal, "shortlist", "--off", "regret", "why", "start")
    assert result.stderr == (
        "`regret` is off the shortlist, and its file is gone: `iiv undo` brings it back.\n"
        "`why` is retired: its file holds more than the question.\n"
        "`start` is not on the shortlist.\n"
    )
    assert not (journal / "journal" / "questions" / "regret.md").exists()
    assert [q.id for q in read(journal).journal.questions if q.retired] == ["pay", "why"]
    iiv("-C", journal, "undo")
    assert "shortlist" in text_of(journal, "regret")


def test_an_empty_shortlist_says_how_to_fill_it(journal: Path) -> None:
    result = questions(journal, "shortlist")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "`iiv questions shortlist ID`" in result.stderr
    assert questions(journal, "shortlist", "--off").exit_code == 2
    assert "`iiv questions add` takes one of your own" in questions(journal, "shortlist", "zeppelin").stderr


def test_a_question_that_only_the_answers_name_goes_on_the_shortlist(tmp_path: Path) -> None:
    write_journal(tmp_path, {"interviews/a.md": talk("Ada", "2026-02-01", "start", "why_me")})
    assert questions(tmp_path, "shortlist", "why_me").exit_code == 0
    assert asked(tmp_path) == ["start"]
    assert len(read(tmp_path).journal.talks[0].answers) == 2


def test_what_is_on_the_shortlist_has_no_place_in_the_order(journal: Path) -> None:
    questions(journal, "shortlist", "why")
    assert (
        "`why` is on the shortlist: `iiv questions choose why`" in questions(journal, "order", "why").stderr
    )
