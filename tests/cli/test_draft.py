import sys
from email.parser import BytesParser
from email.policy import default
from pathlib import Path

import pytest

from iiv.cli import programs
from iiv.exchange.mailto import LONGEST
from tests.builders import write_journal
from tests.cli.running import an_opener, iiv

ADA = (
    "---\nname: Ada Lovelace\nemail: ada@example.org\n"
    "know: {know}\nrespect: patience\nopening: {opening}\n---\n"
)
LINUX = pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the opener is xdg-open")


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = write_journal(
        tmp_path / "talks",
        {
            "me.md": "---\nname: Grace Hopper\n---\n",
            "contacts/ada.md": ADA.format(know="evening lectures", opening=""),
            "contacts/joan.md": "---\nname: Joan Clarke\nemail: joan at home\n---\n",
            "interviews/2026-03-02-mary.md": """\
                ---
                contact: Mary Somerville
                date: 2026-03-02
                ---
                ## start
                **By the light of one candle.**
                """,
        },
    )
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file into which this machine's opener writes what it is given."""
    return an_opener(tmp_path, monkeypatch, 'printf "%s" "$*" > "$(dirname "$0")/opened"')


@pytest.mark.usefixtures("journal")
def test_a_mail_begins_with_its_subject() -> None:
    result = iiv("draft", "ask", "ada")
    assert result.exit_code == 0
    assert result.stdout.startswith("Subject: Would you tell me how you got where you are?\n\nDear Ada,\n\n")
    assert result.stdout.endswith("\nWith kind regards,\nGrace Hopper\n")
    assert result.stderr == (
        "\nTo: ada@example.org\n"
        "Not in the letter, from your notes: How you know them: evening lectures\n"
        "Not in the letter, from your notes: What you respect: patience\n"
        "When it is sent: iiv log ada asked --by e-mail\n"
    )


@pytest.mark.usefixtures("journal")
def test_a_card_is_to_be_copied_by_hand() -> None:
    result = iiv("draft", "card", "mary")
    assert result.stdout.startswith("Dear Mary,\n\nI am still glad of our talk on 2 March")
    assert result.stderr == (
        "\nNot in the letter, from your notes: From the talk: By the light of one candle.\n"
        "When it is sent: iiv log mary-somerville thanked --by card\n"
    )
    assert iiv("draft", "card", "mary", "--open").exit_code == 2
    assert iiv("draft", "card", "mary", "--by", "phone").exit_code == 2
    assert iiv("draft", "card", "mary", "--eml", "x.eml").exit_code == 2


@pytest.mark.usefixtures("journal")
def test_words_for_the_phone() -> None:
    result = iiv("draft", "ask", "joan", "--by", "phone")
    assert result.stdout.startswith("Hello Joan, this is Grace Hopper.")
    assert result.stderr == (
        "\nJoan Clarke: no phone number is noted.\nWhen it is sent: iiv log joan asked --by phone\n"
    )
    assert "ask, nudge, thank" in iiv("draft", "hello", "joan", "--by", "phone").stderr


@LINUX
def test_a_letter_with_a_blank_is_not_opened_unasked(journal: Path, opened: Path) -> None:
    (journal / "journal" / "me.md").unlink()
    result = iiv("draft", "ask", "ada", "--open")
    assert result.stdout.startswith("Subject: ")
    assert "Not opened, since there is something to fill in: [your name]." in result.stderr
    assert not opened.exists()


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("thank", "No talk is noted. Did you talk?"),
        ("card", "No talk is noted. Did you talk?"),
        ("nudge", "No request is noted. Did you ask?"),
    ],
)
@pytest.mark.usefixtures("journal")
def test_a_letter_that_takes_for_granted_what_is_not_noted_is_pointed_out(kind: str, says: str) -> None:
    assert f"Look again before you send it: {says}\n" in iiv("draft", kind, "ada").stderr
    assert "Look again" not in iiv("draft", "hello", "ada").stderr


@pytest.mark.usefixtures("journal")
def test_who_said_no_is_not_asked_without_a_word() -> None:
    assert iiv("log", "ada", "asked").exit_code == 0
    assert "Look again" not in iiv("draft", "nudge", "ada").stderr
    assert iiv("log", "ada", "declined").exit_code == 0
    said = "Look again before you send it: They said no, your notes say.\n"
    assert said in iiv("draft", "ask", "ada").stderr


def test_blanks_and_missing_addresses_are_pointed_out(journal: Path) -> None:
    (journal / "journal" / "me.md").unlink()
    assert iiv("draft", "nudge", "mary").stderr.startswith(
        "\nMary Somerville: no mail address is noted.\n"
        "To fill in: [your name]\n"
        "Your name comes from `name:` in journal/me.md.\n"
    )
    assert "Joan Clarke: 'joan at home' is no mail address.\n" in iiv("draft", "ask", "joan").stderr


@pytest.mark.parametrize("name", ["Ada Lovelace", "ada", "LOVE", "[[Ada Lovelace]]"])
@pytest.mark.usefixtures("journal")
def test_the_person_by_id_name_or_a_part_of_it(name: str) -> None:
    assert "Dear Ada," in iiv("draft", "nudge", name).stdout


