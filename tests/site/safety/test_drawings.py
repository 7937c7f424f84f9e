import pytest

from iiv.site.safety import left_out
from iiv.site.safety.drawings import activity
from tests.conftest import ROOT

URL = "http://example.org/x"


def drawing(content: str, attributes: str = "", before: str = "") -> bytes:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"'
    return f"{before}<svg {names} {attributes}>{content}</svg>".encode()


@pytest.mark.parametrize(
    "content",
    [
        '<path d="M0 0"/><text>https://example.org</text>',
        '<style>path { fill: url(#a) } text { font-family: "A" }</style>',
        '<use x:href="#a"/><rect fill="url(#a)" style="stroke: red"/>',
        '<image href="data:image/png;base64,AA"/>',
        '<a href="https://example.org"><text>a link waits for a click</text></a>',
        '<animate attributeName="x" from="0" to="9"/>',
        '<i:grid xmlns:i="http://www.inkscape.org/namespaces/inkscape"/>',
    ],
)
def test_a_drawing_that_is_only_that(content: str) -> None:
    assert activity(drawing(content)) == ""


def test_those_of_the_project() -> None:
    for path in (ROOT / "journal").rglob("*.svg"):
        assert activity(path.read_bytes()) == "", path
    assert activity(left_out.DRAWING) == ""
    assert activity(drawing("", before="<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'svg11.dtd'>")) == ""


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("<script>x</script>", "the element `script`"),
        ("<foreignObject/>", "the element `foreignobject`"),
        ('<h:p xmlns:h="http://www.w3.org/1999/xhtml"/>', "the element `p`"),
        ('<rect onclick="x"/>', "the handler `onclick`"),
        ('<image x:href="http://example.org/x"/>', f"the address {URL}"),
        ('<use href="other.svg#a"/>', "the address other.svg#a"),
        ('<a href="javascript:x"/>', "the address javascript:x"),
        ('<rect style="fill: url(http://example.org/x)"/>', f"the address {URL}"),
        ("<style>@import 'http://example.org/x';</style>", f"the address {URL}"),
        ('<set attributeName="xlink:href" to="y"/>', "an animation of `xlink:href`"),
        ('<animate attributeName="x" values="javascript:x"/>', "an animation that runs a script"),
    ],
)
def test_a_drawing_that_acts_or_asks(content: str, found: str) -> None:
    assert activity(drawing(content)) == found


def test_what_stands_before_a_drawing() -> None:
    assert activity(drawing("", before='<!DOCTYPE svg [<!ENTITY a "b">]>')) == "an entity"
    assert activity(drawing("", before='<?xml-stylesheet href="x"?>')) == "the instruction `xml-stylesheet`"
    assert activity(drawing("", 'onload="x"')) == "the handler `onload`"


@pytest.mark.parametrize(
    "content", [b"", b"<svg>", b"\xff\xfe\x00", b"<?xml version='1.0' encoding='x'?><svg/>"]
)
def test_what_cannot_be_read_is_no_drawing(content: bytes) -> None:
    assert activity(content) == "text that is no XML"
