"""Traps of duplicates and grain: case-system-extracts.md, section 5, 14 to 16, and what a period of care is."""

from __future__ import annotations

from datetime import date

import pytest

from autoadmin.domain.extracts import RecordCount
from autoadmin.domain.findings import Severity
from tests.intake.extracts.bundles import Row, a_child, a_referral, an_assessment, read_tables, says, told


def a_visit(table: str, note: str = "N-1", at: str = "2026-11-11 15:30:00", **fields: str) -> Row:
    """Return a row of a visits table; `table` is cin, cp or cla."""
    letter = {"cin": "cinv_cin", "cp": "cppv_cp", "cla": "clav_cla"}[table]
    row = {f"{letter}_visit_id": note, f"{letter[:4]}_person_id": "C-1", f"{letter}_visit_date": at}
    return row | {f"{letter}_visit_{name}": value for name, value in fields.items()}


def an_episode(start: str, end: str = "", reason: str = "", period: str = "L-1", **fields: str) -> Row:
    """Return a row of ssd_cla_episodes."""
    row = {"clae_person_id": "C-1", "clae_cla_id": period, "clae_cla_episode_start_date": start}
    row |= {"clae_cla_episode_ceased_date": end, "clae_cla_episode_ceased_reason": reason}
    return row | {"clae_entered_care_date": "2026-01-05"} | {f"clae_{name}": value for name, value in fields.items()}


def test_a_visit_noted_in_three_tables_is_told_once_from_the_most_specific() -> None:
    record = read_tables(
        person=[a_child()],
        cin_visits=[a_visit("cin")],
        cp_visits=[a_visit("cp", bedroom="Y")],
        cla_visits=[a_visit("cla", "OTHER-ID", seen="Y")],
    )
    visits = [event for event in record.events if event.code.startswith("VISIT")]
    assert [(event.code, event.fields) for event in visits] == [("VISIT_CLA", {"seen": "true", "bedroom": "true"})]
    assert sum("more specific table: told once" in finding.message for finding in record.findings) == 2
    assert [count.duplicates for count in record.counts if "cin_visits" in count.file] == [1]


def test_the_same_case_note_of_a_day_is_one_visit_whatever_the_time() -> None:
    record = read_tables(
        person=[a_child()], cp_visits=[a_visit("cp")], cin_visits=[a_visit("cin", at="2026-11-11 16:00:00")]
    )
    assert [event.code for event in record.events if event.code.startswith("VISIT")] == ["VISIT_CP"]


def test_a_visit_that_two_tables_tell_differently_is_doubted() -> None:
    record = read_tables(person=[a_child()], cp_visits=[a_visit("cp", seen="N")], cin_visits=[a_visit("cin", seen="Y")])
    assert told(record, "VISIT_CP")[0].fields["seen"] == "false"
    assert says(record, "says otherwise")


def test_two_visits_at_different_times_are_two() -> None:
    rows = [a_visit("cp"), a_visit("cp", "N-2", "2026-11-11 17:00:00"), a_visit("cp", "N-3", "2026-11-12")]
    assert len(told(read_tables(person=[a_child()], cp_visits=rows), "VISIT_CP")) == 3


def test_visits_carry_whether_the_child_was_seen_and_seen_alone() -> None:
    record = read_tables(person=[a_child()], cin_visits=[a_visit("cin", seen="Y", seen_alone="N")])
    assert told(record, "VISIT_CIN")[0].fields == {"seen": "true", "seen_alone": "false"}


def test_a_conference_joined_to_several_plans_is_held_once() -> None:
    row = {"icpc_person_id": "C-1", "icpc_icpc_date": "2026-09-09", "icpc_icpc_team": "Unit 2"}
    rows = [row | {"icpc_icpc_id": str(n), "icpc_icpc_outcome_cp_flag": "Y" if n else "NULL"} for n in range(4)]
    record = read_tables(person=[a_child()], initial_cp_conference=rows)
    assert [event.fields["outcome_cp_flag"] for event in told(record, "ICPC_HELD")] == ["true"]
    assert RecordCount("ssd_initial_cp_conference.csv", 4, taken=1, duplicates=3) in record.counts


def test_one_meeting_about_two_siblings_is_an_event_of_each() -> None:
    rows = [{"icpc_person_id": child, "icpc_icpc_date": "2026-09-09"} for child in ("C-1", "C-2")]
    record = read_tables(person=[a_child(), a_child("C-2")], initial_cp_conference=rows)
    assert [event.child for event in told(record, "ICPC_HELD")] == ["C-1", "C-2"]


def test_two_referrals_of_one_day_that_differ_are_both_kept_and_doubted() -> None:
    rows = [a_referral(referral_nfa="Y"), a_referral(referral_nfa="N")]
    record = read_tables(person=[a_child()], cin_episodes=rows)
    assert [event.fields["nfa"] for event in told(record, "REFERRAL")] == ["true", "false"]
    assert any(finding.severity is Severity.DOUBTED for finding in record.findings)


