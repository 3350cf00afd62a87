"""Get your notes out of a Peercoach notebook, without Peercoach.

    python3 recover.py NOTEBOOK FOLDER [--with-heal]

NOTEBOOK is the folder in which keyring.json is. FOLDER must not exist yet. You are asked for your
passphrase or your spare key; either opens the notebook. Nothing in the notebook is changed.

It needs Python 3.11, and ``cryptography`` 47 or newer, the first that has both Argon2id and HPKE.
It follows vault-format.md, which stands beside it: § 4 in a comment is section 4 there.

FOLDER then holds plain text (Markdown) that anyone can read who gets at it:

    notes-2026.md     for each year, what you wrote: its date, the question, your words after "> ",
                      and below them every earlier version
    deleted.md        what you deleted less than thirty days ago; older ones are left out, as the
                      notebook promised, and what was deleted for good is nowhere in it
    unfinished.md     what was typed and not kept yet
    shared-1.md       a space shared with others, if there is one
    other.md          what this script has no better form for, field by field
    heal.md …         your Heal space, only with --with-heal; without it, it isn't even opened.
                      What was typed there and not kept is in heal-unfinished.md

Exit code 0: all of it was whole. 1: something was not, which is said, and what is whole was
written; or nothing opened. 2: used wrongly.
"""

import argparse
import base64
import contextlib
import getpass
import hashlib
import hmac
import json
import os
import re
import struct
import sys
import time
import unicodedata
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

try:
    from cryptography.exceptions import InvalidSignature, InvalidTag, UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
except ImportError:
    sys.stderr.write(
        "This needs the Python package cryptography, version 47 or newer. Nothing was touched.\n"
        'To get it, run: python3 -m pip install "cryptography>=47"\n'
    )
    raise SystemExit(2) from None

Fields = dict[str, Any]
PRIVATE, HEAL, SHARED = 1, 2, 3
DAY_MS = 86_400_000

REFUSALS = {  # § 14: the stable names, and what they mean in plain words
    "no-vault": "There is no notebook at that place.",
    "not-a-vault": "What is at that place is not a notebook.",
    "newer-format": "A newer Peercoach wrote this. It needs a newer recover.py.",
    "keyring-missing": "The key file (keyring.json) is not there, and nothing opens without it. "
    "Put it back from a copy of the notebook.",
    "keyring-damaged": "Both copies of the key file are damaged. Your passphrase is not the "
    "problem. Put back keyring.json from a copy of the notebook.",
    "keyring-forged": "The key file was changed by something other than Peercoach, so I don't use "
    "it. Put back keyring.json from a copy of the notebook.",
    "keyring-stale": "The key file is older than the notes beside it. Put back the whole notebook "
    "from one copy, not parts of two.",
    "absurd-parameters": "The key file asks for work that no notebook asks for, so I did not start "
    "it. Put back keyring.json from a copy of the notebook.",
    "wrong-passphrase": "That passphrase does not open this notebook. The key file is whole. "
    "Check capital letters and spaces, then try again.",
    "wrong-spare-key": "That spare key is written well, but it does not open this notebook.",
    "spare-key-misread": "Something in that spare key is not as it was written. Compare it group "
    "by group with your copy, then try again.",
    "log-missing": "{where} is not there.",
    "log-damaged": "{where} is damaged. What is whole in it was used.",
    # What is not refused, and has to be said.
    "log-torn": "The last thing in {where} was cut off while it was written. All before is whole.",
    "log-header-mended": "The start of {where} is damaged. Its second copy is whole and was used.",
    "key-file-missing": "{where} is not there. The other copy of the key file was used.",
    "key-file-damaged": "{where} is damaged. The other copy of the key file was used.",
    "key-files-differ": "The two copies of the key file differ. The newer that is right was used.",
    "not-permitted": "This computer does not let me read {where}.",
    "no-memory": "This computer has too little free memory to try the passphrase. Close other "
    "programs, or use the spare key.",
    "no-argon2": "This build of the Python package cryptography can't try a passphrase (it has no "
    "Argon2id). Install it anew with pip, or use the spare key.",
}


class Refused(Exception):
    """Nothing can be read; ``kind`` is the name in § 14, or one more of :data:`REFUSALS`."""

    def __init__(self, kind: str, where: str = "the notebook") -> None:
        super().__init__(REFUSALS[kind].format(where=where))
        self.kind = kind


# --- § 2: notation -------------------------------------------------------------------------------


def bind(label: str, *parts: bytes) -> bytes:
    """BIND: the label and each part after its length, so that no two lists give the same bytes."""
    return b"".join(struct.pack(">I", len(one)) + one for one in (label.encode(), *parts))


