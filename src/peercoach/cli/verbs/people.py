"""``peercoach people``: the private dictionary."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from peercoach.cli import options
from peercoach.cli.answering import say, say_json
from peercoach.cli.asking import line_from, warn_of_history
from peercoach.cli.root import HELP_NAMES
from peercoach.cli.setting import STDIN, Setting
from peercoach.errors import NoSuchNote, NothingFound, UsedWrongly
from peercoach.sharing_errors import NoSuchKnown
from peercoach.words import commands as words
from peercoach.words import people as told
from peercoach.words.running import named

if TYPE_CHECKING:
    from peercoach.people import KnownThing, People

_ROLES = tuple(filter(None, told.ROLES))


@click.group("people", help=told.PEOPLE, context_settings=HELP_NAMES, invoke_without_command=True)
@options.as_json
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Hold the verbs below; alone it lists all of them."""
    if ctx.invoked_subcommand is None:
        _list(ctx.obj, as_json=as_json)
    elif as_json:
        raise UsedWrongly(detail=words.JSON_BEHIND.format(verb=f"people {ctx.invoked_subcommand}"))


@command.command("list", help=told.LIST)
@options.as_json
@click.pass_obj
def list_them(setting: Setting, as_json: bool) -> None:
    """List all of them."""
    _list(setting, as_json=as_json)


@command.command("add", help=told.ADD_HELP)
@click.argument("name", nargs=-1, metavar="[NAME|-]...")
@click.option("--what", type=click.Choice(tuple(told.WHATS)), default="person", help=told.ADD_WHAT)
@click.option("--also", multiple=True, metavar="NAMES", help=told.ADD_ALSO)
@click.option("--role", type=click.Choice(_ROLES), metavar="ROLE", help=told.ADD_ROLE)
@options.as_json
@click.pass_obj
def add(
    setting: Setting,
    name: tuple[str, ...],
    what: str,
    also: tuple[str, ...],
    role: str | None,
    as_json: bool,
) -> None:
    """Open the notebook, then ask for the name, then keep it."""
    with setting.open_again() as work:
        asked = not name and sys.stdin.isatty()
        if also and not name:
            warn_of_history()
        typed = _typed(name, told.ASK_WHOM)
        if asked and typed and not also:
            also = (line_from(told.ASK_ALSO_LINE),)
        one = work.people.add(typed, what, also, role or "")
    _answer(one, as_json=as_json)


@command.command("remove", help=told.REMOVE_HELP)
@click.argument("name", nargs=-1, metavar="[NAME|ID|-]...")
@options.as_json
@click.pass_obj
def remove(setting: Setting, name: tuple[str, ...], as_json: bool) -> None:
    """Open the notebook, then ask which one, then remove it."""
    with setting.open_again() as work:
        one = _meant(work.people, _typed(name, told.ASK_REMOVED))
        work.people.remove(one.id)
    if as_json:
        say_json({"id": _id(one)})
    else:
        say(told.REMOVED)


def _list(setting: Setting, *, as_json: bool) -> None:
    with setting.open_again() as work:
        found = work.people.all()
    if not found:
        raise NothingFound
    for one in found:
        _answer(one, as_json=as_json)


def _answer(one: "KnownThing", *, as_json: bool) -> None:
    if as_json:
        say_json(_object(one))
    else:
        say(told.LINE.format(id=_id(one), what=one.what, said=one.said))


def _object(one: "KnownThing") -> dict[str, Any]:
    return {
        "id": _id(one),
        "name": one.name,
        "also": list(one.also),
        "what": one.what,
        "role": one.role,
    }


def _id(one: "KnownThing") -> str:
    from peercoach.journal import ids

    return ids.to_text(one.id)


def _typed(given: Sequence[str], ask: str) -> str:
    """A name: words of the command line, a line of standard input, or asked for."""
    if given and list(given) != [STDIN]:
        warn_of_history()
        return " ".join(given)
    if not given and sys.stdin.isatty():
        return line_from(ask)
    return sys.stdin.readline().removeprefix("\ufeff").strip()


def _meant(people: "People", typed: str) -> "KnownThing":
    """The one of this id, or of this name where there is one alone.

    Raises:
        NoSuchKnown: there is none.
        UsedWrongly: there are several, of different kinds.
    """
    from peercoach.journal import ids
    from peercoach.journal.known import called

    there = people.all()
    try:
        id = ids.from_text(typed)
    except NoSuchNote:
        id = 0
    found = [one for one in there if one.id == id] or [
        one for one in there if called(typed) in one.names
    ]
    if not found:
        raise NoSuchKnown
    if len(found) > 1:
        raise UsedWrongly(detail=named(told.SEVERAL))
    return found[0]
