"""How the method is kept in one journal: the settings under the plugin in mkdocs.yml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.parse.fields import Fields
from iiv.journal.parse.front_matter import Entries, FrontMatterError, Items, Scalar, parse
from iiv.journal.problems import Problem, error
from iiv.values import Value, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iiv.journal.parse.front_matter import Node

KEYS = ("cadence", "nudges", "thank_within", "max_questions", "known_remotes")
SITE = "site"
YEAR = 365
HELPFULNESS = frozenset("12345")


class ThankWithin(Value, frozen=True):
    """Days after a talk within which thanks are owed."""

    email: int = 1
    card: int = 3


class Settings(Value, frozen=True):
    """`cadence` is months by helpfulness, `nudges` business days before each nudge.

    `known_remotes` names the git remotes that notes may be pushed to.
    Defaults come from public guides: thanks within a day and a card soon after (Yale
    postdocs, NC State), nudges after seven business days and at most twice (SFU, "The
    2-Hour Job Search"), at most ten questions (career offices).
    """

    cadence: Mapping[int, int] = field(default_factory=lambda: {5: 3, 4: 4, 3: 6})
    nudges: tuple[int, ...] = (7, 7)
    thank_within: ThankWithin = ThankWithin()
    max_questions: int = 10
    known_remotes: tuple[str, ...] = ()


def parse_settings(text: str, path: str) -> tuple[Settings, list[Problem]]:
    """The settings in the text of a mkdocs.yml; what is absent or wrong keeps its default."""
    try:
        root = parse(text, path, tags=True)
    except FrontMatterError as fault:
        return Settings(), [fault.problem]
    plugins = next((entry.value for entry in root.entries if entry.key == "plugins"), None)
    found = _plugin(plugins)
    if found is None:
        hint = "write `plugins: [iiv]`"
        return Settings(), [error(root.place, "no-plugin", "the plugin `iiv` is not among the plugins", hint)]
    if not isinstance(found, Entries):
        return Settings(), []
    fields = Fields(found, KEYS)
    settings = Settings(
        _cadence(fields),
        _nudges(fields),
        _thank_within(fields),
        fields.whole_number("max_questions", 1, 99) or Settings().max_questions,
        _known_remotes(fields),
    )
    return settings, fields.problems


def parse_site_dir(text: str, path: str) -> str:
    """Where mkdocs.yml wants the site, from its folder; MkDocs' default when it does not say."""
    return _top_text(text, path, "site_dir") or SITE


def parse_site_name(text: str, path: str) -> str:
    """What mkdocs.yml calls the site, "" when it does not say."""
    return _top_text(text, path, "site_name")


def _top_text(text: str, path: str, key: str) -> str:
    try:
        root = parse(text, path, tags=True)
    except FrontMatterError:
        return ""
    found = next((entry.value for entry in root.entries if entry.key == key), None)
    return found.text if isinstance(found, Scalar) else ""


def _plugin(plugins: Node | None) -> Node | None:
    """What stands under `iiv`, whether the plugins are a list or a mapping."""
    items = plugins.items if isinstance(plugins, Items) else (plugins,)
    for item in items:
        if isinstance(item, Scalar) and item.text == "iiv":
            return item
        if isinstance(item, Entries):
            for entry in item.entries:
                if entry.key == "iiv":
                    return entry.value
    return None


def _cadence(fields: Fields) -> Mapping[int, int]:
    months = _numbers_by_key(fields, "cadence", HELPFULNESS, 120)
    return Settings().cadence if months is None else {int(key): value for key, value in months.items()}


def _thank_within(fields: Fields) -> ThankWithin:
    days = _numbers_by_key(fields, "thank_within", frozenset({"email", "card"}), YEAR)
    return ThankWithin(**days) if days else ThankWithin()


def _numbers_by_key(fields: Fields, key: str, known: frozenset[str], high: int) -> dict[str, int] | None:
    node = fields.node(key)
    if node is None or key not in fields:
        return None
    if not isinstance(node, Entries):
        message = f"`{key}` takes a number for each of {', '.join(sorted(known))}"
        fields.error(key, "bad-setting", message, "write {key: number}")
        return None
    inner = Fields(node, sorted(known))
    numbers = {name: inner.whole_number(name, 0, high) for name in sorted(known)}
    fields.problems.extend(inner.problems)
    return {name: number for name, number in numbers.items() if number is not None}


def _nudges(fields: Fields) -> tuple[int, ...]:
    node = fields.node("nudges")
    if node is None:
        return Settings().nudges
    texts = [item.text for item in node.items if isinstance(item, Scalar)] if isinstance(node, Items) else []
    if not isinstance(node, Items) or not all(
        text.isdecimal() and 0 < int(text[:4]) <= YEAR for text in texts
    ):
        fields.error("nudges", "bad-setting", "`nudges` takes a list of business days", "write [7, 7]")
        return Settings().nudges
    return tuple(int(text) for text in texts)


def _known_remotes(fields: Fields) -> tuple[str, ...]:
    nodes = fields.nodes("known_remotes")
    names = tuple(node.text for node in nodes if isinstance(node, Scalar) and node.text)
    if len(names) == len(nodes):
        return names
    fields.error("known_remotes", "bad-setting", "`known_remotes` takes a list of names", "write [origin]")
    return ()
