"""What the database could not do, in one plain sentence without values."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, OperationalError, SQLAlchemyError, StatementError

from autoadmin.domain.errors import OperationError

# The low byte of SQLite's error code; https://sqlite.org/rescode.html
_TEMPORARY = {
    sqlite3.SQLITE_BUSY: "The database is busy with other work.",
    sqlite3.SQLITE_LOCKED: "The database is busy with other work.",
    sqlite3.SQLITE_FULL: "There is no room left on the disk for the database.",
    sqlite3.SQLITE_IOERR: "The disk that holds the database could not be read or written.",
}
_LASTING = {
    sqlite3.SQLITE_ERROR: "The database does not have the tables of this version of autoadmin, or could not be asked.",
    sqlite3.SQLITE_CANTOPEN: "The database file could not be opened. Check that its folder exists and may be written.",
    sqlite3.SQLITE_PERM: "The database file may not be opened by this account.",
    sqlite3.SQLITE_READONLY: "The database file may not be written.",
    sqlite3.SQLITE_CORRUPT: "The database file is damaged. Restore the last backup.",
    sqlite3.SQLITE_NOTADB: "The database file is not a database. Check the path in the settings.",
    sqlite3.SQLITE_TOOBIG: "A record is too large for the database.",
}
# PostgreSQL's SQLSTATE; appendix A of its manual
_TEMPORARY_IN_POSTGRESQL = {
    "40001": "The database is busy with other work.",  # serialization_failure
    "40P01": "The database is busy with other work.",  # deadlock_detected
    "55P03": "The database is busy with other work.",  # lock_not_available
    "53100": "There is no room left on the disk for the database.",  # disk_full
    "53300": "The database has no connection free.",  # too_many_connections
}
_LASTING_IN_POSTGRESQL = {
    "42P01": _LASTING[sqlite3.SQLITE_ERROR],  # undefined_table
    "42703": _LASTING[sqlite3.SQLITE_ERROR],  # undefined_column
    "42501": "The database may not be used in this way by this account.",  # insufficient_privilege
    "25006": "The database may not be written here.",  # read_only_sql_transaction
}


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turn what the database raises inside into an OperationError."""
    try:
        yield
    except SQLAlchemyError as error:
        raise operation_error(error) from error


def operation_error(error: SQLAlchemyError) -> OperationError:
    """Return the error as the operator is told of it; `temporary` where trying again may help."""
    if isinstance(error, IntegrityError):
        return OperationError("A record would contradict, or refer to, another one that is not as it expects.")
    if told := _told_by_code(getattr(error, "orig", None)):
        return told
    if isinstance(error, OperationalError) or (isinstance(error, DBAPIError) and error.connection_invalidated):
        return OperationError("The database could not be reached.", temporary=True)
    if isinstance(error, DataError) or (isinstance(error, StatementError) and not isinstance(error, DBAPIError)):
        return OperationError(f"A value could not be kept in the database ({type(error.orig).__name__}).")
    return OperationError(f"The database refused ({type(error).__name__}).")


def _told_by_code(raised: BaseException | None) -> OperationError | None:
    """Return what the database's own code for the error means; None where it gives none, or none that is known."""
    if (code := getattr(raised, "sqlite_errorcode", None)) is not None:
        primary = code & 0xFF
        if primary in _TEMPORARY:
            return OperationError(_TEMPORARY[primary], temporary=True)
        return OperationError(_LASTING.get(primary, f"The database refused (SQLite error {code})."))
    state = getattr(raised, "sqlstate", None)
    if state in _TEMPORARY_IN_POSTGRESQL:
        return OperationError(_TEMPORARY_IN_POSTGRESQL[state], temporary=True)
    return OperationError(_LASTING_IN_POSTGRESQL[state]) if state in _LASTING_IN_POSTGRESQL else None
