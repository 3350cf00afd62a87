"""The key file's two copies on disk: read whichever is whole, write both, mend what is not."""

import contextlib
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from peercoach.errors import KeyringDamaged, KeyringForged, KeyringMissing, VaultError
from peercoach.vault import keyring
from peercoach.vault.files import Files
from peercoach.vault.keyring import Copy, Damaged
from peercoach.vault.standing import KEY_FILES
from peercoach.vault.unlock import Unlocked

NAMES = KEY_FILES


@dataclass(frozen=True)
class Found:
    """The copies on disk: their bytes by name, and those that are whole, the newest first."""

    raw: dict[str, bytes]
    whole: tuple[tuple[str, Copy], ...]


def look(folder: Path, files: Files) -> Found:
    """Read both copies.

    Raises:
        KeyringMissing: there is neither.
        KeyringDamaged: there are some, and none is whole.
        NewerFormat: a whole one asks for a later reader.
    """
    raw: dict[str, bytes] = {}
    for name in NAMES:
        try:
            raw[name] = files.read(folder / name)
        except FileNotFoundError:
            continue
    if not raw:
        raise KeyringMissing(path=folder)
    whole = []
    for name, data in raw.items():
        try:
            whole.append((name, keyring.read(data, folder)))
        except Damaged:
            continue
    if not whole:
        raise KeyringDamaged(path=folder)
    # A crash between the two writes leaves the first one newer. Sorting keeps the first copy first
    # where both say the same.
    whole.sort(key=lambda copy: -copy[1].keyring.serial)
    return Found(raw, tuple(whole))


def first_that_opens(found: Found, opens: Callable[[Copy], Unlocked]) -> tuple[Copy, Unlocked]:
    """The newest copy that verifies, and what it gives.

    A wrong passphrase ends it: an older copy might still open with an older passphrase, and must
    not.
    """
    forged: KeyringForged | None = None
    for _, copy in found.whole:
        try:
            return copy, opens(copy)
        except KeyringForged as error:
            forged = error
    assert forged is not None
    raise forged


def save(folder: Path, data: bytes, files: Files) -> None:
    """Write both copies, the second after the first is durable.

    Raises:
        DiskFull, NotPermitted, WriteFailed: both copies are as they were, as far as the disk lets
            us. All that needs room is done before either is touched.
    """
    paths = [folder / name for name in NAMES]
    before = {path: _bytes_of(path, files) for path in paths}
    try:
        for path in paths:
            files.prepare(path, data)
        for path in paths:
            files.put_in_place(path)
    except BaseException:
        for path in paths:
            files.discard(path)
            _put_back(path, before[path], files)
        raise


def _bytes_of(path: Path, files: Files) -> bytes | None:
    try:
        return files.read(path)
    except FileNotFoundError:
        return None


def _put_back(path: Path, old: bytes | None, files: Files) -> None:
    with contextlib.suppress(VaultError):
        if old is not None and _bytes_of(path, files) != old:
            files.replace(path, old)


def mend(folder: Path, found: Found, good: bytes, set_aside: Path, files: Files) -> bool:
    """Write the good bytes over any copy that differs, once that copy was set aside.

    Returns whether anything was amiss.
    """
    amiss = [name for name in NAMES if found.raw.get(name) != good]
    for name in amiss:
        damaged = found.raw.get(name)
        if damaged is not None:
            if not set_aside.exists():
                files.make_folder(set_aside)
            aside = set_aside / f"{name}-{hashlib.sha256(damaged).hexdigest()[:8]}.damaged"
            if not aside.exists():
                files.create(aside, damaged)
        files.replace(folder / name, good)
    return bool(amiss)
