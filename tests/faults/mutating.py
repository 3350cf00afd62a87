"""Bytes that are no longer what was written: of a log, of a key file, of a spare key."""

import base64
import contextlib
import hashlib
import json
import random
import zlib
from typing import Any

HEADER, COPY = 176, 88


def mangled(data: bytes, chance: random.Random) -> bytes:
    """One to four changes of any bytes."""
    whole = bytearray(data)
    for _ in range(chance.choice([1, 1, 1, 2, 4])):
        size = max(1, len(whole))
        at, stop = sorted((chance.randrange(size), chance.randrange(size)))
        kind = chance.randrange(8)
        if kind == 0 and whole:
            whole[at] ^= 1 << chance.randrange(8)
        elif kind == 1 and whole:
            whole[at] = chance.randrange(256)
        elif kind == 2:
            del whole[at : min(stop, at + chance.choice([1, 16, 4_096]))]
        elif kind == 3:
            whole[at:at] = whole[at : min(stop, at + chance.choice([1, 72, 4_096]))]
        elif kind == 4:
            whole[at:at] = chance.randbytes(chance.choice([1, 4, 600]))
        elif kind == 5:
            whole[at : at + 4] = chance.choice(
                [b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff"]
            )
        elif kind == 6:
            del whole[at:]
        else:
            piece = bytes(whole[at : min(stop, at + 700)])
            to = chance.randrange(size)
            whole[to : to + len(piece)] = piece
    return bytes(whole)


def log_changed(data: bytes, chance: random.Random) -> bytes:
    """A log with a frame's length, number or marker changed, or its header, CRC and all."""
    whole = bytearray(data)
    if chance.random() < 0.3:
        at = chance.choice([8, 10, 12, 28, 44, 48, 52, 68]) + chance.randrange(2)
        whole[at] ^= 1 << chance.randrange(8)
        crc = zlib.crc32(whole[:84]).to_bytes(4, "big")
        whole[84:88] = crc
        if chance.random() < 0.7:
            whole[COPY:HEADER] = whole[:COPY]
        return bytes(whole)
    marker = bytes(whole[68:84])
    starts, at = [], whole.find(marker, HEADER)
    while at >= 0:
        starts.append(at)
        at = whole.find(marker, at + 1)
    at = chance.choice(starts)
    field, size = chance.choice([(16, 4), (20, 8), (28, 32), (60, 12), (0, 16), (72, 4)])
    value = chance.choice([bytes(size), b"\xff" * size, chance.randbytes(size), marker[:size]])
    whole[at + field : at + field + size] = value[:size].ljust(size, b"\0")
    if chance.random() < 0.2:
        whole += marker * chance.choice([1, 100, 5_000])
    elif chance.random() < 0.1:
        # Many frames that begin, and each goes on to the end.
        count = chance.choice([10, 400])
        for left in range(count, 0, -1):
            whole += marker + (72 * left - 72 + 600).to_bytes(4, "big") + bytes(52)
        whole += bytes(600)
    return bytes(whole)


def json_changed(data: bytes, chance: random.Random) -> bytes:
    """A key file whose JSON says something else somewhere, with a hash that fits."""
    body, _, rest = data.partition(b"\n")
    document = json.loads(body)
    for _ in range(chance.choice([1, 1, 2])):
        _change_value(document, chance)
    text = json.dumps(document, separators=(",", ":")).encode()
    if chance.random() < 0.02:
        text = b"[" * chance.choice([10, 100_000]) + text
    mac = json.loads(rest)["mac"]
    if chance.random() < 0.2:
        mac = hashlib.sha256(text).hexdigest()
    digest = hashlib.sha256(text).hexdigest()
    return text + f'\n{{"sha256":"{digest}","mac":"{mac}"}}\n'.encode()


def _change_value(document: Any, chance: random.Random) -> None:
    """Walk to a place in the document and put something else there, or take it away."""
    here, key = document, None
    while True:
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        if not keys:
            return
        key = chance.choice(keys)
        if not isinstance(here[key], dict | list) or chance.random() < 0.1:
            break
        here = here[key]
    if chance.random() < 0.1:
        del here[key]
    elif isinstance(here, list) and chance.random() < 0.3:
        here.insert(0, here[key])
    else:
        here[key] = _other(here[key], chance)


def _other(value: Any, chance: random.Random) -> Any:
    """Another value, often of the same kind."""
    if isinstance(value, int) and chance.random() < 0.8:
        big = [
            0,
            -1,
            1,
            2,
            9,
            value + 1,
            value * 2,
            2**20,
            2**31,
            2**32,
            2**53,
            2**63,
            2**64,
            10**30,
        ]
        return chance.choice(big)
    if isinstance(value, str) and chance.random() < 0.7:
        raw = value.encode("utf-8", "surrogatepass")
        with contextlib.suppress(ValueError):
            raw = base64.b64decode(value) if len(value) > 16 else raw
        return base64.b64encode(mangled(raw, chance)).decode()
    return chance.choice(
        [
            None,
            True,
            1.5,
            "",
            "x" * 10_000,
            [],
            {},
            [[]],
            "\ud800",
            "argon2id",
            "spare-key",
            64 * 1024,
        ]
    )


def absurd(data: bytes, chance: random.Random) -> bytes:
    """A key file that asks for what no vault of ours does."""
    body, _, rest = data.partition(b"\n")
    document = json.loads(body)
    (how,) = document["profiles"].values()
    fields: list[tuple[str, list[Any]]] = [
        ("memory_kib", [0, 1, 65_535, 1_048_577, 2**31, 2**32, 2**53, 2**62]),
        ("iterations", [0, 1, 2, 9, 1_000, 2**32, 2**62]),
        ("lanes", [0, 9, 255, 2**24, 2**32]),
        ("kdf", ["argon2d", "argon2i", "none", "scrypt"]),
    ]
    name, values = chance.choice(fields)
    how[name] = chance.choice(values)
    text = json.dumps(document, separators=(",", ":")).encode()
    digest, mac = hashlib.sha256(text).hexdigest(), json.loads(rest)["mac"]
    return text + f'\n{{"sha256":"{digest}","mac":"{mac}"}}\n'.encode()


def misread(spare_key: str, chance: random.Random) -> str:
    """One to four wrong letters, or something else altogether."""
    letters = list(spare_key)
    if chance.random() < 0.2:
        return mangled(spare_key.encode(), chance).decode("latin-1") or "-"
    places = [at for at, letter in enumerate(letters) if letter != "-"]
    for at in chance.sample(places, chance.randint(1, 4)):
        letters[at] = chance.choice(
            [one for one in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" if one != letters[at]]
        )
    return "".join(letters)
