"""The templates an administrator has: what is in force, what waits, and what is wrong with any working copy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from autoadmin.domain.errors import UnknownIdError
from autoadmin.domain.identifiers import TemplateId
from autoadmin.domain.templates import DocumentTemplate, Usage
from autoadmin.domain.versions import TemplateVersion, version_in_force, version_to_come, waiting
from autoadmin.workflows.folder_checks import checked_templates
from autoadmin.workflows.in_force import body_of, list_versions, what_is_awaited
from autoadmin.workflows.services import Services


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """One template. `template` is what is in force; where nothing is yet, what was proposed or lies in the folder."""

    template: DocumentTemplate
    current: TemplateVersion | None
    to_come: TemplateVersion | None
    proposed: TemplateVersion | None
    is_edited: bool  # the folder holds what was neither published nor proposed
    is_offered: bool  # the installed autoadmin ships what was never a version here
    usage: Usage  # over all its versions
    awaited: str = ""  # what has to happen before documents can be made from it


@dataclass(frozen=True, slots=True)
class TemplateList:
    """Every template that there is, by id, and a sentence for each thing wrong with a working copy."""

    rows: tuple[TemplateRow, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One version of a template, how much it was used, and whether documents are made from it today."""

    version: TemplateVersion
    usage: Usage
    is_in_force: bool


def list_templates(services: Services) -> TemplateList:
    """Return the templates and what is wrong with any working copy."""
    problems = checked_templates(services).problems
    folders = {template.id: template for template in services.shelf.catalogue.templates}
    versions: dict[TemplateId, list[TemplateVersion]] = {id: [] for id in folders}
    for version in list_versions(services):
        versions.setdefault(version.template, []).append(version)
    rows = (_row(services, id, history, folders.get(id)) for id, history in sorted(versions.items()))
    return TemplateList(tuple(row for row in rows if row), problems)


def list_history(services: Services, template: str) -> tuple[HistoryRow, ...]:
    """Return the versions of one template, the newest first; UnknownIdError where it has none."""
    versions = list_versions(services, TemplateId(template))
    if not versions:
        services.shelf.working_copy(TemplateId(template))  # says so where there is no such template
        raise UnknownIdError(what_is_awaited(TemplateId(template), (), services.today()))
    current = version_in_force(versions, services.today())
    with services.store.read() as store:
        used = store.drafts.usage(TemplateId(template))
    return tuple(HistoryRow(one, used.get(one.sha256, Usage()), one == current) for one in reversed(versions))


def _row(
    services: Services, id: TemplateId, history: Sequence[TemplateVersion], folder: DocumentTemplate | None
) -> TemplateRow | None:
    """Return the row of one template; None where it has neither a history nor a folder that can be read."""
    today = services.today()
    current, to_come, proposed = version_in_force(history, today), version_to_come(history, today), waiting(history)
    shown = current or proposed or to_come or next(reversed(history), None)
    body = body_of(services, shown.sha256) if shown else folder
    if body is None:
        return None
    shipped, latest = services.shelf.shipped.get(id), proposed or to_come or current
    with services.store.read() as store:
        usage = _all(store.drafts.usage(id).values())
    return TemplateRow(
        body,
        current,
        to_come,
        proposed,
        is_edited=folder is not None and (latest is None or latest.sha256 != folder.sha256),
        is_offered=bool(shipped and history and shipped.sha256 not in {version.sha256 for version in history}),
        usage=usage,
        awaited="" if current else what_is_awaited(id, history, today),
    )


def _all(usages: Iterable[Usage]) -> Usage:
    held = list(usages)
    return Usage(sum(one.documents for one in held), max((one.last_at for one in held if one.last_at), default=None))
