"""Every command reads the same settings."""

import pytest

from iiv.journal.settings import Settings, ThankWithin, parse_settings, parse_site_dir


def settings_of(text: str) -> tuple[Settings, list[str]]:
    settings, problems = parse_settings(text, "mkdocs.yml")
    return settings, [f"{problem.place}: {problem.code}" for problem in problems]


@pytest.mark.parametrize(
    "plugins", ["[search, iiv]", "\n  - search\n  - iiv", "\n  - iiv: {}", "\n  search:\n  iiv:\n"]
)
def test_defaults(plugins: str) -> None:
    assert settings_of(f"site_name: x\nplugins: {plugins}") == (Settings(), [])


def test_all_settings() -> None:
    text = """\
theme: {name: material, icon: !ENV ICON}
plugins:
  - iiv:
      cadence: {5: 2, 4: 3}
      nudges: [5]
      thank_within: {card: 7}
      max_questions: 12
      known_remotes: [origin, backup]
"""
    expected = Settings({5: 2, 4: 3}, (5,), ThankWithin(email=1, card=7), 12, ("origin", "backup"))
    assert settings_of(text) == (expected, [])


def test_no_nudges_at_all() -> None:
    assert settings_of("plugins: [iiv: {nudges: []}]")[0].nudges == ()


@pytest.mark.parametrize(
    ("setting", "problem"),
    [
        ("cadence: often", "3:16: bad-setting"),
        ("cadence: {6: 1}", "3:17: unknown-key"),
        ("cadence: {5: soon}", "3:20: bad-number"),
        ("nudges: 7", "3:15: bad-setting"),
        ("nudges: [0]", "3:15: bad-setting"),
        ("nudges: [x]", "3:15: bad-setting"),
        ("thank_within: {mail: 1}", "3:22: unknown-key"),
        ("max_questions: 0", "3:22: bad-number"),
        ("known_remotes: {a: b}", "3:22: bad-setting"),
        ("known_remotes: [[a]]", "3:22: bad-setting"),
        ("max_question: 9", "3:7: unknown-key"),
    ],
)
def test_what_is_wrong_keeps_the_default(setting: str, problem: str) -> None:
    settings, problems = settings_of(f"plugins:\n  - iiv:\n      {setting}\n")
    assert problems == [f"mkdocs.yml:{problem}"]
    assert settings.max_questions == 10


def test_a_file_that_cannot_be_read_is_one_problem() -> None:
    assert settings_of("plugins: [iiv")[1] == ["mkdocs.yml:1:10: broken-yaml"]
    assert settings_of("plugins: [search]")[1] == ["mkdocs.yml:1:1: no-plugin"]


def test_one_known_remote_needs_no_list() -> None:
    assert settings_of("plugins: [iiv: {known_remotes: origin}]")[0].known_remotes == ("origin",)
    assert settings_of("plugins: [iiv: {known_remotes: }]") == (Settings(), [])


@pytest.mark.parametrize(
    ("text", "folder"),
    [
        ("site_dir: ../out", "../out"),
        ("site_name: x", "site"),
        ("site_dir:", "site"),
        ("site_dir: [x]", "site"),
        ("site_dir: [", "site"),
    ],
)
def test_where_the_site_is(text: str, folder: str) -> None:
    assert parse_site_dir(text, "mkdocs.yml") == folder
