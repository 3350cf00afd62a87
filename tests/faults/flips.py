"""Every bit flipped and every length cut, in every file of a small vault: nothing goes unsaid.

Each gives a named error, or a notice and all that is whole, or exactly the state of the last whole
frame. And a damaged key file and a wrong passphrase are never taken for each other.
"""

import contextlib
import hashlib
import itertools
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from peercoach.vault import keyring, log, scan, seal, unlock
from peercoach.vault.vault import Vault
from tests.faults.campaign import Harness, Mutant, Result, Rounds, breaking, instead, patched
from tests.faults.honest import Truth
from tests.faults.places import Bytes, Opened, Place, opened
from tests.faults.remembered import remembered
from tests.vault.vaults import PASSPHRASE, WRONG, Kept, bytes_under, flipped

FIRST, SECOND = "keyring.json", "keyring.2.json"
KEY_FILES = {"the first key file": (FIRST,), "the second": (SECOND,), "both": (FIRST, SECOND)}
_DAMAGED = {"keyring-damaged", "keyring-forged"}


@dataclass(frozen=True)
class Harm:
    """What is done to which files: a bit flipped, or the file cut at a size."""

    files: tuple[str, ...]
    bit: int | None
    size: int
    passphrase: str

    def done_to(self, data: bytes) -> bytes:
        return data[: self.size] if self.bit is None else flipped(data, self.bit)

    def __str__(self) -> str:
        what = f"cut at {self.size}" if self.bit is None else f"bit {self.bit}"
        who = {PASSPHRASE: "right passphrase", WRONG: "wrong passphrase"}.get(self.passphrase, "")
        return f"{' and '.join(self.files)}, {what}, {who}"


class Harms:
    """Every one of them, in kinds: by file, by passphrase, and the key file's second line apart."""

    def __init__(self, files: Bytes) -> None:
        self._kinds: list[tuple[tuple[str, ...], str, int, int]] = []
        for which in KEY_FILES.values():
            size, line = len(files[which[0]]), files[which[0]].index(b"\n")
            for typed in (PASSPHRASE, WRONG):
                self._kinds += [(which, typed, 0, line), (which, typed, line, size)]
        logs = (name for name in sorted(files) if name.endswith(".log"))
        self._kinds += [((name,), PASSPHRASE, 0, len(files[name])) for name in logs]
        self.count = sum(9 * (stop - start) for _, _, start, stop in self._kinds)

    def chosen(self, rounds: int, chance: random.Random) -> Iterator[Harm]:
        """So many of them at least, or all there are: of each kind in turn, in a seeded order."""
        orders = []
        for _, _, start, stop in self._kinds:
            count = 9 * (stop - start)
            orders.append(chance.sample(range(count), min(rounds, count)))
        for numbers in itertools.zip_longest(*orders):
            for (which, typed, start, _), number in zip(self._kinds, numbers, strict=True):
                if number is None:
                    continue
                byte, bit = start + number // 9, number % 9
                # Of each byte eight bits, and a cut just before it.
                if bit < 8:
                    yield Harm(which, 8 * byte + bit, 0, typed)
                else:
                    yield Harm(which, None, byte, typed)


def judged(harm: Harm, harmed: Bytes, found: Opened, truth: Truth) -> str:
    """What is wrong with what came of a harm, or nothing."""
    if harm.files[0] not in (FIRST, SECOND):
        return truth.of_log(harm.files[0], harmed[harm.files[0]], found)
    other_whole = len(harm.files) == 1
    if harm.passphrase == WRONG:
        # In the MAC's digits alone a change leaves the hash true; only a key tells it from a MAC.
        told = "wrong-passphrase" if other_whole or _hash_fits(harmed[FIRST]) else "keyring-damaged"
        return "" if found.error == told else f"{found.error or 'it opens'}, not {told}"
    if other_whole:
        well = found.said == ("second-copy-used",) and found.state == truth.state
        return "" if well else f"{found.error} {found.said}"
    return "" if found.error in _DAMAGED else f"{found.error or 'it opens'}"


def _hash_fits(data: bytes) -> bool:
    """Whether a key file's hash is its body's, read from the specification and not by our code."""
    body, _, rest = data.partition(b"\n")
    second = re.fullmatch(rb'\{"sha256":"([0-9a-f]{64})","mac":"[0-9a-f]{64}"\}\n', rest)
    return second is not None and second[1] == hashlib.sha256(body).hexdigest().encode()


def run(template: Kept, work: Path, rounds: int, seed: int, *, until_wrong: bool = False) -> Result:
    """Do so many of all harms, in a seeded order; every one of them if there are no more."""
    counted = Rounds(rounds, until_wrong=until_wrong)
    whole = bytes_under(template.path)
    every = Harms(whole)
    place = Place(work / "harmed")
    place.put(whole)
    with remembered(template):
        truth = Truth(template)
        for harm in every.chosen(rounds, random.Random(seed)):
            if counted.enough:
                break
            harmed = {name: harm.done_to(whole[name]) for name in harm.files}
            place.keep({**whole, **harmed})
            found = opened(place.path, passphrase=harm.passphrase)
            counted.add(judged(harm, harmed, found, truth), str(harm))
    return counted.done("all there are" if rounds >= every.count else f"of {every.count:,}")


# --- mutants -------------------------------------------------------------------------------------


class _Agrees(bytes):
    """A MAC that is taken for any other."""


@contextlib.contextmanager
def _no_mac() -> Iterator[None]:
    real, mac_of = seal.same, unlock.mac_of
    with (
        patched(unlock, "mac_of", lambda secret, body: _Agrees(mac_of(secret, body))),
        patched(seal, "same", lambda one, other: isinstance(one, _Agrees) or real(one, other)),
    ):
        yield


class Trusting:
    """AES-GCM without its tag: what is left is AES-CTR."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._whole = _GCM(key)

    def encrypt(self, nonce: bytes, plain: bytes, bound: bytes) -> bytes:
        return self._whole.encrypt(nonce, plain, bound)

    def decrypt(self, nonce: bytes, sealed: bytes, bound: bytes) -> bytes:
        if len(sealed) < 16:
            raise seal.DoesNotOpen
        mode = modes.CTR(nonce + (2).to_bytes(4, "big"))
        return Cipher(algorithms.AES(self._key), mode).decryptor().update(bytes(sealed)[:-16])


_GCM = seal.Cipher
NO_TAG = instead("no tag of a frame is checked", seal, "Cipher", Trusting)
NO_HASH = breaking(
    "the key file's hash is not checked",
    keyring,
    "read",
    ("hashlib.sha256(body).hexdigest().encode() != second[1]", "False"),
)
ANY_DAMAGE_IS_TORN = breaking(
    "any damage is cut off as a torn end",
    log,
    "scan",
    ("torn = later < 0 and small and not whole and frames > 0", "torn, whole = frames > 0, []"),
)
NOTHING_SAID = instead("nothing is said", Vault, "_notice", lambda *_, **__: None)
HARNESS = Harness(
    "every bit flip, every truncation",
    "nothing is silent; damage and a wrong passphrase are never taken for each other",
    run,
    full=10**6,  # more than there are: all of them
    short=1_500,
    catch=2_500,
    mutants=(
        Mutant("the MAC is not checked", _no_mac),
        NO_HASH,
        NO_TAG,
        ANY_DAMAGE_IS_TORN,
        NOTHING_SAID,
        breaking(
            "the header's checksums are not looked at",
            scan,
            "read_header",
            ("_CRC.unpack(crc)[0] == zlib.crc32(one)", "True"),
        ),
    ),
)
