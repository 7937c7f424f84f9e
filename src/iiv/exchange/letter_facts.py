"""What a letter can say: the facts that its template finds under their names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, get_args

from iiv.exchange import quotes
from iiv.exchange.plain import one_line, sentence
from iiv.exchange.salutation import call_name, first_name, told_name
from iiv.journal.model import name_key
from iiv.journal.parse.gist import BOLD_START
from iiv.journal.parse.markup import plain_text
from iiv.method.history import history_of, led_to
from iiv.method.introductions import introducer
from iiv.method.stages import ACQUAINTED
from iiv.method.staying_in_touch import next_word
from iiv.method.wording import WRITTEN_TALKS, listed
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping

    from iiv.journal.journal import Journal
    from iiv.journal.model import Contact, Interview, Touchpoint, Verb
    from iiv.journal.settings import Settings
    from iiv.method.history import History
    from iiv.method.introductions import Introducer
    from iiv.method.quotations import Quotation

Tone = Literal["through", "warm", "cold"]
TONES: tuple[Tone, ...] = get_args(Tone)
MOST_GISTS = 3
LetterKind = Literal["ask", "nudge", "thank", "card", "hello"]
KINDS: tuple[LetterKind, ...] = get_args(LetterKind)
QUOTES: Mapping[LetterKind, Callable[[Journal, History], Quotation | None]] = {
    "thank": quotes.for_thanks,
    "card": quotes.for_card,
    "hello": quotes.for_hello,
}
VERBS: Final[Mapping[LetterKind, Verb]] = {
    "ask": "asked",
    "nudge": "nudged",
    "thank": "thanked",
    "card": "thanked",
    "hello": "wrote",
}
"""What `iiv log` notes when a letter is sent."""


class Facts(Value, frozen=True):
    """Everything a template may use: nothing about them that was not marked as theirs or written for them.

    Texts are plain, on one line, and "" where the notes say nothing. `them` and `me` are what the two are
    called, `my_name` is one's name in full, and `for_letters` what one wrote for letters of where one
    stands, by paragraph. `tone` says how the letter that asks begins: `introducer` is who led one to them,
    and `offered` whether that was in a talk. `opening` is one's own line for the letter to them. `asked` is
    the day of the last request, `last_nudge` whether no further nudge would follow this one. `talked` is the
    day of the newest talk, `in_writing` whether it was one of letters. `quote` is something they said, on
    the day `quoted_from`, that may go back to them. `introductions` are the people whom they offered in that
    talk, as a list in words; `met` those whom they led one to and with whom one talked since the last
    contact. `gift` is whether one gave them something for the talk, and `saw` whether one came across them
    since the last contact. `filed` is whether they did not ask about one, `staying` whether one means to
    stay in touch. `news` are the lines of news since the last contact, oldest first; none where there was
    no contact.
    """

    them: str
    me: str
    my_name: str
    for_letters: tuple[str, ...]
    tone: Tone
    introducer: str
    offered: bool
    opening: str
    asked: dt.date | None
    last_nudge: bool
    talked: dt.date | None
    in_writing: bool
    quote: str
    quoted_from: dt.date | None
    introductions: str
    met: str
    gift: bool
    saw: bool
    filed: bool
    staying: bool
    news: tuple[str, ...]


def facts(kind: LetterKind, contact: Contact, journal: Journal, settings: Settings) -> Facts:
    """The facts for a letter of one kind to `contact`."""
    past = history_of(journal, contact)
    talk = past.talks[-1] if past.talks else None
    quote = QUOTES[kind](journal, past) if kind in QUOTES else None
    led_by = _led_by(journal, contact)
    return Facts(
        them=call_name(contact),
        me=first_name(journal.me.name),
        my_name=one_line(journal.me.name),
        for_letters=tuple(filter(None, map(sentence, re.split(r"\n\s*\n", journal.me.for_letters)))),
        tone=_tone(past, led_by),
        introducer=_names(journal, [led_by.id] if led_by else []),
        offered=bool(led_by and led_by.offer),
        opening=sentence(contact.opening),
        asked=next((line.date for line in reversed(past.log) if line.verb == "asked"), None),
        last_nudge=past.stage.nudges + 1 >= len(settings.nudges),
        talked=talk.date if talk else None,
        in_writing=talk is not None and name_key(talk.channel) in WRITTEN_TALKS,
        quote=quote.text if quote else "",
        quoted_from=quote.talk.date if quote else None,
        introductions=_names(journal, _offered(talk) if talk else []),
        met=_names(journal, _met_since(journal, past)),
        gift=bool(talk and any(line.verb == "gave" and line.date >= talk.date for line in past.log)),
        saw=any(line.verb == "saw" for line in _since_contact(past)),
        filed=past.asked_about_me is False,
        staying=next_word(past, settings) is not None,
        news=_news(journal, past),
    )


def doubt(kind: LetterKind, contact: Contact, journal: Journal) -> str:
    """Why a letter may not fit: the notes do not say what it takes for granted; "" where they do."""
    past = history_of(journal, contact)
    asked = any(line.verb == "asked" for line in past.log)
    if kind in {"thank", "card"} and not past.talks:
        return "No talk is noted. Did you talk?"
    if kind in {"ask", "nudge"} and past.stage.name == "declined":
        return "They said no, your notes say."
    return "No request is noted. Did you ask?" if kind == "nudge" and not asked else ""


def beside(contact: Contact, journal: Journal) -> tuple[str, ...]:
    """What one's own notes offer for a letter to `contact`, as lines; none of it is in the letter."""
    past = history_of(journal, contact)
    answers = past.talks[-1].answers if past.talks else ()
    bold = [answer for answer in answers if BOLD_START.match(answer.text.lstrip())]
    told = [
        *((f"How you know them: {contact.know}",) if contact.know else ()),
        *((f"What you respect: {contact.respect}",) if contact.respect else ()),
        *(f"From the talk: {answer.gist}" for answer in bold[:MOST_GISTS]),
        *(f"You came across them: {line.note}" for line in _since_contact(past) if line.verb == "saw"),
        *(f"Your gift: {line.note}" for line in past.log if line.verb == "gave" and line.note),
    ]
    return tuple(map(one_line, map(plain_text, told)))


