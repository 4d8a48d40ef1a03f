"""Forms for a looked-after child and a young person leaving care."""

from __future__ import annotations

from typing import Final

from autoadmin.drafting.forms.form import Dated, Form, Part, asked, codes
from autoadmin.drafting.forms.usual import (
    ACTIONS,
    ANALYSIS,
    CARER,
    CHILD_WORDS,
    DECISIONS,
    EDUCATION,
    FAMILY_TIME,
    FEELINGS,
    HAPPENED,
    HEALTH,
    HOME,
    IDENTITY,
    LAST_ACTIONS,
    MONEY,
    PARENTS_WORDS,
    PLACEMENTS,
    RECOMMENDATION,
    STRENGTHS,
    VISITS,
    WORRIES,
)

# Care Planning, Placement and Case Review (England) Regulations 2010, reg 5 and Sch 1 (statutory brief B11).
CARE_PLAN: Final = Form(
    "care-plan",
    since=codes("CARE_PLAN_START", "CLA_START", "CLA_REVIEW_HELD"),
    parts=(
        *asked(
            permanence="the plan for permanence",
        ),
        PLACEMENTS,
        *asked(
            health_plan="arrangements for health",
        ),
        HEALTH,
        *asked(
            education_plan="arrangements for education",
        ),
        EDUCATION,
        *asked(
            feelings_plan="arrangements for emotional and behavioural development",
        ),
        FEELINGS,
        *asked(
            identity_plan="arrangements for identity",
        ),
        IDENTITY,
        *asked(
            family_plan="arrangements for family and social relationships",
        ),
        FAMILY_TIME,
        *asked(
            social_presentation="the child’s social presentation",
            self_care="the child’s self-care skills",
            placement_plan="the placement plan",
            reviewing_officer="the name of the reviewing officer",
        ),
        CHILD_WORDS,
        PARENTS_WORDS,
        *asked(
            others_views="views of others who matter to the child",
        ),
        WORRIES,
        STRENGTHS,
        ACTIONS,
        *asked(
            contingency="what happens if the plan does not work",
        ),
    ),
)

# The same Regulations, reg 9 and Sch 2 (statutory brief B12).
PLACEMENT_PLAN: Final = Form(
    "placement-plan",
    since=codes("PLACEMENT_START", "CLA_START"),
    parts=(
        PLACEMENTS,
        *asked(
            placement_aims="what the placement is for",
            expected_length="how long it is expected to last",
            day_to_day="day-to-day care",
        ),
        CHILD_WORDS,
        CARER,
        *asked(
            contact="time with family and friends",
        ),
        FAMILY_TIME,
        *asked(
            health_arrangements="arrangements for health, and consent",
            gp_and_dentist="the doctor and the dentist",
        ),
        HEALTH,
        *asked(
            education_arrangements="school and designated teacher",
        ),
        EDUCATION,
        *asked(
            identity_needs="religion, culture and language",
            history_for_carer="what the carer needs to know of the child’s history",
            visits_and_advice="visits, and advice between visits",
            independent_visitor="whether there is an independent visitor",
            support="support for the carer",
        ),
        *asked(
            delegated_medical="who decides about medical and dental care",
            delegated_education="who decides about school",
            delegated_leisure="who decides about leisure and home life",
            delegated_faith="who decides about faith",
            delegated_media="who decides about phones and social media",
        ),
        *asked(
            delegated_other="who decides about anything else",
            not_delegated="what the carer may not decide, and why",
            ending="when and how the placement may end",
            names_and_contacts="names and contacts of the people in the plan",
        ),
        ACTIONS,
    ),
)

# The same Regulations, reg 35 and Sch 7 (statutory brief B13): what the review considers.
LOOKED_AFTER_REVIEW_REPORT: Final = Form(
    "looked-after-review-report",
    tells_changes=True,
    since=codes("CLA_REVIEW_HELD", "CLA_START"),
    parts=(
        LAST_ACTIONS,
        HAPPENED,
        PLACEMENTS,
        VISITS,
        CHILD_WORDS,
        PARENTS_WORDS,
        *asked(
            permanence="the plan for permanence",
        ),
        FAMILY_TIME,
        CARER,
        *asked(
            placement_suitable="whether the placement is still the right one",
        ),
        EDUCATION,
        *asked(
            leisure="leisure and interests",
        ),
        HEALTH,
        FEELINGS,
        IDENTITY,
        *asked(
            advice_understood="whether the child knows who to turn to",
            delegated_authority="what the carer may decide",
            leaving_care="planning for leaving care",
            visit_frequency="how often the child is visited",
        ),
        WORRIES,
        STRENGTHS,
        ANALYSIS,
        RECOMMENDATION,
        ACTIONS,
    ),
)

