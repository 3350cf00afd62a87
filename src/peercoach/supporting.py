"""The support lines that a person adds: one small file in the settings folder, read strictly.

It is not locked: help has to be there before the notebook is open. It is read each time that it is
shown, so what was written by hand is there at once; and a file that can't be read hides nothing of
what ships, and is never written over.
"""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import msgspec

from peercoach.errors import (
    NotPermitted,
    PeercoachError,
    SupportLineRefused,
    SupportUnreadable,
    WriteFailed,
)
from peercoach.frameworks.faults import Fault
from peercoach.frameworks.findings import Findings
from peercoach.frameworks.findings import Path as Place
from peercoach.frameworks.kinds import BAD, ListOf, Simple, Text, name_of
from peercoach.frameworks.new import in_quotes
from peercoach.frameworks.reading import Node, read, unwanted_character
from peercoach.frameworks.records import Key, Record
from peercoach.new_file import keep_private
from peercoach.words import frameworks as framework_words
from peercoach.words import support
from peercoach.words import support_lines as words
from peercoach.words.when import day_and_year

FILE: Final = "support.yaml"
MOST_BYTES: Final = 16 * 1024
MOST_LINES: Final = 10
LONGEST: Final = {"emergency": 40, "name": 60, "how": 120, "note": 200}
"""Characters that a text may have, by its key."""


class Line(msgspec.Struct, frozen=True):
    """Someone to call: who it is, how to reach them, and perhaps a note."""

    name: str
    how: str
    note: str = ""

    @property
    def said(self) -> str:
        """As support says it."""
        return words.line(self.name, self.how, self.note)


class Own(msgspec.Struct, frozen=True):
    """All that a person added. ``checked_on`` is None where no day was set."""

    emergency: str = ""
    lines: tuple[Line, ...] = ()
    checked_on: date | None = None

    @property
    def count(self) -> int:
        """How many there are, with the emergency number."""
        return len(self.lines) + bool(self.emergency)


class Supporting:
    """A person's own support lines, in the file of a folder.

    Without a folder nothing is read or written, and they hold as long as this does: on somebody
    else's computer, and in the demo.
    """

    def __init__(self, folder: Path | None) -> None:
        self.path = None if folder is None else folder / FILE
        self._held = Own()

    def own(self) -> Own:
        """What was added; nothing where there is no file.

        Raises:
            SupportUnreadable: there is something that can't be read, and it is left as it is.
        """
        return self._held if self.path is None else load(self.path)

    def sections(self, region: str) -> list[support.Section]:
        """What the support screen says; help is there whatever became of the file."""
        try:
            own = self.own()
        except SupportUnreadable as refused:
            unread = support.Own(unread=words.NOT_READ.format(**refused.facts))
            return support.sections(region, unread)
        checked = day_and_year(own.checked_on) if own.checked_on else ""
        said = support.Own(own.emergency, [line.said for line in own.lines], checked)
        return support.sections(region, said)

    # Each change raises SupportUnreadable where the file has to be mended first, SupportLineRefused
    # for what can't be kept, and VaultError where it can't be written: the earlier ones then stand.

    def set_emergency(self, number: str, today: date) -> None:
        """Have another emergency number; an empty one is taken away."""
        number = fitting("emergency", number) if number else ""
        self._keep(msgspec.structs.replace(self.own(), emergency=number, checked_on=today))

    def add(self, name: str, how: str, today: date) -> None:
        """Add someone, below those who are there."""
        own = self.own()
        if len(own.lines) >= MOST_LINES:
            raise SupportLineRefused(detail=words.FULL.format(most=MOST_LINES))
        line = Line(fitting("name", name), fitting("how", how))
        self._keep(Own(own.emergency, (*own.lines, line), today))

    def change(self, old: Line, name: str, how: str, today: date) -> None:
        """Put other words in the place of a line. Its note stays."""
        line = Line(fitting("name", name), fitting("how", how), old.note)
        self._put(old, [line], today)

    def take_away(self, old: Line, today: date) -> None:
        """Take a line away."""
        self._put(old, [], today)

    def checked(self, today: date) -> None:
        """All of them were checked today."""
        self._keep(msgspec.structs.replace(self.own(), checked_on=today))

    def set_aside(self) -> Path:
        """Give a file that can't be read another name, so that a new one can be begun; that name.

        Raises:
            NotPermitted, WriteFailed: that can't be done, and it is where it was.
        """
        assert self.path is not None
        number, aside = 1, self.path.with_suffix(".set-aside.yaml")
        while aside.exists():
            number += 1
            aside = self.path.with_suffix(f".set-aside-{number}.yaml")
        try:
            self.path.rename(aside)
        except PermissionError:
            raise NotPermitted(path=self.path) from None
        except OSError:
            raise WriteFailed(path=self.path) from None
        return aside

    def _put(self, old: Line, new: Sequence[Line], today: date) -> None:
        own = self.own()
        if old not in own.lines:
            # It was changed by hand, or in another window, meanwhile.
            raise SupportLineRefused(detail=words.IS_GONE)
        at = own.lines.index(old)
        lines = (*own.lines[:at], *new, *own.lines[at + 1 :])
        self._keep(Own(own.emergency, lines, today))

    def _keep(self, own: Own) -> None:
        if not own.count:
            own = Own()
        if self.path is None:
            self._held = own
        else:
            keep_private(self.path, written(own).encode())


