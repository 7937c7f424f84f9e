"""A contact's note says who somebody is and what passed between you."""

import datetime as dt

import pytest

from iiv.journal.parse.fields import is_email
from iiv.journal.parse.log_words import VERBS
from tests.builders import a_journal, problems_of

GRACE = "contacts/grace.md"


def test_everything_a_contact_may_say() -> None:
    reading = a_journal(
        {
            GRACE: """\
            ---
            name: Grace Hopper
            aliases: [Amazing Grace]
            email: grace@example.org
            phone: 0123 456
            role: Admiral
            organization: Navy
            field: computing
            know: a talk she gave
            respect: explains hard things simply
            introduced_by: Ada Lovelace
            next_contact: 2026-09-01
            tags: [computing]
            ---
            Keeps a piece of wire.

            ## Log
            - 2026-02-10 asked by e-mail
            - 2026-02-20 scheduled 2026-03-02 15:00 by video
            - 2026-06-01 wrote by e-mail: sent the article
              on looms

            ## Later
            More.
            """
        }
    )
    assert reading.problems == ()
    grace = reading.journal.contacts_by_id["grace"]
    expected = ("Grace Hopper", "grace@example.org", "0123 456", "Admiral")
    assert (grace.name, grace.email, grace.phone, grace.role) == expected
    assert (grace.introduced_by, grace.next_contact) == ("ada-lovelace", dt.date(2026, 9, 1))
    assert grace.notes == "Keeps a piece of wire.\n\n\n## Later\nMore."
    assert [(t.verb, t.channel, t.note) for t in grace.log] == [
        ("asked", "e-mail", ""),
        ("scheduled", "video", ""),
        ("wrote", "e-mail", "sent the article on looms"),
    ]
    assert (grace.log[1].day, grace.log[1].time) == (dt.date(2026, 3, 2), dt.time(15))
    assert str(grace.log[0].place) == f"journal/{GRACE}:18:1"
    assert reading.journal.contacts_by_id["ada-lovelace"].place is None


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("- 2026-02-30 asked", "bad-date"),
        ("- soon asked", "bad-date"),
        ("- 2026-02-10 aksed", "unknown-verb"),
        ("- 2026-02-10", "unknown-verb"),
        ("- 2026-02-10 asked maybe", "bad-log-line"),
        ("- 2026-02-10 scheduled", "bad-log-line"),
        ("- 2026-02-10 scheduled 2026-02-30", "bad-date"),
        ("- 2026-02-10 scheduled 2026-02-20 25:00", "bad-time"),
        ("she called", "bad-log-line"),
    ],
)
def test_a_log_line_that_cannot_be_read_is_a_problem_and_the_others_stay(line: str, problem: str) -> None:
    files = {GRACE: f"---\nname: Grace\n---\n## Log\n- 2026-01-01 asked\n{line}\n- 2026-03-01 Replied\n"}
    assert problems_of(files) == [f"{GRACE}:6:1: {problem}"]
    assert [t.verb for t in a_journal(files).journal.contacts_by_id["grace"].log] == ["asked", "replied"]


def test_a_second_log_is_a_problem_where_it_begins() -> None:
    log = "## Log\n- 2026-01-01 asked\n\n## More\n\n# log\n- 2026-03-01 replied\n"
    (problem,) = a_journal({GRACE: f"---\nname: Grace\n---\n{log}"}).problems
    assert str(problem) == (
        f"journal/{GRACE}:9:1: repeated-section: `log` stands here a second time; what is below it is read"
        " too (move its lines to the first, on line 4)"
    )


def test_a_verb_close_to_a_known_one_is_hinted_at() -> None:
    (problem,) = a_journal({GRACE: "---\nname: G\n---\n## Log\n- 2026-01-01 aksed\n"}).problems
    assert problem.hint == "did you mean `asked`?"


def test_an_address_that_is_none_is_a_problem_and_kept() -> None:
    reading = a_journal({GRACE: "---\nname: G\nemail: grace at example\n---\n"})
    assert [p.code for p in reading.problems] == ["bad-email"]
    assert reading.journal.contacts_by_id["grace"].email == "grace at example"


@pytest.mark.parametrize(
    "text",
    [
        *("a@b", "a b@example.org", "a@example.org\nBcc: x@example.org", "a@example.org,b@example.org"),
        *("0@[.0", "a@1.2.3.4", ""),
    ],
)
def test_what_is_no_mail_address(text: str) -> None:
    assert not is_email(text)


@pytest.mark.parametrize(
    ("stem", "note", "name"),
    [
        ("grace-hopper", "---\nrole: Admiral\n---\n", "Grace Hopper"),
        ("grace-hopper", "---\nname:\n---\n## Log\n- 2026-01-01 asked\n", "Grace Hopper"),
        ("Grace M. Hopper", "Keeps a piece of wire.\n", "Grace M. Hopper"),
        ("grace", "# Grace **Hopper**\nKeeps a piece of wire.\n", "Grace Hopper"),
        ("grace", "# Log\n- 2026-01-01 asked\n", "Grace"),
        ("grace", "---\nname: Grace H.\n---\n# Another title\n", "Grace H."),
    ],
)
def test_a_contact_without_a_name_takes_its_title_or_the_files_name(stem: str, note: str, name: str) -> None:
    reading = a_journal({f"contacts/{stem}.md": note})
    assert reading.problems == ()
    assert reading.journal.contacts_by_id[stem].name == name


