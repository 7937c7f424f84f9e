"""Whether a drawing (SVG) is only that: a browser that opens it by itself runs its scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from iiv.journal.problems import Place, warning
from iiv.site.safety.allow_list import SCHEMES, word_set
from iiv.site.safety.loading import LOADING, css_urls, is_elsewhere

if TYPE_CHECKING:
    from pathlib import Path

    from iiv.journal.problems import Problem

_XHTML = "http://www.w3.org/1999/xhtml"
_ACTIVE: Final = word_set(
    "animation audio canvas discard embed foreignobject frame handler iframe listener object prefetch script"
    " tbreak video"
)
_ANIMATED: Final = word_set("animate animatecolor animatemotion animatetransform set")


def drawing_fault(root: Path, path: str) -> Problem | None:
    """What is wrong with the drawing at `path` that does more than show itself: a mark stands for it."""
    found = activity((root / path).read_bytes()) if path.lower().endswith(".svg") else ""
    if not found:
        return None
    hint = "save it as a plain picture, such as PNG"
    return warning(Place(path), "active-drawing", f"a drawing with {found} is left out", hint)


def activity(drawing: bytes) -> str:
    """What in an SVG, or another XML file, acts or asks another machine, in words; "" when nothing does."""
    return _Look().at(drawing)


class _Found(Exception):  # noqa: N818 - it ends a look, and is no error
    """Ends the look at a drawing with what was found."""


class _Look:
    def __init__(self) -> None:
        self._style: list[str] = []
        self._in_style = False

    def at(self, drawing: bytes) -> str:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._entity
        parser.ProcessingInstructionHandler = self._instruction
        try:
            parser.Parse(drawing, True)  # noqa: FBT003 - as the library has it
        except _Found as found:
            return str(found)
        except (expat.ExpatError, ValueError, LookupError):
            return "text that is no XML"
        return ""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, local = _split(name)
        if space == _XHTML or local in _ACTIVE:
            raise _Found(f"the element `{local}`")
        self._in_style = local == "style"
        for key, value in attributes.items():
            self._attribute(local, _split(key)[1], value)

    def _attribute(self, element: str, key: str, value: str) -> None:
        if key.startswith("on"):
            raise _Found(f"the handler `{key}`")
        if element in _ANIMATED and key == "attributename" and _may_act(value):
            raise _Found(f"an animation of `{value.strip()}`")
        if key in LOADING and not (element == "a" and value.partition(":")[0].lower() in SCHEMES):
            _refuse_elsewhere(value)
        if element in _ANIMATED and key in {"by", "from", "to", "values"} and "script:" in value.lower():
            raise _Found("an animation that runs a script")
        for url in css_urls(value):
            _refuse_elsewhere(url)

    def _text(self, text: str) -> None:
        if self._in_style:
            self._style.append(text)

    def _end(self, _name: str) -> None:
        if self._in_style:
            for url in css_urls("".join(self._style)):
                _refuse_elsewhere(url)
            self._style.clear()
        self._in_style = False

    def _entity(self, *_: object) -> None:
        raise _Found("an entity")

    def _instruction(self, target: str, _data: str) -> None:
        raise _Found(f"the instruction `{target}`")


def _split(name: str) -> tuple[str, str]:
    """Namespace and local name, the latter in lower case: only HTML would take `onLoad` for `onload`."""
    space, _, local = name.rpartition(" ")
    return space, local.lower()


def _may_act(attribute: str) -> bool:
    name = attribute.strip().lower().rpartition(":")[2]
    return name.startswith("on") or name in LOADING


def _refuse_elsewhere(url: str) -> None:
    # A file beside the drawing would be loaded too, and need not be in the site.
    if not url.strip().startswith("#") and (is_elsewhere(url) or not url.strip().startswith("data:")):
        raise _Found(f"the address {url.strip()[:60] or 'nothing'}")
