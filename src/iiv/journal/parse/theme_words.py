"""The pattern of a theme, `#word`, in every script."""

from __future__ import annotations

import re
from typing import Final

# Python's `\w` has no combining marks: vowel signs, accents that stand by themselves. These are Unicode's
# category M in the scripts of today; a range runs across letters and code points without a character.
_MARKS: Final = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    r"\u0670\u06d6-\u06ed\u0711-\u07f3\u07fd-\u082d\u0859-\u085b\u0898-\u0963\u0981-\u09e3\u09fe-\u0a75"
    r"\u0a81-\u0ae3\u0afa-\u0c63\u0c81-\u0c83\u0cbc-\u0df3\u0e31-\u0e4e\u0eb1-\u0ecd\u0f18-\u0f39\u0f3e-\u0f84"
    r"\u0f86-\u0fc6\u102b-\u103e\u1056-\u109d\u135d-\u135f\u1712-\u1734\u1752-\u17d3\u17dd\u180b-\u180d"
    r"\u180f-\u193b\u1a17-\u1a1b\u1a55-\u1a7f\u1ab0-\u1b44\u1b6b-\u1b73\u1b80-\u1bf3\u1c24-\u1c37\u1cd0-\u1cd2"
    r"\u1cd4-\u1dff\u20d0-\u20f0\u2cef-\u2cf1\u2d7f-\u2dff\u302a-\u302f\u3099-\u309a\ua66f-\ua672\ua674-\ua67d"
    r"\ua69e-\ua6f1\ua802-\ua827\ua82c\ua880-\ua8c5\ua8e0-\ua8f1\ua8ff-\ua92d\ua947-\ua953\ua980-\ua9c0"
    r"\ua9e5-\uaa4d\uaa7b-\uaac1\uaaeb-\uaaef\uaaf5-\uaaf6\uabe3-\uabea\uabec-\uabed\ufb1e\ufe00-\ufe0f"
    r"\ufe20-\ufe2f\U00011100-\U00011134\U0001e2ec-\U0001e2ef\U0001e944-\U0001e94a"
)
# The joiners of Persian and of Indian scripts; a word may end in the one that joins.
_APART, _JOINED = r"\u200c", r"\u200d"

# What may not stand before the `#` is asked behind it: so that the search can leap from `#` to `#`.
THEME: Final = re.compile(
    rf"#(?<![\w/&#@.:=\\-]#)([^\W\d_](?:[\w{_MARKS}{_APART}{_JOINED}-]*[\w{_MARKS}{_JOINED}])?)"
)
