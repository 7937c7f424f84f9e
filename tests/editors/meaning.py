"""What the values of a journal say, whatever way it is written."""

import re
from collections.abc import Mapping

from iiv.journal.problems import Place
from iiv.journal.read.reading import Reading
from iiv.values import Value, asdict

# A formatter breaks lines, draws tables, writes `_so_` for `*so*` and `\\#` for `#`.
DRESS = re.compile(r"[\s*_|>`:-]+|\\(?=[!-/:-@\[-`{-~])")


def meaning(reading: Reading) -> object:
    """All values of a journal, and its problems without their places."""
    problems = sorted((problem.place.path, problem.code) for problem in reading.problems)
    return said(reading.journal), problems


def said(value: object) -> object:
    """A value as it is but for places and for the dress of texts."""
    if isinstance(value, str):
        return DRESS.sub("", value)
    if isinstance(value, Place):
        return value.path
    if isinstance(value, Value):
        return type(value).__name__, [(name, said(held)) for name, held in asdict(value).items()]
    if isinstance(value, Mapping):
        return [(said(key), said(item)) for key, item in value.items()]
    if isinstance(value, list | tuple):
        return [said(item) for item in value]
    return value
