"""What in the HTML of one page would act, ask elsewhere, or show what was not meant to be seen."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from iiv.journal.parse import contacts, interviews, me, questions
from iiv.site.safety.allow_list import SCHEMES, word_set
from iiv.site.safety.loading import LINKS, css_urls, is_elsewhere, is_refresh, leaves, loaded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Said = tuple[str, str]
"""A code and a sentence."""

_POLICY: Final = "content-security-policy"
_OWN: Final = word_set("'none' 'self'")
_HASHED: Final = word_set("script-src script-src-elem style-src style-src-elem")
_DATA: Final = word_set("font-src img-src")
_WITHOUT_SOURCES: Final = word_set("block-all-mixed-content sandbox upgrade-insecure-requests")
_NEEDED: Final = ("default-src", "base-uri", "form-action")
_HASH = re.compile(r"'sha(?:256|384|512)-[A-Za-z0-9+/=_-]+'")
_BEFORE_POLICY: Final = word_set("base body iframe img link object script style")
_PLUGINS: Final = word_set("applet embed fencedframe frame frameset object portal")
_REFERRER: Final = "no-referrer"

# What a note begins with, as iiv knows it; a text of a page may have one such line, but not two.
_KEYS: Final = "|".join(sorted({*interviews.KEYS, *contacts.KEYS, *questions.KEYS, *me.KEYS}))
_KEY: Final = re.compile(rf"\s*({_KEYS}):(?:\s|$)")
_FIRST: Final = word_set("ask contact date name")
_QUOTED: Final = word_set("code pre samp script style textarea")
_LINES: Final = word_set(
    "article blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li main ol p pre section table td th tr ul"
)
_VOID: Final = word_set("area base br col embed hr img input link meta source track wbr")
_LONGEST = 100


def has_front_matter(text: str) -> bool:
    """Whether two lines in a row are keys of a note's front matter, one of them such as it begins with."""
    before = ""
    for line in text.splitlines():
        match = _KEY.match(line)
        key = match[1] if match else ""
        if key and before and key != before and {key, before} & _FIRST:
            return True
        before = key if key or line.strip() else before
    return False


def findings(html: str, address: str) -> tuple[Said, ...]:
    """What was found in the page at this address of its site, each thing once, in order."""
    page = _Page(address)
    page.feed(html)
    page.close()
    return page.result()


class _Page(HTMLParser):
    def __init__(self, address: str) -> None:
        super().__init__(convert_charrefs=True)
        self._address = address
        self._found: dict[Said, None] = {}
        self._policies = 0
        self._before_policy: dict[str, None] = {}
        self._has_referrer = False
        self._quoted = 0
        self._in_style = False
        self._text: list[str] = []

    def result(self) -> tuple[Said, ...]:
        if not self._policies:
            self._say("no-policy", "the page has no Content-Security-Policy")
        for tag in self._before_policy if self._policies else ():
            self._say("late-policy", f"`{tag}` stands before the policy, which does not hold for it")
        if not self._has_referrer:
            self._say("no-referrer-policy", "the page would tell other sites where a reader comes from")
        if has_front_matter("".join(self._text)):
            self._say("front-matter", "the front matter of a note stands in the page")
        return tuple(self._found)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes: dict[str, str] = {}
        for name, value in attrs:
            attributes.setdefault(name, value or "")
        if tag in _BEFORE_POLICY and not self._policies:
            self._before_policy.setdefault(tag)
        if tag == "meta":
            self._meta(attributes)
        self._element(tag, attributes)
        self._attributes(tag, attributes)
        self._follow(tag, 1)
        self._in_style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._follow(tag, -1)
        self._in_style = False

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self._follow(tag, -1)

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self._style(data)
        elif not self._quoted:
            self._text.append(data)

    def handle_comment(self, data: str) -> None:
        if has_front_matter(data):
            self._say("front-matter", "the front matter of a note stands in a comment")

    def _follow(self, tag: str, step: int) -> None:
        """Know what text is shown as text, and where its lines end."""
        if tag in _LINES:
            self._text.append("\n")
        if tag in _QUOTED:
            self._quoted = max(0, self._quoted + step)

    def _say(self, code: str, message: str) -> None:
        self._found.setdefault((code, message))

    def _meta(self, attributes: Mapping[str, str]) -> None:
        if attributes.get("http-equiv", "").strip().lower() == _POLICY:
            self._policies += 1
            for message in weaknesses(attributes.get("content", "")):
                self._say("weak-policy", message)
        if attributes.get("name", "").strip().lower() == "referrer":
            self._has_referrer = attributes.get("content", "").strip().lower() == _REFERRER
        if is_refresh("meta", attributes):
            self._say(
                "refresh", f"the page leads elsewhere by itself: {_short(attributes.get('content', ''))}"
            )

    def _element(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _PLUGINS:
            self._say("element", f"the page holds `{tag}`")
        if tag == "base":
            self._say("element", "`base` changes where all links of the page lead")
        if attributes.get("srcdoc"):
            self._say("element", f"`{tag}` holds a page of its own")

    def _attributes(self, tag: str, attributes: Mapping[str, str]) -> None:
        for key in attributes:
            if key.startswith("on"):
                self._say("handler", f"`{key}` of `{tag}` holds a script")
        for url in loaded(tag, attributes):
            if leaves(url, self._address):
                self._say("outside", f"`{tag}` asks for {_short(url)}")
        if tag in LINKS and _acts(attributes.get("href", "")):
            self._say("active-link", f"a link that is no address: {_short(attributes['href'])}")
        self._style(attributes.get("style", ""))

    def _style(self, style: str) -> None:
        for url in css_urls(style):
            if leaves(url, self._address):
                self._say("outside", f"a style asks for {_short(url)}")


def weaknesses(policy: str) -> Iterator[str]:
    """Why a Content-Security-Policy lets a page do more than load the files of its own site, in words."""
    directives: dict[str, list[str]] = {}
    for directive in policy.split(";"):
        name, *sources = directive.split() or [""]
        if name:
            directives.setdefault(name.lower(), sources)
    for name in _NEEDED:
        if directives.get(name) != ["'none'"]:
            yield f"the policy does not say `{name} 'none'`"
    for name, sources in directives.items():
        for source in sources if name not in _WITHOUT_SOURCES else ():
            if not _is_own(name, source):
                yield f"the policy allows `{name} {source}`"


def _is_own(name: str, source: str) -> bool:
    if name in _HASHED and _HASH.fullmatch(source):
        return True
    return source.lower() in (_OWN | {"data:"} if name in _DATA else _OWN)


def _acts(url: str) -> bool:
    """Whether following a link would run something, or lead to what was written into it."""
    bare = re.sub(r"[\0-\x20]", "", url)
    return is_elsewhere(url) and not bare.startswith("//") and bare.partition(":")[0].lower() not in SCHEMES


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
