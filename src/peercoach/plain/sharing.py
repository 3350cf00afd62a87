"""The doors to sharing. What looks for names takes its time to load, so it waits for who asks."""

from peercoach.plain.host import Host
from peercoach.workspace import Workspace


def share(host: Host, work: Workspace) -> None:
    """Be in the room of sharing. Raises GoTo, Ended, Interrupted."""
    from peercoach.plain.share_room import ShareRoom

    ShareRoom(host, work).stay()


def share_note(host: Host, work: Workspace, id: int) -> None:
    """Share one note alone. Raises as :func:`share`."""
    from peercoach.plain.share_room import ShareRoom

    ShareRoom(host, work).with_note(id)


def share_sitting(host: Host, work: Workspace, id: int) -> None:
    """Share one sitting of the Heal room alone. Raises as :func:`share`."""
    from peercoach.plain.share_room import ShareRoom

    ShareRoom(host, work).with_sitting(id)


def what_left(host: Host, work: Workspace, *, heal: bool = False) -> None:
    """Hear what left; ``heal``: what left with something of the Heal room. Raises as above."""
    from peercoach.plain.share_left import LeftRoom

    LeftRoom(host, work, heal=heal).stay()
