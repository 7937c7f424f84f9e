"""`iiv import`: the plan first, then what it says, and nothing that was written is changed."""

import os
from pathlib import Path

import pytest

from iiv.journal.journal import Journal
from iiv.journal.read.reading import read
from tests.builders import write_journal
from tests.cli.running import at_a_terminal, iiv

EXAMPLE = Path(__file__).parents[2]
QUESTIONS = [f"questions/{path.name}" for path in (EXAMPLE / "journal/questions").iterdir()]
ADA = "---\r\nname: Ada Lovelace   # the one\r\nrole: Analyst\r\nemail:\r\n---\r\n\r\nShe likes looms.\r\n"
NOTES = {
    "contacts/ada.md": ADA,
    "questions/start.md": "---\nask: How did you get your start in this work, and why?\norder: 1\n---\n",
    "questions/same-path.md": "---\nask: Would you take the same path again?\norder: 2\n---\n",
}
PEOPLE = (
    "Name,Role,E-mail,Notes\nAda Lovelace,Mathematician,ada@example.org,x\nGrace Hopper,Admiral,,met at sea\n"
)
TALKS = "Who,Date,How did you get started?,Best part?\nGrace Hopper,14/3/2026,By chance,The sea\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_journal(tmp_path / "talks", NOTES)


def file(root: Path, text: str, name: str = "people.csv") -> Path:
    path = root.parent / name
    path.write_text(text, "utf-8")
    return path


def bring(root: Path, text: str, *options: str, name: str = "people.csv") -> Journal:
    """The journal after an import."""
    result = iiv("-C", root, "import", file(root, text, name), "--apply", *options)
    assert result.exit_code == 0, result.output
    return read(root).journal


def test_the_plan_comes_first_and_writes_nothing(root: Path) -> None:
    result = iiv("-C", root, "import", file(root, PEOPLE))
    assert result.stdout.splitlines() == [
        "people.csv: 2 records: 1 to create, 1 to merge.",
        "  merge   Ada Lovelace (row 2): email; role stays as written",
        "  create  Grace Hopper (row 3): role",
    ]
    assert result.stderr == "Nothing was written: --apply does so.\n"
    assert not (root / "journal/contacts/grace-hopper.md").exists()


def test_a_note_only_gets_keys_that_it_lacks(root: Path) -> None:
    bring(root, PEOPLE)
    note = (root / "journal/contacts/ada.md").read_bytes().decode()
    assert note == ADA.replace("email:", "email: ada@example.org")
    grace = read(root).journal.contacts_by_id["grace-hopper"]
    assert (grace.role, grace.notes.strip()) == ("Admiral", "met at sea")


@pytest.mark.skipif(os.name == "nt", reason="there are no such terminals")
def test_at_a_terminal_it_asks_about_each_person_and_then_about_all(root: Path) -> None:
    said = at_a_terminal(root, "n\ny\n\n", "import", "--pick", str(file(root, PEOPLE)))
    assert "Grace Hopper (Admiral)? [y/N]" in said
    assert "Write this? [y/N]" in said
    assert "Nothing was written" in said
    assert not (root / "journal/contacts/grace-hopper.md").exists()


@pytest.mark.skipif(os.name == "nt", reason="there are no such terminals")
def test_at_a_terminal_it_asks_what_a_column_is_and_which_day_is_meant(root: Path) -> None:
    sheet = file(root, TALKS.replace("14/3", "4/3"))
    said = at_a_terminal(root, "same\nsame-path\nday\ny\n", "import", str(sheet))
    assert "“Best part?” is none of your questions." in said
    assert "'same' is no id" in said
    assert "4/3/2026 may be 4 Mar 2026 or 3 Apr 2026. Which comes first, day or month?" in said
    assert "1 record: 1 created." in said
    (talk,) = read(root).journal.talks
    assert str(talk.date) == "2026-03-04"
    expected = {"start": "By chance", "same-path": "The sea"}
    assert {answer.question: answer.text for answer in talk.answers} == expected


def test_where_nobody_can_be_asked_none_is_picked(root: Path) -> None:
    result = iiv("-C", root, "import", "--pick", file(root, PEOPLE))
    assert (result.exit_code, "needs a terminal" in result.stderr) == (2, True)


