"""`autoadmin pictures`: a family's genogram or ecomap as recorded, to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from autoadmin.cli.office_door import Config, door, who

app = typer.Typer(help="Genograms and ecomaps, as recorded.", no_args_is_help=True)

Family = Annotated[str, typer.Option("--family", metavar="ID", help="The family to draw.")]
Child = Annotated[str, typer.Option("--child", metavar="ID", help="The child it is about; else every child.")]
File = Annotated[Path, typer.Argument(metavar="FILE", dir_okay=False, help="Where to draw it: a .svg or .png.")]


@app.command("genogram")
def genogram(context: typer.Context, file: File, family: Family, child: Child = "", config: Config = None) -> None:
    """Draw who is whose child, who lives together and who is not known; print the same in words."""
    _draw(context, "genogram", family, child, file, config)


@app.command("ecomap")
def ecomap(context: typer.Context, file: File, family: Family, child: Child = "", config: Config = None) -> None:
    """Draw the family and the people and services recorded around it; print the same in words."""
    _draw(context, "ecomap", family, child, file, config)


def _draw(context: typer.Context, picture: str, family: str, child: str, file: Path, config: Path | None) -> None:
    from autoadmin.workflows.draw_picture import draw_picture

    with door(context).open(config) as services:
        drawn = draw_picture(services, picture, family, file, by=who(), child=child)
    print(f"{drawn.alt}\n\nDrawn in {file}.")
