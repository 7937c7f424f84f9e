import datetime as dt
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.days import add_days
from iiv.journal.journal import Journal
from iiv.journal.model import Touchpoint, Verb
from iiv.journal.settings import Settings
from iiv.method.due_states import state
from iiv.method.follow_up import FollowUp, Kind
from iiv.method.rules import RULES, all_follow_ups
from iiv.method.status import status
from iiv.values import replace
from tests.method.journals import DAYS, PEOPLE, PLACE, journals, lines
from tests.method.people import ada, items, status_on, talk

SETTINGS = Settings()


def with_line(journal: Journal, person: str, line: Touchpoint) -> Journal:
    """The journal after one more line in a person's log."""
    contacts = tuple(
        replace(contact, log=(*contact.log, line)) if contact.id == person else contact
        for contact in journal.contacts
    )
    return replace(journal, contacts=contacts)


def staying(journal: Journal) -> dict[str, FollowUp]:
    return {item.contact: item for item in all_follow_ups(journal, SETTINGS) if item.kind == "stay-in-touch"}


def last_day(journal: Journal, person: str) -> dt.date:
    talks = [interview.date for interview in journal.talks if interview.contact == person]
    return max([*talks, *(line.date for line in journal.contacts_by_id[person].log)], default=dt.date.min)


def test_everything_owed_by_date() -> None:
    found = items(ada("2026-04-02 asked"), talk("2026-03-02", "helpfulness: 4", notes="- [ ] send the book"))
    assert [(item.kind, item.channel, str(item.due)) for item in found] == [
        ("thank", "email", "2026-03-03"),
        ("thank", "card", "2026-03-05"),
        ("promise", "", "2026-03-09"),
        ("nudge", "", "2026-04-13"),
        ("stay-in-touch", "", "2026-08-02"),
    ]


def test_an_empty_journal_asks_for_nothing() -> None:
    assert all_follow_ups(Journal(), SETTINGS) == ()


def test_every_kind_has_its_rule() -> None:
    assert sorted(rule.__name__.replace("_", "-") for rule in RULES) == sorted(get_args(Kind))


@given(journals())
def test_no_item_twice(journal: Journal) -> None:
    ids = [item.id for item in all_follow_ups(journal, SETTINGS)]
    assert len(ids) == len(set(ids))
    assert all(
        item.id.startswith(f"{item.contact}/{item.kind}") for item in all_follow_ups(journal, SETTINGS)
    )


@given(journals())
def test_every_item_says_why_and_shows_from_the_day_that_led_to_it(journal: Journal) -> None:
    for item in all_follow_ups(journal, SETTINGS):
        assert item.why.strip()
        assert state(item, item.from_) != "hidden"
        assert state(item, add_days(item.from_, -1)) == "hidden"


@given(journals())
def test_at_most_one_word_in_season_for_each_person(journal: Journal) -> None:
    people = [item.contact for item in all_follow_ups(journal, SETTINGS) if item.kind == "stay-in-touch"]
    assert len(people) == len(set(people))


@given(journals())
def test_a_filed_person_is_not_asked_to_stay_in_touch(journal: Journal) -> None:
    silent = replace(
        journal,
        interviews=tuple(replace(t, next_contact=None, asked_about_me=False) for t in journal.interviews),
        contacts=tuple(replace(contact, next_contact=None) for contact in journal.contacts),
    )
    assert staying(silent) == {}
    assert len([i for i in all_follow_ups(silent, SETTINGS) if i.kind == "thank"]) == len(
        [i for i in all_follow_ups(journal, SETTINGS) if i.kind == "thank"]
    )


@given(journals(), st.sampled_from(PEOPLE), lines())
def test_an_older_line_never_moves_a_date_backwards(journal: Journal, person: str, line: Touchpoint) -> None:
    older = replace(line, date=min(line.date, last_day(journal, person)))
    before = staying(journal).get(person)
    after = staying(with_line(journal, person, older)).get(person)
    if before is None or after is None:
        # The line may keep a date that nothing else asks for, and calls for nothing new.
        assert after is None
    elif journal.contacts_by_id[person].next_contact is None:
        assert after.due == before.due or after.from_ >= before.from_


@given(journals())
def test_logging_the_act_removes_the_item(journal: Journal) -> None:
    for item in all_follow_ups(journal, SETTINGS):
        if item.kind != "promise":
            logged = with_line(journal, item.contact, the_act(journal, item))
            still = {other.id: other.due for other in all_follow_ups(logged, SETTINGS)}
            # Staying in touch is one event that moves on.
            assert item.id not in still or (item.kind == "stay-in-touch" and still[item.id] > item.due)


def the_act(journal: Journal, item: FollowUp) -> Touchpoint:
    """The line that somebody logs who has done what the item asks for."""
    verbs: dict[str, Verb] = {
        "nudge": "nudged",
        "schedule": "scheduled",
        "talk": "cancelled",
        "prepare": "declined",
        "write-up": "declined",
        "thank": "thanked",
        "introduction": "wrote",
        "stay-in-touch": "wrote",
    }
    if item.kind == "thank":
        return Touchpoint(item.from_, "thanked", PLACE, item.channel)  # before the next talk
    today = max(item.due, add_days(item.from_, 1), *(last_day(journal, person) for person in PEOPLE))
    return Touchpoint(today, verbs[item.kind], PLACE, day=today if item.kind == "schedule" else None)


@given(journals(), DAYS)
def test_a_status_on_any_day_agrees_with_what_is_asked_for(journal: Journal, day: dt.date) -> None:
    found = all_follow_ups(journal, SETTINGS)
    for contact in journal.contacts:
        reached = status(contact, journal.talks_by_contact.get(contact.id, ()), SETTINGS)
        kinds = {item.kind for item in found if item.contact == contact.id}
        assert ("schedule" in kinds) == (reached.name == "replied")
        assert "nudge" not in kinds or reached.name in {"asked", "nudged"}
        awake = [item for item in found if item.contact == contact.id and item.kind == "nudge"]
        if any(state(item, day) in {"upcoming", "due", "overdue"} for item in awake):
            assert status_on(reached, day) in {"asked", "nudged"}
