"""Values of a journal as plain lists, as JSON can hold them, and back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar, cast

from iiv.journal.contacts import ParsedContact
from iiv.journal.interviews import ParsedInterview
from iiv.journal.links import Link
from iiv.journal.model import Answer, Contact, Definition, Interview, Promise, Touchpoint
from iiv.journal.problems import Place, Problem
from iiv.journal.sheets import Said

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
Plain: TypeAlias = Any  # what json.loads gives


@dataclass(frozen=True, slots=True)
class Codec:
    """How a value becomes plain, and how it comes back in the note at a path.

    `load` takes what is plain and the path; it raises ValueError for what `dump` does not give.
    """

    dump: Callable[[Any], Plain]
    load: Callable[[Plain, str], Any]


def dump_said(said: Said) -> Plain:
    """What a note says by itself, as plain lists. Its path is left out."""
    return _SAID.dump(said)


def load_said(plain: Plain, path: str) -> Said:
    """What `dump_said` was given for the note at `path`. Raises ValueError for anything else."""
    return cast("Said", _SAID.load(plain, path))


def _as_it_is(*kinds: type) -> Codec:
    def load(plain: Plain, _path: str) -> Plain:
        if type(plain) in kinds:
            return plain
        raise ValueError(f"{type(plain)} instead of {kinds}")

    return Codec(lambda value: value, load)


def _written(kind: Callable[[str], Any]) -> Codec:
    """A day or a time of day, as ISO text; None stays."""

    def dump(value: Any) -> Plain:  # noqa: ANN401 - a date, a time, or one of the texts that stay
        return value if value is None or isinstance(value, str) else value.isoformat()

    def load(plain: Plain, _path: str) -> Any:  # noqa: ANN401 - what `kind` gives
        if plain is None:
            return None
        if type(plain) is str:
            return kind(plain)
        raise ValueError(f"{type(plain)} instead of a text")

    return Codec(dump, load)


def _day_or_never(text: str) -> dt.date | str:
    return text if text == "never" else dt.date.fromisoformat(text)


def _each(codec: Codec) -> Codec:
    one = codec.load

    def load(plain: Plain, path: str) -> tuple[Any, ...]:
        if type(plain) is list:
            return tuple([one(item, path) for item in plain])
        raise ValueError(f"{type(plain)} instead of a list")

    return Codec(lambda values: [codec.dump(value) for value in values], load)


def _record(cls: type[T]) -> Codec:
    """A dataclass by its fields, in their order; the codec of each follows from its annotation."""
    names = [field.name for field in fields(cast("Any", cls))]
    codecs = [_CODECS[str(field.type)] for field in fields(cast("Any", cls))]
    pairs = list(zip(names, codecs, strict=True))
    loads = [codec.load for codec in codecs]

    def dump(value: T) -> Plain:
        return [codec.dump(getattr(value, name)) for name, codec in pairs]

    def load(plain: Plain, path: str) -> T:
        if type(plain) is list and len(plain) == len(loads):
            return cls(*[load(item, path) for load, item in zip(loads, plain, strict=True)])
        raise ValueError(f"no {cls.__name__}")

    return Codec(dump, load)


def _place() -> Codec:
    def load(plain: Plain, path: str) -> Place:
        if type(plain) is list and len(plain) == 2 and type(plain[0]) is type(plain[1]) is int:  # noqa: PLR2004 - two
            return Place(path, plain[0], plain[1])
        raise ValueError("no place")

    return Codec(lambda place: [place.line, place.column], load)


def _optional(codec: Codec) -> Codec:
    return Codec(
        lambda value: None if value is None else codec.dump(value),
        lambda plain, path: None if plain is None else codec.load(plain, path),
    )


def _parsed() -> Codec:
    talk, person = _record(ParsedInterview), _record(ParsedContact)

    def dump(value: ParsedInterview | ParsedContact) -> Plain:
        return [True, talk.dump(value)] if isinstance(value, ParsedInterview) else [False, person.dump(value)]

    def load(plain: Plain, path: str) -> ParsedInterview | ParsedContact:
        if type(plain) is list and len(plain) == 2 and type(plain[0]) is bool:  # noqa: PLR2004 - two
            return cast(
                "ParsedInterview | ParsedContact", (talk if plain[0] else person).load(plain[1], path)
            )
        raise ValueError("neither a talk nor a person")

    return Codec(dump, load)


_TEXT: Final = _as_it_is(str)
_CODECS: Final[dict[str, Codec]] = {
    "str": _TEXT,
    "bool": _as_it_is(bool),
    "str | None": _as_it_is(str, type(None)),
    "int | None": _as_it_is(int, type(None)),
    "bool | None": _as_it_is(bool, type(None)),
    "Verb": _TEXT,
    "Severity": _TEXT,
    "dt.date": _written(dt.date.fromisoformat),
    "dt.date | None": _written(dt.date.fromisoformat),
    "dt.time | None": _written(dt.time.fromisoformat),
    "dt.date | Never | None": _written(_day_or_never),
    "tuple[str, ...]": _each(_TEXT),
    "tuple[str, ...] | None": _optional(_each(_TEXT)),
    "Place": _place(),
    "Place | None": _optional(_place()),
    "tuple[Place, ...]": _each(_place()),
}
# Those that others are made of come first.
for _cls in (Definition, Answer, Promise, Touchpoint, Link, Problem):
    _CODECS[f"tuple[{_cls.__name__}, ...]"] = _each(_record(_cls))
_CODECS["Interview"] = _record(Interview)
_CODECS["Contact"] = _record(Contact)
_CODECS["ParsedInterview | ParsedContact"] = _parsed()
_SAID: Final = _record(Said)
