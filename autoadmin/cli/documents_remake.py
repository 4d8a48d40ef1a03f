"""`autoadmin documents remake`: a document made again from what is kept of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autoadmin.cli.office_door import AsJson, Config, door, who
from autoadmin.cli.printing import print_json

NOT_RIGHT = 1


def remake(
    context: typer.Context,
    draft: Annotated[str, typer.Argument(metavar="ID")],
    file: Annotated[Path, typer.Argument(metavar="FILE", dir_okay=False, help="Where to write the Word file.")],
    as_json: AsJson = False,
    config: Config = None,
) -> None:
    """Make a document again from its kept content and template, and compare it with the file that was drafted."""
    from autoadmin.workflows.remake_document import remake_document

    with door(context).open(config) as services:
        remade = remake_document(services, draft, file, by=who())
    held = remade.draft
    if as_json:
        answer = {"id": held.id, "file": file, "sha256": remade.sha256, "same": remade.is_same}
        print_json({**answer, "same_words": remade.has_same_words, "engine": held.engine or None})
    else:
        print(f"{held.id} made again in {file}. {remade.says}")
    if not remade.is_same:
        raise typer.Exit(NOT_RIGHT)
