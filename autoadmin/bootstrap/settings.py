"""One council's settings, read from `config.toml` and checked, every mistake named at once with its place."""

from __future__ import annotations

import itertools
import tomllib
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from autoadmin.domain.errors import OperationError

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CouncilSettings(_Table):
    """How the council is called in documents."""

    name: str = ""


class PathSettings(_Table):
    """Where things lie; read from the folder that holds the settings."""

    database: Path = Path("autoadmin.db")
    inbox: Path = Path("inbox")
    outbox: Path = Path("outbox")
    templates: Path = Path("templates")
    schedules: Path = Path("schedules")


class InboxSettings(_Table):
    """When a dropped file counts as complete, in seconds without a change."""

    settle_seconds: float = Field(default=2.0, ge=0, le=3600)


class TermSettings(_Table):
    """A school term, from its first day to its last."""

    first: date
    last: date

    @model_validator(mode="after")
    def _in_order(self) -> TermSettings:
        if self.last < self.first:
            raise ValueError(f"the term from {self.first} ends before it begins")
        return self


class CalendarSettings(_Table):
    """Bank holidays that the built-in list lacks or should not have; the council's closures; its schools' terms."""

    extra_bank_holidays: tuple[date, ...] = ()
    dropped_bank_holidays: tuple[date, ...] = ()
    council_closure_days: tuple[date, ...] = ()
    school_days_off: tuple[date, ...] = ()
    school_term: tuple[TermSettings, ...] = ()

    @model_validator(mode="after")
    def _terms_apart(self) -> CalendarSettings:
        terms = sorted(self.school_term, key=lambda term: term.first)
        for earlier, later in itertools.pairwise(terms):
            if later.first <= earlier.last:
                raise ValueError(f"the school term from {later.first} begins before the one before it has ended")
        return self


class UnitSettings(_Table):
    """A unit whose meeting day is fixed."""

    name: str
    meeting_day: Weekday


class Settings(_Table):
    """Everything `config.toml` can say, with absolute paths once loaded."""

    council: CouncilSettings = CouncilSettings()
    paths: PathSettings = PathSettings()
    inbox: InboxSettings = InboxSettings()
    calendar: CalendarSettings = CalendarSettings()
    unit: tuple[UnitSettings, ...] = ()
    spellings: dict[str, dict[str, str]] = Field(default_factory=dict)


def load_settings(file: Path) -> Settings:
    """Return the settings in `file`, paths made absolute; raise `OperationError` naming every mistake."""
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise OperationError(
            f"There is no {file}. Run `autoadmin init DIR` to make one, or name yours with --config."
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise OperationError(f"{file} cannot be read ({type(error).__name__}).") from error
    try:
        settings = Settings.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise OperationError(f"{file} is not valid TOML: {error}.") from error
    except ValidationError as error:
        raise OperationError(f"{file}: {_mistakes(error)}") from error
    return _with_absolute_paths(settings, file.absolute().parent)


def _mistakes(error: ValidationError) -> str:
    return " ".join(f"[{'.'.join(str(part) for part in item['loc'])}] {item['msg']}." for item in error.errors())


def _with_absolute_paths(settings: Settings, folder: Path) -> Settings:
    paths = PathSettings(**{name: folder / path for name, path in settings.paths})
    return settings.model_copy(update={"paths": paths})
