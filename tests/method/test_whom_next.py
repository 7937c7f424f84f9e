from iiv.method.statistics.requests import Replies, asking
from iiv.method.whom_next import WhomNext, replies_said, whom_next
from tests.method.people import talk
from tests.method.statistics.journey import JOURNEY, people_of, person

LIST = (
    person("Tom Q", front_matter="field: film"),
    person("Ann Q", front_matter="know: the choir\nfield: Trees"),
    person("Ben Q", front_matter="know: the choir"),
    person("Cy Q", front_matter="know: the choir\nfield: film"),
)


def next_of(*notes: dict[str, str]) -> WhomNext:
    people = people_of(*JOURNEY, *notes)
    return whom_next(people, asking(people))


def test_introduced_ones_first_then_those_one_knows_and_a_field_of_one_voice_before_others() -> None:
    assert [(one.contact, one.route, one.why) for one in next_of(*LIST).candidates] == [
        (
            "caroline",
            "introduced",
            ("Grace Hopper offered to introduce you on 20 March 2026.", "You have heard one voice in film."),
        ),
        ("cy", "known", ("You know them: the choir.", "You have heard one voice in film.")),
        ("ann", "known", ("You know them: the choir.", "You have talked with nobody in Trees yet.")),
        ("ben", "known", ("You know them: the choir.",)),
        ("tom", "cold", ("On your list, and never asked.", "You have heard one voice in film.")),
    ]


def test_the_fields_with_one_voice_and_who_of_the_list_could_be_another() -> None:
    found = next_of(*LIST).one_voice
    assert [(field.name, field.voices, field.waiting) for field in found] == [
        ("film", ("hedy-lamarr",), ("caroline", "cy", "tom"))
    ]
    assert next_of(*LIST, talk("2026-05-01", "field: Film", contact="Eve Q")).one_voice == ()


def test_how_each_kind_of_request_fared_is_said_with_its_number() -> None:
    assert [replies_said(one) for one in next_of().replies] == [
        "Of 1 person to whom somebody led you, 1 replied, which is few.",
        "Of 1 person whom you know, 1 replied, which is few.",
        "Of 2 people whom you did not know, 1 replied, which is few.",
    ]
    assert replies_said(Replies("cold", 5, 0)) == "Of 5 people whom you did not know, nobody replied."
