import re
from collections.abc import Mapping
from urllib.parse import unquote

import pytest
import yaml

from iiv.cli.starter import starter
from iiv.site import addresses
from tests.builders import a_journal
from tests.site.sites import NOTES, markdown_pages

BROKEN = {
    "interviews/bad.md": "---\ncontact: [A, B]\n---\n\n```\nfenced\n\n\n<div>\n",
    "contacts/bad.md": "---\nname: [\n---\nWords",
    "questions/bad.md": "---\nask: [\n---\nWords",
    "directions/bad.md": "---\nname: [\n---\nWords",
}
ODD = "<script>alert(1)</script> *x* [[y]]"
SECTIONS = {
    *(addresses.HOME, addresses.FOLLOW_UPS, addresses.QUESTIONS, addresses.INTERVIEWS, addresses.CONTACTS),
    *(addresses.INTRODUCTIONS, addresses.PROBLEMS, addresses.MATRIX, addresses.THEMES, addresses.MOVED),
    *(addresses.INSIGHTS, addresses.DIRECTIONS, addresses.QUOTES),
}


def pages_of(files: Mapping[str, str | bytes]) -> dict[str, str]:
    return markdown_pages(a_journal(files))


def _parts(page: str) -> tuple[dict[str, object], str, str]:
    """A page's front matter, its heading and its body."""
    _, front_matter, text = page.split("---\n", 2)
    heading, _, body = text.strip().partition("\n\n")
    return yaml.safe_load(front_matter), heading, body.strip()


def test_every_page_of_a_journal() -> None:
    assert set(pages_of(NOTES)) == SECTIONS | {
        *("questions/start.html", "questions/satisfying.html", "questions/industry.html"),
        *("interviews/2026-03-02-ada.html", "interviews/2026-04-01-grace.html", "contacts/ada-lovelace.html"),
        *("contacts/grace-hopper.html", "contacts/mary-somerville.html", "prep/ada-lovelace.html"),
        *("prep/grace-hopper.html", "prep/mary-somerville.html", "review/2026.html"),
    }


@pytest.mark.parametrize(
    "files", [{}, NOTES, BROKEN, NOTES | BROKEN], ids=["empty", "whole", "broken", "both"]
)
def test_a_page_is_front_matter_one_heading_and_one_block_of_html(files: Mapping[str, str | bytes]) -> None:
    for page in pages_of(files).values():
        front_matter, heading, body = _parts(page)
        assert front_matter["hide"] == ["navigation", "toc"]
        assert re.fullmatch(r"# [^\n]+", heading)
        assert body.startswith("<div")
        assert body.endswith("</div>")
        assert "\n\n" not in body
        assert "```\n" not in body


@pytest.mark.parametrize("files", [{}, NOTES, NOTES | BROKEN], ids=["empty", "whole", "both"])
def test_links_lead_to_pages_and_places_that_are_there(files: Mapping[str, str | bytes]) -> None:
    made = pages_of(files)
    for address, page in made.items():
        for link in re.findall(r'<a [^>]*href="([^"]+)"', page):
            if link.startswith("mailto:"):
                continue
            path, _, fragment = link.partition("#")
            target = _resolve(address, path) if path else address
            assert target in {*made, addresses.CALENDAR}, link
            assert not fragment or f'id="{unquote(fragment)}"' in made[target], link


def _resolve(address: str, link: str) -> str:
    parts = address.split("/")[:-1]
    for step in unquote(link.partition("?")[0]).split("/"):
        parts = parts[:-1] if step == ".." else [*parts, step]
    return "/".join(parts)


def test_every_page_is_two_clicks_from_home() -> None:
    made = pages_of(NOTES | BROKEN)
    near = {_resolve(address, link) for address in SECTIONS for link in _links(made[address])}
    assert set(made) - SECTIONS <= near


def _links(page: str) -> list[str]:
    return [link.partition("#")[0] for link in re.findall(r'href="([^"#][^"]*)"', page)]


def test_no_page_has_a_style_a_script_or_a_handler_of_its_own() -> None:
    for page in pages_of(NOTES | BROKEN).values():
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=", page)


def test_an_empty_journal_says_how_to_begin() -> None:
    made = pages_of({})
    for address in SECTIONS - {addresses.PROBLEMS, addresses.QUESTIONS}:
        assert "<code>iiv " in made[address], address
    assert "journal/questions/" in made[addresses.QUESTIONS]
    assert "No problem" in made[addresses.PROBLEMS]


def test_a_new_journal_says_what_to_do_next() -> None:
    made = pages_of({path.removeprefix("journal/"): text for path, text in starter(questions=True).items()})
    for address in made.keys() - {addresses.PROBLEMS}:
        assert "<code>iiv " in made[address], address
    assert "When some have answered: what do they agree on" in made["questions/start.html"]
    assert not [address for address, page in made.items() if "in your own words: it stands" in page]


