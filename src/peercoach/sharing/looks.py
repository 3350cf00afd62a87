"""What there is to look at in a note as it leaves, looked up again only where that has changed."""

from dataclasses import dataclass, field

from peercoach.sharing.hiding import Hidden, Hiding
from peercoach.sharing.leaving import Chosen
from peercoach.sharing.leftovers import Leftover
from peercoach.sharing.page import Unit
from peercoach.sharing.replace import Replaced
from peercoach.sharing.risks import Risk, risks
from peercoach.sharing.units import units_of


@dataclass(frozen=True)
class Looks:
    """A note's words and labels, its left-overs and risks, and whether it has few capitals."""

    units: tuple[Unit, ...] = field(repr=False)
    leftovers: tuple[Leftover, ...]
    risks: tuple[Risk, ...]
    small: bool


class Looking:
    """Looks at the notes of one share. A decision seldom changes what is hidden in many of them."""

    def __init__(self) -> None:
        self._before: dict[str, tuple[Hidden, Replaced, Looks]] = {}

    def at(self, note: Chosen, hiding: Hiding, hidden: Hidden, replaced: Replaced) -> Looks:
        """What there is in a note of which this is hidden."""
        before = self._before.get(note.id)
        if before is not None and before[:2] == (hidden, replaced):
            return before[2]
        left_overs = hiding.left_overs(note.text)
        # Where only other letters stand in its labels, it is worth no other thought.
        same = before is not None and before[0].spans == hidden.spans
        looks = Looks(
            units=units_of(note, hiding.words(note.text), hidden, replaced),
            leftovers=tuple(left_overs.beside(hidden.spans)),
            risks=before[2].risks if before and same else tuple(risks(note.text, hidden.spans)),
            small=left_overs.small,
        )
        self._before[note.id] = (hidden, replaced, looks)
        return looks
