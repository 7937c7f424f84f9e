"""A person's note under another name, or joined with another one on the same person."""

import pytest

from iiv.journal.edit.errors import UneditableNoteError
from iiv.journal.edit.front_matter import with_items
from iiv.journal.edit.person import Difference, differences, merged, parse_person, renamed


@pytest.mark.parametrize(
    ("front", "changed"),
    [
        ("name: Ada\n", "name: Ada\naliases: [Countess]\n"),
        ("aliases:\nname: Ada\n", "aliases: [Countess]\nname: Ada\n"),
        ("aliases: []\n", "aliases: [Countess]\n"),
        ("aliases: [A. L.]  # hers\n", "aliases: [A. L., Countess]  # hers\n"),
        ("aliases: [A. L.,]\n", "aliases: [A. L.,Countess]\n"),
        ("aliases:\n- A. L.\nname: Ada\n", "aliases:\n- A. L.\n- Countess\nname: Ada\n"),
        (
            "aliases:\n  - A. L.\n  # more\nname: Ada\n",
            "aliases:\n  - A. L.\n  - Countess\n  # more\nname: Ada\n",
        ),
        ("aliases: A. L.\n", "aliases: [A. L., Countess]\n"),
    ],
)
def test_a_list_gets_more_in_its_own_form(front: str, changed: str) -> None:
    new = with_items(
        f"---\n{front}---\nBody\n", "aliases", ["Countess"], ["A. L."] if "aliases: A" in front else []
    )
    assert new == f"---\n{changed}---\nBody\n"


def test_what_is_no_list_is_left_alone() -> None:
    with pytest.raises(UneditableNoteError, match="other than a list"):
        with_items("---\naliases: {a: b}\n---\n", "aliases", ["Countess"])


def rename(text: str, name: str) -> str:
    return renamed(text, parse_person(text, "ada"), name)


def test_the_old_name_becomes_an_alias() -> None:
    text = "---\r\nname: Ada Byron # née\r\n---\r\nBody\r\n"
    new = rename(text, "Ada King")
    assert new == "---\r\nname: Ada King # née\r\naliases: [Ada Byron]\r\n---\r\nBody\r\n"


def test_another_spelling_needs_no_alias() -> None:
    assert rename("---\nname: Zoe\n---\n", "Zoë") == "---\nname: Zoë\n---\n"


KEPT = """\
---
name: Ada Lovelace
email: ada@example.org
tags: [maths]
---
Likes looms.

## Log
- 2026-01-01 asked
- 2026-02-03 replied
"""
OTHER = """\
---
name: Ada King
email: king@example.org
phone: 0123
next_contact: 2026-09-01
tags: [poetry, maths]
shoe_size: 38
---
- [ ] send her a book

## Log
- 2026-01-01 asked
- 2026-02-01 nudged by phone
- nonsense
- 2026-02-04 wrote: thanks
"""


def merge(*chosen: Difference) -> str:
    return merged(KEPT, parse_person(KEPT, "ada-lovelace"), parse_person(OTHER, "ak"), chosen)


def test_two_notes_become_one_with_all_that_both_say() -> None:
    assert (
        merge()
        == """\
---
name: Ada Lovelace
email: ada@example.org
tags: [maths, poetry]
phone: "0123"
next_contact: 2026-09-01
aliases: [Ada King, ak]
---
Likes looms.

## Log
- 2026-01-01 asked
- 2026-02-01 nudged by phone
- 2026-02-03 replied
- 2026-02-04 wrote: thanks

## From the note on Ada King

- email: king@example.org
- shoe_size: 38

- nonsense

- [ ] send her a book
"""
    )


def test_a_fact_that_loses_is_not_lost() -> None:
    (differing,) = differences(parse_person(KEPT, "ada-lovelace"), parse_person(OTHER, "ak"))
    assert differing == Difference("email", "ada@example.org", "king@example.org")
    text = merge(differing)
    assert "\nemail: king@example.org\n" in text
    assert "\n- email: ada@example.org\n" in text


def test_a_line_below_the_log_that_is_none_of_it_is_no_hindrance() -> None:
    kept = "---\nname: Ada\n---\n**Log**\n- 2026-03-02 called\n\nand more\n"
    other = "---\nname: Grace\n---\n## Log\n- 2026-01-02 asked\n"
    text = merged(kept, parse_person(kept, "ada"), parse_person(other, "grace"))
    assert "**Log**\n- 2026-01-02 asked\n- 2026-03-02 called\n\nand more\n" in text


def test_footnotes_of_both_stay_apart() -> None:
    kept = "---\nname: Ada\n---\nLooms.[^1]\n\n[^1]: Jacquard's.\n"
    other = "---\nname: Grace\n---\nA moth.[^1]\n\n[^1]: In the relay.\n"
    text = merged(kept, parse_person(kept, "ada"), parse_person(other, "grace"))
    assert "Looms.[^1]\n\n[^1]: Jacquard's.\n" in text
    assert "A moth.[^1-2]\n\n[^1-2]: In the relay.\n" in text
