"""Journals with few, with many and with very many answers to one question, for the tests in the browser."""

from collections.abc import Iterator
from typing import Final

FIELDS: Final = ("glass", "health", "trees")
LONG: Final = (
    "**Number {0} began by accident.** Nobody had asked, and the door stood open; so did the next one, for"
    " years, and then it was too late to go back. Of #craft it was said that it comes by itself.\n\n"
    "Then came the second year. The {1} needed somebody who could count, and there was nobody else in the"
    " house.\n\nWhat stays is [the workshop](../contacts/person-000.md), and a word: quince{0}.\n"
)
SHORT: Final = "By reading. #luck"


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
        said = SHORT if number % 4 == 3 else LONG.format(number, field)
        head = f"contact: Person {number:03}\ndate: 20{40 - number // 28:02}-02-{28 - number % 28:02}"
        facts = f"{head}\nrole: Keeper\nfield: {field}\nhelpfulness: {number % 5 + 1}"
        yield f"interviews/talk-{number:03}.md", f"---\n{facts}\n---\n\n## start\n{said}"
