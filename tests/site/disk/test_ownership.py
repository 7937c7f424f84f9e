from pathlib import Path

import pytest

from iiv.site.disk.ownership import MARKER, claim, seal
from iiv.site.errors import ForeignFolderError


def test_a_missing_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    site = tmp_path / "built" / "site"
    claim(site)
    assert site.stat().st_mode & 0o777 == 0o700
    assert (site / MARKER).stat().st_mode & 0o777 == 0o600


def test_an_empty_folder_and_one_of_ours_are_taken(tmp_path: Path) -> None:
    claim(tmp_path)
    (tmp_path / "index.html").write_text("home", encoding="utf-8")
    tmp_path.chmod(0o755)
    claim(tmp_path)
    assert tmp_path.stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == "home"


def test_a_folder_that_holds_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taxes.ods").touch()
    with pytest.raises(ForeignFolderError, match="was not made by iiv"):
        claim(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["taxes.ods"]


def test_a_link_is_refused_even_to_a_folder_of_ours(tmp_path: Path) -> None:
    claim(tmp_path / "real")
    (tmp_path / "site").symlink_to(tmp_path / "real")
    with pytest.raises(ForeignFolderError, match="symbolic link"):
        claim(tmp_path / "site")


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").touch()
    with pytest.raises(ForeignFolderError, match="is a file"):
        claim(tmp_path / "site")


def test_sealing_closes_files_and_folders_but_not_what_a_link_leads_to(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside"
    (site / "contacts").mkdir(parents=True)
    for file in (site / "contacts" / "ada.html", outside):
        file.touch(mode=0o644)
    (site / "link").symlink_to(outside)
    seal(site)
    assert (site / "contacts").stat().st_mode & 0o777 == 0o700
    assert (site / "contacts" / "ada.html").stat().st_mode & 0o777 == 0o600
    assert outside.stat().st_mode & 0o777 == 0o644
