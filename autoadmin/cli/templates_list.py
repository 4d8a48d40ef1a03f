"""`autoadmin templates list`: what is in force, what waits, and what is wrong with any working copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from autoadmin import __version__
from autoadmin.cli.office_door import AsJson, At, Config, door
from autoadmin.cli.printing import in_words, print_json, print_table

if TYPE_CHECKING:
    from autoadmin.domain.versions import TemplateVersion
    from autoadmin.workflows.list_templates import TemplateRow

NOT_RIGHT = 1


def list_(context: typer.Context, as_json: AsJson = False, at: At = None, config: Config = None) -> None:
    """List the templates, the version in force of each, and what is wrong with any that was edited."""
    from autoadmin.workflows.list_templates import list_templates

    with door(context).open(config, at=at) as services:
        templates = list_templates(services)
    if as_json:
        print_json([_as_json(row) for row in templates.rows])
    else:
        columns = ("id", "in force", "title", "about", "answers", "signed by", "documents", "")
        print_table("Templates", columns, [_cells(row) for row in templates.rows])
    for problem in templates.problems:
        typer.echo(problem, err=True)
    if templates.problems:
        raise typer.Exit(NOT_RIGHT)


def version_as_json(version: TemplateVersion | None) -> dict[str, object] | None:
    """Return a version as every list of `templates` gives it."""
    if version is None:
        return None
    return {
        "number": version.number,
        "state": version.state.value,
        "author": version.author,
        "proposed_at": version.proposed_at,
        "note": version.note,
        "publisher": version.publisher or None,
        "published_at": version.published_at,
        "in_force_from": version.in_force_from,
        "confirmed": list(version.confirmed),
        "restores": version.restores,
        "sha256": version.sha256,
    }


def _as_json(row: TemplateRow) -> dict[str, object]:
    template = row.template
    return {
        "id": template.id,
        "title": template.title,
        "version": template.version,
        "about": template.subject.value,
        "law": template.law,
        "signed_by": template.signed_by,
        "received_by": list(template.received_by),
        "answers": list(template.answers),
        "sha256": template.sha256,
        "in_force": version_as_json(row.current),
        "to_come": version_as_json(row.to_come),
        "proposed": version_as_json(row.proposed),
        "edited_since": row.is_edited,
        "newer_shipped": row.is_offered,
        "documents": row.usage.documents,
        "last_used_at": row.usage.last_at,
    }


def _cells(row: TemplateRow) -> tuple[str, ...]:
    template, current = row.template, row.current
    since = in_words(current.in_force_from) if current and current.in_force_from else "the start"
    used = row.usage
    return (
        template.id,
        f"{current.number}, since {since}" if current else "none",
        template.title,
        template.subject.value,
        ", ".join(template.answers) or "–",
        template.signed_by or "–",
        f"{used.documents}, last {in_words(used.last_at.date())}" if used.last_at else "none",
        _news(row),
    )


def _news(row: TemplateRow) -> str:
    """Return what has happened to a template since its version came into force."""
    news = [row.awaited] if row.awaited else []
    if row.proposed and not row.awaited:
        news.append(f"version {row.proposed.number} proposed by {row.proposed.author}, waiting for a second person")
    if row.to_come and not row.awaited:
        news.append(f"version {row.to_come.number} from {in_words(row.to_come.in_force_from)}")
    if row.is_edited and row.current:
        news.append("edited since")
    if row.is_offered:
        news.append(f"autoadmin {__version__} ships another: `propose {row.template.id} --shipped` takes it")
    return "; ".join(news)
