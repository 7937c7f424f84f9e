"""What a piece of HTML is made of: its blocks, and the words in them."""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    ("p", "ul", "ol", "li", "blockquote", "pre", "hr", "table", "tr", "th", "td", "dl", "dt", "dd")
)


def structure(html: str) -> list[str]:
    """The tags of blocks in their order, and between them words, with single spaces but for code.

    A heading's level is left out, as it depends on the page.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [part for part in map(_tidy, reader.parts) if part]


def words(html: str) -> str:
    """All that a reader sees, with single spaces."""
    return " ".join(" ".join(part for part in structure(html) if not part.startswith("\n<")).split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts = [""]
        self._in_code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = dict(attrs).get("start", "")
        if tag == "br":
            self.parts[-1] += " ⏎ "
        self._tag(tag, f"{tag} from {start}" if start else tag)

    def handle_endtag(self, tag: str) -> None:
        if tag != "hr":
            self._tag(tag, f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.parts[-1] += data

    def _tag(self, tag: str, shown: str) -> None:
        heading = re.fullmatch("h[1-6]", tag)
        if heading or tag in _BLOCKS:
            self._in_code = shown == "pre"
            self.parts += [
                "\n<" + (shown.replace(tag, "h") if heading else shown) + ">",
                "\0" if self._in_code else "",
            ]


def _tidy(part: str) -> str:
    if part.startswith("\0"):
        return "\n".join(line.rstrip() for line in part[1:].strip("\n").split("\n"))
    return part if part.startswith("\n<") else " ".join(part.split())
