"""Front matter is kept as typed, and what YAML cannot read is explained."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.parse.front_matter import Entries, FrontMatterError, Items, Scalar, parse, split


def value_of(text: str) -> object:
    (entry,) = parse(text, "x.md").entries
    return entry.value


def fault_of(text: str) -> str:
    with pytest.raises(FrontMatterError) as caught:
        parse(text, "x.md", 2)
    return str(caught.value)


@pytest.mark.parametrize(
    "typed", ["no", "12:30", "0123", "2026-02-30", "1e3", "null", "0x1f", "=", "9" * 6000]
)
def test_scalars_stay_as_typed(typed: str) -> None:
    value = value_of(f"key: {typed}")
    assert isinstance(value, Scalar)
    assert value.text == typed


def test_a_wikilink_without_quotes_keeps_its_source() -> None:
    value = value_of("contact: [[Lovelace, Ada]]")
    assert isinstance(value, Items)
    assert value.source == "[[Lovelace, Ada]]"


def test_a_scalar_knows_its_place_and_what_yaml_would_cut() -> None:
    value = value_of("satisfying: when #craft meets #people")
    assert isinstance(value, Scalar)
    assert (value.text, value.after_hash) == ("when", "#craft meets #people")
    assert str(value.place) == "x.md:1:13"


def test_nothing_but_a_theme_is_an_empty_scalar_with_the_theme_after_it() -> None:
    value = value_of("satisfying: #craft")
    assert isinstance(value, Scalar)
    assert (value.text, value.after_hash) == ("", "#craft")


def test_quoted_and_block_text_is_whole() -> None:
    assert value_of('key: "a #b"').text == "a #b"  # type: ignore[attr-defined]
    assert value_of("key: |\n  a #b\n").text == "a #b\n"  # type: ignore[attr-defined]


def test_repeated_keys_are_all_there() -> None:
    assert [entry.key for entry in parse("a: 1\na: 2", "x.md").entries] == ["a", "a"]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "~"])
def test_nothing_is_no_entries(text: str) -> None:
    assert parse(text, "x.md").entries == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\ta: 1", "x.md:2:1: broken-yaml: a tab stands where YAML wants spaces"),
        ("answers:\n\tstart: x", "x.md:3:1: broken-yaml: a tab"),
        ("a: b: c", "x.md:2:5: broken-yaml: a colon followed by a space"),
        ("a: @home", "x.md:2:4: broken-yaml: text cannot begin with `@`"),
        ("a: %x", "x.md:2:4: broken-yaml: text cannot begin with `%`"),
        ("a: 'open", "x.md:2:4: broken-yaml: a quote that is opened here is never closed"),
        ("a: [x, y\nb: c", "x.md:2:4: broken-yaml: a bracket that is opened here is never closed"),
        ("a: b\ntags: [#x, y]\nb: c", "x.md:3:7: broken-yaml: a bracket that is opened here"),
        ("a: 1\n b\nc", "x.md:5:1: broken-yaml: a line that is no `key: value`"),
        ("a: 1\n]", "x.md:3:1: broken-yaml: this line is indented differently"),
        ("a: *bold*", "x.md:2:9: broken-yaml: text that begins with `*` or `&`"),
        ("a: é\nb: x\x07y", "x.md:3:5: broken-yaml: a character that YAML does not allow: U+0007"),
        ("a: > b\n c", "x.md:2:6: broken-yaml: text stands on the same line as"),
        ("a: 1\n--- b", "x.md:3:1: broken-yaml: a line that begins with `---`"),
        ("- a", "x.md:2:1: front-matter-not-keys"),
        ("? [a]\n: b", "x.md:2:3: key-not-text"),
        ("a: &x [1]\nb: [*x, *x]", "x.md:2:4: alias"),
        ("b: [*x, *x]", "x.md:2:5: alias"),
        ("a: !!python/name:os.system x", "x.md:2:4: yaml-tag"),
        ("a: " + "[" * 900 + "]" * 900, "x.md:2:24: too-deep"),
        ("a: " + "[" * 3000 + "]" * 3000, "x.md:2:1003: too-deep"),  # where libyaml gives up
    ],
)
def test_what_yaml_cannot_read_is_said_with_place_and_mend(text: str, said: str) -> None:
    fault = fault_of(text)
    assert fault.startswith(said)
    assert fault.endswith(")"), "a hint says what to do"


def test_tags_are_let_through_where_they_are_usual() -> None:
    assert isinstance(parse("a: !ENV HOME", "mkdocs.yml", tags=True), Entries)


def test_split_finds_the_parts_and_their_lines() -> None:
    parts = split("\n\n---\na: 1\n---\nbody\n", "x.md")
    assert (parts.front, parts.front_line, parts.body, parts.body_line) == ("a: 1\n", 4, "body\n", 6)


def test_a_body_may_begin_with_a_rule() -> None:
    assert split("---\na: 1\n---\n---\nmore\n---\n", "x.md").body == "---\nmore\n---\n"


def test_no_front_matter_is_all_body() -> None:
    parts = split("\n  indented\n---\n", "x.md")
    assert (parts.front, parts.body, parts.body_line) == (None, "  indented\n---\n", 2)


def test_front_matter_that_is_never_closed_is_named() -> None:
    with pytest.raises(FrontMatterError, match=r"x\.md:2:1: no-closing"):
        split("\n---\na: 1\n", "x.md")


@given(st.dictionaries(st.text(min_size=1), st.text()))
def test_text_that_yaml_wrote_comes_back(values: dict[str, str]) -> None:
    written = yaml.safe_dump(values, allow_unicode=True, default_style='"')
    entries = parse(written, "x.md").entries
    assert {entry.key: entry.value.text for entry in entries} == values  # type: ignore[union-attr]


@given(st.text(alphabet="ab:#-[]{}&*!|>'\"%@`, \n\t?~é", max_size=60))
def test_any_text_gives_entries_or_one_problem(text: str) -> None:
    try:
        entries = parse(text, "x.md")
    except FrontMatterError as fault:
        assert fault.problem.hint  # noqa: PT017 - either outcome is right
    else:
        assert isinstance(entries, Entries)


@pytest.mark.parametrize(
    ("front", "signs"),
    [
        ("contact\uff1a Ada\ndate: 2026-03-02", ["2:8 wide-colon"]),
        ("contact\uff1aAda\ndate\uff1a\u30002026-03-02", ["2:8 wide-colon"]),
        ("date: 2026-03-02\ncontact\uff1a Ada", ["3:8 wide-colon"]),
        ("\u00a0contact: Ada\ndate: 2026-03-02", ["2:1 hard-space"]),
        ("contact:\u00a0Ada\ndate: 2026-03-02", ["2:9 hard-space"]),
        ("contact:\u00a0Ada\ndate\uff1a2026-03-02", ["2:9 hard-space", "3:5 wide-colon"]),
    ],
)
def test_hard_spaces_and_wide_colons_are_read_and_named(front: str, signs: list[str]) -> None:
    entries = parse(front, "x.md", 2)
    assert {entry.key: entry.value.text for entry in entries.entries} == {  # type: ignore[union-attr]
        "contact": "Ada",
        "date": "2026-03-02",
    }
    assert [f"{place.line}:{place.column} {sign}" for place, sign in entries.mended] == signs


def test_a_wide_colon_in_a_text_stays() -> None:
    entries = parse("shift: |\n  \u8cea\u554f\uff1a \u4f55?\ncontact\uff1a Ada", "x.md").entries
    assert entries[0].value.text == "\u8cea\u554f\uff1a \u4f55?\n"  # type: ignore[union-attr]


@pytest.mark.parametrize("link", ["[Ada](../contacts/ada.md)", "[Ada](mailto:ada@example.org)"])
def test_a_link_needs_no_quotes(link: str) -> None:
    entries = parse(f"contact: {link}\ndate: 2026-03-02", "x.md")
    assert [entry.value.text for entry in entries.entries] == [link, "2026-03-02"]  # type: ignore[union-attr]
    assert entries.mended == ()


def test_hard_spaces_may_follow_the_rules_around_it() -> None:
    assert split("---\u00a0\na: 1\n---\u00a0\nbody\n", "x.md").body == "body\n"


@pytest.mark.parametrize(
    "front", ["contact:Ada Lovelace\ndate: 2026-03-02", "date: 2026-03-02\ncontact:Ada Lovelace"]
)
def test_a_missing_space_behind_a_colon_is_named(front: str) -> None:
    with pytest.raises(FrontMatterError, match="no space behind the colon of `contact:`") as caught:
        parse(front, "x.md")
    assert caught.value.problem.place.line == 1 + front.split("\n").index("contact:Ada Lovelace")
    assert caught.value.problem.hint == "write `contact: Ada Lovelace`"
