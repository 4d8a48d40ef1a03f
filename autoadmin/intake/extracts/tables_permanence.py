"""The dataset's tables of health in care, permanence, leaving care, first steps to court and education plans."""

from __future__ import annotations

from typing import Final

from autoadmin.intake.extracts.table import DatedColumn, Table, carry
from autoadmin.intake.extracts.telling import Once

_ORDER = carry("order_type=perm_permanence_order_type")

PERMANENCE: Final[tuple[Table, ...]] = (
    # In some systems perm_person_id is another table's id, so whose a row is is told by its period of care alone.
    Table(
        "ssd_permanence",
        "",
        (
            DatedColumn("perm_adm_decision_date", "ADM_DECISION", once=Once.DAY),
            DatedColumn("perm_placement_order_date", "PLACEMENT_ORDER", once=Once.DAY),
            DatedColumn("perm_matched_date", "ADOPTION_MATCH", once=Once.DAY),
            DatedColumn("perm_placed_for_adoption_date", "PLACED_FOR_ADOPTION", once=Once.DAY),
            DatedColumn("perm_permanence_order_date", "PERMANENCE_ORDER", _ORDER, once=Once.DAY),
            DatedColumn(
                "perm_decision_reversed_date",
                "ADOPTION_REVERSED",
                carry("reason=perm_decision_reversed_reason"),
                once=Once.DAY,
            ),
        ),
        via=("perm_cla_id", "ssd_cla_episodes", "clae_cla_id"),
        other="perm_table_id perm_person_id perm_ffa_cp_decision_date perm_adopted_by_carer_flag "
        "perm_placed_ffa_cp_date perm_placed_foster_carer_date perm_part_of_sibling_group "
        "perm_siblings_placed_together perm_siblings_placed_apart perm_placement_provider_urn "
        "perm_adoption_worker_id perm_adopter_sex perm_adopter_legal_status perm_number_of_adopters",
    ),
    Table(
        "ssd_cla_previous_permanence",
        "lapp_person_id",
        (
            DatedColumn(
                "lapp_previous_permanence_order_date",
                "PREV_PERMANENCE",
                carry("option=lapp_previous_permanence_option council=lapp_previous_permanence_la"),
                is_partial=True,
            ),
        ),
        other="lapp_table_id",
    ),
    Table(
        "ssd_cla_immunisations",
        "clai_person_id",
        (DatedColumn("clai_immunisations_status_date", "IMMS_STATUS", carry("up_to_date=clai_immunisations_status")),),
    ),
    Table(
        "ssd_cla_substance_misuse",
        "clas_person_id",
        (
            DatedColumn(
                "clas_substance_misuse_date",
                "SUBSTANCE_MISUSE",
                carry("substance=clas_substance_misused intervention_received=clas_intervention_received"),
            ),
        ),
        other="clas_substance_misuse_id",
    ),
    Table(
        "ssd_cla_convictions",
        "clac_person_id",
        (DatedColumn("clac_cla_conviction_date", "CONVICTION", carry("offence=clac_cla_conviction_offence")),),
        other="clac_cla_conviction_id",
    ),
    Table(
        "ssd_care_leavers",
        "clea_person_id",
        (
            DatedColumn(
                "clea_care_leaver_latest_contact",
                "CARE_LEAVER_CONTACT",
                carry(
                    "in_touch=clea_care_leaver_in_touch accommodation=clea_care_leaver_accommodation "
                    "suitable=clea_care_leaver_accom_suitable activity=clea_care_leaver_activity "
                    "eligibility=clea_care_leaver_eligibility worker=clea_care_leaver_worker_id"
                ),
                once=Once.DAY,
            ),
            DatedColumn(
                "clea_pathway_plan_review_date",
                "PATHWAY_REVIEW",
                carry("eligibility=clea_care_leaver_eligibility"),
                once=Once.DAY,
            ),
        ),
        other="clea_table_id clea_care_leaver_personal_advisor clea_care_leaver_allocated_team",
    ),
    Table(
        "ssd_immigration_status",
        "immi_person_id",
        (
            DatedColumn(
                "immi_immigration_status_start_date", "IMMIGRATION_STATUS", carry("status=immi_immigration_status")
            ),
            DatedColumn(
                "immi_immigration_status_end_date", "IMMIGRATION_STATUS_END", carry("status=immi_immigration_status")
            ),
        ),
        span=("immigration status", "immi_immigration_status_start_date", "immi_immigration_status_end_date"),
        other="immi_immigration_status_id",
    ),
    Table(
        "ssd_mother",
        "moth_person_id",
        (DatedColumn("moth_childs_dob", "BECAME_MOTHER", once=Once.DAY),),
        other="moth_table_id moth_childs_person_id",
    ),
    Table(
        "ssd_pre_proceedings",
        "prep_person_id",
        (
            DatedColumn("prep_pre_pro_decision_date", "PLO_DECISION", once=Once.DAY),
            DatedColumn("prep_initial_pre_pro_meeting_date", "PLO_MEETING", once=Once.DAY),
        ),
        other="prep_table_id prep_plo_family_id prep_pre_pro_outcome prep_agree_stepdown_issue_date "
        "prep_cp_plans_referral_period prep_legal_gateway_outcome prep_prev_pre_proc_child prep_prev_care_proc_child "
        "prep_pre_pro_letter_date prep_care_pro_letter_date prep_pre_pro_meetings_num prep_pre_pro_parents_legal_rep "
        "prep_parents_legal_rep_point_of_issue prep_court_reference prep_care_proc_court_hearings "
        "prep_care_proc_short_notice prep_proc_short_notice_reason prep_la_inital_plan_approved "
        "prep_la_initial_care_plan prep_la_final_plan_approved prep_la_final_care_plan",
    ),
    Table(  # whose a request is stands in ssd_send
        "ssd_ehcp_requests",
        "",
        (DatedColumn("ehcr_ehcp_req_date", "EHCP_REQUEST", carry("outcome=ehcr_ehcp_req_outcome"), once=Once.DAY),),
        via=("ehcr_send_table_id", "ssd_send", "send_table_id"),
        other="ehcr_ehcp_request_id ehcr_ehcp_req_outcome_date",
    ),
)
