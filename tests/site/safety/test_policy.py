import re

import pytest

from iiv.site.errors import PolicyError
from iiv.site.safety.policy import hardened

PAGE = """<!doctype html>
<html>
  <head>
    <meta charset="utf-8">
    <meta name="generator" content="something 1.0">
    <title>A talk</title>
    <style>body { color: black }</style>
    <script>theme()</script>
    <script src="theme.js"></script>
    <script type="application/json">{"base": "."}</script>
  </head>
  <body>CONTENT<script>later()</script></body>
</html>
"""
# printf 'theme()' | openssl dgst -sha256 -binary | base64
THEME = "'sha256-Rfr3GgHZFiXm+TmNr+li+0sZ4J9FGllo8jsXcJF5XZ8='"


def directives(page: str) -> dict[str, list[str]]:
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    words = [directive.split() for directive in policy.split("; ")]
    return {name: sources for name, *sources in words}


def test_a_page_loads_the_sites_own_files_and_nothing_else() -> None:
    policy = directives(hardened(PAGE, "CONTENT"))
    assert policy["default-src"] == ["'none'"]
    assert policy["connect-src"] == ["'self'"]
    assert policy["img-src"] == ["'self'", "data:"]
    assert policy["form-action"] == policy["base-uri"] == policy["object-src"] == ["'none'"]
    assert not re.search(r"unsafe|https?:|\*", str(policy))


def test_inline_scripts_and_styles_of_the_theme_are_allowed_by_hash() -> None:
    policy = directives(hardened(PAGE, "CONTENT"))
    own, *hashes = policy["script-src"]
    assert own == "'self'"
    assert len(hashes) == 2  # not the one with an address, nor the data
    assert THEME in hashes
    assert len(policy["style-src"]) == 2


@pytest.mark.parametrize(
    "content",
    [
        "<p>so</p><script>steal()</script>",
        "<script>steal()//",  # the browser ends it where the theme's next script ends
        "<style>@import url(//example.org)</style>",
        "<!-- <script>steal()</script>",
    ],
)
def test_a_script_in_the_content_is_never_allowed(content: str) -> None:
    page = PAGE.replace("CONTENT", content)
    assert directives(hardened(page, content)) == directives(hardened(PAGE, "CONTENT"))


def test_no_inline_script_is_allowed_when_the_content_cannot_be_told_from_the_theme() -> None:
    page = PAGE.replace("CONTENT", "<script>steal()</script>")
    policy = directives(hardened(page, "<p>what the page no longer says</p>"))
    assert policy["script-src"] == ["'self'"]
    assert policy["style-src"] == ["'self'"]


def test_the_policy_stands_before_anything_that_loads_and_keeps_the_encoding_first() -> None:
    page = hardened(PAGE, "CONTENT")
    head = page[page.index("<head>") :].split("\n")
    assert head[1] == '<meta charset="utf-8">'
    assert "Content-Security-Policy" in head[2]
    assert head[3] == '<meta name="referrer" content="no-referrer">'
    assert page.count("charset") == 1


def test_the_generators_notice_is_left_out() -> None:
    assert "something 1.0" not in hardened(PAGE, "CONTENT")


def test_what_notes_say_is_not_touched() -> None:
    content = '<p>&lt;meta charset="utf-8"&gt;</p><meta name="generator" content="pasted"><head>'
    assert content in hardened(PAGE.replace("CONTENT", content), content)


def test_a_page_without_a_head_is_refused() -> None:
    with pytest.raises(PolicyError, match="no <head>"):
        hardened("<p>bare</p>", "")
