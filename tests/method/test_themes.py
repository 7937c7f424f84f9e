from iiv.method.themes import spellings, themes
from tests.builders import a_journal
from tests.method.people import journal, talk

QUESTION = {"questions/start.md": "---\nask: How did you begin?\n---\n"}


def test_where_each_theme_stands() -> None:
    written = journal(
        QUESTION,
        talk("2026-03-02", notes="A #craft.\n\n## start\nOf #craft and #luck. Again #craft."),
        talk("2026-04-02", contact="Grace Hopper", notes="## start\n#Mathematics, #luck and #craft."),
    )
    craft, luck, maths = themes(written)

    assert (craft.name, len(craft.places), craft.people, craft.questions) == ("craft", 3, 2, 1)
    expected = [("2026-03-02-ada", True), ("2026-03-02-ada", False), ("2026-04-02-grace", True)]
    assert [(place.interview.id, bool(place.answer)) for place in craft.places] == expected
    assert (luck.name, maths.name) == ("luck", "Mathematics")


def test_which_go_together() -> None:
    written = journal(
        QUESTION,
        talk("2026-03-02", notes="Much #money.\n\n## start\nOf #craft and #luck."),
        talk("2026-04-02", contact="Grace Hopper", notes="## start\n#luck and #craft."),
    )
    by_name = {theme.name: theme for theme in themes(written)}

    assert by_name["craft"].beside == (("luck", 2),)
    assert by_name["craft"].in_talks == (("luck", 2), ("money", 1))
    assert by_name["money"].beside == ()


def test_an_answer_to_an_unknown_question_has_themes_too() -> None:
    answers = {"interviews/x.md": "---\ncontact: Ada\ndate: 2026-03-02\nanswers: {other: 'A #craft'}\n---\n"}
    (craft,) = themes(a_journal(QUESTION | answers).journal)
    assert craft.places[0].answer is not None


def test_themes_that_look_like_one_are_grouped_not_merged() -> None:
    notes = {"interviews/x.md": "---\ncontact: Ada\ndate: 2026-03-02\n---\n#Craft, #money and #craft.\n"}
    found = themes(a_journal(notes).journal)
    assert [theme.name for theme in found] == ["Craft", "craft", "money"]
    assert [[theme.name for theme in group] for group in spellings(found)] == [["Craft", "craft"]]


def test_no_theme() -> None:
    assert themes(journal(talk("2026-03-02"))) == ()
