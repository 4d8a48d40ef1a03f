"""`autoadmin templates`: what documents are made from, and how that changes."""

from __future__ import annotations

import typer

from autoadmin.cli import (
    templates_check,
    templates_fields,
    templates_history,
    templates_list,
    templates_preview,
    templates_propose,
    templates_publish,
    templates_replace,
    templates_rollback,
)

app = typer.Typer(help="The Word templates.", no_args_is_help=True)
app.command("list")(templates_list.list_)
app.command("check", cls=templates_check.CheckCommand)(templates_check.check)
app.command("fields")(templates_fields.fields)
app.command("replace")(templates_replace.replace)
app.command("preview")(templates_preview.preview)
app.command("propose")(templates_propose.propose)
app.command("publish")(templates_publish.publish)
app.command("history")(templates_history.history)
app.command("rollback")(templates_rollback.rollback)
