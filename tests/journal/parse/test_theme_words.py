import sys
import unicodedata

import pytest

from iiv.journal.parse.markup import themes
from iiv.journal.parse.theme_words import THEME

WORDS = (
    *("नमस्ते", "कविता", "मिट्टी", "কবিতা", "கவிதை", "కవిత", "ಕವಿತೆ", "മലയാണ്മ", "ගුරු", "ไม่ใช้เตาอบ"),
    *("ຄວາມຮັກ", "မြန်မာ", "ភាសាខ្មែរ", "དབྱངས", "שָׁלוֹם", "مُعَلِّم", "می\u200cخواهم", "Fa\u0308higkeit"),
    *("cafe\u0301", "Việt", "и\u0306од", "が", "ქართული", "አማርኛ", "craft-work", "people_first", "x2", "山"),
)


@pytest.mark.parametrize("word", WORDS)
def test_a_theme_is_a_whole_word_in_every_script(word: str) -> None:
    composed = unicodedata.normalize("NFC", word)
    assert themes(f"It was #{word}, and (#{word}).") == (composed,)


def test_themes_compare_composed() -> None:
    assert themes("#café and #cafe\u0301") == ("café",)


@pytest.mark.parametrize(
    "end", ["।", "॥", "،", "。", "…", "’", "”", "!", "?", "¿", "→", "\u200c", "\xa0", "😀"]
)
def test_what_ends_a_theme(end: str) -> None:
    assert THEME.findall(f"#कविता{end} #craft{end}") == ["कविता", "craft"]


def test_no_mark_of_a_living_script_ends_a_theme() -> None:
    """Those of Unicode's first plane; and no white space or punctuation of it is part of one."""
    for number in range(0x300, min(0xFFFF, sys.maxunicode)):
        char = chr(number)
        category = unicodedata.category(char)
        if category in {"Mn", "Mc"} and unicodedata.is_normalized("NFC", char):
            assert THEME.fullmatch(f"#a{char}"), hex(number)
        elif category[0] in "PZ" and char not in "\u203f\u2040\u2054\ufe33\ufe34\ufe4d\ufe4e\ufe4f\uff3f":
            assert not THEME.fullmatch(f"#a{char}"), hex(number)
