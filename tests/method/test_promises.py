from iiv.journal.settings import Settings
from iiv.method.rules import all_follow_ups
from tests.builders import a_journal
from tests.method.people import ada, items, talk

TASKS = """
- [ ] send her [the article](https://example.org)
- [x] thank Mary
- [ ] find the book (by 2026-04-01)
"""


def test_an_open_task_is_a_promise_by_its_day_or_in_a_week() -> None:
    found = items(talk("2026-03-02", notes=TASKS), kind="promise")
    assert [(item.id, str(item.due), item.why) for item in found] == [
        (
            "ada-lovelace/promise/2026-03-02-ada/1",
            "2026-03-09",
            "You promised on 2 March 2026: send her the article",
        ),
        (
            "ada-lovelace/promise/2026-03-02-ada/3",
            "2026-04-01",
            "You promised on 2 March 2026: find the book",
        ),
    ]


def test_a_day_that_is_not_read_is_named_beside_the_one_that_counts() -> None:
    reading = a_journal(talk("2026-03-02", notes="- [ ] send it by Friday"))
    (item,) = (one for one in all_follow_ups(reading.journal, Settings()) if one.kind == "promise")
    assert (str(item.due), item.why) == (
        "2026-03-09",
        "You promised on 2 March 2026: send it by Friday (`Friday` is not read as a day: due a week later)",
    )


def test_a_task_in_a_persons_file_counts_from_the_last_contact() -> None:
    (item,) = items(ada("2026-03-02 called", notes="- [ ] send a photograph\n"), kind="promise")
    assert (item.id, str(item.from_), str(item.due)) == ("ada/promise/contact/1", "2026-03-02", "2026-03-09")


def test_a_day_before_the_talk_is_taken_as_it_is() -> None:
    (item,) = items(talk("2026-03-02", notes="- [ ] send it (by 2026-03-01)"), kind="promise")
    assert (str(item.from_), str(item.due), item.why) == ("2026-03-01", "2026-03-01", "You promised: send it")


def test_a_task_without_any_day_is_no_item() -> None:
    assert items(ada(notes="- [ ] send a photograph\n- [x] and a book\n")) == []
