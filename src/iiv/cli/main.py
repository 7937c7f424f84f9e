"""The command `iiv`: its options, and the commands by name."""

from __future__ import annotations

import importlib
import keyword
from typing import TYPE_CHECKING, Any

import click

from iiv import __version__
from iiv.cli.context import journal_options, remember
from iiv.cli.failures import as_click_exception, in_whole_words
from iiv.cli.help_pages import WholeWords
from iiv.cli.terminal import write_what_can_be_written
from iiv.command_lines import joined

if TYPE_CHECKING:
    from collections.abc import Mapping

# The help of each command stands here too, so that `iiv --help` imports none of them.
COMMANDS: Mapping[str, str] = {
    "demo": "Show the example.",
    "init": "Begin a journal.",
    "add": "Put a person on the list.",
    "rename": "Give somebody another name.",
    "merge": "Make two people one.",
    "draft": "Draft a letter to somebody.",
    "log": "Note what passed between you and somebody.",
    "undo": "Take back what the last command wrote.",
    "questions": "Show, choose and change your questions.",
    "prep": "Print the call sheet for a talk.",
    "new": "Begin the note of a talk.",
    "edit": "Open a note in your editor.",
    "show": "Show all that is known of somebody.",
    "directions": "Show the lives that you consider.",
    "due": "Show who needs you.",
    "review": "Look back on a year.",
    "check": "Show what is wrong in the notes.",
    "build": "Build the site.",
    "verify": "Say whether a built site is private.",
    "serve": "Show the site, on this machine only.",
    "import": "Take in people, talks and notes from elsewhere.",
    "export": "Hand the journal to other programs.",
    "share": "Make a site of the answers in which nobody is named.",
}


click.Context.formatter_class = WholeWords  # from here every command has it


class LazyGroup(click.Group):
    """Imports a command when it runs: `iiv.cli.NAME.NAME`, or `NAME_` where that is a word of Python."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - Click's signature
        """The commands, in the order in which a beginner meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - Click's signature
        """The command of that name, imported; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        command = getattr(importlib.import_module(f"iiv.cli.{name}"), name)
        if not isinstance(command, click.Command):
            raise TypeError(f"iiv.cli.{name}.{name} is no command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As Click does it, with the names it does not know of as candidates for a typing error.

        What was typed is remembered, to be recorded with what the command writes.
        """
        remember(joined(["iiv", *args]))
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as fault:
            raise click.NoSuchCommand(fault.command_name, possibilities=COMMANDS, ctx=ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - Click's signature
        """The commands with their help, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - Click's signature
        """Run the program: a letter that cannot be written must not stop what a command began."""
        write_what_can_be_written()
        return super().main(*args, **kwargs)

    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:  # noqa: ANN401 - Click's signature
        """Read the options before the command."""
        with in_whole_words():
            return super().make_context(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - Click's signature
        """Run the command; what it cannot do is said in a sentence, with the exit code of its kind."""
        with in_whole_words():
            try:
                return super().invoke(ctx)
            except Exception as fault:
                known = as_click_exception(fault)
                if known is None:
                    raise
                raise known from fault


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", prog_name="iiv", message="%(prog)s %(version)s")
@click.option("-v", "--verbose", is_flag=True, help="Say what is done, and after how many milliseconds.")
@journal_options(envvar="IIV_TODAY")
def main(verbose: bool) -> None:
    """A private journal of informational interviews.

    Write each talk down as a Markdown file. iiv shows the answers side by side, and whom to
    thank, to ask and to write to next.
    """
    if verbose:
        import logging

        logging.basicConfig(format="%(relativeCreated)6d ms  %(message)s", level=logging.INFO)
