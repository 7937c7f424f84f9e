"""A question is found in whatever dress it stands, and what was said to it below."""

import pytest

from tests.builders import a_journal

ASK = "How did you get your start in this work?"
LIKE = "What is the most satisfying part of your work?"
WEEK = "Tell me about a typical week"
QUESTIONS = {
    "questions/start.md": f"---\nask: {ASK}\nformerly: [Where did it all begin?]\n---\n",
    "questions/like.md": f"---\nask: {LIKE}\n---\n",
    "questions/week.md": f"---\nask: {WEEK}\n---\n",
    "questions/boss.md": "---\nask: Your boss?\n---\n",
}


def found_in(body: str) -> tuple[dict[str, str], str, list[str]]:
    """What a body answers, its notes, and the codes of its problems; `Q`, `R` and `W` are questions."""
    for letter, words in (("Q", ASK), ("R", LIKE), ("W", WEEK)):
        body = body.replace(f"{{{letter}}}", words)
    note = f"---\ncontact: Ada\ndate: 2026-03-02\n---\n{body}"
    reading = a_journal({"interviews/a.md": note, **QUESTIONS})
    (talk,) = reading.journal.interviews
    answers = {answer.question: answer.text for answer in talk.answers}
    return answers, talk.notes, [problem.code for problem in reading.problems]


@pytest.mark.parametrize(
    "dress",
    [
        *("# {}", "## {}", "###### {}", "## {} ##", "## {} {{#start}}", "## {} ^start", "## {}:", "- ## {}"),
        *("{}\n===", "{}\n---", "##{}", "##\u00a0{}", "##\u2003{}", "\\## {}", "\\#\\# {}", "\\# {}"),
        *("\ufeff## {}", "## \u200b{}", "\u200e## {}", "\u202a## {}\u202c", "## **{}**", "## [{}](#start)"),
        *("## 1. {}", "## 2) {}", "## 2\\. {}", "## Q1: {}", "## Question 3 - {}", "## [[{}]]", "## {}<br>"),
        *("**{}**", "__{}__", "***{}***", "**_{}_**", "_**{}**_", "*{}*", "==**{}**==", "**{}**:", "**{}:**"),
        *("**{}** ^a1", "**{}**\\", "**{}**  ", "**1. {}**", "**2\\) {}**", "**Q2: {}**", "<b>{}</b>"),
        *("<u>{}</u>", "1. {}", "1) {}", "(1) {}", "a) {}", "1\\. {}", "1. **{}**", "1 - {}", "#1: {}"),
        *("1/5: {}", "No. 3: {}", "1\ufe0f\u20e3 {}", "\u2460 {}", "Q: {}", "Q. {}", "Q2: {}", "Q2. {}"),
        *("Q2) {}", "Q2 - {}", "Q 2: {}", "Question: {}", "Question 3 - {}", "Question 3 \u2013 {}"),
        *("**Q:** {}", "**Q1**: {}", "- Q: {}", "> Q: {}", "- {}", "* {}", "+ {}", "\u2022 {}", "\u2022{}"),
        *("\u2022\t{}", "\u25e6 {}", "\u2013 {}", "- [ ] {}", "- [[{}]]", "> {}", ">{}", "> > {}", "> ## {}"),
        *("> - {}", "> **{}**", "> [!question] {}", "> [!faq]- **{}**", "<h2>{}</h2>"),
        *("<h3 class='x'><span>{}</span></h3>", "<summary>{}</summary>", "<p><strong>{}</strong></p>", "{}"),
        *("{}:", "{} ^a1", "   {}", "\u00a0{}", "\u2192 {}", "\U0001f331 {}", "{} \U0001f331"),
        *("\u201c{}\u201d", "Me: {}", "**Me:** {}", "Interviewer: {}", "[00:01:23] Me: {}"),
        *("14:02 - Chris Winter: {}", "[02/03/2026, 14:02:11] Chris: {}"),
    ],
)
def test_a_question_may_stand_in_any_dress(dress: str) -> None:
    body = f"{dress.format(ASK)}\nBy chance.\n"
    assert found_in(body) == ({"start": "By chance."}, "", [])


