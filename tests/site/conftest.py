"""Whole sites for the tests that read them in a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from iiv.site.build.building import build
from tests.builders import write_journal
from tests.conftest import ROOT
from tests.hostile import Attacker, hostile_journal


@pytest.fixture(scope="module")
def attacker() -> Iterator[Attacker]:
    with Attacker() as attacker:
        yield attacker


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, attacker: Attacker) -> Path:
    """A journal into which every trick was pasted, and its site."""
    root = write_journal(tmp_path_factory.mktemp("hostile") / "talks", hostile_journal(attacker.url))
    build(root)
    return root


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example journal, and its site."""
    root = tmp_path_factory.mktemp("example") / "talks"
    notes = {
        path.relative_to(ROOT / "journal").as_posix(): path.read_bytes()
        for path in (ROOT / "journal").rglob("*")
        if path.is_file()
    }
    write_journal(root, notes, (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    build(root)
    return root
