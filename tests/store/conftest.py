"""A real store for each test: in a SQLite file, and once more in PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from autoadmin.store import Store, open_store
from tests.databases import POSTGRESQL, SQLITE, Server


@pytest.fixture(params=[SQLITE, POSTGRESQL])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return what a new database is opened by; where a test asks for one of the two, that one."""
    return str(tmp_path / "office.db") if request.param == SQLITE else the_server(request).new_database()


@pytest.fixture(params=[SQLITE, POSTGRESQL])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return what a database is opened by that has no tables."""
    return str(tmp_path / "empty.db") if request.param == SQLITE else the_server(request).empty_database()


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    opened = open_store(database)
    opened.migrate()
    yield opened
    opened.close()


def the_server(request: pytest.FixtureRequest) -> Server:
    server: Server = request.getfixturevalue("server")
    return server
