"""Put an earlier version of a template back in force, at once: a new entry in its history, nothing taken out of it."""

from __future__ import annotations

from dataclasses import dataclass

from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.errors import PublishingError
from autoadmin.domain.identifiers import TemplateId
from autoadmin.domain.versions import TemplateVersion, VersionState, version_to_restore
from autoadmin.workflows.in_force import body_of, list_versions
from autoadmin.workflows.services import Services
from autoadmin.workflows.versions_compared import require_sound
from autoadmin.workflows.withdrawing import withdraw_waiting


@dataclass(frozen=True, slots=True)
class RolledBack:
    """The new entry of the history, and the proposal that it overtook: that was made for what is now taken back."""

    version: TemplateVersion
    withdrawn: TemplateVersion | None = None


def roll_back_template(
    services: Services, template: str, *, by: str, account: str, to: int | None = None, note: str = ""
) -> RolledBack:
    """Return the new version, which holds what version `to` held, or the one before what is in force now."""
    wanted, today, now = TemplateId(template), services.today(), services.clock()
    earlier = version_to_restore(list_versions(services, wanted), today, to)
    body = body_of(services, earlier.sha256)
    require_sound(services.shelf, body)
    with services.store.begin() as store:
        versions = store.templates.list(wanted)
        if version_to_restore(versions, today, to) != earlier:
            raise PublishingError(f"Another version of {wanted} came into force meanwhile. Look at its history first.")
        version = TemplateVersion(
            wanted,
            store.templates.next_number(wanted),
            earlier.sha256,
            author=by,
            proposed_at=now,
            note=note.strip() or f"Back to version {earlier.number}.",
            state=VersionState.PUBLISHED,
            publisher=by,
            published_at=now,
            in_force_from=today,
            restores=earlier.origin,
        )
        withdrawn = withdraw_waiting(store, versions)
        if not store.templates.add(version, body):
            raise PublishingError(f"Somebody else changed {wanted} just now. Look at its history, then try again.")
        details = {"version": str(version.number), "restores": str(version.restores), "account": account}
        store.audit.add(AuditEntry("template_rolled_back", wanted, at=now, by=by, details=details))
    return RolledBack(version, withdrawn)
