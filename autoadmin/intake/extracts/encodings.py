"""The text of a file: in the encoding that its own mark or the manifest says, else as its bytes show."""

from __future__ import annotations

import codecs
from typing import Final

from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts.ledger import Ledger

BOMS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
ONE_BYTE: Final = ("cp1252", "iso8859-1", "iso8859-15")
ENCODINGS: Final = {"utf-8", "utf-16", "utf-16-le", "utf-16-be", "ascii", *ONE_BYTE}

NOT_DECLARED = "the file is not in the encoding that the manifest declares: its own mark or bytes say otherwise"
UNKNOWN_ENCODING = "the manifest declares an encoding that is not known here: the encoding is taken from the file"
GUESSED = "the file is neither in the declared encoding nor UTF-8: read as Windows-1252; check names with accents"
LOST = "the file holds bytes that are no letters in Windows-1252: shown as a replacement mark"


def decode(file: str, data: bytes, declared: str, ledger: Ledger) -> str:
    """Return the text; one that is in no encoding known here is read as Windows-1252, which never fails."""
    named = _codec(declared)
    if declared and not named:
        ledger.add(Severity.DOUBTED, file, UNKNOWN_ENCODING, raw=declared)
    for codec in _candidates(data, named):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if named and not _is_same(codec, named) and not (data.isascii() and "utf-16" not in (codec, named)):
            ledger.add(Severity.REPAIRED, file, NOT_DECLARED, raw=declared)
        return text
    if named != "cp1252":
        ledger.add(Severity.REPAIRED, file, GUESSED)
    text = data.decode("cp1252", errors="replace")
    if "\ufffd" in text:
        ledger.add(Severity.DOUBTED, file, LOST)
    return text


def _candidates(data: bytes, named: str) -> tuple[str, ...]:
    """Return the encodings to try in order: the file's own mark settles it, so does a zero byte in every character."""
    marked = next((codec for bom, codec in BOMS if data.startswith(bom)), "")
    if marked:
        return (marked,)
    if len(data) > 1 and 0 in data[:2]:
        return ("utf-16-le" if data[1] == 0 else "utf-16-be",)
    if named in ONE_BYTE:  # hardly any text in these is UTF-8 by chance, while much that is said to be in them is UTF-8
        return ("utf-8", named)
    return ("utf-8",)


def _codec(declared: str) -> str:
    try:
        name = codecs.lookup(declared).name if declared else ""
    except (LookupError, ValueError):
        return ""
    name = {"utf-8-sig": "utf-8"}.get(name, name)
    return name if name in ENCODINGS else ""


def _is_same(codec: str, named: str) -> bool:
    return codec == named or codec.startswith(named) or named.startswith(codec)
