"""What counts as a heading."""

from textwrap import dedent

import pytest

from iiv.journal.parse.headings import headings, titles
from tests.builders import a_journal


def test_headings_of_both_kinds_are_found() -> None:
    text = dedent("""\
        # One

        Two
        ---
        text

        ### Three ### {#id}

        Four
        ====
        #craft is a theme
        ```
        # code
        ```
        <!--
        # hidden
        -->
        two lines
        of text
        ---
        - item
        ---
        ##
        """)
    found = [(heading.level, heading.words, heading.line) for heading in headings(text)]
    assert found == [(1, "One", 0), (2, "Two", 2), (3, "Three", 6), (1, "Four", 8), (2, "", 22)]


@pytest.mark.parametrize(
    "line", ["##\u00a0Two", "\u200b## Two", "\ufeff## Two", "## Two <!-- later -->", "## Two ##"]
)
def test_hard_spaces_and_invisible_signs_do_not_hide_a_heading(line: str) -> None:
    assert [(heading.level, heading.words) for heading in headings(line)] == [(2, "Two")]


def test_a_bold_line_is_a_title_below_all_headings() -> None:
    text = "## One\n**Two**\n**three** goes on\n__Four:__\n```\n**five**\n```\n- **six**\n"
    expected = [(2, "One", 0), (7, "Two", 1), (7, "Four:", 3)]
    assert [(title.level, title.words, title.line) for title in titles(text)] == expected


@pytest.mark.parametrize(
    "title", ["# Log", "###### log", "**Log**", "__Log:__", "##\u00a0Log", "Log\n---", "## \U0001f4d3 Log"]
)
def test_the_log_may_be_bold_or_of_any_level(title: str) -> None:
    note = f"---\nname: Ada\n---\nKind.\n\n{title}\n- 2026-03-02 wrote\n"
    (ada,) = a_journal({"contacts/ada.md": note}).journal.contacts
    assert ([line.verb for line in ada.log], ada.notes) == (["wrote"], "Kind.")


def test_a_bold_log_ends_at_the_next_bold_line_or_heading() -> None:
    for following in ("**Family**", "#### Family"):
        note = f"---\nname: Ada\n---\n**Log**\n- 2026-03-02 wrote\n\n{following}\n- two sons\n"
        reading = a_journal({"contacts/ada.md": note})
        (ada,) = reading.journal.contacts
        assert (len(ada.log), ada.notes, reading.problems) == (1, f"{following}\n- two sons", ())


def test_bold_words_within_a_log_under_a_heading_do_not_end_it() -> None:
    note = "---\nname: Ada\n---\n## Log\n- 2026-03-02 wrote\n- 2026-03-04 called: **at last**\n"
    (ada,) = a_journal({"contacts/ada.md": note}).journal.contacts
    assert [line.verb for line in ada.log] == ["wrote", "called"]