def mac(key: bytes, message: bytes) -> bytes:
    """MAC: HMAC-SHA-256."""
    return hmac.digest(key, message, "sha256")


def hkdf(key: bytes, info: str, salt: bytes = b"") -> bytes:
    """HKDF-SHA-256 with 32 bytes of output: one round of "expand" is all it takes."""
    return mac(mac(salt or bytes(32), key), info.encode() + b"\x01")


def unseal(key: bytes, sealed: bytes, bound: bytes) -> bytes:
    """Open SEAL: a nonce of 12 bytes, then AES-256-GCM."""
    return AESGCM(key).decrypt(sealed[:12], sealed[12:], bound)


# --- § 4: the key file ---------------------------------------------------------------------------

# A number stands for so many bytes in base64, a text for another table, a list for several of one.
TABLES: dict[str, dict[str, Any]] = {
    "body": {
        "format": int, "min_reader": int, "vault": 16, "epoch": int, "serial": int, "owner": 16,
        "profiles": dict, "members": ["member"], "spaces": ["space"],
    },
    "profile": {"kdf": str, "memory_kib": int, "iterations": int, "lanes": int},
    "member": {
        "id": 16, "label": str, "box": 32, "sign": 32, "secret": 80, "about": 156,
        "slots": ["slot"], "signature": 64,
    },
    "slot": {"kind": str, "profile": str, "salt": 16, "commitment": 32, "sealed": 92},
    "space": {"id": 16, "grants": ["grant"]},
    "grant": {"member": 16, "by": 16, "epoch": int, "sealed": 81, "signature": 64},
}  # fmt: skip
SECOND_LINE = re.compile(rb'\{"sha256":"([0-9a-f]{64})","mac":"([0-9a-f]{64})"\}\n')


@dataclass
class KeyFile:
    """A whole copy: the body's bytes as they stand in the file, its MAC, its fields."""

    body: bytes
    mac: bytes
    fields: Fields


def fitted(value: Any, shape: Any) -> Any:
    """A value of the body with its bytes decoded; ``ValueError`` where it has another form."""
    if isinstance(shape, str):
        table = TABLES[shape]
        if not isinstance(value, dict) or value.keys() != table.keys():
            raise ValueError(shape)
        return {name: fitted(value[name], inner) for name, inner in table.items()}
    if isinstance(shape, list):
        if not isinstance(value, list):
            raise ValueError("a list")
        return [fitted(one, shape[0]) for one in value]
    if isinstance(shape, int):
        if not isinstance(value, str) or len(base64.b64decode(value, validate=True)) != shape:
            raise ValueError("bytes")
        return base64.b64decode(value)
    if type(value) is not shape:
        raise ValueError("type")
    if shape is str:
        value.encode()  # Half a surrogate pair is no text.
    return value


def read_key_file(data: bytes) -> KeyFile | None:
    """One copy of the key file, or None where it is not whole. No key is needed for this."""
    body, _, rest = data.partition(b"\n")
    second = SECOND_LINE.fullmatch(rest)
    if second is None or hashlib.sha256(body).hexdigest().encode() != second[1]:
        return None
    try:
        raw = json.loads(body.decode())
        versions = [fitted(raw[name], int) for name in ("format", "min_reader")]
        if max(versions) > 1:
            raise Refused("newer-format")
        fields = fitted(raw, "body")
        for profile in fields["profiles"].values():
            fitted(profile, "profile")
        epochs = [grant["epoch"] for space in fields["spaces"] for grant in space["grants"]]
        epochs_fit = all(0 <= one < 2**32 for one in (fields["epoch"], *epochs))
        if versions != [1, 1] or not 1 <= fields["serial"] < 2**53 or not epochs_fit:
            return None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return KeyFile(body, bytes.fromhex(second[2].decode()), fields)


def key_files(folder: Path) -> tuple[list[KeyFile], list[tuple[str, str]]]:
    """The whole copies, the one to use first, and what is wrong with the others."""
    names = ("keyring.json", "keyring.2.json")
    try:
        if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
            raise Refused("no-vault")
        if not any((folder / name).exists() for name in (*names, "spaces")):
            raise Refused("not-a-vault")
        found = {name: (folder / name).read_bytes() for name in names if (folder / name).exists()}
    except OSError:
        raise Refused("not-permitted", str(folder)) from None
    if not found:
        raise Refused("keyring-missing")
    faults = [("key-file-missing", name) for name in names if name not in found]
    whole = []
    for name, data in found.items():
        file = read_key_file(data)
        if file is None:
            faults.append(("key-file-damaged", name))
        else:
            whole.append(file)
    if not whole:
        raise Refused("keyring-damaged")
    if len({(one.body, one.mac) for one in whole}) > 1:
        faults.append(("key-files-differ", names[1]))
    return sorted(whole, key=lambda one: -one.fields["serial"]), faults


