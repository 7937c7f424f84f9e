"""What of a text is no word of it: links, addresses, pictures, files, numbers and days."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from iiv.exchange.sharing.months import in_months
from iiv.journal.names import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ADDRESS: Final = "(address)"
FILE: Final = "(file)"
NUMBER: Final = "(number)"

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|%%.*?%%", re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*(?:\n[^<>\n]*)?>|<[!?][^<>]*>")
_DEFINITION = re.compile(r"(?m)^[ \t>]*\[(?!\^)[^\]\n]+\]:[ \t]*\S.*$")
_PICTURE = re.compile(r"!\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])")
_LINK = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])")
_EMBED = re.compile(r"!\[\[[^\[\]]*\]\]")
_WIKILINK = re.compile(r"\[\[([^\[\]|]*?)(?:#[^\[\]|]*)?(?:\\?\|([^\[\]]*))?\]\]")
_ATTRIBUTES = re.compile(r"\{[:.#][^{}\n]*\}|(?m:\s\^[\w-]+[ \t]*$)")
_MAIL = re.compile(r"<?(?:mailto:)?[\w.+'-]+\s?@\s?[\w-]+(?:\.[\w-]+)+>?")
_URL = re.compile(
    r"<?\b(?:[a-z][a-z0-9+.-]*://|www\.)(?:[^\s<>()\[\]]|\([^\s<>()]*\))*[^\s<>()\[\].,;:!?'\"”’»*_]>?",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|io|dev|app|info|eu|uk|de|at|ch|nl|fr|it|es|dk|se|no|fi"
    r"|pl|cz|pt|ie|be|us|ca|au|nz|jp|cn|in|br)\b(?:/(?:[^\s<>()\[\]]*[^\s<>()\[\].,;:!?'\"”’»*_])?)?"
)
_HANDLE = re.compile(r"(?<![\w@])@\w[\w.-]*\w")
_FILE = re.compile(
    r"[\w./\\%-]*[\w%-]\.(?:pdf|png|jpe?g|gif|svg|webp|heic|docx?|odt|xlsx?|pptx?|csv|txt|md|zip|mp[34]|m4a|wav"
    r"|mov|vtt|srt|ics|vcf|eml)\b",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w+.,/-])\+?\(?\d(?:[ \u00a0().\-/]{0,2}\d){6,}(?![\w/-]|[.,]\d)")
_YEARS = re.compile(r"(?:19|20)\d\d\s*[-–/ ]\s*(?:19|20)\d\d")
_THOUSANDS = re.compile(r"\d{1,3}(?:[ .\u00a0]\d{3})+")


def without_structure(
    text: str, keep: Callable[[str], str], ids: Mapping[str, str] = MappingProxyType({})
) -> str:
    """The words of a Markdown text: links are their labels, pictures what stands for them.

    `ids` is what wikilinks without words of their own lead to, and how that is called.

    Addresses, files and long numbers are words in brackets, and days months; these go through `keep`,
    since no name is to be looked for in them.
    """
    text = _DEFINITION.sub("", _COMMENT.sub("", text))
    text = _EMBED.sub(lambda _: keep(FILE), text)
    text = _WIKILINK.sub(lambda match: match[2] or _named_by(match[1], ids), text)
    for _ in range(2):  # a picture may stand in a link
        text = _PICTURE.sub(lambda match: match[1], text)
        text = _LINK.sub(lambda match: match[1], text)
    for address in (_MAIL, _URL):
        text = address.sub(lambda _: keep(ADDRESS), text)
    text = _ATTRIBUTES.sub("", _TAG.sub("", text))
    text = _FILE.sub(lambda _: keep(FILE), text)
    for address in (_HOST, _HANDLE):
        text = address.sub(lambda _: keep(ADDRESS), text)
    return _PHONE.sub(lambda match: _number(match, keep), in_months(text, keep))


def _named_by(target: str, ids: Mapping[str, str]) -> str:
    """What a wikilink without words of its own names: an id has no capital letters, and may be a name."""
    words = stem(target)
    if words in ids:
        return ids[words]
    return words.replace("-", " ").title() if words.islower() else words


def _number(match: re.Match[str], keep: Callable[[str], str]) -> str:
    is_other = _YEARS.fullmatch(match[0]) or _THOUSANDS.fullmatch(match[0])
    return match[0] if is_other else keep(NUMBER)
