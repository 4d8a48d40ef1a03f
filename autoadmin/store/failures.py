"""What the database could not do, in one plain sentence without values."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError, SQLAlchemyError, StatementError

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
    code = getattr(getattr(error, "orig", None), "sqlite_errorcode", None)
    if code is not None:
        primary = code & 0xFF
        if primary in _TEMPORARY:
            return OperationError(_TEMPORARY[primary], temporary=True)
        return OperationError(_LASTING.get(primary, f"The database refused (SQLite error {code})."))
    if isinstance(error, OperationalError) or (isinstance(error, DBAPIError) and error.connection_invalidated):
        return OperationError("The database could not be reached.", temporary=True)
    if isinstance(error, StatementError) and not isinstance(error, DBAPIError):
        return OperationError(f"A value could not be kept in the database ({type(error.orig).__name__}).")
    return OperationError(f"The database refused ({type(error).__name__}).")
