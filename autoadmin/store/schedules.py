"""Up to which instant each schedule has been looked at: what came after is still to be caught up with."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, Connection, String, Table, select

from autoadmin.store.columns import UtcDateTime, metadata
from autoadmin.store.rows import upsert

schedules = Table(
    "schedules",
    metadata,
    Column("id", String, primary_key=True),
    Column("considered_until", UtcDateTime, nullable=False),
)


class Schedules:
    """The baseline of every schedule, by its id."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, schedule: str) -> datetime | None:
        """Return the instant up to which a schedule has been considered; None where it never was."""
        query = select(schedules.c.considered_until).where(schedules.c.id == schedule)
        return self._connection.execute(query).scalar_one_or_none()

    def set(self, schedule: str, considered_until: datetime) -> None:
        """Keep the instant up to which a schedule has been considered."""
        upsert(self._connection, schedules, {"id": schedule, "considered_until": considered_until})
