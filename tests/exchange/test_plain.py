from iiv.exchange.plain import sentence


def test_no_backslash_before_punctuation_is_left_in_a_letter() -> None:
    assert (
        sentence('By chance at R\\&D, \\= luck\\, and \\"more\\"\\.')
        == 'By chance at R&D, = luck, and "more".'
    )
    assert sentence("C:\\Users \\$5 \\/ \\@") == "C:Users $5 / @"


def test_no_theme_mark_and_no_sign_of_markdown_is_left_in_a_letter() -> None:
    assert sentence("#craft and **half bold, `code` ~~gone~~ [[Ada|her]] ==yes== _it_ 5 * 3") == (
        "craft and half bold, code her yes it 5 3"
    )