@pytest.mark.parametrize("dress", ["{}", "## {}", "**{}**", "1. {}", "> {}"])
@pytest.mark.parametrize(
    "words",
    [
        "how did you get your start in this work",
        "HOW DID YOU GET YOUR START, IN THIS WORK?!",
        "How\u00a0did you  get your start in this work\u2026",
        "How did\u200b you get your st\u00adart in this work?",
        "How did you get your *start* in `this` work?",
        "How did you get your start in this work&#63;",
        "Where did it all begin?",
    ],
)
def test_signs_spaces_and_case_do_not_count(dress: str, words: str) -> None:
    answers, _, problems = found_in(f"{dress.format(words)}\nBy chance.\n")
    assert (answers, problems) == ({"start": "By chance."}, [])


@pytest.mark.parametrize(
    "written", ["Qu'est-ce que tu pre\u0301fe\u0300res\u00a0?", "qu\u2019est ce que tu pr\u00e9f\u00e8res"]
)
def test_accents_and_quotation_marks_may_be_written_either_way(written: str) -> None:
    question = "---\nask: Qu'est-ce que tu pr\u00e9f\u00e8res ?\n---\n"
    note = f"---\ncontact: Ada\ndate: 2026-03-02\n---\n**{written}**\nLa laine.\n"
    (talk,) = a_journal({"interviews/a.md": note, "questions/like.md": question}).journal.interviews
    assert [answer.text for answer in talk.answers] == ["La laine."]


def test_without_spaces_between_words_two_signs_count_as_one() -> None:
    ask = "\u4f60\u662f\u600e\u4e48\u5f00\u59cb\u7684\uff1f"
    note = f"---\ncontact: Ada\ndate: 2026-03-02\n---\n**{ask}**\n\u5076\u7136\u3002\n"
    files = {"interviews/a.md": note, "questions/start.md": f"---\nask: {ask}\n---\n"}
    (talk,) = a_journal(files).journal.interviews
    assert [answer.text for answer in talk.answers] == ["\u5076\u7136\u3002"]


@pytest.mark.parametrize(
    ("body", "answers"),
    [
        ("## start\nBy chance.", {"start": "By chance."}),
        ("> ## start\n> By chance.", {"start": "By chance."}),
        ("<h2>Your boss?</h2>\nKind.", {"boss": "Kind."}),
        ("##\u00a0start\nBy chance.", {"start": "By chance."}),
        ("**start**\nBy chance.", {}),
        ("start\nBy chance.", {}),
        ("- Your boss?\n- By chance.", {}),
        ("**Your boss?**\nKind.", {}),
        ("I asked him: {Q} He laughed.", {}),
        ("Then I asked, {Q}", {}),
        ("```\n## {Q}\nno\n```", {}),
        ("text\n\n    {Q}\n    no", {}),
        ("<!--\n## {Q}\nno\n-->", {}),
        ("`{Q}`\nno", {}),
        ("<pre>\n{Q}\nno\n</pre>", {}),
    ],
)
def test_ids_and_short_wordings_need_a_heading_and_code_is_none(body: str, answers: dict[str, str]) -> None:
    assert found_in(body)[0] == answers


