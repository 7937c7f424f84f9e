"""What a new journal holds: the text of each file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.bank import STARTERS, bank
from iiv.journal.edit.question import question_text

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDERS = ("journal/interviews", "journal/contacts", "journal/questions")
IGNORED = ("site/", ".iiv/")

MKDOCS_YML = """\
site_name: My interviews
docs_dir: journal
use_directory_urls: false
theme:
  name: material
  font: false
plugins:
  - iiv
"""

ME_MD = """\
---
name:
email:
crossroads:
for_letters:
---

<!--
name: letters are signed with it.
crossroads: the question that you carry into these talks, in one line.
for_letters: where you stand, in the words that letters may use.
Below: your pitch, three or four sentences for those who ask about you.
-->

## News

<!-- One line for each thing that is new with you: - 2026-03-02 finished the course -->
"""

# What notes are like that the linter does not expect by itself.
LINTER_YAML = """\
# For markdownlint, if your editor has it.
MD013: false # a paragraph and a line of a log are as long as they are
MD034: false # a bare address becomes a link
MD041: false # a note begins with front matter, and not with a title
"""

GITIGNORE = "# The site can be built again, and is private.\n" + "".join(f"{line}\n" for line in IGNORED)

# Git merges what two machines wrote: of a person's file it keeps the lines of both, as a log only grows.
MERGED = ("* text=auto", "journal/contacts/** merge=union")
GITATTRIBUTES = "".join(f"{line}\n" for line in MERGED)


def starter(*, questions: bool) -> Mapping[str, str]:
    """The files of a new journal by their path: settings, about you, and five `questions` to begin with."""
    return {"mkdocs.yml": MKDOCS_YML, "journal/me.md": ME_MD} | (_questions() if questions else {})


def _questions() -> dict[str, str]:
    candidates = (bank()[id_] for id_ in STARTERS)
    return {
        f"journal/questions/{candidate.id}.md": question_text(candidate.ask, candidate.topic, order)
        for order, candidate in enumerate(candidates, 1)
    }
