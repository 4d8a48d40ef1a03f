"""The tables of the dataset from the first contact to the child in need plan, and who works with whom."""

from __future__ import annotations

from typing import Final

from autoadmin.intake.extracts.table import DatedColumn, Table, carry
from autoadmin.intake.extracts.telling import Once

IN_NEED: Final[tuple[Table, ...]] = (
    Table(
        "ssd_contacts",
        "cont_person_id",
        (
            DatedColumn(
                "cont_contact_date",
                "CONTACT",
                carry("source=cont_contact_source_desc outcome=cont_contact_outcome_json"),
            ),
        ),
        other="cont_contact_id cont_contact_source_code",
    ),
    Table(
        "ssd_early_help_episodes",
        "earl_person_id",
        (
            DatedColumn("earl_episode_start_date", "EH_START", carry("reason=earl_episode_reason")),
            DatedColumn("earl_episode_end_date", "EH_END", carry("reason=earl_episode_end_reason")),
        ),
        span=("early help", "earl_episode_start_date", "earl_episode_end_date"),
        other="earl_episode_id earl_episode_organisation earl_episode_worker_id",
    ),
    Table(
        "ssd_cin_episodes",
        "cine_person_id",
        (
            DatedColumn(
                "cine_referral_date",
                "REFERRAL",
                carry(
                    "source=cine_referral_source_code source_words=cine_referral_source_desc "
                    "need=cine_cin_primary_need_code nfa=cine_referral_nfa outcome=cine_referral_outcome_json "
                    "worker=cine_referral_worker_id team=cine_referral_team"
                ),
                once=Once.DAY,
            ),
            DatedColumn("cine_close_date", "CASE_CLOSED", carry("reason=cine_close_reason"), once=Once.DAY),
        ),
        span=("episode", "cine_referral_date", "cine_close_date"),
        other="cine_referral_id",
    ),
    Table(
        "ssd_cin_assessments",
        "cina_person_id",
        (
            DatedColumn(
                "cina_assessment_start_date",
                "ASSESSMENT_START",
                carry("worker=cina_assessment_worker_id team=cina_assessment_team"),
                once=Once.DAY,
                open_until="cina_assessment_auth_date",
            ),
            DatedColumn(
                "cina_assessment_auth_date",
                "ASSESSMENT_AUTHORISED",
                carry(
                    "nfa=cina_assessment_outcome_nfa outcome=cina_assessment_outcome_json "
                    "child_seen=cina_assessment_child_seen worker=cina_assessment_worker_id"
                ),
                once=Once.DAY,
            ),
        ),
        span=("assessment", "cina_assessment_start_date", "cina_assessment_auth_date"),
        referral="cina_referral_id",
        other="cina_assessment_id",
    ),
    Table(
        "ssd_cin_plans",
        "cinp_person_id",
        (
            DatedColumn(
                "cinp_cin_plan_start_date",
                "CIN_PLAN_START",
                carry("worker=cinp_cin_plan_worker_id team=cinp_cin_plan_team"),
                once=Once.DAY,
            ),
            DatedColumn("cinp_cin_plan_end_date", "CIN_PLAN_END", once=Once.DAY),
        ),
        span=("child in need plan", "cinp_cin_plan_start_date", "cinp_cin_plan_end_date"),
        referral="cinp_referral_id",
        other="cinp_cin_plan_id cin_plan_id",
    ),
    Table(
        "ssd_address",
        "addr_person_id",
        (
            DatedColumn(
                "addr_address_start_date",
                "ADDRESS_FROM",
                carry("type=addr_address_type postcode=addr_address_postcode address=addr_address_json"),
            ),
        ),
        span=("address", "addr_address_start_date", "addr_address_end_date"),
        other="addr_table_id",
    ),
    Table(
        "ssd_involvements",
        "invo_person_id",
        (
            DatedColumn(
                "invo_involvement_start_date",
                "WORKER_ALLOCATED",
                carry("worker=invo_professional_id role=invo_professional_role_id team=invo_professional_team"),
            ),
            DatedColumn(
                "invo_involvement_end_date",
                "WORKER_ENDED",
                carry(
                    "worker=invo_professional_id role=invo_professional_role_id team=invo_professional_team "
                    "reason=invo_worker_change_reason"
                ),
            ),
        ),
        span=("involvement", "invo_involvement_start_date", "invo_involvement_end_date"),
        referral="invo_referral_id",
        other="invo_involvements_id",
    ),
)
