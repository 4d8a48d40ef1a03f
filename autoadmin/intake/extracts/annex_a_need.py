"""The lists of Annex A from the first contact to the child protection plan."""

from __future__ import annotations

from typing import Final

from autoadmin.intake.extracts.annex_a_list import AnnexList, annex_list

IN_NEED: Final[tuple[AnnexList, ...]] = (
    annex_list(
        1,
        "contacts",
        "contact",
        """
contact: Date of Contact | Contact date | Date of initial contact
source: Contact Source | Source of contact
""",
        "contact",
        "source=source",
        (("ssd_contacts", "cont_person_id=child cont_contact_date=contact cont_contact_source_desc=source"),),
    ),
    annex_list(
        2,
        "early help assessments",
        "organisation",
        """
start: Assessment start date | Early help assessment start date | Start date
end: Assessment completion date | Early help assessment completion date | Completion date
organisation: Organisation completing assessment | Organisation | Organisation completing the assessment
""",
        "start end",
        "",
        (("early help assessment", "child=child start=start end=end organisation=organisation"),),
    ),
    annex_list(
        3,
        "referrals",
        "referral",
        """
referral: Date of Referral | Referral date
source: Referral Source | Source of referral
nfa: Referral NFA? | Referral NFA (Y/N) | NFA
count: Number of Referrals in Last 12 Months
""",
        "referral",
        "source=source nfa=flag",
        (
            (
                "ssd_cin_episodes",
                "cine_person_id=child cine_referral_date=referral cine_referral_source_desc=source "
                "cine_referral_nfa=nfa cine_referral_worker_id=worker cine_referral_team=team",
            ),
        ),
    ),
    annex_list(
        4,
        "assessments",
        "start",
        """
start: Continuous Assessment Start Date | Child and family assessment start date
seen: Child Seen During Continuous Assessment
end: Continuous Assessment Date of Authorisation | Date of authorisation
needed: Was the child assessed as requiring LA children's social care support?
needed: Was the child assessed as requiring LA social care support
""",
        "start end",
        "seen=flag needed=flag",
        (
            (
                "ssd_cin_assessments",
                "cina_person_id=child cina_assessment_start_date=start cina_assessment_auth_date=end "
                "cina_assessment_child_seen=seen support_needed=needed cina_assessment_worker_id=worker "
                "cina_assessment_team=team",
            ),
        ),
    ),
    annex_list(
        5,
        "section 47 enquiries and initial conferences",
        "start",
        """
start: Strategy discussion initiating Section 47 Enquiry Start Date | Strategy discussion date
start: Section 47 enquiry start date
unneeded: Was an Initial Child Protection Conference deemed unnecessary? | Was an ICPC deemed unnecessary
held: Date of Initial Child Protection Conference | Date of ICPC
plan: Did the Initial Child Protection Conference Result in a Child Protection Plan
plan: Did the ICPC result in a child protection plan
count_s47: Number of Section 47 Enquiries in the last 12 months
count_icpc: Number of ICPCs in the last 12 months
""",
        "start held",
        "unneeded=flag plan=flag",
        (
            (
                "ssd_s47_enquiry",
                "s47e_person_id=child s47e_s47_start_date=start icpc_not_required=unneeded "
                "s47e_s47_completed_by_worker_id=worker s47e_s47_completed_by_team=team",
            ),
            (
                "ssd_initial_cp_conference",
                "icpc_person_id=child icpc_icpc_date=held icpc_icpc_outcome_cp_flag=plan",
            ),
        ),
    ),
    annex_list(
        6,
        "children in need",
        "start",
        """
start: CIN Start Date | Child in need start date
need: Primary Need Code | Primary need
seen: Date Child Was Last Seen
end: CIN Closure Date | Child in need closure date
reason: Reason for Closure
status: Case Status
""",
        "start seen end",
        "need=need reason=closure status=status",
        (
            (
                "child in need",
                "child=child start=start end=end seen=seen need=need reason=reason status=status "
                "worker=worker team=team",
            ),
        ),
        "CHILD_SEEN",
    ),
    annex_list(
        7,
        "child protection plans",
        "start",
        """
start: Child Protection Plan Start Date | CP plan start date
category: Initial Category of Abuse
latest: Latest Category of Abuse
visit: Date of the Last Statutory Visit | Date of last statutory visit
alone: Was the Child Seen Alone? | Seen alone
review: Date of latest review conference | Date of latest review
end: Child Protection Plan End Date | CP plan end date
emergency: Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)
previous: Number of Previous Child Protection Plans
""",
        "start visit review end",
        "category=abuse latest=abuse alone=flag emergency=flag",
        (
            (
                "ssd_cp_plans",
                "cppl_person_id=child cppl_cp_plan_start_date=start cppl_cp_plan_end_date=end "
                "cppl_cp_plan_initial_category=category cppl_cp_plan_latest_category=latest previous_plans=previous",
            ),
            ("ssd_cp_visits", "cppv_person_id=child cppv_cp_visit_date=visit cppv_cp_visit_seen_alone=alone"),
            ("ssd_cp_reviews", "cppr_person_id=child cppr_cp_review_date=review"),
        ),
        "VISIT_CP CP_REVIEW_HELD",
    ),
)
