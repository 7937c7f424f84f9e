"""What a person installs is whole: from a wheel, from an sdist, and from a checkout."""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from iiv import __version__
from iiv.shipped import EXAMPLE_PARTS

# Wheels and environments of their own take half a minute.
pytestmark = pytest.mark.stress

ROOT = Path(__file__).resolve().parents[1]

LIST_SHIPPED = """
import json
from iiv.shipped import EXAMPLE_PARTS, shipped

roots = [shipped("site_templates"), *(shipped("example") / part for part in EXAMPLE_PARTS)]
print(json.dumps([str(root) for root in roots]))
"""
LOAD_PLUGIN = """
from importlib.metadata import entry_points

(plugin,) = entry_points(group="mkdocs.plugins", name="iiv")
print(plugin.load().__name__)
"""


def run(*command: str | Path, cwd: Path) -> str:
    """Standard output of a command that must succeed; what it says on failure is shown."""
    env = plain_environment()
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def plain_environment() -> dict[str, str]:
    """The environment without what would lead Python past the environment under test."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_"))}


def contents(path: Path) -> dict[str, bytes]:
    """Every file of a folder by its path below it; a file alone has the path `.`."""
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in files}


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an sdist in `sdist/`, a wheel made from it there, and one of the tree in `wheel/`."""
    folder = tmp_path_factory.mktemp("dist")
    build = (sys.executable, "-m", "build", "--no-isolation", "--quiet")
    run(*build, "--outdir", folder / "sdist", ROOT, cwd=folder)
    run(*build, "--wheel", "--outdir", folder / "wheel", ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module", params=["wheel", "sdist", "editable"])
def installed(request: pytest.FixtureRequest, dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of a fresh environment into which iiv alone was installed.

    It borrows the dependencies from the environment of the tests, so that nothing is downloaded.
    """
    folder = tmp_path_factory.mktemp(request.param)
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    paths = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
    Path(paths["purelib"], "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    wheels = (dist / request.param).glob("*.whl")
    what: list[str | Path] = ["--editable", ROOT] if request.param == "editable" else [*wheels]
    pip = (sys.executable, "-m", "pip", "--python", paths["scripts"] + "/python", "install", "--quiet")
    # Without --ignore-installed pip would meet the iiv of the borrowed folder.
    offline = ("--no-index", "--no-deps", "--no-build-isolation", "--ignore-installed")
    run(*pip, *offline, *what, cwd=folder)
    return Path(paths["scripts"])


def test_the_sdist_makes_the_same_wheel_as_the_tree(dist: Path) -> None:
    (of_sdist,), (of_tree,) = (dist / "sdist").glob("*.whl"), (dist / "wheel").glob("*.whl")
    assert of_sdist.read_bytes() == of_tree.read_bytes()


def test_templates_and_example_are_those_of_the_checkout(installed: Path, tmp_path: Path) -> None:
    found = json.loads(run(installed / "python", "-c", LIST_SHIPPED, cwd=tmp_path))
    own = [ROOT / "site_templates", *(ROOT / part for part in EXAMPLE_PARTS)]
    assert [contents(Path(path)) for path in found] == [contents(path) for path in own]


def test_only_an_editable_install_reads_the_checkout(
    installed: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    found = json.loads(run(installed / "python", "-c", LIST_SHIPPED, cwd=tmp_path))
    home = ROOT if request.node.callspec.params["installed"] == "editable" else installed.parent
    assert all(Path(path).is_relative_to(home) for path in found)


def test_mkdocs_finds_the_plugin(installed: Path, tmp_path: Path) -> None:
    assert run(installed / "python", "-c", LOAD_PLUGIN, cwd=tmp_path) == "IivPlugin\n"


def test_the_command_runs(installed: Path, tmp_path: Path) -> None:
    assert __version__ in run(installed / "iiv", "--version", cwd=tmp_path)
    assert "build" in run(installed / "iiv", "--help", cwd=tmp_path)


def test_a_person_can_begin_with_what_was_installed(installed: Path, tmp_path: Path) -> None:
    run(installed / "iiv", "init", "mine", "--example", cwd=tmp_path)
    run(installed / "iiv", "-C", "mine", "build", cwd=tmp_path)
    assert (tmp_path / "mine" / "site" / "index.html").is_file()
