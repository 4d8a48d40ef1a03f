"""Children as held, with a family or without one."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Date, String, Table, select

from autoadmin.domain.errors import UnknownIdError
from autoadmin.domain.identifiers import ChildId, FamilyId
from autoadmin.domain.people import Child
from autoadmin.store.columns import metadata, refers_to
from autoadmin.store.rows import upsert, values_of
from autoadmin.store.stamps import Stamped, Stamps

children = Table(
    "children",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("family", String, refers_to("families.id"), nullable=True, index=True),
    Column("born_on", Date, nullable=True),
    Column("expected_on", Date, nullable=True),
    Column("died_on", Date, nullable=True),
)


class Children:
    """The children that sheets or extracts know."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._stamps = Stamps(connection)

    def get(self, child: ChildId) -> Child:
        """Return one child; UnknownIdError where none has that id."""
        if found := self.find(child):
            return found
        raise UnknownIdError(f"No child has the id {child}.")

    def find(self, child: ChildId) -> Child | None:
        """Return one child, or None."""
        row = self._connection.execute(select(children).where(children.c.id == child)).one_or_none()
        return Child(**row._asdict()) if row else None

    def save(self, child: Child) -> None:
        """Keep a child as they are now."""
        upsert(self._connection, children, values_of(child))
        self._stamps.renew(Stamped.PEOPLE)

    def list(self, family: FamilyId | None = None) -> tuple[Child, ...]:
        """Return the children of one family, or all of them, by id."""
        query = select(children).order_by(children.c.id)
        if family is not None:
            query = query.where(children.c.family == family)
        return tuple(Child(**row._asdict()) for row in self._connection.execute(query))

    def list_without_family(self) -> tuple[Child, ...]:
        """Return the children whom nobody has placed in a family, by id."""
        rows = self._connection.execute(select(children).where(children.c.family.is_(None)).order_by(children.c.id))
        return tuple(Child(**row._asdict()) for row in rows)
