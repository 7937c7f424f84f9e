from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import DictLoader, Environment

from iiv.journal.store import Store
from iiv.site.byte_code import ByteCode

if TYPE_CHECKING:
    from pathlib import Path


def rendered(root: Path, text: str) -> str:
    """What a template that now says this becomes, with what is kept of it in `root`."""
    kept = ByteCode(root)
    environment = Environment(loader=DictLoader({"page": text}), bytecode_cache=kept)  # noqa: S701 - no HTML
    said = environment.get_template("page").render(name="Ada")
    kept.save()
    return said


def test_a_template_is_kept_as_its_text_was_last(tmp_path: Path) -> None:
    assert rendered(tmp_path, "Dear {{ name }}") == "Dear Ada"
    assert rendered(tmp_path, "Dear {{ name }}") == "Dear Ada"
    assert rendered(tmp_path, "Hello {{ name }}") == "Hello Ada"
    assert len(Store(tmp_path, "templates").load()) == len(["the program", "the page"])
    assert rendered(tmp_path, "Dear {{ name }}") == "Dear Ada"