@pytest.mark.parametrize(
    ("name", "says"),
    [
        (
            "e",
            "'e' may be Ada Lovelace (ada), Joan Clarke (joan), Mary Somerville (mary-somerville): name one",
        ),
        ("Mary Sommerville", "nobody is called 'Mary Sommerville'. Did you mean `Mary Somerville`?"),
        ("Ms Clarke", "nobody is called 'Ms Clarke'. Did you mean `Joan Clarke`?"),
        ("Bob", "nobody is called 'Bob'. Put them on your list with `iiv add \"NAME\"`."),
        ("", "nobody is called ''."),
    ],
)
def test_nobody_is_guessed_or_created(journal: Path, name: str, says: str) -> None:
    before = sorted((journal / "journal").rglob("*"))
    result = iiv("draft", "hello", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr
    assert sorted((journal / "journal").rglob("*")) == before


def test_of_many_choices_only_some_are_listed(journal: Path) -> None:
    for number in range(12):
        (journal / "journal" / "contacts" / f"sam-{number:02}.md").write_text(
            f"---\nname: Sam {number:02}\n---\n"
        )
    result = iiv("draft", "hello", "sam")
    assert "Sam 09 (sam-09) and 2 more: name one by its id." in result.stderr


@LINUX
@pytest.mark.usefixtures("journal")
def test_open_hands_the_letter_to_the_mail_program(opened: Path) -> None:
    result = iiv("draft", "ask", "ada", "--open")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Opened in your mail program: a draft to ada@example.org." in result.stderr
    link = opened.read_text()
    assert link.startswith("mailto:ada@example.org?subject=Would%20you%20tell%20me%20how")
    assert "&body=Dear%20Ada%2C%0D%0A%0D%0AI%20am%20asking" in link


@LINUX
@pytest.mark.usefixtures("journal")
def test_without_an_address_there_is_the_text_to_copy(opened: Path) -> None:
    result = iiv("draft", "ask", "mary", "--open")
    assert result.exit_code == 0
    assert result.stdout.startswith("Subject: ")
    assert "no mail address is noted" in result.stderr
    assert not opened.exists()


@LINUX
def test_a_letter_too_long_for_a_link_is_there_to_copy(journal: Path, opened: Path) -> None:
    (journal / "journal" / "contacts" / "ada.md").write_text(ADA.format(know="x", opening="x" * LONGEST))
    result = iiv("draft", "ask", "ada", "--open")
    assert result.stdout.startswith("Subject: ")
    assert "This is too long for a link: copy it into a mail to ada@example.org." in result.stderr
    assert not opened.exists()


@LINUX
@pytest.mark.usefixtures("journal")
def test_where_no_mail_program_opens_there_is_the_text_to_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_opener(tmp_path, monkeypatch, "exit 3")
    result = iiv("draft", "ask", "ada", "--open")
    assert result.stdout.startswith("Subject: ")
    assert "No mail program opened: copy this into a mail to ada@example.org." in result.stderr


@LINUX
@pytest.mark.usefixtures("journal")
def test_a_system_without_an_opener(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "No mail program opened" in iiv("draft", "ask", "ada", "--open").stderr


@LINUX
def test_an_opener_that_stays_counts_as_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    an_opener(tmp_path, monkeypatch, "exit 0")
    monkeypatch.setattr(programs, "PATIENCE", 0)  # no opener is as quick as that
    assert programs.open_link("mailto:ada@example.org")


@LINUX
def test_other_systems_have_an_opener_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    an_opener(tmp_path, monkeypatch, "exit 0", name="open")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert programs.open_link("mailto:ada@example.org")


def test_eml_writes_a_draft_and_never_over_a_file(journal: Path) -> None:
    result = iiv("draft", "ask", "ada", "--eml", "ada.eml")
    assert (result.exit_code, result.stdout) == (0, "ada.eml\n")
    written = (journal / "ada.eml").read_bytes()
    message = BytesParser(policy=default).parsebytes(written)
    assert (message["To"], message["X-Unsent"]) == ("Ada Lovelace <ada@example.org>", "1")
    (journal / "ada.eml").write_text("mine")
    again = iiv("draft", "ask", "ada", "--eml", "ada.eml")
    assert (again.exit_code, (journal / "ada.eml").read_text()) == (1, "mine")
    assert "ada.eml is there already; --force writes over it" in again.stderr
    assert iiv("draft", "ask", "ada", "--eml", "ada.eml", "--force").exit_code == 0
    assert (journal / "ada.eml").read_bytes() == written


@pytest.mark.usefixtures("journal")
def test_a_folder_that_is_not_there() -> None:
    result = iiv("draft", "ask", "ada", "--eml", "nowhere/ada.eml")
    assert result.exit_code == 1
    assert "No such file or directory" in result.stderr


def test_a_fault_in_an_own_template_is_named(journal: Path) -> None:
    folder = journal / "site_templates" / "letters"
    folder.mkdir(parents=True)
    (folder / "ask.md.jinja").write_text("\n{% if %}")
    result = iiv("draft", "ask", "ada")
    assert result.exit_code == 1
    assert "Error: site_templates/letters/ask.md.jinja:2:1: " in result.stderr


def test_what_a_terminal_would_obey_is_written_out(journal: Path) -> None:
    (journal / "journal" / "contacts" / "eve.md").write_text('---\nname: "Eve\\e[2J\\nBcc: x"\n---\n')
    result = iiv("draft", "ask", "eve")
    assert "\x1b" not in result.output
    assert result.stdout.splitlines()[2] == "Dear Eve,"


def test_errors_in_the_notes_are_pointed_out(journal: Path) -> None:
    (journal / "journal" / "contacts" / "bad.md").write_text("---\nnext_contact: soon\n---\n")
    assert "1 error in the notes: `iiv check` shows them." in iiv("draft", "ask", "ada").stderr


@pytest.mark.usefixtures("journal")
def test_today_changes_no_letter() -> None:
    early, late = (iiv("draft", "thank", "mary", "--today", day) for day in ("2026-03-03", "2030-01-01"))
    assert early.stdout == late.stdout
    assert "on 2 March" in early.stdout
