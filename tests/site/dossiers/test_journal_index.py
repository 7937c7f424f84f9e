"""An excerpt says of a person all that the whole journal does."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iiv.exchange.letters import KINDS, LetterTemplates, draft
from iiv.journal.read.reading import Reading
from iiv.method.history import history_of
from iiv.method.status import status
from iiv.site.dossiers.letter_kinds import reached_with, sensible
from tests.builders import a_journal
from tests.site.changes import changed, readings
from tests.site.sites import NOTES, NOWHERE, an_index


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_letters_and_stories_from_an_excerpt_are_those_from_the_whole_journal(data: st.DataObject) -> None:
    reading: Reading = data.draw(changed(data.draw(readings())))
    index, templates, whole = an_index(reading), LetterTemplates(NOWHERE), reading.journal
    for contact in whole.contacts:
        excerpt = index.excerpt(contact).value
        journal = excerpt.journal
        assert excerpt.contact == contact
        assert reached_with(journal, contact) == reached_with(whole, contact)
        assert sensible(journal, contact) == sensible(whole, contact)
        assert history_of(journal, contact).events == history_of(whole, contact).events
        talks = whole.talks_by_contact.get(contact.id, ())
        assert status(contact, journal.talks_by_contact.get(contact.id, ()), reading.settings) == status(
            contact, talks, reading.settings
        )
        for kind in KINDS:
            assert draft(kind, contact, journal, reading.settings, templates) == draft(
                kind, contact, whole, reading.settings, templates
            )


def test_a_letter_from_an_excerpt_quotes_no_question() -> None:
    answer = "answers:\n  start: |\n    > How was it?\n    > Bad.\n"
    talk = f"---\ncontact: Ada\ndate: 2026-03-02\n{answer}---\n"
    questions = {
        "questions/how.md": "---\nask: How was it?\n---\n",
        "questions/start.md": "---\nask: What then?\n---\n",
    }
    reading = a_journal({"interviews/a.md": talk, **questions})
    excerpt = an_index(reading).excerpt(reading.journal.contacts[0]).value
    thanks = draft("thank", excerpt.contact, excerpt.journal, reading.settings, LetterTemplates(NOWHERE))
    assert "Bad" not in thanks.body


def test_an_excerpt_holds_nothing_of_what_others_said() -> None:
    index = an_index(a_journal(NOTES))
    excerpt = index.excerpt(index.journal.contacts_by_id["grace-hopper"]).value
    assert "In a clock." in repr(excerpt)
    for words in ("By accident", "craft and people", "Analyst", "Likes looms", "birthday"):
        assert words not in repr(excerpt)


def test_what_two_pages_share_is_worked_out_once() -> None:
    index = an_index(a_journal(NOTES))
    (talk, _) = index.journal.talks
    ada = index.journal.contacts_by_id["ada-lovelace"]
    assert index.face(ada.id) is index.face(ada.id)
    assert index.talk(talk) is index.talk(talk)
    assert index.excerpt(ada) is index.excerpt(ada)


def test_notes_and_offers_stand_by_person() -> None:
    index = an_index(a_journal(NOTES))
    ada, grace = (index.journal.contacts_by_id[id_] for id_ in ("ada-lovelace", "grace-hopper"))
    assert [note.id for note in index.notes_on(ada)] == ["2026-03-02-ada"]
    assert [note.id for note in index.offers_of(grace)] == ["2026-03-02-ada"]
    assert index.offers_of(ada) == ()
    assert index.introduced_by(ada) == ("grace-hopper",)
    assert index.introduced_by(grace) == ()
