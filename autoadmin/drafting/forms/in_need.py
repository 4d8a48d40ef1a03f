"""Forms for a child in need, and the records of visits and of a return home."""

from __future__ import annotations

from typing import Final

from autoadmin.drafting.forms.form import Dated, Form, Mentioning, Part, asked, codes
from autoadmin.drafting.forms.topics import Topic
from autoadmin.drafting.forms.usual import (
    ACTIONS,
    CHILD_WORDS,
    DECISIONS,
    EDUCATION,
    GOALS,
    HAPPENED,
    HEALTH,
    HOME,
    IDENTITY,
    LAST_ACTIONS,
    OUTSIDE,
    PARENTS_WORDS,
    RECOMMENDATION,
    STRENGTHS,
    VISIT_CODES,
    VISITS,
    WORRIES,
)

# Statutory brief B9; the census asks for clear outcomes for the child and what is expected of parents.
CHILD_IN_NEED_PLAN: Final = Form(
    "child-in-need-plan",
    tells_changes=True,
    since=codes("ASSESSMENT_AUTHORISED", "CIN_PLAN_START"),
    parts=(
        CHILD_WORDS,
        GOALS,
        WORRIES,
        STRENGTHS,
        *asked(
            agencies="the agencies and services",
            outcomes="clear outcomes for the child",
            parents_expected="what is expected of parents",
        ),
        ACTIONS,
        *asked(
            visiting="how often the child is visited",
            review_date="when the plan is reviewed",
            contingency="what happens if the plan does not work",
            managers_decision="the manager’s decision and the reasons for it",
        ),
    ),
)

CHILD_IN_NEED_REVIEW: Final = Form(
    "child-in-need-review",
    tells_changes=True,
    since=codes("CIN_PLAN_START"),
    parts=(
        *asked(
            held="when and where it was held",
            attended="who was there",
        ),
        LAST_ACTIONS,
        HAPPENED,
        VISITS,
        CHILD_WORDS,
        PARENTS_WORDS,
        *asked(
            progress="progress on each outcome",
        ),
        WORRIES,
        STRENGTHS,
        *asked(
            outcome="whether the plan goes on, steps up, steps down or ends",
        ),
        RECOMMENDATION,
        DECISIONS,
        ACTIONS,
        *asked(
            next_review="when the next review is",
            managers_decision="the manager’s decision and the reasons for it",
        ),
    ),
)

# Statutory brief B10: a visit is an event of its own, apart from core groups and contact.
STATUTORY_VISIT_RECORD: Final = Form(
    "statutory-visit-record",
    tells_changes=True,
    since=VISIT_CODES,
    parts=(
        *asked(
            kind="the kind of visit",
            planned="whether the visit was planned",
            when_and_where="the date, the time and the place",
            present="who was there",
        ),
        *asked(
            child_seen="whether the child was seen",
            seen_alone="whether the child was seen alone",
            why_not_seen="why the child was not seen, or not alone",
            bedroom="whether the bedroom was seen",
        ),
        CHILD_WORDS,
        *asked(
            observations="what was observed",
        ),
        PARENTS_WORDS,
        *asked(
            home_conditions="home conditions",
        ),
        HEALTH,
        EDUCATION,
        HAPPENED,
        *asked(
            plan_progress="progress on the plan",
            safety="any safety concern and what was done",
        ),
        Part("visits", Dated(VISIT_CODES, is_since=False), "earlier visits"),
        ACTIONS,
        *asked(
            next_visit="when the next visit is due",
        ),
    ),
)

# Children (Private Arrangements for Fostering) Regulations 2005, reg 8 and Sch 2 (statutory brief A4, B10).
PRIVATE_FOSTERING_VISIT: Final = Form(
    "private-fostering-visit",
    since=codes("VISIT_PF", "PF_NOTIFIED"),
    parts=(
        *asked(
            when_and_where="the date and the place",
            present="who was there",
            seen_alone="whether the child was seen alone",
        ),
        CHILD_WORDS,
        *asked(
            wishes="the child’s wishes and feelings about living here",
            arrangement="what was agreed and for how long",
            carer_suitability="whether the carer can look after the child",
            household="who else lives there",
            daily_decisions="how day-to-day decisions about the child are made",
        ),
        HOME,
        *asked(
            accommodation="whether the home is suitable",
        ),
        *asked(
            development="the child’s development and learning",
            health_arrangements="the doctor, and arrangements for health",
        ),
        HEALTH,
        *asked(
            education_arrangements="school and arrangements for learning",
        ),
        EDUCATION,
        *asked(
            identity_needs="needs of religion, race, culture and language, and whether they are met",
        ),
        IDENTITY,
        *asked(
            contact_with_parents="time with parents and family",
            parents_views="what the parents say",
            money="how the child is paid for",
            advice="advice and support given",
        ),
        WORRIES,
        *asked(
            satisfactory="whether the arrangement is satisfactory",
        ),
        ACTIONS,
        *asked(
            next_visit="when the next visit is due",
        ),
    ),
)

RETURN_HOME_INTERVIEW: Final = Form(
    "return-home-interview",
    since=codes("MISSING_START"),
    parts=(
        Part("episodes", Dated(codes("MISSING_START", "MISSING_END"), is_since=False), "when the child was missing"),
        Part("interview_told", Mentioning(Topic.RETURN_INTERVIEW), "lines that mention a return home interview"),
        *asked(
            offered="when an interview was offered",
            accepted="whether the child took it up",
            interviewer="who held it",
            when_and_where="the date, the time and the place",
        ),
        *asked(
            why_left="why the child left",
            where="where the child was",
            with_whom="who the child was with",
            what_happened="what happened while the child was away",
            harm="whether the child was hurt or in danger",
        ),
        CHILD_WORDS,
        OUTSIDE,
        WORRIES,
        STRENGTHS,
        *asked(
            what_would_help="what would help",
            sharing="what the child agrees may be shared",
        ),
        ACTIONS,
        *asked(
            shared_with="who has been told",
            next_steps="whether a strategy discussion is needed",
        ),
    ),
)
