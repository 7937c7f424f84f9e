"""The README tells of every command, and of none that is not there."""

import re
import shlex
from pathlib import Path

import click
import pytest

from iiv.cli.main import COMMANDS, main
from iiv.journal.bank import bank
from iiv.journal.parse import contacts, directions, interviews, me, questions
from iiv.journal.read.reading import read
from tests.cli.running import iiv

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
# `iiv log ada asked` in a block of its own or between backticks; what explains it stands two spaces behind.
TYPED = [line.split("  ")[0] for line in re.findall(r"^    (iiv .*)$", README, re.MULTILINE)]
TYPED += re.findall(r"`(iiv [^`]*)`", README)


@pytest.mark.parametrize(
    "key", [*interviews.KEYS, *contacts.KEYS, *questions.KEYS, *directions.KEYS, *me.KEYS]
)
def test_every_key_of_a_note_is_told_of(key: str) -> None:
    assert re.search(rf"\b{key}\b", README), key


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_told_of(name: str) -> None:
    assert any(name in line.split() for line in TYPED)


@pytest.mark.parametrize("line", TYPED)
def test_what_is_told_of_is_there(line: str) -> None:
    words = [word for word in shlex.split(line)[1:] if word not in {"COMMAND", "--help"}]
    if words[:1] == ["-C"]:
        words = words[2:]
    context = click.Context(main, info_name="iiv")
    command: click.Command = main
    while isinstance(command, click.Group) and words:
        found = command.get_command(context, words.pop(0))
        assert found is not None, line
        command = found
    known = {
        option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)
    }
    assert {word for word in words if word.startswith("--")} <= known


def test_its_steps_typed_as_they_stand_leave_one_note_and_no_problem(tmp_path: Path) -> None:
    steps = README.partition("## Begin")[2].partition("## A note")[0]
    lines = [line.split("  ")[0] for line in re.findall(r"^    iiv (.*)$", steps, re.MULTILINE)]
    for line in lines:
        words = [word for word in shlex.split(line) if word != "--open"]  # in another program
        words += ["--no-edit"] * (words[0] == "new")
        where = tmp_path if words[0] == "init" else tmp_path / "talks"
        done = words == ["serve"] or not iiv("-C", where, "--today", "2026-03-02", *words).exit_code
        assert done, line
    journal = read(tmp_path / "talks")
    assert journal.problems == ()
    assert [talk.id for talk in journal.journal.interviews] == ["2026-03-06-ada-lovelace"]


@pytest.mark.parametrize(
    ("words", "path"), re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", README.partition("## Install")[0])
)
def test_its_pictures_are_there_and_light(words: str, path: str) -> None:
    assert words
    assert (ROOT / path).stat().st_size < 200_000


def test_the_questions_it_chooses_are_in_the_bank() -> None:
    lines = [
        line.split()
        for line in TYPED
        if line.startswith(("iiv questions choose ", "iiv questions shortlist "))
    ]
    chosen = {word for line in lines for word in line[3:]} - {"ID"}
    assert chosen
    assert chosen <= set(bank())


def test_its_links_within_lead_to_headings() -> None:
    prose = re.sub(r"^```.*?^```", "", README, flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ (.*)$", prose, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    links = set(re.findall(r"\]\(#([^)]*)\)", README))
    assert links
    assert links <= anchors
