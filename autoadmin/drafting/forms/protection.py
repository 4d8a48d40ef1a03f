"""Forms of child protection: the plan and the core group."""

from __future__ import annotations

from typing import Final

from autoadmin.drafting.forms.form import Dated, Form, Noted, Part, asked, codes
from autoadmin.drafting.forms.usual import (
    ACTIONS,
    CHILD_WORDS,
    DAILY_LIFE,
    GOALS,
    HAPPENED,
    LAST_ACTIONS,
    PARENTS_WORDS,
    STRENGTHS,
    VISITS,
    WORRIES,
)

_CONFERENCES: Final = codes("ICPC_HELD", "CP_REVIEW_HELD", "CPP_START", "CPP_END")

# Statutory brief B7: needs, outcomes, actions, who, by when, and what ends the plan.
CHILD_PROTECTION_PLAN: Final = Form(
    "child-protection-plan",
    tells_changes=True,
    since=codes("ICPC_HELD", "CP_REVIEW_HELD", "CPP_START"),
    parts=(
        Part("plan_history", Dated(_CONFERENCES, is_since=False), "when a conference was held or the plan began"),
        *asked(
            why_a_plan="why the child needs a plan",
        ),
        Part("category", Noted(codes("CPP_START"), ("latest_category", "category")), "the category of harm"),
        WORRIES,
        STRENGTHS,
        CHILD_WORDS,
        GOALS,
        *asked(
            needs="what the child needs",
            outcomes="what must be different for the child",
        ),
        ACTIONS,
        *asked(
            visiting="how often the child is seen alone and with others",
            parents_must="what parents are asked to do",
            success="what everybody will see if it works",
            contingency="what happens if the plan does not work",
            family_network="what the family network does",
            ends_when="what would end the plan",
        ),
        *asked(
            core_group="the members of the core group",
            core_group_dates="when the core group meets",
            offender_plans="links to offender-management plans",
        ),
    ),
)

# Statutory brief B8. Copy to the conference chair.
CORE_GROUP_MINUTES: Final = Form(
    "core-group-minutes",
    tells_changes=True,
    since=codes("CORE_GROUP_HELD", "ICPC_HELD", "CP_REVIEW_HELD", "CPP_START"),
    parts=(
        *asked(
            held="when and where it was held",
            attended="who was there",
            apologies="who sent apologies",
            reports="which reports were sent in",
        ),
        LAST_ACTIONS,
        DAILY_LIFE,
        CHILD_WORDS,
        *asked(
            progress="progress on each outcome, with evidence",
        ),
        HAPPENED,
        VISITS,
        PARENTS_WORDS,
        *asked(
            household_changes="changes to the household",
        ),
        WORRIES,
        STRENGTHS,
        ACTIONS,
        *asked(
            early_conference="whether the risk warrants an earlier conference",
            legal_advice="whether legal advice is needed",
            next_date="when the core group meets next",
        ),
    ),
)
