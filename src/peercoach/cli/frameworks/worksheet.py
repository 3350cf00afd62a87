"""``peercoach frameworks worksheet``: a framework on paper."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, get_args

import click

from peercoach.cli.setting import Setting
from peercoach.errors import UsedWrongly
from peercoach.new_file import write_new
from peercoach.words import commands as words
from peercoach.words import framework_commands as told

if TYPE_CHECKING:
    from peercoach.frameworks.worksheet.sheet import Sheet

Format = Literal["md", "html", "docx"]
FORMATS: Final = get_args(Format)


@click.command("worksheet", help=told.FRAMEWORKS_WORKSHEET)
@click.argument("id")
@click.option("--format", "format", type=click.Choice(FORMATS), help=told.WORKSHEET_FORMAT)
@click.option("--large-print", is_flag=True, help=told.WORKSHEET_LARGE)
@click.option(
    "--to",
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE",
    help=told.WORKSHEET_TO,
)
@click.option("--element", "elements", multiple=True, metavar="ID", help=told.WORKSHEET_ELEMENT)
@click.pass_obj
def command(
    setting: Setting,
    id: str,
    format: Format | None,
    large_print: bool,
    to: Path | None,
    elements: tuple[str, ...],
) -> None:
    """Make it, then write it where it was asked for."""
    format = format or _by_ending(to)
    if format == "docx" and to is None and sys.stdout.isatty():
        raise UsedWrongly(detail=words.WORKSHEET_NO_TERMINAL)
    from peercoach.frameworks.worksheet.sheet import make_sheet

    library = setting.library()
    if id in library.plans:
        raise UsedWrongly(detail=words.WORKSHEET_OF_PLAN.format(title=library.plans[id].title))
    sheet = make_sheet(
        library.get(id),
        elements=[library.find(_address(id, element))[1] for element in elements],
        large=large_print,
        region=setting.settings().region,
    )
    content = _written(sheet, format)
    if to is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
    else:
        write_new(to.expanduser(), content)


def _address(id: str, element: str) -> str:
    """An element is named by its id, or with its framework's before it, as elsewhere."""
    return element if element.startswith(f"{id}/") else f"{id}/{element}"


def _by_ending(to: Path | None) -> Format:
    if to is None:
        return "md"
    endings: dict[str, Format] = {".md": "md", ".html": "html", ".htm": "html", ".docx": "docx"}
    ending = to.suffix.lower()
    if ending not in endings:
        raise UsedWrongly(detail=words.WORKSHEET_ENDING)
    return endings[ending]


def _written(sheet: "Sheet", format: Format) -> bytes:
    """The bytes of the file. What writes it is imported only here: it takes its time."""
    if format == "docx":
        from peercoach.frameworks.worksheet.document import document

        return document(sheet)
    from peercoach.frameworks.worksheet import text

    return (text.html(sheet) if format == "html" else text.markdown(sheet)).encode()
