"""Measure the Word engine against its peers, with the same data and the same words.

`python -m tests.benchmarks.bench_word`. Times are medians of processor time, in one run on one machine.
"""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from autoadmin.word import compile_template
from autoadmin.word.reading import read_parts
from tests.benchmarks.documents import Document, chronology, documents
from tests.benchmarks.measuring import take_turns
from tests.benchmarks.memory import megabytes_by_documents
from tests.benchmarks.node_peers import Filled, NoNodeError, fill_in_node, install_node_peers
from tests.benchmarks.peers import FLOOR, OURS, fillers, floor

_TEMPLATES: Final = Path(__file__).parents[2] / "templates"
_ROWS: Final = (250, 500, 1_000, 2_000, 4_000)
TARGETS: Final = "Targets, for the minutes: 100 times docxtpl, 15 times docxtemplater, at most 2 times the floor."


def main() -> None:
    """Print what each way takes for each document, how they compare, and how ours grows."""
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}. {TARGETS}")
    with tempfile.TemporaryDirectory() as name:
        node: Path | None = Path(name)
        try:
            install_node_peers(Path(name))
        except NoNodeError as reason:
            print(f"docxtemplater and carbone are not compared. {reason}")
            node = None
        for document in documents():
            compare(document, node)
    print_rows()
    print_compiling()
    print_memory()


def compare(document: Document, node: Path | None) -> None:
    """Print what each way takes for a document, and whether its words are the same."""
    ways = fillers(document)
    files = {name: fill() for name, fill in ways.items()}
    template = compile_template(document.layout)
    measured = take_turns({**ways, FLOOR: floor(template, document)}, seconds=8)
    for peer in _from_node(document, node):
        files[peer.name], measured[peer.name] = peer.file, peer.seconds
    words = len(read_parts(files[OURS])["main text"].split())
    print(f"\n{document.title}: {len(files[OURS]):,} bytes, {words:,} words in the main text")
    for name, seconds in measured.items():
        ratio = seconds / measured[OURS]
        print(f"  {name:32} {seconds * 1000:10.3f} ms {ratio:8.1f} times ours   {_likeness(name, files)}".rstrip())
    print(f"  ours takes {measured[OURS] / measured[FLOOR]:.2f} times the floor")


def likeness(ours: bytes, theirs: bytes) -> str:
    """Return how the visible words of another's document compare with ours."""
    mine, other = read_parts(ours), read_parts(theirs)
    if mine == other:
        return "the same words"
    if {part: _filled_lines(text) for part, text in mine.items()} == {
        part: _filled_lines(text) for part, text in other.items()
    }:
        return "the same words, and empty lines between them"
    return "NOT the same words"


def print_rows() -> None:
    """Print what one row of the chronology takes in documents of several lengths."""
    print("\nChronology, by rows")
    ways = {}
    for rows in _ROWS:
        document = chronology(rows)
        ways[f"{rows:,}"] = fillers(document)[OURS]
    for (name, seconds), rows in zip(take_turns(ways, seconds=6).items(), _ROWS, strict=True):
        print(f"  {name:>6} rows {seconds * 1000:9.2f} ms {seconds * 1e6 / rows:8.2f} microseconds per row")


def print_compiling() -> None:
    """Print what compiling each shipped template takes; the target is 100 ms."""
    print("\nCompiling (target: under 100 ms each)")
    layouts = {path.parent.name: path.read_bytes() for path in sorted(_TEMPLATES.glob("*/layout.docx"))}
    ways = {name: lambda layout=layout: compile_template(layout) for name, layout in layouts.items()}
    for name, seconds in take_turns(ways, seconds=6).items():
        print(f"  {name:24} {seconds * 1000:7.1f} ms")


def print_memory() -> None:
    """Print what a process holds after a few, some and many documents."""
    print("\nMemory, filling the minutes again and again")
    for count, held in megabytes_by_documents().items():
        print(f"  after {count:6,} documents {held:7.1f} MB")


def _from_node(document: Document, node: Path | None) -> Sequence[Filled]:
    if node is None:
        return []
    try:
        return fill_in_node(document, node, seconds=3)
    except NoNodeError as reason:
        print(reason)
        return []


def _likeness(name: str, files: dict[str, bytes]) -> str:
    return likeness(files[OURS], files[name]) if name in files and name != OURS else ""


def _filled_lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


if __name__ == "__main__":
    main()