def test_a_file_without_records_is_a_failure(root: Path) -> None:
    for text in ("", "\n\n", "Lorem ipsum\ndolor\n"):
        result = iiv("-C", root, "import", file(root, text), "--apply")
        assert result.exit_code == 1
        assert "no records. Looked for cards that begin with BEGIN:VCARD, or a table" in result.stderr


def test_a_table_in_which_nobody_is_named_says_what_to_do(root: Path) -> None:
    result = iiv("-C", root, "import", file(root, "Firm,Role\nNavy,Admiral\n"))
    assert result.exit_code == 1
    assert "no column is known to hold names. There are Firm, Role. `--map name=COLUMN`" in result.stderr


@pytest.mark.parametrize("pair", ["name=Whom I know", "Whom I know=name", "name=whom i know"])
def test_a_column_may_be_said_to_hold_names(root: Path, pair: str) -> None:
    text = "Whom I know,Their trade\nMary Somerville,astronomer\n"
    journal = bring(root, text, "--map", pair, "--map", "role=Their trade")
    assert journal.contacts_by_id["mary-somerville"].role == "astronomer"


def test_a_column_that_is_not_there_and_a_key_that_is_none_are_usage_errors(root: Path) -> None:
    people = file(root, PEOPLE)
    none, neither = "no column is called", "says neither"
    for pair, said in {"name=Wer": none, "Name=nonsense": neither, "x": neither}.items():
        result = iiv("-C", root, "import", people, "--map", pair)
        assert (result.exit_code, said in result.stderr) == (2, True), result.stderr


def test_who_is_almost_so_called_is_said_and_not_merged(root: Path) -> None:
    result = iiv("-C", root, "import", file(root, "Name\nAda Lovelase\n"), "--apply")
    assert "is it Ada Lovelace (ada)? Then `iiv merge ada-lovelase ada`" in result.stdout
    assert (root / "journal/contacts/ada-lovelase.md").exists()


def test_an_address_leads_to_one_whose_name_is_near(root: Path) -> None:
    bring(root, PEOPLE)
    near = file(root, "Name,E-mail,Phone\nA. Lovelace,Ada@example.org,123\n")
    result = iiv("-C", root, "import", near, "--apply")
    assert "merged   Ada Lovelace (row 2): phone" in result.stdout


def test_of_two_with_one_name_the_address_tells_which(tmp_path: Path) -> None:
    notes = {f"contacts/{id_}.md": f"---\nname: Ann Lee\nemail: {id_}@example.org\n---\n" for id_ in "ab"}
    root = write_journal(tmp_path / "talks", notes)
    table = file(root, "Name,E-mail,Role\nAnn Lee,b@example.org,Nurse\nAnn Lee,,Pilot\n")
    result = iiv("-C", root, "import", table, "--apply")
    assert result.exit_code == 0
    assert read(root).journal.contacts_by_id["b"].role == "Nurse"
    result = iiv("-C", root, "import", file(root, "Name,Role\nAnn Lee,Pilot\n"), "--apply")
    assert "skipped  Ann Lee (row 2): may be each of a, b" in result.stdout


def test_a_note_that_must_be_mended_is_left_alone(tmp_path: Path) -> None:
    notes = {
        "contacts/ada.md": "---\nname: Ada Lovelace\n",
        "contacts/bob.md": "---\nname: Bob\nrole: [a, b]\n---\n",
    }
    root = write_journal(tmp_path / "talks", notes)
    people = file(root, "Name,Role\nAda Lovelace,Analyst\nBob,Pilot\nEve,Spy\n")
    result = iiv("-C", root, "import", people, "--apply")
    assert "skipped  Ada Lovelace (row 2): their note must be mended first" in result.stdout
    assert "skipped  Bob (row 3): journal/contacts/bob.md was left as it is" in result.stdout
    assert "3 records: 1 created, 2 skipped." in result.stdout


def test_only_some_with_a_tag(root: Path) -> None:
    text = "First Name,Last Name,Labels\nGrace,Hopper,* friends ::: sea\nMary,Somerville,* friends\n"
    journal = bring(root, text, "--only", "SEA", "--tag", "2026", "--tag", "met")
    assert [(c.id, c.tags) for c in journal.contacts if c.tags] == [("grace-hopper", ("2026", "met"))]


def test_columns_of_which_nothing_is_taken_are_named(root: Path) -> None:
    text = "Name,Birthday,Shoe,Empty\nGrace Hopper,1906,38,\n"
    assert "  Left out: Birthday, Shoe\n" in iiv("-C", root, "import", file(root, text)).stdout


