"""Lists and quotes with all that iiv's Markdown has in them."""

import pytest

from tests.site.markdown.structure import structure
from tests.site.sites import rendered


def outline(html: str) -> str:
    """The structure in one line: `ul(li(a) li(b))`."""
    line = ""
    for part in structure(html):
        if part.startswith("\n</"):
            line = line.rstrip() + ") "
        elif part.startswith("\n<"):
            line += part[2:-1] + ("" if part == "\n<hr>" else "(")
        else:
            line += part
    return line.strip()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (
            "Three things:\n- a\n- b\n\nThen:\n1. write\n2. send",
            "p(Three things:) ul(li(a) li(b)) p(Then:) ol(li(write) li(send))",
        ),
        ("- a\n  - b\n- c\n  1. d", "ul(li(a ul(li(b)) ) li(c ol(li(d)) ))"),
        ("- a\n\n  more\n- b", "ul(li(p(a) p(more)) li(p(b)))"),
        ("It was in\n1984. She left.", "p(It was in 1984. She left.)"),
    ],
)
def test_lists_as_people_write_them(typed: str, shown: str) -> None:
    assert outline(rendered(typed)).replace(" ", "") == shown.replace(" ", "")


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("- [ ] a\n  - [x] b", '<input type="checkbox" disabled="" aria-label="done" checked="">'),
        ("> - [ ] a", '<li class="task-list-item">'),
        ("- #craft\n  - #people", '<li><span class="iiv-theme">#people</span></li>'),
        ("1. [[Nobody]]", '<li><span class="iiv-unknown-link">Nobody</span></li>'),
        ("- a[^1]\n\n  [^1]: note", '<li id="fn:talk-1">'),
        ("a[^1]\n\n[^1]: note\n    - b\n\n    - c", "<li>\n<p>c</p>\n</li>"),
        ("- | a | b |\n  |---|---|\n  | c | d |", "<li>\n<table>"),
        ("a | b\n- | -\nc | d", "<td>d</td>"),
        ("- ```python\n  x = 1\n  ```", '<li><div class="language-python highlight">'),
        ("1. a\n\n   ~~~\n   x\n   ~~~\n2. b", "<li>\n<p>b</p>\n</li>"),
        ("> ```\n> x\n> ```", '<blockquote>\n<div class="language-text highlight">'),
        ("-     x = 1\n  and so on", "<span>and so on</span>"),
        ("- !!! note\n      a", '<li>\n<div class="admonition note">'),
        ("!!! note\n    - a\n\n    - b\nc", "<li>\n<p>b</p>\n</li>\n</ul>\n</div>\n<p>c</p>"),
        ("- a\n!!! note\n    b", '</ul>\n<div class="admonition note">'),
        ("??? tip\n    1. a\n    2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n</details>"),
        ("> Loom\n> :   - a\n>     - b", "<dd>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n</dd>"),
        ("- Loom\n  :   a machine\n\n      of wood", "<dd>\n<p>a machine</p>\n<p>of wood</p>\n</dd>"),
        ('<div markdown="1">\n- a\n\n- b\n</div>', "<li>\n<p>b</p>\n</li>"),
        ("<details>\n<summary>a</summary>\n\n- b\n\n</details>", "</summary>\n<ul>\n<li>b</li>\n</ul>"),
        ("- a\n{: .x }", '<li class="x">a</li>'),
        ("a\n```\nx\n```\nb", "</div>\n<p>b</p>"),
        ("  ## a", "<h3>a</h3>"),
        ("Wool\n ===", "<h3>Wool</h3>"),
        ("0. a\n1. b", '<ol start="0">'),
        ("3) a\n4) b", '<ol start="3">'),
    ],
)
def test_what_stands_in_lists_is_read_as_elsewhere(typed: str, html: str) -> None:
    assert html in rendered(typed)


def test_a_mark_of_the_parser_never_shows() -> None:
    shown = rendered("> wool\n===\n\nsilk\n14) flax\n- `a\n  2. b`\n\n- ```\n  x\n  ```")
    assert "\ufdd2" not in shown
    assert "wool\n===" in shown
