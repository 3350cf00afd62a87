"""A sealed file opens for whoever it is sealed for, with what any age tool has, and nobody else."""

from pathlib import PurePath

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from peercoach.sharing.seal_age import refuse_bad, sealed
from peercoach.sharing.write import FORMATS, Format, ready, written
from peercoach.sharing_errors import BadRecipient
from tests.sharing.shares import KNOWN, a_year

MINE, OTHER = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()


def ssh() -> tuple[str, bytes]:
    """A public key as it stands in a file of them, and its private key as OpenSSH keeps it."""
    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode()
    return public, key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption())


@pytest.mark.parametrize("format", FORMATS)
def test_it_opens_for_one(format: Format) -> None:
    """What comes out is the file to its last byte; another key opens nothing."""
    share = a_year()

    content = ready(share, PurePath("x"), format, known=KNOWN, seal=str(MINE.to_public()))

    assert content.startswith(b"age-encryption.org/v1\n")
    assert pyrage.decrypt(content, [MINE]) == written(share, format)
    assert b"movement" not in content
    with pytest.raises(pyrage.DecryptError):
        pyrage.decrypt(content, [OTHER])


def test_it_opens_for_a_key_of_ssh() -> None:
    """An SSH public key will do, with the comment that stands behind it."""
    public, private = ssh()

    content = sealed(b"tea", f"  {public} sam@example.org\n")

    assert pyrage.decrypt(content, [pyrage.ssh.Identity.from_buffer(private)]) == b"tea"


def test_a_key_in_capitals_is_the_same_key() -> None:
    """A recipient may be all in capitals, as a picture code has it (BIP 173)."""
    content = sealed(b"tea", str(MINE.to_public()).upper())

    assert pyrage.decrypt(content, [MINE]) == b"tea"


@pytest.mark.parametrize(
    "told",
    [
        *("", "age1", "sam@example.org", "a passphrase", str(MINE), str(MINE.to_public())[:-1]),
        *("ssh-ed25519 AAAA", "ssh-rsa", "ssh-dss AAAAB3NzaC1kc3MAAACB", ssh()[1].decode()),
        *("ssh-ed25519 \ud800", "age1\ud800"),
    ],
    ids=range(12),
)
def test_what_is_no_key_is_refused(told: str) -> None:
    """A passphrase, a private key, half a key: each is told as no key that can be sealed for."""
    with pytest.raises(BadRecipient):
        refuse_bad(told)
    with pytest.raises(BadRecipient):
        sealed(b"tea", told)
