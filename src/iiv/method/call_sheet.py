"""What one needs at hand in a talk, from the first words to what one can do for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.bank import STARTERS, bank
from iiv.journal.model import Question, name_key
from iiv.journal.parse.markup import plain_text
from iiv.method.dates import written
from iiv.method.history import TOUCHES, history_of, led_to
from iiv.method.introductions import introducer
from iiv.method.thanks import WORTH_A_GIFT
from iiv.method.wording import met
from iiv.method.words_to_say import IF_THEY_OFFER_HELP, time_to_say, to_open_with
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from iiv.journal.journal import Journal
    from iiv.journal.model import Contact, Interview, News, Promise, Touchpoint
    from iiv.method.history import History
    from iiv.method.introductions import Introducer

LISTENING = (
    "Listen, take notes, and laugh, too: these minutes are about them. Your own story waits until they ask "
    "for it. "
    "If they never ask, that tells you something too: thank them as warmly as anybody, file the talk, "
    "and ask nothing more of them."
)
"""The rule of the method on listening, for the foot of the sheet."""

GIFT_BECAUSE = "They helped you very much, and no gift is noted since. What you noted of them:"
"""Above what may lead to a gift."""

MOST_THEMES = 8  # that one can have in mind
NEWEST = 3  # lines of news that one can tell in passing


class Line(Value, frozen=True):
    """One question of the sheet, and what they said to it last time.

    `talk` is the newest talk in which they answered it, else the newest in which it was asked, else
    None; `gist` is plain text on one line, "" where there is no answer.
    """

    question: Question
    talk: Interview | None = None
    gist: str = ""

    @property
    def said(self) -> str:
        """What stands under the question: `2 Mar 2026: By accident.`, or `not yet asked`."""
        if self.talk is None:
            return "not yet asked"
        return f"{written(self.talk.date)}: {self.gist or 'asked, but not answered'}"


class CallSheet(Value, frozen=True):
    """What to have in front of one while talking with `contact`.

    `appointment` is the log line that fixed the day, None when no talk is fixed. `opening` are the first
    things to say, word for word; `thanks` are sentences for oneself on what to thank them for, and where
    one came across them since one was last in touch. `questions` are those asked now, in their order.
    `pitch` is Markdown, "" when none is written, and `pitch_time` says how long it takes to say. `themes`
    are the words, without `#`, that marked what they said earlier, the most frequent first; `promises` are
    open tasks made to them; `news` is what is new since the last talk, newest first. `gift` is what one
    noted of them, where a gift fits, as `gift_because` says. `listening` is the method's rule, and
    `to_ask_for` what it asks of those who offer help.
    """

    contact: Contact
    introducer: Introducer | None
    appointment: Touchpoint | None
    opening: tuple[str, ...]
    thanks: tuple[str, ...]
    questions: tuple[Line, ...]
    pitch: str
    pitch_time: str
    themes: tuple[str, ...]
    promises: tuple[Promise, ...]
    news: tuple[News, ...]
    gift: tuple[str, ...]
    listening: str = LISTENING
    to_ask_for: tuple[str, ...] = IF_THEY_OFFER_HELP
    gift_because: str = GIFT_BECAUSE

    @property
    def offers(self) -> tuple[str, ...]:
        """How one could help: what was promised, what they care about, what is new, and the question."""
        return tuple(_offers(self))


def call_sheet(journal: Journal, contact: Contact) -> CallSheet:
    """The sheet for the next talk with `contact`, from the talks so far; prepared notes count for nothing.

    A journal without questions gets the five to begin with.
    """
    past = history_of(journal, contact)
    led_by = introducer(journal, contact)
    themes = _themes(past.talks)
    return CallSheet(
        contact=contact,
        introducer=led_by,
        appointment=_appointment(past),
        opening=to_open_with(past, journal.name_of(led_by.id) if led_by else ""),
        thanks=(*_thanks(journal, past), *_saw(past)),
        questions=tuple(_line(question, past) for question in active_questions(journal)),
        pitch=journal.me.pitch,
        pitch_time=time_to_say(journal.me.pitch),
        themes=themes,
        promises=tuple(promise for _, promise in past.promises if not promise.done),
        news=_news(journal, past),
        gift=_gift(past, themes),
    )


def active_questions(journal: Journal) -> tuple[Question, ...]:
    """The questions that are asked now, in their order; where there are none, the five to begin with."""
    active = tuple(question for question in journal.questions if question.active)
    return active or tuple(bank()[id_].question for id_ in STARTERS)


def _offers(sheet: CallSheet) -> Iterator[str]:
    for promise in sheet.promises:
        by = f" (by {written(promise.by)})" if promise.by else ""
        yield f"You promised: {plain_text(promise.text)}{by}"
    if sheet.themes:
        themes = ", ".join(f"#{theme}" for theme in sheet.themes[:MOST_THEMES])
        yield f"They spoke of {themes}: what do you know, or whom?"
    for news in sheet.news:
        yield f"Your news of {written(news.date)}: {plain_text(news.text)}"
    yield "Ask: “Is there something that I could do for you?”"


def _appointment(past: History) -> Touchpoint | None:
    reached = past.stage
    if reached.name != "scheduled":
        return None
    return next(line for line in reversed(past.log) if line.verb == "scheduled")


def _thanks(journal: Journal, past: History) -> tuple[str, ...]:
    found: list[str] = []
    if past.talks:
        last = past.talks[-1]
        found.append(f"{met(last)} on {written(last.date)}: say what came of it.")
    helped = list(dict.fromkeys(plain_text(help_) for talk in past.talks for help_ in talk.help))
    if helped:
        found.append(f"They helped you: {', '.join(helped)}.")
    found.extend(_came_of(journal, id_) for id_ in led_to(journal, past))
    return tuple(found)


def _saw(past: History) -> Iterator[str]:
    """Where one came across them since one was last in touch: to fix a talk is not yet to be so."""
    touches = [line.date for line in past.log if line.verb in TOUCHES]
    last = max([*touches, *(talk.date for talk in past.talks)], default=None)
    for line in past.log:
        if line.verb == "saw" and (last is None or line.date >= last):
            note = f": {plain_text(line.note)}" if line.note else ""
            yield f"You came across them on {written(line.date)}{note}"


def _gift(past: History, themes: tuple[str, ...]) -> tuple[str, ...]:
    """What one noted of somebody who helped one very much, and to whom one gave nothing since."""
    helped = [talk.date for talk in past.talks if talk.helpfulness == WORTH_A_GIFT]
    if not helped or any(line.verb == "gave" and line.date >= helped[-1] for line in past.log):
        return ()
    tags = dict.fromkeys([*past.contact.tags, *(tag for talk in past.talks for tag in talk.tags)])
    noted = {
        "Their tags": ", ".join(tags),
        "What they spoke of": ", ".join(f"#{theme}" for theme in themes[:MOST_THEMES]),
        "What you respect": past.contact.respect,
        "How you know them": past.contact.know,
    }
    return tuple(f"{label}: {plain_text(words)}" for label, words in noted.items() if words)


def _came_of(journal: Journal, person: str) -> str:
    """What came of an introduction, to be told to the one who made it."""
    name = journal.name_of(person)
    talks = journal.talks_by_contact.get(person, ())
    if talks:
        return f"They led you to {name}: you talked on {written(talks[0].date)}."
    return f"They offered to introduce you to {name}; you have not talked yet."


def _line(question: Question, past: History) -> Line:
    asked: Interview | None = None
    for talk in reversed(past.talks):
        for answer in talk.answers:
            if answer.question == question.id and answer.text:
                return Line(question, talk, answer.gist)
            if answer.question == question.id:
                asked = asked or talk
    return Line(question, asked)


def _themes(talks: tuple[Interview, ...]) -> tuple[str, ...]:
    """Each theme once, as it was first written; those of as many mentions in order of first use."""
    counts: dict[str, int] = {}
    shown: dict[str, str] = {}
    for talk in talks:
        for theme in (*(word for answer in talk.answers for word in answer.themes), *talk.themes):
            key = name_key(theme)
            counts[key] = counts.get(key, 0) + 1
            shown.setdefault(key, theme)
    return tuple(shown[key] for key in sorted(counts, key=lambda key: -counts[key]))


def _news(journal: Journal, past: History) -> tuple[News, ...]:
    since: dt.date | None = past.talks[-1].date if past.talks else None
    new = [news for news in journal.me.news if since is None or news.date > since]
    return tuple(sorted(new, key=lambda news: news.date, reverse=True)[:NEWEST])
