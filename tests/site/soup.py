"""Odd Markdown and HTML for properties, and what must be true of every result."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

from hypothesis import strategies as st

from iiv.site.addresses import ROOT
from iiv.site.safety import allow_list

_PIECES = (
    *("a", "b c", "#craft", "1. ", "- ", "- [ ] ", "> ", "    ", "\n", "\n\n", "\n---\n", "# ", "\t", " "),
    *("\\", "*", "**", "_", "`", "``", "\n```\n", "~~", "==", "^", "|", "\n|-|-|\n", "!!! note\n    "),
    *("??? tip\n    ", "[", "]", "(", ")", "[^1]", "[^1]: ", "[a]: ", "[x](#y)", "[[Ada]]"),
    *("{: #x .y onclick=z }", "&amp;", "&#10;", "<", ">", "/", "</", "<!--", "-->", "<![CDATA[", "<?"),
    *("<!doctype", "=", '"', "'", ":", "&#xfdd0;", "&nbsp;", "<p>", "</p>", "<div>", "</div>"),
    *("<b class='iiv-x'>", "</b>", "<ul>", "<li>", "</li>", "</ul>", "<table>", "<tr>", "<td>", "</table>"),
    *("<pre>", "</pre>", "<a href=x>", "<a href='javascript:x'>", "</a>", "<dd>", "<script>", "</script>"),
    *("<svg>", "</svg>", "<math>", "<style>", "<iframe src=//evil.example.org>"),
    *("<img src=http://evil.example.org/x.png onerror=y>", "![x](http://evil.example.org)", "<form>"),
    *("<input>", "<p style='background:url(//evil.example.org)'>", "<div markdown>", "<details open>"),
    *("<summary>", "<h1 id=x>", "<textarea>", "<title>", "<select>", "<template>", "<noscript>"),
    *("<plaintext>", "<base href=//e.example.org>", "\ufdd0", "\ufdd1x", "\x02", "\x03", "\r", "\x0b"),
    *("\u2028", "\x85", "\0", "\u202e", "é", "山", "😀"),
)

SOUP = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=4)), max_size=25).map("".join)
"""Text made of what has a meaning in Markdown or in HTML, in no good order."""


class _Check(HTMLParser):
    """Asserts that all tags are allowed, closed in order, and lead nowhere they should not."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {*allow_list.ELEMENTS, "section"}
        for name, value in attrs:
            assert name in allow_list.ELEMENTS[tag] or (tag, name, value) == ("input", "type", "checkbox")
            self._check(tag, name, value or "")
        if tag not in allow_list.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def _check(self, tag: str, name: str, value: str) -> None:
        if name == "src":
            assert value.startswith(ROOT)
        elif name == "href":
            inside = value.startswith((ROOT, "#"))
            assert inside or urlsplit(value).scheme in allow_list.SCHEMES, (tag, value)
        elif name == "class":
            ours = {word for word in value.split() if word.startswith(("iiv-", "md-"))}
            assert ours <= {"iiv-left-out", "iiv-theme", "iiv-unknown-link"}
        else:
            assert ROOT not in value


def check(html: str) -> None:
    """Assert what must be true of every answer's HTML."""
    parser = _Check()
    parser.feed(html)
    parser.close()
    assert not parser.open
    assert not re.search("[\0-\x08\ufdd1\ufdd2]", html)
    assert all(line.strip() for line in html.splitlines())
    assert re.match(r"<\w+[ >]", html) or not html
