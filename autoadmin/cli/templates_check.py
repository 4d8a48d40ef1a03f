"""`autoadmin templates check`: everything found in the templates at once, each thing with its place."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from autoadmin.cli.office_door import Config, door
from autoadmin.cli.printing import print_json

if TYPE_CHECKING:
    from autoadmin.workflows.template_checks import CheckedFile, Finding

NOT_RIGHT = 1
HERE = "."
ANNOTATE = "--annotate"


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


class CheckCommand(TyperCommand):
    """A command whose `--annotate` may stand without a path, which then is the folder that one is in."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; `ctx` is of the click that this version of typer brings, which has no public name."""
        if ANNOTATE in args:
            after = args.index(ANNOTATE) + 1
            if after == len(args) or args[after].startswith("-"):
                args = [*args[:after], HERE, *args[after:]]
        return super().parse_args(ctx, args)


def check(
    context: typer.Context,
    which: Annotated[
        str, typer.Argument(metavar="FILE_OR_ID", help="A Word file, a template's folder or its id; all without.")
    ] = "",
    form: Annotated[Format, typer.Option("--format", help="How to print what was found.")] = Format.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    annotate: Annotated[
        str,
        typer.Option(
            ANNOTATE,
            metavar="[FILE|DIR]",
            help="Also write a copy of each layout with a Word comment at each finding; here, if no path is given.",
            show_default=False,
        ),
    ] = "",
    config: Config = None,
) -> None:
    """Find everything that is wrong in the templates at once, each thing with its place and how to mend it."""
    checked = _checked(context, which, config)
    findings = [finding for one in checked for finding in one.findings]
    match Format.JSON if as_json else form:
        case Format.JSON:
            print_json([_as_json(finding) for finding in findings])
        case Format.SARIF:
            from autoadmin.cli.sarif import as_sarif

            print_json(as_sarif(findings))
        case Format.TEXT:
            _print(checked)
    if annotate:
        from autoadmin.workflows.annotate_templates import annotate_templates

        for path in annotate_templates(checked, Path(annotate)):
            typer.echo(f"With a comment at each finding: {path}", err=True)
    if any(one.has_errors for one in checked):
        raise typer.Exit(NOT_RIGHT)


def _checked(context: typer.Context, which: str, config: Path | None) -> Sequence[CheckedFile]:
    from autoadmin.workflows.check_templates import check_path, check_templates, is_template_path

    if which and is_template_path(Path(which)):
        return (check_path(Path(which)),)
    if which.casefold().endswith((".docx", ".dotx", ".docm")):
        from autoadmin.domain.errors import OperationError

        raise OperationError(f"There is no file {which}.")
    with door(context).open(config) as services:
        return check_templates(services, which)


def _as_json(finding: Finding) -> dict[str, str]:
    return {
        "file": finding.file,
        "severity": finding.severity,
        "code": finding.code,
        "place": finding.place,
        "message": finding.message,
        "suggestion": finding.suggestion,
    }


def _print(checked: Sequence[CheckedFile]) -> None:
    """Print the findings of each template under its name, errors first, and how many there are in all."""
    for one in checked:
        print(f"{one.name}: {_numbers(one.findings)}")
        for finding in one.findings:
            print(f"\n  {finding.severity.upper()}  {finding.place or finding.file}")
            print(f"    {finding.message}")
            if finding.suggestion:
                print(f"    {finding.suggestion}")
        if one.findings:
            print()
    if len(checked) != 1:
        print(f"{len(checked)} templates: {_numbers([finding for one in checked for finding in one.findings])}")


def _numbers(findings: Sequence[Finding]) -> str:
    """Return how many errors, warnings and notes there are: "2 errors, 1 note"; "nothing wrong was found" if none."""
    counts = {
        severity: sum(finding.severity == severity for finding in findings) for severity in ("error", "warning", "note")
    }
    said = [f"{number} {severity}{'' if number == 1 else 's'}" for severity, number in counts.items() if number]
    return ", ".join(said) or "nothing wrong was found"
