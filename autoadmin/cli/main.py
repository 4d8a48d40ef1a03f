"""The `autoadmin` command: its parts, and what happens when something cannot be done."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer

from autoadmin.cli import chronology, demo, documents, due, intake, office, pictures, schedules, templates
from autoadmin.cli.office_door import Door
from autoadmin.domain.errors import AutoadminError, WrongUseError

WRONG_USE = 2  # as for an option that there is not
COULD_NOT = 3

app = typer.Typer(
    name="autoadmin",
    help="A case discussion is recorded once; every document it owes is drafted from it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("demo")(demo.demo)
app.command("init")(office.init)
app.command("run")(office.run)
app.command("intake")(intake.intake)
app.command("due")(due.due)
app.command("draft")(documents.draft)
app.add_typer(documents.app, name="documents")
app.add_typer(chronology.app, name="chronology")
app.add_typer(pictures.app, name="pictures")
app.add_typer(templates.app, name="templates")
app.add_typer(schedules.app, name="schedules")
app.command("doctor")(office.doctor)
app.command("schema")(office.schema)
app.command("version")(office.version)


@app.callback()
def choose_office(
    context: typer.Context,
    config: Annotated[Path, typer.Option("--config", envvar="AUTOADMIN_CONFIG", help="The council's settings.")] = Path(
        "config.toml"
    ),
) -> None:
    """Remember which council's settings to use; they are read when a command needs them."""
    context.obj = Door(config)


def main() -> None:
    """Run the command; whatever cannot be done ends as one plain sentence on standard error, never a traceback."""
    try:
        app()
    except AutoadminError as error:
        _say(str(error))
        sys.exit(WRONG_USE if isinstance(error, WrongUseError) else COULD_NOT)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone; there is nobody to tell
        sys.exit(0)
    except Exception as error:
        _say(
            f"autoadmin met something it does not know ({_where(error)}). Nothing was left half done; please report it."
        )
        sys.exit(COULD_NOT)


def _say(sentence: str) -> None:
    print(f"autoadmin: {sentence}", file=sys.stderr)


def _where(error: Exception) -> str:
    """Return the kind of error and the place in our code; its message may hold case content and is left out."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "autoadmin" in frame.filename]
    place = f", {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"
