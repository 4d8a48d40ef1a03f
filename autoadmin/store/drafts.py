"""Drafts: what they are, what filled them and the Word file itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Date,
    Integer,
    LargeBinary,
    Select,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
    text,
    update,
)

from autoadmin.domain.drafts import Draft, DraftState
from autoadmin.domain.errors import UnknownIdError
from autoadmin.domain.gaps import Gap
from autoadmin.domain.identifiers import ChildId, DraftId, FamilyId, MeetingId, TemplateId, UnitId
from autoadmin.domain.templates import Usage
from autoadmin.store.columns import Json, OneOf, UtcDateTime, metadata, refers_to
from autoadmin.store.rows import insert_once, values_of

drafts = Table(
    "drafts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("template", String, nullable=False),
    Column("template_version", String, nullable=False),
    Column("template_sha256", String, nullable=False),
    Column("subject", String, nullable=False, index=True),
    Column("records_hash", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("drafted_at", UtcDateTime, nullable=False),
    Column("sha256", String, nullable=False),
    Column("file", String, nullable=False),
    Column("unit", String, refers_to("units.id"), nullable=True, index=True),
    Column("family", String, refers_to("families.id"), nullable=True, index=True),
    Column("meeting", String, refers_to("meetings.id"), nullable=True, index=True),
    Column("meeting_on", Date, nullable=True),
    Column("due_on", Date, nullable=True),
    Column("state", OneOf(DraftState), nullable=False, index=True),
    Column("gaps", Json(tuple[Gap, ...]), nullable=False),
    Column("notes", Json(tuple[str, ...]), nullable=False),
    Column("supersedes", String, refers_to("drafts.id"), nullable=True),
    Column("template_number", Integer, nullable=True),
    Column("engine", String, nullable=False, default="", server_default=text("''")),
)
draft_children = Table(
    "draft_children",
    metadata,
    Column("draft", String, refers_to("drafts.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("child", String, refers_to("children.id"), nullable=False, index=True),
)
draft_files = Table(
    "draft_files",
    metadata,
    Column("draft", String, refers_to("drafts.id"), primary_key=True),
    Column("content", Text, nullable=False),
    Column("file", LargeBinary, nullable=False),
)

OUT_OF_USE = (DraftState.SUPERSEDED, DraftState.WITHDRAWN)


class Drafts:
    """Every draft ever made."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, draft: DraftId) -> Draft:
        """Return one draft; UnknownIdError where none has that id."""
        if found := self.find(draft):
            return found
        raise UnknownIdError(f"No draft has the id {draft}.")

    def find(self, draft: DraftId) -> Draft | None:
        """Return one draft, or None."""
        return next(iter(self._list(_DRAFTS.where(drafts.c.id == draft))), None)

    def get_file(self, draft: DraftId) -> bytes:
        """Return the bytes of a draft's Word file; UnknownIdError where there is no such draft."""
        return bytes(self._kept_with(draft, draft_files.c.file))

    def get_content(self, draft: DraftId) -> str:
        """Return what filled a draft, as the JSON it was added with; UnknownIdError where there is no such draft."""
        return str(self._kept_with(draft, draft_files.c.content))

    def add(self, draft: Draft, content: str, file: bytes) -> bool:
        """Keep a new draft with its content and Word file; return False, changing nothing, where it is kept already."""
        if not insert_once(self._connection, drafts, values_of(draft, without={"children"})):
            return False
        self._connection.execute(insert(draft_files).values(draft=draft.id, content=content, file=file))
        self._add_children(draft)
        return True

    def save(self, draft: Draft) -> None:
        """Keep a draft as it is now; its content and file stay as they were. UnknownIdError where it is new."""
        values = values_of(draft, without={"id", "children"})
        if self._connection.execute(update(drafts).where(drafts.c.id == draft.id).values(values)).rowcount == 0:
            raise UnknownIdError(f"No draft has the id {draft.id}.")
        self._connection.execute(delete(draft_children).where(draft_children.c.draft == draft.id))
        self._add_children(draft)

    def list(
        self,
        *,
        unit: UnitId | None = None,
        family: FamilyId | None = None,
        child: ChildId | None = None,
        meeting: MeetingId | None = None,
        template: TemplateId | None = None,
        subject: str | None = None,
        states: Collection[DraftState] | None = None,
    ) -> tuple[Draft, ...]:
        """Return the drafts that fit all that is asked for, in the order they were made."""
        query = _DRAFTS
        wanted = {"unit": unit, "family": family, "meeting": meeting, "template": template, "subject": subject}
        for name, value in wanted.items():
            if value is not None:
                query = query.where(drafts.c[name] == value)
        if child is not None:
            theirs = select(draft_children.c.draft).where(draft_children.c.child == child)
            query = query.where(drafts.c.id.in_(theirs))
        if states is not None:
            query = query.where(drafts.c.state.in_(states))
        return self._list(query)

    def latest(self, template: TemplateId, subject: str) -> Draft | None:
        """Return the newest draft of a template about a subject that is neither superseded nor withdrawn."""
        about_it = _DRAFTS.where(drafts.c.template == template, drafts.c.subject == subject)
        in_use = self._list(about_it.where(drafts.c.state.not_in(OUT_OF_USE)))
        return in_use[-1] if in_use else None

    def usage(self, template: TemplateId) -> dict[str, Usage]:
        """Return how often each version of a template was used, by the hash of what the version holds."""
        counted = select(
            drafts.c.template_sha256, func.count().label("number"), func.max(drafts.c.drafted_at).label("at")
        )
        rows = self._connection.execute(counted.where(drafts.c.template == template).group_by(drafts.c.template_sha256))
        return {row.template_sha256: Usage(row.number, row.at) for row in rows}

    def _list(self, query: Select[Any]) -> tuple[Draft, ...]:
        wanted = query.with_only_columns(drafts.c.id)
        theirs = select(draft_children).where(draft_children.c.draft.in_(wanted)).order_by(draft_children.c.position)
        by_draft: dict[str, list[ChildId]] = defaultdict(list)
        for row in self._connection.execute(theirs):
            by_draft[row.draft].append(row.child)
        rows = self._connection.execute(query.order_by(drafts.c.number))
        return tuple(Draft(**row._asdict(), children=tuple(by_draft[row.id])) for row in rows)

    def _kept_with(self, draft: DraftId, column: Column[Any]) -> Any:
        kept = self._connection.execute(select(column).where(draft_files.c.draft == draft)).scalar_one_or_none()
        if kept is None:
            raise UnknownIdError(f"No draft has the id {draft}.")
        return kept

    def _add_children(self, draft: Draft) -> None:
        rows = [
            {"draft": draft.id, "position": position, "child": child} for position, child in enumerate(draft.children)
        ]
        if rows:
            self._connection.execute(insert(draft_children), rows)


_DRAFTS = select(*(column for column in drafts.c if column.name != "number"))
