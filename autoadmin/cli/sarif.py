"""Findings as SARIF 2.1.0, the form that code review and CI systems read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from autoadmin import __version__

if TYPE_CHECKING:
    from autoadmin.workflows.template_checks import Finding

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(findings: Sequence[Finding]) -> dict[str, object]:
    """Return one run of the check with a result for each finding; SARIF's levels are called as our severities are."""
    codes = sorted({finding.code for finding in findings})
    driver = {"name": "autoadmin", "version": __version__, "rules": [{"id": code} for code in codes]}
    results = [_result(finding, codes.index(finding.code)) for finding in findings]
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}


def _result(finding: Finding, rule: int) -> dict[str, object]:
    location: dict[str, object] = {"physicalLocation": {"artifactLocation": {"uri": quote(finding.file)}}}
    if finding.place:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.place}]
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": {"text": f"{finding.message} {finding.suggestion}".strip()},
        "locations": [location],
    }
