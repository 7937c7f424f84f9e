from iiv.method.movement import movement
from tests.method.people import journal, talk


def test_what_moved_in_order_of_time() -> None:
    written = journal(
        talk("2026-04-02", "interest: 5", contact="Grace Hopper"),
        talk("2026-03-02", "interest: 2\nshift: I had never thought of teaching it."),
        talk("2026-05-02", "shift: Not in a city.", contact="Mary Somerville"),
        talk("2026-06-02", "interest: 4", contact="Anne Lister"),
        talk("2026-07-02", contact="Caroline Herschel"),
    )

    assert [(change.interview.id, change.change) for change in movement(written)] == [
        ("2026-03-02-ada", None),
        ("2026-04-02-grace", 3),
        ("2026-05-02-mary", None),
        ("2026-06-02-anne", -1),
    ]


def test_nothing_noted() -> None:
    assert movement(journal(talk("2026-03-02"))) == ()
