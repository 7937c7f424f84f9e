"""A link to an answer says what was said, where one's own words cite it."""

from iiv.site.markdown.references import References
from iiv.site.markdown.rendered import Source
from iiv.site.markdown.rendering import new_rendering
from iiv.site.markdown.texts import Texts
from tests.builders import a_journal
from tests.site.sites import NOTES

PATH = "journal/questions/start.md"


def cited(markdown: str, *, cites: bool = True) -> str:
    render = new_rendering(References(a_journal(NOTES).journal))
    return render(Source(markdown, PATH, anchor="synthesis", cites=cites)).html


def test_a_link_to_an_answer_has_who_said_it_and_the_gist() -> None:
    html = cited("See [[2026-03-02-ada#start]] and [[2026-03-02-ada#start|her start]].")
    assert html.count('aria-description="Ada Lovelace, 2 Mar 2026: By accident, through music."') == 2
    assert ">Ada Lovelace</a>" in html
    assert ">her start</a>" in html


def test_other_links_and_other_texts_have_none() -> None:
    for link in (
        "2026-03-02-ada",
        "Ada Lovelace",
        "start",
        "2026-03-02-ada#nothing",
        "2026-03-02-ada#industry",
    ):
        assert "aria-description" not in cited(f"[[{link}]]")
    html = cited("[[2026-03-02-ada#start]]", cites=False)
    assert "aria-description" not in html
    assert ">2026-03-02-ada#start</a>" in html


def test_a_gist_that_changes_is_news_for_the_text_that_cites_it() -> None:
    def digest(notes: dict[str, str]) -> str:
        text = Texts(a_journal(notes).journal).text("[[2026-03-02-ada#start]]", PATH, cites=True)
        return text.digest if text else ""

    note = NOTES["interviews/2026-03-02-ada.md"]
    reworded = NOTES | {"interviews/2026-03-02-ada.md": note.replace("through music", "through looms")}
    longer = NOTES | {"interviews/2026-03-02-ada.md": note.replace("Then another.", "Then two.")}
    assert digest(NOTES) == digest(longer) != digest(reworded)
