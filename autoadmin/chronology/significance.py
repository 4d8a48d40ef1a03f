"""Which events a chronology is about: significant ones, not a dump of case notes (statutory brief B2)."""

from __future__ import annotations

from typing import Final

from autoadmin.domain.events import Event

# Dates that say when something should happen or have happened, not that it did.
NOT_YET: Final = frozenset(
    {
        *("EXPECTED_BIRTH", "ICPC_DUE_RECORDED", "CP_REVIEW_DUE_RECORDED", "CLA_REVIEW_DUE_RECORDED"),
        *("PLACEMENT_PLAN_OUTSTANDING", "CARE_PLAN_OUTSTANDING"),
        *("ICPC_BOOKED", "CP_REVIEW_BOOKED", "CLA_REVIEW_BOOKED", "COURT_HEARING_BOOKED", "PF_PROPOSED"),
    }
)

# What recurs in every open case. A meeting that found one worth recording has its words in the chronology all the same.
ROUTINE: Final = frozenset(
    {
        "VISIT_CIN",
        "VISIT_CP",
        "VISIT_CLA",
        "VISIT_PA",
        "VISIT_PF",
        "VISIT_ADOPTION",
        "CORE_GROUP_HELD",
        "HEALTH_CHECK",
        "SDQ",
        "WORKER_ENDED",
        "CLA_EPISODE_START",
        "CLA_EPISODE_END",
        "IRO_CONTACT",
        "IMMS_STATUS",
        "CARE_LEAVER_CONTACT",
        "SUPERVISION_HELD",
        "CASE_NOTE_WRITTEN",
        "CASE_SUMMARY_WRITTEN",
        "CHRONOLOGY_UPDATED",
        "REFERRAL_ACKNOWLEDGED",
        "STRATEGY_RECORD_SENT",
        "CONFERENCE_RECORD_SENT",
        "REVIEW_RECORD_SENT",
    }
)


def has_happened(event: Event) -> bool:
    """Return whether an event is something that had happened when its source said so, not a plan or a target."""
    return event.code not in NOT_YET and event.had_happened


def is_significant(code: str) -> bool:
    """Return whether an event of this code belongs in a chronology without anybody asking for it."""
    return code not in ROUTINE
