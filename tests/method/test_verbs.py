"""The one table of the log's verbs."""

import re
from pathlib import Path
from typing import get_args

import pytest

from iiv.cli.log import log
from iiv.journal.model import Verb
from iiv.journal.parse.log_words import verb_called
from iiv.method.verbs import VERBS, verbs_that
from tests.method.people import ada, adas_status, items, talk

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


def test_every_verb_stands_in_the_table_once() -> None:
    assert tuple(VERBS) == get_args(Verb)
    assert all(meaning.deed and meaning.line for meaning in VERBS.values())


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_told_of(verb: str) -> None:
    assert f"`{verb}`" in README
    assert re.search(rf"\b{verb}\b", log.help or "")


def test_no_other_word_for_a_verb_is_itself_one() -> None:
    assert all(verb_called(verb) == verb for verb in VERBS)


def test_what_is_no_contact_keeps_nobody_in_touch_and_takes_up_nothing() -> None:
    apart = set(VERBS) - verbs_that("is_contact")
    assert apart == {"saw", "note"}
    assert not apart & (verbs_that("keeps_in_touch") | verbs_that("is_outreach") | verbs_that("follows_talk"))


FIXED = "2026-02-20 scheduled 2026-03-02 15:00"


def test_a_talk_that_was_called_off_asks_for_another_day() -> None:
    off = ada(f"2026-02-10 asked\n2026-02-12 replied\n{FIXED}\n2026-02-27 cancelled by phone: a cold")
    assert adas_status(off).name == "replied"
    (item,) = items(off)
    assert (item.kind, str(item.due)) == ("schedule", "2026-03-03")
    assert item.why == "Your talk was called off on 27 February 2026; no day for your talk yet."


def test_a_new_day_after_that_is_prepared_again() -> None:
    again = ada(f"{FIXED}\n2026-02-27 cancelled\n2026-02-28 scheduled 2026-03-09")
    assert adas_status(again).name == "scheduled"
    assert sorted(item.kind for item in items(again)) == ["prepare", "talk", "write-up"]


@pytest.mark.parametrize(
    ("log", "name"),
    [
        ("2026-02-27 cancelled", "replied"),
        ("2026-02-10 asked\n2026-02-27 cancelled", "replied"),
        ("2026-02-10 declined\n2026-02-27 cancelled", "declined"),
        ("2026-02-10 met\n2026-02-27 cancelled", "met"),
    ],
)
def test_cancelled_where_no_talk_was_fixed(log: str, name: str) -> None:
    assert adas_status(ada(log)).name == name


@pytest.mark.parametrize("verb", ["saw", "note"])
def test_what_is_no_contact_ends_nothing(verb: str) -> None:
    line = f"2026-03-20 {verb}: on the radio"
    assert adas_status(ada(line)).name == "idea"
    before = items(ada(), talk("2026-03-02", "helpfulness: 4"))
    assert items(ada(line), talk("2026-03-02", "helpfulness: 4")) == before
    assert items(ada("2026-03-01 asked")) == items(ada(f"2026-03-01 asked\n{line}"))


@pytest.mark.parametrize(
    ("verb", "kinds"), [("saw", ["introduction"]), ("note", ["introduction"]), ("wrote", [])]
)
def test_coming_across_somebody_takes_up_no_introduction(verb: str, kinds: list[str]) -> None:
    offer = talk("2026-03-01", "introductions: Ada Lovelace", contact="Mary Somerville")
    found = items(ada(f"2026-03-20 {verb}"), offer)
    assert [item.kind for item in found if item.contact == "ada"] == kinds
