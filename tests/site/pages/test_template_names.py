"""What templates of one's own may use stands in site_templates/pages/README.md, and is there."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from iiv.shipped import shipped
from iiv.site.outputs import outputs
from iiv.site.pages.making import Maker
from iiv.values import Value
from tests.builders import a_journal, write_own
from tests.site.comparing import NOTES
from tests.site.sites import NOWHERE, an_index

README = (shipped("site_templates") / "pages" / "README.md").read_text("utf-8")
MORE = {
    "interviews/broken.md": "no note\n",
    "interviews/broken (conflicted copy 2026-03-03).md": "no other note\n",
    "me (conflicted copy 2026-03-03).md": "I look around.\n",
    "me.md": "I look about.\n",
    "directions/numbers.md": "---\nname: Numbers\nfields: [computing]\nverdicts: try\nas_of: 2026-01-01\n"
    "contradicts: ada#start and grace#start\n---\nSee [[ada#start]].\n\nNot known yet: much.\n",
    "contacts/bob.md": "---\nname: Bob\nintroduced_by: Ada Lovelace\n---\n",
}


def documented(section: str, column: int) -> dict[str, list[str]]:
    """The names in a table of the README by what its first column says."""
    table = README.partition(f"## {section}\n")[2].partition("\n## ")[0]
    rows = (line.strip("|").split("|") for line in table.splitlines() if line.startswith("| "))
    return {
        row[0].strip().strip("`").removesuffix(".md.jinja"): re.findall(r"`(\w+)`", row[column])
        for row in [*rows][1:]
    }


PAGES = documented("The pages", 2)


@pytest.mark.parametrize("kind", PAGES)
def test_each_name_is_there_for_a_template_of_ones_own(kind: str, tmp_path: Path) -> None:
    index = an_index(a_journal({**NOTES, **MORE}))
    page = next(output for output in outputs(index) if output.kind == kind)
    for text, faults in (
        ("".join(f"{{{{ view.{name} }}}}" for name in PAGES[kind]), 0),
        ("{{ view.nobody }}", 1),
    ):
        write_own(tmp_path, f"pages/{kind}.md.jinja", text)
        maker = Maker(tmp_path, index.texts.html)
        maker.page(page)
        assert len(maker.problems()) == faults


def shown() -> Iterator[tuple[str, object]]:
    """The view of each page of a journal, by the kind of the page."""
    index = an_index(a_journal({**NOTES, **MORE}))
    maker = Maker(NOWHERE, index.texts.html)
    render = maker.templates.render
    for output in outputs(index):
        if output.title:
            given: list[object] = []

            def noted(name: str, values: Mapping[str, object], given: list[object] = given) -> str:
                given.append(values["view"])
                return render(name, values)

            maker.templates.render = noted  # type: ignore[method-assign]
            maker.page(output)
            yield output.kind, given[0]


def values_in(value: object) -> Iterator[Value]:
    """The values of the site's own in a value, itself included."""
    if isinstance(value, Value):
        yield value
        for name in value.__struct_fields__:
            yield from values_in(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from values_in(one)


def label(value: object) -> str:
    return re.sub(r"(?<!^)([A-Z])", r" \1", type(value).__name__.removesuffix("View")).lower()


def test_no_name_is_left_out() -> None:
    inside = documented("What stands in them", 1)
    for kind, view in shown():
        assert isinstance(view, Value)
        assert sorted(PAGES[kind]) == sorted(view.__struct_fields__), kind
        for value in values_in(view):
            if value is not view and (names := inside.get(label(value))):
                assert names == [*value.__struct_fields__], label(value)
