"""Ids and words as they stand in cells, cleaned of what systems and spreadsheets do to them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

from autoadmin.domain.findings import Severity

NULL_IDS: Final = frozenset({"", "-1", "'-1'", "0", "NULL", "null", "None"})
NULL_WORDS: Final = frozenset({"", "NULL", "null"})
PLACEHOLDERS: Final = frozenset({"SSD_PH", "PLACEHOLDER_DATA"})
INVISIBLE: Final = re.compile("[\\s\x00-\x1f\x7f-\xa0\u00ad\u200b-\u200f\u2060\ufeff]+")
CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff]+")
EXCEL_ERROR: Final = re.compile(r"#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)")
EXCEL_TEXT: Final = re.compile(r'="(.*)"')
THOUSANDS: Final = re.compile(r"\d{1,3}(,\d{3})+(\.0+)?", re.ASCII)
SCIENTIFIC: Final = re.compile(r"\d(\.\d+)?E\+?\d+", re.ASCII | re.IGNORECASE)
WHOLE: Final = re.compile(r"\d+\.0+", re.ASCII)

BLANKS = "blanks, line breaks or control characters in an id: taken out"
UNICODE = "an id with accents in an unusual spelling: written the usual way"
COMMAS = "an id that a spreadsheet wrote as a number with thousands: commas taken out; check"
DECIMAL = "an id that a spreadsheet wrote as a decimal number: the fraction taken out"
FORMULA = "an id that a spreadsheet wrote as a formula: the id in it is used"
ROUNDED = "an id that a spreadsheet rounded (1.23E+11): it cannot be told which one it was"
ERROR = "an error mark of a spreadsheet where a value was: read as none"
STAND_IN = "a placeholder of the export, not a value: read as none"
UNUSUAL = "control characters, hard spaces, line breaks or accents in an unusual spelling: made ordinary"


class Cell(NamedTuple):
    """What a cell says, empty where it says nothing, and what was done to it."""

    text: str
    remark: str = ""
    severity: Severity = Severity.REPAIRED


def read_id(raw: str) -> Cell:
    """Return the id in a cell; -1, 0, an empty cell and the word NULL are none."""
    said = INVISIBLE.sub("", raw)
    if said in NULL_IDS:
        return Cell("")
    if worthless := _worthless(said):
        return worthless
    if SCIENTIFIC.fullmatch(said):
        return Cell("", ROUNDED, Severity.DROPPED)
    if THOUSANDS.fullmatch(said):
        return Cell(said.split(".")[0].replace(",", ""), COMMAS, Severity.DOUBTED)
    if WHOLE.fullmatch(said):
        return Cell(said.split(".")[0], DECIMAL)
    if formula := EXCEL_TEXT.fullmatch(said):
        return Cell(read_id(formula[1]).text, FORMULA)
    text = unicodedata.normalize("NFC", said)
    if said != raw.strip(" "):
        return Cell(text, BLANKS)
    return Cell(text, UNICODE if text != said else "")


def read_words(raw: str) -> Cell:
    """Return the words in a cell in NFC, with ordinary single spaces and no spaces around; nothing for NULL."""
    said = raw.strip(" ")
    if said in NULL_WORDS:
        return Cell("")
    if worthless := _worthless(said):
        return worthless
    text = " ".join(CONTROL.sub("", unicodedata.normalize("NFC", said)).split())
    is_ordinary = text == said or text == " ".join(said.split(" "))
    return Cell("" if text in NULL_WORDS else text, "" if is_ordinary else UNUSUAL)


def _worthless(said: str) -> Cell | None:
    if said in PLACEHOLDERS:
        return Cell("", STAND_IN)
    return Cell("", ERROR, Severity.DROPPED) if EXCEL_ERROR.fullmatch(said) else None