# --- § 5: from what is typed to a key ------------------------------------------------------------

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def prepared(passphrase: str) -> bytes:
    """§ 5.1: the same bytes from every keyboard."""
    spaced = "".join(" " if unicodedata.category(one) == "Zs" else one for one in passphrase)
    return unicodedata.normalize("NFC", spaced).encode("utf-8", "surrogatepass")


def stretched(passphrase: str, salt: bytes, memory: int, passes: int, lanes: int) -> bytes:
    """Argon2id. It is slow on purpose: so is each guess of somebody else's."""
    try:
        kdf = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory)
        derived: bytes = kdf.derive(prepared(passphrase))
    except MemoryError:
        raise Refused("no-memory") from None
    except UnsupportedAlgorithm:
        raise Refused("no-argon2") from None
    return derived


def spare_number(typed: str) -> bytes | None:
    """§ 5.2: the 17 bytes behind a spare key; None where its check letters do not fit."""
    letters = re.sub(r"[\s-]", "", typed.upper()).translate(str.maketrans("ILO", "110"))
    if len(letters) != 32 or set(letters) - set(ALPHABET):
        return None
    values = [ALPHABET.index(one) for one in letters]
    check, prefix = 1, b"peercoach"
    for value in [*(one >> 5 for one in prefix), 0, *(one & 31 for one in prefix), *values]:
        top, check = check >> 25, ((check & 0x1FFFFFF) << 5) ^ value
        for bit, generator in enumerate(
            (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
        ):
            check ^= generator * (top >> bit & 1)
    if check != 0x2BC830A3:
        return None
    return sum(value << 5 * (25 - at) for at, value in enumerate(values[:26])).to_bytes(17, "big")


# --- § 6 to 8: from a key to the keys of the spaces ----------------------------------------------

Held = tuple[bytes, int, dict[int, bytes]]
"""A space: its id, its kind, and its key in each epoch in which it was granted."""
Derive = Callable[[Fields], tuple[bytes, bytes]]
"""From a slot to its key-encryption key, and to how that is bound into the slot."""


def open_slot(body: Fields, kind: str, derive: Derive) -> tuple[Fields, bytes] | None:
    """§ 6: the member and the plaintext of the first slot whose commitment fits, or None."""
    for member in body["members"]:
        for slot in (one for one in member["slots"] if one["kind"] == kind):
            key, how = derive(slot)
            said = bind("peercoach/1 slot commitment", body["vault"], kind.encode(), slot["salt"])
            if hmac.compare_digest(mac(key, said), slot["commitment"]):
                parts = (body["vault"], member["id"], kind.encode(), slot["salt"], how)
                wrap = hkdf(key, "peercoach/1 slot wrap")
                return member, unseal(wrap, slot["sealed"], bind("peercoach/1 slot", *parts))
    return None


def open_by_typed(body: Fields, typed: str) -> tuple[Fields, bytes]:
    """Try what was typed as a spare key, if it is one, then as a passphrase."""
    number = spare_number(typed)
    if number is not None:
        as_key = open_slot(
            body,
            "spare-key",
            lambda slot: (hkdf(number, "peercoach/1 spare key", slot["salt"]), b""),
        )
        if as_key is not None:
            return as_key
    slots = [slot for member in body["members"] for slot in member["slots"]]
    for slot in (one for one in slots if one["kind"] == "passphrase"):
        # Before anything is derived: a forged file must not make this computer work for hours.
        how = body["profiles"].get(slot["profile"])
        if how is None or how["kdf"] != "argon2id":
            raise Refused("absurd-parameters")
        fits = 65_536 <= how["memory_kib"] <= 1_048_576 and 3 <= how["iterations"] <= 8
        if not fits or not 1 <= how["lanes"] <= 8:
            raise Refused("absurd-parameters")

    def derive(slot: Fields) -> tuple[bytes, bytes]:
        how = body["profiles"][slot["profile"]]
        told = json.dumps({name: how[name] for name in TABLES["profile"]}, separators=(",", ":"))
        numbers = (how["memory_kib"], how["iterations"], how["lanes"])
        return stretched(typed, slot["salt"], *numbers), told.encode()

    as_passphrase = open_slot(body, "passphrase", derive)
    if as_passphrase is not None:
        return as_passphrase
    if number is not None:
        raise Refused("wrong-spare-key")
    groups = re.fullmatch(r"\s*[0-9A-Za-z]{4}([- ][0-9A-Za-z]{4}){6,8}\s*", typed)
    raise Refused("spare-key-misread" if groups else "wrong-passphrase")


def unlocked(file: KeyFile, typed: str) -> list[Held]:
    """§ 7 and 8: the spaces of whoever unlocked, everything that vouches for them verified."""
    try:
        member, plain = open_by_typed(file.fields, typed)
        return list(
            granted(file, member, plain[:32], Ed25519PublicKey.from_public_bytes(plain[32:]))
        )
    except (InvalidTag, InvalidSignature, ValueError):
        raise Refused("keyring-forged") from None


def granted(file: KeyFile, member: Fields, seed: bytes, pinned: Ed25519PublicKey) -> Iterator[Held]:
    """The spaces granted to a member; any exception of ``cryptography`` means a forged file."""
    body, me = file.fields, member["id"]
    vault = body["vault"]
    box = X25519PrivateKey.from_private_bytes(hkdf(seed, "peercoach/1 member x25519"))
    suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    epoch = struct.pack(">I", body["epoch"])
    info = bind("peercoach/1 vault secret", vault, epoch, me)
    secret = suite.decrypt(member["secret"], box, info)
    if not hmac.compare_digest(mac(hkdf(secret, "peercoach/1 keyring mac"), file.body), file.mac):
        raise Refused("keyring-forged")
    for one in body["members"]:
        parts = (one["id"], one["label"].encode(), one["box"], one["sign"], one["about"])
        pinned.verify(one["signature"], bind("peercoach/1 member", vault, *parts))
    names = hkdf(secret, "peercoach/1 member names")
    unseal(names, member["about"], bind("peercoach/1 member name", vault, me))
    givers = {one["id"]: Ed25519PublicKey.from_public_bytes(one["sign"]) for one in body["members"]}
    for space in body["spaces"]:
        kind, keys = 0, {}
        for grant in (one for one in space["grants"] if one["member"] == me):
            number, by = grant["epoch"], grant["by"]
            epoch = struct.pack(">I", number)
            said = (vault, space["id"], epoch, me, member["box"], by, grant["sealed"])
            if by not in givers:
                raise Refused("keyring-forged")
            givers[by].verify(grant["signature"], bind("peercoach/1 grant", *said))
            info = bind("peercoach/1 space key", vault, space["id"], epoch, me)
            opened = suite.decrypt(grant["sealed"], box, info)
            kind = opened[0]
            if number in keys or (kind in (PRIVATE, HEAL) and by != me):
                raise Refused("keyring-forged")
            keys[number] = opened[1:]
        if keys:
            yield space["id"], kind, keys


# --- § 9 and 13: logs ----------------------------------------------------------------------------


@dataclass
class Log:
    """Where a log's frames are bound to: its marker, its header's SHA-256, its cipher."""

    data: bytes
    marker: bytes
    digest: bytes
    cipher: AESGCM

    def frame(self, at: int) -> tuple[int, bytes, bytes, int] | None:
        """Sequence, hash before, payload and end of the frame at ``at``, if one verifies there."""
        if at + 72 > len(self.data):
            return None
        marker, length, number, before, nonce = struct.unpack_from(">16sIQ32s12s", self.data, at)
        end = at + 72 + length
        if marker != self.marker or not 528 <= length <= 4_194_304 or end > len(self.data):
            return None
        bound = self.digest + self.data[at : at + 60]
        try:
            padded = self.cipher.decrypt(nonce, self.data[at + 72 : end], bound)
        except InvalidTag:
            return None
        size = int.from_bytes(padded[:4], "big")
        return (number, before, padded[4 : 4 + size], end) if 4 + size <= len(padded) else None

    def salvaged(self, start: int, first: int) -> list[bytes]:
        """§ 13: every later frame that verifies by itself, in order, each number once."""
        found: dict[int, bytes] = {}
        at = self.data.find(self.marker, start)
        while at >= 0:
            one = self.frame(at)
            if one is not None and one[0] >= first:
                found.setdefault(one[0], one[2])
            at = self.data.find(self.marker, at + 1)
        return [found[number] for number in sorted(found)]


def read_log(
    data: bytes, place: tuple[int, bytes, bytes], epoch: int, keys: dict[int, bytes]
) -> tuple[list[bytes], str]:
    """Every payload that verifies, and what is wrong with the log (empty text: nothing).

    ``place`` is the purpose, the vault's id and the space's id that its header must name.
    """
    copies = [
        data[at : at + 84]
        for at in (0, 88)
        if data[at + 84 : at + 88] == struct.pack(">I", zlib.crc32(data[at : at + 84]))
    ]
    if len(set(copies)) != 1 or not copies[0].startswith(b"\x89PCL\r\n\x1a\n"):
        raise Refused("log-damaged")
    header = copies[0]
    form, *said, of, _, file, marker = struct.unpack(">HH16s16sII16s16s", header[8:])
    if form != 1:
        raise Refused("newer-format")
    if tuple(said) != place:
        raise Refused("log-damaged")
    if of > epoch or of not in keys:
        raise Refused("keyring-stale")
    key = hkdf(keys[of], "peercoach/1 drafts") if place[0] == 2 else keys[of]
    digest = hashlib.sha256(header).digest()
    log = Log(data, marker, digest, AESGCM(hkdf(key, "peercoach/1 log", file)))
    payloads: list[bytes] = []
    at, tip = 176, digest
    while (one := log.frame(at)) is not None and one[:2] == (len(payloads), tip):
        payloads.append(one[2])
        tip, at = hashlib.sha256(data[at : one[3]]).digest(), one[3]
    if payloads and at == len(data):
        return payloads, "" if len(copies) == 2 else "log-header-mended"
    later = log.salvaged(at, len(payloads))
    cut = data.find(marker, at + 1) < 0 and len(data) - at <= 4_194_376 and not later
    return payloads + later, "log-torn" if payloads and cut else "log-damaged"


# --- § 10: payloads ------------------------------------------------------------------------------

NUMBERS = {
    0xCA: ">f", 0xCB: ">d", 0xCC: ">B", 0xCD: ">H", 0xCE: ">I", 0xCF: ">Q",
    0xD0: ">b", 0xD1: ">h", 0xD2: ">i", 0xD3: ">q",
}  # fmt: skip
SIZES = {
    0xC4: ("bin", 1), 0xC5: ("bin", 2), 0xC6: ("bin", 4), 0xD9: ("str", 1), 0xDA: ("str", 2),
    0xDB: ("str", 4), 0xDC: ("array", 2), 0xDD: ("array", 4), 0xDE: ("map", 2), 0xDF: ("map", 4),
}  # fmt: skip


class MessagePack:
    """As much of MessagePack (msgpack.org) as a notebook uses; ``ValueError`` for anything else."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, size: int) -> bytes:
        """The next bytes."""
        taken = self.data[self.at : self.at + size]
        self.at += size
        if len(taken) != size:
            raise ValueError("cut short")
        return taken

    def value(self) -> Any:
        """The next value."""
        first = self.take(1)[0]
        if first <= 0x7F or first >= 0xE0:
            return first if first <= 0x7F else first - 256
        if first <= 0xBF:
            kind = "map" if first <= 0x8F else "array" if first <= 0x9F else "str"
            return self.many(kind, first & (31 if kind == "str" else 15))
        if first in NUMBERS:
            form = NUMBERS[first]
            return struct.unpack(form, self.take(struct.calcsize(form)))[0]
        if first in SIZES:
            kind, width = SIZES[first]
            return self.many(kind, int.from_bytes(self.take(width), "big"))
        return {0xC0: None, 0xC2: False, 0xC3: True}[first]

    def many(self, kind: str, size: int) -> Any:
        """Bytes, a text, an array, or a map whose keys are texts."""
        if kind in ("bin", "str"):
            raw = self.take(size)
            return raw if kind == "bin" else raw.decode()
        if kind == "array":
            return [self.value() for _ in range(size)]
        return {str(self.value()): self.value() for _ in range(size)}


def changes(payload: bytes, width: int) -> list[list[Any]]:
    """The changes in a payload, each of ``width`` parts; ``ValueError`` if that is not so."""
    reader = MessagePack(payload)
    try:
        found = reader.value()
    except (KeyError, RecursionError):
        raise ValueError("not used in a notebook") from None
    if not isinstance(found, list) or reader.at != len(payload):
        raise ValueError("no list")
    for one in found:
        if not isinstance(one, list) or len(one) != width:
            raise ValueError("no change")
        if not isinstance(one[-1], dict | None) or not isinstance(one[0], str):
            raise ValueError("no document")
    return found


@dataclass
class Space:
    """A space: the revisions of each document in the log's order, and whatever else is in it."""

    kind: int
    revisions: dict[int, list[Fields]] = field(default_factory=dict)
    others: dict[tuple[str, Any], Fields] = field(default_factory=dict)

    def apply(self, table: str, id: Any, document: Fields | None) -> None:
        """§ 10: make one change."""
        if table == "documents" and isinstance(id, int) and document is not None:
            parents = document.get("parents")
            revisions = [document.get("rev"), *(parents if isinstance(parents, list) else [None])]
            if all(isinstance(one, bytes) for one in revisions):
                self.revisions.setdefault(id, []).append(document)
                return
        if document:
            self.others[table, str(id)] = document
        elif document is None:
            gone = [one for one in self.others if one[0] == table and id in (None, one[1])]
            for one in gone if id is None else [(table, str(id))]:
                self.others.pop(one, None)


@dataclass
class Notebook:
    """What was read; ``faults`` are pairs of a kind (see :data:`REFUSALS`) and a file's path."""

    faults: list[tuple[str, str]]
    spaces: list[Space] = field(default_factory=list)
    drafts: dict[str, Fields] = field(default_factory=dict)
    heal_drafts: dict[str, Fields] = field(default_factory=dict)


def read(folder: Path, typed: str, *, with_heal: bool = False) -> Notebook:
    """Read all that a passphrase or a spare key opens.

    What is wrong with a log is noted, and the others are read all the same (§ 13).

    Raises:
        Refused: the key file can't be used, or what was typed does not open it.
    """
    whole, faults = key_files(folder)
    book = Notebook(faults)
    for number, file in enumerate(whole):
        try:
            spaces = unlocked(file, typed)
            break
        except Refused as error:
            # § 4: only a forged copy is passed over; an older one must not open with an older
            # passphrase.
            if error.kind != "keyring-forged" or number == len(whole) - 1:
                raise
    for id, kind, keys in spaces:
        if kind == HEAL and not with_heal:
            continue
        space = Space(kind)
        for payload in log_at(book, folder, "spaces", file.fields, id, keys):
            try:
                for one in changes(payload, 3):
                    space.apply(*one)
            except ValueError:
                book.faults.append(("log-damaged", f"spaces/{id.hex()}.log"))
        book.spaces.append(space)
        if kind in (PRIVATE, HEAL):
            drafts = book.drafts if kind == PRIVATE else book.heal_drafts
            for payload in log_at(book, folder, "drafts", file.fields, id, keys):
                # § 12: nothing that is wrong with drafts is a reason to stop.
                with contextlib.suppress(ValueError):
                    for key, draft in changes(payload, 2):
                        drafts.pop(key, None)
                        drafts |= {key: draft} if draft is not None else {}
    return book


def log_at(
    book: Notebook, folder: Path, name: str, body: Fields, id: bytes, keys: dict[int, bytes]
) -> list[bytes]:
    """The payloads of one log; what is wrong with it is noted in ``book``."""
    where = f"{name}/{id.hex()}.log"
    place = (1 if name == "spaces" else 2, body["vault"], id)
    try:
        payloads, fault = read_log((folder / where).read_bytes(), place, body["epoch"], keys)
    except FileNotFoundError:
        payloads, fault = [], "" if name == "drafts" else "log-missing"
    except OSError:
        payloads, fault = [], "not-permitted"
    except Refused as error:
        payloads, fault = [], error.kind
    if fault:
        book.faults.append((fault, where))
    return payloads


# --- § 11: from revisions to what a document says ------------------------------------------------


@dataclass
class Story:
    """What a document says now, what it said before or beside that, and its removal if any."""

    now: Fields
    others: list[Fields]
    removal: Fields | None


def story_of(revisions: list[Fields]) -> Story | None:
    """None where nothing of it may be shown: it was deleted for good."""
    if any(one.get("shredded") for one in revisions):
        return None
    once: dict[bytes, Fields] = {}
    for one in revisions:
        if one["rev"] not in once or one.get("emptied"):
            once[one["rev"]] = one
    heads: list[Fields] = []
    seen: set[bytes] = set()
    for one in once.values():
        # Where damage cost the parents, the log's order stands in for them.
        if one["parents"] and not seen.intersection(one["parents"]):
            heads = []
        heads = [head for head in heads if head["rev"] not in one["parents"]] + [one]
        seen.add(one["rev"])
    said = [one for one in once.values() if not one.get("deleted") and not one.get("emptied")]
    shown = max(heads, key=lambda one: (not one.get("deleted"), one["rev"]))
    if shown.get("emptied") or not said:
        return None
    now = said[-1] if shown.get("deleted") else shown
    others = [one for one in said if one is not now]
    return Story(now, others, shown if shown.get("deleted") else None)


# --- § 17: from documents to pages ---------------------------------------------------------------

KINDS = {
    "answer": "An answer", "note": "A note", "example": "Living it", "words": "My words",
    "coaching": "From a conversation", "step": "A next step", "review": "A monthly review",
    "rating": "A rating", "reflection": "A reflection", "goal": "A goal",
    "goal-step": "A step of a goal", "check-in": "A look at a goal",
}  # fmt: skip
BESIDE = {
    "area": "For", "why": "Why", "horizon": "How far ahead", "draws_on": "Draws on",
    "outcome": "What would be there", "inner": "In the way, in me",
    "outer": "In the way, outside", "then": "If that comes, then", "hoped": "As hoped",
    "more": "A bit more", "much_more": "A lot more", "less": "A bit less",
    "much_less": "A lot less", "look": "To look at again", "day": "For", "label": "How it stands",
    "goal_state": "Closed", "step_state": "Now", "closing": "How it ended",
}  # fmt: skip
"""What goals, their steps and check-ins say beside their words."""
MARKS = {
    "helped": "This question helped.", "jarred": "This question jarred.",
    "": "What you said of this question, you took back.",
}  # fmt: skip
STATES = {"open": "still open", "enough": "closed with “Enough for today”", "finished": "finished"}
MONTHS = "January February March April May June July August September October November December"
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
UNREADABLE = (AttributeError, KeyError, TypeError, ValueError, OverflowError)


def moment(document: Fields, name: str) -> datetime:
    """A moment as the clock on the wall showed it then; raises one of :data:`UNREADABLE`."""
    at, offset = document[f"{name}_at"], document[f"{name}_offset"]
    if type(at) is not int or type(offset) is not int:
        raise ValueError(name)
    place = timezone(timedelta(minutes=offset))
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=at)).astimezone(place)


