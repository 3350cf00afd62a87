"""The file that a share is written to: where it goes by default, and what is typed for it."""

from pathlib import Path

from peercoach.errors import UsedWrongly
from peercoach.outgoing.record import Left
from peercoach.outgoing.sharing import Sharing
from peercoach.sharing.write import SEALED, SUFFIXES, Format
from peercoach.words import share_rooms as words
from peercoach.workspace import Workspace

PRINTED: frozenset[Format] = frozenset(("html", "docx"))
"""The forms that have a print, which can be large."""


def ending(form: Format, *, sealed: bool) -> str:
    """How the name of such a file ends."""
    return SUFFIXES[form] + (SEALED if sealed else "")


def default(recipient: str, ending: str, home: Path | None = None) -> str:
    """Where a file goes unless somewhere else is said: a name that tells nothing, and is free."""
    home = home or Path.home()
    folder = Path("~")
    if (home / words.DOCUMENTS).is_dir():
        folder /= words.DOCUMENTS
    name, number = words.FILE_NAMES[recipient], 1
    here = home / folder.relative_to("~")
    while (here / f"{name}{_numbered(number)}{ending}").exists():
        number += 1
    return str(folder / f"{name}{_numbered(number)}{ending}")


def renamed(typed: str, before: str, now: str) -> str:
    """What was typed, with the ending that it has now, where it had the one before."""
    return typed.removesuffix(before) + now if typed.endswith(before) else typed


def understood(typed: str) -> Path:
    """The file that was meant; ``~`` is one's own folder.

    Raises:
        UsedWrongly: nothing was typed, or it is a folder.
    """
    typed = typed.strip()
    if not typed:
        raise UsedWrongly(detail=words.NO_PATH)
    try:
        path = Path(typed).expanduser()
    except RuntimeError:
        path = Path(typed)
    if path.is_dir() or typed.endswith(("/", "\\")):
        raise UsedWrongly(detail=words.IS_FOLDER)
    return path


def write(
    workspace: Workspace, sharing: Sharing, path: Path, form: Format, seal: str, large: bool
) -> Left:
    """Write it, and give what is remembered of it.

    Raises:
        PeercoachError: as :meth:`peercoach.outgoing.sharing.Sharing.write`.
    """
    heal = any(one.heal for one in sharing.review.chosen)
    share = sharing.write(path, form, seal=seal, large=large)
    outgoing = workspace.outgoing
    kept = outgoing.left_from_heal() if heal else outgoing.left()
    return next(one for one in kept if one.share == share)


def _numbered(number: int) -> str:
    return "" if number == 1 else f"-{number}"
