"""What a page may load: a strict Content-Security-Policy in its head."""

from __future__ import annotations

import base64
import hashlib
import re

from iiv.site.errors import PolicyError

_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
_REPLACED = re.compile(r"""[ \t]*<meta (?:charset=|name=.?generator)[^>]*>\n?""", re.IGNORECASE)
_INLINE = re.compile(r"<(script|style)\b([^>]*)>(.*?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_NOT_RUN = re.compile(r"""\bsrc\s*=|\btype\s*=\s*["']?application/(?:ld\+)?json""", re.IGNORECASE)


def hardened(output: str, content: str) -> str:
    """The page `output` with a policy: it loads nothing but the site's own files.

    `content` is the part of it that comes from notes. The theme's inline scripts and styles are
    allowed by their hashes, per page, as some hold the page's depth; one that stands in `content`
    never is. When `content` is not found in the page as it is, no inline script is allowed.
    Raises PolicyError when the page has no head.
    """
    if not _HEAD.search(output):
        raise PolicyError("a page has no <head>: its template must write one, for its policy to stand in")
    policy = _policy(_shell(output, content))
    block = (
        '\n<meta charset="utf-8">'
        f'\n<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '\n<meta name="referrer" content="no-referrer">'
    )
    head, end, body = output.partition("</head>")
    return _HEAD.sub(lambda tag: tag[0] + block, _REPLACED.sub("", head), count=1) + end + body


def _shell(output: str, content: str) -> str:
    if not content:
        return output
    before, found, after = output.partition(content)
    return f"{before} {after}" if found else ""


def _policy(shell: str) -> str:
    hashes: dict[str, set[str]] = {"script": set(), "style": set()}
    for kind, attributes, text in _INLINE.findall(shell):
        if not _NOT_RUN.search(attributes):
            hashes[kind.lower()].add(_hash(text))
    directives = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *sorted(hashes["script"])],
        "style-src": ["'self'", *sorted(hashes["style"])],
        "img-src": ["'self'", "data:"],  # the theme's icons are data
        "font-src": ["'self'"],
        "media-src": ["'self'"],
        "connect-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8", errors="xmlcharrefreplace")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