def date_of(when: datetime) -> str:
    """14 March 2026, 14:02."""
    return f"{when.day} {MONTHS.split()[when.month - 1]} {when.year}, {when:%H:%M}"


def line(text: str) -> str:
    """A text on one line, without what would drive a terminal."""
    return " ".join(CONTROLS.sub("\ufffd", text).split())


def quoted(text: str) -> str:
    """Somebody's own words: each line after "> ", and nothing in them changed."""
    return "\n".join("> " + one for one in CONTROLS.sub("\ufffd", text).split("\n"))


def said(document: Fields, before: str = "") -> str:
    """What one version says, as paragraphs. Raises one of :data:`UNREADABLE`."""
    kind = document["kind"]
    if document["schema"] != 1:
        raise ValueError("schema")
    if kind == "reflection":
        bring = [document[name] for name in document if name.startswith("bring:")]
        state = f"{KINDS[kind]}: {line(document['title'])}, {STATES[document['state']]}."
        return "\n\n".join([state, *("To bring to a conversation: " + line(one) for one in bring)])
    about = (document.get("element_title", ""), document.get("framework_title", ""))
    ask = document.get("ask", "")
    if kind == "mark":
        label = " · ".join([MARKS[document["mark"]], *(line(one) for one in about if one)])
        return "\n\n".join([before + label, *([f"**{line(ask)}**"] if ask else [])])
    label = " · ".join([KINDS[kind], *(line(one) for one in about if one)])
    told = (document["label"] or str(document["value"])) if kind == "rating" else document["text"]
    besides = [] if kind == "rating" else list(beside(document))
    asked = [f"**{line(ask)}**"] if ask else []
    return "\n\n".join([before + label, *asked, quoted(told), *besides])


