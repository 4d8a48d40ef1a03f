"""A list of findings that grows while a sheet is read."""

from __future__ import annotations

from autoadmin.domain.findings import Finding, Place, Severity


class Remarks:
    """Collects what intake noticed in one file, in the order noticed."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._findings: list[Finding] = []

    def place(self, where: str) -> Place:
        """Return a place in this file."""
        return Place(self.file, where)

    def note(self, where: str, message: str, raw: str = "") -> None:
        """Add something worth a glance."""
        self._add(Severity.NOTE, where, message, raw)

    def doubt(self, where: str, message: str, raw: str = "") -> None:
        """Add something a person should look at."""
        self._add(Severity.DOUBTED, where, message, raw)

    def repaired(self, where: str, message: str, raw: str = "") -> None:
        """Add something that was changed on the way in."""
        self._add(Severity.REPAIRED, where, message, raw)

    def findings(self) -> tuple[Finding, ...]:
        """Return everything noticed so far, each finding once."""
        return tuple(dict.fromkeys(self._findings))

    def _add(self, severity: Severity, where: str, message: str, raw: str) -> None:
        self._findings.append(Finding(severity, self.place(where), message, raw))
