"""Keys of front matter: how they compare, those of editors, and which one may be meant by another."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_BETWEEN = re.compile(r"[\s_-]+")
_CLOSE = 0.65
_MOST = 3

EDITORS_OWN: Final = frozenset(
    """alias aliases author banner category categories cover created created_at cssclass cssclasses
    date_created date_modified description draft icon id kind lang last_modified layout
    linter_yaml_title_alias modified obsidian permalink position publish related slug tag tags
    template title type uid up updated updated_at""".split()
)
"""Keys of editors and site generators: no problem in any note."""

PROGRAMS_OWN: Final = EDITORS_OWN.difference(
    ("alias", "aliases", "author", "category", "categories", "description", "kind", "related", "tag", "tags"),
    ("title", "type", "up"),
)
"""Those of them in which no person writes words: they stand on no page."""

_MEANT: Final[Mapping[str, tuple[str, ...]]] = {
    "aliases": ("aka", "also_known_as", "alternative_names", "nickname", "nicknames", "other_names"),
    "answers": ("answer", "questions", "question", "responses", "q_and_a", "qa"),
    "ask": ("question", "text", "wording"),
    "as_of": ("as_at", "read_until", "seen_until", "up_to", "until", "updated"),
    "asked_about_me": ("asked_me", "about_me", "interested_in_me", "reciprocal"),
    "channel": ("medium", "via", "how", "by", "place", "location", "where", "format"),
    "contact": ("contacts", "interviewee", "name", "person", "people", "who", "whom", "with", "attendees"),
    "contradicts": ("against", "conflicts", "contradiction", "contradictions", "versus"),
    "date": ("datetime", "day", "on", "talk_date", "when"),
    "email": ("e_mail", "e_mail_address", "email_address", "mail", "mail_address"),
    "field": ("area", "branch", "domain", "industry", "sector"),
    "fields": ("areas", "area", "branches", "domain", "industries", "industry", "sectors"),
    "formerly": ("earlier", "former", "old_wording", "previously"),
    "help": ("helped", "help_offered", "offers", "offered"),
    "helpfulness": ("helpful", "rating", "score", "stars", "usefulness", "useful"),
    "interest": ("my_interest", "appeal"),
    "introduced_by": ("introducer", "intro_by", "recommended_by", "referral", "referred_by", "source"),
    "introductions": ("introduced", "introduction", "intros", "intro", "referrals"),
    "know": ("how_i_know_them", "how_we_met", "known_from", "relation", "relationship"),
    "minutes": ("duration", "length", "mins", "time"),
    "name": ("full_name", "fullname", "person", "contact", "display_name"),
    "next_contact": ("contact_again", "follow_up", "followup", "next", "remind", "reminder"),
    "organization": ("company", "employer", "firm", "org", "organisation", "workplace", "works_at"),
    "people": ("contacts", "contact", "persons", "who", "voices"),
    "phone": ("cell", "cell_phone", "mobile", "number", "phone_number", "tel", "telephone"),
    "respect": ("admire", "why", "why_them"),
    "retired": ("closed", "inactive", "until"),
    "role": ("job", "job_title", "occupation", "position", "profession", "title", "work"),
    "shortlist": ("candidate", "maybe", "shortlisted"),
    "shift": ("changed", "insight", "takeaway", "what_moved"),
    "tags": ("keywords", "labels", "themes", "topics"),
    "thanked": ("thanks", "thank_you"),
    "verdicts": ("decided", "decision", "decisions", "state", "status", "verdict"),
}
"""Well-known words for a key, by the key."""

_TASKS: Final = frozenset(
    {"action_items", "actions", "next_steps", "promises", "tasks", "to_do", "todo", "todos"}
)
_FREE_TEXT: Final = frozenset({"comment", "comments", "note", "notes", "remarks", "summary", "text", "body"})


@lru_cache(maxsize=1024)
def key_form(key: str) -> str:
    """The form in which keys compare: in small letters, `_` between words, without invisible characters."""
    visible = "".join(c for c in key if unicodedata.category(c) != "Cf")
    return _BETWEEN.sub("_", visible.casefold().replace("\N{NON-BREAKING HYPHEN}", "-")).strip("_?!*")


def meant_by(form: str, known: Collection[str]) -> tuple[str, ...]:
    """Which of the known keys an unknown one may mean: one where that is likely, else the nearest three."""
    for key, words in _MEANT.items():
        if form in words and key in known:
            return (key,)
    likeness = {key: SequenceMatcher(None, form, key).ratio() for key in known}
    near = sorted(likeness, key=lambda key: -likeness[key])[:_MOST]
    return tuple(near[:1] if near and likeness[near[0]] >= _CLOSE else near)


def hint_for(form: str, known: Collection[str]) -> str:
    """What to do about an unknown key."""
    if form in _FREE_TEXT and form not in known:
        return "write it below the front matter, as text"
    if form in _TASKS:
        return "write tasks below the front matter, as `- [ ] what to do (by 2026-03-09)`"
    near = [f"`{key}`" for key in meant_by(form, known)]
    if len(near) == 1:
        return f"did you mean {near[0]}?"
    return f"the nearest keys are {', '.join(near[:-1])} and {near[-1]}" if near else "leave it out"
