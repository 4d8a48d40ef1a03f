"""Files as they came: what was said of each, and its bytes, so that nothing is ever lost."""

from __future__ import annotations

from sqlalchemy import Column, Connection, LargeBinary, String, Table, select

from autoadmin.domain.errors import UnknownIdError
from autoadmin.domain.files import TakenFile
from autoadmin.domain.findings import IntakeReport, Outcome
from autoadmin.store.columns import Json, OneOf, UtcDateTime, metadata, refers_to
from autoadmin.store.rows import upsert, values_of

files = Table(
    "files",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("outcome", OneOf(Outcome), nullable=False),
    Column("taken_at", UtcDateTime, nullable=False),
    Column("report", Json(IntakeReport), nullable=False),
)
file_contents = Table(
    "file_contents",
    metadata,
    Column("sha256", String, refers_to("files.sha256"), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)


class Files:
    """The files that were taken in or refused, by the SHA-256 of their bytes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, sha256: str) -> TakenFile:
        """Return one file; UnknownIdError where it never came."""
        if found := self.find(sha256):
            return found
        raise UnknownIdError(f"No file has the digest {sha256}.")

    def find(self, sha256: str) -> TakenFile | None:
        """Return one file, or None where it never came."""
        row = self._connection.execute(select(files).where(files.c.sha256 == sha256)).one_or_none()
        return TakenFile(**row._asdict()) if row else None

    def get_content(self, sha256: str) -> bytes:
        """Return the bytes of a file as they came; UnknownIdError where it never came."""
        query = select(file_contents.c.content).where(file_contents.c.sha256 == sha256)
        content = self._connection.execute(query).scalar_one_or_none()
        if content is None:
            raise UnknownIdError(f"No file has the digest {sha256}.")
        return bytes(content)

    def add(self, file: TakenFile, content: bytes) -> None:
        """Keep a file and its bytes; the same bytes once more replace what was said of them."""
        upsert(self._connection, files, values_of(file))
        upsert(self._connection, file_contents, {"sha256": file.sha256, "content": content})

    def list(self) -> tuple[TakenFile, ...]:
        """Return every file, in the order they came."""
        rows = self._connection.execute(select(files).order_by(files.c.taken_at, files.c.name))
        return tuple(TakenFile(**row._asdict()) for row in rows)
