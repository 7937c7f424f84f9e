"""What pages show of notes that are broken, copied, in conflict or not understood."""

from urllib.parse import quote

import pytest

from iiv.site import addresses
from tests.site.pages.test_pages import BROKEN, pages_of
from tests.site.sites import NOTES


def test_a_broken_note_shows_its_problem_and_its_text() -> None:
    made = pages_of(BROKEN)
    for address in ("interviews/bad.html", "contacts/bad.html", "questions/bad.html"):
        assert "1 problem in this file" in made[address] or "problems in this file" in made[address]
    assert "&#10;&#10;&lt;div&gt;" in made["interviews/bad.html"]
    assert "Words" in made["contacts/bad.html"]
    assert "Words" in made["questions/bad.html"]


def test_a_copy_shows_what_differs_from_its_note_and_all_of_it() -> None:
    note = "---\ncontact: Ada\ndate: 2026-03-02\n---\nShe said <b>yes</b>.\n"
    files = {
        "interviews/a.md": note,
        "interviews/a (conflicted copy 2026-03-03).md": note.replace("yes", "no"),
        "contacts/ada.md": "---\nname: Ada\n---\n",
        "contacts/ada (conflicted copy 2026-03-03).md": "---\nname: Ada\n---\n",
    }
    made = pages_of(files)
    talk = next(page for address, page in made.items() if address.startswith("interviews/a (conflicted"))
    assert '<a href="a.html"><code>journal/interviews/a.md</code></a>' in talk
    assert 'aria-label="Only in this copy"><code>She said &lt;b&gt;no&lt;/b&gt;.</code>' in talk
    assert 'aria-label="Only in the note"><code>She said &lt;b&gt;yes&lt;/b&gt;.</code>' in talk
    person = next(page for address, page in made.items() if address.startswith("contacts/ada (conflicted"))
    assert "both say the same" in person
    for address in (address for address in made if "conflicted" in address):
        assert f'href="{quote(address)}"' in made[addresses.PROBLEMS]


def test_a_copy_of_me_stands_among_the_problems_with_what_differs() -> None:
    page = pages_of({"me.md": "I plan.\n", "me (1).md": "I plan.\nAnd draw.\n"})[addresses.PROBLEMS]
    assert 'aria-label="Only in this copy"><code>And draw.</code>' in page
    assert "Only in the note" not in page


@pytest.mark.parametrize("path", ["contacts/ada.md", "interviews/b.md"])
def test_while_a_note_on_somebody_is_in_conflict_their_page_says_why_nothing_is_asked(path: str) -> None:
    conflict = "<<<<<<< HEAD\nname: Ada\ncontact: Ada\n=======\nname: Ada\ncontact: Ada\n>>>>>>> theirs\n"
    files = {
        "interviews/a.md": "---\ncontact: Ada\ndate: 2026-03-02\n---\nHm.\n",
        path: f"---\n{conflict}---\n",
    }
    page = pages_of(files)["contacts/ada.html"]
    assert "Nothing is asked of you here while two versions of a note stand in each other" in page
    assert '<a href="../problems.html">' in page
    assert "Nothing is open" not in page


def test_what_could_not_be_understood_stands_on_the_notes_page() -> None:
    odd = "mood: <b>uneasy</b> & {{ x }}\nwhy:\n  - first\n  - second\n"
    pages = pages_of(
        {
            "interviews/a.md": f"---\ncontact: Ada\ndate: 2026-03-02\nminutes: a while\n{odd}---\nNotes.\n",
            "contacts/ada.md": f"---\nname: Ada\n{odd}---\n",
            "questions/start.md": f"---\nask: Why?\n{odd}---\n",
        }
    )
    for address in ("interviews/a.html", "contacts/ada.html", "questions/start.html"):
        assert "Not understood" in pages[address]
        assert "mood: &lt;b&gt;uneasy&lt;/b&gt; &amp;" in pages[address]
        assert "<b>uneasy" not in pages[address]
        assert "second" in pages[address]
    assert "minutes: a while" in pages["interviews/a.html"]


def test_a_note_that_is_understood_says_nothing_of_it() -> None:
    assert not [address for address, page in pages_of(NOTES).items() if "Not understood" in page]


def test_what_stands_under_an_editors_key_is_shown_apart_and_what_it_needs_itself_not_at_all() -> None:
    keys = "title: On looms\ncssclasses: [wide]\ncreated: 2026-03-02\nmood: calm"
    files = {
        "interviews/ada.md": f"---\ncontact: Ada\ndate: 2026-03-02\n{keys}\n---\nWords.\n",
        "contacts/ada.md": f"---\nname: Ada\n{keys.replace('title', 'description')}\n---\n",
        "questions/start.md": f"---\nask: How did you start?\n{keys}\n---\n",
    }
    pages = pages_of(files)
    for address in ("interviews/ada.html", "contacts/ada.html", "questions/start.html"):
        unknown, _, also = pages[address].partition('<h2 id="also-there">Also in the file</h2>')
        assert "mood: calm" in unknown.partition('<h2 id="not-understood">')[2]
        assert ": On looms" in also
        assert "cssclasses" not in pages[address]
        assert "created" not in pages[address]
