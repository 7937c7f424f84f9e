"""One bad file never hides the others, and is never silently dropped."""

from pathlib import Path

import pytest

from iiv.journal.read.reading import find_root, read
from tests.builders import a_journal, problems_of, write_journal

GOOD = "---\ncontact: Grace Hopper\ndate: 2026-03-03\nanswers:\n  start: in the navy\n---\n"
NOTE = "interviews/note.md"


def test_one_interview_alone_is_a_journal() -> None:
    reading = a_journal({"interviews/a.md": GOOD})
    assert reading.problems == ()
    assert [c.name for c in reading.journal.contacts] == ["Grace Hopper"]
    assert [q.id for q in reading.journal.questions] == ["start"]


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf---\ncontact: Ada\ndate: 2026-03-02\n---\nx\n",
        b"---\r\ncontact: Ada\r\ndate: 2026-03-02\r\n---\r\nx\r\n",
        b"\n\n---\ncontact: Ada\ndate: 2026-03-02\n---\nx\n",
        b"---   \ncontact: Ada\ndate: 2026-03-02\n---\t\nx\n",
        b"---\rcontact: Ada\rdate: 2026-03-02\r---\rx\r",
    ],
)
def test_byte_order_marks_line_ends_and_blank_lines_are_accepted(content: bytes) -> None:
    reading = a_journal({NOTE: content})
    assert reading.problems == ()
    assert [(talk.contact, talk.notes) for talk in reading.journal.talks] == [("ada", "x")]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"---\ncontact: A: b\n---\n", "2:11: broken-yaml"),
        (b"---\ncontact: Ada\ndate: 2026-03-02\n", "1:1: no-closing"),
        (b"---\n- a\n---\nkept\n", "2:1: front-matter-not-keys"),
        (b"---\nA rule above, a rule below.\n---\nkept\n", "2:1: front-matter-not-keys"),
        ("---\ncontact: Zoë\n---\nkäse\n".encode("latin-1"), "2:12: not-utf-8"),
        (b"---\ncontact: Ada\n---\na\0b\n", "4:2: nul-byte"),
        (
            b"---\ncontact: Ada\ndate: 2026-03-02\n---\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n",
            "5:1: merge-conflict",
        ),
        (b"---\na: &a [x]\nb: [*a, *a]\n---\n", "2:4: alias"),
        (b"---\na: !!python/object:os.system x\n---\n", "2:4: yaml-tag"),
        (b"---\na: " + b"[" * 3000 + b"\n---\n", "2:1003: too-deep"),
    ],
)
def test_a_note_that_cannot_be_used_is_broken_and_the_rest_is_there(content: bytes, problem: str) -> None:
    reading = a_journal({NOTE: content, "interviews/good.md": GOOD})
    assert f"journal/{NOTE}:{problem}" in [f"{p.place}: {p.code}" for p in reading.problems]
    assert [talk.id for talk in reading.journal.talks] == ["good"]
    (broken,) = reading.journal.broken
    text = content.decode(errors="replace").replace("\0", "\N{REPLACEMENT CHARACTER}")
    assert (broken.id, broken.text) == ("note", text)


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("---\ncontact: Ada Lovelace  # a friend\ndate: soon\n---\nx\n", ["Ada Lovelace"]),
        ("---\ncontact: [[Ada Lovelace]]\n---\nx\n", ["Ada Lovelace"]),
        ('---\ncontact: "Ada Lovelace"\ndate: 2026-03-02\nshift: a: b\n---\n', ["Ada Lovelace"]),
        ("contact: Ada Lovelace\ndate: 2026-03-02\n\nNo rules around them.\n", ["Ada Lovelace"]),
        ("---\ncontact: [Ada, Mary]\ndate: 2026-03-02\n---\n", []),
        ("---\ncontact: Ada: Lovelace\ndate: 2026-03-02\n---\n", []),
        ("---\ncontact:\ndate: 2026-03-02\n---\n", []),
        ("---\ncontact: Zoë\ndate: 2026-03-02\n---\n".encode("latin-1"), []),
        ("Words.", []),
    ],
)
def test_whom_a_broken_note_names_stays_known(content: str | bytes, names: list[str]) -> None:
    reading = a_journal({NOTE: content, "interviews/good.md": GOOD})
    assert [note.id for note in reading.journal.broken] == ["note"]
    assert [c.name for c in reading.journal.contacts] == [*names, "Grace Hopper"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_note_in_utf_16_is_one_problem_and_shows_its_text(encoding: str) -> None:
    text = "---\ncontact: Zo\u00eb\ndate: 2026-03-02\n---\nk\u00e4se \u597d\n"
    reading = a_journal({NOTE: text.replace("\n", "\r\n").encode(encoding), "interviews/good.md": GOOD})
    (problem,) = reading.problems
    assert (problem.code, problem.message) == ("not-utf-8", "this file is UTF-16, not UTF-8")
    assert "save the file as UTF-8" in problem.hint
    assert [broken.text for broken in reading.journal.broken] == [text]


def test_a_file_that_is_no_text_is_one_problem() -> None:
    assert problems_of({NOTE: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"}) == [f"{NOTE}:1:1: not-utf-8"]


@pytest.mark.parametrize("contact", ["{name: Ann Lee}", "\n  name: Ann Lee\n  email: ann@example.org"])
def test_keys_below_contact_are_one_problem_with_the_name_to_write(contact: str) -> None:
    (problem,) = a_journal({NOTE: f"---\ncontact: {contact}\ndate: 2026-03-02\n---\nx\n"}).problems
    assert problem.hint.startswith("write `contact: Ann Lee`")


def test_which_byte_is_said() -> None:
    (problem,) = [
        p for p in a_journal({NOTE: b"---\ncontact: A\n---\n\xe9"}).problems if p.code == "not-utf-8"
    ]
    assert problem.message == "byte 0xe9 on line 4 is not UTF-8"


@pytest.mark.parametrize("stem", ["index", "README", "con"])
def test_a_note_cannot_be_called_index(stem: str) -> None:
    reading = a_journal({f"interviews/{stem}.md": GOOD})
    assert [p.code for p in reading.problems] == ["reserved-name"]
    (broken,) = reading.journal.broken
    assert broken.id.startswith(f"{stem}-")


def test_stems_are_unique_within_their_kind() -> None:
    files = {
        "interviews/2025/a.md": GOOD,
        "interviews/2026/A.md": GOOD,
        "contacts/a.md": "---\nname: A\n---\n",
    }
    reading = a_journal(files)
    assert [str(p) for p in reading.problems] == [
        (
            "journal/interviews/2026/A.md:1:1: name-taken: another note in interviews/ is called `A`"
            " (give one of the files another name)"
        )
    ]
    assert [talk.id for talk in reading.journal.talks] == ["a"]
    assert len({note.id for note in reading.journal.broken} | {"a"}) == 2


def test_notes_that_are_none_of_iivs_are_pointed_out() -> None:
    expected = ["drafts/a.md:1:1: unknown-note", "ideas.md:1:1: unknown-note"]
    assert problems_of({"ideas.md": "x", "README.md": "x", "drafts/a.md": "x"}) == expected


def test_me_and_index() -> None:
    reading = a_journal(
        {
            "me.md": """\
            ---
            name: Ida
            email: ida@example.org
            crossroads: leaving logistics
            ---
            I plan **deliveries**.

            ## News
            <!-- newest last -->
            - 2026-02-01 started an evening course
            - 2026-03-01: moved
              house
            """,
            "index.md": "Welcome, *me*.\n",
        }
    )
    assert reading.problems == ()
    me = reading.journal.me
    expected = ("Ida", "ida@example.org", "leaving logistics", "I plan **deliveries**.")
    assert (me.name, me.email, me.crossroads, me.pitch) == expected
    assert [(str(n.date), n.text) for n in me.news] == [
        ("2026-02-01", "started an evening course"),
        ("2026-03-01", "moved house"),
    ]
    assert reading.journal.welcome == "Welcome, *me*."


def test_what_is_wrong_in_me() -> None:
    files = {"me.md": "---\nemail: nobody\n---\n## News\n- soon a thing\nwords\n"}
    assert problems_of(files) == [
        "me.md:2:8: bad-email",
        "me.md:5:1: bad-date",
        "me.md:6:1: bad-news",
    ] or problems_of(files) == ["me.md:2:8: bad-email", "me.md:5:1: bad-news", "me.md:6:1: bad-news"]


def test_news_in_two_places_are_a_problem() -> None:
    assert problems_of({"me.md": "## News\n- 2026-02-01 moved\n## Pitch\nI plan.\n## News\n- x\n"}) == [
        "me.md:5:1: repeated-section"
    ]


def test_wikilinks_lead_to_people_notes_and_questions() -> None:
    files = {
        "interviews/good.md": GOOD
        + "See [[Grace Hopper]], [[good]], [[start]], "
        + "[[How did you get your start in this work?]], [[Nobody]].\n"
    }
    reading = a_journal(files)
    assert [str(p.place) for p in reading.problems] == ["journal/interviews/good.md:7:90"]
    assert reading.problems[0].code == "unknown-link"


def test_links_to_files_are_checked() -> None:
    body = (
        "[a](../files/a.pdf) ![b](b.png) [c](../../../etc/passwd) [d](<my file.pdf>) <img src='e.png'>\n"
        "[out](https://example.org) [top](#top) [mail](mailto:a@example.org) [abs](/x.png) `[code](no.md)`\n"
        "[ref][r](not-a-link) [talk](good.md#x)\n\n[r]: gone.pdf\n"
    )
    reading = a_journal(
        {"interviews/good.md": GOOD + body, "files/a.pdf": b"", "interviews/my file.pdf": b""}
    )
    assert [(p.place.line, p.code, p.message.split("`")[1]) for p in reading.problems] == [
        (7, "broken-link", "b.png"),
        (7, "link-outside", "../../../etc/passwd"),
        (7, "broken-link", "e.png"),
        (11, "broken-link", "gone.pdf"),
    ]


def test_a_folder_without_notes_is_an_empty_journal(tmp_path: Path) -> None:
    reading = read(write_journal(tmp_path, {}))
    assert (reading.journal.interviews, reading.problems) == ((), ())


def test_the_nearest_folder_with_settings_is_the_journals(tmp_path: Path) -> None:
    root = write_journal(tmp_path / "mine", {"interviews/a.md": GOOD})
    assert find_root(root / "journal" / "interviews") == root
    assert find_root(tmp_path) is None


def test_notes_without_settings_are_not_taken_for_the_journal_above(tmp_path: Path) -> None:
    mine = write_journal(tmp_path / "mine", {"interviews/a.md": GOOD})
    theirs = write_journal(mine / "copy", {"interviews/b.md": GOOD})
    (theirs / "mkdocs.yml").unlink()
    assert find_root(theirs / "journal") is None


def test_me_may_not_be_readable_and_the_rest_is() -> None:
    reading = a_journal({"me.md": "---\nname: a: b\n---\n", "interviews/a.md": GOOD})
    assert [note.kind for note in reading.journal.broken] == ["me"]
    assert reading.journal.me.name == ""


def test_the_journal_leads_from_people_to_their_talks() -> None:
    journal = a_journal({"interviews/a.md": GOOD, "interviews/b.md": GOOD.replace("03-03", "04-04")}).journal
    assert [talk.id for talk in journal.talks_by_contact["grace-hopper"]] == ["a", "b"]
    assert journal.talks[0].path == "journal/interviews/a.md"


def test_a_pitch_that_is_only_a_comment_is_none() -> None:
    assert a_journal({"me.md": "---\nname: Ida\n---\n<!-- your pitch -->\n"}).journal.me.pitch == ""
