from __future__ import annotations

from iiv.site.searched import searched, without_marks

MARK = 'data-search-exclude="true"'


def test_what_is_marked_is_left_out_and_its_tags_stay() -> None:
    html = f'<p>a</p><section class="x" {MARK}><h2 id="b">B</h2><section>c</section></section><p>d</p>'
    assert searched(html) == f'<p>a</p><section class="x" {MARK}></section><p>d</p>'


def test_an_element_that_does_not_end_stays() -> None:
    html = f"<div {MARK}><p>a</p><div></div>"
    assert searched(html) == html


def test_the_marks_are_not_shown() -> None:
    html = f'<p {MARK}>a</p><p data-search-boost="2">b</p><p>data-search-exclude</p>'
    assert without_marks(html) == "<p>a</p><p>b</p><p>data-search-exclude</p>"
