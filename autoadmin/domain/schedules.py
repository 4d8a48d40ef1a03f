"""When which workflow runs: the values of `schedules/*.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum

from autoadmin.domain.identifiers import RuleId


class CatchUp(StrEnum):
    """What happens with instants that passed while the machine was off."""

    LATEST = "latest"  # only the last one missed
    EVERY = "every"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Cron:
    """At fixed times, in Europe/London: five crontab fields."""

    expression: str


@dataclass(frozen=True, slots=True)
class BeforeMeeting:
    """So many working days before each unit's next meeting, at a time of day in Europe/London."""

    working_days: int
    at: time


@dataclass(frozen=True, slots=True)
class BeforeDue:
    """When a clock of one of these rules is so many working days, or fewer, from due, at a time of day."""

    rules: tuple[RuleId, ...]
    working_days: int
    at: time
    is_for_untold: bool = True  # also of clocks of which nobody can tell whether the work was done


When = Cron | BeforeMeeting | BeforeDue


@dataclass(frozen=True, slots=True)
class Schedule:
    """One line of an administrator's diary."""

    id: str
    title: str
    when: When
    workflow: str
    arguments: Mapping[str, str] = field(default_factory=dict)
    catch_up: CatchUp = CatchUp.LATEST
    is_on: bool = True
    file: str = ""


@dataclass(frozen=True, slots=True)
class Firing:
    """One instant at which a schedule is to run, for whom. Its `key` makes it happen once."""

    schedule: str
    at: datetime  # aware, UTC
    workflow: str
    arguments: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Return `schedule@instant`, with the unit or child where the schedule fires once for each."""
        whom = "".join(
            f"/{value}" for name, value in sorted(self.arguments.items()) if name in {"unit", "child", "clock"}
        )
        return f"{self.schedule}{whom}@{self.at:%Y-%m-%dT%H:%MZ}"
