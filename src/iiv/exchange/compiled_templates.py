"""Shipped templates as Jinja compiled them, kept where Python keeps its own compiled modules."""

from __future__ import annotations

import os
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2.bccache import Bucket, FileSystemBytecodeCache

if TYPE_CHECKING:
    from jinja2 import Environment


class CompiledTemplates(FileSystemBytecodeCache):
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