# What the independent reviewing officer records: decisions, owners, dates, participation (statutory brief B13, B0).
LOOKED_AFTER_REVIEW_DECISIONS: Final = Form(
    "looked-after-review-decisions",
    tells_changes=True,
    since=codes("CLA_REVIEW_HELD", "CLA_START"),
    parts=(
        *asked(
            held="when and where it was held",
            attended="who was there",
            consulted="who was consulted",
            participation="how the child took part",
        ),
        CHILD_WORDS,
        *asked(
            child_view="what the child says of the plan",
            parents_view="what the parents say",
            carer_view="what the carer says",
        ),
        LAST_ACTIONS,
        *asked(
            permanence="what was decided about permanence",
            placement_decision="what was decided about the placement",
            family_decision="what was decided about time with family",
            education_decision="what was decided about education",
            health_decision="what was decided about health",
        ),
        *asked(
            officer_view="the reviewing officer’s view",
        ),
        DECISIONS,
        *asked(
            review_decisions="the decisions of the review",
            next_review="when the next review is",
        ),
    ),
)

# The same Regulations, reg 43 and Sch 8; Care Leavers (England) Regulations 2010 (statutory brief B14).
PATHWAY_PLAN: Final = Form(
    "pathway-plan",
    since=codes("PATHWAY_PLAN_REVIEWED", "PATHWAY_PLAN_START", "CLA_REVIEW_HELD"),
    parts=(
        *asked(
            personal_adviser="the personal adviser’s name",
            contact_and_support="how often they are in touch, and what support there is",
        ),
        CHILD_WORDS,
        *asked(
            accommodation="where the young person lives now and next",
        ),
        HOME,
        *asked(
            education_and_training="education and training",
            employment="help with work",
        ),
        EDUCATION,
        *asked(
            relationships="family and social relationships",
        ),
        FAMILY_TIME,
        *asked(
            skills="practical and independent-living skills",
            financial_support="financial support",
        ),
        MONEY,
        *asked(
            health_needs="health needs",
        ),
        HEALTH,
        *asked(
            identity_and_nationality="identity and nationality",
            contingency="what happens if the plan does not work",
        ),
        WORRIES,
        STRENGTHS,
        ACTIONS,
        *asked(
            review_date="when the plan is reviewed",
        ),
    ),
)

# The same Regulations, reg 7 (health assessment) (statutory brief A3).
HEALTH_ASSESSMENT_REQUEST: Final = Form(
    "health-assessment-request",
    since=codes("CLA_START"),
    parts=(
        *asked(
            kind="whether it is the first assessment or a review",
            by_when="by when the report is needed",
            consent="who consented",
        ),
        PLACEMENTS,
        *asked(
            carer_contact="who cares for the child and how to reach them",
            gp_and_dentist="the doctor and the dentist",
            health_history="health history, and that of the family",
        ),
        HEALTH,
        FEELINGS,
        Part("health_checks", Dated(codes("HEALTH_CHECK", "SDQ"), is_since=False), "earlier health checks"),
        CHILD_WORDS,
        *asked(
            needs_at_appointment="what the child needs at the appointment",
            who_attends="who goes with the child",
        ),
    ),
)

# The same Regulations, Sch 1 para 2: the personal education plan (statutory brief B11).
EDUCATION_PLAN_REQUEST: Final = Form(
    "education-plan-request",
    since=codes("CLA_START", "CLA_REVIEW_HELD"),
    parts=(
        *asked(
            school="the school, nursery or college",
            designated_teacher="the designated teacher",
            virtual_school="the contact at the virtual school",
            meeting="when the meeting is",
        ),
        PLACEMENTS,
        EDUCATION,
        CHILD_WORDS,
        *asked(
            attainment="attainment and progress",
            attendance="attendance and conduct",
            special_needs="special educational needs",
            leisure="interests",
        ),
        CARER,
        *asked(
            changes="changes ahead, and how disruption is limited",
            carer_role="what the carer does",
        ),
        WORRIES,
        STRENGTHS,
        ACTIONS,
    ),
)
