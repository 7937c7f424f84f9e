"""What people look for, and what they must find first: in the example, in messy notes and in real ones."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser

from iiv.site.build.building import build
from tests.builders import SETTINGS_TEXT, write_journal
from tests.site.search.journals import MESSY
from tests.site.search.searching import Searching


def searching(browser: Browser, root: Path) -> Iterator[Searching]:
    context = browser.new_context()
    yield Searching(context.new_page(), (root / "site" / "interviews" / "index.html").as_uri())
    context.close()


@pytest.fixture(scope="module")
def in_example(browser: Browser, example: Path) -> Iterator[Searching]:
    yield from searching(browser, example)


@pytest.fixture(scope="module")
def in_messy(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searching]:
    root = write_journal(tmp_path_factory.mktemp("messy") / "talks", MESSY)
    build(root)
    yield from searching(browser, root)


@pytest.fixture(scope="module")
def in_real(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, real_interviews: Path
) -> Iterator[Searching]:
    root = tmp_path_factory.mktemp("real") / "talks"
    shutil.copytree(real_interviews / "journal", root / "journal")
    (root / "mkdocs.yml").write_text(SETTINGS_TEXT, encoding="utf-8")
    build(root)
    yield from searching(browser, root)


RUTH = "interviews/2026-01-10-ruth-amsel.html"
JIRINA = "interviews/2026-02-11-jirina-dvorakova.html"
SOLVOR = "interviews/2026-03-12-solvor-odegaard.html"
LI = "interviews/2026-04-13-li-minghua.html"
LAYLA = "interviews/2026-05-14-layla-haddad.html"
MIRA = "interviews/2026-06-15-mira-kumhar.html"
PETR = "interviews/2026-07-16-petr-yolkin.html"
THEME = "themes/index.html#theme-pottery"
IPEK = "interviews/2026-08-17-ipek-isik.html"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("quietly", [f"{RUTH}#start [quietly]"]),
        ("kindergarten", [f"{RUTH}#start [kindergarten]"]),
        ("plumbing", [f"{RUTH}#start [plumbing]"]),
        ("orchestra", [f"{RUTH}#start [orchestra]", f"{IPEK}#start [orchestra]"]),  # first in a gist
        ("blues", [f"{RUTH}#start [blues]"]),
        ("R&D", [f"{RUTH}#money [R&D]"]),
        ("AT&T", [f"{RUTH}#money [AT&T]"]),
        ("C++", [f"{RUTH}#money [C++]"]),
        ("#pottery", [f"{THEME} [pottery]", f"{RUTH}#craft [pottery]", f"{JIRINA}#money [pottery]"]),
        ("weaving", [f"{RUTH}#craft [weaving]"]),
        ("don't", [f"{RUTH}#money [don’t]"]),
        ("dont", [f"{RUTH}#money [don’t]"]),
        ("4,000", [f"{RUTH}#money [4,000]", f"{SOLVOR}#money [4000]"]),  # as typed first
        ("4000", [f"{SOLVOR}#money [4000]", f"{RUTH}#money [4,000]"]),
        ("handwritten", [f"{RUTH}#craft [hand-written]"]),
        ('"orchestra jazz"', [f"{RUTH}#start [orchestra, jazz]"]),
        ('"jazz orchestra"', []),
        ("orchestra music", [f"{RUTH}#start [music|orchestra]", f"{IPEK}#start [orchestra|music]"]),
        ("money ruth", [f"{RUTH}#money [Ruth]"]),  # the question and the person
        ("hard to learn", ["questions/craft.html [hard|to|learn]"]),
        ("loom", ["contacts/ruth-amsel.html [Loom]"]),  # an alias
        ("fern", ["contacts/ruth-amsel.html [fern]"]),  # in the log
        ("naïve", [f"{JIRINA}#start [naïve]"]),
        ("facade", [f"{JIRINA}#start [façade]"]),
        ("strasse zoe", [f"{JIRINA}#start [Zoë|straße]"]),
        ("resumé", [f"{IPEK}#start [resumé]", f"{SOLVOR}#start [Resume]"]),
        ("dvorakova", ["contacts/jiřina-dvořáková.html [Dvořáková]", f"{JIRINA} [Dvořáková]"]),
        ("odegard", ["contacts/sølvor-ødegård.html [Ødegård]", f"{SOLVOR} [Ødegård]"]),
        ("isik", ["contacts/i̇pek-işık.html [Işık]", f"{IPEK} [Işık]"]),
        ("银行", [f"{LI}#money [银行] 1 more"]),
        ("abc123", [f"{LI}#money [ＡＢＣ１２３]"]),
        ("المكتبة", [f"{LAYLA}#start [المكتبة]"]),
        ("الخزف", [f"{LAYLA}#start [الخَزَف]"]),  # without the vowel signs
        ("काम", [f"{MIRA}#start [काम]"]),
        ("कुम", ["contacts/मीरा-कुम्हार.html [कुम]", f"{MIRA} [कुम]"]),
        ("чайник", [f"{PETR}#start [чайник]"]),
        ("καφες", [f"{PETR}#start [καφές]"]),
        ("superglue", [f"{IPEK}#start [Su\u00adper\u200bglue]"]),
        ("17 august", [f"{IPEK} []"]),  # the day of the talk
        ("nothing of the kind", []),
    ],
)  # fmt: skip
def test_messy_notes(in_messy: Searching, query: str, found: list[str]) -> None:
    hits = in_messy.find(query)
    assert [f"{unquote(hit.where)} [{'|'.join(hit.marked)}] {hit.more}".strip() for hit in hits] == found


@pytest.mark.parametrize(
    ("query", "first", "count"),
    [
        ("solveig", "Solveig Ødegård: person", "1 person, 1 direction, 1 talk"),
        ("dolezalova", "Jiřina Doležalová: person", "1 person, 1 talk"),
        ("lukasz", "Łukasz Wieczorek: person", ""),
        ("#craft", "#craft: theme", ""),
        ("same path", "Would you take the same path again?: question", ""),
        ("oak", "Tamsin Okonjo-Reeve: 11 Aug 2026", "2 talks, 1 other page"),
        ("tree planting", "Tamsin Okonjo-Reeve: person", ""),
        ("sōta map", "Sōta Minamikawa: person", ""),
        ("garlic", "Łukasz Wieczorek: 7 May 2026", ""),
        ("xylophone", "", "Nothing is found for “xylophone”"),
    ],
)
def test_the_example(in_example: Searching, query: str, first: str, count: str) -> None:
    hits = in_example.find(query)
    assert (f"{hits[0].title}: {hits[0].about.partition(' ·')[0]}" if hits else "").startswith(first)
    assert in_example.told(query).startswith(count)


@pytest.mark.parametrize(
    ("query", "who", "answer"),
    [
        ("hakon", "Håkon Wium Lie", ""),
        ("R&D", "Matthew Borgatti", "#who"),
        ("C++", "Justin Frankel", "#software"),
        ("4,000", "Sabra Botch-Jones", "#hardware"),
        ('"mac mini"', "Scott Jenson", "#hardware"),
        ("emacs", "Lain", "#software"),
        ("moleskine pen", "Sara Hendren", "#hardware"),
        ("toxicologist", "Sabra Botch-Jones", ""),
    ],
)
def test_real_interviews(in_real: Searching, query: str, who: str, answer: str) -> None:
    first = in_real.find(query)[0]
    assert first.title == who
    assert first.where.endswith(answer)


def test_each_talk_is_found_by_its_longest_word(in_example: Searching, example: Path) -> None:
    for note in sorted((example / "journal" / "interviews").glob("*.md")):
        text = note.read_text(encoding="utf-8").rpartition("---")[2]
        said = re.sub(r"\]\([^)]*\)|^#.*$", "", text, flags=re.MULTILINE)
        word = max(re.findall(r"[^\W\d_]+", said), key=len, default="")
        assert not word or any(note.stem in hit.where for hit in in_example.find(word)), (note.stem, word)
