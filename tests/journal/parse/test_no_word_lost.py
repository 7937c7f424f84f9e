"""Every word of a body is in an answer or in the notes, and there once."""

import re
from collections.abc import Callable
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.model import Interview
from tests.builders import a_journal

ASKED = (
    "How did you get your start in this work?",
    "What is the most satisfying part of your work?",
    "Tell me about a typical week",
)
QUESTIONS = {f"questions/q{n}.md": f"---\nask: {ask}\n---\n" for n, ask in enumerate(ASKED)}
MARKER = re.compile(r"w\d+w")

# `@` is a marker, `?` a question that is asked or nearly.
DRESSES = (
    "# ?",
    "### ?",
    "##?",
    "##\u00a0?",
    "\\## ?",
    "?\n---",
    "**?**",
    "__?__",
    "**?** @",
    "1. ?",
    "2) **?**",
    "- ?",
    "\t- ?",
    "\u2022 ?",
    "Q: ?\nA: @",
    "Q2. ?",
    "Me: ?",
    "> ?",
    "> ## ?\n> @",
    "> [!question] ?\n> @\n> - @",
    "> [!note] @\n>\n> **?**\n> @",
    "<h2>?</h2>",
    "<h3>?</h3><p>@</p>",
    "<details>\n<summary>?</summary>\n\n@\n\n</details>",
    "<details><summary>?</summary>@</details>",
    '??? question "?"\n    @',
    "?",
    "?:",
    "- [ ] ?",
    "? {#a}",
    "? @",
    "?\t@",
    "? - @",
    "(?:: @)",
    "- [?:: @]",
    "| ? | @ | @ |",
    "| ? | @ |\n|---|---|\n| @ | @ |",
    "**? @**",
    "## ? @",
    "<td>?</td><td>@</td>",
    "@, ?, @",
)
OTHERS = (
    "@",
    "@ @ @.\n@",
    "",
    "# @",
    "## @ @ @?",
    "**@**",
    "**@ @ @?**",
    "- @\n- @\n  - @",
    "1. @\n2. @",
    "> @\n> @",
    "> [!info] @\n> @",
    "<details>\n<summary>@</summary>\n@\n</details>",
    "```\n## ?\n@\n```",
    "    @",
    "| @ | @ |\n|---|---|\n| @ | @ |",
    "Ada: @",
    "<b>@</b>",
    "---",
    "- [ ] @",
    "A: @",
    "<p>@</p>",
    ": @",
    "@ ? @",
)


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """A body of such blocks, with a different marker in each place."""
    blocks = draw(st.lists(st.sampled_from(DRESSES + OTHERS), max_size=9))
    gaps = [draw(st.sampled_from(("\n", "\n\n"))) for _ in blocks]
    body = "".join(block + gap for block, gap in zip(blocks, gaps, strict=True))
    ask = st.sampled_from((*ASKED, "How did you got your start at this work?", "What of the cat?"))
    return re.sub(r"\?(?!\?)(?<!\?\?)", lambda _: draw(ask), body)


def _marked(body: str) -> str:
    number: Callable[[], int] = count().__next__
    return re.sub("@", lambda _: f"w{number()}w", body)


def _talk(body: str) -> Interview:
    note = f"---\ncontact: Ada\ndate: 2026-03-02\n---\n{body}"
    (talk,) = a_journal({"interviews/a.md": note, **QUESTIONS}).journal.interviews
    return talk


@given(bodies().map(_marked))
def test_each_word_is_in_one_answer_or_in_the_notes(body: str) -> None:
    talk = _talk(body)
    texts = [answer.text for answer in (*talk.answers, *talk.unknown_answers)]
    kept = [marker for text in (*texts, talk.notes) for marker in MARKER.findall(text)]
    assert sorted(kept) == sorted(MARKER.findall(body))


@given(bodies().map(_marked))
def test_an_answer_stands_below_its_question(body: str) -> None:
    lines = body.split("\n")
    for answer in _talk(body).answers:
        number = answer.place.line - 5
        assert answer.heading.split()[-1].strip("?") in lines[number]
        below = "\n".join(lines[number:])
        assert all(word in below for word in MARKER.findall(answer.text))
