"""Names in texts, as people write them, and what is read in their place."""

from functools import cache

import pytest

from iiv.exchange.sharing.hidden import Hidden, hidden
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
    "contacts/jan.md": "---\nname: Jan van der Berg\norganization: Müller & Söhne GmbH & Co. KG\n---\n",
    "contacts/pawel.md": "---\nname: Paweł Wiśniewski\norganization: J.P. Morgan\n---\n",
    "contacts/anna.md": "---\nname: Anna Nováková\norganization: McKinsey & Company\n---\n",
    "contacts/matti.md": "---\nname: Matti Virtanen\norganization: Apple Inc.\n---\n",
    "contacts/ivan.md": "---\nname: Иван Петров\norganization: Deutsche Bahn AG\n---\n",
    "contacts/dana.md": "---\nname: דנה כהן\norganization: BBC\n---\n",
    "contacts/kim.md": "---\nname: 김민수\norganization: Société Générale S.A.\n---\n",
    "contacts/gross.md": "---\nname: Dieter Groß\norganization: The Wellcome Trust\n---\n",
    "contacts/rob.md": "---\nname: Robert Vandenberghe\norganization: YCombinator\n---\n",
    "contacts/thor.md": "---\nname: Þorbjörn Øster\n---\n",
    "contacts/hunter.md": "---\nname: Grace Hunter\n---\n",
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
    "hunter": "Judge",
} | dict.fromkeys(("jan", "pawel", "anna", "matti", "ivan", "dana", "kim", "gross", "rob", "thor"), "Clerk")
SMALL = frozenset({"will", "line", "lovely", "apple", "li"})


@cache
def what_is_hidden() -> Hidden:
    return hidden(a_journal(PEOPLE).journal, LABELS, SMALL)


def a_redactor() -> Redactor:
    return Redactor(what_is_hidden(), SMALL)


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
        ("van Beethoven and Ludwig van Beethoven jr.", "Composer and Composer."),
        ("A van with a lovely line", "A van with a lovely line"),
        ("the Analytical Engines, and analytical engines ltd.", "an organisation, and an organisation."),
        ("I googled it on Google's pages", "I googled it on an organisation's pages"),
        ("Clara asked; Ms Weiss wrote", "the interviewer asked; the interviewer wrote"),
        ("#Lovelace and #craft", "Analyst and #craft"),
        ("Loveless and lovelaceish", "Loveless and lovelaceish"),
        ("mit van der Berg, Jan van der Bergs Idee", "mit Clerk, Clerk’s Idee"),
        ("s Annou, Nováková, od Anny", "s Clerk, Clerk, od Clerk"),
        ("Pawła Wiśniewskiego i Wisniewskim", "Clerk i Clerk"),
        ("Virtasella, Matin, Matille", "Clerk, Clerk, Clerk"),
        ("с Иваном Петровым и у Петрова", "с Clerk и у Clerk"),
        ("לדנה ושל כהן", "Clerk ושל Clerk"),
        ("قال الهاشمي ونور", "قال Baker"),
        ("김민수는 민수가 김 선생님", "Clerk는 Clerk가 Clerk"),
        ("王先生 came", "Cook came"),
        ("Gross, GROSS; Thorbjorn Oster", "Clerk, Clerk; Clerk"),
        ("with Rose Mueller and ROSE MUELLER", "with Nurse and Nurse"),
        ("Rob Vandenberghe, Robert V. said, Robert Van den Berghe", "Clerk said, Clerk"),
        ("OBrien said, and O Brien", "Tree officer said, and Tree officer"),
        ("adalovelace, AdaLovelace and #adalovelace", "Analyst, Analyst and Analyst"),
        ("Once ada wrote, or an ada; once #ada", "Once somebody wrote, or an ada; once somebody"),
        ("Rose said no. Rose's view. Rose, who", "Nurse said no. Nurse's view. Nurse, who"),
        ("I asked Ada. Lovelace was there", "I asked somebody. Analyst was there"),
        ("AL: we met\n**AL:** yes, AL", "Analyst: we met\n**Analyst:** yes, AL"),
        ("In L.A. with A.L.", "In L.A. with Analyst"),
        ("Ada\u00ad Love\u00adlace, Ａｄａ Ｌｏｖｅｌａｃｅ, Ada\u200bLovelace", "Analyst, Analyst, Analyst"),
        ("Ada&nbsp;Lovelace, &#65;da&#32;Lovelace", "Analyst, Analyst"),
        ("Ada<br>Lovelace and <b>A</b>da", "Analyst and somebody"),
        ("bei der Deutschen Bahn, JPMorgan", "bei der an organisation, an organisation"),
        ("McKinsey, not McKinsey and Company", "an organisation, not an organisation"),
        ("Müller und Söhne, dann Müller & Söhne", "an organisation, dann an organisation"),
        ("the B.B.C. and the BBC's", "an organisation. and an organisation's"),
        ("Societe Generale or Y Combinator", "an organisation or an organisation"),
        ("with the Wellcome", "with an organisation"),
        ("i met grace hunter and grace hunter's aunt", "i met Judge and Judge's aunt"),
        ("the hunter, grace and a hunter; hunter grace", "the hunter, grace and a hunter; hunter grace"),
        ("by the grace, hunter", "by the grace, hunter"),
        ("An apple at Apple, ex-Google", "An apple at an organisation, ex-an organisation"),
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
        ("in notes-ada.pdf and C:\\ada\\cv.docx", "in (file) and (file)"),
        ("call +44 (0)20 7946 0123", "call (number)"),
        ("1 200 000 people, 1999-2004, 45,000 a year", "1 200 000 people, 1999-2004, 45,000 a year"),
        ("<!-- Ada --> x %%Ada%% y", " x  y"),
        ('<img src="ada.png" alt="Ada"> <b title="Ada">bold</b>', " bold"),
        ("[ada]: https://example.org 'Ada'\nText [a][ada].", "\nText a."),
        ("x[^ada] y[^1]\n\n[^ada]: Ada", "x[^n1] y[^1]\n\n[^n1]: somebody"),
        ("*[AL]: Ada Lovelace\nAL", "\nAL"),
        ("ada (at) example.org, ada [at] example [dot] org", "(address), (address)"),
        ("ada at example dot org, ada&#64;example.org, ada@work", "(address), (address), (address)"),
        ("skype:ada.l, u/ada, ada#1234", "(address), (address), (address)"),
        ("~/talks/ada and contacts/ada, ada.key", "(file) and (file), (file)"),
        ("tel. 12345 and DE89 3704 0044 0532 0130 00", "(number) and (number)"),
        ("2019 2020 2021 and 1'234'567", "2019 2020 2021 and 1'234'567"),
        ("am 12. März 2026, le 12 mars, el 12 de marzo de 2026", "am März 2026, le mars, el marzo de 2026"),
        ("2. března, 2 marca 2026, 2 марта, 12-Mar-2026", "března, marca 2026, марта, Mar 2026"),
        ("12-14 March 2026, the 12th of March, 2026/3/2", "March 2026, March, March 2026"),
        ("am 12.3. und 2026年3月12日", "am March und 2026年3月"),
        ("of the 12 may come, and 20 mar it", "of the 12 may come, and 20 mar it"),
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
        ("ex-Google engineer", "engineer"),
        ("Head, Google Maps", "Head"),
        ("Founder of Analytical Engines Ltd.", "Founder"),
        ("Apple grower", "Apple grower"),
    ],
)
def test_roles(role: str, shown: str) -> None:
    assert a_redactor().role(role) == shown
