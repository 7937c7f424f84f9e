"""`iiv directions` lists the lives that are considered, and begins one."""

from pathlib import Path

import pytest

from iiv.journal.read.reading import read
from tests.builders import write_journal
from tests.cli.running import iiv, iiv_json

EDITOR = 'sh -c \'printf "%s" "$1" > opened\' sh'


def a_talk(who: str, day: str, more: str = "") -> str:
    return f"---\ncontact: {who}\ndate: {day}\nfield: trees\n{more}---\n## start\nYes.\n"


NOTES = {
    "questions/start.md": "---\nask: How did you start?\n---\n",
    "interviews/a.md": a_talk("Ada", "2026-03-02", "interest: 5\n"),
    "interviews/b.md": a_talk("Bob", "2026-04-02", "interest: 4\n"),
    "interviews/c.md": a_talk("Cyd", "2026-05-02", "interest: 4\n"),
    "interviews/d.md": a_talk("Dan", "2026-06-02").replace("trees", "wool"),
    "interviews/e.md": a_talk("Eve", "2026-07-02").replace("trees", "wool"),
    "directions/trees.md": "---\nname: Trees\nfields: trees\nas_of: 2026-04-02\n"
    "verdicts: [{verdict: try, on: 2026-04-03, why: Bob.}]\n---\n",
}


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_journal(tmp_path / "talks", NOTES)
    monkeypatch.chdir(root)
    return root


@pytest.mark.usefixtures("journal")
def test_the_list_has_verdict_voices_and_interest_and_offers_fields() -> None:
    result = iiv("directions")
    assert result.stdout == (
        "Try\n  trees  Trees  3 voices, interest 5 4 4 (on average 4.3)\n"
        "    since 3 Apr 2026: Bob.\n    written up to 2 Apr 2026: 1 answer is newer\n\n"
    )
    said = 'wool: 2 talks with 2 people, and no direction. `iiv directions new "wool"` begins one.\n'
    assert result.stderr == said
    (row,) = iiv_json("directions")
    assert row["interest"] == [5, 4, 4]
    assert (row["verdict"], row["on"], row["newer"]) == ("try", "2026-04-03", 1)


def test_one_to_which_nobody_speaks_says_what_to_fill_in(journal: Path) -> None:
    (journal / "journal" / "directions" / "goats.md").write_text("---\nname: Goats\n---\n")
    below = "write fields, tags or people of your talks into journal/directions/goats.md"
    assert f"no voices\n    {below}\n" in iiv("directions").stdout


def test_without_one_it_says_how_to_begin(tmp_path: Path) -> None:
    result = iiv("-C", write_journal(tmp_path, {}), "directions")
    assert (result.stdout, result.exit_code) == ("", 0)
    assert 'Begin one with `iiv directions new "Tree officer"`' in result.stderr


def test_a_new_one_opens_is_no_text_yet_and_can_be_taken_back(journal: Path) -> None:
    result = iiv("--today", "2026-08-01", "directions", "new", "Wool", env={"IIV_EDITOR": EDITOR})
    path = journal / "journal" / "directions" / "wool.md"
    assert (result.exit_code, result.stdout) == (0, "journal/directions/wool.md\n")
    assert Path("opened").read_text() == str(path)
    reading = read(journal)
    direction = next(one for one in reading.journal.directions if one.id == "wool")
    assert reading.problems == ()
    expected = ("Wool", ("wool",), "", "")
    assert (direction.name, direction.fields, direction.notes, direction.to_know) == expected
    assert str(direction.verdict.on) == "2026-08-01"
    assert iiv("undo").exit_code == 0
    assert not path.exists()


@pytest.mark.usefixtures("journal")
def test_fields_and_tags_may_be_named() -> None:
    iiv("directions", "new", "By", "the: river", "--field", "boats, old", "--tag", "water", "--no-edit")
    direction = next(one for one in read(Path()).journal.directions if one.id == "by-the-river")
    expected = ("By the: river", ("boats, old",), ("water",))
    assert (direction.name, direction.fields, direction.tags) == expected


@pytest.mark.parametrize("name", ["trees", "TREES"])
def test_one_that_is_there_is_opened_and_not_written(journal: Path, name: str) -> None:
    before = (journal / "journal/directions/trees.md").read_bytes()
    result = iiv("directions", "new", name, env={"IIV_EDITOR": EDITOR})
    assert "Trees is there already" in result.stderr
    assert Path("opened").read_text() == str(journal / "journal/directions/trees.md")
    assert (journal / "journal/directions/trees.md").read_bytes() == before


@pytest.mark.usefixtures("journal")
def test_a_name_must_be_one() -> None:
    assert iiv("directions", "new", " ").exit_code == 2
