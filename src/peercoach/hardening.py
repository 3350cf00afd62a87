"""Less of a note can leave the process by accident: no core dump, no reading by other processes.

Called once at the start, before any passphrase is asked. Nothing here is ever fatal: a computer
that refuses is no reason to keep a person from their notebook; threat-model.md says what remains.
"""

import ctypes
import os
import sys
from collections.abc import Callable, MutableMapping

PR_SET_DUMPABLE = 4
"""Linux, ``linux/prctl.h``: 0 means no core dump, and no ptrace by the same person's processes."""

TEXTUAL_KEPT = frozenset({"TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "TEXTUAL_COLOR_SYSTEM"})
"""What may stay of Textual's settings. ``TEXTUAL_LOG`` alone would write every key to a file."""


def harden(platform: str = sys.platform) -> tuple[str, ...]:
    """Take each measure that this platform knows; returns the names of those that were taken."""
    measures: dict[str, Callable[[], None]] = {}
    if platform != "win32":
        measures["no-core-file"] = _no_core_file
    if platform.startswith("linux"):
        measures["not-dumpable"] = _not_dumpable
    return tuple(name for name, measure in measures.items() if _taken(measure))


def clean_environment(environment: MutableMapping[str, str] = os.environ) -> None:
    """Drop Textual's settings that would write down what is typed, and those not known to be safe.

    It has to happen before Textual is first imported, which reads them then.
    """
    for name in [one for one in environment if one.startswith("TEXTUAL")]:
        if name not in TEXTUAL_KEPT:
            del environment[name]


def _taken(measure: Callable[[], None]) -> bool:
    try:
        measure()
    except (OSError, ValueError, ImportError, AttributeError):
        return False
    return True


def _no_core_file() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _not_dumpable() -> None:
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")
