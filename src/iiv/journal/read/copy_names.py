"""Names of the copies that programs make of a note, and of which note."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator


class CopiedName(Value, frozen=True):
    """The name, without `.md`, of which another is a copy; whether that `is_certain` by the name alone."""

    of: str
    is_certain: bool


_DAY = r"(?:\d{4}-\d{2}-\d{2}|\d{8,14})"
_CONFLICT = (
    "(?:conflict|konflikt|conflit|conflitto|conflicto|conflito|motstridig|modstridende|ristiriitai|sporna"
    "|çakışan|конфликт|конфлікт|競合|冲突|衝突|충돌)"
)
_COPY = (
    "(?:copy|kopie|copie|copia|cópia|còpia|kopi|kopia|kópia|kopio|kopya|kopija|копия|копія|αντίγραφο"
    "|副本|拷貝|拷贝|コピー|복사본)"
)
_COUNT = r"(?: ?\(?\d{1,3}\)?)?"

# A machine gives a day, and mostly the time. With no day a person may have written it.
_CERTAIN: Final = (
    r"\.sync-conflict-\d{8}-\d{6}(?:-\w+)?",  # Syncthing
    rf"_conflict-(?:.+-)?{_DAY}-\d+",  # ownCloud, Nextcloud before 2020
    r"_.+_[a-z]{3}-\d{2}-\d{6}-\d{4}_(?:case)?conflict",  # Synology Drive
    rf" ?\([^()]*{_CONFLICT}[^()]*{_DAY}[^()]*(?:\(\d+\))?\)",  # Dropbox, Nextcloud, Seafile, Obsidian Sync
)
_POSSIBLE: Final = (
    rf" ?[(\[][^()\[\]]*{_CONFLICT}[^()\[\]]*[)\]]",  # Dropbox's "(Case Conflict 1)", pCloud's "[conflicted]"
    r" \d{1,3}",  # iCloud, the Finder of macOS
    r" ?\(\d{1,3}\)",  # Google Drive, browsers, KDE
    rf" (?:[-\N{{EN DASH}}] )?{_COPY}{_COUNT}",  # the Finder, the Explorer of Windows
    rf" ?(?:的|の) ?{_COPY}{_COUNT}",
    rf" \((?:[^()]* )?{_COPY}{_COUNT}\)",  # Nautilus, Nemo
    r"\.(?:orig|bak|backup|old|tmp|conflict)\d*",  # editors and merge tools, Resilio Sync
    r"_(?:backup|base|local|remote)_\d+",  # git mergetool
)
_BEFORE: Final = re.compile(rf"{_COPY}[ _](?:of|von|de|di|van|av|af)[ _](?P<of>.+)", re.IGNORECASE)
# OneDrive puts a machine's name behind a hyphen, which holds capitals; a name of ours does not.
_MACHINE: Final = re.compile(r"-(?=[\w-]*[A-Z])\w+(?:-\w+)*(?: \(\d+\))?$")


def _behind(endings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?P<of>.+?)(?:{'|'.join(endings)})", re.IGNORECASE)


_KINDS: Final = ((_behind(_CERTAIN), True), (_behind(_POSSIBLE), False), (_BEFORE, False))
# Nearly all names hold nothing of this, and need no closer look.
_PLAIN: Final = re.compile(r"[a-z0-9-]*")
_SIGNS: Final = re.compile(rf"[\])]$|\d$|[._]|-[\w-]*[A-Z]|(?i:{_CONFLICT}|{_COPY})")


def copied_names(stem: str) -> list[CopiedName]:
    """Of which names this one may be a copy, the nearest first: there are copies of copies."""
    if _PLAIN.fullmatch(stem) or not _SIGNS.search(stem):
        return []
    found: dict[str, bool] = {}
    pending = [CopiedName(stem, is_certain=False)]
    for copy in pending:
        for name in _stripped(copy.of):
            if name.of not in found:
                found[name.of] = name.is_certain or copy.is_certain
                pending.append(CopiedName(name.of, found[name.of]))
    return [CopiedName(of, is_certain) for of, is_certain in found.items()]


def _stripped(stem: str) -> Iterator[CopiedName]:
    for pattern, is_certain in _KINDS:
        if match := pattern.fullmatch(stem):
            yield CopiedName(match["of"], is_certain)
    for hyphen in re.finditer("-", stem):
        if hyphen.start() and _MACHINE.match(stem, hyphen.start()):
            yield CopiedName(stem[: hyphen.start()], is_certain=False)
