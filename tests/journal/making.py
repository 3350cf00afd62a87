"""What the journal's, the guide's and the workspace's tests are made of: invented throughout."""

import errno
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import MappingProxyType

from peercoach.frameworks.library import Library
from peercoach.frameworks.model import Element, Framework, Question, Rating, ScaleStep
from peercoach.journal.moment import Moment
from peercoach.journal.records import Entry, EntryKind, Place
from peercoach.journal.records import Rating as Rated
from peercoach.journal.written import Written
from peercoach.vault.files import Files
from peercoach.vault.kdf import SMALL
from peercoach.workspace import Workspace

PASSPHRASE = "kestrel over the allotment"
MARCH = 1_773_500_529_000  # 2026-03-14T15:02:09Z
DAY = 86_400_000


class Ticking:
    """A clock that a test moves; each reading is ``step`` milliseconds after the one before."""

    def __init__(self, start: int = MARCH, step: int = 1000, offset: int = 0) -> None:
        self.now = start
        self.step = step
        self.offset = offset

    def __call__(self) -> Moment:
        self.now += self.step
        return Moment(self.now, self.offset, "GMT" if not self.offset else "")


class FailingFiles(Files):
    """A disk that is full while ``full``: nothing more is written, what is there can be read.

    ``room`` is how many further writes there is room for before that.
    """

    def __init__(self) -> None:
        super().__init__()
        self.full = False
        self.room = 0

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        if self.full:
            if not self.room:
                raise OSError(errno.ENOSPC, "no room")
            self.room -= 1
        return super().write(descriptor, data)


def element(id: str, *questions: str, title: str = "", examples: str | None = None) -> Element:
    asks = tuple(Question(id=name, ask=f"What about {name} of {id}?") for name in questions)
    return Element(id=id, title=title or id.capitalize(), questions=asks, examples=examples)


def framework(
    id: str = "walking",
    *elements: Element,
    rated: bool = True,
    care: bool = False,
    version: str = "1.0.0",
) -> Framework:
    scale = (ScaleStep(value=1, label="Very little"), ScaleStep(value=2, label="Sometimes"))
    ratings = (Rating(id="practice", ask="How much do we live this?", scale=scale),)
    return Framework(
        id=id,
        title=id.capitalize(),
        version=version,
        language="en-GB",
        about="Invented for a test.",
        elements=elements or (element("hills", "up", "top", "down"), element("shores", "tide")),
        ratings=ratings if rated else (),
        care=care,
    )


def library(*frameworks: Framework) -> Library:
    held = frameworks or (framework(), framework("short", rated=False))
    return Library(
        frameworks=MappingProxyType({one.id: one for one in held}), plans=MappingProxyType({})
    )


def place(element: str = "hills", question: str = "up", of: str = "walking") -> Place:
    return Place(
        framework=of,
        framework_title=of.capitalize(),
        version="1.0.0",
        element=element,
        element_title=element.capitalize(),
        question=question,
        ask=f"What about {question} of {element}?",
    )


def entry(text: str, *, kind: EntryKind = "answer", reflection: int = 0, **where: str) -> Entry:
    return Entry(kind=kind, text=text, place=place(**where), reflection=reflection)


def rated(value: int = 2, *, label: str = "Sometimes", reflection: int = 0, **where: str) -> Rated:
    return Rated(
        rating="practice",
        value=value,
        label=label,
        place=place(question="practice", **where),
        reflection=reflection,
    )


def counting(start: int = 1) -> Callable[[], int]:
    """Ids one after the other."""
    ids: Iterator[int] = iter(range(start, start + 1_000_000))
    return lambda: next(ids)


def fresh(folder: Path) -> Path:
    """A path in this folder where nothing stands yet."""
    return folder / "notebook.vault"


def workspace(
    folder: Path,
    *,
    clock: Ticking | None = None,
    shelf: Library | None = None,
    files: Files | None = None,
) -> Workspace:
    """A new notebook in this folder."""
    return Workspace.create(
        fresh(folder),
        PASSPHRASE,
        library=shelf or library(),
        clock=clock or Ticking(),
        choose=lambda among: among[-1],
        profile=SMALL,
        files=files,
    )


def opened(
    folder: Path, *, clock: Ticking | None = None, shelf: Library | None = None
) -> Workspace:
    """The notebook in this folder, a day later by default."""
    again = unprepared(folder, clock=clock, shelf=shelf)
    again.prepare()
    return again


def unprepared(
    folder: Path,
    *,
    clock: Ticking | None = None,
    shelf: Library | None = None,
    files: Files | None = None,
) -> Workspace:
    """The same, with nothing read yet but what is being typed."""
    return Workspace.open(
        fresh(folder),
        PASSPHRASE,
        library=shelf or library(),
        clock=clock or Ticking(MARCH + DAY),
        choose=lambda among: among[-1],
        files=files,
    )


def texts(notes: Iterable[Written]) -> list[str]:
    """What was written, in the order given; of a rating, its label."""
    return [
        note.record.text if isinstance(note.record, Entry) else note.record.label
        for note in notes
        if isinstance(note.record, Entry | Rated)
    ]
