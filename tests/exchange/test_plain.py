from __future__ import annotations

from iiv.exchange.plain import sentence


def test_no_backslash_before_punctuation_is_left_in_a_letter() -> None:
    assert (
        sentence('By chance at R\\&D, \\= luck\\, and \\"more\\"\\.')
        == 'By chance at R&D, = luck, and "more".'
    )
    assert sentence("C:\\Users \\#no \\$5 \\/ \\@") == "C:\\Users #no $5 / @"
