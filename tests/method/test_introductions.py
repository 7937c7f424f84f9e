from tests.method.people import ada, items, talk

OFFER = talk("2026-03-02", "introductions: [Grace Hopper]")
GRACE = "contacts/grace.md"


def intro(*notes: dict[str, str]) -> list[tuple[str, str, str]]:
    return [(item.contact, str(item.due), item.why) for item in items(*notes, kind="introduction")]


def grace(log: str = "", front_matter: str = "") -> dict[str, str]:
    return {GRACE: f"---\nname: Grace Hopper\n{front_matter}\n---\n## Log\n{log}"}


def test_a_person_offered_is_to_be_written_to_within_a_week() -> None:
    assert intro(ada(), OFFER) == [
        ("grace-hopper", "2026-03-09", "Ada Lovelace offered on 2 March 2026 to introduce you.")
    ]


def test_any_line_or_talk_of_theirs_ends_it() -> None:
    assert intro(ada(), OFFER, grace("- 2026-03-04 asked\n")) == []
    assert not any(
        "offered" in why for *_, why in intro(ada(), OFFER, talk("2026-03-20", contact="Grace Hopper"))
    )


def test_two_offers_of_one_person_ask_once_by_the_newer() -> None:
    second = talk("2026-04-02", "introductions: [Grace Hopper]", contact="Mary Somerville")
    assert [due for _, due, _ in intro(ada(), OFFER, second)] == ["2026-04-09"]


def test_the_introducer_hears_that_you_met() -> None:
    met = talk("2026-03-20", contact="Grace Hopper")
    assert intro(ada(), OFFER, met) == [
        (
            "ada",
            "2026-03-27",
            "You met Grace Hopper on 20 March 2026, thanks to their introduction: tell them.",
        )
    ]


def test_telling_them_ends_it() -> None:
    met = talk("2026-03-20", contact="Grace Hopper")
    for verb in ("wrote", "called", "met"):
        assert intro(ada(f"2026-03-20 {verb}"), OFFER, met) == []
    assert len(intro(ada("2026-03-19 wrote"), OFFER, met)) == 1
    assert len(intro(ada("2026-03-21 heard"), OFFER, met)) == 1
    assert intro(ada(), OFFER, met, talk("2026-03-21")) == []


def test_a_meeting_without_a_note_counts_and_one_before_the_offer_does_not() -> None:
    assert [who for who, *_ in intro(ada(), OFFER, grace("- 2026-03-20 met\n"))] == ["ada"]
    assert intro(ada(), OFFER, grace("- 2026-01-20 met\n")) == []


def test_the_persons_file_says_who_introduced_them() -> None:
    met = talk("2026-03-20", contact="Grace Hopper")
    named = grace(front_matter="introduced_by: Mary Somerville")
    assert [who for who, *_ in intro(ada(), OFFER, named, met)] == ["mary-somerville"]


def test_who_introduced_somebody_is_not_offered_by_them() -> None:
    led_by_grace = ada(front_matter="introduced_by: Grace Hopper")
    assert [(who, due) for who, due, _ in intro(led_by_grace, OFFER)] == [("grace-hopper", "2026-03-09")]
    assert "thanks to their introduction" in intro(led_by_grace, OFFER)[0][2]


def test_nobody_introduces_themselves() -> None:
    assert intro(ada(), talk("2026-03-02", "introductions: [Ada Lovelace]")) == []
    assert (
        intro(grace(front_matter="introduced_by: Grace Hopper"), talk("2026-03-20", contact="Grace Hopper"))
        == []
    )