def beside(document: Fields) -> Iterator[str]:
    """What a goal, a step of one or a look at one says beside its words."""
    if document["kind"] in ("goal", "goal-step", "check-in"):
        for name, label in BESIDE.items():
            value = document.get(name, "")
            text = "\n".join(map(str, value)) if isinstance(value, list) else str(value)
            if text:
                yield f"{label}:\n\n{quoted(text)}"


def told(story: Story) -> tuple[datetime, str]:
    """When a document was written, and all of it. Raises one of :data:`UNREADABLE`."""
    now = story.now
    first = "started" if now["kind"] == "reflection" else "written"
    when = moment(now, first)
    parts = [f"## {date_of(when)}"]
    if story.removal is not None and "deleted_at" in story.removal:
        parts.append(f"Deleted on {date_of(moment(story.removal, 'deleted'))}.")
    if now.get("changed_at") is not None:
        parts.append(f"Last changed on {date_of(moment(now, 'changed'))}.")
    parts.append(said(now))
    for one in story.others if now["kind"] != "reflection" else ():
        of = "changed" if one.get("changed_at") is not None else first
        parts.append(said(one, f"Another version, {date_of(moment(one, of))}. "))
    return when, "\n\n".join(parts)


def by_field(document: Fields) -> str:
    """A document that there is no better form for."""
    fields = {name: one for name, one in document.items() if name not in ("rev", "parents")}
    texts = {name: one for name, one in fields.items() if isinstance(one, str) and "\n" in one}
    rest = [
        f"- {line(name)}: {line(str(one))}" for name, one in fields.items() if name not in texts
    ]
    return "\n\n".join(["\n".join(rest), *(f"{line(n)}:\n\n{quoted(t)}" for n, t in texts.items())])


