"""Two machines that write at once: git brings together what each did, and iiv names what needs a look.

A new act is a row of `ACTS`, with what each machine does. If that needs a look where both did it, `MEETING`
says how.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from iiv.journal.read.reading import Reading, read
from tests.cli.running import iiv

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

TALK = "journal/interviews/2026-03-02-ada-lovelace.md"
NOTES = {
    TALK: "---\ncontact: Ada Lovelace\ndate: 2026-03-02\nhelpfulness: 4\n---\n\n"
    "- [ ] send her the article\n\n## start\n\nBy chance.\n\n## satisfying\n\nThe moment of proof.\n\n"
    "- [ ] ask her for the book\n",
    "journal/contacts/ada-lovelace.md": "---\nname: Ada Lovelace\nemail:\nnext_contact:\ntags:\n---\n\n"
    "## Log\n\n- 2026-02-01 asked by e-mail\n- 2026-03-02 thanked by e-mail\n",
    "journal/contacts/Zoë/Zoë Ñandú 李.md": "---\nname: Zoë Ñandú\n---\n\n## Log\n\n- 2026-02-01 asked\n",
    "journal/contacts/mary-somerville.md": "Mary Somerville\n",
}


@dataclass(frozen=True)
class Reword:
    """Words of a note become others, as in an editor."""

    old: str
    new: str
    path: str = TALK

    def do(self, root: Path) -> None:
        path = root / self.path
        text = path.read_text("utf-8")
        assert self.old in text
        path.write_text(text.replace(self.old, self.new), "utf-8")


@dataclass(frozen=True)
class Command:
    """What is typed behind `iiv`."""

    words: tuple[str, ...]

    def do(self, root: Path) -> None:
        result = iiv("-C", root, "--today", "2026-03-04", *self.words)
        assert result.exit_code == 0, result.output


def typed(line: str, *more: str) -> Command:
    return Command((*line.split(), *more))


def imported() -> Command:
    people = Path(__file__).with_name("fixtures") / "people.csv"
    return Command(("import", str(people), "--apply"))


ACTS: Mapping[str, tuple[Command | Reword, Command | Reword]] = {
    "log": (typed("log ada wrote --by e-mail"), typed("log ada called --by phone --note", "the looms")),
    "log the same": (typed("log ada wrote"), typed("log ada wrote")),
    "log for a name in other letters": (typed("log zoë replied"), typed("log zoë scheduled 2026-03-09")),
    "log for a note without a log": (typed("log mary asked"), typed("log mary nudged")),
    "log with the next day": (
        typed("log ada met --next 2026-09-01"),
        typed("log ada heard --next 2026-10-01"),
    ),
    "add": (typed("add", "Grace Hopper"), typed("add", "Hedy Lamarr")),
    "add the same": (
        typed("add --email g@example.org", "Rosalind Franklin"),
        typed("add --role Chemist --tag dna", "Rosalind Franklin"),
    ),
    "import the same": (imported(), imported()),
    "tags": (
        Reword("tags:", "tags: [looms]", "journal/contacts/ada-lovelace.md"),
        Reword("tags:", "tags: [numbers]", "journal/contacts/ada-lovelace.md"),
    ),
    "new": (
        typed("new --no-edit --date 2026-03-08", "Ada Lovelace"),
        typed("new --no-edit --date 2026-03-08", "Zoë Ñandú"),
    ),
    "new the same": (typed("new mary-somerville --no-edit"), typed("new mary-somerville --no-edit")),
    "rename": (typed("rename ada", "Ada King"), typed("rename ada", "Ada Byron")),
    "rename the same": (typed("rename mary", "Mary Greig"), typed("rename mary", "Mary Greig")),
    "tick": (Reword("- [ ] send", "- [x] send"), Reword("- [ ] ask", "- [x] ask")),
    "tick the same": (Reword("- [ ] send", "- [x] send"), Reword("- [ ] send", "- [x] send")),
    "answer": (Reword("By chance.", "By chance, and music."), Reword("of proof.", "of #proof.")),
    "reword": (
        typed("questions reword industry", "What do you like in it?"),
        typed("questions reword satisfying", "What is best?"),
    ),
    "reword the same": (
        typed("questions reword start", "Where did it begin?"),
        typed("questions reword start", "How did it all come about?"),
    ),
    "choose": (typed("questions choose money"), typed("questions choose surprise")),
    "a question of one's own": (
        typed("questions add", "What would your dog say?"),
        typed("questions add", "What keeps you awake?"),
    ),
    "shortlist": (
        typed("questions shortlist your-week how-much-luck"),
        typed("questions shortlist your-week regret"),
    ),
    "a direction": (
        typed("directions new --no-edit", "Tree officer"),
        typed("directions new --no-edit", "By the river"),
    ),
    "the same direction": (
        typed("directions new --no-edit", "Night work"),
        typed("directions new --no-edit", "Night work"),
    ),
    "retire": (typed("questions retire background"), typed("questions retire same-path")),
    "news": (
        Reword("name:", "name: Ida", "journal/me.md"),
        Reword("## News\n", "## News\n\n- 2026-03-01 moved house\n", "journal/me.md"),
    ),
}
"""What is done here, and there."""

MEETING: Mapping[str, tuple[str, ...]] = {
    "log with the next day": ("repeated-key",),
    "tags": ("repeated-key",),
    "rename": ("repeated-key",),
    "reword the same": ("merge-conflict",),
}
"""What iiv has to say where both did this; to all else it says nothing."""


def git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    who = {
        f"GIT_{role}_{key}": "me@example.org" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")
    }
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C"}
    command = ["git", "-c", "gc.auto=0", "-C", str(folder), *words]
    return subprocess.run(command, env=clean | who | own, capture_output=True, text=True, check=False)


def done(folder: Path, *words: str) -> str:
    result = git(folder, *words)
    assert result.returncode == 0, result.stderr
    return result.stdout


def texts(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for path in (root / "journal").rglob("*.md")
    }


@dataclass
class Machine:
    """A clone in which each act stands on a branch of its own; `said` are the lines it added, by path."""

    root: Path
    said: dict[str, dict[str, set[str]]] = field(default_factory=dict)

    def does(self, name: str, act: Command | Reword) -> None:
        done(self.root, "checkout", "-q", "-b", name.replace(" ", "-"), "main")
        before = texts(self.root)
        act.do(self.root)
        after = texts(self.root)
        self.said[name] = {
            path: set(text.splitlines()) - set(before.get(path, "").splitlines())
            for path, text in after.items()
        }
        done(self.root, "add", "--all")
        done(self.root, "commit", "-q", "-m", name)


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> tuple[Machine, Machine]:
    """Two clones of one journal, in which everything was done; the second knows what the first did."""
    folder = tmp_path_factory.mktemp("machines")
    first = folder / "here"
    assert iiv("init", first).exit_code == 0
    for path, text in NOTES.items():
        (first / path).parent.mkdir(parents=True, exist_ok=True)
        (first / path).write_text(text, "utf-8")
    done(first, "checkout", "-q", "-b", "main")
    done(first, "add", "--all")
    done(first, "commit", "-q", "-m", "to begin with")
    done(folder, "clone", "-q", "here", "there")
    here, there = Machine(first), Machine(folder / "there")
    for name, (act, other) in ACTS.items():
        here.does(name, act)
        there.does(name, other)
    done(there.root, "fetch", "-q")
    return here, there


def merged(here: str, there: str, machine: Machine) -> Reading:
    """The journal after a merge of what was done here into what was done there."""
    done(machine.root, "checkout", "-q", "-f", "-B", "both", there.replace(" ", "-"))
    git(machine.root, "merge", "-q", "--no-edit", f"origin/{here.replace(' ', '-')}")
    return read(machine.root)


def lost(machine: Machine, *sides: Mapping[str, set[str]]) -> Iterator[str]:
    """The lines that a side wrote and that are not there now."""
    now = {path: set(text.splitlines()) for path, text in texts(machine.root).items()}
    for side in sides:
        for path, lines in side.items():
            yield from lines - now.get(path, set())


@pytest.mark.parametrize("name", ACTS)
def test_whatever_is_done_on_both_nothing_is_lost_and_what_needs_a_look_is_named(
    name: str, machines: tuple[Machine, Machine]
) -> None:
    here, there = machines
    acts = [*ACTS]
    for other in acts[acts.index(name) :]:
        reading = merged(name, other, there)
        assert [*lost(there, here.said[name], there.said[other])] == [], other
        codes = tuple(problem.code for problem in reading.problems)
        assert codes == (MEETING.get(name, ()) if name == other else ()), (other, reading.problems)


def test_without_the_file_that_init_writes_two_logs_are_in_conflict(
    machines: tuple[Machine, Machine],
) -> None:
    _, there = machines
    done(there.root, "checkout", "-q", "-f", "-B", "both", "log")
    (there.root / ".gitattributes").write_text("* text=auto\n", "utf-8")
    assert git(there.root, "merge", "-q", "--no-edit", "origin/log").returncode == 1
    assert [problem.code for problem in read(there.root).problems] == ["merge-conflict"]
