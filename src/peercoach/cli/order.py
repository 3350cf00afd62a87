"""Options that belong before the verb and were typed after it: the line as it is to be typed."""

from collections.abc import Iterator, Sequence

import click

from peercoach.words import commands as words
from peercoach.words import running

ONES_OWN = ("note", "search", "edit", "goals", "people")
"""Verbs after which a person's own words may stand: they are never said back."""

NEVER_SAID = {
    "--passphrase-file": "FILE",
    "--name": "NAME",
    "--horizon": "WORDS",
    "--also": "NAMES",
}
"""Options whose value is not said back, and what stands in its place: a passphrase may have been
typed where its file belongs.
"""


def misplaced(arguments: Sequence[str], context: click.Context | None) -> str:
    """One sentence with the right line, where an option of ours stands behind a verb that has no
    such option; empty text where none does.

    ``context`` is that of the command which refused the arguments.
    """
    if context is None or context.parent is None:
        return ""
    first = _options(context.find_root().command)
    own = _options(context.command)
    verb = context.command_path.split()[1:]
    before, after = _at_verb(arguments, first)
    moved = [part for part in _parts(after[len(verb) :], {**first, **own}) if part[0] in first]
    moved = [part for part in moved if part[0] not in own]
    if not moved:
        return ""
    rest = [part for part in _parts(after[len(verb) :], {**first, **own}) if part not in moved]
    if verb[0] in ONES_OWN:
        rest = [part for part in rest if part[0] in own or part[0] == "-"]
    said = [*_parts(before, first), *moved, verb, *rest]
    line = running.line([running.NAME, *(word for part in said for word in _sayable(part))])
    return words.BEFORE_VERB.format(option=moved[0][0], line=line)


def _options(command: click.Command) -> dict[str, str]:
    """The options of a command, each with what stands for its value; empty where it takes none."""
    return {
        name: "" if one.is_flag else one.metavar or "VALUE"
        for one in command.params
        if isinstance(one, click.Option) and not one.is_eager
        for name in (*one.opts, *one.secondary_opts)
    }


def _at_verb(
    arguments: Sequence[str], options: dict[str, str]
) -> tuple[Sequence[str], Sequence[str]]:
    """What stands before the verb, and the rest from the verb on."""
    at = 0
    while at < len(arguments) and arguments[at].startswith("-"):
        at += 2 if options.get(arguments[at]) else 1
    return arguments[:at], arguments[at:]


def _parts(arguments: Sequence[str], options: dict[str, str]) -> Iterator[list[str]]:
    """Each option with its value, and each other word alone; what follows ``--`` is no option."""
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        name, joined, value = word.partition("=")
        if word == "--":
            yield from ([one] for one in [word, *rest])
            return
        if joined and options.get(name):
            yield [name, value]
        elif options.get(word):
            yield [word, rest.pop(0) if rest else options[word]]
        else:
            yield [word]


def _sayable(part: Sequence[str]) -> list[str]:
    hidden = NEVER_SAID.get(part[0])
    return [part[0], hidden] if hidden else list(part)
