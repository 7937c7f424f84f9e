"""What says nearly a wording in other words is found, and ordinary headings are not."""

import pytest

from iiv.journal.parse.paraphrases import Paraphrases
from tests.builders import a_journal

ASKED = {
    "start": "How did you get your start in this work?",
    "satisfying": "What is the most satisfying part of your work?",
    "industry": "What do you like most about working in this industry?",
    "before": "What did you do before, and what of it do you still use?",
    "path": "If you were to begin again, would you choose the same path?",
    "day": "What does a typical day look like?",
}
OTHER = f"## {ASKED['start']}\nBy chance.\n"


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("The most satisfying part", "satisfying"),
        ("What's most satisfying", "satisfying"),
        ("Most satisfying parts of his work", "satisfying"),
        ("How she got her start", "start"),
        ("How did it start", "start"),
        ("What she did before", "before"),
        ("What they like most", "industry"),
        ("Liked most about the industry", "industry"),
        ("Typical day", "day"),
        ("Would choose the same path again?", "path"),
        ("Choosing the same path", "path"),
    ],
)
def test_the_wording_that_says_most_of_it_is_the_nearest(words: str, meant: str) -> None:
    assert Paraphrases((ask, id_) for id_, ask in ASKED.items()).nearest(words) == ASKED[meant]


@pytest.mark.parametrize(
    "words",
    [
        *("Notes", "My impressions", "Next steps", "About the company", "Advice", "Summary"),
        *("What I learned", "Work", "My work", "The industry", "What surprised me", "Things to follow up"),
        *("What I want to do", "Before", "Before the talk", "A day in Lyon", "Most important"),
        *("The first part", "Part one", "Path", "Choice of school", "Would you do that again?"),
        *("What do you think about it", "", "?", "\u597d"),
    ],
)
def test_other_headings_are_near_none(words: str) -> None:
    assert Paraphrases((ask, id_) for id_, ask in ASKED.items()).nearest(words) is None


@pytest.mark.parametrize(
    "line",
    [
        *("## The most satisfying part", "**The most satisfying part**", "2. The most satisfying part"),
        *(
            "2) **The most satisfying part**",
            "Q: The most satisfying part",
            "2. Most satisfying part: the craft",
        ),
        *("### Most satisfying part of the work", "The most satisfying part of my work?"),
    ],
)
def test_a_line_that_looks_like_a_heading_is_pointed_out(line: str) -> None:
    files = {f"questions/{id_}.md": f"---\nask: {ask}\n---\n" for id_, ask in ASKED.items()}
    for body in (f"{line}\nThe craft.\n\n{OTHER}", f"{OTHER}\n{line}\nThe craft.\n"):
        note = f"---\ncontact: Ada\ndate: 2026-03-02\n---\n{body}"
        (problem,) = a_journal({"interviews/a.md": note, **files}).problems
        assert (problem.code, problem.hint) == ("unknown-question", f"did you mean `{ASKED['satisfying']}`")


@pytest.mark.parametrize(
    "body",
    [
        f"## {ASKED['satisfying']}\n**The most satisfying part**\nThe craft.",
        f"## {ASKED['satisfying']}\n**The most satisfying part is the craft.**\nYes.",
        f"## {ASKED['satisfying']}\n### The most satisfying part\nThe craft.",
        "The most satisfying part of it all was the walk home.\n",
        "- the most satisfying part: the walk home\n",
        "1. The most satisfying part of it all was the walk home.\n",
    ],
)
def test_its_own_answer_and_sentences_may_say_the_same(body: str) -> None:
    files = {f"questions/{id_}.md": f"---\nask: {ask}\n---\n" for id_, ask in ASKED.items()}
    note = f"---\ncontact: Ada\ndate: 2026-03-02\n---\n{OTHER}\n{body}\n"
    assert a_journal({"interviews/a.md": note, **files}).problems == ()