def test_a_column_that_is_no_question_says_in_how_many_notes_it_will_stand(root: Path) -> None:
    said = iiv("-C", root, "import", file(root, TALKS.replace("Best part?", "Which soup?"))).stdout
    assert "“Which soup?” is a heading of its own in 1 note\n" in said


def test_records_that_are_not_wanted_are_no_failure(root: Path) -> None:
    result = iiv("-C", root, "import", file(root, PEOPLE), "--only", "nobody at all")
    assert (result.exit_code, "2 records, and none of them holds" in result.stderr) == (1, True)


def test_several_files_are_one_import(root: Path) -> None:
    card = file(root, "BEGIN:VCARD\nFN:Grace Hopper\nTEL:123\nEND:VCARD\n", "grace.vcf")
    result = iiv("-C", root, "import", file(root, PEOPLE), card, "--apply")
    assert result.stdout.endswith("In all 3 records: 1 created, 2 merged.\n")
    assert read(root).journal.contacts_by_id["grace-hopper"].phone == "123"
    iiv("-C", root, "undo")
    assert sorted(path.name for path in (root / "journal/contacts").iterdir()) == ["ada.md"]


def test_a_sheet_becomes_notes(root: Path) -> None:
    text = (
        "Name,Date,Role,E-mail,1. How did you get your start in this work and why,"
        "Would you take the same path again?,What smells best?,Helpful (1-5),Follow up,Offered help,Notes\n"
        'Grace Hopper,14/3/2026,Admiral,g@example.org,"By chance.\nThen the sea. #luck",'
        "n/a,Tar,4,1/6/2026,,rain\n"
        "Ada Lovelace,15/3/2026,,,,No,,eight of ten,June,a book,\n"
    )
    journal = bring(root, text)
    grace, ada = journal.talks
    assert (grace.contact, str(grace.date), grace.role) == ("grace-hopper", "2026-03-14", "Admiral")
    assert (grace.helpfulness, str(grace.next_contact)) == (4, "2026-06-01")
    said = {answer.question: answer.text for answer in grace.answers}
    assert said == {"start": "By chance.\nThen the sea. #luck", "same-path": ""}
    assert (grace.themes, grace.answers[0].themes) == ((), ("luck",))
    assert "rain" in grace.notes
    assert "## What smells best?\n\nTar" in grace.notes
    assert journal.contacts_by_id["grace-hopper"].email == "g@example.org"
    assert (ada.contact, ada.help, [a.text for a in ada.answers]) == ("ada", ("a book",), ["No"])
    assert "## Helpful (1-5)\n\neight of ten" in ada.notes
    assert "## Follow up\n\nJune" in ada.notes


def test_a_column_may_be_a_new_question_or_one_of_the_bank(root: Path) -> None:
    text = TALKS.replace("Best part?", "Best part?,What would your cat say?").replace("sea", "sea,Meow")
    journal = bring(root, text, "--map", "Best part?=satisfying", "--map", "What would your cat say?=new")
    asked = {question.id: question.ask for question in journal.questions if question.active}
    assert list(asked) == ["start", "same-path", "satisfying", "cat-say"]
    assert asked["cat-say"] == "What would your cat say?"
    assert [answer.text for answer in journal.talks[0].answers] == ["By chance", "The sea", "Meow"]


def test_no_more_questions_than_are_allowed(root: Path) -> None:
    titles = [f"Is number {number} good?" for number in range(9)]
    text = f"Who,Date,{','.join(titles)}\nGrace,2026-03-14,{','.join('x' * 9)}\n"
    options = [word for title in titles for word in ("--map", f"{title}=new")]
    result = iiv("-C", root, "import", file(root, text), "--apply", *options)
    assert (result.exit_code, "at most 10 are asked" in result.stderr) == (1, True)
    assert not (root / "journal/interviews").exists()


def test_a_journal_without_questions_takes_those_of_the_bank(tmp_path: Path) -> None:
    root = write_journal(tmp_path / "talks", {})
    head = "Who,Date,What is the most satisfying part of your work?,start\n"
    (talk,) = bring(root, f"{head}Ada,2026-03-14,Proof,Chance\n").talks
    assert {one.question: one.text for one in talk.answers} == {"satisfying": "Proof", "start": "Chance"}


