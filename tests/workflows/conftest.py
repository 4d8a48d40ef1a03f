"""An office for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workflows.office import Office, an_office


@pytest.fixture
def office(tmp_path: Path, database: str) -> Iterator[Office]:
    """Return an office on SQLite; on PostgreSQL too where the test asks for it (`on_both`)."""
    with an_office(tmp_path / "office", database=database) as made:
        yield made
