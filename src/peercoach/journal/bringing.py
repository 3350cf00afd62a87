"""What was marked to be brought to the next conversation."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, Progress
from peercoach.journal.written import Written

if TYPE_CHECKING:
    from peercoach.journal.store import Journal


@dataclass(frozen=True)
class Brought:
    """One stop that was marked: what was asked there, and what was kept, if anything was.

    ``when`` is the last change of its reflection.
    """

    reflection: int
    key: str
    ask: str
    title: str
    note: Written | None
    when: Moment

    @property
    def text(self) -> str:
        """What was said there: of a note that several answers became, what stands below this
        question in it; empty text where nothing was kept.
        """
        if self.note is None or not isinstance(self.note.record, Entry):
            return ""
        text = self.note.record.text
        below = text.partition(f"\n{self.ask}\n")[2] if self.note.record.kind == "review" else ""
        return below if below.strip() else text


def brought(journal: "Journal") -> list[Brought]:
    """Every stop that is marked; of the reflection changed last first, its stops in order."""
    found: list[Brought] = []
    for kept in journal.reflections():
        progress = kept.record
        if isinstance(progress, Progress):
            found += [
                Brought(
                    reflection=kept.id,
                    key=key,
                    ask=ask,
                    title=progress.title,
                    note=journal.find(progress.kept[key]) if key in progress.kept else None,
                    when=kept.changed or kept.when,
                )
                for key, ask in progress.bring.items()
            ]
    return sorted(found, key=lambda one: -one.when.utc_ms)


def bring_done(journal: "Journal", reflection: int, key: str) -> None:
    """Take one mark away; nothing happens where there is none."""
    progress = journal.get(reflection).record
    if isinstance(progress, Progress) and key in progress.bring:
        left = {one: ask for one, ask in progress.bring.items() if one != key}
        changed = msgspec.structs.replace(progress, bring=left)
        journal.commit({}, (), (reflection, changed))
