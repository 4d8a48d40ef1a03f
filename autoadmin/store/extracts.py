"""What each extract could tell, so that what it does not say is not taken for what did not happen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Column, Connection, Date, Select, String, Table, delete, insert, select

from autoadmin.domain.files import TakenExtract
from autoadmin.domain.identifiers import ChildId
from autoadmin.store.columns import Json, UtcDateTime, metadata, refers_to
from autoadmin.store.rows import upsert, values_of

extracts = Table(
    "extracts",
    metadata,
    Column("sha256", String, refers_to("files.sha256"), primary_key=True),
    Column("kind", String, nullable=False),
    Column("council", String, nullable=False),
    Column("extract_on", Date, nullable=False),
    Column("taken_at", UtcDateTime, nullable=False),
    Column("carries", Json(frozenset[str]), nullable=False),
    Column("since", Date, nullable=True),
)
extract_children = Table(
    "extract_children",
    metadata,
    Column("sha256", String, refers_to("extracts.sha256"), primary_key=True),
    Column("child", String, refers_to("children.id"), primary_key=True, index=True),
)


class Extracts:
    """The extracts that were taken in, and the children each of them knows."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, sha256: str) -> TakenExtract | None:
        """Return one extract, or None."""
        return next(iter(self._list(select(extracts).where(extracts.c.sha256 == sha256))), None)

    def add(self, extract: TakenExtract) -> None:
        """Keep what an extract covers; the same extract once more replaces what was said of it."""
        upsert(self._connection, extracts, values_of(extract, without={"children"}))
        self._connection.execute(delete(extract_children).where(extract_children.c.sha256 == extract.sha256))
        if extract.children:
            rows = [{"sha256": extract.sha256, "child": child} for child in sorted(extract.children)]
            self._connection.execute(insert(extract_children), rows)

    def list(self, *, kind: str | None = None, council: str | None = None) -> tuple[TakenExtract, ...]:
        """Return the extracts of one kind and council, or all of them, the earliest extract first."""
        query = select(extracts)
        if kind is not None:
            query = query.where(extracts.c.kind == kind)
        if council is not None:
            query = query.where(extracts.c.council == council)
        return self._list(query)

    def list_for_child(self, child: ChildId) -> tuple[TakenExtract, ...]:
        """Return the extracts that know one child, the earliest first, each with that child alone."""
        known = select(extract_children.c.sha256).where(extract_children.c.child == child)
        rows = self._connection.execute(_in_order(select(extracts).where(extracts.c.sha256.in_(known))))
        return tuple(TakenExtract(**row._asdict(), children=frozenset({child})) for row in rows)

    def by_child(self, children: Collection[ChildId]) -> Mapping[ChildId, tuple[TakenExtract, ...]]:
        """Return the extracts that know each of some children, as `list_for_child`, each without its children."""
        held = {
            row.sha256: TakenExtract(**row._asdict()) for row in self._connection.execute(_in_order(select(extracts)))
        }
        known: dict[ChildId, set[str]] = defaultdict(set)
        query = select(extract_children.c.child, extract_children.c.sha256)
        for child, sha256 in self._connection.execute(query.where(extract_children.c.child.in_(children))):
            known[child].add(sha256)
        return {child: tuple(held[each] for each in held if each in theirs) for child, theirs in known.items()}

    def _list(self, query: Select[Any]) -> tuple[TakenExtract, ...]:
        rows = self._connection.execute(_in_order(query)).all()
        return tuple(TakenExtract(**row._asdict(), children=self._children(row.sha256)) for row in rows)

    def _children(self, sha256: str) -> frozenset[ChildId]:
        known = select(extract_children.c.child).where(extract_children.c.sha256 == sha256)
        return frozenset(self._connection.execute(known).scalars())


def _in_order(query: Select[Any]) -> Select[Any]:
    return query.order_by(extracts.c.extract_on, extracts.c.taken_at, extracts.c.sha256)
