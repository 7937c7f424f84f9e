from collections import Counter
from pathlib import Path

import pytest

from iiv.journal.read.themes import two_ways
from iiv.shipped import shipped
from tests.builders import a_journal, problems_of


def groups(*words: str) -> tuple[tuple[str, ...], ...]:
    return two_ways(Counter(words))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mentor", "mentoring"),
        ("mentor", "Mentor"),
        ("mentor", "mentors"),
        ("mentoring", "mentors"),
        ("price", "pricing"),
        ("plan", "planning"),
        ("company", "companies"),
        ("class", "classes"),
        ("life-work", "lifework"),
        ("life_work", "Life-Works"),
        ("learn", "learned"),
    ],
)
def test_one_theme_written_two_ways(one: str, other: str) -> None:
    assert groups(one, one, other) == ((one, other),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("car", "caring"),
        ("plan", "planes"),
        ("new", "news"),
        ("craft", "crafty"),
        ("luck", "duck"),
        ("people", "pride"),
        ("glas", "glass"),
        ("山", "山川"),
    ],
)
def test_two_themes(one: str, other: str) -> None:
    assert groups(one, other) == ()


def test_the_usual_spelling_stands_first() -> None:
    assert groups("Craft", "crafts", "crafts", "craft", "music") == (("crafts", "Craft", "craft"),)


def note(text: str, contact: str = "Ada") -> str:
    return f"---\ncontact: {contact}\ndate: 2026-03-02\n---\n\n{text}\n"


def test_a_theme_written_two_ways_is_a_warning_where_the_rarer_one_stands_first() -> None:
    files = {
        "questions/start.md": "---\nask: How?\n---\n",
        "questions/industry.md": "---\nask: What of it?\n---\n",
        "interviews/a.md": note("## start\nMuch #mentoring, and #craft.\n\n## industry\nNo #mentor."),
        "interviews/b.md": note("Her #mentor, and more #mentoring.", "Grace"),
        "interviews/c.md": note("A #mentor.", "Mary"),
    }
    assert problems_of(files) == ["interviews/a.md:6:1: theme-two-ways"]


def test_a_case_apart_counts_as_two_ways() -> None:
    files = {"interviews/a.md": note("#Craft here."), "interviews/b.md": note("#craft. And #craft.", "Grace")}
    (problem,) = a_journal(files).problems
    assert (problem.severity, problem.place.path) == ("warning", "journal/interviews/b.md")
    assert problem.message == "the theme `#craft` is elsewhere written `#Craft`"


def test_the_example_has_no_such_theme() -> None:
    folder = shipped("example") / "journal"
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.md")}
    assert [problem for problem in a_journal(files).problems if problem.code == "theme-two-ways"] == []


def test_real_interviews_have_no_such_theme(real_interviews: Path) -> None:
    folder = real_interviews / "journal"
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.md")}
    assert [problem for problem in a_journal(files).problems if problem.code == "theme-two-ways"] == []
