"""What a person chose about the program itself. Never anything of what they wrote."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from peercoach.new_file import keep_private
from peercoach.words import notices

FILE = "settings.json"
SHARED_LOCK_MINUTES = 5

Theme = Literal["light", "dark", "contrast", "warm", "terminal"]
Density = Literal["roomy", "close"]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The settings, with what they are before anyone chose.

    ``text_width`` is the columns a line of text may take. ``progress`` says whether "2 of 5" is
    shown, ``timer`` how much of a part's time is left, ``memories`` whether Home shows something
    written long ago, ``goal_figure`` whether Goals shows one figure for all of them.
    ``auto_lock_minutes`` runs from 1 to 120: it always locks. ``region`` is empty until chosen.
    ``plain`` is how it was opened last where that was said. ``languages`` has the language that was
    chosen for a framework, by its id.
    """

    theme: Theme = "light"
    motion: bool = True
    density: Density = "roomy"
    text_width: Annotated[int, msgspec.Meta(ge=60, le=100)] = 76
    progress: bool = True
    timer: bool = True
    memories: bool = True
    goal_figure: bool = False
    screen_reader_hint_shown: bool = False
    plain: bool = False
    shared_machine: bool = False
    auto_lock_minutes: Annotated[int, msgspec.Meta(ge=1, le=120)] = 15
    region: str = ""
    languages: dict[str, str] = msgspec.field(default_factory=dict)

    @property
    def lock_after(self) -> int:
        """Idle minutes after which it locks: five at most where the machine is shared."""
        shared = min(self.auto_lock_minutes, SHARED_LOCK_MINUTES)
        return shared if self.shared_machine else self.auto_lock_minutes


def load(folder: Path, say: Callable[[str], None] = lambda sentence: None) -> Settings:
    """The settings kept in a folder; the ones we come with where there are none.

    A value that we don't know (a newer version's theme, perhaps) is left to the file, and what we
    come with holds in its place. A file that can't be understood at all is set aside, never
    deleted, and ``say`` gets a sentence.
    """
    path = folder / FILE
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError:
        say(notices.SETTINGS_NOT_READ.format(path=path))
        return Settings()
    try:
        held = msgspec.json.decode(data, type=dict[str, Any])
    except (msgspec.DecodeError, ValueError):
        say(_set_aside(path))
        return Settings()
    return msgspec.convert({name: held[name] for name in held if _is_ours(name, held)}, Settings)


def save(settings: Settings, folder: Path) -> None:
    """Keep the settings, whole or not at all.

    What a newer version keeps beside them stays, and so does a value of it that we don't know,
    until something else is chosen in its place.

    Raises:
        NotPermitted, DiskFull, WriteFailed: they could not be written; the earlier ones stand.
    """
    path = folder / FILE
    held, chosen = _held(path), msgspec.to_builtins(settings)
    for name, value in msgspec.to_builtins(Settings()).items():
        if name in held and not _is_ours(name, held) and chosen[name] == value:
            del chosen[name]
    content = msgspec.json.encode({**held, **chosen})
    keep_private(path, msgspec.json.format(content, indent=2) + b"\n")


def _is_ours(name: str, held: dict[str, Any]) -> bool:
    """Whether this is a setting of ours, with a value that it may have."""
    if name not in Settings.__struct_fields__:
        return False
    try:
        msgspec.convert({name: held[name]}, Settings)
    except msgspec.ValidationError:
        return False
    return True


def _held(path: Path) -> dict[str, Any]:
    """What stands in the file now; nothing where it can't be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
    except (OSError, msgspec.DecodeError, ValueError):
        return {}


def _set_aside(path: Path) -> str:
    aside = path.with_suffix(".set-aside.json")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_suffix(f".set-aside-{number}.json")
    try:
        path.rename(aside)
    except OSError:
        return notices.SETTINGS_NOT_READ.format(path=path)
    return notices.SETTINGS_SET_ASIDE.format(path=aside)