def pages(book: Notebook, now_ms: int) -> tuple[dict[str, str], list[str]]:
    """The text of each file by its name, and what is to be said about what was left out."""
    found: dict[str, list[tuple[float, str]]] = {}
    left_out, shared, unknown = 0, 0, 0
    for space in book.spaces:
        shared += space.kind == SHARED
        if space.kind not in (PRIVATE, HEAL, SHARED):
            unknown += 1
            continue
        name = {PRIVATE: "", HEAL: "heal", SHARED: f"shared-{shared}"}[space.kind]
        for story in filter(None, map(story_of, space.revisions.values())):
            removed_at = (story.removal or {}).get("deleted_at")
            if isinstance(removed_at, int) and now_ms - removed_at >= 30 * DAY_MS:
                left_out += 1
                continue
            try:
                when, text = told(story)
                page = "deleted" if story.removal else ("" if name else f"notes-{when.year}")
                key = when.timestamp()
            except UNREADABLE:
                key, page = 0.0, "deleted" if story.removal else "other"
                text = "\n\n".join(map(by_field, [story.now, *story.others]))
            found.setdefault("-".join(filter(None, (name, page))), []).append((key, text))
        for document in space.others.values():
            page = "-".join(filter(None, (name, "other")))
            found.setdefault(page, []).append((0.0, by_field(document)))
    waiting = [("unfinished", one) for one in book.drafts.values()]
    waiting += [("heal-unfinished", one) for one in book.heal_drafts.values()]
    for name, draft in waiting:
        plain = {name.removeprefix("place:"): one for name, one in draft.items()}
        try:
            if plain.get("kind") == "goal-draft":
                raise KeyError("place")
            if not plain["text"]:
                continue
            text = f"## {date_of(moment(plain, 'started'))}\n\n"
            text += f"**{line(plain.get('ask', ''))}**\n\n{quoted(plain['text'])}"
        except UNREADABLE:
            text = by_field(draft)
        found.setdefault(name, []).append((0.0, text))
    notes = (
        [f"Notes that were deleted thirty days ago or more, left out: {left_out}."]
        if left_out
        else []
    )
    notes += [f"Spaces of a kind that I don't know, left out: {unknown}."] if unknown else []
    return {
        f"{name}.md": "\n\n".join(
            [
                "# " + name.replace("-", " ").capitalize(),
                *(text for _, text in sorted(texts, key=lambda one: one[0])),
            ]
        )
        + "\n"
        for name, texts in sorted(found.items())
    }, notes