@pytest.mark.parametrize(
    ("body", "answers", "notes"),
    [
        # at a heading
        ("## {Q}\nBy chance.\n### More\nx\n## Other\ny", {"start": "By chance.\n### More\nx"}, "## Other\ny"),
        ("**{Q}**\nBy chance.\n### Other\ny", {"start": "By chance."}, "### Other\ny"),
        # at the next question, in whatever dress
        ("## {Q}\nBy chance.\n**{R}**\nPeople.", {"start": "By chance.", "like": "People."}, ""),
        (
            "{Q}\nBy chance.\n{W}\nChaos.\n{R}\nAll.",
            {"start": "By chance.", "week": "Chaos.", "like": "All."},
            "",
        ),
        # at a line in the same dress
        ("**{Q}**\nBy chance.\n\n**Other**\ny", {"start": "By chance."}, "**Other**\ny"),
        ("1. {Q}\n   By chance.\n2. Other\n   y", {"start": "By chance."}, "2. Other\n   y"),
        ("- {Q}\n\t- By chance.\n\t- Yes.\n- Other", {"start": "- By chance.\n- Yes."}, "- Other"),
        (
            "Q: {Q}\nA: By chance.\nQ: And the cat?\nA: No.",
            {"start": "By chance."},
            "Q: And the cat?\nA: No.",
        ),
        ("Me: {Q}\nAda: By chance.\nMe: Really?", {"start": "Ada: By chance."}, "Me: Really?"),
        ("##{Q}\nBy chance.\n##Other\ny", {"start": "By chance."}, "##Other\ny"),
        # but for a bold sentence with which the answer begins: its gist
        ("**{Q}**\n**By chance.**\nYes.", {"start": "**By chance.**\nYes."}, ""),
        ("- **{Q}**\n- By chance.\n- Yes.", {"start": "- By chance.\n- Yes."}, ""),
        # at the end of what holds it
        ("> ## {Q}\n> By chance.\n>\n> - yes\n\nout", {"start": "By chance.\n\n- yes"}, "out"),
        ("> [!question] {Q}\n> By chance.\n\nout", {"start": "By chance."}, "out"),
        ("> [!note] x\n> > [!faq] {Q}\n> > By chance.\n> y", {"start": "By chance."}, "> [!note] x\n\n> y"),
        (
            "<details>\n<summary>{Q}</summary>\n\nBy chance.\n\n</details>\nout",
            {"start": "By chance."},
            "out",
        ),
        ("<details><summary>{Q}</summary>By chance.</details>\nout", {"start": "By chance."}, "out"),
        ("<blockquote>\n<p>{Q}</p>\n<p>By chance.</p>\n</blockquote>\nout", {"start": "By chance."}, "out"),
        ('??? question "{Q}"\n    By chance.', {"start": "By chance."}, ""),
        ("- Talk\n  - {Q}\n    - By chance.\n- After", {"start": "- By chance."}, "- Talk\n\n- After"),
        # a quote around the question alone is but its dress
        ("> {Q}\n\nBy chance.\n\n> {R}\n\nPeople.", {"start": "By chance.", "like": "People."}, ""),
        ("> [!question] {Q}\n\nBy chance.", {"start": "By chance."}, ""),
        # on the question's own line
        ("**{Q}** By chance.\nYes.", {"start": "By chance.\nYes."}, ""),
        ("1. {Q} By chance.\n2. {R} People.", {"start": "By chance.", "like": "People."}, ""),
        ("Q: {Q} A: By chance.", {"start": "By chance."}, ""),
        ("{Q} -> by chance\n{R} \u2013 people", {"start": "by chance", "like": "people"}, ""),
        # over two lines
        ("**How did you get your start\nin this work?**\nBy chance.", {"start": "By chance."}, ""),
        ("1. How did you get your start\n   in this work?\n   By chance.", {"start": "By chance."}, ""),
        # with what sets it apart
        ("Q1. {Q}\nA1. By chance.", {"start": "By chance."}, ""),
        ("**Q:** {Q}\n\n**A:** By chance.", {"start": "By chance."}, ""),
        ("{Q}\n:   By chance.", {"start": "By chance."}, ""),
        ("<h2>{Q}</h2>\n<p>By chance.</p>\n<p>Yes.</p>", {"start": "By chance.\n\n\nYes."}, ""),
        ("## {Q}\nBy chance.\n\n---\n\n## {R}\nAll.", {"start": "By chance.", "like": "All."}, ""),
    ],
)
def test_where_an_answer_begins_and_ends(body: str, answers: dict[str, str], notes: str) -> None:
    assert found_in(body) == (answers, notes, [])


@pytest.mark.parametrize(
    ("body", "answers"),
    [
        ("To ask:\n- {Q}\n- {R}\n\n## {Q}\nBy chance.", {"start": "By chance."}),
        ("1. {Q}\n2. {R}\n\nWe talked of many things.", {}),
        ("{Q}\n{R}\n\nWe talked of many things.", {}),
        ("- {Q}\n- {R}\n\n**{R}**\nAll.\n\n**{Q}**\nBy chance.", {"start": "By chance.", "like": "All."}),
        ("1. {Q}\n2. {R}\n   All.", {"like": "All."}),
        ("## {Q}\n\n## {R}\n\nAll.", {"start": "", "like": "All."}),
        ("**{Q}**\n\n**{R}**\n\nAll.", {"start": "", "like": "All."}),
        ("## {Q}\n\n## {R}\nAll.\n\n## {Q}\nBy chance.", {"start": "By chance.", "like": "All."}),
        ("## {Q}\n\n## {Q}\n", {"start": ""}),
    ],
)
def test_questions_in_a_row_are_an_agenda_and_empty_ones_give_way(body: str, answers: dict[str, str]) -> None:
    found, notes, problems = found_in(body)
    assert (found, problems) == (answers, [])
    assert (ASK in notes) == (body.startswith(("To ask", "1.", "-", "{Q}")))


