"""What a council sets for itself: taken where it may, refused with file, line and reason where it may not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from autoadmin.catalogue.rules import load_rules
from autoadmin.domain.errors import CatalogueError
from autoadmin.domain.lengths import Counting, Length, LengthUnit
from autoadmin.domain.rules import Rule

SHIPPED = Path(__file__).parents[2] / "schedules" / "timescales"
SET = 'source = "Practice standards, May 2026"'


def the_rules(folder: Path, local: str) -> dict[str, Rule]:
    """Return the shipped rules as a council with this local.toml has them."""
    own = copytree(SHIPPED, folder / "timescales")
    (own / "local.toml").write_text(local, encoding="utf-8")
    return {rule.id: rule for rule in load_rules(own)}


def test_a_council_sets_how_often_a_child_on_a_plan_is_visited(tmp_path: Path) -> None:
    rule = the_rules(tmp_path, f'[[override]]\nrule = "CP_VISIT"\nlength = {{ weeks = 2 }}\n{SET}')["CP_VISIT"]
    assert rule.length == Length(2, LengthUnit.WEEKS)
    assert rule.edition.endswith("Set by the council: Practice standards, May 2026.")


def test_what_is_not_said_stays_as_it_was_shipped(tmp_path: Path) -> None:
    local = f'[[override]]\nrule = "RCPC_REPORT"\nlength = {{ working_days = 3 }}\n{SET}'
    before = {str(rule.id): rule for rule in load_rules(SHIPPED)}["RCPC_REPORT"]
    after = the_rules(tmp_path, local)["RCPC_REPORT"]
    assert before.length
    assert after.length
    assert after.length.direction is before.length.direction
    assert after.starts == before.starts


def test_a_council_may_count_the_day_of_the_last_visit(tmp_path: Path) -> None:
    local = f'[[override]]\nrule = "CIN_VISIT"\nlength = {{ weeks = 4, counting = "inclusive" }}\n{SET}'
    rule = the_rules(tmp_path, local)["CIN_VISIT"]
    assert rule.length == Length(4, LengthUnit.WEEKS, Counting.INCLUSIVE)


def test_a_rule_that_somebody_has_read_is_no_longer_to_be_confirmed(tmp_path: Path) -> None:
    rule = the_rules(tmp_path, '[[override]]\nrule = "ICPC_15"\nconfirmed = "Ann Prosser, 3 June 2026"')["ICPC_15"]
    assert not rule.to_be_confirmed
    assert rule.edition.endswith("Confirmed by the council: Ann Prosser, 3 June 2026.")


def test_a_duty_of_the_new_act_is_turned_on_from_a_day(tmp_path: Path) -> None:
    local = '[[override]]\nrule = "FGDM_OFFER"\non = true\nvalid_from = 2027-04-01'
    rule = the_rules(tmp_path, local)["FGDM_OFFER"]
    assert rule.is_on
    assert not rule.off_because
    assert rule.valid_from == date(2027, 4, 1)


def test_a_rule_is_turned_off(tmp_path: Path) -> None:
    rule = the_rules(tmp_path, '[[override]]\nrule = "CORE_N"\non = false')["CORE_N"]
    assert not rule.is_on
    assert rule.off_because == "Turned off by the council."


@pytest.mark.parametrize(
    ("local", "line", "reason"),
    [
        ('rule = "CP_VISIT"\nlength = { weeks = 6 }\n' + SET, 3, "6 weeks is outside what is allowed: 1 to 20 working"),
        ('rule = "CP_VISIT"\nlength = { months = 1 }\n' + SET, 3, "1 month is outside what is allowed"),
        ('rule = "CP_VISIT"\nlength = { weeks = 2 }', 3, "say where the council lays this down"),
        ('rule = "LAC_REV_1"\nlength = { working_days = 30 }\n' + SET, 3, "LAC_REV_1 is law; its length is not the"),
        ('rule = "CFA_45"\nlength = { working_days = 60 }\n' + SET, 3, "CFA_45 is statutory guidance; its length"),
        ('rule = "CP_VISITS"\non = true', 2, 'there is no rule called "CP_VISITS"; did you mean "CP_VISIT"?'),
        ('rule = "FH_ASSESS"\non = true', 1, "it has no length of its own; say how long the council gives"),
        ('rule = "CP_VISIT"\nlenght = { weeks = 2 }', 3, '"lenght" is not known here; did you mean "length"?'),
        ("on = true", 1, "rule is missing."),
    ],
)
def test_what_a_council_may_not_set_is_refused(tmp_path: Path, local: str, line: int, reason: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        the_rules(tmp_path, f"[[override]]\n{local}\n")
    (problem,) = caught.value.detail.splitlines()
    assert problem.startswith(f"timescales/local.toml, line {line}, override ")
    assert reason in problem
