"""What is known of one table of the dataset: whose its rows are, and which date column is which event."""

from __future__ import annotations

from dataclasses import dataclass

from autoadmin.intake.extracts.telling import Once


@dataclass(frozen=True, slots=True)
class DatedColumn:
    """A date column and its event. `carry` names event fields and the columns they come from.

    `open_until` is the column that stays empty while the work is still open.
    """

    column: str
    code: str
    carry: tuple[tuple[str, str], ...] = ()
    once: Once = Once.ALL
    open_until: str = ""
    is_partial: bool = False  # of its dates only the month or the year may be known


@dataclass(frozen=True, slots=True)
class Table:
    """One SSD table. Where it has no person column, or none to trust, `via` says whose: own column,
    then table and column to look it up.

    `span` is its kind of span with the start and end column; `undone` a column and the words in it that say that it did
    not take place; `note_id` the column of the case note; `referral` that of the referral, which is checked and never
    joined on; `other` its further columns, known but not used.
    """

    name: str
    person: str
    dates: tuple[DatedColumn, ...]
    via: tuple[str, str, str] | None = None
    span: tuple[str, str, str] | None = None
    note_id: str = ""
    undone: tuple[str, str] | None = None
    referral: str = ""
    other: str = ""

    @property
    def date_columns(self) -> tuple[str, ...]:
        """Return the columns that hold dates of events and of its span, each once."""
        return tuple(dict.fromkeys([*(dated.column for dated in self.dates), *(self.span or ())[1:]]))

    @property
    def columns(self) -> frozenset[str]:
        """Return every column that this table is known to have."""
        carried = {column for dated in self.dates for _, column in dated.carry}
        extra = {*(self.via or ("",))[:1], *(self.undone or ("",))[:1], self.note_id, self.referral, self.person}
        return frozenset(carried | set(self.date_columns) | extra | set(self.other.split())) - {""}


def carry(pairs: str) -> tuple[tuple[str, str], ...]:
    """Return `field=column field=column` as pairs of event field and column."""
    return tuple((field, column) for field, _, column in (pair.partition("=") for pair in pairs.split()))
