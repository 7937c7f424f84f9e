"""A question and its answer on one line are taken apart; a question among other words is pointed out."""

import pytest

from tests.builders import a_journal

LIKE = "What do you like most?"
WEEK = "Tell me about a typical week"
QUESTIONS = {
    "questions/like.md": f"---\nask: {LIKE}\nformerly: [What is best about it?]\n---\n",
    "questions/week.md": f"---\nask: {WEEK}\n---\n",
    "questions/start.md": "---\nask: How did you start?\n---\n",
}
OTHER = "\n## How did you start?\nBy chance.\n"
"""An answer that stands in the note too: without one, a note in which none is found is a problem anyhow."""


def read(body: str, questions: dict[str, str] | None = None) -> tuple[dict[str, str], str, list[str]]:
    """What a body answers, its notes, and its problems as `line: code`."""
    note = f"---\ncontact: Ada\ndate: 2026-03-02\n---\n{body}"
    reading = a_journal({"interviews/a.md": note, **(questions or QUESTIONS)})
    (talk,) = reading.journal.interviews
    answers = {answer.question: answer.text for answer in talk.answers if answer.question != "start"}
    return answers, talk.notes, [f"{p.place.line - 4}: {p.code}" for p in reading.problems]


@pytest.mark.parametrize(
    "line",
    [
        *("{}? The people.", "{}?\tThe people.", "{}\tThe people.", "{}    The people."),
        *("{}: The people.", "{} - The people.", "{} \u2013 The people.", "{}\u2014The people."),
        *("{} -> The people.", "{} => The people.", "{} \u2192 The people.", "{} \\- The people."),
        *("{}:: The people.", "({}:: The people.)", "[{}:: The people.]", "({}?:: The people.)"),
        *("- {}:: The people.", "- [{}:: The people.]", "1. {} - The people.", "> {}: The people."),
        *("| {} | The people. |", "|{}?|The people.|", "{} | The people.", "| 3 | **{}** | The people. |"),
        *("## {}? The people.", "### {}: The people.", "**{}? The people.**", "**{}:** The people."),
        *("*{}* \\- The people.", "\u201e{}\u201c \u2013 The people.", '"{}","The people."'),
        *("<p>{}<br>The people.</p>", "<tr><td>{}</td><td>The people.</td></tr>"),
        "<tr><td><p>{}</p></td><td><p>The people.</p></td></tr>",
        "<dt>{}</dt><dd>The people.</dd>",
        *("{}\uff1aThe people.", "Q: {}? The people.", "Q2 - {}: The people.", "[14:02] {}? The people."),
        *("{}?\n: The people.", "{}?\n~ The people.", "{}?\n=> The people.", "Q1\\. {}?\nA1\\. The people."),
    ],
)
@pytest.mark.parametrize("words", ["What do you like most", "what is best about it"])
def test_what_stands_behind_a_question_answers_it(line: str, words: str) -> None:
    written = line.format(words)
    for body in (f"{written}\n{OTHER}", f"{OTHER}\n{written}\n"):
        assert read(body) == ({"like": "The people."}, "", [])


def test_a_long_answer_may_stand_behind_its_question() -> None:
    answer = "The people, " * 30 + "that is all."
    for line in (f"{LIKE} {answer}", f"**{LIKE}** {answer}", f"{WEEK}: {answer}"):
        assert [*read(line + OTHER)[0].values()] == [answer]


def test_lines_of_their_own_may_follow_each_other() -> None:
    body = f"{LIKE} The people, of whom I met so many in all of these years\n{WEEK} - chaos\n\n{OTHER}"
    answers = {"like": "The people, of whom I met so many in all of these years", "week": "chaos"}
    assert read(body) == (answers, "", [])


def test_the_rows_of_a_table_are_questions_with_their_answers() -> None:
    body = f"""\
| Question | Answer |
|---|---|
| {LIKE} | The people.<br>All of them. |
| {WEEK} | |

Thanks!
"""
    answers, notes, problems = read(OTHER + body)
    assert answers == {"like": "The people.<br>All of them.", "week": ""}
    assert problems == []
    assert notes == "Thanks!"  # the head of the table belongs to what was said before


