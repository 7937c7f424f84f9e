import json
from pathlib import Path

import pytest

from tests.bench.report import Limit, measure, ratio, table, write
from tests.bench.timing import Run

PLAIN = Run(seconds=20, processor=18, megabytes=500)


@pytest.mark.parametrize(
    ("limit", "verdict"),
    [
        (Limit(), ""),
        (Limit(0.04), "MISSED"),
        (Limit(0.06), "met"),
        (Limit(0.06, 0.04), "met"),
        (Limit(0.06, 0.05), "aim"),
    ],
)
def test_a_line_says_whether_it_keeps_its_limit(limit: Limit, verdict: str) -> None:
    assert ratio("clean", Run(1, 0.9, 90), PLAIN, limit).verdict == verdict


def test_the_table_marks_what_is_too_slow() -> None:
    lines = [
        ratio("clean / P", Run(10, 18, 300), PLAIN, Limit(0.4, 0.32)),
        measure("a key", 12, "ms", Limit(50)),
    ]
    assert [line.split() for line in table(lines).split("\n")[1:]] == [
        [
            "clean",
            "/",
            "P",
            "0.500",
            "0.4",
            "0.32",
            "MISSED",
            *("10.00", "20.00", "1.000", "18.00", "18.00", "300", "MB"),
        ],
        ["a", "key", "12", "ms", "50", "met"],
    ]


def test_what_was_measured_is_kept_with_the_versions(tmp_path: Path) -> None:
    write(tmp_path / "results.json", [ratio("clean / P", PLAIN, PLAIN, Limit(0.4))])
    found = json.loads((tmp_path / "results.json").read_text("utf-8"))
    assert found["versions"]["mkdocs"]
    assert found["lines"][0]["verdict"] == "MISSED"
    assert found["lines"][0]["behind"]["megabytes"] == 500
