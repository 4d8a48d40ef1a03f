"""Run the command and die of SIGKILL at the n-th moment at which something outside the process changes.

    python -m tests.acceptance.killing COUNT_FILE MOMENT ARGUMENT...

A moment is: before a transaction is committed, after it was, before a file is opened for writing, renamed or removed.
With MOMENT 0 nothing dies, and the number of moments is written to COUNT_FILE.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.pool import Pool

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CHANGES = frozenset({"os.rename", "os.remove", "os.mkdir"})


class Moments:
    """Counts moments, and ends the process at the fatal one."""

    def __init__(self, fatal: int) -> None:
        self.fatal = fatal
        self.passed = 0

    def another(self, *_: object) -> None:
        """Count one more; the fatal one is the last."""
        self.passed += 1
        if self.passed == self.fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def audit(self, name: str, arguments: tuple[object, ...]) -> None:
        """Count what the interpreter reports of changes to files."""
        if name in CHANGES or (name == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING):
            self.another()


def main() -> None:
    """Install the counters and run the command."""
    count_file, fatal = Path(sys.argv[1]), int(sys.argv[2])
    sys.argv = ["autoadmin", *sys.argv[3:]]
    sys.dont_write_bytecode = True
    from autoadmin.cli.main import main as autoadmin

    moments = Moments(fatal)
    event.listen(Engine, "commit", moments.another)
    event.listen(Pool, "checkin", moments.another)
    sys.addaudithook(moments.audit)
    try:
        autoadmin()
    finally:
        if not fatal:
            count_file.write_text(str(moments.passed))


if __name__ == "__main__":
    main()
