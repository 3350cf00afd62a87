"""A notebook with notes that name people, and what is typed to share them. Everyone is invented."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from peercoach.journal.records import Entry
from peercoach.words import share_plain as here
from peercoach.workspace import Workspace
from tests.plain.talking import PASSPHRASE, Clock, Heard, Reply, Said, choice, made, place, talk

BADGE = (
    "I told Priya Nair about Quill Rise. She is the only woman on nights. Marnie had badge 4471."
)
TEA = "priya was there again and so was marnie, and we had tea in the garden."
PLAIN = "We sat in the sun, and nobody hurried. The kettle was on. The kettle sang."

ALL = (":share", "1-3", ".")
"""From home: all three, the newest first: PLAIN, TEA, BADGE."""
MINE = ("1", "1", "1")
"""For my coach, my own story, dates as seasons: of one note."""
MARKDOWN = ("1", "1", "")
"""At the end: write it, as Markdown, open. Then comes the place."""

Seen = TypeVar("Seen")


def notebook(folder: Path, *texts: str) -> Path:
    """A notebook with these notes, the last of them the newest."""
    vault, clock = made(folder / "n.vault"), Clock(Clock().utc_ms - 86_400_000 * len(texts))
    work = place(vault, clock).open(PASSPHRASE)
    for text in texts:
        work.journal.add(Entry(kind="note", text=text))
        clock.utc_ms += 86_400_000
    work.lock()
    return vault


def sharing(vault: Path, *said: Said, **more: object) -> Heard:
    """A conversation of someone at a terminal, who leaves at its end."""
    return talk(place(vault), *said, ":quit", person=True, **more)  # type: ignore[arg-type]


def one(text: str, folder: Path, *said: Said) -> Heard:
    """A note shared with my coach as far as its reading; then these lines."""
    return sharing(notebook(folder, text), ":share", "1", ".", *MINE, *said)


def looked(vault: Path, look: Callable[[Workspace], Seen]) -> Seen:
    """What is seen in the notebook afterwards."""
    work = place(vault).open(PASSPHRASE)
    try:
        return look(work)
    finally:
        work.lock()


def number(of: str) -> Reply:
    """The number behind which something was offered last."""
    return Reply(lambda text: choice(Heard(0, text), of))


def read_aloud(heard: Heard) -> list[str]:
    """Each text that was said as it leaves, in the order it was said in."""
    parts = heard.text.split(here.LEAVES_SO + "\n")[1:]
    return [part.partition("\n" + here.ENDS)[0] for part in parts]
