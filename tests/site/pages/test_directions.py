"""The pages of directions and quotes, and what stands on answers for them."""

import re
from html import unescape

import pytest

from tests.builders import a_journal
from tests.site.sites import markdown_pages


def a_talk(who: str, day: str, more: str, money: str) -> str:
    return (
        f"---\ncontact: {who}\ndate: {day}\n{more}---\n## start\n**By chance.** #luck\n\n## money\n{money}\n"
    )


NOTES = {
    "questions/start.md": "---\nask: How did you start?\n---\nSee [[with-ada#start]].\n",
    "questions/money.md": "---\nask: How does the money work?\nas_of: 2026-03-31\n"
    "contradicts: [[with-ada]], [[with-bob]]\n---\nIt does not.\n",
    "interviews/with-ada.md": a_talk(
        "Ada", "2026-03-02", "field: trees\ninterest: 5\nfits: The pace.\ndoubt: The pay.\n", "**It pays.**"
    ),
    "interviews/with-bob.md": a_talk(
        "Bob",
        "2026-04-02",
        "field: trees\ninterest: 4\nsaid: Look up.\n",
        '**"It never paid."**[^1]\n\n[^1]: Ever.',
    ),
    "interviews/with-cyd.md": a_talk("Cyd", "2026-05-02", "field: wool\n", "It might."),
    "interviews/with-cyd-2.md": a_talk("Cyd", "2026-06-02", "field: wool\n", "It might."),
    "contacts/eve.md": "---\nname: Eve\nfield: trees\nknow: from the choir\n---\n",
    "directions/trees.md": """\
        ---
        name: Trees & more
        fields: trees
        as_of: 2026-03-02
        mood: hopeful
        verdicts:
          - {verdict: open, on: 2026-03-01, why: I wonder.}
          - {verdict: try, on: 2026-04-03, why: Bob.}
        contradicts: with-ada#money vs with-bob#money
        ---
        What draws me is [[with-ada#money|the money]].

        ## What I still need to know
        Whether it rains.
        """,
    "directions/loom.md": "---\nname: A loom\ntags: [weaving]\n---\n",
}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return markdown_pages(a_journal(NOTES))


def words(html: str) -> str:
    """The words of a page, without a space before a full stop or a colon."""
    text = " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())
    return re.sub(r" (?=[.:;])", "", text)


def test_directions_stand_side_by_side(pages: dict[str, str]) -> None:
    said = words(pages["directions/index.html"])
    assert said.index("Trees & more") < said.index("A loom")  # it is tried
    for part in (
        "Try since 3 Apr 2026 Bob.",
        "2 voices in 2 talks: too few for an average.",
        "The pace. A Ada 2 Mar 2026",
        "The pay. A Ada 2 Mar 2026",
        "Whether it rains.",
        "E Eve You know them: from the choir.",
        "up to 2 Mar 2026; 2 answers are newer",
        "No talk speaks to it yet.",
        'wool 2 talks with 1 person iiv directions new "wool"',
    ):
        assert part in said, part


def test_each_dot_is_a_talk_with_its_words(pages: dict[str, str]) -> None:
    dots = re.findall(
        r'<li class="iiv-interests__(\d)"><a href="([^"]+)".*?hidden">([^<]*)<',
        pages["directions/index.html"],
    )
    assert dots == [
        ("5", "../interviews/with-ada.html", "5: Ada, 2 Mar 2026"),
        ("4", "../interviews/with-bob.html", "4: Bob, 2 Apr 2026"),
    ]


def test_more_than_forty_talks_are_counted() -> None:
    many = {
        f"interviews/{n}.md": a_talk(f"P{n}", "2026-01-01", f"field: trees\ninterest: {1 + n % 5}\n", "X.")
        for n in range(45)
    }
    page = markdown_pages(a_journal({**many, "directions/trees.md": "---\nfields: trees\n---\n"}))[
        "directions/trees.html"
    ]
    assert re.findall(r"<li><span class=\"iiv-hidden\">(\d):</span> (\d+)", page) == [
        (str(degree), "9") for degree in range(1, 6)
    ]
    assert "45 voices in 45 talks; on average 3.0 of 5." in words(page)


def test_a_direction_gathers_its_evidence_with_ways_to_it(pages: dict[str, str]) -> None:
    page = pages["directions/trees.html"]
    said = words(page)
    for part in (
        "Before Open since 1 Mar 2026 I wonder.",
        "Written up to 2 Mar 2026. 2 answers are newer: B Bob 2 Apr 2026.",
        "Against each other How does the money work? A Ada 2 Mar 2026 It pays. B Bob 2 Apr 2026",
        "#luck 2 voices",
        "mood: hopeful",
    ):
        assert part in said, part
    for link in (
        "../interviews/with-ada.html#money",
        "../interviews/with-bob.html#start",
        "../questions/money.html",
        "../themes/index.html#theme-luck",
        "../contacts/eve.html#letter-ask",
        "index.html",
    ):
        assert f'href="{link}"' in page, link


def test_an_answer_says_what_was_concluded_and_what_stands_against_it(pages: dict[str, str]) -> None:
    talk = pages["interviews/with-ada.html"]
    said = 'Concluded from it</span> <a href="../questions/start.html#synthesis">What I make of it</a>'
    assert said in talk
    expected = 'Concluded from it</span> <a href="../directions/trees.html"><bdi>Trees &amp; more</bdi></a>'
    assert expected in talk
    assert 'Against it stands B Bob 2 Apr 2026 "It never paid."' in words(talk)
    assert "Speaks to Trees & more" in words(talk)
    card = pages["questions/money.html"].partition('id="with-ada"')[2].partition("</article>")[0]
    assert "Concluded from it Trees & more" in words(card)
    assert "Against it stands B Bob" in words(card)


def test_a_question_shows_its_contradictions_and_how_many_answers_are_newer(pages: dict[str, str]) -> None:
    said = words(pages["questions/money.html"])
    assert "Written up to 31 Mar 2026. 3 answers are newer." in said
    assert 'Against each other A Ada 2 Mar 2026 It pays. B Bob 2 Apr 2026 "It never paid."' in said


def test_an_answer_that_stands_on_a_page_twice_has_each_id_once(pages: dict[str, str]) -> None:
    for address in ("questions/money.html", "directions/trees.html"):
        ids = re.findall(r' id="([^"]+)"', pages[address])
        assert len(ids) == len(set(ids)), address


def test_quotes_lead_to_the_answers_they_come_from(pages: dict[str, str]) -> None:
    page = pages["quotes.html"]
    assert words(page.partition("data-iiv-quotes>")[2]).startswith(
        "Look up. B Bob 2 Apr 2026 may go back to them"
        " It never paid. B Bob 2 Apr 2026 How does the money work?"
    )
    assert 'href="interviews/with-bob.html#money"' in page


def test_empty_pages_say_what_to_write() -> None:
    empty = markdown_pages(a_journal({}))
    assert "iiv directions new" in empty["directions/index.html"]
    assert "said: Ask the quiet ones first." in empty["quotes.html"]


def test_a_direction_that_cannot_be_read_has_a_page_that_says_why() -> None:
    made = markdown_pages(a_journal({"directions/x.md": "---\nname: [\n---\nWords.\n"}))
    assert 'href="x.html"' in made["directions/index.html"]
    assert "broken-yaml" in made["directions/x.html"]
