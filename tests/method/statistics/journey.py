"""A small journey whose numbers can be counted by eye.

Asked are Ada, Mary, Grace and Bob. Ada and Grace talked, Mary declined, Bob never replied. Hedy was met
without a request; Caroline was offered by Grace and waits on the list.
"""

from collections.abc import Mapping
from textwrap import dedent

from iiv.journal.journal import Journal
from iiv.method.history import Histories, histories
from tests.builders import a_journal
from tests.method.people import talk


def person(name: str, log: str = "", front_matter: str = "") -> dict[str, str]:
    """Somebody's file, named after their first name."""
    lines = "".join(f"- {line.strip()}\n" for line in log.strip().splitlines())
    head = f"---\nname: {name}\n{dedent(front_matter).strip()}\n---\n"
    return {f"contacts/{name.split(maxsplit=1)[0].lower()}.md": f"{head}\n## Log\n{lines}" if lines else head}


ADA = person(
    "Ada Lovelace",
    """\
    2026-03-02 asked by e-mail
    2026-03-04 replied
    2026-03-04 scheduled 2026-03-10
    2026-03-10 thanked by e-mail
    2026-03-12 thanked by card
    2026-04-20 wrote by e-mail
    2026-06-02 thanked by e-mail and card
    """,
    "know: evening lectures\nfield: computing",
)
GRACE = person(
    "Grace Hopper",
    "2026-03-12 asked by e-mail\n2026-03-12 replied\n2026-03-22 thanked by e-mail",
    "field: Computing",
)
MARY = person(
    "Mary Somerville",
    "2026-03-02 asked by post\n2026-03-11 nudged by e-mail\n2026-03-16 replied\n2026-03-16 declined",
)
BOB = person("Bob Moog", "2026-04-01 asked by e-mail", "field: music")
CAROLINE = person("Caroline Herschel", front_matter="field: film")
TALKS = (
    talk("2026-03-10", "interest: 5\nintroductions: [Grace Hopper]\nhelpfulness: 5"),
    talk("2026-03-20", "interest: 3\nintroductions: [Caroline Herschel]", contact="Grace Hopper"),
    talk(
        "2026-04-05",
        "interest: 1\nfield: film\nthanked: {email: 2026-04-05, card: 2026-04-08}\ntags: [evenings]",
        contact="Hedy Lamarr",
    ),
    talk("2026-06-01", "interest: 4\nshift: Not in a city."),
)
JOURNEY = (ADA, GRACE, MARY, BOB, CAROLINE, *TALKS)


def journal_of(*notes: Mapping[str, str]) -> Journal:
    """The journal of these notes."""
    return a_journal({path: text for part in notes for path, text in part.items()}).journal


def people_of(*notes: Mapping[str, str]) -> Histories:
    """The people of these notes; of the journey without any."""
    return histories(journal_of(*(notes or JOURNEY)))


def many(number: int, front_matter: str = "interest: {degree}") -> list[dict[str, str]]:
    """Talks with so many people, on one day after the other, with an interest of 1, 2, 3, 4, 5, 1, 2 ..."""
    return [
        talk(f"2026-05-{day:02}", front_matter.format(degree=(day - 1) % 5 + 1), contact=f"P{day:02} Q")
        for day in range(1, number + 1)
    ]
