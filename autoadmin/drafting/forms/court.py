"""Forms for the court and before it. What they say goes into no other document."""

from __future__ import annotations

from typing import Final

from autoadmin.domain.records import Section
from autoadmin.drafting.drawn import ECOMAP, GENOGRAM
from autoadmin.drafting.forms.form import Dated, Form, Part, Told, asked, codes
from autoadmin.drafting.forms.usual import (
    ANALYSIS,
    CHILD_WORDS,
    DAILY_LIFE,
    HARM,
    PARENTS_WORDS,
    STRENGTHS,
    WORRIES,
)

# Social Work Evidence Template, initial statement: one for a family, its eleven heads (statutory brief B15).
SOCIAL_WORK_EVIDENCE: Final = Form(
    "social-work-evidence",
    is_of_family=True,
    is_whole=True,
    pictures=(GENOGRAM, ECOMAP),
    parts=(
        *asked(
            court="the court",
            case_number="the case number",
            author="the author, with qualification and registration",
            statement_number="the number of this statement",
            orders_sought="the orders sought",
            why_orders="why the orders are sought",
        ),
        Part("chronology", Dated(is_since=False), "any dated event"),
        *asked(
            risk_and_protection="the analysis of risk and protective factors",
        ),
        WORRIES,
        STRENGTHS,
        *asked(
            involvement_and_outcome="what the council has done, and what came of it",
        ),
        HARM,
        *asked(
            parenting_capability="parenting capability",
            wider_family="capability of the wider family",
        ),
        PARENTS_WORDS,
        *asked(
            other_parties="views of other parties",
            procedural_fairness="procedural fairness",
            welfare_checklist="the welfare checklist",
        ),
    ),
    child_parts=(
        DAILY_LIFE,
        *asked(
            needs="the child’s needs and the steps taken",
        ),
        CHILD_WORDS,
        *asked(
            wishes_and_feelings="the child’s wishes and feelings",
            own_statement="the child’s own statement",
        ),
        ANALYSIS,
        *asked(
            realistic_options="each realistic option, with benefits and risks",
        ),
    ),
)

# To both parents and everybody with parental responsibility, in plain words (statutory brief B16).
LETTER_BEFORE_PROCEEDINGS: Final = Form(
    "letter-before-proceedings",
    is_of_family=True,
    is_whole=True,
    tells_together=True,
    parts=(
        *asked(
            letter_date="the date of the letter",
            addressed_to="to whom the letter is addressed",
        ),
        STRENGTHS,
        *asked(
            tried="what has been tried",
            must_change="what must change",
            by_when="by when",
            we_will="what the council will do",
            assessments="the assessments proposed",
        ),
        *asked(
            meeting="the date, the time and the place",
            who_can_come="who else can come",
            solicitors="the list of solicitors",
            family_network="how the family network can help",
            family_meeting="the offer of a family group decision-making meeting",
            next_steps="what happens next",
            signed="who signs the letter",
        ),
    ),
    child_parts=(
        Part("events", Dated(is_since=False, besides=codes("BIRTH")), "any dated event"),
        Part("worries", Told((Section.WORRIES,)), "what people are worried about"),
    ),
)
