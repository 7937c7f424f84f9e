"""What people do to a journal between two builds, for the tests that compare the sites."""

from dataclasses import dataclass
from pathlib import Path

from hypothesis import strategies as st

from tests.builders import SETTINGS_TEXT

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
ONE, TWO = "journal/interviews/2026-03-02-one.md", "journal/interviews/2026-04-02-two.md"
START, SEA, ME = "journal/questions/start.md", "journal/directions/sea.md", "journal/me.md"
ADA, GRACE, BOB = "journal/contacts/ada.md", "journal/contacts/grace-hopper.md", "journal/contacts/bob.md"
PAGES, FOOTER = "site_templates/pages", "site_templates/theme/partials/footer.html"
NEWS = "---\nname: Me Myself\n---\nI look around.\n\n## News\n- 2026-07-01 I moved\n"
PEOPLE = ("Ada Lovelace", "Grace Hopper", "Mary Somerville")
STEMS = ("2026-03-02-one", "2026-04-02-two", "2026-05-02-three")
WORDS = (
    "By accident. #craft",
    "By accident, she said, and then by design: nobody had asked for it, and nobody was in her way. #craft",
    "**Music**, she said. #craft #people",
    "See [[Grace Hopper]] and [[2026-03-02-one]].",
    "![a plan](../plan.png) and ![a drawing](../drawing.svg)",
    "[the other talk](2026-04-02-two.md), and a note[^1].\n\n[^1]: Below.",
    "\tcode\twith tabs\n\n- [ ] send it (by 2026-06-01)",
    "",
)
FRONT_MATTER = (
    "",
    "helpfulness: 4\nintroductions: [Mary Somerville]\nchannel: video\nfield: glass\n",
    "helpfulness: 5\ninterest: 2\ntags: [late]\nthanked: {email: 2026-05-04}\n",
    "asked_about_me: no\nnext_contact: 2026-09-01\nshift: I would rather teach.\n",
    "Fits: The pace.\nmood: uneasy\nhelpfulness: 4/5\n",
)
NOTES: dict[str, str | bytes] = {
    "interviews/2026-03-02-one.md": "---\ncontact: Ada Lovelace\ndate: 2026-03-02\nhelpfulness: 4\n"
    "answers:\n  start: Music. #craft\n  end: In numbers.\n---\n- [ ] send her the article\n",
    "interviews/2026-04-02-two.md": "---\ncontact: Grace Hopper\ndate: 2026-04-02\n---\n"
    "## How did you start?\nBy ship.\n",
    "questions/start.md": "---\nask: How did you start?\n---\nBy accident, mostly.\n",
    "questions/end.md": "---\nask: Where will it end?\n---\n",
    "contacts/grace-hopper.md": "---\nname: Grace Hopper\nemail: g@example.org\n---\n"
    "## Log\n- 2026-02-01 asked by e-mail\n",
    "plan.png": PNG,
    "drawing.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
}


@dataclass(frozen=True)
class Edit:
    """What happens to a journal between two builds: `text` is written to `path`, None deletes it."""

    path: str
    text: bytes | str | None

    def do(self, root: Path) -> None:
        path = root / self.path
        if self.text is None:
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.text.encode() if isinstance(self.text, str) else self.text)


@dataclass(frozen=True)
class Reword:
    """Words of a file become others, where they stand in it."""

    path: str
    old: str
    new: str

    def do(self, root: Path) -> None:
        path = root / self.path
        if path.is_file():
            path.write_text(path.read_text("utf-8").replace(self.old, self.new), "utf-8")


@dataclass(frozen=True)
class Rename:
    """A note gets another name, if it is there."""

    old: str
    new: str

    def do(self, root: Path) -> None:
        if (root / self.old).is_file():
            (root / self.old).replace(root / self.new)


@dataclass(frozen=True)
class Damage:
    """The beginning of each file below a folder becomes something else: `keep` bytes at its end stay."""

    folder: str
    keep: int | None

    def do(self, root: Path) -> None:
        for path in sorted((root / self.folder).rglob("*")):
            if path.is_file() and path.name not in {".iiv-site", ".gitignore", "lock"}:
                content = path.read_bytes()
                path.write_bytes(content[: self.keep] if self.keep is not None else b"x" + content[1:])


