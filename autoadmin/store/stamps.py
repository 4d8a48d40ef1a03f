"""Stamps: a word that is another one as soon as what it stands for changes: what was read may be kept until then."""

from __future__ import annotations

from enum import StrEnum
from uuid import uuid4

from sqlalchemy import Column, Connection, String, Table, select

from autoadmin.store.columns import OneOf, metadata
from autoadmin.store.rows import upsert


class Stamped(StrEnum):
    """What has a stamp."""

    PEOPLE = "people"  # families, children, adults and the members of units
    ADDRESSES = "addresses"  # events that say where a child lives


stamps = Table(
    "stamps",
    metadata,
    Column("what", OneOf(Stamped), primary_key=True),
    Column("stamp", String, nullable=False),
)


class Stamps:
    """The stamps as one transaction sees them. They are words, not counts: none ever comes back with a backup."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._renewed: set[Stamped] = set()

    def get(self, what: Stamped) -> str:
        """Return a stamp; empty where nothing of the kind was ever changed."""
        found = self._connection.execute(select(stamps.c.stamp).where(stamps.c.what == what)).scalar_one_or_none()
        return found or ""

    def renew(self, what: Stamped) -> None:
        """Make it known at the commit, to every process, that something of the kind has changed."""
        if what not in self._renewed:
            self._renewed.add(what)
            upsert(self._connection, stamps, {"what": what, "stamp": uuid4().hex})
