"""`iiv questions`: those that are asked, those there are to choose from, and every change to them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from iiv.cli.context import folder, journal_options, point_out_problems, reading, tell, today
from iiv.cli.failures import Failure
from iiv.cli.question_choices import (
    TOPICS,
    keep_to_limit,
    own,
    own_or_offered,
    states,
    topic_of,
    wording_for,
)
from iiv.cli.question_lines import candidate_rows, print_candidates, print_questions, question_rows
from iiv.journal.bank import STARTERS, bank
from iiv.journal.parse.wordings import wording_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iiv.journal.edit.writing import Writing
    from iiv.journal.journal import Journal
    from iiv.journal.model import Question


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="As JSON, for other programs.")
@journal_options()
@click.pass_context
def questions(ctx: click.Context, as_json: bool) -> None:
    """Show, choose and change your questions.

    Without a command: the questions you ask, how many people answered each, the retired ones
    apart, and what changed in the middle of your talks.
    """
    if ctx.invoked_subcommand is not None:
        return
    from iiv.method.questions import usage

    read = reading()
    rows = usage(read.journal)
    if as_json:
        _print_json(question_rows(rows))
    else:
        print_questions(rows)
        _tell_room(len(_active(read.journal)), read.settings.max_questions)
    point_out_problems(read)


@questions.command(name="bank")
@click.argument("words", metavar="[WORD]...", nargs=-1)
@click.option("--topic", metavar="TOPIC", default="", help=f"One topic alone: {', '.join(TOPICS)}.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for other programs.")
@journal_options()
def browse(words: tuple[str, ...], topic: str, as_json: bool) -> None:
    """Show the candidates, by topic.

    With a WORD, those that hold it; with several, those that hold all of them.
    `iiv questions choose ID` takes one into use.
    """
    from iiv.journal.read.disk import find_root
    from iiv.method.questions import search

    found = search(bank().values(), words, topic_of(topic))
    in_use = states(reading().journal) if find_root(folder()) else {}
    if as_json:
        _print_json(candidate_rows(found, in_use))
    else:
        print_candidates(found, in_use)
    if not found:
        tell("Nothing in the bank holds that. `iiv questions bank` shows all of it.")


@questions.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@journal_options()
def choose(ids: tuple[str, ...]) -> None:
    """Take candidates from the bank into use, or retired questions again.

    Each becomes a file in journal/questions and is asked last; no file that is there is
    overwritten. At most `max_questions` are asked: when they would be more, nothing is changed.
    """
    from iiv.cli.question_files import question_files, with_files

    read = reading()
    active = _active(read.journal)
    wanted = dict.fromkeys(own_or_offered(read.journal, id_) for id_ in ids)
    more = [id_ for id_ in wanted if id_ not in active]
    keep_to_limit(list(active), more, read.settings.max_questions)
    for id_ in wanted:
        if id_ in active:
            tell(f"`{id_}` is asked already.")
    with question_files() as notes:
        _take_into_use(notes, with_files(notes, read.journal), more)
    _tell_room(len(active) + len(more), read.settings.max_questions)


def _take_into_use(notes: Writing, journal: Journal, ids: Iterable[str]) -> None:
    from iiv.cli.question_files import amend, write_candidate
    from iiv.journal.edit.question import taken_up
    from iiv.method.questions import next_number

    number = next_number(question.order for question in _active(journal).values())
    # The first day matters only where some were not asked.
    since = today() if journal.talks else None
    for id_ in ids:
        question = journal.questions_by_id.get(id_)
        if question is not None:
            amend(notes, question, partial(taken_up, id_=id_))
            continue
        write_candidate(notes, id_, number, since)
        number = None if number is None else number + 1


@questions.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@journal_options()
def retire(ids: tuple[str, ...]) -> None:
    """Ask a question no longer; its answers stay. `iiv questions choose ID` takes it up again."""
    from iiv.cli.question_files import amend, question_files
    from iiv.journal.edit.question import retired

    with question_files() as notes:
        for question in _with_their_files(notes, reading().journal, ids)[1]:
            if question.retired:
                tell(f"`{question.id}` is retired already.")
            else:
                amend(notes, question, partial(retired, id_=question.id, day=today()))


@questions.command()
@click.argument("id_", metavar="ID")
@click.argument("text", metavar="TEXT", nargs=-1, required=True)
@journal_options()
def reword(id_: str, text: tuple[str, ...]) -> None:
    """Ask a question in other words from now on.

    The former wording is kept, as asked until yesterday, or until today where a talk of today is
    noted in which it was asked. Where nothing but case, punctuation and spacing changes, the
    wording is the same, and none is kept.
    """
    from iiv.cli.question_files import amend, question_files
    from iiv.journal.edit.question import reworded
    from iiv.method.questions import asked_now, last_day, people

    journal = reading().journal
    wording = wording_for(journal, own(journal, id_), text)
    same = wording_key(wording) == wording_key(own(journal, id_).ask)
    until = None if same else last_day(journal, own(journal, id_), today())
    asked = 0 if same else asked_now(journal, own(journal, id_))
    with question_files() as notes:
        _, (question,) = _with_their_files(notes, journal, [id_])
        amend(notes, question, partial(reworded, id_=question.id, ask=wording, until=until))
    if asked:
        tell(f"{people(asked).capitalize()} asked the earlier wording.")


@questions.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@journal_options()
def order(ids: tuple[str, ...]) -> None:
    """Ask these questions first, in this order.

    The others follow as they are.
    """
    from iiv.cli.question_files import amend, question_files
    from iiv.journal.edit.question import numbered
    from iiv.method.questions import renumbered

    journal = reading().journal
    retired = [question.id for question in (own(journal, id_) for id_ in ids) if question.retired]
    if retired:
        raise Failure(f"`{retired[0]}` is retired: `iiv questions choose {retired[0]}` takes it up again.")
    with question_files() as notes:
        journal, first = _with_their_files(notes, journal, ids)
        active = _active(journal)
        changed = renumbered({q.id: q.order for q in active.values()}, [question.id for question in first])
        for id_, number in changed.items():
            amend(notes, active[id_], partial(numbered, id_=id_, order=number))
    if not changed:
        tell("They stand in this order already.")


def _with_their_files(
    notes: Writing, journal: Journal, words: Iterable[str]
) -> tuple[Journal, list[Question]]:
    """The journal in which all questions have a file, and those that these ids or wordings name."""
    from iiv.cli.question_files import with_files

    places = {question.id: at for at, question in enumerate(journal.questions)}
    named = dict.fromkeys(places[own(journal, word).id] for word in words)
    journal = with_files(notes, journal)
    return journal, [journal.questions[at] for at in named]


def _active(journal: Journal) -> dict[str, Question]:
    return {question.id: question for question in journal.questions if not question.retired}


def _tell_room(active: int, limit: int) -> None:
    if not active:
        first = " ".join(STARTERS)
        tell(f"No questions yet. Begin with `iiv questions choose {first}`, or see `iiv questions bank`.")
    elif active < limit:
        tell(f"{active} of at most {limit} questions in use: `iiv questions bank` offers more.")
    else:
        tell(f"{active} of at most {limit} questions in use.")


def _print_json(rows: Sequence[object]) -> None:
    import json

    click.echo(json.dumps(rows, indent=2))
