import pytest

from iiv.site.safety.loading import css_urls, is_elsewhere, leaves, loaded, without_elsewhere


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a.js",
        "//example.org/a.js",
        "\\\\example.org\\a.js",
        " ht\ttps://example.org",
        "javascript:alert(1)",
        "data:text/html,<p>x",
        "file:///etc/passwd",
        "blob:x",
    ],
)
def test_what_is_asked_elsewhere(url: str) -> None:
    assert is_elsewhere(url)
    assert leaves(url, "index.html")


@pytest.mark.parametrize("url", ["a.js", "../a.js", "?q", "#top", "", "data:image/png;base64,AA", "a/b:c"])
def test_what_is_not(url: str) -> None:
    assert not is_elsewhere(url)


@pytest.mark.parametrize(
    ("url", "page", "out"),
    [
        ("../assets/a.css", "talks/ada.html", False),
        ("../assets/a.css", "index.html", True),
        ("talks/../../a.css", "index.html", True),
        ("%2e%2e/a.css", "index.html", True),
        ("/assets/a.css", "index.html", True),
        ("a.css?v=../..", "index.html", False),
        ("data:image/png;base64,//8=", "index.html", False),
    ],
)
def test_a_site_loads_nothing_from_the_folders_above_it(url: str, page: str, out: bool) -> None:  # noqa: FBT001 - a case's outcome
    assert leaves(url, page) is out


def test_what_an_element_fetches_of_its_own_accord() -> None:
    assert list(loaded("a", {"href": "x", "ping": "p q"})) == ["p", "q"]
    assert list(loaded("link", {"href": "x", "title": "t"})) == ["x"]
    expected = ["a.png", "1x,", "b.png", "2x"]
    assert list(loaded("img", {"src": " ", "srcset": "a.png 1x, b.png 2x"})) == expected


def test_the_addresses_of_a_style_sheet() -> None:
    style = """
        @import "a.css"; @import url(b.css);
        p { background: url( 'c.png' ) /* url(no.png) */, image-set("d.png" 1x) }
        q { background: \\75\\52 L(e.png) }
        r { background: \\0url(f.png); src: src("g.woff") }
        """
    assert sorted(css_urls(style)) == ["a.css", "b.css", "c.png", "d.png", "e.png", "f.png", "g.woff"]


@pytest.mark.parametrize(
    "tag",
    [
        '<script src="https://example.org/a.js">',
        "<link rel=preconnect href=//example.org>",
        "<img alt='a > b' src='http://example.org/a.png'>",
        '<iframe src="&#104;ttps://example.org">',
        '<meta http-equiv="Refresh" content="0; url=x.html">',
        '<base href="x/">',
        '<source srcset="a.png, https://example.org/b.png 2x">',
    ],
)
def test_tags_that_ask_elsewhere_are_taken_out_of_a_page(tag: str) -> None:
    page, found = without_elsewhere(f"<p>one</p>{tag}<p>two</p>")
    assert page == "<p>one</p><p>two</p>"
    assert found == (tag,)


def test_all_else_stays() -> None:
    page = '<link href="a.css"><a href="https://example.org">x</a><script src="a.js"></script>https://example.org'
    assert without_elsewhere(page) == (page, ())
