from __future__ import annotations

from iiv.journal.cache import program


def test_it_names_every_file_of_the_journal_and_the_method_and_the_packages_they_need() -> None:
    found = program.fingerprint()
    files = "journal/parse/markup.py", "journal/cache/program.py", "method/status.py", "msgspec/__init__.py"
    for name in files:
        assert f"{name}'" in found
    assert "__pycache__" not in found
