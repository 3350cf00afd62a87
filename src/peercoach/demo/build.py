"""Makes the notebook of the invented person, up to the present."""

from pathlib import Path

from peercoach.demo.writing import TimeTold, Writing
from peercoach.demo.year import read
from peercoach.frameworks.library import Library
from peercoach.journal.moment import Clock
from peercoach.vault.files import Files
from peercoach.vault.kdf import SMALL
from peercoach.words import demo as words
from peercoach.workspace import Workspace


class Unhurried(Files):
    """Files that need not outlive a power cut: nothing waits for the disk itself."""

    def sync(self, descriptor: int) -> None:
        """Leave it to the system."""

    def sync_folder(self, folder: Path) -> None:
        """Leave it to the system."""


def made(vault: Path, library: Library, clock: Clock) -> Workspace:
    """An open notebook with the year that ships in it, up to the present that ``clock`` tells.

    Its passphrase is told to everyone, so the quickest key there is will do.

    Raises:
        PeercoachError: it can't be made here.
    """
    told = TimeTold(clock)
    year = read()
    work = Workspace.create(
        vault,
        words.PASSPHRASE,
        library=library,
        name=year.name,
        clock=told,
        profile=SMALL,
        files=Unhurried(),
    )
    try:
        Writing(work, told).write(year)
    except BaseException:
        work.lock()
        raise
    return work
