"""Whether memory stays flat: 20,000 minutes in a process of their own, and what the process holds before and after.

`python -m tests.benchmarks.memory` prints the number of documents and the megabytes held, line by line.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

from autoadmin.word import compile_template
from tests.benchmarks.documents import minutes

COUNTS: Final = (10, 2_000, 20_000)
_STATUS: Final = Path("/proc/self/status")


def megabytes_by_documents() -> dict[int, float]:
    """Return the resident memory of a fresh process after each of the counts; nothing where the system does not say."""
    done = subprocess.run([sys.executable, "-m", __name__], capture_output=True, text=True, check=True)
    lines = (line.split() for line in done.stdout.splitlines())
    return {int(count): float(held) for count, held in lines}


def main() -> None:
    """Print what is held after each of the counts."""
    document = minutes()
    template = compile_template(document.layout)
    if not _STATUS.exists():
        return
    made = 0
    for count in COUNTS:
        for number in range(made, count):
            template.render({**document.content, "notes_by": f"Note taker {number}"})
        made = count
        print(count, _held())


def _held() -> float:
    line = next(line for line in _STATUS.read_text(encoding="utf-8").splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
