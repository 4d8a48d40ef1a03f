"""What people take for a Word document and is none: told by how the file begins or by what is in it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

_SAVE: Final = "Open it in Word and save it as “Word Document (.docx)”."
_ZIP: Final = b"PK\x03\x04"
_COMPOUND: Final = bytes.fromhex("D0CF11E0A1B11AE1")  # .doc files and password-protected .docx files begin so
_IN_A_PROTECTED_ONE: Final = "EncryptedPackage".encode("utf-16-le")
_BEGINNINGS: Final = (
    (b"{\\rtf", "a file in Rich Text Format (.rtf)"),
    (b"%pdf-", "a PDF file"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
    (b"mime-version:", "a web page"),
    (b"<?xml", "a file of plain XML"),
)
_INSIDE: Final = (
    ("mimetype", "an OpenDocument file, such as LibreOffice keeps (.odt)"),
    ("xl/workbook.xml", "an Excel workbook"),
    ("xl/workbook.bin", "an Excel workbook"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
)
Refused = tuple[str, str, str]  # code, message, suggestion


def other_kind(file: bytes, parts: Collection[str] | None = None) -> Refused | None:
    """Return why a file is no Word document, from its beginning or the names of its parts; None if it may be one."""
    return _by_beginning(file) if parts is None else _by_parts(parts)


def _by_beginning(file: bytes) -> Refused | None:
    if file.startswith(_ZIP):
        return None
    if not file:
        return "not_word", "The file is empty.", "Save it again from Word, or fetch it again."
    if file.startswith(_COMPOUND):
        if _IN_A_PROTECTED_ONE in file:
            return "protected", "The file is protected with a password.", "Take the password off and save it again."
        return "protected", "This is a password-protected file or one of the old .doc kind.", _SAVE
    start = file[:600].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").replace(b"\0", b"").lower()
    kind = next((kind for beginning, kind in _BEGINNINGS if start.startswith(beginning)), "")
    if kind:
        return "not_word", f"This is {kind} under the name of a Word document.", _SAVE
    return "not_word", "This is not a Word document.", "Save it from Word as .docx."


def _by_parts(parts: Collection[str]) -> Refused | None:
    kind = next((kind for name, kind in _INSIDE if name in parts), "")
    if kind:
        return "not_word", f"This is {kind}, not a Word document.", _SAVE
    if "[Content_Types].xml" not in parts or "_rels/.rels" not in parts:
        return "not_word", "This is a zip file but not a Word document.", "Save it from Word as .docx."
    return None
