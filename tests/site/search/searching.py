"""The search dialog as a reader uses it."""

from dataclasses import dataclass

from playwright.sync_api import Page

READ = """() =>
  Array.from(document.querySelectorAll(".iiv-hit"), (hit) => {
    const link = hit.querySelector("a");
    return {
      title: link.querySelector(".iiv-hit__title").textContent,
      about: link.querySelector(".iiv-hit__about").textContent,
      under: link.querySelector(".iiv-hit__under")?.textContent ?? "",
      words: link.querySelector(".iiv-hit__words")?.textContent ?? "",
      marked: Array.from(link.querySelectorAll("mark"), (mark) => mark.textContent),
      href: link.href,
      more: hit.querySelector(".iiv-hit__more")?.firstChild.textContent ?? "",
    };
  })"""


@dataclass(frozen=True)
class Hit:
    """One result as it is shown."""

    title: str
    about: str
    under: str
    words: str
    marked: list[str]
    href: str
    more: str

    @property
    def where(self) -> str:
        """The way to it from the site's folder."""
        return self.href.partition("/site/")[2] or self.href.split("/", 3)[3]


class Searching:
    """A page with its search opened."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.box = page.get_by_role("textbox", name="Search the journal")
        self.hits = page.locator(".iiv-hit")
        self.status = page.get_by_role("dialog").get_by_role("status")
        page.goto(url)
        page.keyboard.press("/")

    def told(self, query: str) -> str:
        """What is said to be found, once everything was looked through."""
        self.find(query)
        return self.status.inner_text()

    def find(self, query: str) -> list[Hit]:
        """What is shown for a query, once everything was looked through."""
        self.box.fill("")
        self.status.and_(self.page.locator(":empty")).wait_for(state="attached")
        self.box.fill(query)
        self.status.and_(self.page.locator(":not(:empty)")).filter(has_not_text="Searching").wait_for()
        hits = self.page.evaluate(READ)
        return [Hit(**hit) for hit in hits]