def test_one_note_alone_gives_a_whole_site() -> None:
    made = pages_of({"interviews/x.md": "---\ncontact: Ada\ndate: 2026-03-02\n---\n## start\nBy luck.\n"})

    assert "Thank by e-mail" in made[addresses.HOME]
    assert "The only talk" in made[addresses.HOME]
    assert "Write next" not in made[addresses.HOME]
    assert "1 of 1 person answered" in made[addresses.QUESTIONS]
    assert "journal/questions/start.md" in made["questions/start.html"]
    assert "Pick two or three" not in made[addresses.MATRIX]
    for address in (addresses.THEMES, addresses.INTRODUCTIONS):
        assert "<code>" in made[address]


def test_the_guide_says_what_each_question_brings_and_what_is_on_the_shortlist() -> None:
    notes = {
        "interviews/x.md": '---\ncontact: Ada\ndate: 2026-03-02\n---\n## start\n**"By #luck."** So.\n',
        "questions/start.md": "---\nask: How?\n---\n",
        "questions/dog.md": "---\nask: What would your dog say?\nshortlist: yes\n---\n",
    }
    made = pages_of(notes)
    asked, listed = made[addresses.QUESTIONS].split("On the shortlist")
    said = "<span>typically 3 words</span> <span>1 with a quotation</span> <span>1 with a theme</span>"
    assert said in asked
    assert "What would your dog say?" in listed
    assert "<code>dog</code>" in listed
    assert "answered" not in listed
    assert "iiv questions choose dog" in made["questions/dog.html"]
    assert "Not asked" not in made["questions/dog.html"]
    assert "dog" not in made[addresses.MATRIX]


def test_what_a_person_is_called_is_only_text() -> None:
    files = {
        "interviews/x.md": f"---\ncontact: '{ODD}'\ndate: 2026-03-02\nanswers: {{start: Yes}}\n---\n",
        "questions/start.md": f"---\nask: '{ODD}'\n---\n",
    }
    for page in pages_of(files).values():
        front_matter, heading, body = _parts(page)
        assert "<" not in str(front_matter["title"])
        assert "*x*" not in heading
        assert "<script" not in body


def test_an_item_carries_what_the_script_needs_to_know_the_day() -> None:
    text = pages_of(NOTES)[addresses.FOLLOW_UPS]
    assert 'data-kind="thank" data-from="2026-03-02" data-due="2026-03-05"' in text


def test_a_status_carries_the_dates_on_which_it_changes() -> None:
    note = "---\nname: Ada\n---\n## Log\n- 2026-02-10 asked by e-mail\n"
    text = pages_of({"contacts/ada.md": note})["contacts/ada.html"]
    assert (
        'data-status="asked" data-since="2026-02-10" data-before="idea" data-then="no reply" data-then-from="'
        in text
    )


def test_a_comparison_says_whole_answers_and_is_kept_out_of_search() -> None:
    page = pages_of(NOTES)["questions/start.html"]
    front_matter, _, body = _parts(page)
    assert front_matter["search"] == {"exclude": True}
    assert "By accident, through music." in body
    assert "Then another." in body
    assert "Asked as</span> <bdi>How did it begin?" in body
    assert "Mostly by accident." in body


def test_an_interview_is_found_by_search() -> None:
    front_matter, _, body = _parts(pages_of(NOTES)["interviews/2026-03-02-ada.html"])
    assert "search" not in front_matter
    assert '<h2 id="start" dir="auto">How did you start?</h2>' in body
    assert "Helpfulness 4 of 5" in body


def test_own_words_stand_on_top_of_home() -> None:
    assert "<strong>Mine</strong>" in pages_of({"index.md": "**Mine**"})[addresses.HOME]
    assert "What now?" in pages_of({"me.md": "---\ncrossroads: What now?\n---\n"})[addresses.HOME]


def test_home_asks_for_a_prepared_note_and_does_not_say_that_there_is_none() -> None:
    note = "---\ncontact: Ada\ndate: 2026-03-02\n---\n"
    home = pages_of({"interviews/x.md": note})[addresses.HOME]
    assert 'Prepared, to be written up after the talk: <a href="interviews/x.html"><bdi>Ada</bdi>, ' in home
    assert "No talk is written down yet" not in home


def test_what_suits_me_and_what_may_go_back_stand_on_the_talks_page() -> None:
    front = "said: Ask the quiet ones.\nfits: The pace.\ndoubt: The pay."
    pages = pages_of({"interviews/a.md": f"---\ncontact: Ada\ndate: 2026-03-02\n{front}\n---\nNotes.\n"})
    for words in ("Ask the quiet ones.", "The pace.", "The pay."):
        assert words in pages["interviews/a.html"]


def test_who_asked_and_when_stands_with_the_question() -> None:
    note = """\
        ---
        contact: Ada Lovelace
        date: 2026-03-02
        ---
        [00:12:03] Chris: How did you start?
        Ada: By chance.

        Mary: How did you start?
        Ada: As I said.

        **Mary:** What of the industry?
        """
    asks = {"industry": "What of the industry?", "start": "How did you start?"}
    questions = {f"questions/{id_}.md": f"---\nask: {ask}\n---\n" for id_, ask in asks.items()}
    page = pages_of({"interviews/ada.md": note, **questions})["interviews/ada.html"]
    for asked in (
        "[00:12:03] Chris: How did you start?",
        "Mary: How did you start?",
        "Mary: What of the industry?",
    ):
        assert f'<span class="iiv-label">Asked as</span> <bdi>{asked}<' in page
