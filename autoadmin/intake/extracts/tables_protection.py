"""The tables of the dataset about child protection, and the visits: which date column is which event."""

from __future__ import annotations

from typing import Final

from autoadmin.intake.extracts.table import DatedColumn, Table, carry
from autoadmin.intake.extracts.telling import Once

PROTECTION: Final[tuple[Table, ...]] = (
    Table(
        "ssd_s47_enquiry",
        "s47e_person_id",
        (
            DatedColumn(
                "s47e_s47_start_date",
                "S47_START",
                carry("worker=s47e_s47_completed_by_worker_id team=s47e_s47_completed_by_team"),
                once=Once.DAY,
                open_until="s47e_s47_end_date",
            ),
            DatedColumn(
                "s47e_s47_end_date",
                "S47_END",
                carry("nfa=s47e_s47_nfa outcome=s47e_s47_outcome_json worker=s47e_s47_completed_by_worker_id"),
                once=Once.DAY,
            ),
        ),
        span=("section 47 enquiry", "s47e_s47_start_date", "s47e_s47_end_date"),
        referral="s47e_referral_id",
        other="s47e_s47_enquiry_id",
    ),
    Table(
        "ssd_initial_cp_conference",
        "icpc_person_id",
        (
            DatedColumn(
                "icpc_icpc_date",
                "ICPC_HELD",
                carry(
                    "outcome_cp_flag=icpc_icpc_outcome_cp_flag transfer_in=icpc_icpc_transfer_in "
                    "outcome=icpc_icpc_outcome_json worker=icpc_icpc_worker_id team=icpc_icpc_team"
                ),
                once=Once.DAY,
            ),
            DatedColumn("icpc_icpc_target_date", "ICPC_DUE_RECORDED", once=Once.DAY),
        ),
        referral="icpc_referral_id",
        other="icpc_icpc_id icpc_icpc_meeting_id icpc_s47_enquiry_id icpc_cp_plan_id",
    ),
    Table(
        "ssd_cp_plans",
        "cppl_person_id",
        (
            DatedColumn(
                "cppl_cp_plan_start_date",
                "CPP_START",
                carry(
                    "category=cppl_cp_plan_initial_category latest_category=cppl_cp_plan_latest_category "
                    "other_authority=cppl_cp_plan_ola"
                ),
                once=Once.DAY,
            ),
            DatedColumn(
                "cppl_cp_plan_end_date", "CPP_END", carry("category=cppl_cp_plan_latest_category"), once=Once.DAY
            ),
        ),
        span=("child protection plan", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date"),
        referral="cppl_referral_id",
        other="cppl_cp_plan_id cppl_icpc_id",
    ),
    Table(
        "ssd_cp_reviews",
        "cppr_person_id",
        (
            DatedColumn(
                "cppr_cp_review_date",
                "CP_REVIEW_HELD",
                carry(
                    "continue_cp=cppr_cp_review_outcome_continue_cp quorate=cppr_cp_review_quorate "
                    "participation=cppr_cp_review_participation"
                ),
                once=Once.DAY,
            ),
            DatedColumn("cppr_cp_review_due", "CP_REVIEW_DUE_RECORDED", once=Once.DAY),
        ),
        via=("cppr_cp_plan_id", "ssd_cp_plans", "cppl_cp_plan_id"),
        other="cppr_cp_review_id cppr_cp_review_meeting_id",
    ),
    Table(
        "ssd_cp_visits",
        "cppv_person_id",
        (
            DatedColumn(
                "cppv_cp_visit_date",
                "VISIT_CP",
                carry("seen=cppv_cp_visit_seen seen_alone=cppv_cp_visit_seen_alone bedroom=cppv_cp_visit_bedroom"),
                once=Once.VISIT,
            ),
        ),
        via=("cppv_cp_plan_id", "ssd_cp_plans", "cppl_cp_plan_id"),
        note_id="cppv_cp_visit_id",
    ),
    Table(
        "ssd_cin_visits",
        "cinv_person_id",
        (
            DatedColumn(
                "cinv_cin_visit_date",
                "VISIT_CIN",
                carry("seen=cinv_cin_visit_seen seen_alone=cinv_cin_visit_seen_alone bedroom=cinv_cin_visit_bedroom"),
                once=Once.VISIT,
            ),
        ),
        note_id="cinv_cin_visit_id",
        other="cinv_cin_plan_id",
    ),
)
