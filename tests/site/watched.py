"""A browser's page as a reader uses it, and what it does meanwhile."""

import posixpath
from pathlib import Path

from playwright.sync_api import Page

USE = """() => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const select of document.querySelectorAll("select")) {
    select.selectedIndex = select.options.length - 1;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  }
  for (const box of document.querySelectorAll("main input[type=checkbox]:not(:disabled)")) box.click();
}"""

# What its policy kept a page from stands in Chromium's console. Of some of it Firefox tells the page alone.
TELL = """document.addEventListener("securitypolicyviolation", event =>
  console.error("against the policy:", event.effectiveDirective, event.blockedURI))"""


class Watched:
    """A browser's page, and all that it asked for and complained about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: set[str] = set()
        self.said: list[str] = []
        page.add_init_script(TELL)
        page.on("request", lambda request: self.asked.add(request.url))
        page.on("console", lambda message: self.said.append(f"{page.url}: {message.text}"))
        page.on("pageerror", lambda fault: self.said.append(f"{page.url}: {fault}"))
        page.on("dialog", lambda dialog: self.said.append(f"{page.url}: {dialog.message}"))

    def read(self, url: str) -> None:
        """Open a page, and use what can be used on it."""
        self.page.goto(url)
        self.page.evaluate(USE)

    def point(self) -> None:
        """Point at a link of what is written on the page."""
        for link in self.page.locator("article a[href]:visible").all()[:1]:
            link.hover(force=True)

    def search(self, url: str, words: str) -> None:
        """Search from this page, point at what is found, and go there."""
        self.page.goto(url)
        self.page.keyboard.press("/")
        self.page.keyboard.type(words)
        results = self.page.locator(".iiv-hit__link")
        results.first.wait_for()
        for result in results.all()[:2]:
            result.hover()
        found = results.first.evaluate("link => link.href")
        results.first.click()
        self.page.wait_for_url(lambda url: url == found)

    def elsewhere(self, own: str) -> list[str]:
        """The addresses it asked for that do not begin with `own`."""
        return [url for url in self.asked if not url.startswith((own, "data:", "blob:" + own))]


def addresses(site: Path) -> list[str]:
    """Every page of a site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def one_of_each(addresses: list[str]) -> list[str]:
    """The pages at the top, and of each folder its index and another one."""
    seen: set[tuple[str, bool]] = set()
    chosen = []
    for address in addresses:
        folder, name = posixpath.split(address)
        kind = folder, name == "index.html"
        if not folder or kind not in seen:
            chosen.append(address)
        seen.add(kind)
    return chosen


def fullest(site: Path) -> list[str]:
    """The pages at the top, and of each folder its index and the page with the most on it."""
    every = addresses(site)
    by_size = sorted(every, key=lambda address: (site / address).stat().st_size, reverse=True)
    return sorted(one_of_each(by_size))
