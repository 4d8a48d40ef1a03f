"""Who did what: a chain in which each row's hash covers the row before it, so that a change shows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import Column, Connection, Integer, String, Table, insert, select

from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.identifiers import digest
from autoadmin.store.canonical import to_json
from autoadmin.store.columns import Json, UtcDateTime, metadata
from autoadmin.store.rows import values_of

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("action", String, nullable=False),
    Column("subject", String, nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False, index=True),
    Column("by", String, nullable=False),
    Column("details", Json(Mapping[str, str]), nullable=False),
    # Unique, so that two writers can never add two rows after the same one.
    Column("previous_hash", String, nullable=False, unique=True),
    Column("hash", String, nullable=False),
)

BEGINNING = ""  # what the first row takes for the hash before it


class Audit:
    """The audit trail: rows are added and never changed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, entry: AuditEntry) -> None:
        """Add one entry to the end of the chain."""
        last = self._connection.execute(select(audit.c.id, audit.c.hash).order_by(audit.c.id.desc()).limit(1)).first()
        number, before = (last.id + 1, last.hash) if last else (1, BEGINNING)
        chain = {"id": number, "previous_hash": before, "hash": _hash(number, before, entry)}
        self._connection.execute(insert(audit).values(**chain, **values_of(entry)))

    def list(
        self, *, subject: str | None = None, since: datetime | None = None, limit: int | None = None
    ) -> tuple[AuditEntry, ...]:
        """Return the entries about one subject, from an instant on, or all of them, oldest first.

        With `limit` only so many of the newest are returned.
        """
        query = _ENTRIES.order_by(audit.c.id.desc()).limit(limit)
        if subject is not None:
            query = query.where(audit.c.subject == subject)
        if since is not None:
            query = query.where(audit.c.at >= since)
        newest_first = self._connection.execute(query).all()
        return tuple(AuditEntry(**row._asdict()) for row in reversed(newest_first))

    def verify(self) -> int | None:
        """Return the id of the first row that was changed, removed or put in; None where the chain is whole.

        Rows cut off the end cannot be told from rows never written.
        """
        expected, before = 1, BEGINNING
        for row in self._connection.execute(select(audit).order_by(audit.c.id)):
            entry = AuditEntry(row.action, row.subject, row.at, row.by, row.details)
            if row.id != expected or row.previous_hash != before or row.hash != _hash(row.id, before, entry):
                return expected
            expected, before = row.id + 1, row.hash
        return None


_ENTRIES = select(audit.c.action, audit.c.subject, audit.c.at, audit.c.by, audit.c.details)


def _hash(number: int, before: str, entry: AuditEntry) -> str:
    at = entry.at.astimezone(UTC).isoformat()
    details = to_json(Mapping[str, str], entry.details)
    return digest(before, str(number), entry.action, entry.subject, at, entry.by, details)
