"""The lock of the programs from npm holds versions and hashes, and no address to fetch them from."""

import json
from pathlib import Path

HERE = Path(__file__).parent
LOCK = json.loads((HERE / "package-lock.json").read_text("utf-8"))
PACKAGES = {path: package for path, package in LOCK["packages"].items() if path}


def test_it_is_the_lock_of_what_is_asked_for() -> None:
    asked = json.loads((HERE / "package.json").read_text("utf-8"))["devDependencies"]
    assert LOCK["packages"][""]["devDependencies"] == asked
    assert {name: PACKAGES[f"node_modules/{name}"]["version"] for name in asked} == asked


def test_each_package_has_a_hash_and_none_an_address() -> None:
    for path, package in PACKAGES.items():
        assert package["integrity"].startswith("sha512-"), path
        assert "resolved" not in package, path
