"""Units and who works in them."""

from __future__ import annotations

from sqlalchemy import Column, Connection, String, Table, select

from autoadmin.domain.errors import UnknownIdError
from autoadmin.domain.identifiers import MemberId, UnitId
from autoadmin.domain.identity import fold
from autoadmin.domain.people import Member, Unit
from autoadmin.store.columns import metadata, refers_to
from autoadmin.store.rows import upsert, values_of
from autoadmin.store.stamps import Stamped, Stamps

units = Table(
    "units",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("council", String, nullable=False),
    Column("folded_name", String, nullable=False, index=True),
)
members = Table(
    "members",
    metadata,
    Column("id", String, primary_key=True),
    Column("unit", String, refers_to("units.id"), nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("role", String, nullable=False),
)


class Units:
    """The units of the council."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._stamps = Stamps(connection)

    def get(self, unit: UnitId) -> Unit:
        """Return one unit; UnknownIdError where none has that id."""
        if found := self.find(unit):
            return found
        raise UnknownIdError(f"No unit has the id {unit}.")

    def find(self, unit: UnitId) -> Unit | None:
        """Return one unit, or None."""
        row = self._connection.execute(_UNITS.where(units.c.id == unit)).one_or_none()
        return Unit(**row._asdict()) if row else None

    def list_by_name(self, name: str) -> tuple[Unit, ...]:
        """Return the units of that name, however it is spaced and in either case: more than one is a doubt."""
        rows = self._connection.execute(_UNITS.where(units.c.folded_name == fold(name)).order_by(units.c.id))
        return tuple(Unit(**row._asdict()) for row in rows)

    def list(self) -> tuple[Unit, ...]:
        """Return every unit, by name."""
        rows = self._connection.execute(_UNITS.order_by(units.c.folded_name, units.c.id))
        return tuple(Unit(**row._asdict()) for row in rows)

    def save(self, unit: Unit) -> None:
        """Keep a unit as it is now."""
        upsert(self._connection, units, {**values_of(unit), "folded_name": fold(unit.name)})

    def find_member(self, member: MemberId) -> Member | None:
        """Return one member of any unit, or None."""
        row = self._connection.execute(select(members).where(members.c.id == member)).one_or_none()
        return Member(**row._asdict()) if row else None

    def list_members(self, unit: UnitId | None = None) -> tuple[Member, ...]:
        """Return the members of one unit, or of all, by name."""
        query = select(members).order_by(members.c.name, members.c.id)
        if unit is not None:
            query = query.where(members.c.unit == unit)
        return tuple(Member(**row._asdict()) for row in self._connection.execute(query))

    def save_member(self, member: Member) -> None:
        """Keep a member as they are now."""
        upsert(self._connection, members, values_of(member))
        self._stamps.renew(Stamped.PEOPLE)


_UNITS = select(units.c.id, units.c.name, units.c.council)
