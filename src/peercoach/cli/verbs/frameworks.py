"""``peercoach frameworks``: what can be asked, and whether its files are right."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from peercoach import paths
from peercoach.cli import options
from peercoach.cli.answering import say, say_json
from peercoach.cli.frameworks import new, worksheet
from peercoach.cli.root import HELP_NAMES
from peercoach.cli.setting import Setting
from peercoach.words import commands as words
from peercoach.words import framework_commands as told
from peercoach.words.running import named

if TYPE_CHECKING:
    from peercoach.frameworks.faults import Fault
    from peercoach.frameworks.library import Library

MOST_FAULTS = 5
"""Of a file that can't be used, as many are listed; ``check`` says all."""


@click.group(
    "frameworks",
    help=told.FRAMEWORKS,
    context_settings=HELP_NAMES,
    invoke_without_command=True,
)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Hold the verbs below, and two that are long enough for files of their own. Alone it says
    which those are.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


command.add_command(new.command)
command.add_command(worksheet.command)


# --- list ----------------------------------------------------------------------------------------


@command.command("list", help=told.FRAMEWORKS_LIST)
@options.as_json
@click.pass_obj
def list_them(setting: Setting, as_json: bool) -> None:
    """List what can be used, then what can't be yet."""
    library = setting.library()
    if as_json:
        for one in (*_usable(library), *_unusable(library, setting)):
            say_json(one)
        return
    for framework in library.frameworks.values():
        line = words.FRAMEWORK.format(
            id=framework.id,
            title=framework.title,
            version=framework.version,
            elements=len(framework.elements),
            questions=framework.question_count,
        )
        say(line + (words.CARE if framework.care else ""))
    for plan in library.plans.values():
        say(words.PLAN.format(id=plan.id, title=plan.title, version=plan.version))
    for file in library.unusable:
        say(words.UNUSABLE.format(file=file.file, count=len(file.faults)))
        say(
            *(words.UNUSABLE_FAULT.format(**fault._asdict()) for fault in file.faults[:MOST_FAULTS])
        )
        if len(file.faults) > MOST_FAULTS:
            run = named(words.RUN_CHECK, file=file.file)
            say(words.UNUSABLE_MORE.format(run=run))


def _usable(library: "Library") -> Iterable[dict[str, Any]]:
    for framework in library.frameworks.values():
        yield {
            "id": framework.id,
            "title": framework.title,
            "version": framework.version,
            "language": framework.language,
            "elements": len(framework.elements),
            "questions": framework.question_count,
            "care": framework.care,
            "origin": library.origin(framework.id),
            "usable": True,
            "kind": "framework",
        }
    for plan in library.plans.values():
        yield {
            "id": plan.id,
            "title": plan.title,
            "version": plan.version,
            "language": plan.language,
            "elements": 0,
            "questions": 0,
            "care": False,
            "origin": library.origin(plan.id),
            "usable": True,
            "kind": "session",
        }


def _unusable(library: "Library", setting: Setting) -> Iterable[dict[str, Any]]:
    for unusable in library.unusable:
        yield {
            "id": Path(unusable.file).stem,
            "title": "",
            "version": "",
            "language": "",
            "elements": 0,
            "questions": 0,
            "care": False,
            "origin": _origin(Path(unusable.file), setting),
            "usable": False,
            "file": unusable.file,
            "errors": [fault._asdict() for fault in unusable.faults],
        }


def _origin(file: Path, setting: Setting) -> str:
    if setting.frameworks is not None and setting.frameworks in (file, file.parent):
        return "folder"
    return "shipped" if file.parent == paths.shipped_frameworks() else "personal"


# --- show ----------------------------------------------------------------------------------------


@command.command("show", help=told.FRAMEWORKS_SHOW)
@click.argument("id")
@options.as_json
@click.pass_obj
def show(setting: Setting, id: str, as_json: bool) -> None:
    """Show one from its title to its last question."""
    library = setting.library()
    document = library.document(id)
    if as_json:
        import msgspec

        say_json(msgspec.to_builtins(document))
        return
    from peercoach.frameworks.told import lines_of
    from peercoach.guide.aligned import aligned

    say(*lines_of(document, lambda element: aligned(library, element)))


# --- schema --------------------------------------------------------------------------------------


@command.command("schema", help=told.FRAMEWORKS_SCHEMA)
def schema() -> None:
    """Print it."""
    from peercoach.frameworks.schema import schema_text

    sys.stdout.write(schema_text())


# --- check ---------------------------------------------------------------------------------------


@command.command("check", help=told.FRAMEWORKS_CHECK)
@click.argument(
    "files", nargs=-1, type=click.Path(path_type=Path, readable=False), metavar="[FILE]..."
)
@options.as_json
@click.pass_obj
def check(setting: Setting, files: tuple[Path, ...], as_json: bool) -> int:
    """Say every fault of every file; 1 when there is any."""
    from peercoach.frameworks.check import check_file, check_library

    library = setting.library()
    reports = [check_file(file, library) for file in files] or check_library(library)
    for one in reports:
        if as_json:
            errors = [fault._asdict() for fault in one.faults]
            notices = [notice._asdict() for notice in one.notices]
            say_json({"file": one.file, "errors": errors, "notices": notices})
        else:
            # What lines up with a file that isn't here is for its author, and no fault.
            say(*_lines_of(one.file, one.faults), *_told(one.file, one.notices if files else ()))
    return 1 if any(one.faults for one in reports) else 0


def _lines_of(file: str, faults: Iterable["Fault"]) -> list[str]:
    return _told(file, faults) or [words.FILE_FINE.format(file=file)]


def _told(file: str, found: Iterable["Fault"]) -> list[str]:
    return [
        words.FAULT.format(file=file, line=one.line, column=one.column, message=one.message)
        for one in found
    ]
