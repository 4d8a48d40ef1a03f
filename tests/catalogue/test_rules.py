"""The timescales folder: what is shipped is read as the law states it; what is wrong is explained, all at once."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from autoadmin.catalogue.rules import load_rules
from autoadmin.domain.errors import CatalogueError
from autoadmin.domain.field_tests import FieldTest
from autoadmin.domain.lengths import Counting, Direction, Length, LengthUnit
from autoadmin.domain.rules import Anchor, Standing, Stop

SHIPPED = Path(__file__).parents[2] / "schedules" / "timescales"

RIGHT = """
[[rule]]
id = "CIN_VISIT"
title = "Child in need visit"
law = "The council's own standard"
edition = "Practice standards, 2026"
standing = "local"
length = { weeks = 4 }
done = "a visit"

[[rule.starts]]
event = "CIN_PLAN_START"

[[rule.stops]]
event = "VISIT_CIN"
only_if = { seen = "Yes", kind = ["home", "School*"] }
"""


def a_timescales_folder(folder: Path, text: str, name: str = "local.toml") -> Path:
    """Return a folder with one file of rules in it."""
    made = folder / "timescales"
    made.mkdir(exist_ok=True)
    (made / name).write_text(text, encoding="utf-8")
    return made


def problems_of(folder: Path, text: str) -> list[str]:
    """Return the sentences that a file of rules is refused with."""
    with pytest.raises(CatalogueError) as caught:
        load_rules(a_timescales_folder(folder, text))
    return caught.value.detail.splitlines()


@pytest.mark.parametrize(
    ("rule", "length", "standing", "is_to_be_confirmed"),
    [
        ("CFA_45", "45 working days", Standing.GUIDANCE, True),
        ("ICPC_15", "15 working days", Standing.GUIDANCE, True),
        ("CORE_1", "10 working days", Standing.GUIDANCE, True),
        ("RCPC_1", "3 months, or 91 days if that is sooner", Standing.GUIDANCE, True),
        ("RCPC_N", "6 months, or 183 days if that is sooner", Standing.GUIDANCE, True),
        ("LAC_REV_1", "20 working days", Standing.STATUTE, False),
        ("CARE_PLAN", "10 working days", Standing.STATUTE, False),
        ("PLACE_PLAN", "5 working days", Standing.STATUTE, True),
    ],
)
def test_the_first_eight_are_shipped_as_the_brief_states_them(
    rule: str, length: str, standing: Standing, is_to_be_confirmed: bool
) -> None:
    (shipped,) = [one for one in load_rules(SHIPPED) if one.id == rule]
    assert str(shipped.length) == length
    assert shipped.standing is standing
    assert shipped.to_be_confirmed is is_to_be_confirmed
    assert shipped.length
    assert shipped.length.counting is Counting.EXCLUSIVE


def test_every_shipped_rule_cites_its_law_and_the_edition_it_was_stated_from() -> None:
    for rule in load_rules(SHIPPED):
        assert rule.law
        assert rule.edition
        assert "Working Together" not in rule.law or "2026" in rule.edition


def test_a_rule_is_read_with_what_it_leaves_out(tmp_path: Path) -> None:
    (rule,) = load_rules(a_timescales_folder(tmp_path, RIGHT))
    assert rule.length == Length(4, LengthUnit.WEEKS, Counting.EXCLUSIVE, Direction.FORWARDS)
    assert rule.stops == (
        Stop("VISIT_CIN", only_if=(FieldTest("seen", ("yes",)), FieldTest("kind", ("home", "school*")))),
    )
    assert rule.starts[0].anchor is Anchor.EACH
    assert rule.ends == ()
    assert not rule.to_be_confirmed
    assert rule.is_in_force(date(1990, 1, 1))


def test_a_rule_may_be_dated(tmp_path: Path) -> None:
    dated = RIGHT.replace('done = "a visit"', 'done = "a visit"\nvalid_from = 2026-04-29\nvalid_to = 2027-03-31')
    (rule,) = load_rules(a_timescales_folder(tmp_path, dated))
    days = [date(2026, 4, 28), date(2026, 4, 29), date(2027, 3, 31), date(2027, 4, 1)]
    assert [rule.is_in_force(day) for day in days] == [False, True, True, False]


def test_rules_of_several_files_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    a_timescales_folder(tmp_path, RIGHT, "b.toml")
    folder = a_timescales_folder(tmp_path, RIGHT.replace("CIN_VISIT", "CIN_SEEN"), "a.toml")
    assert [rule.id for rule in load_rules(folder)] == ["CIN_SEEN", "CIN_VISIT"]


@pytest.mark.parametrize(
    ("written", "instead", "problem"),
    [
        ("weeks = 4", "week = 4", '"week" is not known here; did you mean "weeks"?'),
        ("weeks = 4", "weeks = 4, months = 1", "name exactly one of working_days, calendar_days, school_days, "),
        ("weeks = 4", 'weeks = "four"', 'weeks must be a whole number, not "four".'),
        ("weeks = 4", 'weeks = 4, counting = "both"', 'counting must be one of exclusive, inclusive, not "both".'),
        ("length = { weeks = 4 }\n", "", "length is missing; write for example length = { working_days = 15 }."),
        (
            "length = { weeks = 4 }",
            "length = { weeks = 4 }\nin_any = { months = 12 }",
            "in_any adds up whole days; give the length as length = { calendar_days = 75 }.",
        ),
        (
            "length = { weeks = 4 }",
            'length = { weeks = 4 }\nfollows = { event = "CIN_PLAN", weeks = 2 }',
            'event names "CIN_PLAN", which is no event code',
        ),
        ("length = { weeks = 4 }", "length = 4", "length must be a table, like length = { ... }, not 4."),
        ('standing = "local"', 'standing = "law"', "standing must be one of statute, guidance, local"),
        ('standing = "local"\n', "", "standing is missing."),
        ('law = "The council\'s own standard"\n', "", "law is missing."),
        ('done = "a visit"', 'don = "a visit"', '"don" is not known here; did you mean "done"?'),
        ('"CIN_PLAN_START"', '"CIN_PLAN_STRAT"', "is no event code; did you mean"),
        ('[[rule.starts]]\nevent = "CIN_PLAN_START"\n', "", "starts is missing; a rule needs at least one"),
        ('event = "VISIT_CIN"', 'event = "VISIT_CIN"\nafter_start = true', 'did you mean "after_start_day"?'),
        ('event = "VISIT_CIN"', 'event = "VISIT_CIN"\ndays_before = -1', "days_before must be a whole number, not -1."),
        ('seen = "Yes"', "seen = true", "seen must be a list of texts"),
        (
            '"CIN_PLAN_START"',
            '"CIN_PLAN_START"\nanchor = "first of the period"',
            '"first of the period" needs opens and closes: the events that bound the period.',
        ),
        ('done = "a visit"', 'done = "a visit"\nvalid_from = "2026"', "valid_from must be a date like 2026-04-29"),
    ],
)
def test_what_is_wrong_is_said_in_its_place(tmp_path: Path, written: str, instead: str, problem: str) -> None:
    assert written in RIGHT
    found = problems_of(tmp_path, RIGHT.replace(written, instead))
    assert any(problem in sentence for sentence in found), found
    assert all(re.match(r"timescales/local.toml, line \d+, rule CIN_VISIT", sentence) for sentence in found), found


def test_everything_wrong_is_said_at_once_each_with_its_rule_and_part(tmp_path: Path) -> None:
    wrong = RIGHT.replace("weeks = 4", "weeks = 4, most = 9").replace("VISIT_CIN", "VISITED").replace("law =", "lore =")
    found = problems_of(tmp_path, f"{wrong}\n{RIGHT}")
    assert [sentence.split(": ", 1)[0] for sentence in found] == [
        "timescales/local.toml, line 5, rule CIN_VISIT",
        "timescales/local.toml, line 2, rule CIN_VISIT",
        "timescales/local.toml, line 8, rule CIN_VISIT, length",
        "timescales/local.toml, line 15, rule CIN_VISIT, stops 1",
        "timescales/local.toml, line 20, rule CIN_VISIT",
    ]
    assert found[-1].endswith("there is another rule of this id; give each its own.")


def test_a_file_that_is_no_toml_is_named_with_its_line_and_the_others_are_still_checked(tmp_path: Path) -> None:
    a_timescales_folder(tmp_path, '[[rule]]\nid = "A\n', "broken.toml")
    found = problems_of(tmp_path, RIGHT.replace("law =", "lore ="))
    assert found[0].startswith("timescales/broken.toml cannot be read as TOML:")
    assert "line 2" in found[0]
    assert any("lore" in sentence for sentence in found[1:])


def test_a_rule_without_an_id_is_known_by_its_number(tmp_path: Path) -> None:
    found = problems_of(tmp_path, RIGHT.replace('id = "CIN_VISIT"\n', ""))
    assert found == ["timescales/local.toml, line 2, rule 1: id is missing."]


def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="is not there"):
        load_rules(tmp_path / "timescales")
