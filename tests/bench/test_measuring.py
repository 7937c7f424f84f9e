"""What is measured while something runs: a server, and a page in a browser."""

import shutil
from pathlib import Path

from playwright.sync_api import Page

from tests.bench.browser import SCRIPT
from tests.bench.edits import EDITS
from tests.bench.journals import write_made
from tests.bench.serving import served

SLOW_PAGE = """<input autofocus><p id=now></p><p id=later></p><script>
addEventListener("input", ({target}) => {
  document.querySelector("#now").textContent = target.value;
  setTimeout(() => { document.querySelector("#later").innerHTML = `<a href="#">${target.value}</a>`; }, 200);
});
</script>"""


def test_a_save_is_over_when_the_page_that_shows_it_was_loaded(tmp_path: Path) -> None:
    root = write_made(tmp_path / "served", 3)
    edited = shutil.copytree(root, tmp_path / "edited")
    path = EDITS[0].do(edited, 0)
    with served(root) as server:
        found = server.save(lambda: shutil.copyfile(path, root / path.relative_to(edited)))
    assert found.seconds > 0
    name = path.read_text("utf-8").partition("contact: ")[2].partition("\n")[0]
    assert name in (root / f"site/interviews/{path.stem}.html").read_text("utf-8")


def test_a_key_is_answered_when_the_last_change_was_painted(page: Page) -> None:
    page.set_content(SLOW_PAGE)
    page.evaluate(SCRIPT)
    page.evaluate("bench.key('#now', 100)")
    page.keyboard.press("a")
    at_once = page.evaluate("() => bench.answer()")
    page.evaluate("bench.key('#later', 400)")
    page.keyboard.press("b")
    later = page.evaluate("() => bench.answer()")
    assert 0 < at_once[0] <= at_once[1]
    assert 0 < later[0] <= later[1]


def test_the_first_result_is_counted_from_the_first_key(page: Page) -> None:
    page.set_content(SLOW_PAGE)
    page.evaluate(SCRIPT)
    page.evaluate("bench.first('#later a')")
    page.keyboard.press("a")
    assert page.evaluate("() => bench.answer()") > 0
