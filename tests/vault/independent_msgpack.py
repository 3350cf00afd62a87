"""As much of MessagePack as any reader of a vault needs, written from its specification."""

import struct
from typing import Any

_NUMBERS = {
    0xCA: ">f", 0xCB: ">d",
    0xCC: ">B", 0xCD: ">H", 0xCE: ">I", 0xCF: ">Q",
    0xD0: ">b", 0xD1: ">h", 0xD2: ">i", 0xD3: ">q",
}  # fmt: skip
_SIZES = {
    0xC4: ("bin", ">B"), 0xC5: ("bin", ">H"), 0xC6: ("bin", ">I"),
    0xD9: ("str", ">B"), 0xDA: ("str", ">H"), 0xDB: ("str", ">I"),
    0xDC: ("array", ">H"), 0xDD: ("array", ">I"),
    0xDE: ("map", ">H"), 0xDF: ("map", ">I"),
}  # fmt: skip
_CONSTANTS = {0xC0: None, 0xC2: False, 0xC3: True}


def unpack(data: bytes) -> Any:
    """The one value that these bytes are.

    Raises:
        ValueError: they are not exactly one value.
    """
    value, end = _value(data, 0)
    if end != len(data):
        raise ValueError("more than one value")
    return value


def _value(data: bytes, at: int) -> tuple[Any, int]:
    if at >= len(data):
        raise ValueError("cut short")
    first, at = data[at], at + 1
    if first <= 0x7F:
        return first, at
    if first >= 0xE0:
        return first - 256, at
    if first <= 0x8F:
        return _many("map", first & 15, data, at)
    if first <= 0x9F:
        return _many("array", first & 15, data, at)
    if first <= 0xBF:
        return _many("str", first & 31, data, at)
    if first in _CONSTANTS:
        return _CONSTANTS[first], at
    if first in _NUMBERS:
        form = _NUMBERS[first]
        return struct.unpack_from(form, data, at)[0], at + struct.calcsize(form)
    if first in _SIZES:
        kind, form = _SIZES[first]
        (size,) = struct.unpack_from(form, data, at)
        return _many(kind, size, data, at + struct.calcsize(form))
    raise ValueError("not used in a vault")


def _many(kind: str, size: int, data: bytes, at: int) -> tuple[Any, int]:
    if kind in ("bin", "str"):
        raw = data[at : at + size]
        if len(raw) != size:
            raise ValueError("cut short")
        return (raw.decode() if kind == "str" else raw), at + size
    values = []
    for _ in range(size * (2 if kind == "map" else 1)):
        value, at = _value(data, at)
        values.append(value)
    return (dict(zip(values[::2], values[1::2], strict=True)) if kind == "map" else values), at
