"""A text is rendered once, and anew when something in it leads elsewhere."""

import pickle
from collections.abc import Mapping
from pathlib import Path

import pytest

from iiv.journal.cache.entries import Cache
from iiv.journal.journal import Journal
from iiv.site.markdown.texts import Texts, cached_texts
from tests.builders import a_journal
from tests.site.sites import NOTES, an_index

TALK = "---\ncontact: Ada\ndate: 2026-03-02\n---\nSee [[grace]], ![](../a.png), [b](b.md) and #craft.\n"
OTHERS: dict[str, str | bytes] = {
    "a.png": b"",
    "contacts/grace.md": "---\nname: Grace\n---\n",
    "interviews/b.md": "---\ncontact: Bob\ndate: 2026-03-03\n---\nHm.\n",
}


def a_talk(files: Mapping[str, str | bytes]) -> Journal:
    return a_journal({"interviews/a.md": TALK, **files}).journal


def rendered(files: Mapping[str, str | bytes], kept: Cache | None = None) -> tuple[str, tuple[str, ...]]:
    """The notes of the talk as HTML, and the files that they show."""
    journal = a_talk(files)
    texts = Texts(journal, kept)
    notes = texts.notes(journal.interviews[0])
    assert notes is not None
    return texts.html[notes.digest], notes.files


def test_a_text_is_rendered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    journal = a_talk(OTHERS)
    texts = Texts(journal)
    first = texts.notes(journal.interviews[0])
    monkeypatch.setattr("iiv.site.markdown.texts._new_rendering", pytest.fail)
    assert texts.notes(journal.interviews[0]) == first


def test_what_is_kept_is_not_rendered_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with cached_texts(tmp_path) as kept:
        first = rendered(OTHERS, kept)
    monkeypatch.setattr("iiv.site.markdown.texts._new_rendering", pytest.fail)
    with cached_texts(tmp_path) as kept:
        assert rendered(OTHERS, kept) == first
    assert first[1] == ("journal/a.png",)


@pytest.mark.parametrize("gone", OTHERS)
def test_it_is_rendered_anew_when_a_target_goes_or_comes(tmp_path: Path, gone: str) -> None:
    fewer = {path: content for path, content in OTHERS.items() if path != gone}
    for files in (OTHERS, fewer, OTHERS, {}, fewer):
        with cached_texts(tmp_path) as kept:
            assert rendered(files, kept) == rendered(files)
    assert rendered(OTHERS) != rendered(fewer)


def test_it_is_rendered_anew_when_a_theme_is_in_no_talk_any_more(tmp_path: Path) -> None:
    welcome = {"index.md": "Of #luck.\n"}
    other = {"interviews/c.md": "---\ncontact: Cy\ndate: 2026-03-04\n---\nIt was #luck.\n"}
    for files, has_link in ((welcome | other, True), (welcome, False), (welcome | other, True)):
        journal = a_journal(files).journal
        with cached_texts(tmp_path) as kept:
            texts = Texts(journal, kept)
            text = texts.text(journal.welcome, "journal/index.md")
        assert text is not None
        assert ("theme-luck" in texts.html[text.digest]) == has_link


def test_what_is_kept_under_other_words_is_not_used(tmp_path: Path) -> None:
    with cached_texts(tmp_path) as kept:
        rendered(OTHERS, kept)
        changed = a_journal({"interviews/a.md": TALK.replace("See", "Read"), **OTHERS}).journal
        texts = Texts(changed, kept)
        notes = texts.notes(changed.interviews[0])
        assert notes is not None
        assert texts.html[notes.digest].startswith("<p>Read")


def test_a_copy_in_another_process_has_all_the_html(tmp_path: Path) -> None:
    with cached_texts(tmp_path) as kept:
        for where in (None, kept):
            index = an_index(a_journal(NOTES), where)
            index.texts.prepare()
            html = index.texts.html
            assert pickle.loads(pickle.dumps(html)) == dict(html)  # noqa: S301 - pickled here
            assert len(html) == len({*html}) > 1


def test_what_is_not_written_has_no_text() -> None:
    journal = a_talk({"interviews/p.md": "---\ncontact: Ada\ndate: 2026-04-02\n---\n\n"})
    prepared = journal.interviews[-1]
    assert Texts(journal).notes(prepared) is None
    assert Texts(journal).text(" \n", "journal/index.md") is None


def test_all_can_be_rendered_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    index = an_index(a_journal(NOTES))
    index.texts.prepare()
    monkeypatch.setattr("iiv.site.markdown.texts._new_rendering", pytest.fail)
    for talk in index.journal.talks:
        for answer in talk.answers:
            if answer.text:
                assert index.texts.answer(talk, answer).digest in index.texts.html


def test_the_files_are_those_of_the_texts_that_were_asked_for() -> None:
    journal = a_talk(OTHERS)
    texts = Texts(journal)
    assert texts.files == set()
    texts.notes(journal.interviews[0])
    assert texts.files == {"journal/a.png"}
