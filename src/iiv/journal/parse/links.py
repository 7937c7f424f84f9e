"""The links of a note, and whether they lead anywhere."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from typing import TYPE_CHECKING
from unicodedata import normalize
from urllib.parse import unquote

from iiv.journal.journal import find_ref
from iiv.journal.parse.dates import ISO
from iiv.journal.parse.link_targets import TARGET, TITLE, file_in
from iiv.journal.parse.markup import WIKILINK, without_code
from iiv.journal.problems import Place, Problem, warning
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from iiv.journal.journal import Ref
    from iiv.journal.parse.notes import Note

INLINE = re.compile(
    r"\]\(\s*(?:<([^<>\n]+)>|([^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*))(?:\s+[\"'(][^\n]{0,500}?)?\s*\)"
)
REFERENCE = re.compile(rf"^ {{0,3}}\[[^\]^][^\]\n]*\]:[ \t]*(?={TARGET}{TITLE})<?([^\s<>]+)>?", re.MULTILINE)
HTML = re.compile(r"<(?:a|img)\b[^<>]*?\b(?:href|src)\s*=\s*[\"']?([^\"'\s<>]+)", re.IGNORECASE)
MANY = 3
"""So many links are named in one problem."""

DRIVE = re.compile(r"[a-zA-Z]:[\\/]")
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|#|www\.")


def local_target(url: str, path: str) -> str | None:
    """The path, from the journal's folder, of the file that a link in the note at `path` leads to.

    None for a link to elsewhere (with a scheme, a host or a path on a server) or within the page.
    A target above the journal's folder begins with `..`, and one on a drive of Windows with its letter. A
    backslash between folders, as Windows has it, is a slash.
    """
    if DRIVE.match(url):
        return url
    if ELSEWHERE.match(url):
        return None
    file = unquote(url.split("#", 1)[0].split("?", 1)[0]).replace("\\", "/")
    if not file:
        return None
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), file))


class Link(Value, frozen=True):
    """A link within the journal.

    `shown` is how it stands in the note; `target` is the path of a file, or what stands before the `|` of
    a wikilink.
    """

    shown: str
    target: str
    place: Place
    wiki: bool = False


def links_in(note: Note) -> Iterator[Link]:
    """The links of a note's body to files and names of the journal."""
    if "](" not in note.body and "]]" not in note.body and "]:" not in note.body and "<" not in note.body:
        return
    text = without_code(note.body)
    place = _Places(note, text)
    for pattern in (INLINE, REFERENCE, HTML):
        for match in pattern.finditer(text):
            url = next(group for group in match.groups() if group)
            target = local_target(url, note.path)
            if target is not None and not (pattern is INLINE and _is_reference(text, match.start())):
                yield Link(url, target, place(match.start()))
    for match in WIKILINK.finditer(text):
        yield Link(match[0], match[1].rstrip("\\").strip(), place(match.start()), wiki=True)


def check_links(
    links: Iterable[Link],
    files: Container[str],
    notes: Container[str],
    refs: Mapping[str, Ref],
    names: Container[str] = (),
) -> Iterator[Problem]:
    """Problems for one note's links: to files that are not there, and wikilinks to nobody; days are no fault.

    `files` and `notes` are paths, `refs` what names lead to, `names` those of the files. Whoever keeps
    the journal in a vault links to many notes elsewhere: for a note that is one problem.
    """
    nowhere = []
    for link in links:
        if link.wiki and not _leads(link, names, refs):
            nowhere.append(link)
        elif not link.wiki and link.target not in files and link.target not in notes:
            yield _broken(link)
    if nowhere:
        yield _unknown(nowhere)


def _leads(link: Link, names: Container[str], refs: Mapping[str, Ref]) -> bool:
    file = file_in(link.target).rpartition("/")[2]
    is_day = ISO.fullmatch(link.target)
    return bool(is_day or normalize("NFC", file) in names or find_ref(refs, link.target))


def _unknown(links: list[Link]) -> Problem:
    shown = list(dict.fromkeys(f"`{link.shown}`" for link in links))
    more = f" and {len(shown) - MANY} more" if len(shown) > MANY else ""
    lead = "leads" if len(shown) == 1 else "lead"
    hint = "write the name of a person, or the id of a note or a question of this journal"
    what = "no file or note" if any(map(file_in, (link.target for link in links))) else "nobody"
    message = f"{', '.join(shown[:MANY])}{more} {lead} to {what}"
    return warning(links[0].place, "unknown-link", message, hint)


def _is_reference(text: str, closing: int) -> bool:
    """Whether the bracket that closes at this index is the second one of `[words][label]`."""
    opening = text.rfind("[", 0, closing)
    return opening > 0 and text[opening - 1] == "]"


def _broken(link: Link) -> Problem:
    if not link.target.startswith("journal/"):
        message = f"`{link.shown}` leads out of the journal"
        return warning(link.place, "link-outside", message, "copy the file into the journal")
    message = f"`{link.shown}` leads to no file of the journal"
    return warning(link.place, "broken-link", message, "check the path")


class _Places:
    """Where the characters of a note's body stand, by their index."""

    def __init__(self, note: Note, text: str) -> None:
        self._note = note
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def __call__(self, index: int) -> Place:
        line = bisect_right(self._starts, index) - 1
        return Place(self._note.path, self._note.body_line + line, index - self._starts[line] + 1)