@pytest.mark.parametrize(
    "line",
    [
        "- 2026-02-20 scheduled 2026-03-02 15:00 by video: soon",
        "- 20 February 2026 scheduled March 2, 2026 at 3pm by video: soon",
        "- 20.2.2026: scheduled for 2.3.2026, 15:00 by video: soon",
        "- [[2026-02-20]] Scheduled on [[2026-03-02]] 15:00 by video: soon",
        "- 2026-02-20 - scheduled 2026-03-02 15:00 by video: soon",
        "* 2026\N{EN DASH}02\N{EN DASH}20\N{NO-BREAK SPACE}scheduled 2026-03-02 3 p.m. by video: soon",
        "- 2026-02-20 scheduled 2026-03-02 15:00 by video: soon".replace(" ", "\N{NO-BREAK SPACE}"),
        "• 2026-02-20 9:00 scheduled 2026-03-02 15:00 by video: soon",
    ],
)
def test_the_log_reads_days_and_times_as_people_write_them(line: str) -> None:
    reading = a_journal({GRACE: f"---\nname: Grace\n---\n## Log\n{line}\n"})
    assert reading.problems == ()
    (found,) = reading.journal.contacts_by_id["grace"].log
    expected = (dt.date(2026, 2, 20), "scheduled", dt.date(2026, 3, 2), dt.time(15), "video", "soon")
    assert (found.date, found.verb, found.day, found.time, found.channel, found.note) == expected


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("3/2/2026 asked", "`3/2/2026` may be 3 February or 2 March", "write 2026-02-03 or 2026-03-02"),
        ("2 March asked", "`2 March` has no year", "write year-month-day, as in 2026-03-02"),
        ("2026-02-20 scheduled Friday", "`Friday` is no date", "write the day itself: 2026-02-27"),
        ("2026-02-20 scheduled 9 March", "`9 March` has no year", "did you mean 2026-03-09?"),
        (
            "2026-02-20 wrote the article",
            "what follows `wrote` cannot be read",
            "write `wrote: the article`, or `by` before a channel",
        ),
    ],
)
def test_a_log_line_says_what_to_write_instead(line: str, message: str, hint: str) -> None:
    (problem,) = a_journal({GRACE: f"---\nname: Grace\n---\n## Log\n- {line}\n"}).problems
    assert (problem.message, problem.hint) == (message, hint)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_read_in_any_case(verb: str) -> None:
    line = f"- 2026-02-20 {verb.upper()} 2026-03-02 by video: a word\n"
    reading = a_journal({GRACE: f"---\nname: Grace\n---\n## Log\n{line}"})
    assert reading.problems == ()
    assert [found.verb for found in reading.journal.contacts_by_id["grace"].log] == [verb]


def test_a_dash_may_stand_before_the_note() -> None:
    reading = a_journal({GRACE: "---\nname: G\n---\n## Log\n- 2026-01-01 cancelled \N{EN DASH} a cold\n"})
    assert reading.problems == ()
    assert [line.note for line in reading.journal.contacts_by_id["grace"].log] == ["a cold"]


def test_a_word_for_a_verb_is_hinted_at_and_another_spelling_is_read() -> None:
    (problem,) = a_journal({GRACE: "---\nname: G\n---\n## Log\n- 2026-01-01 e-mailed: hello\n"}).problems
    assert problem.hint == "did you mean `wrote`?"
    reading = a_journal({GRACE: "---\nname: G\n---\n## Log\n- 2026-01-01 canceled\n"})
    assert [line.verb for line in reading.journal.contacts_by_id["grace"].log] == ["cancelled"]


def test_what_letters_and_names_need_is_kept() -> None:
    front = "opening: Your lecture made me ask.\ntone: warm\nnot: [Amit Gupta]"
    reading = a_journal({GRACE: f"---\nname: Grace\n{front}\n---\n"})
    assert reading.problems == ()
    grace = reading.journal.contacts_by_id["grace"]
    expected = ("Your lecture made me ask.", "warm", ("Amit Gupta",))
    assert (grace.opening, grace.tone, grace.not_same) == expected


@pytest.mark.parametrize(
    ("line", "aliases"),
    [
        ("Amazing Grace, Captain Hopper", ("Amazing Grace", "Captain Hopper")),
        ("Hopper, Grace", ("Hopper, Grace",)),
        ("none", ()),
    ],
)
def test_aliases_may_stand_on_one_line(line: str, aliases: tuple[str, ...]) -> None:
    reading = a_journal({GRACE: f"---\nname: Grace Hopper\naliases: {line}\n---\n"})
    assert reading.problems == ()
    assert reading.journal.contacts_by_id["grace"].aliases == aliases


@pytest.mark.parametrize("nobody", ["none", "no", "n/a", "nobody", "-"])
def test_nobody_introduced_them(nobody: str) -> None:
    reading = a_journal({GRACE: f"---\nname: Grace\nintroduced_by: {nobody}\n---\n"})
    assert reading.problems == ()
    assert [contact.id for contact in reading.journal.contacts] == ["grace"]


def test_a_broken_contact_note_still_lets_talks_find_the_person() -> None:
    reading = a_journal(
        {
            GRACE: "---\nname: Grace Hopper\nrole: a: b\n---\n",
            "interviews/x.md": "---\ncontact: Grace Hopper\ndate: 2026-03-02\n---\nnotes\n",
        }
    )
    assert [broken.id for broken in reading.journal.broken] == ["grace"]
    assert [talk.contact for talk in reading.journal.talks] == ["grace"]


def test_a_line_of_the_log_that_cannot_be_read_is_shown_as_it_stands() -> None:
    note = "---\nname: Ada\n---\n## Log\n2026-11-20 14:00 she led me to Xenia\n- 2026-11-21 asked\n"
    (contact,) = a_journal({"contacts/ada.md": note}).journal.contacts
    assert [(one.key, one.text) for one in contact.unread] == [
        ("Log", "2026-11-20 14:00 she led me to Xenia")
    ]
