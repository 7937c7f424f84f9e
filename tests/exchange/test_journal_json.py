"""A journal as JSON: all of it is there, and a second reader finds it as its schema says."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from iiv.exchange import journal_form
from iiv.exchange.journal_form import journal_schema
from iiv.exchange.journal_json import journal_json
from iiv.journal import directions, model
from iiv.journal.read.reading import read
from tests.builders import a_journal
from tests.conftest import REAL_INTERVIEWS, ROOT

SCHEMA: dict[str, Any] = json.loads(journal_schema())
FULL = {
    "interviews/2026-03-02-ada.md": "---\ncontact: Ada Lovelace\ndate: 2026-03-02 15:00\nhelpfulness: 4\n"
    "next_contact: never\nmood: fine\nthanked: {card: 2026-03-03}\n"
    "answers: {start: By accident., else: Nothing.}\n---\n"
    "- [ ] write (by 2026-03-09)\n",
    "interviews/bad.md": "---\ncontact: [\n",
    "contacts/ada.md": "---\nname: Ada Lovelace\nintroduced_by: Mary Somerville\n---\n## Log\n"
    "- 2026-02-20 scheduled 2026-03-02 15:00 by video\n",
    "questions/start.md": "---\nask: How did you start?\n"
    "formerly: [{ask: Why start?, until: 2026-01-01}]\n---\n",
    "directions/numbers.md": "---\nname: Numbers\npeople: Ada Lovelace\nas_of: 2026-03-02\n"
    "verdicts: [{verdict: try, on: 2026-04-01}]\n"
    "contradicts: [2026-03-02-ada#start, 2026-03-03-bob#start]\n---\n",
    "interviews/2026-03-03-bob.md": "---\ncontact: Bob\ndate: 2026-03-03\nanswers: {start: No.}\n---\n",
    "me.md": "---\nname: Clara\n---\n## News\n- 2026-05-01 I moved.\n",
}


def test_what_notes_say() -> None:
    whole = json.loads(journal_json(a_journal(FULL).journal))
    talk = whole["talks"][0]
    assert (talk["date"], talk["time"], talk["next_contact"]) == ("2026-03-02", "15:00", "never")
    expected = [("start", True, "By accident."), ("else", False, "Nothing.")]
    assert [(answer["question"], answer["known"], answer["text"]) for answer in talk["answers"]] == expected
    assert talk["not_understood"] == [{"key": "mood", "text": "fine"}]
    assert talk["promises"] == [{"text": "write", "by": "2026-03-09", "done": False}]
    ada, _, mary = whole["people"]
    assert (ada["path"], ada["introduced_by"], mary["path"]) == ("journal/contacts/ada.md", mary["id"], None)
    assert ada["log"] == [
        {
            "date": "2026-02-20",
            "verb": "scheduled",
            "channel": "video",
            "day": "2026-03-02",
            "time": "15:00",
            "note": "",
        }
    ]
    assert [note["path"] for note in whole["unreadable"]] == ["journal/interviews/bad.md"]
    (direction,) = whole["directions"]
    assert direction["verdicts"] == [{"verdict": "try", "date": "2026-04-01", "why": ""}]
    assert direction["contradicts"] == [
        {
            "one": {"talk": "2026-03-02-ada", "question": "start"},
            "other": {"talk": "2026-03-03-bob", "question": "start"},
        }
    ]
    assert whole["me"]["news"] == [{"date": "2026-05-01", "text": "I moved."}]


@pytest.mark.parametrize("root", [ROOT, REAL_INTERVIEWS, None], ids=["example", "real", "full"])
def test_it_is_as_the_schema_says(root: Path | None) -> None:
    if root and not root.exists():
        pytest.skip("no ../shared here")
    journal = (read(root) if root else a_journal(FULL)).journal
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(journal_json(journal)))
    assert journal_json(journal) == journal_json(journal)


def test_the_schema_refuses_what_is_not_so() -> None:
    whole = json.loads(journal_json(a_journal(FULL).journal))
    whole["talks"][0]["helpfulness"] = 6
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(whole)


# What has another name in JSON, or is told by another key.
NAMES = {"place": "path", "unknown_answers": "answers", "unread": "not_understood"}
TOLD = {"Question": {"retired": "state", "shortlist": "state"}, "Verdict": {"name": "verdict", "on": "date"}}


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (model.Interview, journal_form.Talk),
        (model.Contact, journal_form.Person),
        (model.Question, journal_form.Question),
        (directions.Direction, journal_form.Direction),
        (directions.Verdict, journal_form.Verdict),
        (model.AnswerRef, journal_form.AnswerId),
        (model.Me, journal_form.Me),
        (model.Touchpoint, journal_form.LogLine),
        (model.Promise, journal_form.Task),
    ],
)
def test_nothing_that_is_known_is_left_out(known: Any, told: Any) -> None:  # noqa: ANN401 - classes of two kinds
    names = NAMES | TOLD.get(told.__name__, {})
    fields = {names.get(name, name) for name in known.__struct_fields__}
    # Where a log line or a task stands, and what was not read as its day, is said by the problem about it.
    assert fields - {"path", "unread_day"} <= set(told.__struct_encode_fields__)
