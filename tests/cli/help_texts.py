"""The help of every verb, put between the marks in docs/commands.md.

``python -m tests.cli.help_texts`` writes it anew; ``test_docs`` compares.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import click

from peercoach.cli.root import root

DOCUMENT = Path(__file__).parents[2] / "docs" / "commands.md"
WIDTH = 80
_BLOCK = re.compile(r"<!-- help: ([^>]*) -->\n```\n.*?```\n", re.DOTALL)


def verbs(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    """Every command under a group with the words that call it, the group first."""
    yield path, group
    context = click.Context(group, info_name=path)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from verbs(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


def helps() -> dict[str, str]:
    """The help text of every command, by the words that call it."""
    found = {}
    for path, command in verbs(root, "peercoach"):
        context = click.Context(
            command,
            info_name=path,
            terminal_width=WIDTH,
            max_content_width=WIDTH,
            **command.context_settings,
        )
        found[path] = command.get_help(context)
    return found


def filled(document: str) -> str:
    """The document with the help texts of now between its marks."""
    known = helps()
    return _BLOCK.sub(
        lambda block: f"<!-- help: {block[1]} -->\n```\n{known[block[1]]}\n```\n", document
    )


def named(document: str) -> list[str]:
    """The commands that the document has a place for."""
    return [block[1] for block in _BLOCK.finditer(document)]


if __name__ == "__main__":
    DOCUMENT.write_text(filled(DOCUMENT.read_text("utf-8")), "utf-8")
