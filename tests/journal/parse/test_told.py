import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.parse.days_in_text import days_in, days_in_name, without_days
from iiv.journal.parse.told import told
from tests.builders import a_journal

DAY = dt.date(2026, 3, 2)


@pytest.mark.parametrize(
    ("stem", "body", "contact", "date"),
    [
        ("2026-03-02 Maya Okafor", "Hello", "Maya Okafor", DAY),
        ("Interview with Maya Okafor 2026-03-02", "# Hello", "Maya Okafor", DAY),
        ("Maya_Okafor_20260302", "", "Maya Okafor", DAY),
        ("note", "# Interview with Maya Okafor\n\nMarch 2, 2026 - by phone\n\n## Why?\n", "Maya Okafor", DAY),
        ("note", "# Coffee with Maya\n\n#career\n", "Maya", None),
        ("Maya", "# Coffee with Maya Okafor\n", "Maya Okafor", None),
        # Notion, with a hash behind the name and properties below the title
        (f"Maya Okafor {'3f' * 16}", "# Maya Okafor\n\nDate: March 2, 2026\nTags: a\n", "Maya Okafor", DAY),
        # Obsidian, with fields
        ("obsidian-maya", "Met:: [[2026-03-02]]\nwith:: [[people/Maya Okafor]]\n", "Maya Okafor", DAY),
        # Bear, with the title as the first line
        ("Talk", "Maya Okafor, 2 March 2026\n#career/health\n", "Maya Okafor", DAY),
        ("2026-03-02", "Talked to her on 2026-03-01", "", None),
        ("3-2-2026", "Hello", "", None),
        ("Maya Okafor", "# Interview with Tomasz Kowal\n", "", None),
        ("x", "with: Maya Okafor and Tomasz Kowal\n", "", None),
        ("My notes", "# What I think\n", "", None),
        ("x", "## Why?\n2026-03-02\n\n## How?\n2026-03-05\n", "", DAY),
        ("", "", "", None),
    ],
)
def test_what_a_note_tells_of_itself(stem: str, body: str, contact: str, date: dt.date | None) -> None:
    found = told(stem, body)
    assert (found.contact, found.date) == (contact, date)


def test_properties_say_it_before_anything_else() -> None:
    found = told(
        "Maya 2026-03-05", "# Talk with Maya\n", {"Interviewee": "[[Tomasz Kowal]]", "day": "2 March 2026"}
    )
    assert (found.contact, found.date) == ("Tomasz Kowal", DAY)


@given(st.text(max_size=60), st.text(max_size=200))
def test_any_text_tells_something_or_nothing(stem: str, body: str) -> None:
    found = told(stem, body)
    assert "\n" not in found.contact


@given(
    st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)), st.sampled_from(["{0}", "a {0} b", "x_{0}", "{0}-15"])
)
def test_a_day_is_found_wherever_it_stands(day: dt.date, around: str) -> None:
    assert days_in(around.replace("_", " ").replace("-15", "").format(day)) == [day]
    assert days_in_name(around.replace("-15", "").format(day)) == [day]
    assert days_in_name(f"{day:%Y%m%d}-150005_x") == ([day] if day.year >= 2000 else [])
    assert without_days(f"Maya {day} Okafor") == "Maya Okafor"


def test_a_note_without_front_matter_is_told_what_to_begin_with() -> None:
    (problem,) = a_journal({"interviews/2026-03-02 Maya Okafor.md": "Hello\n"}).problems
    assert problem.code == "missing-contact"
    said = "begin it with four lines: `---`, `contact: Maya Okafor`, `date: 2026-03-02`, `---`"
    assert problem.hint == said
    (other,) = a_journal({"interviews/note.md": "Hello\n"}).problems
    assert other.hint == "begin it with four lines: `---`, `contact:`, `date:`, `---`"


def test_a_key_that_is_missing_is_told_with_its_value() -> None:
    note = "---\ntags: [a]\n---\n# Interview with Maya Okafor\n\n2 March 2026\n"
    hints = [problem.hint for problem in a_journal({"interviews/note.md": note}).problems]
    assert hints == [
        "write `contact: Maya Okafor`, as its name or first lines say",
        "write `date: 2026-03-02`, as its name or first lines say",
    ]
