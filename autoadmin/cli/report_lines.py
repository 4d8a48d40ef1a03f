"""The lines of an intake report as people read it: what was lost first, and one line for what recurs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from autoadmin.domain.findings import Finding, IntakeReport

MOST_ROWS: Final = 6
MOST_VALUES: Final = 3
WIDEST: Final = 60
FIRST: Final = ("dropped", "doubted", "repaired", "note")


def report_lines(report: IntakeReport) -> list[tuple[str, str, str, str]]:
    """Return severity, place, message and the values as they stood; findings of one kind in one column are one line."""
    kinds: dict[tuple[str, str, str, str], list[Finding]] = {}
    for finding in report.findings:
        place = finding.place
        is_row = place.row is not None and bool(place.column)
        key = (finding.severity.value, place.file, place.column or "", finding.message)
        kinds.setdefault(key if is_row else (*key[:2], str(len(kinds)), finding.message), []).append(finding)
    lines = [_line(report.file, found) for found in kinds.values()]
    return sorted(lines, key=lambda line: FIRST.index(line[0]))


def _line(file: str, found: Sequence[Finding]) -> tuple[str, str, str, str]:
    first = found[0]
    where = first.place.where if len(found) == 1 else f"{_rows(found)}, column {first.place.column}"
    place = where if first.place.file == file else ", ".join(filter(None, (first.place.file, where)))
    values = list(dict.fromkeys(finding.raw for finding in found if finding.raw))
    said = "; ".join(value if len(value) <= WIDEST else f"{value[:WIDEST]}..." for value in values[:MOST_VALUES])
    more = len(values) - MOST_VALUES
    return first.severity.value, place, first.message, f"{said}; and {more} more" if more > 0 else said


def _rows(found: Sequence[Finding]) -> str:
    rows = sorted({finding.place.row for finding in found if finding.place.row is not None})
    shown = ", ".join(map(str, rows[:MOST_ROWS]))
    left = len(rows) - MOST_ROWS
    return f"rows {shown} and {left} more" if left > 0 else f"rows {shown}"
