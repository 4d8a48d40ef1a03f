"""Publish what one person proposed: a second one confirms by name what would be lost, and puts it in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.errors import PublishingError, TemplateError, UnknownIdError
from autoadmin.domain.identifiers import TemplateId
from autoadmin.domain.template_changes import BreakingChange, unconfirmed
from autoadmin.domain.templates import Usage
from autoadmin.domain.versions import (
    TemplateVersion,
    VersionState,
    day_in_words,
    publish,
    version_in_force,
    version_to_come,
    waiting,
)
from autoadmin.workflows.in_force import body_of, list_versions
from autoadmin.workflows.services import Services
from autoadmin.workflows.versions_compared import changes_between, require_sound


@dataclass(frozen=True, slots=True)
class Published:
    """A version put in force; or, with `open_changes`, one that still waits until these are confirmed."""

    version: TemplateVersion
    changes: tuple[BreakingChange, ...] = ()
    open_changes: tuple[BreakingChange, ...] = ()
    usage: Usage = field(default_factory=Usage)  # of the version that it replaces
    notes: tuple[str, ...] = ()


def publish_template(
    services: Services,
    template: str,
    *,
    by: str,
    account: str,
    since: date | None = None,
    confirmed: Sequence[str] = (),
) -> Published:
    """Return the proposed version published from `since`, or from today.

    PublishingError where its author publishes it, nothing waits, or somebody else was quicker.
    """
    wanted, today = TemplateId(template), services.today()
    versions = list_versions(services, wanted)
    proposed, current = waiting(versions), version_in_force(versions, today)
    if proposed is None:
        raise PublishingError(f"No version of {wanted} waits to be published: propose one first.")
    ready = publish(proposed, by=by, at=services.clock(), today=today, since=since, confirmed=confirmed)
    body = body_of(services, proposed.sha256)
    require_sound(services.shelf, body)
    changes = changes_between(services.shelf, body_of(services, current.sha256), body) if current else ()
    used, notes = _usage(services, current), _notes(services, ready, versions)
    if still_open := unconfirmed(changes, confirmed):
        return Published(proposed, changes, still_open, used, notes)
    answer = Published(ready, changes, (), used, notes)
    _keep(services, answer, current, account=account)
    return answer


def _keep(services: Services, published: Published, current: TemplateVersion | None, *, account: str) -> None:
    """Save the version with its audit entry, unless somebody changed anything since it was compared."""
    version = published.version
    with services.store.begin() as store:
        if version_in_force(store.templates.list(version.template), services.today()) != current:
            raise PublishingError(f"Another version of {version.template} came into force meanwhile. Compare it anew.")
        if not store.templates.move(version, before=VersionState.PROPOSED):
            raise PublishingError(f"Somebody else published or replaced version {version.number} just now.")
        details = {
            "version": str(version.number),
            "sha256": version.sha256,
            "in_force_from": str(version.in_force_from),
            "confirmed": ", ".join(version.confirmed),
            "author": version.author,
            "account": account,
        }
        at = version.published_at or services.clock()
        entry = AuditEntry("template_published", version.template, at=at, by=version.publisher, details=details)
        store.audit.add(entry)


def _usage(services: Services, current: TemplateVersion | None) -> Usage:
    if current is None:
        return Usage()
    with services.store.read() as store:
        return store.drafts.usage(current.template).get(current.sha256, Usage())


def _notes(services: Services, version: TemplateVersion, versions: Sequence[TemplateVersion]) -> tuple[str, ...]:
    """Return what the publisher should know: the folder has changed, or a later version is passed over."""
    notes = []
    try:
        is_edited = services.shelf.working_copy(version.template).sha256 != version.sha256
    except (TemplateError, UnknownIdError):
        is_edited = True
    if is_edited:
        notes.append("The folder has changed since; what was proposed is published, not what lies there now.")
    to_come = version_to_come(versions, services.today())
    if to_come and to_come.in_force_from:
        since = version.in_force_from or services.today()
        is_overtaken = since <= to_come.in_force_from
        then = "never comes into force" if is_overtaken else f"is in force until {day_in_words(since)} only"
        notes.append(f"Version {to_come.number}, published from {day_in_words(to_come.in_force_from)}, {then}.")
    return tuple(notes)
