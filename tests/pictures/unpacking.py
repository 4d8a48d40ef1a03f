"""The dots of a PNG that resvg made."""

from __future__ import annotations

import struct
import zlib
from typing import Final

_CHANNELS: Final = 4
_START: Final = 8  # of the first chunk


def channel_of(png: bytes, channel: int) -> list[bytes]:
    """Return how much of one colour each dot of a PNG has, as rows of bytes; 0 is red, 3 how opaque it is.

    The PNG has eight bits for each of red, green, blue and opacity, as resvg writes it.
    """
    width, height, packed = 0, 0, b""
    position = _START
    while position < len(png):
        length, kind = struct.unpack(">L4s", png[position : position + 8])
        content = png[position + 8 : position + 8 + length]
        if kind == b"IHDR":
            width, height = struct.unpack(">2L", content[:8])
        elif kind == b"IDAT":
            packed += content
        position += length + 12
    data, stride = zlib.decompress(packed), 1 + width * _CHANNELS
    rows: list[bytes] = []
    above = bytes(width)
    for at in range(0, height * stride, stride):
        above = _unfiltered(data[at], data[at + 1 + channel : at + stride : _CHANNELS], above)
        rows.append(above)
    return rows


def _unfiltered(kind: int, row: bytes, above: bytes) -> bytes:
    """Return one row as it was before it was filtered (PNG specification, 9.2)."""
    if kind == 0 or (kind == 2 and not any(row)):
        return above if kind else row
    found = bytearray(len(row))
    left = corner = 0
    for x, (value, up) in enumerate(zip(row, above, strict=True)):
        match kind:
            case 1:
                by = left
            case 2:
                by = up
            case 3:
                by = (left + up) // 2
            case _:
                by = _nearest(left, up, corner)
        left = found[x] = (value + by) & 0xFF
        corner = up
    return bytes(found)


def _nearest(left: int, up: int, corner: int) -> int:
    """Return the neighbour nearest to what the three foretell (Paeth)."""
    told = left + up - corner
    by = (abs(told - left), abs(told - up), abs(told - corner))
    return left if by[0] <= by[1] and by[0] <= by[2] else up if by[1] <= by[2] else corner
