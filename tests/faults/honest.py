"""What may be shown of a log that was harmed, and what must be said: worked out without our reader.

Where the frames of the whole log end is known. So is, for harmed bytes, which frames still stand
where they stood, and from that what has to come of them (docs/vault-format.md, section 13).
"""

from dataclasses import dataclass
from pathlib import Path

from tests.faults.places import Opened, stands
from tests.faults.states import State, with_part
from tests.vault.logs import frames
from tests.vault.vaults import Kept

HEADER, COPY = 176, 88
_SAID = {"torn": "tail-set-aside", "damaged": "salvage"}


@dataclass(frozen=True)
class Part:
    """A log of the template: its frames' ends, and what is lost of the state with each frame."""

    data: bytes
    ends: tuple[int, ...]


class Truth:
    """A whole vault, and what is left of it when one of its logs is harmed."""

    def __init__(self, template: Kept) -> None:
        self.state: State = stands(template)
        self.names = {
            _named(template.log, template.path): "notes",
            _named(template.heal_log, template.path): "heal",
            _named(template.drafts_log, template.path): "drafts",
        }
        self.parts: dict[str, Part] = {}
        for name in self.names:
            data = (template.path / name).read_bytes()
            ends = [HEADER]
            for frame in frames(data):
                ends.append(ends[-1] + len(frame))
            self.parts[name] = Part(data, tuple(ends))

    def of_log(self, name: str, harmed: bytes, found: Opened) -> str:
        """What is wrong with what came of one flipped bit or one cut, or nothing."""
        part, what = self.parts[name], self.names[name]
        fate, kept = self._fate(part, harmed)
        if fate == "refused":
            return self._refused(what, found)
        if found.error or found.state is None:
            return f"{fate}, and {found.error}"
        expected = self._shown(what, kept)
        if found.state != expected:
            return f"{fate}, and something else is shown"
        notice = () if fate == "whole" else (self._notice(what, fate),)
        return "" if found.said == notice else f"{fate}, and it says {found.said}"

    def _fate(self, part: Part, harmed: bytes) -> tuple[str, list[int]]:
        """What the log then is, and the numbers of the frames that still stand there."""
        first = harmed[:COPY] == part.data[:COPY]
        second = harmed[COPY:HEADER] == part.data[COPY:HEADER]
        if not (first or second):
            return "refused", []
        pairs = list(zip(part.ends, part.ends[1:], strict=False))
        kept = [n for n, (a, b) in enumerate(pairs) if harmed[a:b] == part.data[a:b]]
        chain = 0
        while chain in kept:
            chain += 1
        if chain and part.ends[chain] >= len(harmed):
            return "whole", kept
        # Harm to the last frame, and to it alone, is what a cut write leaves.
        torn = chain and len(kept) == chain and part.ends[chain + 1] >= len(harmed)
        return ("torn" if torn else "damaged"), kept

    def _shown(self, what: str, kept: list[int]) -> State:
        """The first frame is empty; each later one holds one document, in the template's order."""
        whole = getattr(self.state, what)
        left = {key: whole[key] for number, key in enumerate(whole, 1) if number in kept}
        return with_part(self.state, what, left)

    def _notice(self, what: str, fate: str) -> str:
        return "drafts-mended" if what == "drafts" and fate == "damaged" else _SAID[fate]

    def _refused(self, what: str, found: Opened) -> str:
        if what == "notes":
            return "" if found.error == "log-damaged" else f"refused, and {found.error or 'opens'}"
        notice = "space-unreadable" if what == "heal" else "drafts-begun-again"
        well = found.said == (notice,) and found.state == self._shown(what, [])
        return "" if well else f"refused, and {found.error} {found.said}"


def _named(path: Path, folder: Path) -> str:
    return str(path.relative_to(folder))
