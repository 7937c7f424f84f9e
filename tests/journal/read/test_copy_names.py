"""The names that programs give to copies, and those that people give to notes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.read.copy_names import CopiedName, copied_names

NOTE = "2026-03-02-ada"
CERTAIN = {
    "Dropbox": [
        " (conflicted copy 2026-03-03)",
        " (Ann's conflicted copy 2026-03-03)",
        " (Ann's conflicted copy 2026-03-03 (1))",
        " (In Konflikt stehende Kopie von Ann 2026-03-03)",
        " (Copie en conflit de Ann 2026-03-03)",
        " (Copia en conflicto de Ann 2026-03-03)",
        " (Cópia em conflito de Ann 2026-03-03)",
        " (Copia in conflitto di Ann 2026-03-03)",
        " (конфликтующая копия пользователя Ann 2026-03-03)",
        " (Annの競合コピー 2026-03-03)",
        " (Ann 的冲突副本 2026-03-03)",
    ],
    "Syncthing": [".sync-conflict-20260303-101112-ABCDEFG", ".sync-conflict-20260303-101112"],
    "Nextcloud": [" (conflicted copy 2026-03-03 101112)"],
    "ownCloud": ["_conflict-20260303-101112", "_conflict-Ann-20260303-101112"],
    "Obsidian Sync": [" (Conflicted copy MacBook 202603031011)"],
    "Seafile": [" (SFConflict ann@example.org 2026-03-03-10-11-12)"],
    "Synology Drive": ["_DESKTOP-ABC_Mar-03-101112-2026_Conflict"],
}
POSSIBLE = {
    "Dropbox": [" (Case Conflict)", " (Case Conflict 1)"],
    "pCloud": [" [conflicted]"],
    "iCloud": [" 2", " 13"],
    "Finder": [" copy", " copy 2", " Kopie", " Kopie 2", " copie", " copia 3"],
    "Google Drive": [" (1)", "(1)"],
    "Windows Explorer": [
        " - Copy",
        " - Copy (2)",
        " - Kopie",
        " - Kopie (2)",
        " - Copie",
        " - 副本",
        " - コピー",
    ],
    "Nautilus": [" (copy)", " (another copy)", " (3rd copy)"],
    "OneDrive": ["-LAPTOP123", "-DESKTOP-A1B2C3D", "-Anns-MacBook"],
    "editors": [".orig", ".bak", ".old"],
    "git mergetool": ["_LOCAL_4711", "_REMOTE_4711", "_BASE_4711"],
}


def cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(program, ending) for program, endings in table.items() for ending in endings]


@pytest.mark.parametrize(("program", "ending"), cases(CERTAIN))
def test_a_name_that_only_a_machine_gives(program: str, ending: str) -> None:
    assert CopiedName(NOTE, is_certain=True) in copied_names(NOTE + ending), program


@pytest.mark.parametrize(("program", "ending"), cases(POSSIBLE))
def test_a_name_that_a_person_may_give_too(program: str, ending: str) -> None:
    assert CopiedName(NOTE, is_certain=False) in copied_names(NOTE + ending), program


@pytest.mark.parametrize("name", [f"Copy of {NOTE}", f"Kopie von {NOTE}", f"copy_of_{NOTE}"])
def test_a_copy_may_be_called_so_in_front(name: str) -> None:
    assert copied_names(name) == [CopiedName(NOTE, is_certain=False)]


@pytest.mark.parametrize(
    "name",
    [
        NOTE,
        f"{NOTE}-2",
        f"{NOTE}-lovelace",
        f"{NOTE} 2026",
        f"{NOTE}2",
        "Ada Lovelace",
        "copy",
        "(1)",
        "2",
        "ada-copy",
        "copy-editor",
        "李雷",
    ],
)
def test_names_of_notes(name: str) -> None:
    assert copied_names(name) == []


def test_a_copy_of_a_copy_is_one_of_the_note_too() -> None:
    expected = [CopiedName("x (1)", is_certain=True), CopiedName("x", is_certain=True)]
    assert copied_names("x (1) (conflicted copy 2026-03-03)") == expected


@given(st.text(st.sampled_from(" -_.()[]12aAzZ3copyconflict"), max_size=60))
def test_whatever_the_name_it_is_a_copy_of_shorter_ones_alone(name: str) -> None:
    assert all(0 < len(copy.of) < len(name) for copy in copied_names(name))
