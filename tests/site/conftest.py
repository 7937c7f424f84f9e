"""Whole sites, and a browser without scripts, for the tests that read them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import ROOT
from tests.hostile import Attacker, hostile_journal
from tests.site.sites import built, tree


@pytest.fixture(scope="module")
def attacker() -> Iterator[Attacker]:
    with Attacker() as attacker:
        yield attacker


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, attacker: Attacker) -> Path:
    """A journal into which every trick was pasted, and its site."""
    return built(tmp_path_factory.mktemp("hostile") / "talks", hostile_journal(attacker.url))


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example journal, and its site."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    return built(tmp_path_factory.mktemp("example") / "talks", tree(ROOT / "journal"), settings)


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page of a browser that runs no script."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()
