"""A document answers the clocks of the rules it names, and of every rule that states a duty it names."""

from __future__ import annotations

from autoadmin.domain.identifiers import RuleId
from autoadmin.domain.rules import is_answered
from tests.timescales.office_diary import RULE_OF


def test_a_document_that_names_a_duty_answers_each_of_its_rules() -> None:
    answers = (RuleId("RHA"), RuleId("ICPC_15"))
    answered = {rule for rule in RULE_OF if is_answered(rule, answers, RULE_OF)}
    assert answered == {"RHA_UNDER_5", "RHA_FROM_5", "ICPC_15"}


def test_a_rule_that_is_no_longer_held_is_answered_by_its_own_name_alone() -> None:
    assert is_answered(RuleId("GONE"), (RuleId("GONE"),), RULE_OF)
    assert not is_answered(RuleId("GONE"), (RuleId("RHA"),), RULE_OF)
