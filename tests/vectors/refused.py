"""The vectors that a reader refuses: the faults of ``tests/vault/spec_faults.py``, each named."""

import re

from tests.vault.spec_example import SPEC
from tests.vault.spec_faults import FAULTS, Fault

NAMES: dict[str, tuple[str, ...]] = {
    # The second of R1 is an empty folder, which a repository can't keep.
    "R1": ("nothing-there", ""),
    "R2": ("not-a-notebook",),
    "R3": ("key-file-missing",),
    "R5": ("key-file-bit-flipped",),
    "R6": ("key-file-field-unknown", "key-file-slot-field-unknown", "key-file-field-missing"),
    "R7": (
        "key-file-salt-short",
        "key-file-public-key-long",
        "key-file-name-no-base64",
        "key-file-epoch-negative",
        "key-file-grant-epoch-great",
        "key-file-serial-zero",
        "key-file-min-reader-zero",
    ),
    "R8": ("key-file-format-newer", "key-file-min-reader-newer"),
    "R9": (
        "kdf-memory-small",
        "kdf-memory-great",
        "kdf-passes-few",
        "kdf-passes-many",
        "kdf-lanes-none",
        "kdf-lanes-many",
    ),
    "R10": ("kdf-profile-not-there", "kdf-of-another-kind"),
    "R11": ("passphrase-wrong",),
    "R12": ("spare-key-letter-wrong", "spare-key-short", "spare-key-sign-unknown"),
    "R13": ("spare-key-wrong",),
    "R14": ("slot-sealed-changed",),
    "R15": ("vault-secret-changed",),
    "R16": ("mac-changed",),
    "R17": ("member-changed",),
    "R18": ("member-name-changed",),
    "R19": ("grant-by-nobody", "grant-signature-changed"),
    "R20": ("grant-sealed-changed",),
    "R21": ("grant-twice",),
    "R22": ("grant-of-a-private-space-by-another",),
    "R23": ("log-missing",),
    "R24": ("log-headers-damaged", "log-without-a-byte"),
    "R25": ("log-magic-other",),
    "R26": ("log-format-newer",),
    "R27": ("log-purpose-other", "log-of-another-vault", "log-of-another-space"),
    "R28": ("log-epoch-unknown",),
    "R29": ("payload-no-list",),
}
ROWS: dict[str, tuple[str, str]] = {
    number: (says, kind)
    for number, says, kind in re.findall(
        r"^\| (R\d+) \| (.+) \| `([a-z-]+)` \|$", SPEC.read_text("utf-8"), re.MULTILINE
    )
}


def named() -> dict[str, tuple[str, Fault]]:
    """Each vector's name, with the row of the table that it belongs to and its fault."""
    return {
        name: (row, fault)
        for row, names in NAMES.items()
        for name, fault in zip(names, FAULTS[row], strict=True)
        if name
    }
