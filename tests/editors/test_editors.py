"""A person's editor formats and lints what the commands wrote: nothing is lost, and nothing is wrong."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iiv.journal.read.reading import read
from tests.builders import write_journal
from tests.cli.running import iiv
from tests.conftest import IN_CI
from tests.editors.meaning import meaning, said

Run = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.stress

HERE = Path(__file__).parent
WAYS = {"as it is": (), "wrapped": ("--prose-wrap", "always"), "unwrapped": ("--prose-wrap", "never")}
LONG = "I saw how you brought the whole hall along, to the last row, without a slide and without a note"
COMMANDS = (
    ("add", "Ada Lovelace", "--email", "ada@example.org", "--phone", "0123 456", "--know", f"{LONG}: # yes"),
    (
        "add",
        "李美",
        "--respect",
        f'"never" says {LONG}',
        "--introduced-by",
        "Ada Lovelace",
        "--tag",
        "two words",
    ),
    ("log", "ada", "asked", "--by", "e-mail", "--note", LONG),
    ("log", "ada", "scheduled", "2026-03-02", "15:00", "--by", "video"),
    ("log", "ada", "wrote", "--note", f"#craft [[李美]] *see* https://example.org/a_b 1. + {LONG} & {LONG}"),
    ("log", "ada", "wrote", "--next", "2026-06-01"),
    ("new", "Ada Lovelace", "--no-edit"),
    ("log", "ada", "thanked", "--by", "card"),
    ("new", "Grace Hopper", "--no-edit"),
    ("log", "Grace Hopper", "heard", "--note", LONG),
    ("questions", "choose", "last-tuesday", "regret"),
    ("questions", "reword", "start", f"{LONG}: how did it begin?"),
    ("questions", "retire", "industry"),
)
# Signs that mean something in Markdown, at any place of a line that is broken anew.
PIECES = (
    *("word", "a longer word", "#craft", "# x", "-", "+", "*", "1.", "2)", ">", "_a_", "*b*", "a_b", "**c**"),
    *("`d`", "[x]", "[ ]", "[[Ada]]", "<b>", "&", "&amp;", "|", "~", "~~e~~", "$", "https://example.org/a_b"),
    *("---", "===", "!", "![x](y.png)", "[t](u)", "[r]", "[^1]", "{#id}", ":", "“q”", "李美", "^", "#1"),
)


@pytest.fixture(scope="session")
def tool(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs one of the programs, as npm installs them from the lock."""
    npm = shutil.which("npm") or ""
    if not npm:
        reason = "npm is not on the path: install Node (Debian: apt-get install npm)"
        pytest.fail(reason) if IN_CI else pytest.skip(reason)
    folder = tmp_path_factory.mktemp("npm")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder)
    subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, check=True)

    def run(name: str, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        program = folder / "node_modules" / ".bin" / name
        return subprocess.run([program, *words], cwd=cwd, capture_output=True, text=True, check=False)

    return run


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A new journal, in which nothing but commands has written."""
    folder = tmp_path / "talks"
    assert iiv("init", folder).exit_code == 0
    for words in COMMANDS:
        result = iiv("-C", folder, "--today", "2026-03-01", *words)
        assert result.exit_code == 0, result.output
    return folder


def formatted(tool: Run, folder: Path, *options: str) -> None:
    done = tool("prettier", "--write", *options, "journal", "mkdocs.yml", cwd=folder)
    assert done.returncode == 0, done.stderr


def test_a_linter_finds_nothing(tool: Run, journal: Path) -> None:
    done = tool("markdownlint-cli2", "**/*.md", cwd=journal)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Summary: 0 error(s)" in done.stdout


def test_without_our_settings_it_would(tool: Run, journal: Path) -> None:
    (journal / ".markdownlint.yaml").unlink()
    found = tool("markdownlint-cli2", "**/*.md", cwd=journal).stderr
    assert all(rule in found for rule in ("MD013", "MD034", "MD041"))


@pytest.mark.parametrize("way", WAYS)
def test_a_formatter_changes_nothing_of_what_is_said(tool: Run, journal: Path, way: str) -> None:
    before = read(journal)
    formatted(tool, journal, *WAYS[way])
    assert meaning(read(journal)) == meaning(before)
    assert tool("markdownlint-cli2", "**/*.md", cwd=journal).returncode == 0


@pytest.mark.parametrize("way", ["as it is", "wrapped", "unwrapped"])
def test_the_example_stays_what_it_is(tool: Run, tmp_path: Path, way: str) -> None:
    assert iiv("init", tmp_path / "look", "--example").exit_code == 0
    before = read(tmp_path / "look")
    formatted(tool, tmp_path / "look", *WAYS[way])
    assert meaning(read(tmp_path / "look")) == meaning(before)


@pytest.mark.parametrize("way", WAYS)
def test_commands_go_on_where_a_formatter_was(tool: Run, journal: Path, way: str) -> None:
    formatted(tool, journal, *WAYS[way])
    for words in (
        ("log", "ada", "called", "--note", "again", "--next", "2026-09-01"),
        ("questions", "reword", "start", "How did it begin?"),
        ("questions", "choose", "industry"),
    ):
        result = iiv("-C", journal, "--today", "2026-03-20", *words)
        assert result.exit_code == 0, result.output
    found = read(journal).journal
    ada = found.contacts_by_id["ada-lovelace"]
    assert (ada.log[-1].note, str(ada.next_contact)) == ("again", "2026-09-01")
    assert found.questions_by_id["start"].ask == "How did it begin?"
    assert not found.questions_by_id["industry"].retired


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=12)
@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25), min_size=20, max_size=60))
def test_whatever_is_logged_survives_it(tool: Run, tmp_path: Path, notes: list[list[str]]) -> None:
    lines = "".join(f"- 2026-03-02 wrote: {' '.join(note)}\n" for note in notes)
    root = write_journal(tmp_path, {"contacts/ada.md": f"---\nname: Ada\n---\n\n## Log\n\n{lines}"})
    (before,) = read(root).journal.contacts
    formatted(tool, root, "--prose-wrap", "always")
    (after,) = read(root).journal.contacts
    assert said(after.log) == said(before.log)
