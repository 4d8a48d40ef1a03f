"""A real SQLite store for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from autoadmin.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "office.db")
    opened.migrate()
    yield opened
    opened.close()
