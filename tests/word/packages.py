"""Word files changed part by part, for tests: what a hostile hand or a broken disk would make of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DOCUMENT = "word/document.xml"
LINKS = "word/_rels/document.xml.rels"


def parts_of(file: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a Word file of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def with_parts(file: bytes, parts: Mapping[str, bytes | None]) -> bytes:
    """Return the file with parts added, or replaced, or taken out where there is None for them."""
    return packed({name: data for name, data in (parts_of(file) | dict(parts)).items() if data is not None})


def replaced(file: bytes, name: str, old: str, new: str) -> bytes:
    """Return the file with some text of one part replaced, which must be there."""
    data = parts_of(file)[name]
    assert old.encode() in data
    return with_parts(file, {name: data.replace(old.encode(), new.encode())})


def related(
    file: bytes, kind: str, target: str, *, outside: bool = False, source: str = DOCUMENT, data: bytes | None = None
) -> bytes:
    """Return the file with one more relationship of a part, and with the part that it leads to, if there is data."""
    folder, _, base = source.rpartition("/")
    name = f"{folder}/_rels/{base}.rels"
    mode = ' TargetMode="External"' if outside else ""
    link = f'<Relationship Id="rIdX" Type="{RELATIONS}/{kind}" Target="{target}"{mode}/></Relationships>'
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    old = parts_of(file).get(name, empty).replace(b'/relationships"/>', b'/relationships"></Relationships>')
    assert b"</Relationships>" in old
    parts: dict[str, bytes | None] = {name: old.replace(b"</Relationships>", link.encode())}
    return with_parts(file, parts | ({f"{folder}/{target}": data} if data is not None else {}))


def with_body(file: bytes, xml: str) -> bytes:
    """Return the file with XML put at the beginning of its main text."""
    return replaced(file, DOCUMENT, "<w:body>", f"<w:body>{xml}")