# --- the command ---------------------------------------------------------------------------------


def write(folder: Path, files: dict[str, str]) -> None:
    """Write the files into a new folder, for its owner alone from the first moment."""
    folder.mkdir(mode=0o700)
    for name, text in files.items():
        opened = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(opened, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)


def summary(book: Notebook, files: dict[str, str], notes: list[str]) -> str:
    """What was whole, what was not, and what to mind now."""
    faults = [REFUSALS[kind].format(where=where) for kind, where in dict.fromkeys(book.faults)]
    lines = faults or ["All that I read is whole, to the last byte."]
    lines += notes
    lines += [f"Written: {name}" for name in files] or ["There was nothing to write."]
    if files:
        lines.append("Anyone who gets at these files can read them. Delete them when you can.")
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; the exit code is said at the top of this file."""
    about = (__doc__ or "").partition("\n")[0]
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("notebook", type=Path, help="the folder in which keyring.json is")
    parser.add_argument("folder", type=Path, help="a new folder to write your notes into")
    parser.add_argument("--with-heal", action="store_true", help="your Heal space too")
    given = parser.parse_args(arguments)
    if given.folder.exists() or given.folder.is_symlink():
        parser.error("something is at that place already, and I will not write over it")
    if given.notebook.resolve() in given.folder.resolve().parents:
        parser.error("the new folder can't be inside the notebook")
    try:
        key_files(given.notebook)
        typed = getpass.getpass("Passphrase or spare key (nothing shows while you type): ")
        book = read(given.notebook, typed, with_heal=given.with_heal)
        files, notes = pages(book, time.time_ns() // 1_000_000)
        if files:
            write(given.folder, files)
    except Refused as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"I could not write into {given.folder}: {error.strerror}.", file=sys.stderr)
        return 1
    except (EOFError, KeyboardInterrupt):
        print("\nNothing was read, and nothing was written.", file=sys.stderr)
        return 1
    print(summary(book, files, notes))
    return 1 if book.faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
