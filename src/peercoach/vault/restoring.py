"""A vault from a backup: every frame verified, copied to where nothing stands, verified again."""

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from peercoach.errors import WriteFailed
from peercoach.vault import folder, keyfile
from peercoach.vault.check import Report, check
from peercoach.vault.files import Files, speaking_of
from peercoach.vault.standing import refuse_no_vault


def restore(backup: Path, to: Path, passphrase: str, files: Files | None = None) -> Report:
    """Make a vault at ``to`` that is the backup byte for byte; it appears whole or not at all.

    What is damaged in it is copied as it is, since it may be all that there is: the report says so,
    and such a vault opens for reading what is whole.

    Raises:
        NoVault, NotAVault, KeyringMissing, KeyringDamaged, NewerFormat, WrongPassphrase,
        KeyringForged: there is no backup here that we can read; nothing was made.
        VaultExists: something stands there, and was not touched.
        NotPermitted, DiskFull, WriteFailed: nothing was made.
    """
    files = files or Files()
    refuse_no_vault(backup)
    folder.refuse_taken(to)
    report = check(backup, passphrase, files)
    folder.make_folders(to.absolute().parent, files)
    fresh = to.with_name(f".{to.name}.{secrets.token_hex(4)}.new")
    try:
        files.make_folder(fresh)
        _copy(backup, fresh, files)
        if check(fresh, passphrase, files) != report:
            raise WriteFailed(path=to)
        with speaking_of(to):
            if to.exists():
                to.rmdir()
            files.rename(fresh, to)
            files.sync_folder(to.absolute().parent)
    except BaseException:
        with contextlib.suppress(OSError):
            files.remove_folder(fresh)
        raise
    return report


def _copy(backup: Path, fresh: Path, files: Files) -> None:
    for name in (folder.SPACES, folder.DRAFTS):
        files.make_folder(fresh / name)
    for part in _parts(backup):
        data = files.read(backup / part)
        files.create(fresh / part, data)
        if files.read(fresh / part) != data:
            raise WriteFailed(path=fresh / part)
    with speaking_of(fresh):
        for name in (folder.SPACES, folder.DRAFTS, os.curdir):
            files.sync_folder(fresh / name)


def _parts(backup: Path) -> Iterator[str]:
    yield from (name for name in keyfile.NAMES if (backup / name).exists())
    for name in (folder.SPACES, folder.DRAFTS):
        with speaking_of(backup):
            for log in sorted((backup / name).glob("*.log")):
                yield f"{name}/{log.name}"
