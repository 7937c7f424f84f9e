"""Front matter as people write it: keys, lists, numbers, yes and no, and what could not be understood."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.model import Contact, Interview, Never, Question
from iiv.journal.parse import contacts, interviews, me, questions
from iiv.journal.parse.keys import EDITORS_OWN, hint_for, key_form, meant_by
from iiv.journal.problems import Problem
from tests.builders import a_journal, an_interview

TALK = "interviews/a.md"


def the_talk(front: str, body: str = "Notes.") -> Interview:
    """A talk with these lines in its front matter, in which nothing is wrong."""
    reading = a_journal({TALK: f"---\ncontact: Ada Lovelace\ndate: 2026-03-02\n{front}\n---\n{body}\n"})
    assert reading.problems == ()
    (talk,) = reading.journal.interviews
    return talk


def the_problem(front: str) -> Problem:
    """The one problem of a talk with these lines in its front matter."""
    reading = a_journal({TALK: f"---\ncontact: Ada Lovelace\ndate: 2026-03-02\n{front}\n---\nNotes.\n"})
    (problem,) = reading.problems
    assert len(reading.journal.interviews) == 1
    return problem


@pytest.mark.parametrize(
    "key",
    [
        *("asked_about_me", "Asked_About_Me", "ASKED ABOUT ME", "asked-about-me"),
        "Asked\N{NO-BREAK SPACE}about me",
    ],
)
def test_keys_are_read_in_any_case_with_anything_between_their_words(key: str) -> None:
    assert the_talk(f"{key}: yes").asked_about_me is True


def test_a_key_in_two_spellings_stands_there_twice() -> None:
    assert the_problem("Tags: a\ntags: b").code == "repeated-key"


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("helpfull: 4", "did you mean `helpfulness`?"),
        ("company: Engines", "did you mean `organization`?"),
        ("follow-up: 2026-06-01", "did you mean `next_contact`?"),
        ("name: Ada", "did you mean `contact`?"),
        ("notes: she was kind", "write it below the front matter, as text"),
        ("next steps: call", "write tasks below the front matter, as `- [ ] what to do (by 2026-03-09)`"),
        ("zzz: 1", "the nearest keys are `organization`, `contact` and `date`"),
    ],
)
def test_an_unknown_key_names_the_one_meant_or_the_nearest(typed: str, hint: str) -> None:
    problem = the_problem(typed)
    assert (problem.code, problem.severity, problem.hint) == ("unknown-key", "warning", hint)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("company", "organization"),
        ("title", "role"),
        ("e-mail", "email"),
        ("phone number", "phone"),
        ("full name", "name"),
        ("nickname", "aliases"),
        ("referred by", "introduced_by"),
    ],
)
def test_well_known_words_for_a_persons_keys_are_named(typed: str, meant: str) -> None:
    reading = a_journal({"contacts/ada.md": f"---\n{typed}: Something\n---\n"})
    assert [(p.code, p.hint) for p in reading.problems] == [("unknown-key", f"did you mean `{meant}`?")]


@pytest.mark.parametrize("key", ["cssclasses", "aliases", "created", "up", "title", "publish", "modified"])
@pytest.mark.parametrize("folder", ["interviews", "questions"])
def test_what_editors_write_by_themselves_is_no_problem(key: str, folder: str) -> None:
    head = "contact: Ada\ndate: 2026-03-02" if folder == "interviews" else "ask: Why?"
    assert a_journal({f"{folder}/a.md": f"---\n{head}\n{key}: something\n---\nNotes.\n"}).problems == ()


def test_a_missing_key_that_is_there_in_another_spelling_is_one_fault() -> None:
    reading = a_journal({TALK: "---\nwho: Ada\ndate: 2026-03-02\n---\nNotes.\n"})
    (problem,) = reading.problems
    assert (problem.code, problem.severity) == ("missing-contact", "error")
    assert (problem.hint, str(problem.place)) == ("did you mean `contact`?", f"journal/{TALK}:2:1")


@pytest.mark.parametrize("known", [contacts.KEYS, interviews.KEYS, me.KEYS, questions.KEYS])
def test_a_synonym_is_no_key_itself_and_leads_to_one(known: tuple[str, ...]) -> None:
    for word in ("company", "rating", "who", "mail", "job", "wording", "themes"):
        if word not in known:
            assert set(meant_by(word, known)) <= set(known)
            assert hint_for(word, known)
    assert set(map(key_form, known)) == set(known)


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("tags: math, people", ("math", "people")),
        ("tags: math; people", ("math", "people")),
        ('tags: "#math #people"', ("math", "people")),
        ("tags: #math #people", ("math", "people")),
        ('tags: ["#math", people]', ("math", "people")),
        ("tags: #math, #people", ("math", "people")),
        ("tags: two words, people", ("two words", "people")),
        ("tags:\n  - math\n  - people", ("math", "people")),
        ("tags: math, 'two, words'", ("math", "'two", "words'")),
        ('tags: math, "people"', ("math", "people")),
        ("tags: none", ()),
        ("tags: [none]", ()),
    ],
)
def test_a_list_may_stand_on_one_line(line: str, tags: tuple[str, ...]) -> None:
    assert the_talk(line).tags == tags


@pytest.mark.parametrize(
    "nothing", ["none", "None.", "no", "-", "--", "n/a", "N/A", "nobody", "no one", '"-"', "[]", ""]
)
def test_nothing_is_an_empty_list(nothing: str) -> None:
    talk = the_talk(f"introductions: {nothing}\nhelp: {nothing}")
    assert (talk.introductions, talk.help) == ((), ())


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        *((text, True) for text in ("yes", "Yes.", "Y", "true", "TRUE", "ja", "1", "✓", "✅", "on")),
        *((text, False) for text in ("no", "No.", "N", "false", "nein", "0", "✗", "off")),
    ],
)
def test_yes_and_no_in_any_usual_form(text: str, *, asked: bool) -> None:
    assert the_talk(f"asked_about_me: {text}").asked_about_me is asked


@pytest.mark.parametrize("text", ["4", "four", "Four", "4 stars", "★★★★", "★★★★☆", "⭐⭐⭐⭐", "4.0", "４"])
def test_a_rating_in_any_usual_form(text: str) -> None:
    assert the_talk(f"helpfulness: {text}\ninterest: {text}").helpfulness == 4


@pytest.mark.parametrize(
    "text", ["75", "75 min", "75 minutes", "75 mins.", "75'", "1 h 15", "1 hour 15 minutes", "1h15m"]
)
def test_minutes_in_any_usual_form(text: str) -> None:
    assert the_talk(f"minutes: {text}").minutes == 75


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("interest: 3/5", "write `interest: 3`"),
        ("helpfulness: 4 out of 5", "write `helpfulness: 4`"),
        ("helpfulness: 3.5", "write `helpfulness: 3` or `helpfulness: 4`"),
        ("helpfulness: 3-4", "write `helpfulness: 3` or `helpfulness: 4`"),
        ("helpfulness: 4+", "write `helpfulness: 4`"),
        ("helpfulness: 4/5 (great)", "write `helpfulness: 4`"),
        ("helpfulness: 4 (great)", "write `helpfulness: 4`"),
        ("helpfulness: 8/10", "write a number from 1 to 5, or leave it empty"),
        ("helpfulness: 6", "write a number from 1 to 5, or leave it empty"),
        ("helpfulness: very", "write a number from 1 to 5, or leave it empty"),
        ("minutes: about 40", "write `minutes: 40`"),
        ("minutes: 0", "write a number from 1 to 999, or leave it empty"),
        ("asked_about_me: yes, a lot", "write yes here, and the rest below"),
        ("asked_about_me: no idea?", "write yes or no"),
        ("asked_about_me: hardly", "write yes or no"),
        ("next_contact: none", "write `never`, or leave it empty"),
        ("next_contact: in 3 months", "write the day itself: 2026-06-02"),
        ("next_contact: 1/6/2026", "write 2026-06-01 or 2026-01-06"),
        ("thanked: {email: tomorrow}", "write the day itself: 2026-03-03"),
    ],
)
def test_a_wrong_value_is_never_offered_as_a_right_one(line: str, hint: str) -> None:
    assert the_problem(line).hint == hint


def test_dates_stand_in_every_usual_form() -> None:
    talk = the_talk("next_contact: June 1st, 2026\nthanked: {email: 3.3.2026, card: 5 Mar 2026}")
    assert talk.next_contact == dt.date(2026, 6, 1)
    assert [line.date.day for line in talk.thanked] == [3, 5]
    assert the_talk("next_contact: Never").next_contact is Never.NEVER


def test_scalars_stay_as_typed() -> None:
    talk = the_talk("role: no\norganization: 0123\nfield: 12:30\nshift: 2026-02-30")
    assert (talk.role, talk.organization, talk.field, talk.shift) == ("no", "0123", "12:30", "2026-02-30")


def test_what_is_left_after_a_talk_is_kept() -> None:
    talk = the_talk("said: Ask the quiet ones.\nfits: The pace.\ndoubt: The pay.")
    assert (talk.said, talk.fits, talk.doubt) == ("Ask the quiet ones.", "The pace.", "The pay.")


@pytest.mark.parametrize(
    ("answers", "texts"),
    [
        ("answers:\n  - start: By chance.\n  - satisfying: People.", ["By chance.", "People."]),
        ("answers: [{start: By chance.}, {satisfying: People.}]", ["By chance.", "People."]),
        ("Answers:\n  start:\n    - By chance.\n    - Then on.", ["- By chance.\n- Then on."]),
    ],
)
def test_answers_may_be_a_list(answers: str, texts: list[str]) -> None:
    assert [answer.text for answer in the_talk(answers).answers] == texts


def test_hard_spaces_are_read_as_meant_and_named() -> None:
    note = (
        "---\ncontact:\N{NO-BREAK SPACE}Ada\ndate: 2026-03-02\n"
        "answers:\n\N{NO-BREAK SPACE} \N{NO-BREAK SPACE} start: By chance\n---\n"
    )
    reading = a_journal({TALK: note})
    assert [(p.place.line, p.code) for p in reading.problems] == [(2, "hard-space")]
    assert [(a.question, a.text) for a in reading.journal.talks[0].answers] == [("start", "By chance")]


def test_a_lone_dash_says_nothing() -> None:
    talk = the_talk("introductions: -\nhelp: -\nshift: |\n  left: -\n  right")
    assert (talk.introductions, talk.help, talk.shift) == ((), (), "left: -\nright")


def test_what_stands_under_an_unknown_key_is_kept() -> None:
    talk = an_interview("---\ncontact: Ada\ndate: 2026-03-02\nanswer:\n  start: |\n    By chance.\n\n---\n")
    assert [(one.key, one.text) for one in talk.unread] == [("answer", "start: By chance.")]
    assert not talk.prepared


@pytest.mark.parametrize(
    ("value", "prepared"),
    [
        ("two words", True),
        ("one two three four five six seven eight nine ten eleven twelve", True),
        ("one two three four five six seven eight nine ten eleven twelve thirteen", False),
        ("|\n  By chance.", False),
        ("{deeper: [one two three four five six seven eight nine ten eleven twelve thirteen]}", False),
        ("[one, two, three]", True),
    ],
)
def test_many_words_under_an_unknown_key_make_a_note_a_talk(value: str, *, prepared: bool) -> None:
    talk = an_interview(f"---\ncontact: Ada\ndate: 2026-03-02\nmood: {value}\n---\n")
    assert talk.prepared is prepared


@pytest.mark.parametrize(
    "line",
    [
        "thanked: by mail at once",
        "helpfulness: rather a lot",
        "answers: She laughed",
        "tags: {a: b}",
        "next_contact: soon",
    ],
)
def test_a_value_that_cannot_be_read_is_kept_too(line: str) -> None:
    (unread,) = an_interview(f"---\ncontact: Ada\ndate: 2026-03-02\n{line}\n---\nNotes.\n").unread
    key, _, value = line.partition(": ")
    assert (unread.key, unread.text) == (key, value.strip("{}"))


WORDS = st.lists(st.from_regex(r"[a-z]{3,9}", fullmatch=True), min_size=1, max_size=20, unique=True)
SHAPES = st.sampled_from(
    ("{}", "[{}]", "{{deep: {}}}", "[[{}]]", '"{}"', "|\n  {}", ">\n  {}", "\n  - {}\n  - more")
)


@given(WORDS, SHAPES, st.sampled_from(("zzz", "Answer", "my key", "e-mail 2")))
def test_every_word_under_an_unknown_key_is_kept(words: list[str], shape: str, key: str) -> None:
    for folder, head in (
        ("interviews", "contact: Ada\ndate: 2026-03-02\n"),
        ("contacts", ""),
        ("questions", "ask: Why?\n"),
    ):
        note = f"---\n{head}{key}: {shape.format(' '.join(words))}\n---\n"
        journal = a_journal({f"{folder}/x.md": note}).journal
        owners: tuple[Interview | Contact | Question, ...]
        owners = (*journal.interviews, *journal.contacts, *journal.questions)
        (unread,) = [one for owner in owners for one in owner.unread]
        assert unread.key == key
        assert set(words) <= set(unread.text.replace("[", " ").replace("]", " ").split())


FRONT = st.text(st.sampled_from("contaderswp:-[]{}#|>'\"\n ,&*!/0123456789\N{NO-BREAK SPACE}☐"), max_size=80)


@given(FRONT | st.text(max_size=60))
def test_no_front_matter_raises(front: str) -> None:
    for folder in ("interviews", "contacts", "questions"):
        a_journal({f"{folder}/x.md": f"---\n{front}\n---\nwords\n"})


def test_no_key_of_ours_is_an_editors_in_the_same_note() -> None:
    assert not EDITORS_OWN & (set(interviews.KEYS) - {"tags"})
