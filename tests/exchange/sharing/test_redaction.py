"""Names in texts, as people write them, and what is read in their place."""

from __future__ import annotations

import pytest

from iiv.exchange.sharing.hidden import hidden
from iiv.exchange.sharing.redaction import Redactor
from tests.builders import a_journal

PEOPLE = {
    "contacts/ada.md": "---\nname: Ada Lovelace\naliases: [Countess of Lovelace]\n"
    "organization: Analytical Engines Ltd\n---\n",
    "contacts/rose.md": "---\nname: Rose Müller\nphone: 0123 456\norganization: Google\n---\n",
    "contacts/will.md": "---\nname: Will O'Brien-Novák\n---\n",
    "contacts/wang.md": "---\nname: 王小明\n---\n",
    "contacts/noor.md": "---\nname: نور الهاشمي\n---\n",
    "contacts/jr.md": "---\nname: Dr. Ludwig van Beethoven jr.\n---\n",
    "contacts/ada2.md": "---\nname: Ada Byron\n---\n",
    "me.md": "---\nname: Clara Weiss\n---\n",
}
LABELS = {
    "ada": "Analyst",
    "rose": "Nurse",
    "will": "Tree officer",
    "wang": "Cook",
    "noor": "Baker",
    "jr": "Composer",
    "ada2": "Poet",
}
SMALL = frozenset({"will", "line", "lovely"})


def a_redactor() -> Redactor:
    return Redactor(hidden(a_journal(PEOPLE).journal, LABELS, SMALL), SMALL)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Ada Lovelace said so.", "Analyst said so."),
        ("ADA LOVELACE and ada lovelace", "Analyst and Analyst"),
        ("the Countess of Lovelace", "the Analyst"),
        ("**Ada** Lovelace", "**Analyst"),
        ("Ada\nLovelace", "Analyst"),
        ("Lovelace, Ada", "Analyst"),
        ("Dr. Lovelace", "Analyst"),
        ("A. K. Lovelace", "Analyst"),
        ("Ada K. Lovelace", "Analyst"),
        ("Lovelace's engine", "Analyst's engine"),
        ("Lovelaces Maschine", "Analyst’s Maschine"),
        ("with Müllerová", "with Nurse"),
        ("Muller and Müller", "Nurse and Nurse"),
        ("Ada said", "somebody said"),
        ("A.L. agrees, and so does R. M.", "Analyst agrees, and so does Nurse"),
        ("Will you come? Will O'Brien does.", "Will you come? Tree officer does."),
        ("So I asked Will.", "So I asked Tree officer."),
        ("Rose is late. It rose. A rose.", "Rose is late. It rose. A rose."),
        ("I met Rose, and Rose Müller.", "I met Nurse, and Nurse."),
        ("The O'Brien-Nováks", "The Tree officer’s"),
        ("王小明说 小明 came", "Cook说 Cook came"),
        ("قال نور الهاشمي", "قال Baker"),
        ("van Beethoven and Ludwig van Beethoven jr.", "van Composer and Composer."),
        ("A van with a lovely line", "A van with a lovely line"),
        ("the Analytical Engines, and analytical engines ltd.", "an organisation, and an organisation."),
        ("I googled it on Google's pages", "I googled it on an organisation's pages"),
        ("Clara asked; Ms Weiss wrote", "the interviewer asked; the interviewer wrote"),
        ("#Lovelace and #craft", "Analyst and #craft"),
        ("Loveless and lovelaceish", "Loveless and lovelaceish"),
    ],
)  # fmt: skip
def test_names(written: str, shown: str) -> None:
    assert a_redactor().redacted(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("[her page](https://ada.example.org/lovelace) ", "her page "),
        ("[Ada Lovelace](../contacts/ada.md)", "Analyst"),
        ("[[ada-lovelace|her]] and [[Ada Lovelace]]", "her and Analyst"),
        ("[[contacts/ada.md]]", "somebody"),
        ("![Ada at work](photos/ada.png)", "somebody at work"),
        ("[![Ada](a.png)](https://example.org)", "somebody"),
        ("![[ada.png|300]]", "(file)"),
        ("https://example.org/~ada, www.ada.org and ada.org/a.", "(address), (address) and (address)."),
        ("Write to <ada@example.org> or mailto:a.l@example.org", "Write to (address) or (address)"),
        ("as @ada_l wrote", "as (address) wrote"),
        ("in notes-ada.pdf and C:\\ada\\cv.docx", "in (file) and C:(file)"),
        ("call +44 (0)20 7946 0123", "call (number)"),
        ("1 200 000 people, 1999-2004, 45,000 a year", "1 200 000 people, 1999-2004, 45,000 a year"),
        ("<!-- Ada --> x %%Ada%% y", " x  y"),
        ('<img src="ada.png" alt="Ada"> <b title="Ada">bold</b>', " bold"),
        ("[ada]: https://example.org 'Ada'\nText [a][ada].", "\nText a."),
        ("on 2026-03-02, on 2 March 2026", "on March 2026, on March 2026"),
        ("on March 2nd, 2026, on 2.3.2026", "on March 2026, on March 2026"),
        ("in May and May 2026, on 3/4/2026", "in May and May 2026, on 2026"),
    ],
)  # fmt: skip
def test_what_is_no_word(written: str, shown: str) -> None:
    assert a_redactor().redacted(written) == shown


def test_what_may_be_a_common_word_is_told() -> None:
    redactor = a_redactor()
    redactor.redacted("Will you? Rose is late.")
    assert redactor.doubtful == ["Will", "Rose"]


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        ("Partner at Smith & Co", "Partner"),
        ("Analyst, Analytical Engines", "Analyst"),
        ("Head of parks (City of Aarhus)", "Head of parks"),
        ("Assistant to Ada Lovelace", "Assistant"),
        ("Designer (Panic), writer", "Designer, writer"),
        ("Nurse | Google", "Nurse"),
        ("Head of Engineering", "Head of Engineering"),
    ],
)
def test_roles(role: str, shown: str) -> None:
    assert a_redactor().role(role) == shown