def fitting(name: str, text: str) -> str:
    """A text as it is kept under a key of ``LONGEST``.

    Raises:
        SupportLineRefused: it is empty, too long, or has something in it that can't be shown.
    """
    text = " ".join(text.split())
    if not text:
        raise SupportLineRefused(detail=words.NEEDS_TEXT)
    if len(text) > LONGEST[name]:
        raise SupportLineRefused(detail=words.TOO_LONG.format(most=LONGEST[name]))
    if unwanted_character(text) is not None:
        raise SupportLineRefused(detail=words.NOT_TEXT)
    return text


# --- the file ------------------------------------------------------------------------------------


def load(path: Path) -> Own:
    """What the file says; nothing where there is none.

    Raises:
        SupportUnreadable: with line, column and what is wrong there, for the first thing that is.
    """
    try:
        # Anything but a file (a pipe, a folder) could wait for ever.
        if not path.is_file() and path.exists():
            raise _unreadable(path, Fault(1, 1, framework_words.NOT_THERE))
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return Own()
    except OSError:
        raise _unreadable(path, Fault(1, 1, framework_words.NOT_OPENED)) from None
    own, faults = understood(raw)
    if faults:
        raise _unreadable(path, faults[0])
    return own


def understood(raw: bytes) -> tuple[Own, Sequence[Fault]]:
    """What these bytes say, and everything wrong with them, in the order of the file."""
    if len(raw) > MOST_BYTES:
        return Own(), [Fault(1, 1, words.TOO_BIG.format(most=MOST_BYTES))]
    root, faults = read(raw)
    faults = [_for_this_file(fault) for fault in faults]
    if root is None:
        return Own(), faults
    found = Findings(whole=True)
    found.add(faults)
    if root.kind != "group":
        found.fault(root, words.NOT_KEYS.format(found=root.described()))
        return Own(), found.in_order()
    data: dict[str, Any] = _FILE.read(root, (), found)
    if faults := list(found.in_order()):
        return Own(), faults
    return msgspec.convert(data, Own), ()


def written(own: Own) -> str:
    """The text of the file: what :func:`understood` makes the same of again."""
    text = words.HEADER
    if own.emergency:
        text += f"emergency: {in_quotes(own.emergency)}\n"
    if own.lines:
        text += "lines:\n"
    for line in own.lines:
        text += f"  - name: {in_quotes(line.name)}\n    how: {in_quotes(line.how)}\n"
        text += f"    note: {in_quotes(line.note)}\n" if line.note else ""
    if own.checked_on:
        text += f"checked_on: {own.checked_on.isoformat()}\n"
    return text if own.count else text + "lines: []\n"


def _for_this_file(fault: Fault) -> Fault:
    """What is said of an empty file speaks of frameworks."""
    empty = fault.message == framework_words.EMPTY_FILE
    return fault._replace(message=words.EMPTY_FILE) if empty else fault


def _unreadable(path: Path, fault: Fault) -> PeercoachError:
    return SupportUnreadable(path=path, line=fault.line, column=fault.column, detail=fault.message)


class _Short(Text):
    """Words on one line, of a length that fits on a screen."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def read(self, node: Node, path: Place, found: Findings) -> Any:
        """As :meth:`Kind.read`."""
        text = super().read(node, path, found)
        if text is BAD or len(text) <= self._most:
            return text
        found.fault(node, words.LONGER.format(name=name_of(path), most=self._most))
        return BAD


class _Lines(ListOf):
    """A list of no more than there is room for."""

    def read(self, node: Node, path: Place, found: Findings) -> Any:
        """As :meth:`Kind.read`."""
        if len(node.items) > MOST_LINES:
            found.fault(node.items[MOST_LINES], words.TOO_MANY.format(most=MOST_LINES))
            return BAD
        return super().read(node, path, found)


class _Day(Simple):
    """A day of the calendar: 2026-03-14."""

    def read(self, node: Node, path: Place, found: Findings) -> Any:
        """As :meth:`Kind.read`."""
        if node.kind == "text" and re.fullmatch(r"\d{4}-\d\d-\d\d", node.text, re.ASCII):
            try:
                return date.fromisoformat(node.text)
            except ValueError:
                pass
        said = words.NOT_A_DAY.format(name=name_of(path), found=node.described())
        found.fault(node, said)
        return BAD

    def schema(self, *, whole: bool) -> dict[str, Any]:
        """As :meth:`Kind.schema`."""
        return {"type": "string", "format": "date"}


_LINE = Record(
    {
        "name": Key(_Short(LONGEST["name"]), needed=True),
        "how": Key(_Short(LONGEST["how"]), needed=True),
        "note": Key(_Short(LONGEST["note"])),
    },
    patched=False,
)
_FILE = Record(
    {
        "emergency": Key(_Short(LONGEST["emergency"])),
        "lines": Key(_Lines(_LINE)),
        "checked_on": Key(_Day()),
    },
    patched=False,
)
