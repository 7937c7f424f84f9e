"""The lock is complete: on every Python and system that we support, all that is required is in it.

What a locked package requires is read from the package as it is installed here. One that is locked only for
other Pythons or systems is not installed: its own requirements are checked where it is.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from itertools import chain
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
LOCK = (ROOT / "requirements-dev.txt").read_text("utf-8")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PROJECT = PYPROJECT["project"]

# One for each locked version: `coverage[toml]==7.17.4 ; python_version < '4' --hash=sha256:...`
LINES = [line for line in LOCK.replace("\\\n", "").splitlines() if not re.match(" *(#|$)", line)]
LOCKED = [Requirement(line.partition("--hash=")[0]) for line in LINES]

MINORS = re.findall(r":: (3\.\d+)$", "\n".join(PROJECT["classifiers"]), re.MULTILINE)
HERE = {name: str(value) for name, value in default_environment().items()}
SYSTEMS = [
    ("posix", "linux", "Linux", "x86_64"),
    ("posix", "darwin", "Darwin", "arm64"),
    ("nt", "win32", "Windows", "AMD64"),
]


def environments() -> Iterator[dict[str, str]]:
    """Each system with the first and with a late release of each Python."""
    for minor in MINORS:
        for full in (f"{minor}.0", f"{minor}.99"):
            for name, platform, system, machine in SYSTEMS:
                yield {
                    "implementation_name": "cpython",
                    "os_name": name,
                    "platform_machine": machine,
                    "platform_python_implementation": "CPython",
                    "platform_system": system,
                    "python_full_version": full,
                    "python_version": minor,
                    "sys_platform": platform,
                }


def holds(requirement: Requirement, environment: dict[str, str], extras: Iterable[str] = ()) -> bool:
    """Whether it counts there, when the package that has it was asked for with these extras."""
    marker = requirement.marker
    return marker is None or any(marker.evaluate({**environment, "extra": extra}) for extra in ("", *extras))


def version(pin: Requirement) -> str:
    return str(pin.specifier).removeprefix("==")


def installed(pin: Requirement) -> Distribution | None:
    """The package as it is installed here, if it is the locked version of it."""
    try:
        found = distribution(pin.name)
    except PackageNotFoundError:
        return None
    return found if found.version == version(pin) else None


def satisfied(wanted: Requirement, environment: dict[str, str]) -> bool:
    """Whether the lock has one version of it there, one that fits, and with the extras."""
    name = canonicalize_name(wanted.name)
    found = [pin for pin in LOCKED if canonicalize_name(pin.name) == name and holds(pin, environment)]
    return (
        len(found) == 1
        and wanted.specifier.contains(version(found[0]), prereleases=True)
        and wanted.extras <= found[0].extras
    )


def lacking(
    requirements: Iterable[Requirement], environment: dict[str, str], extras: Iterable[str] = ()
) -> list[str]:
    """What the lock lacks there, each with where."""
    where = f"Python {environment['python_full_version']} on {environment['platform_system']}"
    needed = [wanted for wanted in requirements if holds(wanted, environment, extras)]
    return [f"{wanted} ({where})" for wanted in needed if not satisfied(wanted, environment)]


def test_what_the_project_requires_is_locked() -> None:
    texts = (
        PYPROJECT["build-system"]["requires"],
        PROJECT["dependencies"],
        *PROJECT["optional-dependencies"].values(),
    )
    wanted = [Requirement(text) for text in chain(*texts)]
    assert [line for environment in environments() for line in lacking(wanted, environment)] == []


def known() -> list[tuple[Requirement, Distribution]]:
    """The locked packages that are installed here."""
    found = [(pin, installed(pin)) for pin in LOCKED]
    return [(pin, package) for pin, package in found if package is not None]


def name_of(value: object) -> str | None:
    return f"{value.name}-{version(value)}" if isinstance(value, Requirement) else ""


def test_all_that_is_locked_for_this_python_is_installed() -> None:
    missing = [str(pin) for pin in LOCKED if installed(pin) is None and holds(pin, HERE)]
    assert missing == [], "the environment is not that of the lock: run make"


@pytest.mark.parametrize(("pin", "package"), known(), ids=name_of)
def test_what_a_locked_package_requires_is_locked(pin: Requirement, package: Distribution) -> None:
    there = [environment for environment in environments() if holds(pin, environment)]
    wanted = [Requirement(text) for text in package.requires or ()]
    assert [line for environment in there for line in lacking(wanted, environment, pin.extras)] == []


@pytest.mark.parametrize(("pin", "package"), known(), ids=name_of)
def test_a_locked_package_runs_on_every_python_it_is_locked_for(
    pin: Requirement, package: Distribution
) -> None:
    pythons = SpecifierSet((package.metadata.get_all("Requires-Python") or [""])[0])
    there = {one["python_full_version"] for one in environments() if holds(pin, one)}
    assert set(pythons.filter(there)) == there, str(pythons)


def test_all_is_locked_by_version_and_hash_and_nothing_by_address() -> None:
    assert all(re.search(r"==[\w.]+ .*--hash=sha256:", line) for line in LINES)
    assert not re.search("://|@", LOCK)


def test_the_oldest_python_is_the_same_everywhere() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert f">={MINORS[0]}" == PROJECT["requires-python"]
    assert f"OLDEST := {MINORS[0]}\n" in makefile


EDITORS = ROOT / "tests/editors"
NPM_LOCK = json.loads((EDITORS / "package-lock.json").read_text("utf-8"))
NPM_PACKAGES = {path: package for path, package in NPM_LOCK["packages"].items() if path}


def test_the_lock_of_the_programs_from_npm_is_that_of_what_is_asked_for() -> None:
    asked = json.loads((EDITORS / "package.json").read_text("utf-8"))["devDependencies"]
    assert NPM_LOCK["packages"][""]["devDependencies"] == asked
    assert {name: NPM_PACKAGES[f"node_modules/{name}"]["version"] for name in asked} == asked


def test_each_of_them_has_a_hash_and_none_an_address() -> None:
    for path, package in NPM_PACKAGES.items():
        assert package["integrity"].startswith("sha512-"), path
        assert "resolved" not in package, path
