"""The intake report as it is printed."""

from __future__ import annotations

from autoadmin.cli.report_lines import report_lines
from autoadmin.domain.findings import Finding, IntakeReport, Outcome, Place, Severity


def a_finding(severity: Severity, file: str, row: int, column: str, message: str, raw: str = "") -> Finding:
    """Return a finding in a cell."""
    return Finding(severity, Place(file, f"row {row}, column {column}", row, column), message, raw)


def a_report(*findings: Finding) -> IntakeReport:
    """Return the report of a file called lists.xlsx."""
    return IntakeReport("lists.xlsx", "Annex A workbook", Outcome.TAKEN, findings=findings)


def test_one_kind_of_finding_in_one_column_is_one_line_with_its_list_rows_and_values() -> None:
    found = [a_finding(Severity.DOUBTED, "List 4", row, "Seen", "is unclear", f"v{row}") for row in range(2, 12)]
    assert report_lines(a_report(*found)) == [
        ("doubted", "List 4, rows 2, 3, 4, 5, 6, 7 and 4 more, column Seen", "is unclear", "v2; v3; v4; and 7 more")
    ]


def test_what_was_lost_stands_first_and_two_lists_are_two_lines() -> None:
    found = [a_finding(Severity.REPAIRED, name, 2, "Seen", "made ordinary") for name in ("List 4", "List 5")]
    found.append(a_finding(Severity.DROPPED, "lists.xlsx", 3, "Day", "no day", "31/02/2026"))
    lines = report_lines(a_report(*found))
    assert [line[0] for line in lines] == ["dropped", "repaired", "repaired"]
    assert lines[0] == ("dropped", "row 3, column Day", "no day", "31/02/2026")


def test_findings_without_a_cell_stay_apart() -> None:
    found = [Finding(Severity.NOTE, Place("lists.xlsx", f"line {n}"), "kept under Other", "words") for n in (4, 9)]
    assert [line[1] for line in report_lines(a_report(*found))] == ["line 4", "line 9"]
