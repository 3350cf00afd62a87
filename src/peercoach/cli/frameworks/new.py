"""``peercoach frameworks new``: a file of one's own to begin with."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from peercoach import paths
from peercoach.cli import options
from peercoach.cli.answering import say, say_json
from peercoach.cli.asking import line_from
from peercoach.cli.setting import Setting
from peercoach.errors import UsedWrongly
from peercoach.new_file import write_new
from peercoach.words import framework_commands as told
from peercoach.words import frameworks_new as said
from peercoach.words.running import named

if TYPE_CHECKING:
    from peercoach.frameworks.library import Library


@click.command("new", help=told.FRAMEWORKS_NEW)
@click.option(
    "--to", type=click.Path(path_type=Path, readable=False), metavar="FILE", help=told.NEW_TO
)
@click.option("--id", "id", metavar="ID", help=told.NEW_ID)
@click.option("--title", metavar="TITLE", help=told.NEW_TITLE)
@click.option("--about", default="", metavar="TEXT", help=told.NEW_ABOUT)
@click.option(
    "--language", default="en-GB", show_default=True, metavar="CODE", help=told.NEW_LANGUAGE
)
@click.option("--element", "elements", multiple=True, metavar="TITLE", help=told.NEW_ELEMENT)
@click.option("--question", "questions", multiple=True, metavar="ASK", help=told.NEW_QUESTION)
@click.option("--rating", is_flag=True, help=told.NEW_RATING)
@click.option("--care", is_flag=True, help=told.NEW_CARE)
@click.option("--session", is_flag=True, help=told.NEW_SESSION)
@click.option("--minutes", type=int, default=60, show_default=True, help=told.NEW_MINUTES)
@options.as_json
@click.pass_obj
def command(setting: Setting, /, to: Path | None, as_json: bool, **given: Any) -> None:
    """Ask what was not said, then write the file."""
    if to is None and setting.portable:
        raise UsedWrongly(detail=said.NEEDS_PLACE)
    if given["session"] and (given["elements"] or given["questions"]):
        raise UsedWrongly(detail=said.PLAN_HAS_NONE)
    library = setting.library()
    asked = given["title"] is None
    if asked:
        given["title"] = line_from(said.ASK_TITLE)
    if not given["title"]:
        raise UsedWrongly(detail=said.NEEDS_TITLE)
    id = _id(given["id"], given["title"], library)
    text = _plan(id, given) if given["session"] else _framework(id, given, asked=asked)
    own = paths.personal_frameworks()
    path = (own / f"{id}.yaml") if to is None else to.expanduser()
    if to is None:
        own.mkdir(parents=True, exist_ok=True)
    write_new(path, text.encode())
    if as_json:
        say_json({"id": id, "file": str(path)})
        return
    say(said.MADE.format(path=path), named(said.THEN, path=path))
    if to is not None and path.absolute().parent != own:
        say(said.OUTSIDE.format(folder=own, parent=path.absolute().parent))


def _id(wanted: str | None, title: str, library: "Library") -> str:
    """The id: the one wanted, if it is free; else one that is, made of the title."""
    from peercoach.frameworks.new import id_from, is_id

    if wanted is None:
        return id_from(title, library.origins)
    if not is_id(wanted):
        raise UsedWrongly(detail=said.ID_SHAPE.format(id=wanted))
    if wanted in library.origins:
        raise UsedWrongly(detail=said.ID_TAKEN.format(id=wanted))
    return wanted


def _plan(id: str, given: dict[str, Any]) -> str:
    from peercoach.frameworks.new import WantedPlan, plan_text

    names = ("title", "about", "language", "minutes")
    return plan_text(WantedPlan(id=id, **{name: given[name] for name in names}))


def _framework(id: str, given: dict[str, Any], *, asked: bool) -> str:
    from peercoach.frameworks.new import Wanted, framework_text

    elements = [(title, ()) for title in given["elements"]]
    if given["questions"]:
        first = elements[0][0] if elements else said.ELEMENT
        elements[:1] = [(first, given["questions"])]
    if asked:
        given["about"] = given["about"] or line_from(said.ASK_ABOUT)
        elements = elements or _elements()
        given["rating"] = given["rating"] or line_from(said.ASK_RATING).lower() in said.YES
    names = ("title", "about", "language", "rating", "care")
    return framework_text(Wanted(id=id, elements=elements, **{name: given[name] for name in names}))


def _elements() -> list[tuple[str, Any]]:
    """Themes and their questions, asked for until there are no more."""
    found: list[tuple[str, Any]] = []
    while title := line_from(said.ASK_ELEMENT):
        asks = []
        while ask := line_from(said.ASK_QUESTION):
            asks.append(ask)
        found.append((title, asks))
    return found
