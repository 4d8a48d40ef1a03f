"""The findings of one extract as they are made: twenty of a kind in full, the others counted with their rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from autoadmin.domain.findings import Finding, Place, Severity

IN_FULL = 20
MOST_RANGES = 200
MOST_SAMPLES = 5


@dataclass(slots=True)
class _Rest:
    """The findings of one kind that are no longer written out."""

    rows: list[int] = field(default_factory=list)
    samples: list[str] = field(default_factory=list)
    written: int = 0


class Ledger:
    """Collects findings. One kind is: severity, file, column and message; so messages never hold the value itself."""

    def __init__(self, row_word: str = "row") -> None:
        self._row_word = row_word
        self._findings: list[Finding] = []
        self._kinds: dict[tuple[Severity, str, str, str], _Rest] = {}

    def add(self, severity: Severity, file: str, message: str, row: int = 0, column: str = "", raw: str = "") -> None:
        """Note one thing at one place; after the twentieth of its kind it joins the summary."""
        rest = self._rest(severity, file, column, message)
        if rest.written < IN_FULL:
            rest.written += 1
            place = Place(file, self._where(row, column), row or None, column or None)
            self._findings.append(Finding(severity, place, message, raw))
        else:
            self._keep(rest, row, raw)

    def tally(self, severity: Severity, file: str, message: str, row: int = 0, column: str = "", raw: str = "") -> None:
        """Note one thing that is only counted: one finding per kind tells how many and in which rows."""
        self._keep(self._rest(severity, file, column, message), row, raw)

    def close(self) -> tuple[Finding, ...]:
        """Return all findings; the summaries come last."""
        return (*self._findings, *self._summaries())

    def _rest(self, severity: Severity, file: str, column: str, message: str) -> _Rest:
        return self._kinds.setdefault((severity, file, column, message), _Rest())

    @staticmethod
    def _keep(rest: _Rest, row: int, raw: str) -> None:
        rest.rows.append(row)
        if raw and len(rest.samples) < MOST_SAMPLES and raw not in rest.samples:
            rest.samples.append(raw)

    def _where(self, row: int, column: str) -> str:
        parts = [f"{self._row_word} {row}"] if row else []
        return ", ".join(parts + ([f"column {column}"] if column else []))

    def _summaries(self) -> Iterable[Finding]:
        for (severity, file, column, message), rest in self._kinds.items():
            if not rest.rows:
                continue
            lead = f"{len(rest.rows)} more: " if rest.written else ""
            tail = self._rows(rest.rows)
            place = Place(file, self._where(0, column), None, column or None)
            yield Finding(severity, place, f"{lead}{message} ({tail})", "; ".join(rest.samples))

    def _rows(self, rows: list[int]) -> str:
        known = [row for row in rows if row]
        times = "once" if len(rows) == 1 else f"{len(rows)} times"
        if not known:
            return times
        word = self._row_word if len(set(known)) == 1 else f"{self._row_word}s"
        return f"{times}, {word} {ranges(known)}"


def ranges(rows: Iterable[int]) -> str:
    """Return row numbers as people write them: `3, 5-9, 12`; beyond two hundred ranges the number of rows left."""
    spans: list[list[int]] = []
    for row in sorted(set(rows)):
        if spans and row == spans[-1][1] + 1:
            spans[-1][1] = row
        else:
            spans.append([row, row])
    words = [str(first) if first == last else f"{first}-{last}" for first, last in spans[:MOST_RANGES]]
    left = sum(last - first + 1 for first, last in spans[MOST_RANGES:])
    return ", ".join(words) + (f" and {left} more" if left else "")
