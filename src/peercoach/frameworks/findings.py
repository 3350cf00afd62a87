"""What was found in one file: where each value stood, and everything that needs mending."""

from peercoach.frameworks.faults import Fault
from peercoach.frameworks.nearest import nearest
from peercoach.frameworks.reading import MAX_FAULTS, Node
from peercoach.words import frameworks as words

# Keys and ids from the top of the file down; a number for an item that has no id.
Path = tuple[str | int, ...]

# Comparing names takes longest of all that is done here; a hostile file has thousands to compare.
_MOST_COMPARED = 50
_MOST_KEPT = 10 * MAX_FAULTS


class Findings:
    """Places by path, and faults.

    ``whole`` is false for a file that extends another, whose groups may leave out what they do not
    change. ``unnamed`` holds the paths of lists of which not every id is known, so that nothing is
    said to be missing from them.
    """

    def __init__(self, *, whole: bool) -> None:
        self.whole = whole
        self.places: dict[Path, tuple[int, int]] = {}
        self.unnamed: set[Path] = set()
        self._faults: set[Fault] = set()
        self._compared = 0

    def fault(self, node: Node, message: str) -> None:
        """Something to mend where ``node`` stands."""
        self._add(Fault(node.line, node.column, message))

    def fault_at(self, path: Path, message: str) -> None:
        """Something to mend at ``path``; see :meth:`place`."""
        self._add(Fault(*self.place(path), message))

    def place(self, path: Path) -> tuple[int, int]:
        """Line and column of ``path``, or of the nearest thing above it that is in this file."""
        while path not in self.places and path:
            path = path[:-1]
        return self.places.get(path, (1, 1))

    def add(self, faults: list[Fault]) -> None:
        """Faults that were found before there was a tree."""
        self._faults.update(faults)

    def _add(self, fault: Fault) -> None:
        # Nobody mends a thousand at once; a hostile file would have us sort them all.
        if not self.is_full:
            self._faults.add(fault)

    @property
    def is_full(self) -> bool:
        """Whether no more is kept: to word another fault would be for nobody."""
        return len(self._faults) >= _MOST_KEPT

    def nearest(self, name: str, options: list[str]) -> str:
        """As :func:`nearest`, for as many names as anyone would read about."""
        self._compared += 1
        return nearest(name, options) if self._compared <= _MOST_COMPARED else ""

    def in_order(self) -> tuple[Fault, ...]:
        """Every fault as it comes in the file; at most ``MAX_FAULTS``, and then it says so."""
        faults = sorted(self._faults)
        if len(faults) > MAX_FAULTS:
            last = faults[MAX_FAULTS]
            faults[MAX_FAULTS:] = [Fault(last.line, last.column, words.MORE_TO_MEND)]
        return tuple(faults)
