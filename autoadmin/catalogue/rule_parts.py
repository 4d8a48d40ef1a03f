"""One `[[rule]]` table read into a rule: its head, what starts it, what meets it, what ends it."""

from __future__ import annotations

from autoadmin.catalogue.rule_lines import Block
from autoadmin.catalogue.rule_words import (
    code,
    codes,
    day,
    list_of_tables,
    number,
    one_of,
    read_ages,
    read_allowed,
    read_length,
    read_tests,
)
from autoadmin.catalogue.tables import Table
from autoadmin.domain.identifiers import RuleId, TemplateId
from autoadmin.domain.lengths import Length, LengthUnit
from autoadmin.domain.rules import Anchor, Circumstance, Follows, PlanInterval, Rule, Standing, Start, Stop

KEYS = (
    *("id", "row", "title", "law", "edition", "standing", "to_be_confirmed", "length", "in_any", "allowed", "done"),
    *("follows", "on", "off_because", "starts", "stops", "ends", "while", "aged", "aged_when_due", "plan_interval"),
    *("date_in", "days_in", "is_recurring", "told_in_sheets", "for_reporting", "same_within", "shown_open_by"),
    *("recorded_due", "template", "due_soon", "valid_from", "valid_to", "notes"),
)
START_KEYS = (
    *("event", "anchor", "opens", "closes", "turns", "booked", "counted_from", "otherwise", "only_if", "must_say"),
    *("known_by", "unknown", "not_if", "not_if_in", "not_if_until", "apart", "not_with", "because", "note", "note_if"),
    *("replaces_within", "replaces_known_within"),
)
STOP_KEYS = ("event", "only_if", "not_if", "after_start_day", "days_before")
WHILE_KEYS = ("since", "until", "says", "never_says", "at_least", "less_than")


def read_rule(table: Table, block: Block) -> Rule:
    """Return the rule; what is wrong with it is noted in the table's problems."""
    table.only(KEYS)
    rule_id = table.text("id", None)
    is_on = table.switch("on", default=True)
    rule = Rule(
        id=RuleId(rule_id),
        row=table.text("row", rule_id),
        title=table.text("title", None),
        law=table.text("law", None),
        edition=table.text("edition", None),
        standing=one_of(table, "standing", Standing, None),
        to_be_confirmed=table.switch("to_be_confirmed", default=False),
        length=_length(table, "length"),
        in_any=_length(table, "in_any"),
        follows=_read_follows(table),
        allowed=read_allowed(table),
        starts=tuple(_read_start(start) for start in list_of_tables(table, block, "starts", is_needed=True)),
        stops=tuple(_read_stop(stop) for stop in list_of_tables(table, block, "stops", is_needed=True)),
        ends=tuple(_read_stop(stop) for stop in list_of_tables(table, block, "ends")),
        circumstances=tuple(_read_circumstance(one) for one in list_of_tables(table, block, "while")),
        aged=read_ages(table, "aged"),
        aged_when_due=read_ages(table, "aged_when_due"),
        plan_interval=_read_plan_interval(table),
        date_in=table.text("date_in"),
        days_in=table.text("days_in"),
        done=table.text("done", None),
        is_on=is_on,
        off_because=table.text("off_because", "" if is_on else None),
        is_recurring=table.switch("is_recurring", default=False),
        is_told_in_sheets=table.switch("told_in_sheets", default=True),
        is_for_reporting=table.switch("for_reporting", default=False),
        same_within=number(table, "same_within", 7),
        shown_open_by=codes(table, "shown_open_by"),
        recorded_due=code(table, "recorded_due", is_needed=False),
        template=TemplateId(named) if (named := table.text("template")) else None,
        due_soon=number(table, "due_soon", 5),
        valid_from=day(table, "valid_from"),
        valid_to=day(table, "valid_to"),
        notes=table.texts("notes"),
    )
    if is_on and "length" not in table.keys and not rule.date_in and not rule.days_in:
        table.wrong("length is missing; write for example length = { working_days = 15 }.")
    if rule.in_any and not (rule.length and rule.length.unit is LengthUnit.CALENDAR_DAYS):
        table.wrong("in_any adds up whole days; give the length as length = { calendar_days = 75 }.", "in_any")
    return rule


def _length(table: Table, key: str) -> Length | None:
    given = table.within(key)
    return read_length(given) if given else None


def _read_start(table: Table) -> Start:
    table.only(START_KEYS)
    start = Start(
        event=code(table, "event"),
        anchor=one_of(table, "anchor", Anchor, Anchor.EACH),
        opens=code(table, "opens", is_needed=False),
        closes=code(table, "closes", is_needed=False),
        turns=table.whole_number("turns") if "turns" in table.keys else None,
        is_booked=table.switch("booked", default=False),
        counted_from=code(table, "counted_from", is_needed=False),
        otherwise=table.text("otherwise"),
        only_if=read_tests(table, "only_if"),
        must_say=table.switch("must_say", default=False),
        known_by=code(table, "known_by", is_needed=False),
        unknown=table.text("unknown"),
        not_if=read_tests(table, "not_if"),
        not_if_in=codes(table, "not_if_in"),
        not_if_until=codes(table, "not_if_until"),
        apart=_length(table, "apart"),
        not_with=codes(table, "not_with"),
        because=table.text("because"),
        note=table.text("note"),
        note_if=read_tests(table, "note_if"),
        replaces_within=number(table, "replaces_within", 28),
        replaces_known_within=number(table, "replaces_known_within", 28),
    )
    if start.anchor is not Anchor.EACH and not (start.opens and start.closes):
        table.wrong(f'"{start.anchor}" needs opens and closes: the events that bound the period.', "anchor")
    return start


def _read_stop(table: Table) -> Stop:
    table.only(STOP_KEYS)
    return Stop(
        event=code(table, "event"),
        only_if=read_tests(table, "only_if"),
        not_if=read_tests(table, "not_if"),
        after_start_day=table.switch("after_start_day", default=False),
        days_before=number(table, "days_before", 0),
    )


def _read_circumstance(table: Table) -> Circumstance:
    table.only(WHILE_KEYS)
    since = codes(table, "since")
    if not since:
        table.wrong("since is missing: the event that must have happened before.")
    return Circumstance(
        since=since,
        until=codes(table, "until"),
        says=read_tests(table, "says"),
        never_says=read_tests(table, "never_says"),
        at_least=_length(table, "at_least"),
        less_than=_length(table, "less_than"),
    )


def _read_follows(rule: Table) -> Follows | None:
    table = rule.within("follows")
    if table is None:
        return None
    event = code(table, "event")
    length = read_length(Table(table.place, {k: v for k, v in table.keys.items() if k != "event"}, table.problems))
    return Follows(event, length) if length else None


def _read_plan_interval(rule: Table) -> PlanInterval | None:
    table = rule.within("plan_interval")
    if table is None:
        return None
    table.only(("events", "field"))
    return PlanInterval(codes(table, "events"), table.text("field", None))
