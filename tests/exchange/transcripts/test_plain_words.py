import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.exchange.plain import one_line
from iiv.exchange.transcripts.plain_words import broken, plain_words
from iiv.journal.parse.gist import gist
from iiv.journal.parse.markup import definitions, themes
from iiv.journal.parse.quotations import bold_words, quoted_blocks
from iiv.journal.parse.tasks import boxes
from tests.exchange.transcripts.spite import PIECES, spoken
from tests.site.markdown.structure import structure, words
from tests.site.sites import rendered

_TAGS = re.compile(r"<[a-z/!][^>]*>")


def squeezed(text: str) -> str:
    """A text without spaces: a line may be broken behind a box that has none."""
    return "".join(text.split())


@pytest.mark.parametrize("text", PIECES)
def test_what_is_said_reads_as_it_was(text: str) -> None:
    shown = rendered(plain_words(text))
    assert words(shown) == one_line(text)
    assert set(_TAGS.findall(shown)) <= {"<p>", "</p>"}


@given(spoken, st.integers(1, 8))
def test_nothing_in_it_means_anything(text: str, number: int) -> None:
    markdown = plain_words(text)
    for written in (markdown, broken(markdown, number)):
        shown = rendered(written)
        assert squeezed(words(shown)) == squeezed(one_line(text))
        assert [part for part in structure(shown) if part.startswith("\n<")] in ([], ["\n<p>", "\n</p>"])
        assert set(_TAGS.findall(shown)) <= {"<p>", "</p>"}
        assert themes(written) == ()
        assert definitions(written) == ()
        assert boxes(written).tasks == ()
        assert boxes(written).lost == ()
        assert boxes(written).without == ()
        assert bold_words(written) == ""
        assert list(quoted_blocks(written, ())) == []
        assert squeezed(one_line(text)).startswith(squeezed(gist(written).removesuffix(" …")))


def test_plain_sentences_stay_as_they_are() -> None:
    for text in (
        "By accident, really. I wanted to be a swimmer: and then -- my knee went!",
        "R&D (in 2019)?",
    ):
        assert plain_words(text) == text


def test_what_is_marked_is_only_what_would_mean_something() -> None:
    assert plain_words("#craft, and 1. [x] done") == "\\#craft, and 1. \\[x\\]\ndone"
    assert plain_words("1. one") == "1\\. one"
