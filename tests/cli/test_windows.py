"""A day's work on a system that has nothing of what POSIX alone has.

`sessions.WITHOUT_POSIX` says what is like Windows there; `test_encoding` types every command on it.
"""

from pathlib import Path

from tests.builders import write_journal
from tests.cli.sessions import WITHOUT_POSIX, session

NOTES = {
    # With the line ends that git gives them there.
    "contacts/ada.md": b"---\r\nname: Ada Lovelace\r\n---\r\n\r\n## Log\r\n\r\n- 2026-03-02 asked\r\n",
    "interviews/grace.md": b"---\r\ncontact: Grace\r\ndate: 2026-03-02\r\n---\r\n- [ ] write\r\n",
    "interviews/mary.md": b"---\r\ncontact: Mary\r\ndate: 2026-03-02\r\n---\r\nA talk. #looms\r\n",
}
COMMANDS = {
    "build": " made, 0 as they were)",
    "log ada replied": "journal/contacts/ada.md",
    "build ": "as they were)",  # rows of large pages are copied from pages that are replaced then
    "undo": "Took back `iiv log ada replied`",
    "log ada declined": "journal/contacts/ada.md",
    "check": "No problems in 2 talks.",
    "due": "Grace",
}


def test_a_days_work_without_what_only_posix_has(tmp_path: Path) -> None:
    root = write_journal(tmp_path, NOTES)
    typed = [f"--today 2026-03-04 {command}" for command in COMMANDS]
    for (command, words), done in zip(
        COMMANDS.items(), session(root, typed, before=WITHOUT_POSIX), strict=True
    ):
        assert done.code == 0, (command, done.said)
        assert words in done.data + done.said, command
    ada = (root / "journal" / "contacts" / "ada.md").read_bytes()
    assert ada == NOTES["contacts/ada.md"] + b"- 2026-03-04 declined\r\n"
