"""The options that stand before a verb, and the verbs, each imported when it is called."""

from difflib import get_close_matches
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Any

import click

from peercoach._version import __version__
from peercoach.cli.setting import Setting
from peercoach.words import commands as words
from peercoach.words.frameworks import did_you_mean

VERBS = (
    *("demo", "init", "note", "rate", "list", "show", "search", "edit"),
    *(
        "delete",
        "undelete",
        "goals",
        "frameworks",
        "people",
        "calendar",
        "deidentify",
        "share",
        "export",
        "import",
        "check",
        "backup",
        "restore",
    ),
    *("passphrase", "spare-key"),
)
"""Each is a module of ``peercoach.cli.verbs`` that defines ``command``; one that Python takes for a
word of its own has ``_`` at its end.
"""

HELP_NAMES = {"help_option_names": ["-h", "--help"]}


class Verbs(click.Group):
    """A group that imports a verb's module when the verb is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, in the order of the documentation."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb of this name; None where there is none."""
        if cmd_name not in VERBS:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name.replace("-", "_")
        command = import_module(f"peercoach.cli.verbs.{module}").command
        assert isinstance(command, click.Command)
        _told(command, cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest verb named where there is none of this name."""
        if args and args[0] not in VERBS and not args[0].startswith("-"):
            near = get_close_matches(args[0], VERBS, n=1)
            said = words.NO_VERB.format(typed=args[0]) + did_you_mean(near[0] if near else "")
            raise click.UsageError(said, ctx)
        return super().resolve_command(ctx, args)


def _told(command: click.Command, path: str) -> None:
    """Have its help end with a line about what comes before it, and that of each below it; the help
    is asked for in the same ways everywhere.
    """
    command.context_settings = {**HELP_NAMES, **command.context_settings}
    command.epilog = words.COMES_FIRST.format(verb=path)
    if isinstance(command, click.Group):
        for name, one in command.commands.items():
            _told(one, f"{path} {name}")


def _say_version(ctx: click.Context, parameter: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        click.echo(f"peercoach {__version__}")
        ctx.exit()


@click.group(cls=Verbs, invoke_without_command=True, help=words.ROOT, context_settings=HELP_NAMES)
@click.option(
    "--vault", type=click.Path(path_type=Path, readable=False), metavar="PATH", help=words.VAULT
)
@click.option("--passphrase-file", metavar="FILE", help=words.PASSPHRASE_FILE)
@click.option("--plain/--no-plain", default=None, help=words.PLAIN_OR_NOT)
@click.option("--portable", is_flag=True, help=words.PORTABLE)
@click.option(
    "--frameworks",
    type=click.Path(path_type=Path, readable=False),
    metavar="DIR",
    help=words.FRAMEWORKS_DIR,
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_say_version,
    help=words.VERSION,
)
@click.pass_context
def root(ctx: click.Context, /, **options: Any) -> int | None:
    """Take the options; without a verb, open the interface."""
    ctx.obj = Setting.of(**options)
    if ctx.invoked_subcommand is not None:
        return None
    from peercoach.cli.interface import start

    return start(ctx.obj)
