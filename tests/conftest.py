"""What holds for every test, and the databases that some of them are handed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.databases import SQLITE, Server, a_server, why_no_server

# How long an example takes says nothing of whether it holds, and differs between machines.
settings.register_profile("untimed", settings.default, deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Return a PostgreSQL server of these tests' own; skip where there can be none."""
    if reason := why_no_server():
        pytest.skip(reason)
    with a_server() as started:
        yield started


@pytest.fixture
def database(request: pytest.FixtureRequest) -> str:
    """Return what a new database of the server is opened by, where a test asks for it (`on_both`); empty for SQLite."""
    if getattr(request, "param", SQLITE) == SQLITE:
        return ""
    server: Server = request.getfixturevalue("server")
    return server.new_database()
