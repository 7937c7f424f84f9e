"""What `iiv due` keeps is what it would work out."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.msgpack import Decoder

from iiv.cli.cached_follow_ups import CACHE, CachedFollowUps, cached_follow_ups
from iiv.journal.cache.entries import Cache
from iiv.journal.read.disk import read_folder
from iiv.journal.read.reading import read
from iiv.method.appointments import prepared_notes
from iiv.method.ask_next import ask_next
from iiv.method.history import histories
from iiv.method.rules import all_follow_ups
from tests.builders import SETTINGS_TEXT, write_journal

ADA = "---\ncontact: Ada\ndate: 2026-03-02\nhelpfulness: {}\nthanked: {{email: 2026-03-02}}\n---\nGood.\n"
GRACE = (
    '---\nname: "Gr\\ud83dce"\n---\n## Log\n- 2026-02-20 asked by e-mail\n- 2026-02-20 scheduled 2026-03-02\n'
)
EMPTY = "---\ncontact: Mary\ndate: 2026-03-02\n---\n"
BROKEN = "---\ncontact: [\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_journal(tmp_path, {"interviews/ada.md": ADA.format(4), "contacts/grace.md": GRACE})


def plain(root: Path) -> CachedFollowUps:
    reading = read(root)
    items = all_follow_ups(reading.journal, reading.settings)
    waiting = ask_next(histories(reading.journal))
    ids = [item.contact for item in items] + [one.contact for one in waiting]
    names = {id_: reading.journal.contacts_by_id[id_].name for id_ in ids}
    errors = sum(problem.severity == "error" for problem in reading.problems)
    prepared = tuple((note.path, note.date) for note in prepared_notes(reading.journal))
    return CachedFollowUps(items, waiting, names, errors, prepared)


def kept(root: Path) -> CachedFollowUps | None:
    return Cache(root, CACHE).get_value(read_folder(root).digest(), Decoder(CachedFollowUps))


texts = st.sampled_from([ADA.format(4), ADA.format(5), ADA.format("x"), GRACE, EMPTY, BROKEN, ""])
paths = st.sampled_from(["interviews/ada.md", "interviews/b.md", "contacts/grace.md", "files/a.txt"])


@given(st.lists(st.tuples(paths, texts | st.none()), min_size=1, max_size=5))
def test_after_any_edits_it_is_what_would_be_worked_out(edits: list[tuple[str, str | None]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = write_journal(Path(folder), {})
        for path, text in edits:
            file = root / "journal" / path
            file.parent.mkdir(exist_ok=True)
            if text is None:
                file.unlink(missing_ok=True)
            else:
                file.write_text(text, "utf-8")
            assert [cached_follow_ups(root), cached_follow_ups(root)] == [plain(root)] * 2


def test_it_is_kept_until_something_changes(tmp_path: Path) -> None:
    root = write_journal(tmp_path, {"interviews/ada.md": ADA.format(4)})
    assert kept(root) is None
    assert cached_follow_ups(root) == kept(root) == plain(root)
    (root / "mkdocs.yml").write_text(SETTINGS_TEXT.replace("  - iiv", "  - iiv: {cadence: {4: 9}}"), "utf-8")
    assert kept(root) is None
    assert cached_follow_ups(root) == kept(root) == plain(root)


def test_what_is_none_of_ours_counts_for_nothing(root: Path) -> None:
    expected = cached_follow_ups(root)
    cache = Cache(root, CACHE)
    cache.put(read_folder(root).digest(), b"\x93")
    cache.save()
    assert cached_follow_ups(root) == expected
