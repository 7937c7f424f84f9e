"""What a browser is given of each page to search in: made once, and kept by what it was made of."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec

from iiv.processes import spread
from iiv.site.search.chunks import Entry, entry, scripts
from iiv.site.search.gathering import search_texts
from iiv.site.search.records import record
from iiv.site.values import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from iiv.site.dossiers.journal_index import JournalIndex
    from iiv.site.search.chunks import Script
    from iiv.site.search.records import PageTexts, PersonTexts, QuestionTexts, TalkTexts

_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Entry)


def search_scripts(index: JournalIndex) -> Iterator[Script]:
    """The scripts with all that can be found in a journal."""
    return scripts(_entries(index))


def _entries(index: JournalIndex) -> list[Entry]:
    kept = index.texts.kept
    texts = {digest("search", one): one for one in search_texts(index)}
    found = {key: kept.get_value(key, _DECODER) if kept else None for key in texts}
    missing = [key for key, one in found.items() if one is None]
    work = partial(_new_work, index.texts.html)
    made = spread(work, [texts[key] for key in missing], index.texts.processes)
    for key, one in zip(missing, made, strict=True):
        found[key] = one
        if kept:
            kept.put(key, _ENCODER.encode(one))
    return [one for one in found.values() if one]


def _new_work(
    html: Mapping[str, str],
) -> Callable[[PageTexts | PersonTexts | QuestionTexts | TalkTexts], Entry]:
    return lambda texts: entry(record(texts, html))
