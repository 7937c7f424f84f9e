"""What stands in a piece of front matter, as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.parse.front_matter import Items, Scalar

if TYPE_CHECKING:
    from iiv.journal.parse.front_matter import Node

MANY_WORDS = 12


def node_text(node: Node) -> str:
    """The words of a value: a list as a line for each, a mapping as `key: value` lines; "" for none."""
    return "\n".join(_lines(node)).strip("\n")


def is_long(node: Node) -> bool:
    """Whether a text in it has several lines, or more than twelve words."""
    if isinstance(node, Scalar):
        return "\n" in node.text or len(node.text.split()) > MANY_WORDS
    if isinstance(node, Items):
        return any(map(is_long, node.items))
    return any(is_long(entry.value) for entry in node.entries)


def _lines(node: Node) -> list[str]:
    if isinstance(node, Scalar):
        text = f"{node.text.rstrip()} {node.after_hash}".strip()
        return text.split("\n") if text else []
    if isinstance(node, Items):
        if node.source.startswith("[["):
            return [node.source]
        return [line for item in node.items for line in _marked("- ", _lines(item))]
    return [line for entry in node.entries for line in _below(entry.key, _lines(entry.value))]


def _marked(mark: str, lines: list[str]) -> list[str]:
    return [(mark if number == 0 else " " * len(mark)) + line for number, line in enumerate(lines)]


def _below(key: str, lines: list[str]) -> list[str]:
    if len(lines) <= 1:
        return [f"{key}: {''.join(lines)}".rstrip()]
    return [f"{key}:", *(f"  {line}" for line in lines)]
