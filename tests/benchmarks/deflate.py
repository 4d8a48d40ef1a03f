"""Ways to deflate the parts of a filled document: zlib, and isal and zlib-ng where they are installed."""

from __future__ import annotations

import importlib
import zlib
from collections.abc import Callable, Sequence
from typing import Any, Final

from autoadmin.word import compile_template
from tests.benchmarks.documents import Document

_OTHERS: Final = {"isal": ("isal.isal_zlib", (0, 1, 2, 3)), "zlib-ng": ("zlib_ng.zlib_ng", (1, 2, 3, 4, 6))}


def packers(document: Document) -> dict[str, Callable[[], int]]:
    """Return by name what deflates the filled parts of a document and tells how many bytes they became."""
    template = compile_template(document.layout)
    parts = [layout.fill(document.content)[0] for layout in template.layouts]
    ways = {f"zlib {level}": _packer(zlib, level, parts) for level in (1, 2, 3, 4, 5, 6)}
    for name, (module, levels) in _OTHERS.items():
        try:
            library = importlib.import_module(module)
        except ImportError:
            continue
        ways |= {f"{name} {level}": _packer(library, level, parts) for level in levels}
    return ways


def _packer(library: Any, level: int, parts: Sequence[bytes]) -> Callable[[], int]:
    def pack() -> int:
        size = 0
        for part in parts:
            packer = library.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
            size += len(packer.compress(part) + packer.flush())
        return size

    return pack