def test_a_day_in_doubt_must_be_said(root: Path) -> None:
    sheet = file(root, TALKS.replace("14/3", "4/3"))
    result = iiv("-C", root, "import", sheet)
    assert (result.exit_code, "'4/3/2026' may be 4 Mar 2026 or 3 Apr 2026" in result.stderr) == (2, True)
    iiv("-C", root, "import", sheet, "--dates", "mdy", "--apply")
    assert str(read(root).journal.talks[0].date) == "2026-04-03"


@pytest.mark.parametrize("options", [("--wide",), ()])
def test_what_iiv_exports_as_a_table_it_reads_again(tmp_path: Path, options: tuple[str, ...]) -> None:
    table = tmp_path / "talks.csv"
    assert iiv("-C", EXAMPLE, "export", "table", *options, table).exit_code == 0
    kept = {path: (EXAMPLE / "journal" / path).read_bytes() for path in QUESTIONS}
    root = write_journal(tmp_path / "talks", kept)
    assert iiv("-C", root, "import", table, "--apply").exit_code == 0
    before, after = ({talk.date: talk for talk in read(one).journal.talks} for one in (EXAMPLE, root))
    assert after.keys() == before.keys()
    assert len(before) == len(read(EXAMPLE).journal.talks)
    for key, talk in before.items():
        said, again = ({a.question: a.text for a in one.answers} for one in (talk, after[key]))
        assert again == said
        assert (after[key].helpfulness, after[key].tags) == (talk.helpfulness, talk.tags)
        assert (after[key].time, after[key].help, after[key].said) == (talk.time, talk.help, talk.said)
        assert [one.text for one in after[key].promises] == [one.text for one in talk.promises]
        assert after[key].notes == talk.notes


def test_a_talk_of_that_day_is_not_made_again(tmp_path: Path) -> None:
    talk = "---\ncontact: Grace Hopper\ndate: 2026-03-14\n---\nMine.\n"
    root = write_journal(tmp_path / "talks", {"interviews/mine.md": talk})
    sheet = file(root, TALKS + "Grace Hopper,15/3/2026,Again,\nGrace Hopper,15/3/2026,Twice,\n")
    result = iiv("-C", root, "import", sheet, "--apply")
    assert "skipped  Grace Hopper (row 2): is there already: mine" in result.stdout
    assert "created  Grace Hopper (row 3): 2026-03-15, 1 answer" in result.stdout
    assert "skipped  Grace Hopper (row 4): is of the day of row 3: put both into one row" in result.stdout
    assert 'if you talked twice, `iiv new "Grace Hopper" --date 2026-03-15` begins' in result.stdout
    iiv("-C", root, "new", "Grace Hopper", "--date", "2026-03-15", "--no-edit")
    assert (root / "journal/interviews/2026-03-15-grace-hopper-2.md").exists()


def test_a_table_with_a_row_an_answer_may_be_anybodys(root: Path) -> None:
    text = "Interviewee,When,Question,Answer\nGrace Hopper,14/3/2026,How did you get started?,By chance\n"
    (talk,) = bring(root, text).talks
    assert [(answer.question, answer.text) for answer in talk.answers] == [("start", "By chance")]


def test_a_dash_says_nothing_of_a_talk_and_four_of_five_is_four(root: Path) -> None:
    text = TALKS.replace("Best part?", "Helpful?").replace("The sea", "—") + "Ada Lovelace,15/3/2026,x,4/5\n"
    journal = bring(root, text)
    assert [talk.helpfulness for talk in journal.talks] == [None, 4]
    assert not read(root).problems


def test_what_is_no_file_or_too_large_is_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iiv.exchange.importing.sources.MOST_BYTES", 50)
    result = iiv("-C", root, "import", file(root, PEOPLE))
    assert (result.exit_code, "is larger than 0 MB: it was not read" in result.stderr) == (1, True)
    assert iiv("-C", root, "import", root / "nothing.csv").exit_code == 2
    assert iiv("-C", root, "import", root).exit_code == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name")
def test_a_pipe_is_not_waited_for(root: Path) -> None:
    os.mkfifo(root.parent / "pipe.csv")
    result = iiv("-C", root, "import", root.parent / "pipe.csv")
    assert (result.exit_code, "is no file" in result.stderr) == (1, True)