def _tone(past: History, led_by: Introducer | None) -> Tone:
    """How one stands to somebody whom one asks for a talk."""
    wanted = next((tone for tone in TONES if tone == name_key(past.contact.tone)), None)
    if past.talks:
        return "warm"
    if wanted:
        return wanted
    if led_by:
        return "through"
    return "warm" if any(line.verb in ACQUAINTED for line in past.log) else "cold"


def _since_contact(past: History) -> list[Touchpoint]:
    last = past.last_contact
    return [line for line in past.log if last is None or line.date >= last.date]


def _names(journal: Journal, ids: Iterable[str]) -> str:
    people = [journal.contacts_by_id[id_] for id_ in ids if id_ in journal.contacts_by_id]
    return listed(list(filter(None, map(told_name, people))))


def _led_by(journal: Journal, contact: Contact) -> Introducer | None:
    """Who led one to them: somebody else, who can be named."""
    found = introducer(journal, contact)
    name = _names(journal, [found.id]) if found else ""
    return found if name and name_key(name) not in {"me", "myself", name_key(journal.me.name)} else None


def _offered(talk: Interview) -> list[str]:
    return [id_ for id_ in dict.fromkeys(talk.introductions) if id_ != talk.contact]


def _met_since(journal: Journal, past: History) -> list[str]:
    """The people whom they led one to, with a first talk after the last contact."""
    last = past.last_contact
    if last is None:
        return []
    met = journal.talks_by_contact
    first = [met[id_][0] for id_ in led_to(journal, past) if id_ in met]
    in_order = sorted(first, key=lambda talk: (talk.date, talk.id))
    return [talk.contact for talk in in_order if talk.date > last.date]


def _news(journal: Journal, past: History) -> tuple[str, ...]:
    last = past.last_contact
    news = sorted(journal.me.news, key=lambda line: line.date)
    return tuple(sentence(line.text) for line in news if last and line.date > last.date)
