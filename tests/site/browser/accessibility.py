"""What axe finds on a page, on one of thousands of rows too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from axe_playwright_python.base import AXE_SCRIPT

if TYPE_CHECKING:
    from playwright.sync_api import Page

# axe takes milliseconds for the contrast of each text, so on thousands of like rows minutes. Texts whose
# elements have the same names, classes and colours, all the way up, have the same contrast: of these the
# first, the middle and the last are enough. Every other rule is held to the whole page, and those that look
# at no colour only once, in light.
_FOUND: Final = """async dark => {
  const looks = new Map();
  const look = element => {
    if (!element) return "";
    if (!looks.has(element)) looks.set(element, described(element));
    return looks.get(element);
  };
  const described = element => {
    const style = getComputedStyle(element);
    return [look(element.parentElement), element.localName, element.className, element.matches(":disabled"),
      style.color, style.backgroundColor, style.backgroundImage, style.opacity, style.textShadow,
      style.fontSize, style.fontWeight].join("|");
  };
  const isText = element => element.matches("input, select, textarea")
    || Array.from(element.childNodes).some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const kinds = new Map();
  for (const element of document.querySelectorAll("body, body *")) {
    if (!isText(element) || !element.checkVisibility()) continue;
    const kind = look(element);
    if (!kinds.has(kind)) kinds.set(kind, []);
    kinds.get(kind).push(element);
  }
  const some = Array.from(kinds.values()).flatMap(
    alike => Array.from(new Set([0, alike.length >> 1, alike.length - 1]), place => alike[place]));

  const options = { preload: false, resultTypes: ["violations"] };
  const rules = { "color-contrast": { enabled: false }, "target-size": { enabled: true } };
  const others = dark ? { runOnly: ["link-in-text-block"] } : { rules };
  const runs = [await axe.run({ ...options, ...others })];
  if (some.length) runs.push(await axe.run(some, { ...options, runOnly: ["color-contrast"] }));
  return runs.flatMap(run => run.violations).map(
    ({ id, nodes }) => `${id}: ${nodes.length} times, first ${nodes[0].html}`);
}"""


_SHOW_ALL: Final = """() => {
  document.querySelectorAll(".iiv-body details").forEach(one => { one.open = true; });
  const all = new CSSStyleSheet();
  all.replaceSync("* { content-visibility: visible !important }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, all];
  scrollTo(0, 0);  // else a bar that stays in sight may lie on half a link, which a scroll uncovers
}"""


def show_all(page: Page) -> None:
    """Unfold what folds, and lay out rows far below too.

    The browser skips these until they come near, and lays them out anew for each question about them.
    """
    page.evaluate(_SHOW_ALL)


def violations(page: Page, *, dark: bool = False) -> list[str]:
    """Each rule of axe that the page breaks, how often, and where first; in the dark only of colours."""
    page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(_FOUND, dark)
    return found
