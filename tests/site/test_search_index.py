from __future__ import annotations

import json

import pytest

from iiv.site.search_index import join, part, split

ENTRIES = [
    [
        {"location": "a.html", "title": "A", "text": 'says "docs":[ and ü'},
        {"location": "a.html#b", "text": "]}"},
    ],
    [],
    [{"location": "c.html", "title": "C", "text": ""}],
]


def an_index(entries: list[dict[str, str]]) -> str:
    return json.dumps({"config": {"lang": ['"docs":[']}, "docs": entries}, separators=(",", ":"))


def test_parts_make_the_index_that_the_search_writes_itself() -> None:
    whole = an_index([entry for entries in ENTRIES for entry in entries])
    parts = [part(entries) for entries in ENTRIES]
    assert join(an_index([]), parts) == whole
    assert split(whole, map(len, parts)) == parts


def test_an_index_without_entries_has_empty_parts() -> None:
    assert split(an_index([]), [0, 0]) == ["", ""]
    assert join(an_index([{"location": "x"}]), ["", ""]) == an_index([])


@pytest.mark.parametrize("index", ["", "{}", an_index(ENTRIES[0]), an_index([])[:-1]])
def test_an_index_of_other_parts_is_refused(index: str) -> None:
    with pytest.raises(ValueError, match="index"):
        split(index, [5, 3])
