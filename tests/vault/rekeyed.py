"""Vaults whose keys are changed, to the end or to some point on the way."""

from pathlib import Path

import pytest

from peercoach.errors import WrongPassphrase
from peercoach.vault import keyring
from peercoach.vault.files import Files
from peercoach.vault.format import read_header
from peercoach.vault.kdf import SMALL
from peercoach.vault.keyfile import NAMES
from peercoach.vault.vault import Vault
from tests.vault import forging
from tests.vault.failing import Killed
from tests.vault.vaults import (
    DRAFT,
    NEW,
    PASSPHRASE,
    TEXTS,
    Kept,
    Unsynced,
    texts,
)


def change(vault: Vault, current: str = PASSPHRASE) -> bool:
    return vault.change_passphrase(current, NEW, may_be_known=True, profile=SMALL)


def whole(vault: Vault) -> bool:
    """Whether everything that the template holds is here."""
    return (texts(vault.private), texts(vault.heal), vault.drafts.all(), vault.member_name) == (
        list(TEXTS),
        ["Something for myself."],
        {"here": DRAFT},
        "Ash",
    )


def opened_with(path: Path, passphrase: str, files: Files | None = None) -> Vault | None:
    """The vault, whole; None where this passphrase does not open it."""
    try:
        vault = Vault.open(path, passphrase, files=files or Unsynced())
    except WrongPassphrase:
        return None
    assert whole(vault)
    return vault


def epochs(path: Path) -> list[int]:
    """The epoch of each log on the disk."""
    logs = sorted([*path.glob("spaces/*.log"), *path.glob("drafts/*.log")])
    return [read_header(log.read_bytes())[0].epoch for log in logs]


def granted(path: Path) -> list[list[int]]:
    """The epochs of each space's grants in the key file."""
    spaces = forging.body_in(path).keyring.spaces
    return [[grant.epoch for grant in space.grants] for space in spaces]


def finished(path: Path) -> bool:
    """Whether nothing of the old keys is left, on the disk or in what it keeps."""
    backups = sorted((path / "backups").iterdir())
    one, two = ((path / name).read_bytes() for name in NAMES)
    return (
        epochs(path) == [1, 1, 1]
        and granted(path) == [[1], [1]]
        and one == two
        and len(backups) > 0
        and all(epochs(one) == [1, 1, 1] for one in backups)
        and all(_epoch_of(aside) == 1 for aside in (path / "set-aside").glob("keyring*"))
    )


def _epoch_of(file: Path) -> int:
    return keyring.read(file.read_bytes(), file).keyring.epoch


def stop_at(kept: Kept, opened: Vault, logs: int) -> None:
    """Change the keys, and die when so many logs were written anew."""
    real, count = opened._under_newest, [0]

    def dying(held: object) -> bool:
        if count[0] == logs:
            raise Killed
        count[0] += 1
        space = opened._spaces[held.id]  # type: ignore[attr-defined]
        space.rekey(1, held.keys[1])  # type: ignore[attr-defined]
        return False

    opened._under_newest = dying  # type: ignore[method-assign]
    with pytest.raises(Killed):
        change(opened)
    opened._under_newest = real  # type: ignore[method-assign]
    opened.lock()