AnyEdit = Edit | Reword | Rename | Damage
EVERYDAY: dict[str, Edit | Reword] = {
    "an answer's end": Reword(ONE, "In numbers.", "In numbers. And *more* of it."),
    "its first sentence": Reword(ONE, "Music.", "Chance, and music."),
    "a new note": Edit(
        "journal/interviews/2026-05-02-three.md",
        "---\ncontact: Mary Somerville\ndate: 2026-05-02\nhelpfulness: 2\ninterest: 3\n---\n"
        "## How did you start?\nWith Euclid. #craft\n",
    ),
    "a log line": Reword(GRACE, "asked by e-mail\n", "asked by e-mail\n- 2026-02-09 replied\n"),
    "helpfulness": Reword(ONE, "helpfulness: 4", "helpfulness: 2"),
    "a promise ticked": Reword(ONE, "- [ ] send", "- [x] send"),
    "an interest and a shift": Reword(
        ONE, "helpfulness: 2", "helpfulness: 2\ninterest: 4\nshift: I had never thought of teaching it."
    ),
    "a day in another year": Edit(
        "journal/contacts/mary.md", "---\nname: Mary Somerville\n---\n## Log\n- 2025-11-03 asked\n"
    ),
    "a new person": Edit(BOB, "---\nname: Bob Moog\nemail: b@example.org\n---\n"),
    "a theme": Reword(ONE, "#craft", "#chance"),
    "a synthesis": Reword(START, "By accident, mostly.", "By design. #no"),
    "a synthesis that is not up to date": Edit(
        START, "---\nask: How did you start?\nas_of: 2026-03-02\n---\nBy accident.\n"
    ),
    "a question reworded": Reword(
        START, "ask: How did you start?", "ask: Where did it begin?\nformerly: [How did you start?]"
    ),
    "a copy": Edit(
        "journal/interviews/2026-04-02-two (conflicted copy 2026-04-03).md",
        "---\ncontact: Grace Hopper\ndate: 2026-04-02\n---\n## How did you start?\nBy ship, and by clock.\n",
    ),
    "a conflict": Reword(
        GRACE,
        "- 2026-02-01 asked by e-mail\n",
        "<<<<<<< HEAD\n- 2026-02-01 asked by e-mail\n=======\n- 2026-02-02 asked\n>>>>>>> theirs\n",
    ),
    "the conflict resolved": Edit(
        GRACE, "---\nname: Grace Hopper\nemail: g@example.org\n---\n## Log\n- 2026-02-01 asked by e-mail\n"
    ),
    "a direction": Edit(
        SEA,
        "---\nname: To sea\npeople: [Grace Hopper]\ntags: [late]\nas_of: 2026-03-02\n"
        "verdicts: [{verdict: open, on: 2026-04-03}]\n"
        "contradicts: [2026-03-02-one#start, 2026-04-02-two#start]\n"
        "---\nSee [[2026-03-02-one#start]]. #craft\n\nNot known yet: the pay.\n",
    ),
    "a verdict": Reword(SEA, "2026-04-03}]", "2026-04-03}, {verdict: try, on: 2026-05-03, why: Salt.}]"),
    "news": Edit(ME, NEWS),
}
"""What people do every day, each by its name."""

OWN = {
    "a page": Edit(
        f"{PAGES}/insights.md.jinja",
        "{% extends 'shipped/insights.md.jinja' %}{% block kind %}x{% endblock %}",
    ),
    "a row": Edit(
        f"{PAGES}/rows/talk.md.jinja", "{% macro row(talk) %}<li>{{ talk.person.name }}</li>{% endmacro %}"
    ),
    "a row of answers": Edit(
        f"{PAGES}/rows/answer.md.jinja",
        "{% macro row(answer) %}<p>{{ answer.gist }}</p>{{ shown(answer.said) }}{% endmacro %}",
    ),
    "a letter": Edit(
        "site_templates/letters/hello.md.jinja", "Subject: Hello\n\nDear {{ them }}, [write here]\n"
    ),
    "a style sheet": Edit("site_templates/theme/assets/iiv.css", "p { color: red }\n"),
}
"""What people may have of their own."""


def interviews() -> st.SearchStrategy[Edit]:
    def note(stem: str, person: str, said: str, notes: str, front_matter: str) -> Edit:
        head = f"---\ncontact: {person}\ndate: {stem[:10]}\n{front_matter}---\n"
        return Edit(f"journal/interviews/{stem}.md", f"{head}{notes}\n\n## How did you start?\n{said}\n")

    words = st.sampled_from(WORDS)
    people, more = st.sampled_from(PEOPLE), st.sampled_from(FRONT_MATTER)
    return st.builds(note, st.sampled_from(STEMS), people, words, words, more)


