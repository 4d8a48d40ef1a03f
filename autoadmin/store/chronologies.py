"""What people chose about the rows of a child's chronology, and the state that it is kept in."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Connection, Date, Integer, String, Table, Text, insert, select

from autoadmin.domain.chronologies import ChronologyRow, ChronologyState, Keeping, Meaning, RowChoice, RowWords
from autoadmin.domain.events import Source
from autoadmin.domain.identifiers import ChildId
from autoadmin.store.columns import Json, OneOf, UtcDateTime, metadata, refers_to
from autoadmin.store.rows import upsert, values_of

chronology_choices = Table(
    "chronology_choices",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("child", String, refers_to("children.id"), nullable=False, index=True),
    Column("keys", Json(tuple[str, ...]), nullable=False),
    Column("is_included", Boolean(create_constraint=False), nullable=False),
    Column("why", Text, nullable=False),
    Column("by", String, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("on", Date, nullable=False),
    Column("read", Text, nullable=False),
    Column("codes", Json(tuple[str, ...]), nullable=False),
    Column("sources", Json(tuple[Source, ...]), nullable=False),
)
chronology_words = Table(
    "chronology_words",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("child", String, refers_to("children.id"), nullable=False, index=True),
    Column("keys", Json(tuple[str, ...]), nullable=False),
    Column("meaning", OneOf(Meaning), nullable=False),
    Column("text", Text, nullable=False),
    Column("by", String, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("on", Date, nullable=False),
    Column("read", Text, nullable=False),
    Column("codes", Json(tuple[str, ...]), nullable=False),
    Column("sources", Json(tuple[Source, ...]), nullable=False),
)
chronologies = Table(
    "chronologies",
    metadata,
    Column("child", String, refers_to("children.id"), primary_key=True),
    Column("state", OneOf(ChronologyState), nullable=False),
    Column("by", String, nullable=False),
    Column("at", UtcDateTime, nullable=True),
    Column("why", Text, nullable=False),
    Column("rows", Json(tuple[ChronologyRow, ...]), nullable=False),
)


class Chronologies:
    """People's choices, none of which is ever taken away, and how each chronology is kept."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_choice(self, choice: RowChoice) -> None:
        """Keep a choice; the last one about a row is the one that holds."""
        self._connection.execute(insert(chronology_choices).values(values_of(choice)))

    def list_choices(self, child: ChildId) -> tuple[RowChoice, ...]:
        """Return every choice about a child's rows, in the order in which they were made."""
        columns = [column for column in chronology_choices.c if column.name != "number"]
        query = select(*columns).where(chronology_choices.c.child == child).order_by(chronology_choices.c.number)
        return tuple(RowChoice(**row._asdict()) for row in self._connection.execute(query))

    def add_words(self, words: RowWords) -> None:
        """Keep what a person wrote about a row; the last about a row and meaning is the one that holds."""
        self._connection.execute(insert(chronology_words).values(values_of(words)))

    def list_words(self, child: ChildId) -> tuple[RowWords, ...]:
        """Return everything that was ever written about a child's rows, in the order in which it was."""
        columns = [column for column in chronology_words.c if column.name != "number"]
        query = select(*columns).where(chronology_words.c.child == child).order_by(chronology_words.c.number)
        return tuple(RowWords(**row._asdict()) for row in self._connection.execute(query))

    def keeping(self, child: ChildId) -> Keeping:
        """Return how a child's chronology is kept: active, where nobody ever said otherwise."""
        row = self._connection.execute(select(chronologies).where(chronologies.c.child == child)).one_or_none()
        return Keeping(**row._asdict()) if row else Keeping(child)

    def keep(self, keeping: Keeping) -> None:
        """Make this the way a child's chronology is kept."""
        upsert(self._connection, chronologies, values_of(keeping))
