"""A share: what may be shown, read as somebody would who has it and the list of all people."""

import re
from html import unescape
from pathlib import Path

import pytest

from iiv.journal.journal import Journal
from iiv.journal.read.reading import read
from iiv.site.build.sharing import Wanted, share
from iiv.site.errors import ForeignFolderError, SiteError
from iiv.site.safety.verifying import verify
from tests.builders import write_journal
from tests.conftest import REAL_INTERVIEWS, ROOT
from tests.site.sites import tree

ADA_TALK = """\
---
contact: Ada Lovelace
date: 2026-03-12
helpfulness: 5
interest: 4
shift: I want to be like Ada.
tags: [lovelace, numbers]
said: Be kind.
fits: The pace.
introductions: [Grace Hopper]
answers:
  start: |
    **Ada fell into it.** Grace Hopper, of the Navy Yard, sent [a page](https://ada.example.org). #craft

    ![Ada at her desk](../ada.png) On 4 May 2020 she rang +44 20 7946 0123. #Lovelace[^1]

    [^1]: From Ada.
---
Secret notes on her.

- [ ] write to Ada
"""
ADA = """\
---
name: Ada Lovelace
email: ada@example.org
role: Analyst at Analytical Engines
organization: Analytical Engines
know: school
---
## Log
- 2026-03-13 thanked by card: a secret card
"""
NOTES: dict[str, str | bytes] = {
    "interviews/2026-03-12-ada-lovelace.md": ADA_TALK,
    "interviews/2026-04-02-grace.md": "---\ncontact: Grace Hopper\ndate: 2026-04-02\nanswers:\n"
    "  start: As [[Ada Lovelace]] did.\n  end: At sea.\n---\n",
    "contacts/ada-lovelace.md": ADA,
    "contacts/grace.md": "---\nname: Grace Hopper\norganization: Navy Yard\n---\n",
    "questions/start.md": "---\nask: How did you start?\n---\nAda and Grace agree.\n",
    "questions/end.md": "---\nask: How will it end?\n---\n",
    "me.md": "---\nname: Clara Weiss\n---\n",
    "ada.png": b"\x89PNG\r\n\x1a\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_journal(tmp_path / "talks", NOTES)


def words(site: Path) -> str:
    """All that a share says, its file names, tags and scripts too, but for what the program ships."""
    files = {path: text for path, text in tree(site).items() if not path.startswith("assets/")}
    return "\n".join(f"{path}\n{unescape(text.decode())}" for path, text in files.items())


def test_nothing_but_answers_and_nobodys_name(root: Path, tmp_path: Path) -> None:
    site = tmp_path / "share"
    made = share(root, site, Wanted("For Maria"))
    assert (made.talks, made.people, made.questions) == (2, 2, 2)
    said = words(site)
    for hidden in (
        *("Ada", "Lovelace", "Grace", "Hopper", "Clara", "Weiss", "Analytical", "Navy", "lovelace", "ada-"),
        *("example.org", "7946", "2026-03-12", "12 Mar", "4 May", "Secret", "secret", "ada.png", "school"),
        *("I want to be like", "The pace", "Be kind", "●"),
    ):
        assert hidden not in said, hidden
    assert "Analyst fell into it." in said
    assert "Mar 2026" in said
    assert "#craft" in said
    assert not verify(site)


def test_the_first_page_says_what_it_is(root: Path, tmp_path: Path) -> None:
    share(root, tmp_path / "share", Wanted("For Maria"))
    front = (tmp_path / "share/index.html").read_text()
    text = " ".join(re.sub("<[^>]*>", " ", front).split())
    assert "Answers from 2 talks with 2 people, from Mar 2026 to Apr 2026" in text.replace(" .", ".")
    assert "Names are left out" in text
    assert "How did you start? 2 answers" in text


def test_one_question_alone(root: Path, tmp_path: Path) -> None:
    site = tmp_path / "share"
    share(root, site, Wanted(questions=["end"]))
    assert "At sea." in words(site)
    assert "fell into it" not in words(site)


def test_a_direction_that_is_named(root: Path, tmp_path: Path) -> None:
    direction = (
        "---\nname: Analyst like Ada\npeople: [Ada Lovelace]\nverdicts:\n"
        "  - {verdict: try, on: 2026-05-06, why: Ada would.}\n---\nSee [[2026-03-12-ada-lovelace#start]].\n"
    )
    write_journal(root, {"directions/ada.md": direction, "directions/other.md": "---\nname: Other\n---\n"})
    share(root, tmp_path / "share", Wanted(directions=["ada"]))
    page = (tmp_path / "share/directions/direction-1.html").read_text()
    assert "Analyst like Analyst" in page
    assert "See Analyst." in page
    assert "May 2026" in page
    assert "Ada" not in words(tmp_path / "share")
    assert not (tmp_path / "share/directions/direction-2.html").exists()


def test_the_same_notes_give_the_same_bytes(root: Path, tmp_path: Path) -> None:
    share(root, tmp_path / "one")
    share(root, tmp_path / "two")
    first = tree(tmp_path / "one")
    assert first == tree(tmp_path / "two")
    share(root, tmp_path / "one")
    assert tree(tmp_path / "one") == first


def test_what_is_no_share_is_left_alone(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "letter.txt").write_text("mine")
    with pytest.raises(ForeignFolderError):
        share(root, folder)
    with pytest.raises(ForeignFolderError):
        share(root, root / "journal" / "share")
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


def test_without_an_answer_nothing_is_written(tmp_path: Path) -> None:
    root = write_journal(tmp_path / "talks", {"contacts/ada.md": "---\nname: Ada\n---\n"})
    with pytest.raises(SiteError, match="no answer to share"):
        share(root, tmp_path / "share")
    assert not (tmp_path / "share").exists()


ODD: dict[str, str | bytes] = {
    "contacts/jan.md": "---\nname: Jan van der Zwart\norganization: Timberline & Zonen B.V.\n---\n",
    "contacts/quenby.md": "---\nname: Quenby\nrole: ex-Nokiatron cook\norganization: Nokiatron Oyj\n---\n",
    "contacts/eliska.md": "---\nname: Eliška Horáčková\n---\n",
    "me.md": "---\nname: Tindra Ekelöf\n---\n",
    "questions/what-would-quenby-do.md": "---\nask: What would Quenby do?\ntopic: Zwart\nformerly:\n"
    "  - {ask: What does Zwart do?, until: 2026-03-14}\n---\n"
    "#quenby, [[jan|Zwart]] and [[jan]].[^zwart]\n\n[^zwart]: Tindra said so.\n",
    "interviews/1.md": "---\ncontact: Jan van der Zwart\ndate: 2026-03-14\nfield: Timberline\n"
    "tags: [zwart]\nintroductions: [Nomen Nescivit]\n---\n## What would Quenby do?\n\nTE: well?\n\n"
    "| ![Zwart](zwart.png) | `jan-zwart.md` |\n|---|---|\n| JAN | jan van der zwart |\n\n"
    "<b title='Zwart'>x</b><br>van der Zwart's <details><summary>Zwart</summary></details>\n\n"
    "### Zwart {#zwart}\n\n> [!note] Zwart, Timberline\n\n```zwart\nfor zwart in Nokiatron: #Zwart\n```\n\n"
    "#zwart/wood[^quenby] Nomen, Nescivit's\n\n[^quenby]: From Quenby.\n",
    "interviews/2.md": "---\ncontact: Quenby\ndate: 2026-03-15\nanswers:\n  what-would-quenby-do: |\n"
    "    S Eliškou Horáčkovou, u Horáčka, Ekelof. QUENBY @quenby u/quenby quenby (at) example.org\n"
    "    ![[quenby]] [[1#What would Quenby do?]] [q]\n\n    [q]: https://quenby.example.org 'Quenby'\n"
    "---\n",
}


def test_the_list_of_people_finds_nobody_however_they_are_written(tmp_path: Path) -> None:
    site = tmp_path / "share"
    share(write_journal(tmp_path / "talks", ODD), site)
    said = words(site).casefold()
    names = ("zwart", "timberline", "quenby", "nokiatron", "elišk", "horáčk", "tindra", "ekel", "nomen")
    for hidden in (*names, "nescivit", "example.org", ".png", ".md", "14 mar"):
        assert hidden not in said, hidden
    assert not re.search(r"\bjan\b|\bte:", said)


@pytest.mark.parametrize(
    "root", [ROOT, pytest.param(REAL_INTERVIEWS, marks=pytest.mark.stress)], ids=["example", "real"]
)
def test_an_attacker_with_the_list_of_people_finds_no_name(root: Path, tmp_path: Path) -> None:
    if not root.exists():
        pytest.skip("no ../shared here")
    site = tmp_path / "share"
    share(root, site)
    journal = read(root).journal
    said = words(site)
    assert found_whole(journal, said) == []
    assert re.findall(r"[\w.+-]+@[\w-]+\.[a-z]+|\+\d[\d ]{7,}", said) == []
    assert {*re.findall(r"https?://[^\s\"<]+", said)} <= {"http://www.w3.org/2000/svg"}


def found_whole(journal: Journal, said: str) -> list[str]:
    """Names of two words or more, and organisations, that stand in a text, however they are written."""
    plain = " ".join(re.findall(r"\w+", said.casefold()))
    names = [name for one in journal.contacts for name in (one.name, *one.aliases, one.organization)]
    names += [talk.organization for talk in journal.interviews]
    plained = {" ".join(re.findall(r"\w+", name.casefold())) for name in names}
    return sorted(name for name in plained if " " in name and re.search(rf"\b{re.escape(name)}\b", plain))