def others() -> st.SearchStrategy[AnyEdit]:
    return st.sampled_from(
        [
            *EVERYDAY.values(),
            *OWN.values(),
            *(Edit(f"journal/interviews/{stem}.md", None) for stem in STEMS),
            Edit(ONE, "no note at all\n"),
            Edit(ADA, "---\nname: Ada Lovelace\naliases: [Ada]\nrole: Analyst\n---\nSee [[Ada]].\n"),
            Edit(ADA, "---\nname: Ada Lovelace\n---\n## Log\n- 2026-03-03 thanked by e-mail\n"),
            Edit(ADA, None),
            Edit("journal/contacts/mary.md", None),
            Edit("journal/contacts/ada 2.md", "---\nname: Ada Lovelace\nemail: a@example.org\n---\n"),
            Edit("journal/contacts/ada 2.md", None),
            Edit("journal/me (1).md", "I look around, and about.\n"),
            Edit("journal/questions/start.sync-conflict-20260303-101112.md", "---\nask: How?\n---\n"),
            Edit(EVERYDAY["a copy"].path, None),
            Edit(
                ONE,
                "---\n<<<<<<< HEAD\ncontact: Ada Lovelace\n=======\ncontact: Grace Hopper\n>>>>>>> theirs\n"
                "date: 2026-03-02\n---\nHm.\n",
            ),
            Edit(
                START,
                "---\n<<<<<<< HEAD\nask: How did you start?\n=======\nask: Where did it begin?\n"
                ">>>>>>> theirs\n---\n",
            ),
            Edit(BOB, "---\nname: Bob Moog\nhat: grey\nopening: Your dials.\n---\n"),
            Edit(BOB, "---\nname: Bob Moog\nintroduced_by: Grace Hopper\n---\n"),
            Edit(BOB, "---\nname: Bob Moog\n---\n## Log\n- 2026-09-01 note: seen in the street\n"),
            Edit(START, "---\nask: Where did it begin?\nformerly: [How did you start?]\n---\n"),
            Edit(START, None),
            Edit(SEA, None),
            Edit(SEA, "---\nname: [\n---\nSalt.\n"),
            Edit("journal/directions/sea 2.md", "---\nname: To sea\npeople: [Grace Hopper]\n---\n"),
            Reword(SEA, "as_of: 2026-03-02", "as_of: 2026-06-02"),
            Reword(SEA, "To sea", "Away"),
            Reword(SEA, "2026-04-02-two#start]", "2026-05-02-three#start]"),
            Edit(
                START,
                "---\nask: How did you start?\nas_of: 2026-03-31\n"
                "contradicts: [[2026-03-02-one]], [[2026-04-02-two]]\n---\n[[2026-04-02-two#start]].\n",
            ),
            Edit("journal/questions/second.md", "---\nask: And then?\nretired: yes\n---\n**So.**\n"),
            Edit("journal/questions/second.md", "---\nask: And then?\nshortlist: yes\n---\n"),
            Edit("journal/index.md", "Welcome, [[Ada Lovelace]].\n"),
            Edit("journal/plan.png", PNG[:-1] + b"x"),
            Edit("journal/plan.png", None),
            Edit("journal/drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"),
            Edit("mkdocs.yml", SETTINGS_TEXT.replace("Talks", "Walks & talks")),
            Edit("mkdocs.yml", SETTINGS_TEXT.replace("- iiv", "- iiv:\n      cadence: {4: 2}")),
            Edit("mkdocs.yml", SETTINGS_TEXT.replace("  - search\n", "")),
            Edit("mkdocs.yml", SETTINGS_TEXT + "nav:\n  - index.md\n  - interviews/2026-03-02-one.md\n"),
            *(Edit(edit.path, None) for edit in OWN.values()),
            Edit(FOOTER, "<footer>{{ page.title }} {{ pages | length }}</footer>"),
            Edit(FOOTER, "<footer>{{ page.title }}</footer>"),
            Edit(FOOTER, None),
            Rename(ONE, "journal/interviews/2026-03-09-later.md"),
            Rename(GRACE, "journal/contacts/hopper.md"),
            Damage(".iiv", None),
            Damage(".iiv", 500),
            Damage("site", None),
            Damage("site/interviews", 10),
            Damage("site/answers", 10),
            Edit("site/index.html", None),
            Edit("site/assets/iiv.css", None),
            Edit("site/follow-ups.ics", None),
            Edit("site/taxes.html", "of somebody else"),
        ]
    )


EDITS = st.lists(interviews() | others(), min_size=1, max_size=5)
