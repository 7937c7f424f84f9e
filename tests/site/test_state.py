from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from iiv.journal.problems import Place, warning
from iiv.journal.store import Store
from iiv.site.state import Output, Record, load_outputs, load_record, save_outputs, save_record

if TYPE_CHECKING:
    from pathlib import Path

PROBLEM = warning(Place("journal/\udcff.md", 2, 3), "odd", "it is odd", "mend it")
RECORD = Record("inputs", "standing", "/site", 3, (PROBLEM,))
OUTPUTS = [
    Output("b.html", {"said": "one", "page": "two"}, ("journal/a.png",), (PROBLEM,), 12),
    Output("a.js", {}),
]


def test_what_is_saved_is_loaded_in_order(tmp_path: Path) -> None:
    save_record(tmp_path, RECORD)
    save_outputs(tmp_path, OUTPUTS, {"b.html": "stamp"})
    assert load_record(tmp_path) == RECORD
    assert list(load_outputs(tmp_path).values()) == [(OUTPUTS[0], "stamp"), (OUTPUTS[1], "")]


def test_there_is_nothing_before_the_first_build(tmp_path: Path) -> None:
    assert load_record(tmp_path) is None
    assert load_outputs(tmp_path) == {}


@pytest.mark.parametrize("line", ["", "{}", "[]", "[1]", "null", "no JSON", '["a", "b", "c", 4, [5]]'])
def test_what_has_another_form_counts_for_nothing(tmp_path: Path, line: str) -> None:
    for name in ("build", "outputs"):
        Store(tmp_path, name).save([line])
    assert load_record(tmp_path) is None
    assert load_outputs(tmp_path) == {}
