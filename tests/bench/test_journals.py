from pathlib import Path

from iiv.journal.read.reading import read
from tests.bench.journals import write, write_made
from tests.bench.real import write_real

NOTE = """---
contact: {name}
date: {date}
tags:
- sea
---

### How did you start?

I am {name}. I [sailed][1].

### And what now?

The **same**, slower.

[1]: https://example.org
"""


def some_real_interviews(folder: Path) -> Path:
    for id_, ask in {"start": "How did you start?", "now": "And what now?"}.items():
        write(folder / f"questions/{id_}.md", f'---\nask: "{ask}"\norder: 1\n---\n')
    for name, date in {"Ada Lovelace": "2010-01-31", "Grace Hopper": "2012-05-02"}.items():
        write(folder / f"interviews/{date}.md", NOTE.format(name=name, date=date))
    return folder


def test_a_made_journal_has_all_that_was_asked_for_and_no_problem(tmp_path: Path) -> None:
    found = read(write_made(tmp_path, 60))
    assert found.problems == ()
    assert [len(talk.answers) for talk in found.journal.interviews] == [4] * 60
    assert any(contact.log for contact in found.journal.contacts)
    assert found.journal.me.news


def test_real_interviews_are_multiplied_with_other_people_days_and_words(tmp_path: Path) -> None:
    source = some_real_interviews(tmp_path / "source")
    found = read(write_real(tmp_path / "journal", 7, source))
    talks = found.journal.interviews
    assert found.problems == ()
    assert len({talk.contact for talk in talks}) == len({talk.date for talk in talks}) == len(talks) == 7
    said = [answer.text for talk in talks for answer in talk.answers]
    assert len({*said}) == len(said) >= 14
    assert all(talk.helpfulness for talk in talks)


def test_the_people_of_a_copy_say_their_own_names(tmp_path: Path) -> None:
    write_real(tmp_path / "journal", 4, some_real_interviews(tmp_path / "source"))
    notes = [path.read_text("utf-8") for path in (tmp_path / "journal/journal/interviews").iterdir()]
    assert [text.count("Ada Lovelace") for text in notes].count(2) == 1
    assert [text.count("Ada Lovelace") for text in notes].count(0) == 3
