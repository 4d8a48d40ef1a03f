"""The safe opening of a Word file: bounded in size, no entities, no network, no macros run."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

from lxml import etree

from autoadmin.domain.errors import IntakeError

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

MOST_PARTS: Final = 2_000
MOST_BYTES: Final = 64 * 1024 * 1024  # of all parts once unpacked; a long sheet with its styles is under one megabyte
_OLD_WORD = b"\xd0\xcf\x11\xe0"


def open_word(data: bytes) -> Mapping[str, etree._Element]:
    """Return the XML parts of a Word file that hold text or styles, by name ("document", "styles", "header1")."""
    if data.startswith(_OLD_WORD):
        raise IntakeError("It is protected by a password or in the old .doc form. Save it as .docx without a password.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check_size(package)
            names = [
                n for n in package.namelist() if n.startswith("word/") and n.endswith(".xml") and n.count("/") == 1
            ]
            parts = {n[5:-4]: _parsed(package.read(n)) for n in names if _is_wanted(n[5:-4])}
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError) as error:
        raise IntakeError(
            "It is not a Word file, or it is damaged. Open it in Word, save it as .docx, send it again."
        ) from error
    if "document" not in parts:
        raise IntakeError("It is a packed file, but not a Word document. Save the sheet as .docx and send it again.")
    return parts


def _is_wanted(name: str) -> bool:
    return name.startswith(("document", "styles", "header", "footer", "footnotes", "endnotes", "comments"))


def _check_size(package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise IntakeError(
            "Unpacked, it is far larger than a discussion sheet can be. Send the sheet without attachments."
        )
    if any(part.flag_bits & 1 for part in parts):
        raise IntakeError("It is protected by a password. Save it without one and send it again.")


def _parsed(xml: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise IntakeError("Its content is damaged. Open it in Word, save it as .docx and send it again.") from error
    if root.getroottree().docinfo.doctype:
        raise IntakeError("It declares a document type, which no Word file does. Save it from Word and send it again.")
    return root
