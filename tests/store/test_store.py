"""One transaction is all or nothing, migrations agree with the tables, and failures are told plainly."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.errors import OperationError
from autoadmin.domain.tasks import Task
from autoadmin.store import Session, Store, open_store
from autoadmin.store.columns import metadata
from autoadmin.store.migrating import MIGRATIONS, newest
from tests.store.examples import LANE, NOON, REED, a_discussion, a_draft, keep_meeting, keep_people


def test_an_exception_leaves_neither_record_nor_draft_nor_task_nor_audit_entry(store: Store) -> None:
    def all_four(session: Session) -> None:
        keep_people(session)
        keep_meeting(session, a_discussion())
        session.drafts.add(a_draft(), "{}", b"word")
        session.tasks.add(Task("deliver_document", key="D-1"))
        session.audit.add(AuditEntry("draft_made", "D-1", NOON))
        raise RuntimeError

    with pytest.raises(RuntimeError), store.begin() as session:
        all_four(session)
    with store.read() as session:
        kept = (session.families.list(), session.meetings.list(), session.drafts.list())
        assert not any((*kept, session.tasks.list(), session.audit.list(), session.files.list()))


def test_a_row_that_refers_to_nothing_undoes_its_transaction(store: Store) -> None:
    with pytest.raises(OperationError) as failure, store.begin() as session:
        session.tasks.add(Task("take_in", key="1"))
        session.families.save(LANE)  # its unit was never saved
    assert not failure.value.temporary
    assert "Lane" not in str(failure.value)
    with store.read() as session:
        assert session.tasks.list() == ()


def test_rows_of_one_transaction_may_come_in_any_order(store: Store) -> None:
    with store.begin() as session:
        session.children.save(REED.children[0])
        keep_people(session)
    with store.read() as session:
        assert session.families.get(REED.id) == REED


def test_reading_is_not_writing(store: Store) -> None:
    with pytest.raises(OperationError), store.read() as session:
        session.tasks.add(Task("take_in", key="1"))
    with store.begin() as session:
        assert session.tasks.add(Task("take_in", key="1"))


def test_a_reader_sees_one_moment_and_does_not_wait_for_the_writer(store: Store) -> None:
    with store.read() as reader:
        assert reader.tasks.list() == ()
        with store.begin() as writer:
            writer.tasks.add(Task("take_in", key="1"))
            assert reader.tasks.list() == ()
        assert reader.tasks.list() == ()
    with store.read() as reader:
        assert len(reader.tasks.list()) == 1


def test_writers_wait_for_each_other_and_none_is_refused(store: Store) -> None:
    def count_up() -> None:
        for _ in range(20):
            with store.begin() as session:
                session.audit.add(AuditEntry("counted", "x", NOON))

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as session:
        assert len(session.audit.list()) == 80
        assert session.audit.verify() is None


def test_the_migrations_make_the_tables_that_the_repositories_use(store: Store) -> None:
    with create_engine(store.where).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def test_migrating_twice_changes_nothing(store: Store) -> None:
    with store.begin() as session:
        session.tasks.add(Task("take_in", key="1"))
    store.migrate()
    assert store.is_current()
    with store.read() as session:
        assert len(session.tasks.list()) == 1


def test_several_processes_may_migrate_at_once(empty_database: str) -> None:
    script = "import sys; from autoadmin.store import open_store; open_store(sys.argv[1]).migrate()"
    started = [subprocess.Popen([sys.executable, "-c", script, empty_database]) for _ in range(4)]
    assert [process.wait(timeout=60) for process in started] == [0, 0, 0, 0]
    assert open_store(empty_database).is_current()


def test_a_database_that_was_never_migrated_is_not_current(empty_database: str) -> None:
    empty = open_store(empty_database)
    assert not empty.is_current()
    with pytest.raises(OperationError, match="tables of this version"), empty.read() as session:
        session.tasks.list()


def test_an_instant_without_a_zone_is_not_kept(store: Store) -> None:
    with pytest.raises(OperationError, match="could not be kept"), store.begin() as session:
        session.schedules.set("weekly", datetime(2026, 11, 20))


def test_the_newest_migration_is_the_one_that_the_names_of_their_files_tell() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert newest() == ScriptDirectory.from_config(config).get_current_head()


def test_a_database_without_its_driver_is_told_plainly() -> None:
    with pytest.raises(OperationError, match="extra 'postgresql'"):
        open_store("postgresql+pg8000://autoadmin@nowhere/office")


def test_a_server_that_does_not_answer_is_told_plainly_and_without_its_password(tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(OperationError, match="could not be reached") as failure:
        open_store(f"postgresql://autoadmin:secret@/office?host={tmp_path}").migrate()
    assert failure.value.temporary
    assert "secret" not in str(failure.value)
