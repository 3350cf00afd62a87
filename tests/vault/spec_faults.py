"""One way to bring about each refusal that ``docs/vault-format.md`` lists, by its number."""

import base64
import hashlib
import json
import shutil
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peercoach.vault import seal
from peercoach.vault.format import read_header
from peercoach.vault.log import whole_log
from tests.vault import independent_primitives as prim
from tests.vault.spec_example import PASSPHRASE, Stream

Change = Callable[[dict[str, Any]], None]
KEY_FILES = ("keyring.json", "keyring.2.json")
_SOURCE = Stream()
VAULT, MEMBER, SEED, SECRET = (_SOURCE(size) for size in (16, 16, 32, 32))
_SOURCE(16 + 12 + 12)
PRIVATE, PRIVATE_KEY, HEAL = _SOURCE(16), _SOURCE(32), _SOURCE(16)
KEYS = seal.MemberKeys.of(SEED)
SPARE_KEY = "3DDS-QQ0W-BJED-T7AX-KQF1-WQMY-VWR9-FJ07"
OTHER_ID, OTHER_KEYS = b"o" * 16, seal.MemberKeys.of(b"another seed of thirty-two bytes")


@dataclass(frozen=True)
class Fault:
    """What to do to a copy of the example's vault, and what to open it with then."""

    harm: Callable[[Path], object]
    passphrase: str = PASSPHRASE
    spare_key: str = ""


def private_log(path: Path) -> Path:
    return path / "spaces" / f"{PRIVATE.hex()}.log"


# --- the key file --------------------------------------------------------------------------------


def rewritten(*changes: Change, signed: bool = False) -> Callable[[Path], None]:
    """Change the body as someone could who holds the vault secret: hash and MAC fit again.

    ``signed``: the member's and the grants' signatures are made anew too.
    """

    def harm(path: Path) -> None:
        body = json.loads((path / KEY_FILES[0]).read_bytes().partition(b"\n")[0])
        for change in changes:
            change(body)
        if signed:
            _sign(body)
        line = json.dumps(body, separators=(",", ":")).encode()
        mac = seal.mac(prim.hkdf(SECRET, b"peercoach/1 keyring mac"), line).hex()
        digest = hashlib.sha256(line).hexdigest()
        for name in KEY_FILES:
            second = f'{{"sha256":"{digest}","mac":"{mac}"}}\n'
            (path / name).write_bytes(line + b"\n" + second.encode())

    return harm


def _raw(text: str) -> bytes:
    return base64.b64decode(text)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _sign(body: dict[str, Any]) -> None:
    for member in body["members"]:
        parts = (_raw(member["id"]), member["label"].encode())
        fields = (_raw(member[name]) for name in ("box", "sign", "about"))
        message = prim.bind(b"peercoach/1 member", VAULT, *parts, *fields)
        member["signature"] = _text(KEYS.sign(message))
    for space in body["spaces"]:
        for grant in space["grants"]:
            by = _raw(grant["by"])
            epoch = struct.pack(">I", grant["epoch"])
            given = (VAULT, _raw(space["id"]), epoch, MEMBER, KEYS.box_public, by)
            message = prim.bind(b"peercoach/1 grant", *given, _raw(grant["sealed"]))
            giver = OTHER_KEYS if by == OTHER_ID else KEYS
            grant["signature"] = _text(giver.sign(message))


def _put(*where: str | int, value: object) -> Change:
    def change(body: dict[str, Any]) -> None:
        inside: Any = body
        for step in where[:-1]:
            inside = inside[step]
        inside[where[-1]] = value

    return change


def _flip(*where: str | int) -> Change:
    """Change the last bit of a field of bytes."""

    def change(body: dict[str, Any]) -> None:
        inside: Any = body
        for step in where:
            inside = inside[step]
        raw = bytearray(_raw(inside))
        raw[-1] ^= 1
        _put(*where, value=_text(bytes(raw)))(body)

    return change


def _grant_twice(body: dict[str, Any]) -> None:
    grants = body["spaces"][0]["grants"]
    grants.append(dict(grants[0]))


def _grant_by_another(body: dict[str, Any]) -> None:
    """A second member hands the first one a private space whose key they both know."""
    other = dict(body["members"][0], id=_text(OTHER_ID), slots=[])
    other |= {"box": _text(OTHER_KEYS.box_public), "sign": _text(OTHER_KEYS.sign_public)}
    body["members"].append(other)
    info = prim.bind(b"peercoach/1 space key", VAULT, b"s" * 16, bytes(4), MEMBER)
    sealed = seal.seal_for(KEYS.box_public, b"\x01" + b"k" * 32, info)
    grant = {"member": _text(MEMBER), "by": _text(OTHER_ID), "epoch": 0}
    grant |= {"sealed": _text(sealed), "signature": ""}
    body["spaces"].append({"id": _text(b"s" * 16), "grants": [grant]})


def _mac_changed(path: Path) -> None:
    for name in KEY_FILES:
        data = (path / name).read_bytes()
        (path / name).write_bytes(data[:-4] + (b"0" if data[-4:-3] != b"0" else b"1") + data[-3:])


def _bit_flipped(path: Path) -> None:
    for name in KEY_FILES:
        data = bytearray((path / name).read_bytes())
        data[40] ^= 1
        (path / name).write_bytes(data)


# --- folder and logs -----------------------------------------------------------------------------


