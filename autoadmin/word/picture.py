"""Pictures as plain values, and what their bytes say of them: PNG and JPEG, nothing else."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

EMU: Final = 36_000  # of Word's units to a millimetre
_PER_INCH: Final = 914_400
_USUAL_DPI: Final = 96.0
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8"
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE: Final = frozenset(range(0xD0, 0xD9)) | {0x01}
_MOST_PIXELS: Final = 100_000  # on one side


class UnreadablePictureError(ValueError):
    """The picture is no whole PNG or JPEG."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG to print. `alt` says what it shows to those who cannot see it; sizes are in millimetres.

    Where one size is left out, the other and the picture's own form decide; where both are, the picture's own size.
    One that nobody can read below `least_width` has a page on its side where the text is narrower than that.
    """

    data: bytes
    alt: str
    width: float | None = None
    height: float | None = None
    least_width: float = 0


@dataclass(frozen=True, slots=True)
class Print:
    """What a document needs to know of a picture: the name of its part, its kind and its size in EMU."""

    name: str
    kind: str  # png or jpeg
    width: int
    height: int

    def fitted(self, width: int, height: int) -> tuple[int, int]:
        """Return the largest size at which it fits into a box, its form kept."""
        return self._scaled(min(width / self.width, height / self.height))

    def capped(self, width: int) -> tuple[int, int]:
        """Return its size, made smaller where it is wider than that."""
        return self._scaled(min(width / self.width, 1.0))

    def kept_within(self, width: int, height: int) -> tuple[int, int]:
        """Return its size, made smaller where a box has no room for it."""
        return self._scaled(min(width / self.width, height / self.height, 1.0))

    def _scaled(self, scale: float) -> tuple[int, int]:
        return max(1, round(self.width * scale)), max(1, round(self.height * scale))


def print_of(picture: Picture) -> Print:
    """Return what a document needs to know of a picture; raise UnreadablePictureError with a plain sentence."""
    if not picture.alt.strip():
        message = "The picture says nothing to those who cannot see it: give it an alternative text."
        raise UnreadablePictureError(message)
    data = bytes(picture.data)
    if data.startswith(_PNG):
        kind, (width, height) = "png", _size_of_png(data)
    elif data.startswith(_JPEG):
        kind, (width, height) = "jpeg", _size_of_jpeg(data)
    else:
        raise UnreadablePictureError("This is no picture that a document can hold: give a PNG or JPEG.")
    width, height = _wanted(picture, width, height)
    return Print(f"{hashlib.sha256(data).hexdigest()[:32]}.{kind}", kind, width, height)


def _wanted(picture: Picture, width: int, height: int) -> tuple[int, int]:
    given = [size for size in (picture.width, picture.height) if size is not None]
    if not all(0 < size <= 1_000 for size in given):
        raise UnreadablePictureError("The size of the picture is to be given in millimetres, up to 1,000.")
    if picture.width is not None and picture.height is not None:
        return round(picture.width * EMU), round(picture.height * EMU)
    if picture.width is not None:
        return round(picture.width * EMU), max(1, round(picture.width * EMU * height / width))
    if picture.height is not None:
        return max(1, round(picture.height * EMU * width / height)), round(picture.height * EMU)
    return width, height


def _size_of_png(data: bytes) -> tuple[int, int]:
    """Return the size in EMU, by the resolution that the file gives or the usual one."""
    size, dots, is_drawn = (0, 0), (_USUAL_DPI, _USUAL_DPI), False
    for kind, content in _png_chunks(data):
        if kind == b"IHDR" and len(content) == 13:
            size = struct.unpack(">2L", content[:8])
        elif kind == b"pHYs" and len(content) == 9:
            across, down, unit = struct.unpack(">2LB", content)
            dots = (across * 0.0254, down * 0.0254) if unit == 1 and across and down else dots
        elif kind == b"IDAT":
            is_drawn = True
        elif kind == b"IEND" and is_drawn:
            return _in_emu(size, dots)
    raise _incomplete()


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    position = len(_PNG)
    while position + 12 <= len(data):
        length = int.from_bytes(data[position : position + 4], "big")
        kind, content = data[position + 4 : position + 8], data[position + 8 : position + 8 + length]
        check = data[position + 8 + length : position + 12 + length]
        if zlib.crc32(kind + content).to_bytes(4, "big") != check:
            return
        yield kind, content
        position += 12 + length


def _size_of_jpeg(data: bytes) -> tuple[int, int]:
    """Return the size in EMU, by the resolution that the file gives or the usual one."""
    dots, position = (_USUAL_DPI, _USUAL_DPI), 2
    has_end = b"\xff\xd9" in data[-1024:]  # some cameras write a little after it
    while has_end and position + 4 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker == 0xFF or marker in _ALONE:
            position += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(data[position + 2 : position + 4], "big")
        content = data[position + 4 : position + 2 + length]
        if marker in _FRAMES and len(content) >= 5:
            height, width = struct.unpack(">2H", content[1:5])
            return _in_emu((width, height), dots)
        if marker == 0xE0 and content.startswith(b"JFIF\0") and len(content) >= 12:
            unit, across, down = struct.unpack(">B2H", content[7:12])
            inch = {1: 1.0, 2: 2.54}.get(unit)
            dots = (across * inch, down * inch) if inch and across and down else dots
        position += 2 + max(length, 2)
    raise _incomplete()


def _in_emu(size: tuple[int, ...], dots: tuple[float, float]) -> tuple[int, int]:
    width, height = size
    if not (0 < width <= _MOST_PIXELS and 0 < height <= _MOST_PIXELS):
        raise _incomplete()
    across, down = (dot if 10 <= dot <= 10_000 else _USUAL_DPI for dot in dots)
    return max(1, round(width * _PER_INCH / across)), max(1, round(height * _PER_INCH / down))


def _incomplete() -> UnreadablePictureError:
    return UnreadablePictureError("The picture is damaged or not whole: save it again as a PNG or JPEG.")
