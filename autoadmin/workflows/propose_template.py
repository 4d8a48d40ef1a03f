"""Propose what lies in a template's folder as its next version; documents change when a second person publishes it."""

from __future__ import annotations

from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.errors import PublishingError
from autoadmin.domain.identifiers import TemplateId
from autoadmin.domain.templates import DocumentTemplate
from autoadmin.domain.versions import TemplateVersion, version_in_force, waiting
from autoadmin.workflows.in_force import list_versions
from autoadmin.workflows.services import Services
from autoadmin.workflows.versions_compared import require_sound
from autoadmin.workflows.withdrawing import withdraw_waiting


def propose_template(
    services: Services, template: str, *, by: str, account: str, note: str = "", is_shipped: bool = False
) -> TemplateVersion:
    """Return the version proposed; with `is_shipped` it is what the installed autoadmin ships, not the folder.

    An earlier proposal that still waits is withdrawn. TemplateError where the template is not right, PublishingError
    where there is nothing new to propose. `account` is who was at the keyboard.
    """
    wanted = TemplateId(template)
    body = _shipped(services, wanted) if is_shipped else services.shelf.working_copy(wanted)
    require_sound(services.shelf, body)
    list_versions(services, wanted)  # what autoadmin ships becomes version 1 before anything can follow it
    now = services.clock()
    with services.store.begin() as store:
        versions = store.templates.list(wanted)
        _require_news(services, versions, body)
        withdraw_waiting(store, versions)
        version = TemplateVersion(wanted, store.templates.next_number(wanted), body.sha256, by, now, note.strip())
        if not store.templates.add(version, body):
            raise PublishingError(f"Somebody else proposed a version of {wanted} just now. Look at it, then try again.")
        details = {"version": str(version.number), "sha256": version.sha256, "account": account}
        store.audit.add(AuditEntry("template_proposed", wanted, at=now, by=by, details=details))
    return version


def _shipped(services: Services, wanted: TemplateId) -> DocumentTemplate:
    if found := services.shelf.shipped.get(wanted):
        return found
    raise PublishingError(f"autoadmin ships no template {wanted}.")


def _require_news(services: Services, versions: tuple[TemplateVersion, ...], body: DocumentTemplate) -> None:
    proposed, current = waiting(versions), version_in_force(versions, services.today())
    if proposed and proposed.sha256 == body.sha256:
        raise PublishingError(
            f"The same was proposed by {proposed.author} as version {proposed.number}, and waits for a second person."
        )
    if current and current.sha256 == body.sha256 and proposed is None:
        raise PublishingError(f"Nothing in it differs from version {current.number}, which is in force.")
