"""The lists of Annex A about children in care, leaving care and for adoption."""

from __future__ import annotations

from typing import Final

from autoadmin.intake.extracts.annex_a_list import AnnexList, annex_list

IN_CARE: Final[tuple[AnnexList, ...]] = (
    annex_list(
        8,
        "looked-after children",
        "start",
        """
start: Date Started to be Looked After | Date started to be looked-after
uasc: Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)
need: Child's Category of Need | Category of need
again: Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)
legal_from: Start date of current legal status
legal: Child's Legal Status | Legal status
review: Date of Latest Statutory Review
visit: Date of Last Social Work Visit
permanence: What is the permanence plan for this child?
iro: Date of Last IRO Visit / Contact to the Child
health: Date of Last Health Assessment
dental: Date of Last Dental Check
placements: Number of Placements in the Last 12 months
end: Date Ceased to be Looked After
reason: Reason Ceased to be Looked After
placed: Start Date of Most Recent Placement
placement: Placement Type
provider: Placement Provider
postcode: Placement postcode
urn: URN of Placement
location: Placement Location
council: LA of Placement
missing: Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months
absent: Number of Episodes the Child has been ‘Absent’ from their Placement in the last 12 months
offered: Was the child offered a Return Interview after their last missing episode (Y/N)?
accepted: Did the child accept a Return Interview after their last missing episode (Y/N)?
""",
        "start legal_from review visit iro health dental end placed",
        "need=need legal=legal reason=ceased placement=placement provider=provider",
        (
            ("ssd_cla_episodes", "clae_person_id=child clae_entered_care_date=start"),
            ("care ended", "child=child ceased=end reason=reason"),
            (
                "ssd_cla_placement",
                "clap_person_id=child clap_cla_placement_start_date=placed clap_cla_placement_type=placement "
                "clap_cla_placement_provider=provider clap_cla_placement_postcode=postcode",
            ),
            (
                "ssd_legal_status",
                "lega_person_id=child lega_legal_status_start_date=legal_from lega_legal_status=legal",
            ),
            ("ssd_cla_reviews", "clar_cla_person_id=child clar_cla_review_date=review"),
            ("ssd_cla_visits", "clav_person_id=child clav_cla_visit_date=visit"),
            ("iro contact", "child=child contact=iro"),
            ("ssd_cla_health", "clah_person_id=child clah_health_check_date=health clah_health_check_type=health_type"),
            ("ssd_cla_health", "clah_person_id=child clah_health_check_date=dental clah_health_check_type=dental_type"),
        ),
        "PLACEMENT_START LEGAL_STATUS_START CLA_REVIEW_HELD VISIT_CLA IRO_CONTACT HEALTH_CHECK",
    ),
    annex_list(
        9,
        "care leavers",
        "eligibility",
        """
uasc: Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)
adviser: Allocated Personal Advisor | Allocated Personal Adviser
eligibility: Eligibility Category
review: Latest Pathway Plan Review Date
touch: LA in Touch
contact: Latest Date of Contact
accommodation: Type of Accommodation
suitable: Suitability of Accommodation
activity: Activity Status
""",
        "review contact",
        "eligibility=eligibility touch=touch accommodation=accommodation suitable=suitability activity=activity",
        (
            (
                "ssd_care_leavers",
                "clea_person_id=child clea_care_leaver_latest_contact=contact clea_care_leaver_in_touch=touch "
                "clea_care_leaver_accommodation=accommodation clea_care_leaver_accom_suitable=suitable "
                "clea_care_leaver_activity=activity clea_care_leaver_eligibility=eligibility "
                "clea_pathway_plan_review_date=review clea_care_leaver_worker_id=worker",
            ),
        ),
        "PATHWAY_REVIEW CARE_LEAVER_CONTACT",
    ),
    annex_list(
        10,
        "children for adoption",
        "decided",
        """
family: Family identifier
entered: Date the Child Entered Care | Date child entered care
decided: Date of Decision that Child Should be Placed for Adoption
order: Date of Placement Order
matched: Date of Matching Child and Prospective Adopters
placed: Date Placed for Adoption
adopted: Date of Adoption Order
reversed: Date of Decision that Child Should No Longer be Placed for Adoption
reason: Reason Why Child No Longer Placed for Adoption
fostered: Date the child was placed for fostering in FFA or concurrent planning placement
""",
        "entered decided order matched placed adopted reversed",
        "reason=reversal",
        (
            ("ssd_cla_episodes", "clae_person_id=child clae_entered_care_date=entered"),
            (
                "ssd_permanence",
                "perm_person_id=child perm_adm_decision_date=decided perm_placement_order_date=order "
                "perm_matched_date=matched perm_placed_for_adoption_date=placed perm_permanence_order_date=adopted "
                "perm_permanence_order_type=order_type perm_decision_reversed_date=reversed "
                "perm_decision_reversed_reason=reason",
            ),
        ),
    ),
)