def test_rows_that_differ_only_in_worker_or_row_id_are_one_event() -> None:
    rows = [an_assessment(assessment_worker_id=worker) for worker in ("W-1", "W-2", "W-3")]
    record = read_tables(person=[a_child()], cin_assessments=rows)
    assert len(told(record, "ASSESSMENT_START")) == 1


def test_work_that_one_row_says_is_closed_is_not_open() -> None:
    rows = [an_assessment(), an_assessment(end="2026-10-01")]
    record = read_tables(person=[a_child()], cin_assessments=rows)
    assert "open" not in told(record, "ASSESSMENT_START")[0].fields


def test_care_starts_once_per_period_on_the_day_of_entering_care() -> None:
    rows = [an_episode("2026-01-05", "2026-02-01", "X1"), an_episode("2026-02-01")]
    record = read_tables(person=[a_child()], cla_episodes=rows)
    assert [(event.on, event.fields) for event in told(record, "CLA_START")] == [(date(2026, 1, 5), {"period": "L-1"})]
    assert len(told(record, "CLA_EPISODE_START")) == 2
    assert not told(record, "CLA_END")


def test_two_dates_of_entering_one_period_of_care_are_doubted_and_the_earliest_used() -> None:
    rows = [an_episode("2026-01-08", entered_care_date="2026-01-08"), an_episode("2026-01-05")]
    record = read_tables(person=[a_child()], cla_episodes=rows)
    assert [event.on for event in told(record, "CLA_START")] == [date(2026, 1, 5)]
    assert says(record, "the earliest is used")


def test_without_a_date_of_entering_care_the_episode_that_started_it_is_used() -> None:
    row = an_episode("2026-01-05", entered_care_date="NULL", cla_episode_start_reason="S")
    record = read_tables(person=[a_child()], cla_episodes=[row])
    assert [event.on for event in told(record, "CLA_START")] == [date(2026, 1, 5)]
    assert says(record, "its own start is used")


@pytest.mark.parametrize(
    "reason", ["E4A", "E8 - Period of being looked after ceased", "Returned home to live with parents"]
)
def test_a_last_episode_that_ceased_ends_care(reason: str) -> None:
    rows = [an_episode("2026-01-05", "2026-02-01", "X1"), an_episode("2026-02-01", "2026-03-01", reason)]
    record = read_tables(person=[a_child()], cla_episodes=rows)
    assert [(event.on, event.fields["reason"]) for event in told(record, "CLA_END")] == [(date(2026, 3, 1), reason)]
    assert "CLA_END" in record.carries


def test_a_reason_in_words_that_a_new_episode_begins_does_not_end_care() -> None:
    words = "Episode ceases, and new episode begins on same day, for any reason"
    assert not told(read_tables(cla_episodes=[an_episode("2026-01-05", "2026-02-01", words)]), "CLA_END")


def test_an_ending_that_another_episode_follows_is_doubted_and_does_not_end_care() -> None:
    rows = [an_episode("2026-01-05", "2026-02-01", "E4A"), an_episode("2026-02-01")]
    record = read_tables(person=[a_child()], cla_episodes=rows)
    assert not told(record, "CLA_END")
    assert says(record, "another episode follows")


def test_an_earlier_period_of_care_has_its_own_end() -> None:
    rows = [
        an_episode("2026-01-05", "2026-02-01", "E4A"),
        an_episode("2026-06-01", period="L-2", entered_care_date="2026-06-01"),
    ]
    record = read_tables(person=[a_child()], cla_episodes=rows)
    assert [event.on for event in told(record, "CLA_END")] == [date(2026, 2, 1)]
    assert len(told(record, "CLA_START")) == 2


def test_an_episode_that_ended_without_a_reason_does_not_end_care() -> None:
    record = read_tables(person=[a_child()], cla_episodes=[an_episode("2026-01-05", "2026-02-01")])
    assert not told(record, "CLA_END")
    assert says(record, "ended without a reason")


def test_a_cancelled_review_is_skipped_with_a_note() -> None:
    review = {"clar_cla_person_id": "C-1", "clar_cla_review_date": "2026-05-05", "clar_cla_review_cancelled": "Y"}
    record = read_tables(person=[a_child()], cla_reviews=[review])
    assert not told(record, "CLA_REVIEW_HELD")
    assert [(finding.severity, finding.place.row) for finding in record.findings] == [(Severity.NOTE, 2)]


def test_a_health_check_that_was_refused_did_not_take_place() -> None:
    rows = [
        {"clah_person_id": "C-1", "clah_health_check_date": "2026-05-05", "clah_health_check_status": status}
        for status in ("Refused", "Completed")
    ]
    assert len(told(read_tables(person=[a_child()], cla_health=rows), "HEALTH_CHECK")) == 1
