"""The shell completes commands, people, verbs and notes."""

from pathlib import Path

import pytest

from tests.builders import write_journal
from tests.cli.running import iiv


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    notes = {
        "contacts/ada.md": "---\nname: Ada Lovelace\n---\n",
        "contacts/start-up.md": "---\nname: Bob\n---\n",
        "interviews/2026-03-02-ada.md": "---\ncontact: ada\ndate: 2026-03-02\n---\nTalk.\n",
        "directions/starboard.md": "---\nname: To sea\n---\n",
        "questions/start.md": "---\nask: How did it begin?\n---\n",
    }
    return write_journal(tmp_path / "talks", notes)


def completed(*words: str) -> list[str]:
    """What a shell offers for the last of the words."""
    env: dict[str, str | None] = {
        "_IIV_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(words),
        "COMP_CWORD": str(len(words) - 1),
    }
    result = iiv(env=env)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.stderr == ""
    return [line.partition(",")[2] for line in result.stdout.splitlines() if line]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("un", ["undo"]),
        ("im", ["import"]),
        ("import x.csv --dates d", ["dmy"]),
        ("log a", ["ada"]),
        ("log ada th", ["thanked"]),
        ("show s", ["start-up"]),
        ("draft thank ad", ["ada"]),
        ("prep ad", ["ada"]),
        ("edit sta", ["starboard", "start", "start-up"]),
        ("edit 2026", ["2026-03-02-ada"]),
        ("questions retire st", ["start"]),
        ("questions choose same", ["same-path"]),
        ("questions choose sta", []),
        ("questions shortlist one-", ["one-change", "one-to-keep"]),
    ],
)
def test_what_is_begun_is_completed(
    journal: Path, monkeypatch: pytest.MonkeyPatch, words: str, offered: list[str]
) -> None:
    monkeypatch.chdir(journal)
    assert completed("iiv", *words.split()) == offered


def test_another_journal_is_looked_into(journal: Path) -> None:
    assert completed("iiv", "-C", str(journal), "show", "a") == ["ada"]


def test_without_a_journal_nothing_is_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert completed("iiv", "show", "a") == []
