"""``peercoach share``: notes chosen, read as they will leave, and written for somebody."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from peercoach.cli import options
from peercoach.cli.answering import say
from peercoach.cli.selecting import Selection, selection
from peercoach.cli.setting import Setting
from peercoach.errors import NoSuchNote, NoTerminal, NothingFound
from peercoach.words import share as shared
from peercoach.words import share_plain as words

if TYPE_CHECKING:
    from peercoach.plain.share_write import Given
    from peercoach.workspace import Workspace

SEALED = ".age"
ENDINGS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".json": "json",
    ".csv": "csv",
}
"""The form that the ending of a file's name says."""


@click.command("share", help=words.SHARE)
@click.option(
    "--to",
    "path",
    required=True,
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE",
    help=words.SHARE_TO,
)
@click.option("--format", "form", type=click.Choice(tuple(words.FORMS)), help=words.SHARE_FORMAT)
@click.option(
    "--for", "recipient", type=click.Choice(tuple(shared.RECIPIENTS)), help=words.SHARE_FOR
)
@click.option("--seal", metavar="KEY", help=words.SHARE_SEAL)
@click.option("--large", is_flag=True, help=words.SHARE_LARGE)
@click.option("--id", "ids", multiple=True, metavar="ID", help=words.SHARE_ID)
@selection
@options.space
@click.pass_obj
def command(
    setting: Setting,
    path: Path,
    form: str | None,
    recipient: str | None,
    seal: str | None,
    large: bool,
    ids: tuple[str, ...],
    since: str | None,
    until: str | None,
    element: str | None,
    kind: str | None,
) -> int:
    """Refuse what can't be, open the notebook, and have every note read on the terminal."""
    # The whole review is said on standard error: were that a file, it would fill it with notes.
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise NoTerminal(need=words.NEED_TERMINAL)
    selected = Selection.of(since, until, element, kind)
    given = _given(path.expanduser(), form, recipient, seal, large=large)
    with setting.open() as work:
        written = _reviewed(setting, work, given, ids, selected)
    if written is None:
        return 1
    say(str(written))
    return 0


def _given(
    path: Path, form: str | None, recipient: str | None, seal: str | None, *, large: bool
) -> "Given":
    """What was said of the file. Raises FileTaken, UsedWrongly, BadRecipient."""
    from peercoach.new_file import refuse_taken
    from peercoach.plain.share_write import Given, refuse_bad_key
    from peercoach.sharing.leaving import Recipient
    from peercoach.sharing.write import Format

    refuse_taken(path)
    if seal is not None:
        refuse_bad_key(seal)
    sealed = path.suffix.lower() == SEALED
    ending = path.with_suffix("").suffix if sealed else path.suffix
    return Given(
        cast(Recipient | None, recipient),
        path,
        cast(Format | None, form or ENDINGS.get(ending.lower())),
        # A name that says that it is sealed, and no key: then the key is asked for.
        seal if seal is not None or sealed else "",
        large,
    )


def _reviewed(
    setting: Setting,
    work: "Workspace",
    given: "Given",
    ids: tuple[str, ...],
    selected: Selection,
) -> Path | None:
    """The file that was written; None where none was."""
    from peercoach.plain.share_alone import Alone
    from peercoach.sharing.last_scan import refuse_file_name

    assert given.path is not None
    refuse_file_name(given.path, work.people.entries())
    notes, sittings = _named(work, ids)
    if selected:
        notes += [one.id for one in selected.notes(work.journal) if one.id not in notes]
        if not notes and not sittings:
            raise NothingFound
    alone = Alone(work, setting.settings(), setting.supporting())
    return alone.share(given, notes, sittings)


def _named(work: "Workspace", given: tuple[str, ...]) -> tuple[list[int], list[int]]:
    """The notes, and the sittings of the Heal room, that these ids name.

    Heal is looked into only for what is no other note.

    Raises:
        NoSuchNote: one is of neither.
    """
    from peercoach.journal import ids

    notes: list[int] = []
    sittings: list[int] = []
    for text in dict.fromkeys(given):
        id = ids.from_text(text)
        if work.journal.find(id) is not None:
            notes.append(id)
        elif any(one.id == id for one in work.heal.kept()):
            sittings.append(id)
        else:
            raise NoSuchNote(id=text)
    return notes, sittings
