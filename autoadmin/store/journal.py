"""SQLite's write-ahead log: readers and a writer do not wait for each other. Set once; the file remembers it."""

from __future__ import annotations

import time

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from autoadmin.store.database import BUSY_MILLISECONDS, OUTSIDE, file_of
from autoadmin.store.failures import operation_error

PAUSE_SECONDS = 0.1


def write_ahead(engine: Engine) -> None:
    """Make the file if it is not there, readable by its owner alone, and set its write-ahead log."""
    path = file_of(engine)
    if path is None:
        return
    if path.parent.is_dir() and not path.exists():
        path.touch(mode=0o600)  # the log files beside it get the same permissions
    give_up_at = time.monotonic() + BUSY_MILLISECONDS / 1000
    while True:
        try:
            _set(engine)
            return
        except OperationalError as error:
            # The change needs the file to itself, and SQLite does not wait for that as it waits for a lock.
            if not operation_error(error).temporary or time.monotonic() > give_up_at:
                raise
            time.sleep(PAUSE_SECONDS)


def _set(engine: Engine) -> None:
    with engine.connect().execution_options(**OUTSIDE) as connection:
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
