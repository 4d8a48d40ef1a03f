"""Small pictures for tests, made from nothing: whole PNG and JPEG files."""

from __future__ import annotations

import struct
import zlib


def a_png(width: int = 4, height: int = 2, dots_per_metre: int = 0, shade: int = 0) -> bytes:
    """Return a grey PNG of this many pixels."""
    rows = b"".join(b"\0" + bytes([shade]) * width for _ in range(height))
    resolution = _chunk(b"pHYs", struct.pack(">2LB", dots_per_metre, dots_per_metre, 1)) if dots_per_metre else b""
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">2L5B", width, height, 8, 0, 0, 0, 0)),
            resolution,
            _chunk(b"IDAT", zlib.compress(rows)),
            _chunk(b"IEND", b""),
        ]
    )


def a_jpeg(width: int = 16, height: int = 8, dots_per_inch: int = 0) -> bytes:
    """Return the frame of a JPEG of this many pixels: all that a document reads of one, not a picture to look at."""
    density = struct.pack(">B2H", 1, dots_per_inch, dots_per_inch) if dots_per_inch else b"\0\0\1\0\1"
    header = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0\1\2" + density + b"\0\0"
    frame = b"\xff\xc0" + struct.pack(">HB2HB", 11, 8, height, width, 1) + b"\1\x11\0"
    return b"\xff\xd8" + header + frame + b"\xff\xd9"


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">L", len(content)) + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")
