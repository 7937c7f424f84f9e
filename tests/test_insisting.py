from collections.abc import Callable

import pytest

from iiv.insisting import insist, waits


def refused(times: int, fault: OSError) -> Callable[[], str]:
    """Something that is refused so many times, as while somebody reads the file."""
    left = [fault] * times

    def act() -> str:
        if left:
            raise left.pop()
        return "done"

    return act


def test_what_is_refused_for_a_moment_is_tried_again() -> None:
    assert insist(refused(2, PermissionError()), (0, 0)) == "done"


def test_what_stays_refused_is_said() -> None:
    with pytest.raises(PermissionError):
        insist(refused(3, PermissionError()), (0, 0))


def test_every_other_fault_is_said_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        insist(refused(1, FileNotFoundError()), (0, 0))


@pytest.mark.parametrize(("platform", "seconds"), [("win32", 1.88), ("linux", 0), ("darwin", 0)])
def test_only_windows_is_waited_for(platform: str, seconds: float) -> None:
    assert sum(waits(platform)) == pytest.approx(seconds)
