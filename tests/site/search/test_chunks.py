"""What a browser loads: small scripts, the same ones each time."""

import json

import pytest

from iiv.site.safety.data_scripts import is_chunk, is_data
from iiv.site.search import chunks
from iiv.site.search.chunks import Script, scripts
from iiv.site.search.records import Part, Record, entry


def a_talk(number: int, *parts: Part) -> Record:
    return Record("talk", f"interviews/{number:04}.html", f"Person {number}", date="2026-03-02", parts=parts)


def made(records: list[Record]) -> list[Script]:
    return list(scripts(entry(record, {}) for record in records))


def handed(script: Script) -> dict[str, object]:
    return dict(
        json.loads(script.content.removeprefix(b"(self.iivSearch ||= []).push(").removesuffix(b");\n"))
    )


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chunks, "SIZE", 300)


@pytest.mark.usefixtures("small")
def test_scripts_are_small_and_named_from_the_oldest_on() -> None:
    files = made([a_talk(number, Part("a", "", "x" * 100)) for number in range(8)])
    assert [file.address for file in files] == [
        *(f"search/names-{number}.js" for number in (1, 2)),
        *(f"search/texts-{number}.js" for number in (1, 2, 3, 4)),
        "search/chunks.js",
    ]
    expected = [*("names-2.js", "names-1.js"), *("texts-4.js", "texts-3.js", "texts-2.js", "texts-1.js")]
    assert handed(files[-1])["chunks"] == expected
    assert all(len(file.content) < 450 for file in files)


@pytest.mark.usefixtures("small")
def test_a_talk_that_is_added_leaves_the_older_scripts_alone() -> None:
    talks = [a_talk(number, Part("a", "", "x" * 100)) for number in range(8)]
    before, after = ({file.address: file.content for file in made(some)} for some in (talks[:7], talks))
    changed = {address for address, text in after.items() if before.get(address) != text}
    assert changed == {"search/names-2.js", "search/texts-4.js"}


@pytest.mark.usefixtures("small")
def test_a_text_that_is_too_long_has_a_script_of_its_own() -> None:
    files = made([a_talk(1), a_talk(2, Part("a", "", "y" * 1000)), a_talk(3, Part("a", "", "z"))])
    texts = [handed(file)["texts"] for file in files if "texts" in file.address]
    assert texts == [{"interviews/0002.html": [f"={'y' * 1000}"]}, {"interviews/0003.html": ["=z"]}]


def test_an_empty_journal_has_a_list_of_nothing() -> None:
    (listed,) = made([])
    assert listed.address == "search/chunks.js"
    assert listed.content == b'(self.iivSearch ||= []).push({"chunks": []});\n'


def test_it_is_told_from_a_script_that_acts() -> None:
    (*all_, listed) = made([a_talk(1, Part("a", "", "</script> \u2028 ');"))])
    assert all(is_data(file.content.decode()) and is_chunk(file.address) for file in (*all_, listed))
    assert not is_data("alert(1)")
    assert not is_data('(self.iivSearch ||= []).push({"a": alert(1)});\n')
    assert not is_data("(self.iivSearch ||= []).push([]);\n")
    assert not is_chunk("assets/search/fold.js")
