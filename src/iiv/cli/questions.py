"""`iiv questions`: those that are asked, those there are to choose from, and every change to them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from iiv.cli.completion import own_questions
from iiv.cli.context import folder, journal_options, point_out_problems, reading, tell, today
from iiv.cli.failures import Failure
from iiv.cli.question_choices import TOPICS, active, own, states, tell_room, topic_of, wording_for
from iiv.cli.question_intake import add, choose, shortlist
from iiv.cli.question_lines import candidate_rows, print_candidates, print_questions, question_rows
from iiv.cli.terminal import json_option, print_json
from iiv.journal.bank import bank
from iiv.journal.parse.wordings import wording_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iiv.journal.edit.writing import Writing
    from iiv.journal.journal import Journal
    from iiv.journal.model import Question


@click.group(invoke_without_command=True)
@json_option
@journal_options()
@click.pass_context
def questions(ctx: click.Context, as_json: bool) -> None:
    """Show, choose and change your questions.

    Without a command: the questions you ask and what each brings (how many people answered, how
    long the answers are, how many hold a quotation or a theme), the shortlist, the retired ones,
    and what changed in the middle of your talks.
    """
    if ctx.invoked_subcommand is not None:
        return
    from iiv.method.questions import usage
    from iiv.method.worth import worth

    read = reading()
    rows, brought = usage(read.journal), worth(read.journal)
    if as_json:
        print_json(question_rows(rows, brought))
    else:
        print_questions(rows, brought)
        tell_room(len(active(read.journal)), read.settings.max_questions)
    point_out_problems(read)


questions.add_command(choose)
questions.add_command(add)
questions.add_command(shortlist)


@questions.command(name="bank")
@click.argument("words", metavar="[WORD]...", nargs=-1)
@click.option("--topic", metavar="TOPIC", default="", help=f"One topic alone: {', '.join(TOPICS)}.")
@json_option
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
        print_json(candidate_rows(found, in_use))
    else:
        print_candidates(found, in_use)
    if not found:
        tell("Nothing in the bank holds that. `iiv questions bank` shows all of it.")


@questions.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True, shell_complete=own_questions)
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
@click.argument("id_", metavar="ID", shell_complete=own_questions)
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
@click.argument("ids", metavar="ID...", nargs=-1, required=True, shell_complete=own_questions)
@journal_options()
def order(ids: tuple[str, ...]) -> None:
    """Ask these questions first, in this order.

    The others follow as they are.
    """
    from iiv.cli.question_files import amend, question_files
    from iiv.journal.edit.question import numbered
    from iiv.method.questions import renumbered

    journal = reading().journal
    silent = next((one for one in (own(journal, id_) for id_ in ids) if not one.active), None)
    if silent:
        state = "retired" if silent.retired else "on the shortlist"
        raise Failure(f"`{silent.id}` is {state}: `iiv questions choose {silent.id}` takes it up.")
    with question_files() as notes:
        journal, first = _with_their_files(notes, journal, ids)
        asked = active(journal)
        changed = renumbered({q.id: q.order for q in asked.values()}, [question.id for question in first])
        for id_, number in changed.items():
            amend(notes, asked[id_], partial(numbered, id_=id_, order=number))
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
