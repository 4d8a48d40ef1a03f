"""Forms for the plans of a looked-after child and of a young person leaving care."""

from __future__ import annotations

from typing import Final

from autoadmin.drafting.forms.form import Form, asked, codes
from autoadmin.drafting.forms.usual import (
    ACTIONS,
    CARER,
    CHILD_WORDS,
    EDUCATION,
    EDUCATION_HISTORY,
    FAMILY_TIME,
    FEELINGS,
    GOALS,
    HEALTH,
    HEALTH_HISTORY,
    HOME,
    IDENTITY_EVER,
    MONEY,
    PARENTS_WORDS,
    PLACEMENTS,
    STRENGTHS,
    WORRIES,
)

# Care Planning, Placement and Case Review (England) Regulations 2010, reg 5 and Sch 1 (statutory brief B11).
CARE_PLAN: Final = Form(
    "care-plan",
    tells_changes=True,
    since=codes("CARE_PLAN_START", "CLA_START", "CLA_REVIEW_HELD"),
    parts=(
        *asked(
            permanence="the plan for permanence",
        ),
        PLACEMENTS,
        *asked(
            health_plan="arrangements for health",
        ),
        HEALTH_HISTORY,
        *asked(
            education_plan="arrangements for education",
        ),
        EDUCATION_HISTORY,
        *asked(
            feelings_plan="arrangements for emotional and behavioural development",
        ),
        FEELINGS,
        *asked(
            identity_plan="arrangements for identity",
        ),
        IDENTITY_EVER,
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
        GOALS,
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
        HEALTH_HISTORY,
        *asked(
            education_arrangements="school and designated teacher",
        ),
        EDUCATION,
        *asked(
            identity_needs="religion, culture and language",
        ),
        IDENTITY_EVER,
        *asked(
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

# The same Regulations, reg 43 and Sch 8; Care Leavers (England) Regulations 2010 (statutory brief B14).
PATHWAY_PLAN: Final = Form(
    "pathway-plan",
    tells_changes=True,
    since=codes("PATHWAY_REVIEW", "CLA_REVIEW_HELD"),
    parts=(
        *asked(
            personal_adviser="the personal adviser’s name",
            contact_and_support="how often they are in touch, and what support there is",
        ),
        CHILD_WORDS,
        GOALS,
        PLACEMENTS,
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
        PARENTS_WORDS,
        *asked(
            skills="practical and independent-living skills",
            financial_support="financial support",
        ),
        MONEY,
        *asked(
            health_needs="health needs",
        ),
        HEALTH,
        FEELINGS,
        *asked(
            identity_and_nationality="identity and nationality",
        ),
        IDENTITY_EVER,
        *asked(
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
