"""Keys derived once and remembered by what they were derived from, so that millions can be tried.

The same passphrase, salt and parameters give the key that Argon2id gave for them. Any that were
not met before give another key, as they would: what it costs to derive is not what is tried here.
Signatures and seals are remembered in the same way: each is a function of what it is given alone.
Parameters are noted as they arrive, after everything that may refuse them.
"""

import contextlib
import functools
import hashlib
import inspect
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from peercoach.vault import kdf, keyring, seal
from tests.faults.campaign import patched
from tests.vault.vaults import PASSPHRASE, WRONG, Kept

_KNOWN: dict[tuple[Any, ...], bytes] = {}


@dataclass
class Asked:
    """How often a key was derived, and each set of parameters (memory, passes, lanes) asked for."""

    times: int = 0
    parameters: set[tuple[int, int, int]] = field(default_factory=set)


@contextlib.contextmanager
def remembered(template: Kept) -> Iterator[Asked]:
    """Within, deriving costs next to nothing."""
    asked = Asked()
    real: Any = inspect.getattr_static(kdf, "Argon2id")

    class Remembering:
        def __init__(
            self, *, salt: bytes, length: int, iterations: int, lanes: int, memory_cost: int
        ) -> None:
            self._how = (salt, length, iterations, lanes, memory_cost)

        def derive(self, prepared: bytes) -> bytes:
            _, _, iterations, lanes, memory = self._how
            asked.times += 1
            asked.parameters.add((memory, iterations, lanes))
            if (prepared, *self._how) not in _KNOWN:
                return hashlib.sha256(repr((prepared, self._how)).encode()).digest()
            return _KNOWN[prepared, *self._how]

    body = keyring.read((template.path / "keyring.json").read_bytes(), template.path).keyring
    for slot in body.members[0].slots:
        if slot.kind == "passphrase":
            how = body.profile(slot)
            for typed in (PASSPHRASE, WRONG):
                prepared = kdf.prepare(typed)
                key = (prepared, slot.salt, 32, how.iterations, how.lanes, how.memory_kib)
                if key not in _KNOWN:
                    _KNOWN[key] = real(
                        salt=slot.salt,
                        length=32,
                        iterations=how.iterations,
                        lanes=how.lanes,
                        memory_cost=how.memory_kib,
                    ).derive(prepared)
    verified = functools.lru_cache(4_096)(seal.verified)
    open_ = functools.lru_cache(4_096)(seal.MemberKeys.open)
    of = functools.lru_cache(16)(seal.MemberKeys.of)

    def opens(keys: seal.MemberKeys, sealed: bytes, info: bytes) -> bytes:
        return open_(keys, sealed, info)

    with (
        patched(kdf, "Argon2id", Remembering),
        patched(seal, "verified", verified),
        patched(seal.MemberKeys, "open", opens),
        patched(seal.MemberKeys, "of", of),
    ):
        yield asked
