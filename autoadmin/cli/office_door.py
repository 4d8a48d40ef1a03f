"""From a command to the services: opened when a command needs them, closed when it ends."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

if TYPE_CHECKING:
    from autoadmin.workflows.services import Services

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
Config = Annotated[Path | None, typer.Option("--config", help="The council's settings.", show_default=False)]


def read_at(text: str) -> datetime:
    """Return the instant typed after `--at`; a time without a zone is that of the clock on the wall in London."""
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f'"{text}" is no date and time. Write it as 2026-11-26T09:00.') from None
    return instant if instant.tzinfo else instant.replace(tzinfo=ZoneInfo("Europe/London"))


def read_day(text: str) -> str:
    """Return a day typed on the command line as it is written everywhere, "2026-11-26"; empty where none is given."""
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise typer.BadParameter(f'"{text}" is no date. Write it as 2026-11-26.') from None


At = Annotated[
    datetime | None,
    typer.Option("--at", parser=read_at, metavar="TIME", help="As at this time, for example 2026-11-26T09:00."),
]


By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who does it; else the account at the keyboard.")]


@dataclass(slots=True)
class Door:
    """Which settings a command works with."""

    config: Path

    @contextmanager
    def open(self, config: Path | None = None, *, at: datetime | None = None) -> Iterator[Services]:
        """Yield the services of the council whose settings were chosen."""
        from autoadmin.bootstrap import load_settings, open_office

        services = open_office(load_settings(config or self.config), at=at)
        try:
            yield services
        finally:
            services.store.close()


def door(context: typer.Context) -> Door:
    """Return the door that the main command left open."""
    found = context.obj
    return found if isinstance(found, Door) else Door(Path("config.toml"))


def who() -> str:
    """Return who is at the keyboard, for the audit trail."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown user"


def named(by: str) -> str:
    """Return who does something: the name given, or the account at the keyboard."""
    return " ".join(by.split()) or who()
