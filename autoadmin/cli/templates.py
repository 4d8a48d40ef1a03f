"""`autoadmin templates`: what there is to draft from."""

from __future__ import annotations

import typer

from autoadmin.cli import templates_fields
from autoadmin.cli.office_door import AsJson, Config, door
from autoadmin.cli.printing import print_json, print_table

NOT_RIGHT = 1

app = typer.Typer(help="The Word templates.", no_args_is_help=True)
app.command("fields")(templates_fields.fields)


@app.command("list")
def list_(context: typer.Context, as_json: AsJson = False, config: Config = None) -> None:
    """List the templates, and say what is wrong with any that cannot be used."""
    from autoadmin.workflows.list_templates import list_templates

    with door(context).open(config) as services:
        catalogue = list_templates(services)
    if as_json:
        print_json(
            [
                {
                    "id": template.id,
                    "title": template.title,
                    "version": template.version,
                    "about": template.subject.value,
                    "law": template.law,
                    "signed_by": template.signed_by,
                    "received_by": list(template.received_by),
                    "answers": list(template.answers),
                    "sha256": template.sha256,
                }
                for template in catalogue.templates
            ]
        )
    else:
        rows = [
            (t.id, t.version, t.title, t.subject.value, ", ".join(t.answers) or "–", t.signed_by or "–")
            for t in catalogue.templates
        ]
        print_table("Templates", ("id", "version", "title", "about", "answers", "signed by"), rows)
    for problem in catalogue.problems:
        typer.echo(problem, err=True)
    if catalogue.problems:
        raise typer.Exit(NOT_RIGHT)
