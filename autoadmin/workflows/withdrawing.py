"""A proposal that something else has overtaken waits no longer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from autoadmin.domain.versions import TemplateVersion, VersionState, waiting
from autoadmin.store import Session


def withdraw_waiting(store: Session, versions: Iterable[TemplateVersion]) -> TemplateVersion | None:
    """Return the proposal that waited and is now withdrawn; None where none did."""
    proposed = waiting(versions)
    if proposed is None:
        return None
    withdrawn = replace(proposed, state=VersionState.WITHDRAWN)
    return withdrawn if store.templates.move(withdrawn, before=VersionState.PROPOSED) else None
