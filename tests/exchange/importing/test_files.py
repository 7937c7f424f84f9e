"""Files as other programs write them: what becomes of each record, and of a second run."""

from collections import Counter
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.exchange.foreign_files import ForeignFileError
from iiv.exchange.importing.sheets import KnownQuestions, question_columns
from iiv.exchange.importing.sources import read_source
from iiv.exchange.importing.table_records import table_records
from iiv.exchange.importing.tables import table_of
from iiv.exchange.importing.talks import talks_in
from iiv.journal.journal import Journal
from iiv.journal.read.disk import read_folder as on_disk
from tests.builders import write_journal
from tests.cli.running import iiv

FIXTURES = Path(__file__).with_name("fixtures")
SAMPLES = Path(__file__).parents[3].parent / "shared" / "import-samples"
NOTES = {
    "contacts/grace.md": "---\nname: Grace Hopper\nrole: Admiral\n---\n",
    "interviews/a.md": "---\ncontact: Maya Okafor\ndate: 2026-01-02\n---\nA talk.\n",
    "questions/start.md": "---\nask: How did you get your start in this work, and why?\n---\n",
    "questions/satisfying.md": "---\nask: What is the most satisfying part of your work?\n---\n",
    "questions/industry.md": "---\nask: What do you like most about working in this industry?\n---\n",
    "questions/same-path.md": "---\nask: Would you take the same path again?\n---\n",
}
# How many are created, merged and skipped; and what must be said.
FILES = {
    "iphone.vcf": (1, 0, 1, "Maya Okafor (card 1): role, organization, email, phone; named in your notes"),
    "android-old.vcf": (1, 0, 1, "Mgr. Jiří Dvořák (card 1): role, organization, email, phone"),
    "outlook-2.1-western.vcf": (1, 0, 0, "Jörg Müller (card 1): role, organization, email, phone"),
    "google-export.vcf": (2, 0, 1, "newsletter@example.org (card 2): no name"),
    "nextcloud.vcf": (1, 0, 2, "Sōta 山口 (card 1): role, organization, email, phone"),
    "nokia-cr-only.vcf": (2, 0, 0, "Omar Haddad (card 1): email, phone"),
    "broken-cards.vcf": (5, 0, 1, "Bob After (card 5): role"),
    "groups.vcf": (1, 0, 2, "Roof & Tile Ltd. (card 3): a company"),
    "windows-contact.vcf": (1, 0, 0, "Παπαδοπούλου Έλλη (card 1): email"),
    "linkedin-2025.csv": (2, 1, 2, "Grace Hopper (row 5): organization; role stays as written"),
    "linkedin-saved-by-excel.csv": (1, 1, 2, "Jürgen Groß (row 6): organization, role"),
    "linkedin-tabs.txt": (2, 1, 2, "Ann Lee (row 6): has the name of row 5, and is somebody else"),
    "linkedin-de.csv": (1, 0, 0, "Karin Lind (row 5): organization, role"),
    "google-2024.csv": (2, 0, 2, "John Q Public Jr. (row 2): organization, role, email, phone"),
    "google-2019-utf16.csv": (2, 0, 0, "Имя Фамилия (row 2): organization, role, email, phone"),
    "outlook-de.csv": (1, 0, 0, "Käthe Weiß (row 2): organization, role, email, phone"),
    "outlook-fr.csv": (1, 0, 0, "François Lefèvre (row 2): organization, role, email, phone"),
    "outlook-ru.csv": (1, 0, 0, "Анна Петровна Кузнецова (row 2)"),
    "outlook-ja.csv": (1, 0, 0, "田中健一 (row 2): organization, role, email, phone"),
    "outlook-pl.csv": (1, 0, 0, "Łucja Żółkiewska (row 2)"),
    "thunderbird.csv": (1, 0, 1, "Ewan Reid (row 2): organization, role, email, phone"),
    "thunderbird.ldif": (2, 0, 0, "Gráinne Ó Briain (row 3): email"),
    "notion.csv": (2, 0, 0, "Bernie O'Toole (row 3): role, tags"),
    "numbers-de.csv": (2, 0, 0, "Max Bäumler (row 5): role"),
    "names-only.csv": (1, 1, 1, "Ada Lovelace (row 4): with row 2"),
    "people.ods": (1, 0, 0, "Karin Lind (row 2): organization"),
    "talks.xlsx": (2, 0, 0, "Lena Holm (row 5): 2026-03-14, 1 answer"),
    "google-form.csv": (2, 0, 2, "Ann & Bob Lee (row 4): names more than one person"),
    "transposed.csv": (2, 0, 1, "transposed.csv, with people across and questions down"),
    "gespraeche.csv": (1, 0, 0, "Käthe Weiß (row 2): 2026-02-03, 2 answers"),
}
OTHERS = {
    "vcf/ez-John_Doe_ANDROID.vcf": (4, 0, 2, "john.doe@example.org (card 1): no name"),
    "vcf/ez-John_Doe_LOTUS_NOTES.vcf": (1, 0, 0, ""),
    "vcf/ez-John_Doe_MAC_ADDRESS_BOOK.vcf": (1, 0, 0, ""),
    "vcf/ez-gmail-list.vcf": (3, 0, 0, ""),
    "vcf/ez-outlook-2003.vcf": (1, 0, 0, "John Doe III"),
    "vcf/issue-owncloud861-android21-qp.vcf": (1, 0, 0, "Matěj Muster"),
    "vcf/khard-korean-c.vcf": (1, 0, 0, "최유림"),
    "vcf/khard-tel-value-uri.vcf": (1, 0, 0, ""),
    "vcf/khard-unparsable.vcf": (1, 0, 0, "second contact with minimal Vcard"),
    "vcf/made-apple-bom-company-badline-4cards.vcf": (3, 0, 1, "Talo Oy (card 2): a company"),
    "vcf/vobject-radicale-1587.vcf": (1, 0, 0, "Given Family"),
    "csv/google-new.csv": (2, 0, 1, "Plumber Ltd (row 4): a company"),
    "csv/google-old.csv": (1, 0, 1, "no-reply@shop.example (row 3): no name"),
    "csv/linkedin-2022-preamble-hidden-row.csv": (1, 1, 1, "row 6: no name"),
    "csv/linkedin-2023-crlf.csv": (3, 0, 1, "row 7: empty"),
    "csv/outlook-en.csv": (2, 0, 0, "John Q Public (row 3): organization, role, email"),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_journal(tmp_path, NOTES)


def counts(printed: str) -> tuple[int, int, int]:
    words = Counter(line.split()[0] for line in printed.splitlines() if line.startswith("  "))
    return words["created"], words["merged"], words["skipped"]


@pytest.mark.parametrize("name", [*FILES, *OTHERS])
def test_each_record_is_accounted_for(root: Path, name: str) -> None:
    file = FIXTURES / name if name in FILES else SAMPLES / name
    if not file.exists():
        pytest.skip("the samples lie beside the checkout")
    *expected, said = {**FILES, **OTHERS}[name]
    untouched = file.read_bytes()
    result = iiv("-C", root, "import", file, "--apply")
    assert (result.exit_code, counts(result.stdout)) == (0, tuple(expected)), result.stderr
    assert said in result.stdout
    assert f": {sum(expected)} record" in result.stdout, "they add up to those in the file"
    written = on_disk(root).notes
    again = iiv("-C", root, "import", file, "--apply")
    assert counts(again.stdout) == (0, 0, sum(expected))
    assert (on_disk(root).notes, file.read_bytes()) == (written, untouched)
    assert iiv("-C", root, "check").exit_code == 0
    if expected != [0, 0, sum(expected)]:
        assert iiv("-C", root, "undo").exit_code == 0
        assert set(on_disk(root).notes) == {f"journal/{path}" for path in NOTES}


@given(st.sampled_from(sorted(FILES)), st.data())
def test_a_damaged_file_is_read_as_far_as_it_goes_or_said_to_be_damaged(
    name: str, data: st.DataObject
) -> None:
    content = bytearray((FIXTURES / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content)))
        content[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=4))
    asked = KnownQuestions(Journal())
    with TemporaryDirectory() as folder, suppress(ForeignFileError):
        path = Path(folder) / name
        path.write_bytes(content)
        for title, rows in read_source(path).tables:
            if table := table_of(title, rows, {}, asked.is_question):
                records = table_records(table)
                talks = list(talks_in(table, question_columns(table, asked, {}), "dmy"))
                assert len(records) == len(talks) == len(table.rows)


def test_every_file_is_among_them() -> None:
    assert {file.name for file in FIXTURES.iterdir()} == {*FILES, "unknown-columns.csv"}
