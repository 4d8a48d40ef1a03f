"""The version of each template that documents are made from today; what any process publishes is seen at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from autoadmin import __version__
from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.errors import TemplateError, UnknownIdError
from autoadmin.domain.identifiers import TemplateId
from autoadmin.domain.templates import DocumentTemplate, which_there_are
from autoadmin.domain.versions import (
    TemplateVersion,
    VersionState,
    day_in_words,
    version_in_force,
    version_to_come,
    waiting,
)
from autoadmin.store import Session
from autoadmin.workflows.services import Services

SHIPPED = f"autoadmin {__version__}, as shipped"
BEFORE_VERSIONS = "in use before versions were kept"


@dataclass(frozen=True, slots=True)
class InForce:
    """A version and what it holds."""

    version: TemplateVersion
    template: DocumentTemplate


def template_in_force(services: Services, wanted: TemplateId) -> InForce:
    """Return the version of one template that is in force; TemplateError says what to do where none is.

    UnknownIdError where there is no such template.
    """
    versions = list_versions(services, wanted)
    current = version_in_force(versions, services.today())
    if current is None:
        raise _none_in_force(services, wanted, versions)
    return InForce(current, body_of(services, current.sha256))


def templates_in_force(services: Services) -> tuple[InForce, ...]:
    """Return the version in force of every template that has one, by id."""
    today = services.today()
    by_template = groupby(list_versions(services), key=lambda version: version.template)
    current = [version_in_force(list(versions), today) for _, versions in by_template]
    return tuple(InForce(version, body_of(services, version.sha256)) for version in current if version)


def templates_to_draft(services: Services) -> tuple[DocumentTemplate, ...]:
    """Return what every template says of itself: the version in force, or the folder of one that never had any.

    Documents of the latter are asked for all the same: they wait until it is published, and none is forgotten.
    """
    in_force = {one.template.id: one.template for one in templates_in_force(services)}
    new = {template.id: template for template in services.shelf.catalogue.templates}
    return tuple(template for _, template in sorted({**new, **in_force}.items()))


def list_versions(services: Services, template: TemplateId | None = None) -> tuple[TemplateVersion, ...]:
    """Return the history of one template, or of all by id. One that never had a version is first given its own, if
    its folder holds just what autoadmin ships, or what documents were made from before versions were kept.
    """
    with services.store.read() as store:
        versions = store.templates.list(template)
    known = {version.template for version in versions}
    if template in known:
        return versions
    new = [one for one in services.shelf.catalogue.templates if one.id not in known and template in (None, one.id)]
    if not new or not _adopt(services, new):
        return versions
    with services.store.read() as store:
        return store.templates.list(template)


def body_of(services: Services, sha256: str) -> DocumentTemplate:
    """Return what the versions of a hash hold; UnknownIdError where it was never kept."""

    def fetch() -> DocumentTemplate:
        with services.store.read() as store:
            return store.templates.get_body(sha256)

    return services.shelf.body(sha256, fetch)


def what_is_awaited(template: TemplateId, versions: Sequence[TemplateVersion], today: date) -> str:
    """Return, of a template without a version in force, the day it gets one, or who does what for that."""
    publish = f"`autoadmin templates publish {template}`"
    to_come = version_to_come(versions, today)
    if to_come and to_come.in_force_from:
        return f"{template} version {to_come.number} comes into force on {day_in_words(to_come.in_force_from)}."
    if proposed := waiting(versions):
        by = f"{template} version {proposed.number}, proposed by {proposed.author}"
        return f"{by}, waits for a second person, who runs {publish}."
    propose = f"`autoadmin templates propose {template}`"
    return f"{template} was never published: run {propose}, and a second person then runs {publish}."


def _adopt(services: Services, new: Iterable[DocumentTemplate]) -> bool:
    """Put in force, as version 1, what needs no second person; return whether there was anything of the kind."""
    shipped = services.shelf.shipped
    with services.store.read() as store:
        sources = {template.id: _source(store, template, shipped.get(template.id)) for template in new}
    ready = [(template, sources[template.id]) for template in new if sources[template.id]]
    if not ready:
        return False
    now = services.clock()
    with services.store.begin() as store:
        for template, source in ready:
            first = TemplateVersion(
                template.id,
                1,
                template.sha256,
                author=source,
                proposed_at=now,
                state=VersionState.PUBLISHED,
                publisher=source,
                published_at=now,
            )
            if store.templates.add(first, template):
                details = {"version": "1", "sha256": template.sha256, "source": source}
                store.audit.add(AuditEntry("template_adopted", template.id, at=now, details=details))
    return True


def _source(store: Session, template: DocumentTemplate, shipped: DocumentTemplate | None) -> str:
    if shipped and shipped.sha256 == template.sha256:
        return SHIPPED
    return BEFORE_VERSIONS if template.sha256 in store.drafts.usage(template.id) else ""


def _none_in_force(services: Services, wanted: TemplateId, versions: tuple[TemplateVersion, ...]) -> Exception:
    catalogue = services.shelf.catalogue
    if versions or wanted in {template.id for template in catalogue.templates}:
        return TemplateError(what_is_awaited(wanted, versions, services.today()))
    if problems := [problem for problem in catalogue.problems if problem.startswith(f"{wanted}/")]:
        return TemplateError(" ".join(problems))
    known = which_there_are(wanted, (template.id for template in templates_to_draft(services)))
    return UnknownIdError(f'There is no template "{wanted}". {known}')