def test_an_empty_answer_gives_way_to_one_in_the_other_place() -> None:
    front = "contact: Ada\ndate: 2026-03-02\nanswers:\n  start: By chance.\n  like:"
    note = f"---\n{front}\n---\n## start\n\n**{LIKE}**\nAll.\n"
    reading = a_journal({"interviews/a.md": note, **QUESTIONS})
    assert reading.problems == ()
    assert [a.text for a in reading.journal.interviews[0].answers] == ["By chance.", "All."]


def test_a_question_answered_twice_is_one_problem_in_any_dress() -> None:
    answers, notes, problems = found_in("- {Q}\n  By chance.\n\n**{Q}**\nTwice.\n")
    assert (answers, notes, problems) == ({"start": "By chance."}, "", ["answered-twice"])


@pytest.mark.parametrize(
    "line",
    [
        "## How did you got your start in this work?",
        "##How did you get your start at work?",
        "**How did you get your start at this work?**",
        "**How did you get start in this work**",
        "3. How did you get your start in that work?",
        "Q: How did you get your start in your work?",
        "<h2>How did you start in this work?</h2>",
        "> [!question] How did you get started in this work?",
        "Great. How did you get your start in this work?",
    ],
)
def test_nearly_a_wording_is_pointed_out_with_the_one_meant(line: str) -> None:
    for body in (f"{line}\nBy chance.\n", f"## {LIKE}\nPeople.\n\n{line}\nBy chance.\n"):
        note = f"---\ncontact: Ada\ndate: 2026-03-02\n---\n{body}"
        (problem,) = a_journal({"interviews/a.md": note, **QUESTIONS}).problems
        assert (problem.code, problem.severity) == ("unknown-question", "warning")
        assert problem.hint == f"did you mean `{ASK}`"
        assert note.split("\n")[problem.place.line - 1] == line


@pytest.mark.parametrize(
    ("body", "problems"),
    [
        ("word " * 60, ["no-answers"]),
        ("\u8bf4\u4e86\u5f88\u591a\u3002" * 30, ["no-answers"]),
        ("word " * 30, []),
        ("1. {Q}\n2. {R}\n\n" + "word " * 60, ["no-answers"]),
        ("* {Q}\n* " + "word " * 60 + "\n* {R}\n* yes", ["no-answers"]),
        ("**How did you got your start in this work?**\n" + "word " * 60, ["unknown-question"]),
        ("word " * 60 + "\n\n## {Q}\n", []),
        ("word " * 60 + "\n\n**{Q}**\nBy chance.", []),
    ],
)
def test_a_talk_in_which_no_question_was_found_is_pointed_out(body: str, problems: list[str]) -> None:
    assert found_in(body)[2] == problems


def test_nothing_is_asked_for_where_there_are_no_questions() -> None:
    note = "---\ncontact: Ada\ndate: 2026-03-02\n---\n" + "word " * 60
    assert a_journal({"interviews/a.md": note}).problems == ()


def test_without_question_files_a_wording_of_the_bank_counts_in_any_dress() -> None:
    note = f"---\ncontact: Ada\ndate: 2026-03-02\n---\n- Money\n- {ASK}\n\n**{LIKE}**\nPeople.\n"
    reading = a_journal({"interviews/a.md": note})
    assert [question.id for question in reading.journal.questions] == ["start", "satisfying"]


@pytest.mark.parametrize(
    "body",
    [
        f"> {ASK}\n" * 2000,
        f"> {ASK}\n" + ">\n" * 2000,
        f"why not say so, {ASK}\n" * 1000,
        "".join(f"{' ' * (number % 60)}- why not {number} so?\n" for number in range(2000)),
        "<details>\n" * 2000 + f"{ASK}\n" + "</details>\n" * 2000,
        f"**{ASK}** a\n" * 1000,
        "## " + " " * 200_000 + f"{ASK}\n" + "- " * 100_000 + "x",
    ],
)
def test_thousands_of_lines_are_read_in_no_time(body: str) -> None:
    found_in(body)


@pytest.mark.parametrize(
    "body", ["Q. {Q}\nA. By chance.", "Q: {Q}\nA) By chance.", "{Q}: By chance.", "* 1. {Q}:: By chance."]
)
def test_an_answer_may_stand_behind_a_letter_or_a_colon(body: str) -> None:
    assert found_in(body) == ({"start": "By chance."}, "", [])


def test_elsewhere_a_letter_is_an_initial() -> None:
    assert found_in("## {Q}\nA. Smith helped me.")[0] == {"start": "A. Smith helped me."}
