"""Word files changed part by part, for tests: what a hostile hand or a broken disk would make of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from autoadmin.word.names import WORD

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


def a_small_layout(*runs: str) -> bytes:
    """Return the smallest Word file there is, with one paragraph of these runs: quick to make and to compile."""
    texts = "".join(
        f'<w:r>{"<w:rPr><w:b/></w:rPr>" * (number % 2)}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        for number, text in enumerate(runs)
    )
    kinds = "http://schemas.openxmlformats.org/package/2006"
    document = f'<w:document xmlns:w="{WORD}"><w:body><w:p>{texts}</w:p></w:body></w:document>'
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{kinds}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/{DOCUMENT}" ContentType="{main}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{kinds}/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="{DOCUMENT}"/></Relationships>',
        DOCUMENT: document,
    }
    return packed({name: text.encode() for name, text in parts.items()})
