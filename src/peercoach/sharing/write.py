"""What was reviewed as the bytes of each form, looked through once more before they leave."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Final, Literal, Protocol, get_args

from peercoach.sharing.detect.dictionary import Known
from peercoach.sharing.last_scan import refuse_file_name, refuse_names
from peercoach.sharing.leaving import Reviewed
from peercoach.sharing.legible import legible
from peercoach.sharing.write_markdown import markdown

Format = Literal["markdown", "html", "docx", "json", "csv"]
FORMATS: Final[tuple[Format, ...]] = get_args(Format)
SUFFIXES: Final[dict[Format, str]] = {
    "markdown": ".md",
    "html": ".html",
    "docx": ".docx",
    "json": ".json",
    "csv": ".csv",
}
SEALED: Final = ".age"


def forms(*, ratings: bool) -> list[Format]:
    """The forms that a share can have: a table of ratings where there are ``ratings`` alone."""
    return [one for one in FORMATS if one != "csv" or ratings]


class Writer(Protocol):
    """Makes the bytes of one form: the same for the same share, whenever and wherever."""

    def __call__(self, reviewed: Reviewed, *, large: bool = False) -> bytes:
        """The whole file; ``large`` is for large print, where the form has print."""


def written(reviewed: Reviewed, format: Format, *, large: bool = False) -> bytes:
    """A share in a form."""
    return _writer(format)(legible(reviewed), large=large)


def ready(
    reviewed: Reviewed,
    path: PurePath,
    format: Format,
    *,
    known: Sequence[Known],
    seal: str = "",
    large: bool = False,
) -> bytes:
    """The bytes of the file, looked through once more; nothing is written yet.

    ``known`` is the private dictionary as it is now. ``seal`` is an age recipient, and the file
    then opens for them alone.

    Raises:
        NameInFileName, NameLeft: a name would leave.
        BadRecipient: ``seal`` is no age recipient.
    """
    refuse_file_name(path, known)
    content = written(reviewed, format, large=large)
    bare = written(reviewed.bare, format, large=large)
    record = reviewed.record
    # Where it has no notes in it, nothing that was let stand in one stands there.
    spared = {} if format == "csv" else record.spared
    refuse_names(content, bare, known, left=record.left, spared=spared)
    if not seal:
        return content
    from peercoach.sharing.seal_age import sealed

    return sealed(content, seal)


def _writer(format: Format) -> Writer:
    """The writer of a form; what it needs is loaded when it is asked for."""
    match format:
        case "markdown":
            return markdown
        case "html":
            from peercoach.sharing.write_html import html

            return html
        case "docx":
            from peercoach.sharing.write_docx import document

            return document
        case "json":
            from peercoach.sharing.write_json import as_json

            return as_json
        case "csv":
            from peercoach.sharing.write_csv import ratings_as_csv

            return ratings_as_csv
