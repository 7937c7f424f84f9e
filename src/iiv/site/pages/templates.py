"""The Jinja templates of the pages: the person's own first, then the shipped ones."""

from __future__ import annotations

import datetime as dt
import json
import re
import string
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from markupsafe import Markup, escape

from iiv.exchange.letters import BLANK
from iiv.exchange.templates import FAULTS, Templates
from iiv.journal.days import MONTHS
from iiv.journal.problems import Place, warning
from iiv.method.dates import month_of, written
from iiv.method.wording import by_channel, capitalise, count
from iiv.site.safety.loading import without_elsewhere

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from jinja2 import Environment

_PUNCTUATION = str.maketrans({sign: f"&#{ord(sign)};" for sign in string.punctuation})
_NOT_IN_YAML = re.compile("[\u2028\u2029\ufeff\ufffe\uffff]")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")
_CODE = re.compile("`([^`]+)`")
_SURROGATES = re.compile("[\ud800-\udfff]")
_BLANK_LINES = re.compile(r"\n\s*\n")
_DATES = re.compile(rf"\b(\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}})\b")


class PageTemplates(Templates):
    """The page templates of the journal in the folder `root`."""

    def __init__(self, root: Path) -> None:
        super().__init__(root, "pages", _FILTERS, html=True)

    def row(self, kind: str, values: Mapping[str, object]) -> Callable[[object], str]:
        """What shows a value by the macro `row` of the template `rows/KIND.md.jinja`.

        It sees that value and `values`, and nothing else of a page. Raises as `render` does.
        """
        name = f"rows/{kind}.md.jinja"
        modules: dict[Environment, Any] = {}

        def show(value: object) -> str:
            return self.first_that_works(name, partial(text, value))

        def text(value: object, environment: Environment) -> str:
            if environment not in modules:
                modules[environment] = environment.get_template(name).make_module(dict(values))
            try:
                row = modules[environment].row(value)
            except FAULTS:
                environment.handle_exception()  # raised again, with the line of the template
            return mended(self.private(str(tight(row)))) + "\n"

        return show

    def private(self, html: str) -> str:
        """HTML that templates made, without what one of the person's own would load from elsewhere."""
        html, left_out = without_elsewhere(html) if self.has_own else (html, ())
        for tag in left_out:
            message = f"`{tag}` in a page template is left out: a page loads nothing from elsewhere"
            self._add(warning(Place(self.folder), "overridden", message, "take it out of the template"))
        return html


def mended(text: str) -> str:
    """`text` as it can be written: a file's name may hold bytes that no encoding knows."""
    try:
        text.encode()  # three times as fast as looking for one
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", text)
    return text


def yaml_text(text: str) -> Markup:
    """`text` as HTML in a YAML scalar: MkDocs puts a title into its pages unescaped."""
    quoted = json.dumps(str(escape(one_line(text))), ensure_ascii=False)
    return Markup(_NOT_IN_YAML.sub(lambda sign: f"\\u{ord(sign[0]):04x}", quoted))  # noqa: S704 - escaped above


def heading_text(text: str) -> Markup:
    """`text` as it stands in a Markdown heading, with no sign left that means anything there."""
    return Markup(one_line(text).translate(_PUNCTUATION))  # noqa: S704 - no `<` or `&` survives


def one_line(text: str) -> str:
    """`text` on one line, without control characters."""
    return " ".join(_CONTROLS.sub(" ", str(text)).split())  # `str` names what is undefined


def tight(html: str) -> Markup:
    """HTML without blank lines, which would end its block in Markdown."""
    return Markup(_BLANK_LINES.sub("\n", html.strip()))  # noqa: S704 - takes HTML, gives HTML


def verbatim(text: str) -> Markup:
    """`text` for a `<pre>` on one line: Markdown would see fences and blank lines in it."""
    return Markup(str(escape(text)).replace("\r\n", "\n").replace("\n", "&#10;"))  # noqa: S704 - escaped


def with_blanks(text: str) -> Markup:
    """A letter's text for a `<pre>` on one line, its blanks marked."""
    return Markup(BLANK.sub(r'<mark class="iiv-blank">\g<0></mark>', str(verbatim(text))))  # noqa: S704 - escaped


def with_code(sentence: str) -> Markup:
    """A sentence in which what stands between backticks is shown as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(sentence))))  # noqa: S704 - escaped


def bdi(text: str) -> Markup:
    """`text` as something that knows its own direction, whatever stands around it."""
    return Markup("<bdi>{}</bdi>").format(text)


def fragment(anchor: str) -> str:
    """The end of a URL that leads to the element with this id."""
    return "#" + quote(mended(anchor))


@cache
def time_element(day: dt.date) -> Markup:
    """A date as people write it, in a `<time>` that programs read."""
    return Markup('<time datetime="{}">{}</time>').format(day.isoformat()[:10], written(day))


def with_times(sentence: str) -> Markup:
    """A sentence of the program's with each date as `time_element` has it.

    Behind a colon stands what a person wrote, and stays as it is.
    """
    own, colon, words = sentence.partition(": ")
    pieces = _DATES.split(own)
    pieces[1::2] = map(_as_time, pieces[1::2])
    return Markup("").join(pieces) + colon + words


def _as_time(spoken: str) -> str:
    day, month, year = spoken.split(" ")
    try:
        return time_element(dt.date(int(year), MONTHS.index(month) + 1, int(day)))
    except ValueError:  # part of somebody's name
        return spoken


def month_element(day: dt.date) -> Markup:
    """The month of a day, in a `<time>` that programs read."""
    return Markup('<time datetime="{:%Y-%m}">{}</time>').format(day, month_of(day))


_FILTERS: Final[Mapping[str, Callable[..., str]]] = {
    "bdi": bdi,
    "fragment": fragment,
    "yaml_text": yaml_text,
    "heading_text": heading_text,
    "tight": tight,
    "verbatim": verbatim,
    "written": written,
    "time_element": time_element,
    "with_times": with_times,
    "month": month_of,
    "month_element": month_element,
    "with_blanks": with_blanks,
    "with_code": with_code,
    "count": count,
    "by_channel": by_channel,
    "capitalise": capitalise,
}
