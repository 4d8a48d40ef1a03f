"""`autoadmin intake`: take files in now, and say what became of each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autoadmin.cli.office_door import AsJson, Config, door
from autoadmin.cli.printing import print_json, print_table
from autoadmin.cli.report_lines import report_lines

if TYPE_CHECKING:
    from autoadmin.domain.findings import IntakeReport

NOT_RIGHT = 1


def intake(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Sheets, extracts or bundle folders.")],
    as_json: AsJson = False,
    config: Config = None,
) -> None:
    """Take files in now and print the intake report; what follows from them is drafted too."""
    from autoadmin.cli.working import work_until_idle
    from autoadmin.domain.findings import Outcome
    from autoadmin.workflows.list_reports import list_reports
    from autoadmin.workflows.receive_files import receive_files

    with door(context).open(config) as services:
        received = receive_files(services, files)
        work_until_idle(services)
        taken = list_reports(services, [file.sha256 for file in received])
    known = [not file.is_new for file in received]
    reports = [(file.report, is_known) for file, is_known in zip(taken, known, strict=True)]
    if as_json:
        print_json([_as_json(report, is_known) for report, is_known in reports])
    else:
        for report, is_known in reports:
            _print_report(report, is_known)
    if any(report.outcome is Outcome.REFUSED for report, _ in reports):
        raise typer.Exit(NOT_RIGHT)


def _outcome(report: IntakeReport, is_known: bool) -> str:
    from autoadmin.domain.findings import Outcome

    return Outcome.UNCHANGED if is_known and report.outcome is Outcome.TAKEN else report.outcome


def _as_json(report: IntakeReport, is_known: bool) -> dict[str, object]:
    from autoadmin.domain.findings import Severity

    return {
        "file": report.file,
        "kind": report.kind,
        "outcome": str(_outcome(report, is_known)),
        "taken": report.taken,
        "repaired": report.count(Severity.REPAIRED),
        "doubted": report.count(Severity.DOUBTED),
        "dropped": report.count(Severity.DROPPED),
        "findings": [
            {
                "severity": finding.severity.value,
                "place": str(finding.place),
                "message": finding.message,
                "row": finding.place.row,
                "column": finding.place.column,
                "raw": finding.raw,
            }
            for finding in report.findings
        ],
    }


def _print_report(report: IntakeReport, is_known: bool) -> None:
    answer = _as_json(report, is_known)
    counts = ", ".join(f"{answer[what]} {what}" for what in ("taken", "repaired", "doubted", "dropped"))
    print(f"{report.file}: {report.kind}, {answer['outcome']}; {counts}")
    if report.findings:
        print_table("", ("", "where", "what was noticed", "as it stood"), report_lines(report))
    print()
