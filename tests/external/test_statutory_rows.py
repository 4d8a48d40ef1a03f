"""Every row of the statutory brief's sections A1 to A6 is a rule, and what nobody could verify is marked so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from autoadmin.catalogue.rules import load_rules
from tests.external.shared import shared

RULES = load_rules(Path(__file__).parents[2] / "schedules" / "timescales")
ROW = re.compile(r"^\| (?P<ids>`[A-Z0-9_]+`(?:, `[A-Z0-9_]+`)*) \|(?P<cells>.*)\|$", re.MULTILINE)
FROM_MEMORY = re.compile(r"\[U[^\]]*\]")


def rows() -> Iterator[tuple[str, str]]:
    """Yield the id of each row with its cells."""
    text = shared("domain/statutory.md").read_text(encoding="utf-8")
    timescales = text[text.index("### A1.") : text.index("### A7.")]
    for row in ROW.finditer(timescales):
        yield from ((name, row["cells"]) for name in re.findall(r"`(\w+)`", row["ids"]))


def test_every_row_is_a_rule_and_every_rule_a_row() -> None:
    assert {name for name, _ in rows()} == {rule.row for rule in RULES}


def test_a_row_whose_source_could_not_be_verified_is_to_be_confirmed() -> None:
    unverified = {name for name, cells in rows() if FROM_MEMORY.search(cells.split("|")[-2])}
    assert len(unverified) > 15
    settled = {rule.row for rule in RULES if rule.row in unverified and rule.is_on and not rule.to_be_confirmed}
    assert settled == set()
