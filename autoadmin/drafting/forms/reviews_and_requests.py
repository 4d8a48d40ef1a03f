"""Forms for the reviews of a looked-after child, and those that ask health and school for their part."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from autoadmin.drafting.forms.form import Agreed, Dated, Form, Part, Sorted, asked, codes
from autoadmin.drafting.forms.topics import Topic
from autoadmin.drafting.forms.usual import (
    ACTIONS,
    ANALYSIS,
    CARER,
    CHILD_WORDS,
    DECISIONS,
    EDUCATION,
    EDUCATION_HISTORY,
    FAMILY_TIME,
    FEELINGS,
    GOALS,
    HAPPENED,
    HEALTH,
    HEALTH_HISTORY,
    IDENTITY_EVER,
    LAST_ACTIONS,
    PARENTS_WORDS,
    PLACEMENTS,
    RECOMMENDATION,
    STRENGTHS,
    VISITS,
    WORRIES,
)

# Care Planning, Placement and Case Review (England) Regulations 2010, reg 35 and Sch 7 (statutory brief B13).
LOOKED_AFTER_REVIEW_REPORT: Final = Form(
    "looked-after-review-report",
    tells_changes=True,
    since=codes("CLA_REVIEW_HELD", "CLA_START"),
    parts=(
        *asked(
            last_decisions="the decisions of the last review, and whether they were carried out",
        ),
        LAST_ACTIONS,
        HAPPENED,
        PLACEMENTS,
        VISITS,
        CHILD_WORDS,
        PARENTS_WORDS,
        GOALS,
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
        IDENTITY_EVER,
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
    is_record=True,
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
        *asked(
            last_decisions="the decisions of the last review, and whether they were carried out",
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
        HEALTH_HISTORY,
        FEELINGS,
        Part("health_checks", Dated(codes("HEALTH_CHECK", "SDQ"), is_since=False), "earlier health checks"),
        IDENTITY_EVER,
        CHILD_WORDS,
        *asked(
            needs_at_appointment="what the child needs at the appointment",
            who_attends="who goes with the child",
        ),
    ),
)


def _about_learning(*parts: Part) -> tuple[Part, ...]:
    """Return parts narrowed to learning: a school need not know what else a family told the council."""
    return tuple(
        replace(part, content=Sorted(part.content.group, Topic.EDUCATION), meaning=f"{part.meaning}, about learning")
        for part in parts
        if isinstance(part.content, Sorted)
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
        EDUCATION_HISTORY,
        *_about_learning(CHILD_WORDS),
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
        *_about_learning(WORRIES, STRENGTHS),
        Part("actions", Agreed(Topic.EDUCATION), "actions about learning that are not done or dropped"),
    ),
)
