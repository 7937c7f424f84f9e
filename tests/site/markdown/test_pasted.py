"""What a word processor leaves in a text."""

import pytest

from iiv.site.markdown.pasted import tidied


@pytest.mark.parametrize(
    ("pasted", "markdown"),
    [
        ("Three:\n•\tone\n•\ttwo", "Three:\n- one\n- two"),
        ("•\tone\no\ttwo\n▪\tthree\n•\tfour", "- one\n  - two\n    - three\n- four"),
        ("• one\n  ◦ two\n• three", "- one\n  - two\n- three"),
        ("\t•\tone\n\t•\ttwo", "- one\n- two"),
        ("·\xa0\xa0\xa0one\n§ two", "- one\n§ two"),
        ("•one", "- one"),
        ("- a\n  • b", "- a\n  - b"),
        ("> • a\n> • b", "> - a\n> - b"),
        ("– a\n– b", "- a\n- b"),
        ("• a\n\nNo list.\n◦ b", "- a\n\nNo list.\n- b"),
        ("• a\n\n• b", "- a\n\n- b"),
        ("-\xa0a\n1.\u202fb", "- a\n1. b"),
        ("- [] a\n- [\xa0] b\n1. [x] c", "- [ ] a\n- [ ] b\n1. [x] c"),
        ("\n \n  a", "  a"),
        ("\u200b- a\n\ufeff- b", "- a\n- b"),
    ],
)
def test_bullets_and_boxes_become_those_of_markdown(pasted: str, markdown: str) -> None:
    assert tidied(pasted) == markdown


@pytest.mark.parametrize(
    "text",
    [
        *("– How did you start?\nBy luck.", "o my", "a • b", "```\n• a\n```", "~~~~\n• a\n~~~\n• b\n~~~~"),
        *("[] a", "• ", "3·4"),
    ],
)
def test_other_texts_stay(text: str) -> None:
    assert tidied(text) == text
