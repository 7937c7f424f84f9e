"""What stands behind `[label]:` is a link's target only if it looks like one."""

from iiv.journal.parse.gist import gist
from iiv.journal.parse.markup import definitions, says_nothing, without_strays
from tests.builders import a_journal, an_interview

TRANSCRIPT = """\
    ---
    contact: Ada Lovelace
    date: 2026-03-02
    ---
    ## start
    [Me]: Accident?
    [Ada]: Absolutely

    ## satisfying
    [Ada]: Teaching
    """
QUESTIONS = {
    f"questions/{id_}.md": f"---\nask: What of {id_}, then?\n---\n" for id_ in ("start", "satisfying")
}


def test_every_line_of_a_transcript_stays_where_it_stands() -> None:
    reading = a_journal({"interviews/2026-03-02-ada.md": TRANSCRIPT, **QUESTIONS})
    assert reading.problems == ()
    (talk,) = reading.journal.interviews
    expected = ["[Me]: Accident?\n[Ada]: Absolutely", "[Ada]: Teaching"]
    assert [answer.text for answer in talk.answers] == expected
    assert talk.definitions == ()


def test_a_line_that_leads_nowhere_is_no_definition() -> None:
    assert definitions("[Ada]: yes\n[00:12]: hello\n[Me]:\n[x]: https://example.org is good") == ()
    assert [one.label for one in definitions("[x]: ../a.md\n[^1]: yes\n[y]: example.org 'On looms'")] == [
        "x",
        "^1",
        "y",
    ]


def test_it_says_something_and_may_be_the_gist() -> None:
    assert not says_nothing("[Ada]: yes")
    assert gist("[Ada]: Yes. Twice.") == "[Ada]: Yes."
    assert without_strays("[Ada]: yes", {"ada": 2}) == "[Ada]: yes"


def test_a_file_that_is_not_there_is_still_pointed_out() -> None:
    note = "---\ncontact: Ada\ndate: 2026-03-02\n---\n[Ada]: yes\n\n[looms]: looms.pdf\n"
    assert [problem.code for problem in a_journal({"interviews/a.md": note}).problems] == ["broken-link"]
    assert an_interview(note).notes.startswith("[Ada]: yes")
