"""What a council sets for itself: a length that is its own to set, a rule turned on or off, a rule it has confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from autoadmin.catalogue.rule_words import day, number, read_length
from autoadmin.catalogue.tables import Table, did_you_mean
from autoadmin.domain.identifiers import RuleId
from autoadmin.domain.lengths import Length
from autoadmin.domain.rules import Rule, Standing

KEYS = ("rule", "length", "on", "source", "confirmed", "due_soon", "valid_from")
OF_OTHERS = {Standing.STATUTE: "law", Standing.GUIDANCE: "statutory guidance"}


def overridden(table: Table, rules: Mapping[RuleId, Rule]) -> Rule | None:
    """Return the rule as the council sets it; None, the reason noted, where it names no rule."""
    table.only(KEYS)
    named = RuleId(table.text("rule", None))
    rule = rules.get(named)
    if rule is None:
        if named:
            table.wrong(f'there is no rule called "{named}"{did_you_mean(named, rules)}', "rule")
        return None
    source, confirmed = table.text("source"), table.text("confirmed")
    length = _length(table, rule, source)
    is_on = table.switch("on", default=rule.is_on)
    if is_on and length is None and not rule.date_in and not rule.days_in:
        table.wrong("it has no length of its own; say how long the council gives, like length = { weeks = 6 }.")
    edition = f"{rule.edition} Confirmed by the council: {confirmed.rstrip('.')}." if confirmed else rule.edition
    if source:
        edition = f"{edition} Set by the council: {source.rstrip('.')}."
    return replace(
        rule,
        length=length,
        is_on=is_on,
        off_because="" if is_on else rule.off_because or "Turned off by the council.",
        to_be_confirmed=rule.to_be_confirmed and not confirmed,
        edition=edition,
        due_soon=number(table, "due_soon", rule.due_soon),
        valid_from=day(table, "valid_from") or rule.valid_from,
    )


def _length(table: Table, rule: Rule, source: str) -> Length | None:
    given = table.within("length")
    if given is None:
        return rule.length
    if rule.standing in OF_OTHERS:
        table.wrong(f"{rule.id} is {OF_OTHERS[rule.standing]}; its length is not the council's to change.", "length")
        return rule.length
    if not source:
        table.wrong('say where the council lays this down, like source = "Practice standards, May 2026".', "length")
    length = read_length(given, rule.length)
    if length and not _is_allowed(length, rule):
        table.wrong(f"{length} is outside what is allowed: {_range_in_words(rule)}.", "length")
    return length


def _is_allowed(length: Length, rule: Rule) -> bool:
    return not rule.allowed or any(
        length.unit is unit and least <= length.count <= most for unit, least, most in rule.allowed
    )


def _range_in_words(rule: Rule) -> str:
    return " or ".join(f"{least} to {most} {unit}" for unit, least, most in rule.allowed)
