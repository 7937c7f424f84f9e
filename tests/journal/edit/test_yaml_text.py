"""Whatever is typed comes back from the front matter as it was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.edit.yaml_text import items, scalar
from iiv.journal.parse.front_matter import Items, Node, Scalar, parse

# Lone surrogates are no text: there is no UTF-8 for them.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
SIGNS = st.text("aB1 :#-?,[]{}&*!|>'\"%@`~\\\n\t\u2028\x85\ufeff")
ANYTHING = TEXTS | SIGNS


def read_back(value: str) -> Node:
    ((_, node, _),) = parse(f"know: {value}\n", "x.md").entries
    return node


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("evening lectures", "evening lectures"),
        ("O'Brien, Jr.", "O'Brien, Jr."),
        ("Benedikt Aumüller", "Benedikt Aumüller"),
        ("李美", "李美"),
        ("ada@example.org", "ada@example.org"),
        ("no", '"no"'),
        ("12:30", '"12:30"'),
        ("a: b", '"a: b"'),
        ("#x", '"#x"'),
        ("[[Ada]]", '"[[Ada]]"'),
        ("  a", '"  a"'),
        ("a ", '"a "'),
        ('"', r'"\""'),
        ("a\nb", r'"a\nb"'),
        ("\x7f\u2028\ufeff", r'"\u007f\u2028\ufeff"'),
        ("", '""'),
    ],
)
def test_quotes_where_they_are_needed(text: str, typed: str) -> None:
    assert scalar(text) == typed


@given(ANYTHING)
def test_a_text_reads_back(text: str) -> None:
    node = read_back(scalar(text))
    assert isinstance(node, Scalar)
    assert (node.text, node.after_hash) == (text, "")


@given(st.lists(ANYTHING))
def test_a_list_of_texts_reads_back(texts: list[str]) -> None:
    node = read_back(items(texts))
    assert isinstance(node, Items)
    assert [item.text for item in node.items if isinstance(item, Scalar)] == texts


def test_a_comma_parts_what_stands_in_a_list() -> None:
    assert items(["a", "b, c"]) == '[a, "b, c"]'
