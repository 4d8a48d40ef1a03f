"""Versions of templates, and what each of them holds for as long as any draft may have to be made again."""

from __future__ import annotations

from dataclasses import replace
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
    func,
    select,
    update,
)

from autoadmin.domain.errors import UnknownIdError
from autoadmin.domain.identifiers import TemplateId
from autoadmin.domain.templates import DocumentTemplate
from autoadmin.domain.versions import TemplateVersion, VersionState
from autoadmin.store.columns import Json, OneOf, UtcDateTime, metadata, refers_to
from autoadmin.store.rows import insert_once, values_of

template_bodies = Table(
    "template_bodies",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("description", Json(DocumentTemplate), nullable=False),  # all but the layout, which is no text
    Column("layout", LargeBinary, nullable=False),
)
template_versions = Table(
    "template_versions",
    metadata,
    Column("template", String, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("sha256", String, refers_to("template_bodies.sha256"), nullable=False, index=True),
    Column("author", String, nullable=False),
    Column("proposed_at", UtcDateTime, nullable=False),
    Column("note", Text, nullable=False),
    Column("state", OneOf(VersionState), nullable=False),
    Column("publisher", String, nullable=False),
    Column("published_at", UtcDateTime, nullable=True),
    Column("in_force_from", Date, nullable=True),
    Column("confirmed", Json(tuple[str, ...]), nullable=False),
    Column("restores", Integer, nullable=True),
)


class Templates:
    """Every version of every template that was ever proposed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def list(self, template: TemplateId | None = None) -> tuple[TemplateVersion, ...]:
        """Return the versions of one template, or of all by id, the first proposed first."""
        query = select(template_versions)
        if template is not None:
            query = query.where(template_versions.c.template == template)
        return self._list(query)

    def get(self, template: TemplateId, number: int) -> TemplateVersion:
        """Return one version; UnknownIdError where it never was."""
        its_own = _is_version(template, number)
        if found := self._list(select(template_versions).where(its_own)):
            return found[0]
        raise UnknownIdError(f"There is no version {number} of {template}.")

    def next_number(self, template: TemplateId) -> int:
        """Return the number that the next version will have."""
        highest = select(func.max(template_versions.c.number)).where(template_versions.c.template == template)
        return (self._connection.execute(highest).scalar_one_or_none() or 0) + 1

    def add(self, version: TemplateVersion, body: DocumentTemplate) -> bool:
        """Keep a new version and what it holds; False, changing nothing, where another has taken its number."""
        kept = {"sha256": body.sha256, "description": replace(body, layout=b""), "layout": body.layout}
        insert_once(self._connection, template_bodies, kept)
        return insert_once(self._connection, template_versions, values_of(version))

    def move(self, version: TemplateVersion, *, before: VersionState) -> bool:
        """Keep a version as it is now; False, changing nothing, where it is not in the state `before` any more."""
        its_own = _is_version(version.template, version.number) & (template_versions.c.state == before)
        values = values_of(version, without={"template", "number"})
        return self._connection.execute(update(template_versions).where(its_own).values(values)).rowcount > 0

    def get_body(self, sha256: str) -> DocumentTemplate:
        """Return what a version holds, layout and sample included; UnknownIdError where it was never kept."""
        row = self._connection.execute(select(template_bodies).where(template_bodies.c.sha256 == sha256)).one_or_none()
        if row is None:
            raise UnknownIdError("What this version of the template holds was never kept.")
        body: DocumentTemplate = replace(row.description, layout=bytes(row.layout))
        return body

    def _list(self, query: Select[Any]) -> tuple[TemplateVersion, ...]:
        ordered = query.order_by(template_versions.c.template, template_versions.c.number)
        return tuple(TemplateVersion(**row._asdict()) for row in self._connection.execute(ordered))


def _is_version(template: TemplateId, number: int) -> Any:
    return (template_versions.c.template == template) & (template_versions.c.number == number)
