"""Compare ways to deflate, in milliseconds and bytes: `python -m tests.benchmarks.bench_deflate`.

isal and zlib-ng are compared where they are installed, for instance with pip's --target in a folder on PYTHONPATH.
"""

from __future__ import annotations

from tests.benchmarks.deflate import packers
from tests.benchmarks.documents import documents
from tests.benchmarks.measuring import take_turns
from tests.benchmarks.peers import OURS, fillers


def main() -> None:
    """Print for each document what a whole filling takes, and then what each way to deflate its parts takes."""
    for document in documents():
        ways = packers(document)
        measured = take_turns({OURS: fillers(document)[OURS], **ways}, seconds=6)
        print(f"\n{document.title}\n{OURS:12} {measured.pop(OURS) * 1000:9.3f} ms")
        for name, seconds in measured.items():
            print(f"{name:12} {seconds * 1000:9.3f} ms {ways[name]():9,} bytes")


if __name__ == "__main__":
    main()
