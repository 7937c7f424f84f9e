"""The bank: what is offered to choose from."""

import tomllib
from collections import Counter
from importlib.resources import files

from iiv.journal.bank import STARTERS, bank
from iiv.journal.ids import slug
from iiv.journal.parse.wordings import wording_key
from tests.builders import a_journal

TOPICS = ("Path", "Day to day", "Satisfaction", "Entry", "Field", "Conditions", "Hindsight", "Closing")
IN_ONE_BREATH = 70  # characters: what can be said aloud and understood at once


def test_there_is_a_choice_in_every_topic() -> None:
    topics = Counter(candidate.topic for candidate in bank().values())
    assert tuple(topics) == TOPICS
    assert min(topics.values()) >= 5
    assert topics.total() >= 60


def test_no_id_stands_in_two_topics() -> None:
    text = files("iiv.journal").joinpath("bank.toml").read_text("utf-8")
    written = [id_ for candidates in tomllib.loads(text).values() for id_ in candidates]
    assert len(written) == len(set(written)) == len(bank())


def test_ids_can_be_typed_and_name_a_file() -> None:
    for id_ in bank():
        assert id_ == slug(id_)
        assert id_.isascii()
        assert len(id_) <= 16


def test_no_two_candidates_are_found_by_the_same_words() -> None:
    keys = [wording_key(words) for c in bank().values() for words in (c.id, c.ask, *c.formerly)]
    assert len(keys) == len(set(keys))


def test_a_candidate_can_be_said_aloud_and_says_what_it_is_for() -> None:
    for candidate in bank().values():
        assert candidate.ask.endswith("?")
        assert candidate.ask.count("?") == 1
        assert len(candidate.ask) <= IN_ONE_BREATH
        assert candidate.hint.endswith(".")
        assert wording_key(candidate.hint) != wording_key(candidate.ask)


def test_the_five_starters_ask_what_the_method_asks() -> None:
    assert {id_: bank()[id_].ask for id_ in STARTERS} == {
        "start": "How did you get your start in this work, and why?",
        "satisfying": "What is the most satisfying part of your work?",
        "industry": "What do you like most about working in this industry?",
        "background": "What is your background, and what of it do you still use?",
        "same-path": "Would you take the same path again, why, and what would you change?",
    }


def test_what_the_method_names_is_marked() -> None:
    others = {"challenging", "exciting", "dull-part", "industry-least", "do-differently"}
    assert {candidate.id for candidate in bank().values() if candidate.method} == {*STARTERS, *others}


def test_a_journal_that_asks_the_whole_bank_reads_it_back() -> None:
    notes = {f"questions/{id_}.md": "---\norder: 1\n---\n" for id_ in bank()}
    reading = a_journal(notes)
    assert {problem.code for problem in reading.problems} == {"too-many-questions"}
    assert {question.ask for question in reading.journal.questions} == {c.ask for c in bank().values()}
