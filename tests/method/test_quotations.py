"""Every quotation of all talks, and nothing that is none."""

from iiv.method.quotations import quotations
from tests.builders import a_journal

NOTES = {
    "questions/start.md": "---\nask: How did you start?\norder: 1\nformerly: [How did it begin?]\n---\n",
    "questions/end.md": "---\nask: Where will it end?\norder: 2\n---\n",
    "me.md": "---\nname: Nuala Brandt\n---\n",
    "interviews/2026-03-02-ada.md": """\
        ---
        contact: Ada Lovelace
        date: 2026-03-02
        said: “Ask the quiet ones first.”
        ---
        > A block of the notes is no answer.

        ## Where will it end?
        **"In *numbers*."** And then?

        > Ada: It hums.
        > All night.

        > Nuala: Does it?

        > How did it begin?

        ## How did you start?
        **By accident.**
        """,
    "interviews/2026-04-02-ada.md": "---\ncontact: Ada Lovelace\ndate: 2026-04-02\nsaid: In numbers\n---\n"
    '## Where will it end?\n**"In numbers."**\n',
    "interviews/2026-05-02-bob.md": "---\ncontact: Bob\ndate: 2026-05-02\nsaid: none\n---\n## end\nNo.\n",
}


def test_the_newest_talk_stands_first_and_in_it_what_may_go_back() -> None:
    found = [
        (one.text, one.talk.id, one.answer.question if one.answer else "")
        for one in quotations(a_journal(NOTES).journal)
    ]
    assert found == [
        ("In numbers", "2026-04-02-ada", ""),
        ("Ask the quiet ones first.", "2026-03-02-ada", ""),
        ("In numbers.", "2026-03-02-ada", "end"),
        ("It hums. All night.", "2026-03-02-ada", "end"),
    ]
