from pathlib import Path

import pytest

from tests.builders import SETTINGS_TEXT, write_journal
from tests.cli.running import iiv

TALK = "---\ncontact: Ada\ndate: 2026-03-02\n---\nA good talk.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_journal(tmp_path / "talks", {"interviews/a.md": TALK}, SETTINGS_TEXT + "site_dir: out\n")


def test_a_site_that_iiv_built(root: Path) -> None:
    assert iiv("-C", root, "build").exit_code == 0
    for words in (("-C", root, "verify"), ("verify", root / "out"), ("-C", root, "verify", "out")):
        result = iiv(*words)
        assert (result.exit_code, result.stdout) == (0, "")
        assert result.stderr.endswith("out is private, as far as its files tell.\n")
    assert iiv("-C", root, "verify", "--json").stdout == "[]\n"


def test_a_line_for_each_thing_that_was_found(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir(mode=0o700)
    (site / "index.html").write_text("<p>bare</p>")
    (site / "index.html").chmod(0o600)
    result = iiv("verify", site)
    assert result.exit_code == 1
    assert result.stdout == (
        "index.html: no-policy: the page has no Content-Security-Policy\n"
        "index.html: no-referrer-policy: the page would tell other sites where a reader comes from\n"
    )
    assert result.stderr.endswith("is not private: 2 findings.\n")
    result = iiv("verify", site, "--json")
    assert result.exit_code == 1
    assert '"code": "no-policy"' in result.stdout


def test_a_site_that_is_not_there(root: Path) -> None:
    result = iiv("-C", root, "verify")
    assert result.exit_code == 1
    assert "`iiv build` makes one" in result.stderr
    assert iiv("-C", root.parent, "verify").exit_code == 1
