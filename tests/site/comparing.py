"""Journals in which there is something to compare: in several answers, or in very many."""

from collections.abc import Iterator

QUESTIONS = {
    "questions/start.md": "---\nask: How did you begin?\norder: 1\n---\n",
    "questions/regret.md": "---\nask: What do you regret?\norder: 2\n---\n",
    "questions/money.md": "---\nask: How does the money work?\norder: 3\n---\n",
}
LONG = """\
**By accident, through music.** She was asked to check a table of numbers, and could not stop.

Then came the looms, for which nobody had a word. Of #craft and #luck she spoke for an hour.

What she wanted was Zürich, and a laboratory of her own.
"""
RICH = """\
**A picture says it.** ![The engine](../images/engine.png)

See [the looms][looms], her note[^1], [[Grace Hopper]] and [the talk with her](grace.md). #craft

[looms]: https://looms.example.org/
[^1]: In the margin, as ever.
"""


def _talk(head: str, **answers: str) -> str:
    said = "".join(f"\n## {question}\n{text}\n" for question, text in answers.items())
    return f"---\n{head}---\n{said}"


TALKS = {
    "interviews/ada.md": _talk(
        "contact: Ada Lovelace\ndate: 2026-03-02\nrole: Analyst\nfield: computing\nhelpfulness: 5\n"
        "tags: [numbers, night shift]\ninterest: 3\nshift: I had never thought of teaching it.\n",
        start=LONG,
        regret="Nothing.\n\nBut the races at Derby, on Sunday, with so much money lost.",
    ),
    "interviews/grace.md": _talk(
        "contact: Grace Hopper\ndate: 2026-04-01\nrole: Rear admiral\nfield: navy\nhelpfulness: 3\n"
        "tags: [numbers]\ninterest: 5\n",
        start=RICH,
        regret="",
    ),
    "interviews/mary.md": _talk(
        "contact: Mary Somerville\ndate: 2025-12-24\nrole: Writer\nfield: computing\nhelpfulness: 4\n",
        start="With Euclid, by candle light, until the candles were taken away. #luck",
        money="Little of it. #Money",
    ),
    "interviews/mary-again.md": _talk(
        "contact: Mary Somerville\ndate: 2026-05-06\nrole: Writer\nfield: computing\n",
        money="**Still little.** And late. #money",
    ),
}
PICTURE = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\nIDATx\x9cc\x00\x01\x00\x00\x05\x00\x01\r\n-\xb4\x00\x00\x00\x00IEND\xaeB`\x82"
)
NOTES: dict[str, str | bytes] = {**QUESTIONS, **TALKS, "images/engine.png": PICTURE}

FIELDS = ("glass", "health", "trees")
EACH = (
    "**Number {0} began by accident.** Nobody had asked, and the door stood open; so did the next one, for"
    " years, and then it was too late to go back. Of #craft it was said that it comes by itself.\n\n"
    "Then came the second year. The {1} needed somebody who could count, and there was nobody else in the"
    " house.\n\nWhat stays is [the workshop](../contacts/person-000.md), and a word: quince{0}.\n"
)
SHORT = "By reading. #luck"


def many(answers: int) -> dict[str, str | bytes]:
    """The notes of a journal with so many answers to one question: every fourth is a short one."""
    return dict(_notes(answers))


def _notes(answers: int) -> Iterator[tuple[str, str]]:
    yield (
        "questions/start.md",
        "---\nask: How did you begin?\n---\n<!-- What you learn from the answers. -->\n",
    )
    yield "contacts/person-000.md", "---\nname: Person 000\n---\n"
    for number in range(answers):
        field = FIELDS[number % len(FIELDS)]
        said = SHORT if number % 4 == 3 else EACH.format(number, field)
        head = f"contact: Person {number:03}\ndate: 20{40 - number // 28:02}-02-{28 - number % 28:02}"
        facts = f"{head}\nrole: Keeper\nfield: {field}\nhelpfulness: {number % 5 + 1}"
        yield f"interviews/talk-{number:03}.md", f"---\n{facts}\n---\n\n## start\n{said}"
