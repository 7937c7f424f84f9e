"""Jinja templates: the person's own first, then the shipped ones."""

from __future__ import annotations

import os
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING, Final

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket, FileSystemBytecodeCache

from iiv.journal.problems import Place, Problem, error
from iiv.shipped import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FAULTS: Final = (ArithmeticError, AttributeError, LookupError, TemplateError, TypeError, ValueError)
"""What a template that cannot be used may raise."""

_HINT: Final = "mend it, or take it out; the shipped one is used meanwhile"


class Templates:
    """The templates of one journal in a `folder` of `site_templates`.

    `root` is the journal's folder: a template of the same name there wins, and may build on the shipped
    one as `shipped/NAME`. Where one of these cannot be used, the shipped one stands in for it, and
    `problems` says so. They make HTML or plain text, with these `filters`. `has_own` tells whether there
    is one of the person's own.
    """

    def __init__(
        self, root: Path, folder: str, filters: Mapping[str, Callable[..., str]], *, html: bool
    ) -> None:
        ours = FileSystemLoader(shipped("site_templates") / folder)
        own = FileSystemLoader(root / "site_templates" / folder)
        self.problems: list[Problem] = []
        self._root = root
        self.folder = f"site_templates/{folder}"
        self._shipped = self._environment = Environment(
            loader=ours,
            autoescape=html,  # noqa: S701 - letters are plain text
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
            bytecode_cache=_Compiled(shipped("site_templates")),
        )
        self._shipped.filters.update(filters)
        self.has_own = bool(own.list_templates())
        if self.has_own:
            self._environment = self._shipped.overlay(
                loader=ChoiceLoader([own, ours, PrefixLoader({"shipped": ours})])
            )

    def render(self, name: str, values: Mapping[str, object]) -> str:
        """The text of the template `name` with `values` put in.

        Raises jinja2.TemplateError for a fault in a shipped template.
        """
        return self.first_that_works(name, lambda environment: environment.get_template(name).render(values))

    def first_that_works(self, name: str, make: Callable[[Environment], str]) -> str:
        """What is made of the template `name` as the person has it, else as it was shipped."""
        try:
            return make(self._environment)
        except FAULTS as fault:
            if not self.has_own:
                raise
            self._point_out(name, fault)
            return make(self._shipped)

    def _point_out(self, name: str, fault: Exception) -> None:
        place = self._place_of(fault, f"{self.folder}/{name}")
        self._add(error(place, "bad-template", f"this template cannot be used: {fault}", _HINT))

    def _add(self, problem: Problem) -> None:
        if problem not in self.problems:
            self.problems.append(problem)

    def _place_of(self, fault: Exception, name: str) -> Place:
        """Where in the person's templates a fault lies: in the file `name` unless it says more."""
        if isinstance(fault, TemplateSyntaxError):
            lines = [(fault.filename or "", fault.lineno)]
        else:
            lines = [(frame.filename, frame.lineno or 0) for frame in extract_tb(fault.__traceback__)]
        own = [
            (path, line)
            for path, line in lines
            if path.startswith(f"{self._root}{os.sep}") and path.endswith(".jinja")
        ]
        if own:
            return Place(Path(own[-1][0]).relative_to(self._root).as_posix(), own[-1][1])
        return Place(name if (self._root / name).is_file() else self.folder)


class _Compiled(FileSystemBytecodeCache):
    """The compiled templates of the folder `shipped`.

    They are code, so they are kept beside the program and nowhere else: whoever may write there may
    replace the program. Templates of the person's own are compiled each time.
    """

    def __init__(self, shipped: Path) -> None:
        super().__init__(str(Path(cache_from_source(__file__)).parent), "iiv-template-%s")
        self._shipped = f"{shipped}{os.sep}"

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """The bucket of a template, filled when it is known with this text."""
        if filename and filename.startswith(self._shipped):
            return super().get_bucket(environment, name, filename, source)
        return _Unkept(environment, name, self.get_source_checksum(source))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled, if it is ours and the program's folder can be written to."""
        if not isinstance(bucket, _Unkept):
            with suppress(OSError):
                super().dump_bytecode(bucket)


class _Unkept(Bucket):
    """The bucket of a template that is not kept."""
