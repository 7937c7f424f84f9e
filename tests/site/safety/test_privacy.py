"""The whole promise at once: a journal full of tricks, in a real browser, beside a machine that waits."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from iiv.site.safety.verifying import verify
from tests.builders import SETTINGS_TEXT, write_journal
from tests.hostile import Attacker, hostile_journal, tricks
from tests.site.serving import served_site
from tests.site.watched import Watched, addresses, one_of_each


@pytest.fixture
def watched(page: Page) -> Watched:
    return Watched(page)


@pytest.fixture
def served(hostile: Path) -> Iterator[str]:
    """The URL of the hostile journal's site while it is served."""
    with served_site(hostile) as url:
        yield url


ALL = pytest.param(list, marks=pytest.mark.stress)


@pytest.mark.parametrize("chosen", [one_of_each, ALL])
def test_nothing_leaves_from_a_disk(
    hostile: Path, attacker: Attacker, watched: Watched, chosen: Callable[[list[str]], list[str]]
) -> None:
    site = hostile / "site"
    for address in chosen(addresses(site)):
        watched.read((site / address).as_uri())
        watched.point()
    watched.page.goto("about:blank")
    assert watched.elsewhere(site.as_uri()) == []
    assert watched.said == []
    assert attacker.connections == 0


def test_nothing_leaves_over_http(hostile: Path, attacker: Attacker, watched: Watched, served: str) -> None:
    for address in one_of_each(addresses(hostile / "site")):
        watched.read(served + quote(address))
        watched.point()
    watched.page.goto("about:blank")
    assert watched.elsewhere(served) == []
    assert watched.said == []
    assert attacker.connections == 0


@pytest.mark.stress
def test_the_example_asks_nobody_either(example: Path, watched: Watched) -> None:
    site = example / "site"
    for address in one_of_each(addresses(site)):
        watched.read((site / address).as_uri())
        watched.point()
    assert watched.elsewhere(site.as_uri()) == []
    assert watched.said == []


def test_what_was_pasted_is_marked_and_its_words_stay(hostile: Path) -> None:
    page = (hostile / "site" / "questions" / "start.html").read_text(encoding="utf-8")
    for mark in ("script", "frame", "embedded object", "page instruction", "base address", "form", "video"):
        assert f'<span class="iiv-left-out">{mark}' in page, mark
    assert "over" in page


def test_a_hostile_journal_makes_a_private_site(hostile: Path) -> None:
    assert verify(hostile / "site") == ()
    assert "left out" in (hostile / "site" / "images" / "bad.svg").read_text(encoding="utf-8")
    assert not (hostile / "site" / "images" / "bad.html").exists()


@pytest.mark.parametrize(
    "trick",
    [
        *("frame", "image", "inline-script", "linked-sheet", "prefetch", "speculation", "refresh", "style"),
        *("style-sheet", "video"),
    ],
)
def test_the_attacker_notices_what_is_not_left_out(tmp_path: Path, page: Page, trick: str) -> None:
    with Attacker() as attacker:
        bare = tmp_path / "bare.html"
        bare.write_text(tricks(attacker.url)[trick], encoding="utf-8")
        page.goto(bare.as_uri(), wait_until="commit")
        assert attacker.asked.wait(timeout=30)


@pytest.mark.stress
def test_a_site_of_the_same_notes_made_without_iiv_is_not_private(tmp_path: Path, page: Page) -> None:
    with Attacker() as attacker:
        settings = SETTINGS_TEXT.replace("  - iiv\n", "") + "use_directory_urls: false\n"
        root = write_journal(tmp_path / "talks", hostile_journal(attacker.url), settings)
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "-q"], cwd=root, check=True, capture_output=True
        )
        page.goto((root / "site" / "index.html").as_uri(), wait_until="commit")
        assert attacker.asked.wait(timeout=30)
    codes = {finding.code for finding in verify(root / "site")}
    assert {"no-policy", "outside", "handler", "refresh", "front-matter", "element", "active-link"} <= codes


@pytest.mark.stress
@pytest.mark.skipif(shutil.which("zensical") is None, reason="zensical is not on the path")
def test_a_generator_that_passes_the_plugin_over_makes_no_private_site(tmp_path: Path) -> None:
    """Zensical reads the same mkdocs.yml, and leaves out the plugins it does not know."""
    # It stops at the first note that is no YAML, so it gets a few tricks only.
    named = tricks("http://127.0.0.1:9")
    pasted = "\n\n".join(named[name] for name in ("image", "handlers", "preconnect"))
    root = write_journal(tmp_path / "talks", {"index.md": pasted})
    subprocess.run(["zensical", "build"], cwd=root, check=True, capture_output=True)
    codes = {finding.code for finding in verify(root / "site")}
    assert {"no-policy", "outside", "handler"} <= codes


WITHOUT_A_NETWORK = """
import sys
from pathlib import Path

ASKING = {f"socket.{name}" for name in "connect getaddrinfo gethostbyname sendmsg sendto".split()}

def refuse(event, arguments):
    if event in ASKING:
        print(event, arguments, flush=True)
        raise OSError("there is no network here")

sys.addaudithook(refuse)
from iiv.site.build.building import build
for problem in build(Path(sys.argv[1])).problems:
    if problem.code == "overridden":
        print(problem.message)
"""


def test_a_build_asks_nobody_whatever_the_settings_name(tmp_path: Path) -> None:
    """Plain MkDocs with these plugins fetches fonts and pictures while it builds."""
    settings = SETTINGS_TEXT + "  - privacy\n  - social\n"
    notes = {
        "interviews/ada.md": f"---\ncontact: Ada\ndate: 2026-03-02\n---\n{tricks('http://127.0.0.1:9')['image']}\n"
    }
    root = write_journal(tmp_path / "talks", notes, settings)
    words = [sys.executable, "-c", WITHOUT_A_NETWORK, str(root)]
    done = subprocess.run(words, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert [line.split("`")[1] for line in lines] == ["privacy", "social"], "and no socket was used"