def test_a_table_without_a_head_leaves_no_rule_behind() -> None:
    body = f"| {LIKE} | The people |\n|---|---|\n| {WEEK} | Chaos \\| calm | and more |\n\nThanks!\n"
    assert read(body + OTHER) == ({"like": "The people", "week": "Chaos | calm | and more"}, "Thanks!", [])


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (f"I asked him: {LIKE} He laughed.", "question-within-text"),
        ("and then, what do you like most, I said", "question-within-text"),
        ("What do you like most about Lyon, I said.", "question-within-text"),
        (f"Ada: {LIKE} Hm.", "question-within-text"),
        (f"| {LIKE} | {WEEK} |", "question-within-text"),
        (f"{LIKE} {WEEK}", "question-within-text"),
        (f"[{LIKE}:: the people] and more", "question-within-text"),
        ("WHAT DO YOU LIKE MOST, he wrote", "question-within-text"),
        (f"Great. And {LIKE.lower()} The people", "unknown-question"),
        ("What do you like the most? The people", "unknown-question"),
        ("**What do you like most of all?** The people", "unknown-question"),
    ],
)
def test_a_question_among_other_words_is_one_problem(line: str, problem: str) -> None:
    assert read(f"{line}\n{OTHER}") == ({}, line, [f"1: {problem}"])
    answers, _, problems = read(f"{OTHER}\n{line}\n")
    assert (answers, problems) == ({}, [f"5: {problem}"])


@pytest.mark.parametrize(
    "line",
    [
        f"see [[{LIKE}]] and [[like|{LIKE}]]",
        f"see [{LIKE}](../questions/like.md) too",
        f"the words `{LIKE}` are short",
        f"```\nI asked {LIKE} yes\n```",
        f"<!-- ask {LIKE} too -->",
        f"## {LIKE}\nShe asked back: {LIKE} The people.",
        "whatever do you like mostly",
    ],
)
def test_links_code_comments_and_its_own_answer_may_name_a_question(line: str) -> None:
    assert read(OTHER + line)[2] == []


@pytest.mark.parametrize("line", [f"{LIKE} {WEEK}", f"(1) {LIKE} (2) {WEEK}", f"**{LIKE}** {WEEK}?"])
def test_no_other_question_is_an_answer(line: str) -> None:
    assert read(f"{line}\n{OTHER}") == ({}, line, ["1: question-within-text"])


def test_a_sentence_that_goes_on_asks_nothing() -> None:
    above = "She was tired by then of all of these questions, and of mine, so that"
    line = f"{LIKE[0].lower()}{LIKE[1:]} was no good beginning."
    assert read(f"{above}\n{line}\n{OTHER}") == ({}, f"{above}\n{line}", ["2: question-within-text"])


def test_spelling_does_not_hide_a_question() -> None:
    questions = {"questions/like.md": "---\nask: Qu'est-ce que tu pr\u00e9f\u00e8res ici?\n---\n"}
    for words in (
        "qu\u2019est-ce que tu pre\u0301fe\u0300res ici",
        "Qu&rsquo;est-ce que tu pr\u00e9f\u00e8res  ici",
    ):
        assert read(f"On m'a dit : {words}, non", questions)[2] == ["1: question-within-text"]


def test_without_question_files_a_wording_of_the_bank_may_have_its_answer_behind_it() -> None:
    note = "---\ncontact: Ada\ndate: 2026-03-02\n---\nHow did you get your start in this work? By chance.\n"
    (question,) = a_journal({"interviews/a.md": note}).journal.questions
    assert question.id == "start"


@pytest.mark.parametrize(
    "body",
    [
        f"why not, {LIKE} no\n" * 3000,
        f"{LIKE} yes\n" * 3000,
        "most " * 100_000,
        "do you like most" + ";" * 100_000,
        f"| {LIKE} | yes |\n" * 3000,
        "## How did you start?\n" + f"he said {LIKE} no\n" * 3000,
    ],
)
def test_thousands_of_mentions_are_read_in_no_time(body: str) -> None:
    read(body)
