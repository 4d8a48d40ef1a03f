"""What became of files: their intake reports."""

from __future__ import annotations

from collections.abc import Iterable

from autoadmin.domain.files import TakenFile
from autoadmin.workflows.services import Services


def list_reports(services: Services, files: Iterable[str]) -> tuple[TakenFile, ...]:
    """Return the files of these digests as they now stand, in the order given."""
    with services.store.read() as store:
        return tuple(store.files.get(file) for file in files)
