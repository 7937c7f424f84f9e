"""What wikilinks name, as Obsidian writes them, and how those to elsewhere are pointed out."""

import pytest

from iiv.journal.journal import Ref, find_ref
from iiv.journal.parse.link_targets import file_in, is_size, place_in
from tests.builders import a_journal

NOTE = "---\ncontact: Ada\ndate: 2026-03-02\n---\n"


@pytest.mark.parametrize(
    "name",
    [
        *("Ada Lovelace", "ada lovelace.md", "contacts/Ada Lovelace", "a/b/Ada Lovelace.md#Log"),
        *("Ada Lovelace#^b1", "Ada Lovelace^b1"),
    ],
)
def test_a_note_is_named_in_any_form(name: str) -> None:
    ada = Ref("contact", "ada")
    assert find_ref({"ada lovelace": ada}, name) == ada


def test_the_words_as_they_stand_come_first() -> None:
    whole, part = Ref("question", "dotnet"), Ref("contact", "c")
    assert find_ref({"c# / .net": whole, "c": part}, "C# / .NET") == whole


def test_a_heading_is_a_place_and_a_block_none() -> None:
    assert [place_in(name) for name in ("ada#start", "ada", "ada#^b1")] == ["start", "", ""]


def test_files_are_told_from_notes() -> None:
    names = ("photo.png", "a/my photo.JPG", "talk.pdf#page=2", "ada", "ada.md", "Dr. Who")
    assert [*map(file_in, names)] == ["photo.png", "a/my photo.JPG", "talk.pdf", "", "", ""]


def test_sizes_are_no_words() -> None:
    assert all(map(is_size, ("300", "300x200", " 300 ")))
    assert not any(map(is_size, ("30 looms", "")))


def test_links_to_notes_elsewhere_are_one_problem_of_a_note() -> None:
    body = (
        "[[Looms]], [[Jacquard|he]] and [[Looms]]\n\n![[map.png]] [[Silk]] [[Wool]] [[2026-03-01]] [[Ada]]\n"
    )
    reading = a_journal({"interviews/a.md": NOTE + body, "interviews/b.md": NOTE + "[[Looms]]\n"})
    found = [problem for problem in reading.problems if problem.code == "unknown-link"]
    assert [(str(problem.place), problem.message) for problem in found] == [
        (
            "journal/interviews/a.md:5:1",
            "`[[Looms]]`, `[[Jacquard|he]]`, `![[map.png]]` and 2 more lead to no file or note",
        ),
        ("journal/interviews/b.md:5:1", "`[[Looms]]` leads to nobody"),
    ]


def test_a_file_may_lie_in_any_folder() -> None:
    note = f"{NOTE}![[map.png|300]] [[talk.pdf]]\n"
    assert a_journal({"interviews/a.md": note, "x/map.png": b"", "talk.pdf": b""}).problems == ()
