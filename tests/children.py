"""Processes that end with the test that starts them."""

import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

# Seconds. Longer than any of them takes on the slowest machine, so what is not done by then hangs.
PATIENCE = 300.0


@contextmanager
def a_child(
    *command: str | Path,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    patience: float = PATIENCE,
) -> Iterator[subprocess.Popen[str]]:
    """A process and its output as pipes.

    It is killed when the test is over, or when it hangs: then whoever reads or waits comes to an end too.
    """
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=cwd, env=env, stdout=pipe, stderr=pipe, text=True) as process:
        watch = Timer(patience, process.kill)
        watch.start()
        try:
            yield process
        finally:
            watch.cancel()
            process.kill()
