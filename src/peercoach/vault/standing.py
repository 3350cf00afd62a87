"""Whether a vault stands at a path. It is asked before anything is drawn, so it imports no key."""

from pathlib import Path

from peercoach.errors import NotAVault, NoVault
from peercoach.vault.files import speaking_of

KEY_FILES = ("keyring.json", "keyring.2.json")
SPACES = "spaces"


def exists(path: Path) -> bool:
    """Whether a vault stands at this path, whole or not."""
    return any((path / name).exists() for name in (*KEY_FILES, SPACES))


def refuse_no_vault(path: Path) -> None:
    """Refuse to open what is no vault.

    Raises:
        NoVault, NotAVault, NotPermitted: as they say.
    """
    with speaking_of(path):
        if not path.exists():
            raise NoVault(path=path)
        if not path.is_dir():
            raise NotAVault(path=path)
        if not exists(path):
            raise NotAVault(path=path) if any(path.iterdir()) else NoVault(path=path)


def vault_exists(path: Path) -> bool:
    """Whether a vault stands at this path, whole or not.

    Raises:
        NotAVault, NotPermitted: something else does, or it can't be known.
    """
    try:
        refuse_no_vault(path)
    except NoVault:
        return False
    return True
