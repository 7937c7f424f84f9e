from iiv.journal.cache import fingerprint


def test_it_names_every_file_of_the_journal_and_the_method_and_the_packages_they_need() -> None:
    found = fingerprint.fingerprint()
    files = (
        "journal/parse/markup.py",
        "journal/cache/fingerprint.py",
        "method/status.py",
        "msgspec/__init__.py",
    )
    for name in files:
        assert f"{name}'" in found
    assert "__pycache__" not in found
