"""Markdown and plain text into lines."""

from __future__ import annotations

import re

from autoadmin.domain.errors import IntakeError
from autoadmin.intake.sheets.lines import Line, is_worth_keeping, list_mark
from autoadmin.intake.sheets.remarks import Remarks

_BREAKS = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+\S")
_BOLD = re.compile(r"^\s*(\*\*|__)(?=\S)[^*]+(?<=\S)\1\s*:?\s*$")
_UNDERLINE = re.compile(r"^\s{0,3}(=+|-{3,})\s*$")
_SEPARATOR = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")


def decode(data: bytes, remarks: Remarks) -> str:
    """Return the text of a file in UTF-8, UTF-16 or the Windows code page; say so where it was not UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(data, "utf-16")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        remarks.repaired("", "The file is not in UTF-8; it was read in the Windows code page (cp1252).")
    if "\0" in text:
        raise IntakeError("It holds bytes that no text has. Save it as plain text or as a Word file and send it again.")
    return text


def read_text_lines(data: bytes, remarks: Remarks) -> tuple[Line, ...]:
    """Return the lines of a Markdown or plain-text sheet that say anything, each with its number."""
    rows = _BREAKS.split(decode(data, remarks))
    lines: list[Line] = []
    table, in_table, after_gap = 0, False, True
    for number, row in enumerate(rows, 1):
        cells = _cells(rows, number - 1, in_table)
        table += bool(cells) and not in_table
        in_table = bool(cells) or (in_table and bool(_SEPARATOR.match(row)))
        if not is_worth_keeping(row):
            after_gap = after_gap or not row.strip()
        elif lines and _continues(lines[-1], row, after_gap):
            lines[-1] = _joined(lines[-1], row)
        else:
            lines.append(_line(row, number, _underline(rows, number), after_gap, cells, table))
            after_gap = False
    return tuple(lines)


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise IntakeError("Its text cannot be decoded. Save it as UTF-8 and send it again.") from error


def _line(row: str, number: int, underline: int, after_gap: bool, cells: tuple[str, ...], table: int) -> Line:
    heading = _HEADING.match(row)
    return Line(
        text=" | ".join(cells) if cells else row.strip(),
        where=f"line {number}",
        level=0 if cells else len(heading[1]) if heading else underline,
        is_bold=not cells and bool(_BOLD.match(row)),
        is_listed=not cells and bool(list_mark(row)),
        follows_gap=after_gap,
        cells=cells,
        table=table if cells else 0,
    )


def _cells(rows: list[str], index: int, in_table: bool) -> tuple[str, ...]:
    """Return the cells of a table row: one within bars, or one whose table is announced by a row of hyphens."""
    row = rows[index].strip()
    barred = row.startswith("|") and row.endswith("|") and len(row) > 1
    announced = index + 1 < len(rows) and "|" in row and "|" in rows[index + 1] and _SEPARATOR.match(rows[index + 1])
    if "|" not in row or _SEPARATOR.match(row) or not (barred or announced or in_table):
        return ()
    cells = tuple(cell.strip() for cell in row.removeprefix("|").removesuffix("|").split("|"))
    return cells if len(cells) > 1 and any(is_worth_keeping(cell) for cell in cells) else ()


def _underline(rows: list[str], number: int) -> int:
    """Return the heading level that a line drawn under the row gives it."""
    match = _UNDERLINE.match(rows[number]) if number < len(rows) else None
    if match is None or list_mark(rows[number - 1]) or (":" in rows[number - 1] and match[1][0] == "-"):
        return 0
    return 1 if match[1][0] == "=" else 2


def _continues(previous: Line, row: str, after_gap: bool) -> bool:
    """Return whether a row goes on with the list item before it, as Markdown has it: indented, without a mark."""
    indented = len(row) - len(row.lstrip()) >= 2
    return previous.is_listed and not after_gap and indented and not list_mark(row) and not _HEADING.match(row)


def _joined(previous: Line, row: str) -> Line:
    return Line(f"{previous.text} {row.strip()}", previous.where, is_listed=True, follows_gap=previous.follows_gap)
