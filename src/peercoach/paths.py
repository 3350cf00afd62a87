"""Where things are kept: the notebook, settings, advisory state, and the frameworks.

Places follow the platform's own custom, as ``platformdirs`` knows it; nothing here makes a folder.
``platformdirs`` is imported when first asked, so that ``--version`` never pays for it.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from platformdirs.api import PlatformDirsABC

APP = "peercoach"
VAULT_VARIABLE = "PEERCOACH_VAULT"
VAULT_NAME = "notebook.vault"


def default_vault(*, environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """The notebook's folder when ``--vault`` names none.

    ``PEERCOACH_VAULT`` if it is set and not empty (a leading ``~`` is the home folder), else
    ``notebook.vault`` in the platform's data folder for this person: on Linux
    ``~/.local/share/peercoach``, on macOS ``~/Library/Application Support/peercoach``, on Windows
    ``%LOCALAPPDATA%\\peercoach`` (never the roaming one, which is copied to servers).
    """
    chosen = environ.get(VAULT_VARIABLE, "")
    if chosen:
        return Path(chosen).expanduser()
    return _folders(platform).user_data_path / VAULT_NAME


def config_folder(*, platform: str = sys.platform) -> Path:
    """Where settings and personal frameworks are kept: on Linux ``~/.config/peercoach``."""
    return _folders(platform).user_config_path


def state_folder(*, platform: str = sys.platform) -> Path:
    """Where advisory state is kept, never notes: on Linux ``~/.local/state/peercoach``."""
    return _folders(platform).user_state_path


def personal_frameworks(*, platform: str = sys.platform) -> Path:
    """The folder of frameworks that a person added; it may not exist."""
    return config_folder(platform=platform) / "frameworks"


def shipped_frameworks(package: Path = Path(__file__).parent) -> Path:
    """The folder of frameworks that ship: in the installed package, else in the source tree.

    A wheel carries them as ``peercoach/library``; an editable install runs from ``src/peercoach``
    and finds ``frameworks`` beside ``src``.
    """
    inside = package / "library"
    return inside if inside.is_dir() else package.parent.parent / "frameworks"


def _folders(platform: str) -> "PlatformDirsABC":
    """The folders of ``platform`` (as ``sys.platform`` names it), without an author's folder."""
    if platform == "win32":
        from platformdirs.windows import Windows

        return Windows(APP, appauthor=False)
    if platform == "darwin":
        from platformdirs.macos import MacOS

        return MacOS(APP, appauthor=False)
    from platformdirs.unix import Unix

    return Unix(APP, appauthor=False)
