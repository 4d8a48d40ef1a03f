"""Small files that unpack to much, or twist XML, are refused within a fixed amount of memory."""

from __future__ import annotations

import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.word.layouts import a_layout
from tests.word.packages import DOCUMENT, packed, with_body, with_parts

LAYOUT = a_layout("Dear {{ name }}")
MEMORY = 1_500 * 2**20  # bytes of addresses, those of Python and lxml included
COMPILE = """
import sys
from pathlib import Path
from autoadmin.word import compile_template
from autoadmin.word.errors import LayoutError
try:
    compile_template(Path(sys.argv[1]))
except LayoutError as error:
    print(error.problem.code)
"""


def compiled_in_little_memory(path: Path) -> str:
    """Return why a file was refused by a process that has little memory."""

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    done = subprocess.run(
        [sys.executable, "-c", COMPILE, str(path)],
        preexec_fn=bound,
        capture_output=True,
        text=True,
        timeout=300,
    )
    return done.stdout.strip() or done.stderr


def nested(levels: int) -> bytes:
    return b"<x>" * levels + b"</x>" * levels


def zipped_within(levels: int) -> bytes:
    data = bytes(30 * 2**20)
    for _ in range(levels):
        data = packed({"inner.zip": data})
    return data


def laughs() -> bytes:
    entities = b"".join(b'<!ENTITY %c "%s">' % (97 + n, b"&%c;" % (96 + n) * 20) for n in range(1, 20))
    return b'<!DOCTYPE x [<!ENTITY a "ha">' + entities + b']><w:document xmlns:w="x" w:y="&t;">&t;</w:document>'


Bomb = Callable[[], bytes]
BOMBS: dict[str, tuple[Bomb, str]] = {
    "a part of 70 MB": (lambda: with_parts(LAYOUT, {"word/media/x.png": bytes(70 * 2**20)}), "too_large"),
    "parts of 240 MB": (
        lambda: with_parts(LAYOUT, {f"word/media/{number}.png": bytes(60 * 2**20) for number in range(4)}),
        "too_large",
    ),
    "many parts": (lambda: packed({str(number): b"" for number in range(60_000)}, zipfile.ZIP_STORED), "too_large"),
    "deep XML": (lambda: with_body(LAYOUT, nested(200_000).decode()), "damaged"),
    "deep XML beside the text": (lambda: with_parts(LAYOUT, {"customXml/item9.xml": nested(200_000)}), "damaged"),
    "a wide attribute": (lambda: with_body(LAYOUT, f'<w:p w:x="{"x" * 50 * 2**20}"/>'), "damaged"),
    "many elements": (lambda: with_body(LAYOUT, "<w:p/>" * 10 * 2**20), "too_large"),
    "many attributes": (
        lambda: with_parts(LAYOUT, {"word/x.xml": b"<x>" + b'<x a=""/>' * 7 * 2**20 + b"</x>"}),
        "too_large",
    ),
    "a zip in a zip in a zip": (lambda: with_parts(LAYOUT, {"word/media/x.png": zipped_within(3)}), ""),
    "laughs": (lambda: with_parts(LAYOUT, {DOCUMENT: laughs()}), "damaged"),
}


@pytest.mark.parametrize(("bomb", "code"), BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_in_little_memory(bomb: Bomb, code: str, tmp_path: Path) -> None:
    path = tmp_path / "layout.docx"
    path.write_bytes(bomb())
    assert compiled_in_little_memory(path) == code
