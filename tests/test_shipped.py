from pathlib import Path

import pytest

from iiv import shipped as module
from iiv.shipped import EXAMPLE_PARTS, shipped


def test_a_checkout_ships_its_own_folders() -> None:
    assert (shipped("site_templates") / "pages").is_dir()
    assert all((shipped("example") / part).exists() for part in EXAMPLE_PARTS)


def test_a_wheel_ships_what_it_carries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    carried = tmp_path / "_shipped" / "example"
    carried.mkdir(parents=True)
    monkeypatch.setattr(module, "_PACKAGE", tmp_path)
    assert shipped("example") == carried
