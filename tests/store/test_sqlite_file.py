"""What holds of the SQLite file alone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from autoadmin.domain.errors import OperationError
from autoadmin.store import Store, open_store
from tests.databases import SQLITE

in_a_file = pytest.mark.parametrize("database", [SQLITE], indirect=True)


@in_a_file
def test_the_database_keeps_foreign_keys_a_write_ahead_log_and_the_owner_alone(store: Store) -> None:
    assert store.file
    with sqlite3.connect(store.file) as other:
        assert other.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert store.file.stat().st_mode & 0o077 == 0
    with store.read() as session:
        connection = session.tasks._connection
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar_one() == 30_000


@in_a_file
def test_a_sound_database_has_no_damage_and_a_damaged_one_says_so(store: Store, tmp_path: Path) -> None:
    assert store.list_damage() == ()
    store.close()
    with sqlite3.connect(tmp_path / "office.db") as other:
        other.execute("INSERT INTO members VALUES ('m-1', 'nowhere', 'Ruth', '')")
    (sentence,) = store.list_damage()
    assert "members" in sentence


def test_a_file_that_is_no_database_is_told_plainly(tmp_path: Path) -> None:
    (tmp_path / "office.db").write_bytes(b"These are the minutes of the unit meeting." * 100)
    with pytest.raises(OperationError, match="not a database") as failure:
        open_store(tmp_path / "office.db").migrate()
    assert not failure.value.temporary


def test_a_folder_that_does_not_exist_is_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(OperationError, match="could not be opened"):
        open_store(tmp_path / "nowhere" / "office.db").migrate()
