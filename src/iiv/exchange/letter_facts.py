"""What a letter can say: the facts that its template finds under their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

from iiv.exchange import quotes
from iiv.exchange.plain import listed, one_line, sentence
from iiv.exchange.salutation import call_name, first_name
from iiv.journal.model import name_key
from iiv.method.history import history_of
from iiv.method.status import stage
from iiv.method.thanks import WORTH_A_GIFT
from iiv.method.wording import WRITTEN_TALKS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping

    from iiv.exchange.quotes import Quote
    from iiv.journal.journal import Journal
    from iiv.journal.model import Contact, Interview
    from iiv.journal.settings import Settings
    from iiv.method.history import History

LetterKind = Literal["ask", "nudge", "thank", "card", "hello"]
KINDS: tuple[LetterKind, ...] = get_args(LetterKind)
QUOTES: Mapping[LetterKind, Callable[[Journal, History], Quote | None]] = {
    "thank": quotes.for_thanks,
    "card": quotes.for_card,
    "hello": quotes.for_hello,
}
SENT: Final[Mapping[LetterKind, str]] = {
    "ask": "asked --by e-mail",
    "nudge": "nudged --by e-mail",
    "thank": "thanked --by e-mail",
    "card": "thanked --by card",
    "hello": "wrote --by e-mail",
}
"""What `iiv log` notes when a letter is sent."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything a template may use. Texts are plain, on one line, and "" where the notes say nothing.

    `them` and `me` are what the two are called, `my_name` is one's name in full. `introducer` is who
    led one to them. `asked` is the day of the last request, `last_nudge` whether no further nudge
    would follow this one. `talked` is the day of the newest talk, `in_writing` whether it was one of
    letters. `quote` is something they said, on the day `quoted_from`. `introductions` are the people
    whom they offered in that talk, as a list in words; `met` those whom they led one to and with
    whom one talked since the last contact. `gift` is whether the talk was worth one, `given` what it
    was. `filed` is whether they did not ask about one. `news` are the lines of news since the last
    contact, oldest first; none where there was no contact.
    """

    them: str
    me: str
    my_name: str
    know: str
    respect: str
    introducer: str
    asked: dt.date | None
    last_nudge: bool
    talked: dt.date | None
    in_writing: bool
    quote: str
    quoted_from: dt.date | None
    introductions: str
    met: str
    gift: bool
    given: str
    filed: bool
    news: tuple[str, ...]


def facts(kind: LetterKind, contact: Contact, journal: Journal, settings: Settings) -> Facts:
    """The facts for a letter of one kind to `contact`."""
    past = history_of(journal, contact)
    talk = past.talks[-1] if past.talks else None
    quote = QUOTES[kind](journal, past) if kind in QUOTES else None
    return Facts(
        them=call_name(contact),
        me=first_name(journal.me.name),
        my_name=one_line(journal.me.name),
        know=_remark(contact.know),
        respect=_remark(contact.respect),
        introducer=_names(journal, [contact.introduced_by] if contact.introduced_by else []),
        asked=next((line.date for line in reversed(past.log) if line.verb == "asked"), None),
        last_nudge=stage(past).nudges + 1 >= len(settings.nudges),
        talked=talk.date if talk else None,
        in_writing=talk is not None and name_key(talk.channel) in WRITTEN_TALKS,
        quote=quote.text if quote else "",
        quoted_from=quote.talk.date if quote else None,
        introductions=_names(journal, _offered(talk) if talk else []),
        met=_names(journal, _met_since(journal, past)),
        gift=talk is not None and talk.helpfulness == WORTH_A_GIFT,
        given=_given(talk, past) if talk else "",
        filed=past.asked_about_me is False,
        news=_news(journal, past),
    )


def _remark(text: str) -> str:
    return sentence(text).rstrip(".")


def _names(journal: Journal, ids: Iterable[str]) -> str:
    people = [journal.contacts_by_id[id_] for id_ in ids if id_ in journal.contacts_by_id]
    return listed([one_line(person.name) for person in people])


def _offered(talk: Interview) -> list[str]:
    return [id_ for id_ in dict.fromkeys(talk.introductions) if id_ != talk.contact]


def _met_since(journal: Journal, past: History) -> list[str]:
    """The people whom they led one to, with a first talk after the last contact."""
    last = past.last_contact
    if last is None:
        return []
    offered = {id_ for talk in past.talks for id_ in _offered(talk)}
    led = offered | journal.led_to.get(past.contact.id, frozenset())
    first = [journal.talks_by_contact[id_][0] for id_ in led if id_ in journal.talks_by_contact]
    in_order = sorted(first, key=lambda talk: (talk.date, talk.id))
    return [talk.contact for talk in in_order if talk.date > last.date]


def _given(talk: Interview, past: History) -> str:
    """What the gift was, where the log says so."""
    given = (line.note for line in reversed(past.log) if line.verb == "gave" and line.date >= talk.date)
    return _remark(next(given, ""))


def _news(journal: Journal, past: History) -> tuple[str, ...]:
    last = past.last_contact
    news = sorted(journal.me.news, key=lambda line: line.date)
    return tuple(sentence(line.text) for line in news if last and line.date > last.date)
