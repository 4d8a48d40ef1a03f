"""Writing Word files by hand: what never changes is kept ready to copy, only what was filled is packed."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

LEVEL: Final = 3  # chosen by measurement: docs/decisions/0002-own-word-engine.md
BEST: Final = 9
STORED: Final = 0
DEFLATED: Final = 8
ANY_DATE: Final = 0x0021  # 1 January 1980, so that the same content makes the same bytes
NAMES_ARE_UTF8: Final = 0x0800

_SMALL_WINDOW: Final = 12  # a header is packed in a fifth of the time if no memory is prepared for a whole book
_SMALL: Final = 1 << _SMALL_WINDOW

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


@dataclass(frozen=True, slots=True)
class Entry:
    """One packed part: `local` and `data` go in the file, `central` in its directory once the offset is known."""

    name: bytes
    method: int
    crc: int
    packed: bytes | memoryview
    size: int

    def local(self) -> bytes:
        """Return the header that stands before the data."""
        return _LOCAL.pack(
            b"PK\x03\x04", 20, NAMES_ARE_UTF8, self.method, 0, ANY_DATE,
            self.crc, len(self.packed), self.size, len(self.name), 0,
        ) + self.name  # fmt: skip

    def unpacked(self) -> bytes:
        """Return the part as it was before it was packed."""
        return bytes(self.packed) if self.method == STORED else zlib.decompress(self.packed, -zlib.MAX_WBITS)

    def central(self, offset: int) -> bytes:
        """Return the line of the directory for an entry whose header stands at `offset`."""
        return _CENTRAL.pack(
            b"PK\x01\x02", 20, 20, NAMES_ARE_UTF8, self.method, 0, ANY_DATE,
            self.crc, len(self.packed), self.size, len(self.name), 0, 0, 0, 0, 0, offset,
        ) + self.name  # fmt: skip


@dataclass(frozen=True, slots=True)
class Archive:
    """The parts of a file that stay the same, packed once and ready to be copied into every file."""

    body: bytes
    directory: bytes
    count: int
    entries: tuple[Entry, ...]  # what is packed, as views of the body

    def without(self, names: Container[bytes]) -> Archive:
        """Return the archive without some of its parts, which a file is to have differently."""
        return _gather([entry for entry in self.entries if entry.name not in names])

    def with_entries(self, entries: Iterable[Entry]) -> bytes:
        """Return a whole Word file: the kept parts followed by these."""
        pieces: list[bytes | memoryview] = [self.body]
        directory, offset, count = [self.directory], len(self.body), self.count
        for entry in entries:
            local = entry.local()
            pieces += (local, entry.packed)
            directory.append(entry.central(offset))
            offset += len(local) + len(entry.packed)
            count += 1
        pieces += directory
        length = sum(map(len, directory))
        pieces.append(_END.pack(b"PK\x05\x06", 0, 0, count, count, length, offset, 0))
        return b"".join(pieces)


def keep_parts(parts: Mapping[str, bytes]) -> Archive:
    """Return the archive of parts that stay the same, packed as small as they go, [Content_Types].xml first."""
    names = sorted(parts, key=lambda name: name != "[Content_Types].xml")
    return _gather([pack(name, (parts[name],), BEST) for name in names])


def _gather(entries: Sequence[Entry]) -> Archive:
    pieces: list[bytes | memoryview] = []
    directory, starts, offset = [], [], 0
    for entry in entries:
        local = entry.local()
        pieces += (local, entry.packed)
        directory.append(entry.central(offset))
        starts.append(offset + len(local))
        offset += len(local) + len(entry.packed)
    body = b"".join(pieces)
    view = memoryview(body)
    kept = (
        replace(entry, packed=view[start : start + len(entry.packed)])
        for entry, start in zip(entries, starts, strict=True)
    )
    return Archive(body, b"".join(directory), len(entries), tuple(kept))


def pack(name: str, pieces: Iterable[bytes], level: int) -> Entry:
    """Return one part packed, piece by piece as it comes; as it is where packing would make it no smaller."""
    rest = iter(pieces)
    first = _beginning(rest)
    packer = zlib.compressobj(level, zlib.DEFLATED, -(_SMALL_WINDOW if len(first) <= _SMALL else zlib.MAX_WBITS))
    done, crc, size = [packer.compress(first)], zlib.crc32(first), len(first)
    for piece in rest:
        done.append(packer.compress(piece))
        crc = zlib.crc32(piece, crc)
        size += len(piece)
    packed = b"".join((*done, packer.flush()))
    entry = Entry(name.encode(), DEFLATED, crc, packed, size)
    return entry if len(packed) < size else replace(entry, method=STORED, packed=entry.unpacked())


def _beginning(pieces: Iterator[bytes]) -> bytes:
    """Return so many pieces in one that they are no small part, or all that there are."""
    first = b""
    for piece in pieces:
        first += piece
        if len(first) > _SMALL:
            break
    return first
