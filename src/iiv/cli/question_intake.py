"""`iiv questions choose`, `add` and `shortlist`: the questions that one takes in, or thinks about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from iiv.cli.completion import candidates
from iiv.cli.context import journal_options, point_out_problems, reading, tell, today
from iiv.cli.question_choices import (
    active,
    keep_to_limit,
    own,
    own_or_offered,
    state_of,
    tell_room,
    there_already,
    wording_of,
)
from iiv.cli.question_lines import print_shortlist
from iiv.cli.terminal import print_json
from iiv.journal.bank import bank
from iiv.journal.model import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iiv.journal.edit.writing import Writing
    from iiv.journal.journal import Journal
    from iiv.journal.model import Question


@click.command()
@click.argument("ids", metavar="ID...", nargs=-1, required=True, shell_complete=candidates)
@journal_options()
def choose(ids: tuple[str, ...]) -> None:
    """Ask candidates from the bank or the shortlist, or retired questions again.

    Each is a file in journal/questions and is asked last; no file that is there is
    overwritten. At most `max_questions` are asked: when they would be more, nothing is changed.
    """
    from iiv.cli.question_files import question_files, with_files

    read = reading()
    asked = active(read.journal)
    wanted = dict.fromkeys(own_or_offered(read.journal, id_) for id_ in ids)
    more = [id_ for id_ in wanted if id_ not in asked]
    keep_to_limit(list(asked), more, read.settings.max_questions)
    for id_ in wanted:
        if id_ in asked:
            tell(f"`{id_}` is asked already.")
    with question_files() as notes:
        _take_into_use(notes, with_files(notes, read.journal), more)
    tell_room(len(asked) + len(more), read.settings.max_questions)


def _take_into_use(notes: Writing, journal: Journal, ids: Iterable[str]) -> None:
    from iiv.cli.question_files import amend, write_candidate
    from iiv.journal.edit.question import taken_up
    from iiv.method.questions import answers, next_number

    number = next_number(question.order for question in active(journal).values())
    # The first day matters only where some were not asked.
    since = today() if journal.talks else None
    for id_ in ids:
        question = journal.questions_by_id.get(id_)
        if question is None:
            write_candidate(notes, id_, number, since)
        elif question.retired:
            amend(notes, question, partial(taken_up, id_=id_))
            continue
        else:
            first = None if any(answers(talk, question) for talk in journal.talks) else since
            amend(notes, question, partial(taken_up, id_=id_, order=number, since=first))
            if question.order is not None:
                continue
        number = None if number is None else number + 1


@click.command()
@click.argument("words", metavar="QUESTION", nargs=-1, required=True)
@click.option("--shortlist", "later", is_flag=True, help="Only think about it: put it on the shortlist.")
@journal_options()
def add(words: tuple[str, ...], later: bool) -> None:
    """Ask a question of your own.

    It becomes a file in journal/questions, with an id from its words, and is asked last. Where
    one of yours or of the bank says almost the same, you are asked.
    """
    from iiv.cli.question_files import question_files, with_files, write_new
    from iiv.journal.edit.question import question_text
    from iiv.method.questions import next_number, short_id

    read = reading()
    wording = wording_of(words, "QUESTION")
    asked = active(read.journal)
    there = there_already(read.journal, wording)
    if there in read.journal.questions_by_id:
        how = "" if there in asked else f": `iiv questions choose {there}` takes it up"
        raise click.BadParameter(f"`{there}` asks that already{how}.", param_hint="QUESTION")
    id_ = there or short_id(wording, {*map(name_key, read.journal.questions_by_id), *bank()})
    if not later:
        keep_to_limit(list(asked), [id_], read.settings.max_questions)
    with question_files() as notes:
        journal = with_files(notes, read.journal)
        if there:
            _put_on_shortlist(notes, journal, [id_]) if later else _take_into_use(notes, journal, [id_])
        elif later:
            write_new(notes, id_, question_text(wording, shortlist=today()))
        else:
            number = next_number(question.order for question in asked.values())
            since = today() if journal.talks else None
            write_new(notes, id_, question_text(wording, order=number, since=since))
    tell(f"Its id is `{id_}`{', as in the bank' if there else ''}.")
    tell_room(len(asked) + (not later), read.settings.max_questions)


@click.command()
@click.argument("ids", metavar="[ID]...", nargs=-1, shell_complete=candidates)
@click.option("--off", is_flag=True, help="Take these off the shortlist.")
@click.option("--json", "as_json", is_flag=True, help="The shortlist as JSON, for other programs.")
@journal_options()
def shortlist(ids: tuple[str, ...], off: bool, as_json: bool) -> None:
    """Show the shortlist, or put questions on it: candidates to think about, as many as you like.

    ID is one of the bank's, or of yours, which is then not asked any more. `iiv questions choose
    ID` takes one from it, and `iiv questions add --shortlist` puts one of your own on it.
    """
    from iiv.cli.question_files import question_files, with_files

    read = reading()
    if ids and off:
        with question_files() as notes:
            _take_off(notes, read.journal, [own(read.journal, id_) for id_ in dict.fromkeys(ids)])
        return
    if off:
        raise click.UsageError("Name what to take off: `iiv questions shortlist --off ID`.")
    if ids:
        wanted = dict.fromkeys(own_or_offered(read.journal, id_) for id_ in ids)
        places = {question.id: at for at, question in enumerate(read.journal.questions)}
        with question_files() as notes:
            journal = with_files(notes, read.journal)
            named = [journal.questions[places[id_]].id if id_ in places else id_ for id_ in wanted]
            _put_on_shortlist(notes, journal, named)
        return
    found = [question for question in read.journal.questions if state_of(question) == "shortlist"]
    if as_json:
        print_json([{"id": one.id, "ask": one.ask, "topic": one.topic} for one in found])
    else:
        print_shortlist(found)
    if not found:
        tell("Nothing is on the shortlist. `iiv questions shortlist ID` puts a candidate of the bank on it.")
    point_out_problems(read)


def _put_on_shortlist(notes: Writing, journal: Journal, ids: Iterable[str]) -> None:
    from iiv.cli.question_files import amend, write_shortlisted
    from iiv.journal.edit.question import shortlisted

    for id_ in ids:
        question = journal.questions_by_id.get(id_)
        if question is None:
            write_shortlisted(notes, id_, today())
        elif state_of(question) == "shortlist":
            tell(f"`{id_}` is on the shortlist already.")
        else:
            amend(notes, question, partial(shortlisted, id_=id_, day=today()))


def _take_off(notes: Writing, journal: Journal, questions: Iterable[Question]) -> None:
    """Remove the files of these questions, and retire those in which something would be lost."""
    from iiv.cli.question_files import amend, remove
    from iiv.journal.edit.question import is_blank, retired
    from iiv.method.questions import answers

    for question in questions:
        if state_of(question) != "shortlist":
            tell(f"`{question.id}` is not on the shortlist.")
        elif is_blank(question) and not any(answers(talk, question) for talk in journal.interviews):
            remove(notes, question)
            tell(f"`{question.id}` is off the shortlist, and its file is gone: `iiv undo` brings it back.")
        else:
            amend(notes, question, partial(retired, id_=question.id, day=today()))
            tell(f"`{question.id}` is retired: its file holds more than the question.")
