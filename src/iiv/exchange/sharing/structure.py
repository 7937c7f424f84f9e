"""What of a text is no word of it: links, addresses, pictures, files, numbers and days."""

from __future__ import annotations

import re
from html import unescape
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
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]{2,31});")
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|code|del|em|font|i|img|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"</?[A-Za-z][^<>\n]*(?:\n[^<>\n]*)?>|<[!?][^<>]*>|<[A-Za-z][^<>\n]*=[\"'][^<>\n]*$", re.MULTILINE
)
_DEFINITION = re.compile(r"(?m)^[ \t>]*\*?\[(?!\^)[^\]\n]+\]:[ \t]*\S.*$")
_PICTURE = re.compile(r"!\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])")
_LINK = re.compile(r"(?<!!)\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\])")
_EMBED = re.compile(r"!\[\[[^\[\]]*\]\]")
_WIKILINK = re.compile(r"\[\[([^\[\]|]*?)(?:#[^\[\]|]*)?(?:\\?\|([^\[\]]*))?\]\]")
_ATTRIBUTES = re.compile(r"\{[:.#][^{}\n]*\}|(?m:\s\^[\w-]+[ \t]*$)")
_AT = r"\s?\\?@\s?|\s?[\[({<]\s*(?:at|AT|ät|@)\s*[\])}>]\s?|\sAT\s"
_POINT = r"\.|\s?[\[({<]\s*(?:dot|DOT|punkt|point|punto|\.)\s*[\])}>]\s?|\sDOT\s|\sdot\s"
_MAIL = re.compile(
    rf"(?<![\w.+-])<?(?:mailto:)?[\"“]?[\w.+'-]+[\"”]?(?:{_AT})[\w-]+(?:(?:{_POINT})[\w-]+)+>?"
    rf"|(?<![\w.+-])[\w.+-]+\sat\s[\w-]+(?:\sdot\s[\w-]+)+|(?<![\w.+'@-])[\w.+'-]+@[\w-]+"
)
_URL = re.compile(
    r"<?\b(?:[a-z][a-z0-9+.-]*://|www\.)(?:[^\s<>()\[\]]|\([^\s<>()]*\))*[^\s<>()\[\].,;:!?'\"”’»*_]>?",
    re.IGNORECASE,
)
_HOST = re.compile(
    r"\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|io|dev|app|info|eu|uk|de|at|ch|nl|fr|it|es|dk|se|no|fi"
    r"|pl|cz|pt|ie|be|us|ca|au|nz|jp|cn|in|br|me|ai|xyz|tech|blog|name|co|ly|social|page|shop|online|site|ru|ua"
    r"|kr|za|mx|ar|cl|tr|gr|il|hu|ro|sk|lt|lv|ee|hr|bg|tv|fm|gg|cloud|biz|museum)\b"
    r"(?:/(?:[^\s<>()\[\]]*[^\s<>()\[\].,;:!?'\"”’»*_])?)?"
)
_HANDLE = re.compile(
    r"(?<![\w@])@\w[\w.-]*\w|(?<![\w/])u/\w+|\b\w+#\d{4}\b|\b(?:skype|sip|xmpp|sms|whatsapp|facetime|callto):\w\S*\w"
)
_FILE = re.compile(
    r"(?:[a-z]:\\|(?<!\w)~/|(?<!\w)/(?:home|users)/|\b(?:interviews|contacts|questions|directions)/)[^\s<>()\[\]|`]*\w"
    r"|(?<![\w./\\%-])[\w./\\%-]*[\w%-]\.(?:pdf|pages|numbers|key|rtf|html?|tex|json|xml|ya?ml|ai|psd|epub|odp|ods|tsv|bmp|tiff?|py|ogg|aac|avi|png|jpe?g|gif|svg|webp|heic|docx?|odt|xlsx?|pptx?|csv|txt|md|zip|mp[34]|m4a|wav"
    r"|mov|vtt|srt|ics|vcf|eml)\b",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w+.,/-])\+?\(?\d(?:[ \u00a0().\-/]{0,2}\d){6,}(?![\w/-]|[.,]\d)")
_EXTENSION = re.compile(
    r"(?i:\b(?:tel|phone|mobile|cell|mob|ext|fon|handy|tél|extension|durchwahl))\.?:?\s*\d[\d ()./-]{1,}\d"
)
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d\d(?:[ \u00a0]?[\dA-Z]{4}){3,7}(?:[ \u00a0]?[\dA-Z]{1,3})?\b")
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s*[-–/ ]\s*(?:19|20)\d\d)+")
_THOUSANDS = re.compile(r"\d{1,3}(?:[ .\u00a0]\d{3})+(?<=000)|\d{1,2}(?:[ .\u00a0]\d{3}){1,2}")


def without_structure(
    text: str, keep: Callable[[str], str], ids: Mapping[str, str] = MappingProxyType({})
) -> str:
    """The words of a Markdown text: links are their labels, pictures what stands for them.

    `ids` is what wikilinks without words of their own lead to, and how that is called.

    Addresses, files and long numbers are words in brackets, and days months; these go through `keep`,
    since no name is to be looked for in them.
    """
    text = _ENTITY.sub(_character, _DEFINITION.sub("", _COMMENT.sub("", text)))
    text = _EMBED.sub(lambda _: keep(FILE), text)
    text = _WIKILINK.sub(lambda match: match[2] or _named_by(match[1], ids), text)
    for _ in range(2):  # a picture may stand in a link
        text = _PICTURE.sub(lambda match: match[1], text)
        text = _LINK.sub(lambda match: match[1], text)
    for address in (_MAIL, _URL):
        text = address.sub(lambda _: keep(ADDRESS), text)
    text = _ATTRIBUTES.sub("", _TAG.sub(" ", _INLINE.sub("", text)))
    text = _FILE.sub(lambda _: keep(FILE), text)
    for address in (_HOST, _HANDLE):
        text = address.sub(lambda _: keep(ADDRESS), text)
    for number in (_EXTENSION, _ACCOUNT):
        text = number.sub(lambda _: keep(NUMBER), text)
    return _PHONE.sub(lambda match: _number(match, keep), in_months(text, keep))


def _character(match: re.Match[str]) -> str:
    """What `&#97;` stands for, where that can be part of a name or an address, and no mark of Markdown."""
    sign = unescape(match[0])
    if sign == "\u00ad":
        return ""
    return sign if sign.isalnum() or sign in " @.-'’\u00a0" else match[0]


def _named_by(target: str, ids: Mapping[str, str]) -> str:
    """What a wikilink without words of its own names: an id has no capital letters, and may be a name."""
    words = stem(target)
    if words in ids:
        return ids[words]
    return words.replace("-", " ").title() if words.islower() else words


def _number(match: re.Match[str], keep: Callable[[str], str]) -> str:
    is_other = _YEARS.fullmatch(match[0]) or _THOUSANDS.fullmatch(match[0])
    return match[0] if is_other else keep(NUMBER)
