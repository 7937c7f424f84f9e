"""The key `contradicts`: pairs of answers that are set against each other, as typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iiv.journal.model import AnswerRef, Contradiction
from iiv.journal.parse.front_matter import Entries, Items, Scalar
from iiv.journal.parse.link_targets import place_in
from iiv.journal.parse.markup import WIKILINK
from iiv.journal.parse.node_text import node_text
from iiv.journal.parse.plain_values import says_none

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iiv.journal.parse.fields import Fields
    from iiv.journal.parse.front_matter import Node

KEY: Final = "contradicts"
FORM: Final = (
    "write `[[[2026-03-02-ada#start]], [[2026-04-02-grace#start]]]`, each further pair in a list of its own"
)

_BETWEEN = re.compile(r"\s*[,;\n]\s*|\s+(?:and|but|vs\.?|versus|against|with|&|<->|↔|≠)\s+", re.IGNORECASE)
_BRACKETS = "[] \t"
_PAIR = 2


def contradictions(fields: Fields) -> tuple[Contradiction, ...]:
    """The pairs under `contradicts`: links in brackets, in quotes or bare, one pair or a list of pairs.

    What is no pair is a problem.
    """
    node = fields.node(KEY)
    return tuple(_pairs(node, fields)) if node is not None and KEY in fields else ()


def _pairs(node: Node, fields: Fields) -> Iterator[Contradiction]:
    refs = _refs(node)
    if len(refs) == _PAIR and all(refs):
        yield Contradiction(*refs)
    elif isinstance(node, Items) and len(node.items) == 1:
        yield from _pairs(node.items[0], fields)
    elif isinstance(node, Items) and any(len(_refs(item)) == _PAIR for item in node.items):
        for item in node.items:
            yield from _pairs(item, fields)
    elif not (isinstance(node, Scalar) and says_none(node.text)):
        what = " ".join(node_text(node).split())
        message = f"`{what}` is no pair of answers" if what else "this is no pair of answers"
        fields.error(KEY, "bad-contradiction", message, FORM, place=node.place)


def _refs(node: Node) -> list[AnswerRef]:
    """The answers that a value names where it is one link, or a list or text of several; else none."""
    if isinstance(node, Scalar):
        return _in_text(node)
    if isinstance(node, Entries):
        return []
    single = [_unwrapped(item) for item in node.items]
    found = [_in_text(item) if isinstance(item, Scalar) else [] for item in single]
    return [refs[0] for refs in found] if all(len(refs) == 1 for refs in found) else []


def _unwrapped(node: Node) -> Node:
    """What stands in brackets alone: to YAML a link is a list in a list."""
    while isinstance(node, Items) and len(node.items) == 1:
        node = node.items[0]
    return node


def _in_text(scalar: Scalar) -> list[AnswerRef]:
    text = f"{scalar.text} {scalar.after_hash}".strip()
    targets = [match[1] for match in WIKILINK.finditer(text)] or _BETWEEN.split(text)
    return [_ref(target.strip(_BRACKETS), scalar) for target in targets if target.strip(_BRACKETS)]


def _ref(target: str, scalar: Scalar) -> AnswerRef:
    link = target.partition("|")[0].rstrip("\\").strip()
    return AnswerRef(link.partition("#")[0].strip(), place_in(link), scalar.place)
