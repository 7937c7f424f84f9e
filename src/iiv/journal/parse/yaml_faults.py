"""YAML's complaints in plain words."""

from __future__ import annotations

IN_QUOTES = "put the text in quotes, or after `|`"

# What the complaint contains, what that means, and the mend.
MEANINGS = (
    ("tab", "a tab stands where YAML wants spaces", "indent with spaces"),
    ("quoted scalar", "a quote that is opened here is never closed", "close it, or put the text after `|`"),
    (
        "mapping values are not allowed",
        "a colon followed by a space inside the text makes YAML see a second key",
        IN_QUOTES,
    ),
    ("cannot start any token", "text cannot begin with `{character}` unless it stands in quotes", IN_QUOTES),
    ("anchor", "text that begins with `*` or `&` must stand in quotes", IN_QUOTES),
    ("alias", "text that begins with `*` or `&` must stand in quotes", IN_QUOTES),
    (" tag", "text that begins with `!` must stand in quotes", IN_QUOTES),
    (
        "could not find expected ':'",
        "a line that is no `key: value`",
        "indent it below its key, or put the text after `|`",
    ),
    (
        "flow ",
        "a bracket that is opened here is never closed, or a comma is missing",
        "close it, or put the text in quotes; text that begins with `#` must stand in quotes",
    ),
    ("block scalar", "text stands on the same line as `|` or `>`", "begin the text on the next line"),
    (
        "block ",
        "this line is indented differently from the keys above it",
        "begin it in the same column as they do; put text of several lines after `|`",
    ),
)


def explain(said: str, character: str) -> tuple[str, str]:
    """What YAML's complaint means, and what to do; `character` is the one it complains of."""
    for words, message, hint in MEANINGS:
        if words in said:
            return message.format(character=character), hint
    return f"YAML cannot read this: {said.strip()}", IN_QUOTES
