"""Families with their children."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from sqlalchemy import Column, Connection, String, Table, select

from autoadmin.domain.errors import UnknownIdError
from autoadmin.domain.identifiers import FamilyId, UnitId
from autoadmin.domain.people import Adult, Child, Family
from autoadmin.store.children import Children, children
from autoadmin.store.columns import Json, metadata, refers_to
from autoadmin.store.rows import upsert, values_of
from autoadmin.store.stamps import Stamped, Stamps

families = Table(
    "families",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("unit", String, refers_to("units.id"), nullable=True, index=True),
    Column("worker", String, nullable=False),
    Column("status", String, nullable=False),
    Column("adults", Json(tuple[Adult, ...]), nullable=False),
)


class Families:
    """The families that the units share."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._stamps = Stamps(connection)
        self._children = Children(connection)

    def get(self, family: FamilyId) -> Family:
        """Return one family with its children; UnknownIdError where none has that id."""
        if found := self.find(family):
            return found
        raise UnknownIdError(f"No family has the id {family}.")

    def find(self, family: FamilyId) -> Family | None:
        """Return one family with its children, or None."""
        row = self._connection.execute(select(families).where(families.c.id == family)).one_or_none()
        return Family(**row._asdict(), children=self._children.list(family)) if row else None

    def save(self, family: Family) -> None:
        """Keep a family and the children named in it. Children that it does not name stay in it as they are."""
        upsert(self._connection, families, values_of(family, without={"children"}))
        self._stamps.renew(Stamped.PEOPLE)
        for child in family.children:
            self._children.save(replace(child, family=family.id))

    def list(self, unit: UnitId | None = None) -> tuple[Family, ...]:
        """Return the families of one unit, or all of them, with their children, by name."""
        wanted = select(families).order_by(families.c.name, families.c.id)
        theirs = select(children).join(families, children.c.family == families.c.id).order_by(children.c.id)
        if unit is not None:
            wanted, theirs = wanted.where(families.c.unit == unit), theirs.where(families.c.unit == unit)
        by_family: dict[str, list[Child]] = defaultdict(list)
        for row in self._connection.execute(theirs):
            by_family[row.family].append(Child(**row._asdict()))
        rows = self._connection.execute(wanted).all()
        return tuple(Family(**row._asdict(), children=tuple(by_family[row.id])) for row in rows)
