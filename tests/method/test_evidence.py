"""What was concluded from an answer is found where the answer stands."""

from iiv.method.evidence import conclusions, opposed
from tests.builders import a_journal

TALK = "---\ncontact: {0}\ndate: 2026-03-02\n---\n## start\nYes.\n"
NOTES = {
    "questions/start.md": "---\nask: How did you start?\n---\nSee [[with-ada#start]], and [[Ada]].\n",
    "interviews/with-ada.md": TALK.format("Ada"),
    "interviews/with-bob.md": TALK.format("Bob").replace("03-02", "04-02"),
    "directions/trees.md": "---\nname: Trees\ncontradicts: [with-ada#start, with-bob#start]\n---\n"
    "[[interviews/with-ada.md#How did you start?|she]], [[with-ada#start]], [[with-ada#end]], [[with-ada]],"
    " `[[with-bob#start]]`.\n",
}


def test_each_text_that_links_to_an_answer_counts_once() -> None:
    found = conclusions(a_journal(NOTES).journal)
    assert {key: [(ref.kind, ref.id) for ref in refs] for key, refs in found.items()} == {
        ("with-ada", "start"): [("question", "start"), ("direction", "trees")]
    }


def test_each_of_two_answers_stands_against_the_other() -> None:
    assert opposed(a_journal(NOTES).journal) == {
        ("with-ada", "start"): (("with-bob", "start"),),
        ("with-bob", "start"): (("with-ada", "start"),),
    }
