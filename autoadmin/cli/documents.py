"""`autoadmin documents` and `autoadmin draft`: the drafts there are, and one more now."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autoadmin.cli import documents_remake
from autoadmin.cli.office_door import AsJson, At, Config, door, read_day, who
from autoadmin.cli.printing import in_words, print_json, print_table

if TYPE_CHECKING:
    from autoadmin.domain.drafts import Draft
    from autoadmin.workflows.list_documents import DocumentRow

app = typer.Typer(help="The drafts and documents.", no_args_is_help=False, invoke_without_command=True)
app.command("remake")(documents_remake.remake)

Family = Annotated[str, typer.Option("--family", metavar="ID", help="Only this family's.")]
Child = Annotated[str, typer.Option("--child", metavar="ID", help="Only this child's.")]
All = Annotated[bool, typer.Option("--all", help="Also drafts that were replaced or withdrawn.")]


@app.callback()
def documents(
    context: typer.Context,
    family: Family = "",
    child: Child = "",
    is_all: All = False,
    as_json: AsJson = False,
    config: Config = None,
) -> None:
    """List the drafts and documents."""
    if context.invoked_subcommand is None:
        list_(context, family, child, is_all, as_json, config)


@app.command("list")
def list_(
    context: typer.Context,
    family: Family = "",
    child: Child = "",
    is_all: All = False,
    as_json: AsJson = False,
    config: Config = None,
) -> None:
    """List the drafts and documents, in the order they were made."""
    from autoadmin.workflows.list_documents import list_documents

    with door(context).open(config) as services:
        rows = list_documents(services, by=who(), family=family, child=child, is_all=is_all)
    if as_json:
        print_json([as_json_row(row) for row in rows])
    else:
        print_documents(rows)


@app.command("show")
def show(
    context: typer.Context,
    draft: Annotated[str, typer.Argument(metavar="ID")],
    as_json: AsJson = False,
    config: Config = None,
) -> None:
    """Print all that is known about one draft: where it lies, what nobody recorded, what it replaced."""
    from autoadmin.domain.drafts import SENTENCES
    from autoadmin.workflows.list_documents import show_document

    with door(context).open(config) as services:
        row = show_document(services, draft, by=who())
    if as_json:
        print_json(as_json_row(row))
        return
    held = row.draft
    print(f"{held.title} ({held.id})\n{SENTENCES[held.state]}\n")
    for label, value in (
        ("Template", _version(held)),
        ("Unit", row.unit_name),
        ("Family", f"{row.family_name} ({held.family})" if held.family else ""),
        ("Children", ", ".join(held.children)),
        ("Meeting", in_words(held.meeting_on) if held.meeting_on else ""),
        ("Due", in_words(held.due_on) if held.due_on else ""),
        ("Replaces", held.supersedes or ""),
        ("File", str(row.place)),
        ("SHA-256", held.sha256),
    ):
        if value:
            print(f"{label:>9}  {value}")
    if held.gaps:
        print("\nNobody recorded:")
        for gap in held.gaps:
            print(f"  - {gap.what}{' (needed before signing)' if gap.is_required else ''}")
    for note in held.notes:
        print(f"\nNote: {note}")


@app.command("export")
def export(
    context: typer.Context,
    draft: Annotated[str, typer.Argument(metavar="ID")],
    file: Annotated[Path, typer.Argument(metavar="FILE", dir_okay=False, help="Where to write the Word file.")],
    config: Config = None,
) -> None:
    """Write a draft's Word file, exactly as it was drafted."""
    from autoadmin.workflows.list_documents import export_document

    with door(context).open(config) as services:
        held = export_document(services, draft, file, by=who())
    print(f"{held.id} written to {file}.")


def draft(
    context: typer.Context,
    template: Annotated[str, typer.Argument(metavar="TEMPLATE", help="For example conference-report.")],
    family: Annotated[str, typer.Option("--family", metavar="ID", help="Each child of this family.")] = "",
    child: Annotated[str, typer.Option("--child", metavar="ID")] = "",
    meeting: Annotated[str, typer.Option("--meeting", metavar="ID", help="Of this meeting; else the last one.")] = "",
    unit: Annotated[str, typer.Option("--unit", metavar="ID", help="For a document about a whole unit.")] = "",
    meeting_on: Annotated[
        str, typer.Option("--on", parser=read_day, metavar="DATE", help="The day of the meeting it is for.")
    ] = "",
    allowed: Annotated[
        list[str] | None,
        typer.Option(
            "--allow", metavar="ID", help="People of this other family belong in the document. May be repeated."
        ),
    ] = None,
    role: Annotated[
        str, typer.Option("--for", metavar="ROLE", help="A copy of a chronology for a parent or an agency, redacted.")
    ] = "",
    as_json: AsJson = False,
    at: At = None,
    config: Config = None,
) -> None:
    """Draft one document now, from the records as they stand."""
    from autoadmin.workflows.draft_document import draft_document
    from autoadmin.workflows.draft_subjects import draft_subjects
    from autoadmin.workflows.list_documents import show_document
    from autoadmin.workflows.place_document import place_document

    asked = {"family": family, "child": child, "meeting": meeting, "unit": unit, "meeting_on": meeting_on}
    with door(context).open(config, at=at) as services:
        rows = []
        for about in draft_subjects(services, template, asked):
            made = draft_document(services, template=template, **about, role=role, allowed=tuple(allowed or ()))
            place_document(services, draft=made.id)
            rows.append(show_document(services, made.id, by=who()))
    if as_json:
        print_json([as_json_row(row) for row in rows])
    else:
        print_documents(rows)


def _version(held: Draft) -> str:
    """Return which version of which template made a draft; its number in the history where one was kept."""
    number = f" {held.template_number}" if held.template_number else ""
    return f"{held.template}, version{number} ({held.template_version})"


def as_json_row(row: DocumentRow) -> dict[str, object]:
    """Return a draft as `documents --json` lists it (design.md, section 5)."""
    held = row.draft
    return {
        "id": held.id,
        "title": held.title,
        "template": held.template,
        "template_version": held.template_version,
        "template_number": held.template_number,
        "template_sha256": held.template_sha256,
        "unit": row.unit_name or None,
        "family": held.family,
        "children": list(held.children),
        "meeting_on": held.meeting_on,
        "state": held.state.value,
        "due_on": held.due_on,
        "drafted_at": held.drafted_at,
        "gaps": [{"field": gap.field, "what": gap.what, "required": gap.is_required} for gap in held.gaps],
        "file": row.place,
        "sha256": held.sha256,
    }


def print_documents(rows: Sequence[DocumentRow]) -> None:
    """Print drafts as a table, with how many gaps each has and how many of those stop it from being signed."""
    columns = ("document", "unit", "family", "children", "meeting", "due", "gaps", "state", "id")
    print_table("Documents", columns, [_cells(row) for row in rows])


def _cells(row: DocumentRow) -> tuple[str, ...]:
    held = row.draft
    required = len(held.required_gaps)
    gaps = f"{len(held.gaps)}{f' ({required} to fill)' if required else ''}" if held.gaps else "–"
    return (
        held.template,
        row.unit_name or "–",
        f"{row.family_name} ({held.family})" if held.family else "–",
        ", ".join(held.children) or "–",
        in_words(held.meeting_on),
        in_words(held.due_on),
        gaps,
        held.state.value.replace("_", " "),
        held.id,
    )
