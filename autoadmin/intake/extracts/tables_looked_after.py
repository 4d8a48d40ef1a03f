"""The tables of the dataset about looked-after children: which date column is which event."""

from __future__ import annotations

from typing import Final

from autoadmin.intake.extracts.table import DatedColumn, Table, carry
from autoadmin.intake.extracts.telling import Once

LOOKED_AFTER: Final[tuple[Table, ...]] = (
    Table(
        "ssd_cla_episodes",
        "clae_person_id",
        (
            DatedColumn("clae_entered_care_date", "CLA_START", carry("period=clae_cla_id"), once=Once.PERIOD),
            DatedColumn(
                "clae_cla_episode_start_date",
                "CLA_EPISODE_START",
                carry("reason=clae_cla_episode_start_reason need=clae_cla_primary_need_code period=clae_cla_id"),
            ),
            DatedColumn(
                "clae_cla_episode_ceased_date",
                "CLA_EPISODE_END",
                carry("reason=clae_cla_episode_ceased_reason period=clae_cla_id"),
            ),
        ),
        span=("episode of care", "clae_cla_episode_start_date", "clae_cla_episode_ceased_date"),
        referral="clae_referral_id",
        other="clae_cla_episode_id clae_cla_placement_id clae_cla_last_iro_contact_date",
    ),
    Table(
        "ssd_cla_placement",
        "clap_person_id",
        (
            DatedColumn(
                "clap_cla_placement_start_date",
                "PLACEMENT_START",
                carry(
                    "type=clap_cla_placement_type provider=clap_cla_placement_provider "
                    "postcode=clap_cla_placement_postcode period=clap_cla_id"
                ),
            ),
            DatedColumn(
                "clap_cla_placement_end_date",
                "PLACEMENT_END",
                carry("reason=clap_cla_placement_change_reason period=clap_cla_id"),
            ),
        ),
        via=("clap_cla_id", "ssd_cla_episodes", "clae_cla_id"),
        span=("placement", "clap_cla_placement_start_date", "clap_cla_placement_end_date"),
        other="clap_cla_placement_id clap_cla_placement_urn clap_cla_placement_distance",
    ),
    Table(
        "ssd_cla_reviews",
        "clar_cla_person_id",
        (
            DatedColumn(
                "clar_cla_review_date",
                "CLA_REVIEW_HELD",
                carry("participation=clar_cla_review_participation period=clar_cla_id"),
                once=Once.DAY,
            ),
            DatedColumn("clar_cla_review_due_date", "CLA_REVIEW_DUE_RECORDED", once=Once.DAY),
        ),
        via=("clar_cla_id", "ssd_cla_episodes", "clae_cla_id"),
        undone=("clar_cla_review_cancelled", "yes y true 1"),
        other="clar_cla_review_id",
    ),
    Table(
        "ssd_cla_visits",
        "clav_person_id",
        (
            DatedColumn(
                "clav_cla_visit_date",
                "VISIT_CLA",
                carry("seen=clav_cla_visit_seen seen_alone=clav_cla_visit_seen_alone"),
                once=Once.VISIT,
            ),
        ),
        via=("clav_cla_id", "ssd_cla_episodes", "clae_cla_id"),
        note_id="clav_cla_visit_id",
    ),
    Table(
        "ssd_cla_care_plan",
        "lacp_person_id",
        (DatedColumn("lacp_cla_care_plan_start_date", "CARE_PLAN_START", carry("plan=lacp_cla_care_plan_json")),),
        span=("care plan", "lacp_cla_care_plan_start_date", "lacp_cla_care_plan_end_date"),
        other="lacp_table_id lacp_cla_care_plan_id",
    ),
    Table(
        "ssd_cla_health",
        "clah_person_id",
        (
            DatedColumn(
                "clah_health_check_date",
                "HEALTH_CHECK",
                carry("type=clah_health_check_type status=clah_health_check_status"),
            ),
        ),
        undone=("clah_health_check_status", "planned refused cancelled"),
        other="clah_health_check_id",
    ),
    Table(
        "ssd_sdq_scores",
        "csdq_person_id",
        (DatedColumn("csdq_sdq_completed_date", "SDQ", carry("score=csdq_sdq_score reason=csdq_sdq_reason")),),
        other="csdq_table_id",
    ),
    Table(
        "ssd_missing",
        "miss_person_id",
        (
            DatedColumn("miss_missing_episode_start_date", "MISSING_START", carry("type=miss_missing_episode_type")),
            DatedColumn(
                "miss_missing_episode_end_date",
                "MISSING_END",
                carry("interview_offered=miss_missing_rhi_offered interview_accepted=miss_missing_rhi_accepted"),
            ),
        ),
        span=("missing episode", "miss_missing_episode_start_date", "miss_missing_episode_end_date"),
        other="miss_table_id",
    ),
    Table(
        "ssd_legal_status",
        "lega_person_id",
        (
            DatedColumn("lega_legal_status_start_date", "LEGAL_STATUS_START", carry("status=lega_legal_status")),
            DatedColumn("lega_legal_status_end_date", "LEGAL_STATUS_END", carry("status=lega_legal_status")),
        ),
        span=("legal status", "lega_legal_status_start_date", "lega_legal_status_end_date"),
        other="lega_legal_status_id",
    ),
)