def _emptied(path: Path) -> None:
    shutil.rmtree(path)
    path.mkdir()


def _foreign(path: Path) -> None:
    _emptied(path)
    (path / "shopping.txt").write_text("milk")


def _without_key_files(path: Path) -> None:
    for name in KEY_FILES:
        (path / name).unlink()


def _with_header(at: int, field: bytes) -> Callable[[Path], None]:
    """Change a field in both copies of the private log's header; both checksums fit again."""

    def harm(path: Path) -> None:
        data = private_log(path).read_bytes()
        header = data[:at] + field + data[at + len(field) : 84]
        copy = header + struct.pack(">I", zlib.crc32(header))
        private_log(path).write_bytes(copy + copy + data[176:])

    return harm


def _headers_harmed(path: Path) -> None:
    data = bytearray(private_log(path).read_bytes())
    data[30] ^= 1
    data[118] ^= 1
    private_log(path).write_bytes(data)


def _no_list(path: Path) -> None:
    header, _ = read_header(private_log(path).read_bytes())
    private_log(path).write_bytes(whole_log(header, PRIVATE_KEY, [b"\x90", b"\x91\x01"], Stream()))


_MEMBER, _SLOT, _GRANT = ("members", 0), ("members", 0, "slots", 0), ("spaces", 0, "grants", 0)
_PROFILE = ("profiles", "argon2id-small-2026-11")

FAULTS: dict[str, list[Fault]] = {
    "R1": [Fault(shutil.rmtree), Fault(_emptied)],
    "R2": [Fault(_foreign)],
    "R3": [Fault(_without_key_files)],
    "R5": [Fault(_bit_flipped)],
    "R6": [
        Fault(rewritten(_put("colour", value="green"))),
        Fault(rewritten(_put(*_SLOT, "hint", value="the cat"))),
        Fault(rewritten(lambda body: body.pop("serial"))),
    ],
    "R7": [
        Fault(rewritten(_put(*_SLOT, "salt", value=_text(b"short")))),
        Fault(rewritten(_put(*_MEMBER, "box", value=_text(bytes(33))))),
        Fault(rewritten(_put(*_MEMBER, "about", value="no base64!"))),
        Fault(rewritten(_put("epoch", value=-1))),
        Fault(rewritten(_put(*_GRANT, "epoch", value=2**32))),
        Fault(rewritten(_put("serial", value=0))),
        Fault(rewritten(_put("min_reader", value=0))),
    ],
    "R8": [
        Fault(rewritten(_put("format", value=2), _put("colour", value="green"))),
        Fault(rewritten(_put("min_reader", value=2))),
    ],
    "R9": [
        Fault(rewritten(_put(*_PROFILE, "memory_kib", value=65_535))),
        Fault(rewritten(_put(*_PROFILE, "memory_kib", value=1_048_577))),
        Fault(rewritten(_put(*_PROFILE, "iterations", value=2))),
        Fault(rewritten(_put(*_PROFILE, "iterations", value=9))),
        Fault(rewritten(_put(*_PROFILE, "lanes", value=0))),
        Fault(rewritten(_put(*_PROFILE, "lanes", value=9))),
    ],
    "R10": [
        Fault(rewritten(_put(*_SLOT, "profile", value="another"))),
        Fault(rewritten(_put(*_PROFILE, "kdf", value="scrypt"))),
    ],
    "R11": [Fault(lambda path: None, passphrase="cafe au lait")],
    "R12": [
        Fault(lambda path: None, spare_key="3DDS-QQ0W-BJED-T7AX-KQF1-WQMY-VWR9-FJ08"),
        Fault(lambda path: None, spare_key="3DDS-QQ0W-BJED-T7AX-KQF1-WQMY-VWR9"),
        Fault(lambda path: None, spare_key="3DDS-QQ0W-BJED-T7AX-KQF1-WQMY-VWR9-FJU7"),
    ],
    "R13": [Fault(rewritten(_flip("members", 0, "slots", 1, "commitment")), spare_key=SPARE_KEY)],
    "R14": [Fault(rewritten(_flip(*_SLOT, "sealed")))],
    "R15": [Fault(rewritten(_flip(*_MEMBER, "secret")))],
    "R16": [Fault(_mac_changed)],
    "R17": [Fault(rewritten(_put(*_MEMBER, "label", value="2")))],
    "R18": [Fault(rewritten(_flip(*_MEMBER, "about"), signed=True))],
    "R19": [
        Fault(rewritten(_flip(*_GRANT, "by"))),
        Fault(rewritten(_flip(*_GRANT, "signature"))),
    ],
    "R20": [Fault(rewritten(_flip(*_GRANT, "sealed"), signed=True))],
    "R21": [Fault(rewritten(_grant_twice))],
    "R22": [Fault(rewritten(_grant_by_another, signed=True))],
    "R23": [Fault(lambda path: private_log(path).unlink())],
    "R24": [Fault(_headers_harmed), Fault(lambda path: private_log(path).write_bytes(b""))],
    "R25": [Fault(_with_header(0, b"\x89PNG"))],
    "R26": [Fault(_with_header(8, b"\x00\x02"))],
    "R27": [
        Fault(_with_header(10, b"\x00\x02")),
        Fault(_with_header(12, b"v" * 16)),
        Fault(_with_header(28, HEAL)),
    ],
    "R28": [Fault(_with_header(44, b"\x00\x00\x00\x01"))],
    "R29": [Fault(_no_list)],
}
