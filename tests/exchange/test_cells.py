"""What a spreadsheet would run stands in no cell, and each text comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.exchange.cells import guarded, unguarded

RUN = "=+-@\t\r\n＝＋－＠"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1", "- a list", "'=1", "n/a", "-"]
)
def test_what_would_be_run_or_mean_not_answered_begins_with_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Music.", "'tis", "1 = 1", "a@example.org", "none of it", "**Bold**"])
def test_other_text_is_not_touched(text: str) -> None:
    assert guarded(text) == text


@given(st.one_of(st.text(), st.text(alphabet=f"'{RUN}na/ ")))
def test_each_text_comes_back_and_none_begins_a_formula(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(tuple(RUN))
