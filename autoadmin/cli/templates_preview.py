"""`autoadmin templates preview`: what a template would make, before anybody relies on it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autoadmin.cli.office_door import AsJson, Config, door, who
from autoadmin.cli.printing import print_json, print_table

if TYPE_CHECKING:
    from autoadmin.workflows.compare_with_past import ComparedDraft
    from autoadmin.workflows.preview_template import Previews

NOT_RIGHT = 1


def preview(
    context: typer.Context,
    template: Annotated[str, typer.Argument(metavar="TEMPLATE", help="For example conference-report.")],
    to: Annotated[Path, typer.Option("--to", metavar="DIR", help="Where to write the previews.")] = Path("previews"),
    sample: Annotated[
        Path | None, typer.Option("--sample", metavar="FILE", help="Only this content, a JSON file.")
    ] = None,
    pdf: Annotated[bool, typer.Option("--pdf", help="Also as PDF, where LibreOffice is installed.")] = False,
    against_past: Annotated[
        int | None,
        typer.Option("--against-past", metavar="N", min=1, help="Compare the last N real documents instead."),
    ] = None,
    version: Annotated[
        int | None, typer.Option("--version", metavar="N", help="This version instead of the folder.")
    ] = None,
    as_json: AsJson = False,
    config: Config = None,
) -> None:
    """Fill the template in its folder with its samples; or show what the last real documents would say with it."""
    from autoadmin.workflows.compare_with_past import compare_with_past
    from autoadmin.workflows.preview_template import preview_template

    with door(context).open(config) as services:
        if against_past:
            compared = compare_with_past(services, template, against_past, by=who(), number=version)
            _tell_compared(template, compared, as_json=as_json)
            is_right = not any(one.problem for one in compared)
        else:
            made = preview_template(services, template, to=to, sample=sample, number=version, as_pdf=pdf)
            _tell_previews(template, made, as_json=as_json)
            is_right = not any(one.problem for one in made.previews)
    if not is_right:
        raise typer.Exit(NOT_RIGHT)


def _tell_previews(template: str, made: Previews, *, as_json: bool) -> None:
    if as_json:
        print_json(
            [
                {
                    "case": one.case,
                    "file": one.file,
                    "pdf": one.pdf,
                    "gaps": one.gaps,
                    "problem": one.problem,
                    "note": one.note,
                }
                for one in made.previews
            ]
        )
    else:
        rows = [
            (one.case, str(one.pdf or one.file or "–"), str(one.gaps), one.problem or one.note) for one in made.previews
        ]
        print_table(f"Previews of {template}", ("with", "file", "gaps", ""), rows)
    if made.note:
        print(made.note, file=sys.stderr)


def _tell_compared(template: str, compared: tuple[ComparedDraft, ...], *, as_json: bool) -> None:
    if as_json:
        print_json([_as_json(one) for one in compared])
        return
    if not compared:
        print(f"No document of {template} is in use yet.")
    for one in compared:
        print(f"{one.draft.id}  {one.draft.title}")
        for line in _lines(one):
            print(f"  {line}")
        print()


def _lines(one: ComparedDraft) -> list[str]:
    if one.problem:
        return [f"cannot be made with it: {one.problem}"]
    if not one.differences:
        return ["no difference"]
    lines: list[str] = []
    for each in one.differences:
        lines.append(f"{each.part}, paragraph {each.paragraph}")
        lines += [f"  - {each.before}"] if each.before else []
        lines += [f"  + {each.after}"] if each.after else []
    return lines


def _as_json(one: ComparedDraft) -> dict[str, object]:
    return {
        "id": one.draft.id,
        "template_number": one.draft.template_number,
        "problem": one.problem,
        "differences": [
            {"part": each.part, "paragraph": each.paragraph, "before": each.before, "after": each.after}
            for each in one.differences
        ],
    }
