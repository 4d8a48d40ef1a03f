"""Files named by a person arrive: each is kept and its intake queued."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from autoadmin.domain.errors import OperationError
from autoadmin.intake import pack_bundle
from autoadmin.workflows.received import ReceivedFile, keep_file, kept_name
from autoadmin.workflows.services import Services


def receive_files(services: Services, paths: Sequence[Path]) -> tuple[ReceivedFile, ...]:
    """Return what was received, in the order given; a folder is a bundle. All or none are received."""
    loaded = [(kept_name(path), _load(path)) for path in paths]
    now, drop = services.clock(), f"{services.wall_clock():%Y%m%dT%H%M%S%f}"
    with services.store.begin() as store:
        return tuple(keep_file(store, name, data, drop=drop, at=now) for name, data in loaded)


def _load(path: Path) -> bytes:
    try:
        return pack_bundle(path) if path.is_dir() else path.read_bytes()
    except FileNotFoundError:
        raise OperationError(f"There is no file {path}.") from None
    except OSError as error:
        raise OperationError(f"{path} cannot be read ({error.strerror}).") from error
