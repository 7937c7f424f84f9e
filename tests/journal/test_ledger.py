from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal import ledger
from iiv.journal.ledger import Ledger

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def keep(root: Path, *news: str, wanted: tuple[str, ...] = (), head: str = "") -> Ledger:
    """Keep news, when all that is still wanted is `wanted`; then what there is."""
    Ledger(root, "words", head).add(news, lambda: wanted)
    return Ledger(root, "words", head)


def test_the_first_lines_are_those_that_are_wanted(tmp_path: Path) -> None:
    assert Ledger(tmp_path, "words").lines == ()
    assert keep(tmp_path, "a", wanted=("a", "b")).lines == ("a", "b")


def test_a_few_more_do_not_make_the_rest_be_written_again(tmp_path: Path) -> None:
    keep(tmp_path, "a", wanted=("a",))
    written = (tmp_path / ".iiv/words").stat().st_mtime_ns
    assert keep(tmp_path, "b").lines == ("a", "b")
    assert keep(tmp_path, "c").lines == ("a", "b", "c")
    assert keep(tmp_path).lines == ("a", "b", "c")
    assert (tmp_path / ".iiv/words").stat().st_mtime_ns == written


def test_when_there_are_many_what_nobody_wants_is_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "FEW", 2)
    keep(tmp_path, "a", wanted=("a",))
    assert not keep(tmp_path, "b", "c").is_due
    kept = keep(tmp_path, "d")
    assert kept.is_due
    assert kept.lines == ("a", "b", "c", "d")
    assert keep(tmp_path, wanted=("c", "d")).lines == ("c", "d")
    assert keep(tmp_path, "e", "f", "g", wanted=("e",)).lines == ("e",)


def test_lines_under_another_head_count_for_nothing(tmp_path: Path) -> None:
    keep(tmp_path, "a", wanted=("a",), head="one version")
    assert Ledger(tmp_path, "words", "another version").lines == ()
    assert keep(tmp_path, "b", wanted=("b",), head="another version").lines == ("b",)
