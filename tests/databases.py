"""The databases that the store is tried on: a SQLite file, and a PostgreSQL server that the tests start themselves.

The server lives in a folder of its own under the temporary one, answers on a socket in it and on no network, and is
gone with the tests. PostgreSQL refuses to run as root: started by root, it runs as `postgres`, or as `nobody`.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Final

import pytest

from autoadmin.store import open_store

SQLITE: Final = "SQLite"
POSTGRESQL: Final = "PostgreSQL"
on_both = pytest.mark.parametrize("database", [SQLITE, POSTGRESQL], indirect=True)

INSTALLED: Final = Path("/usr/lib/postgresql")  # where Debian and Ubuntu keep each version
NEITHER_SAFE_NOR_SLOW: Final = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
SECONDS_TO_START: Final = 60
MIGRATED: Final = "migrated"


@dataclass(frozen=True)
class Server:
    """A running PostgreSQL server; its superuser is asked for no password."""

    binaries: Path
    folder: Path
    _numbers: Iterator[int] = field(default_factory=count)

    def empty_database(self) -> str:
        """Return what `open_store` opens a new database by that has no tables yet."""
        return self._create(f"office_{next(self._numbers)}")

    def new_database(self) -> str:
        """Return what `open_store` opens a new database by that has the tables of this version and no rows."""
        return self._create(f"office_{next(self._numbers)}", "--template", MIGRATED)

    def migrate(self) -> None:
        """Make the database of which each new one is a copy: migrating takes most of a second."""
        migrated = open_store(self._create(MIGRATED))
        migrated.migrate()
        migrated.close()

    def is_ready(self) -> bool:
        """Return whether it answers."""
        ready = [self.program("pg_isready"), "--host", str(self.folder)]
        return subprocess.run(ready, stdout=subprocess.DEVNULL).returncode == 0

    def program(self, name: str) -> str:
        """Return where one of its programs lies."""
        return str(self.binaries / name)

    def _create(self, name: str, *like: str) -> str:
        createdb = [self.program("createdb"), "--host", str(self.folder), "--username", "autoadmin", *like, name]
        subprocess.run(createdb, check=True)
        return f"postgresql://autoadmin@/{name}?host={self.folder}"


def why_no_server() -> str:
    """Return why no server can be started here, in a sentence; empty where one can."""
    if _binaries() is None:
        return "PostgreSQL is not installed here (package postgresql)"
    if importlib.util.find_spec("psycopg") is None:
        return "PostgreSQL's driver is not installed here (package psycopg)"
    return ""


@contextmanager
def a_server() -> Iterator[Server]:
    """Yield a new server without databases; afterwards nothing is left of it."""
    binaries, user = _binaries(), _its_user()
    assert binaries
    folder = Path(tempfile.mkdtemp(prefix="autoadmin-postgresql-"))
    try:
        if user:
            shutil.chown(folder, user.pw_uid, user.pw_gid)
        with _running(Server(binaries, folder), user) as server:
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _running(server: Server, user: pwd.struct_passwd | None) -> Iterator[Server]:
    files = server.folder / "data"
    uid, gid, others = (user.pw_uid, user.pw_gid, ()) if user else (None, None, None)
    making = ["--pgdata", str(files), "--username", "autoadmin", "--auth", "trust", "--encoding", "UTF8", "--no-sync"]
    subprocess.run(
        [server.program("initdb"), *making, "--locale", "C.UTF-8"],
        check=True,
        cwd=server.folder,
        stdout=subprocess.DEVNULL,
        user=uid,
        group=gid,
        extra_groups=others,
    )
    settings = ["listen_addresses=", f"unix_socket_directories={server.folder}", *NEITHER_SAFE_NOR_SLOW]
    command = [server.program("postgres"), "-D", str(files), *(part for each in settings for part in ("-c", each))]
    with (server.folder / "log").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=server.folder, stdout=log, stderr=log, user=uid, group=gid, extra_groups=others
        )
        try:
            _wait_for(server)
            server.migrate()
            yield server
        finally:
            process.send_signal(signal.SIGQUIT)  # at once; nothing of it is kept
            process.wait()


def _wait_for(server: Server) -> None:
    give_up_at = time.monotonic() + SECONDS_TO_START
    while not server.is_ready():
        assert time.monotonic() < give_up_at, (server.folder / "log").read_text()
        time.sleep(0.05)


def _binaries() -> Path | None:
    """Return the folder of the newest PostgreSQL that is installed; None where there is none."""
    versions = sorted(INSTALLED.glob("*/bin/postgres"), key=lambda found: float(found.parts[-3]))
    on_path = shutil.which("postgres")
    return versions[-1].parent if versions else Path(on_path).parent if on_path else None


def _its_user() -> pwd.struct_passwd | None:
    """Return whom the server is to run as; None where the tests themselves will do."""
    if os.geteuid() != 0:
        return None
    known = {each.pw_name: each for each in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]
