"""ProperDocs in the place of MkDocs makes the same site, and what either says is heard."""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from iiv.shipped import EXAMPLE_PARTS, shipped
from tests.conftest import ROOT

WANTED = Path(__file__).with_name("properdocs.txt")


def test_the_plugin_has_the_same_name_for_both() -> None:
    found = {group: entry_points(group=f"{group}.plugins", name="iiv") for group in ("mkdocs", "properdocs")}
    assert {entry.value for entries in found.values() for entry in entries} == {
        "iiv.site.mkdocs.plugin:IivPlugin"
    }
    assert all(found.values())


@pytest.fixture(scope="module")
def without_mkdocs(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """An environment like this one, with ProperDocs in it and no MkDocs."""
    folder = tmp_path_factory.mktemp("packages")
    for package in Path(sysconfig.get_path("purelib")).iterdir():
        if package.name.partition("-")[0] != "mkdocs":
            (folder / package.name).symlink_to(package)
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--only-binary", ":all:"]
    if subprocess.run([*pip, "--target", folder, "--requirement", WANTED], check=False).returncode:
        pytest.skip("no network: the package index did not answer")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (folder, ROOT / "src")))}


def run(*words: str | Path, env: Mapping[str, str], code: int = 0) -> str:
    """What a module says that Python runs without the packages that are installed for it."""
    command = [sys.executable, "-S", "-m", *words]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def an_example(folder: Path) -> Path:
    """A journal that shows the example by links, as a clone would hold it."""
    folder.mkdir()
    for part in EXAMPLE_PARTS:
        (folder / part).symlink_to(shipped("example") / part)
    return folder


def site(root: Path) -> dict[str, bytes]:
    files = ((path.relative_to(root / "site"), path) for path in (root / "site").rglob("*") if path.is_file())
    return {name.as_posix(): path.read_bytes() for name, path in files}


@pytest.mark.stress
def test_the_example_is_the_same_site_to_the_byte(tmp_path: Path, without_mkdocs: Mapping[str, str]) -> None:
    roots = [an_example(tmp_path / name) for name in ("mkdocs", "iiv", "properdocs")]
    by_mkdocs, by_iiv, by_properdocs = roots
    subprocess.run([sys.executable, "-m", "iiv", "-C", by_mkdocs, "build"], capture_output=True, check=True)
    run("iiv", "-C", by_iiv, "build", env=without_mkdocs)
    run("properdocs", "build", "-f", by_properdocs / "mkdocs.yml", env=without_mkdocs)
    assert len(site(by_mkdocs)) > 100
    assert site(by_mkdocs) == site(by_iiv)
    assert site(by_mkdocs) == site(by_properdocs)


@pytest.mark.stress
def test_what_properdocs_says_is_heard(tmp_path: Path, without_mkdocs: Mapping[str, str]) -> None:
    root = an_example(tmp_path / "talks")
    settings = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").unlink()
    (root / "mkdocs.yml").write_text(f"{settings}\nthemes: none\n", "utf-8")
    said = run("iiv", "-C", root, "build", "--strict", env=without_mkdocs, code=1)
    assert "Unrecognised configuration name: themes" in said
    (root / "mkdocs.yml").write_text(f"{settings}\nrepo_url: https://example.org/\n", "utf-8")
    strictly = ("properdocs", "build", "--strict", "-f", root / "mkdocs.yml")
    assert "`repo_url`" in run(*strictly, env=without_mkdocs, code=1)
    (root / "mkdocs.yml").write_text(settings.replace("material", "readthedocs"), "utf-8")
    assert "Unrecognised theme name" in run("iiv", "-C", root, "build", env=without_mkdocs, code=1)
