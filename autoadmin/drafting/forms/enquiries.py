"""Forms of an enquiry: strategy discussion, section 47 outcome, child and family assessment."""

from __future__ import annotations

from typing import Final

from autoadmin.domain.records import Section
from autoadmin.drafting.forms.form import Dated, Form, Part, Told, asked, codes
from autoadmin.drafting.forms.usual import (
    ACTIONS,
    ANALYSIS,
    CHILD_WORDS,
    CHRONOLOGY,
    DAILY_LIFE,
    DECISIONS,
    DIFFERENT_VIEWS,
    EDUCATION,
    FAMILY_TIME,
    FEELINGS,
    HAPPENED,
    HARM,
    HEALTH,
    HOME,
    IDENTITY,
    MONEY,
    OUTSIDE,
    PARENTS_WORDS,
    REASON,
    RECOMMENDATION,
    SEEN,
    STRENGTHS,
    THRESHOLD,
    WORRIES,
)

# One for each child and each discussion (statutory brief B4; Children Act 1989, s47).
STRATEGY_DISCUSSION: Final = Form(
    "strategy-discussion",
    since=codes("CONTACT", "REFERRAL", "ASSESSMENT_START"),
    parts=(
        *asked(
            when_and_how="the date, the time and how it was held",
            chair="who chaired it",
            attended="who took part and for which agency",
            not_present="who was not there and why",
        ),
        Part("concern", Told((Section.WHY_NOW, Section.WORRIES)), "the concern and where it came from"),
        HAPPENED,
        *asked(
            social_care_information="what children’s social care knows",
            police_information="what the police know",
            health_information="what health services know",
            education_information="what the school, nursery or college knows",
        ),
        CHILD_WORDS,
        *asked(
            safety_now="where the child is and whether the child is safe now",
            siblings_safety="whether other children in the home are safe",
        ),
        HARM,
        *asked(
            decision="whether there is to be a section 47 enquiry",
            single_or_joint="whether the enquiry is joint",
            reason_if_none="the reason if there is to be no enquiry",
        ),
        DECISIONS,
        ACTIONS,
        *asked(
            interview_and_medical="arrangements for interviews and a medical",
            evidence="how evidence is kept",
            parents_told="what parents will be told",
            legal_steps="legal steps",
            criminal="what a criminal investigation means for this",
            next_discussion="when the next discussion is",
        ),
    ),
)

# Statutory brief B5: checks carry name, date and time, and keep fact apart from opinion.
SECTION_47_OUTCOME: Final = Form(
    "section-47-outcome",
    since=codes("STRATEGY_DISCUSSION", "S47_START"),
    parts=(
        REASON,
        Part("enquiries", Dated(), "any enquiry made"),
        SEEN,
        CHILD_WORDS,
        PARENTS_WORDS,
        *asked(
            agency_checks="checks with agencies, each with name, date and time, fact and opinion apart",
            medical="whether there was a medical and what it found",
        ),
        HEALTH,
        EDUCATION,
        WORRIES,
        STRENGTHS,
        HARM,
        ANALYSIS,
        *asked(
            conclusion="the conclusion",
        ),
        RECOMMENDATION,
        *asked(
            interim_safety_plan="how the child is kept safe until then",
        ),
        ACTIONS,
        *asked(
            managers_decision="the manager’s decision and the reasons for it",
            family_told="when the parents and the child were told",
            agencies_told="when agencies were told",
        ),
    ),
)

# Statutory brief B3: the three domains of the Assessment Framework, dimension by dimension.
CHILD_AND_FAMILY_ASSESSMENT: Final = Form(
    "child-and-family-assessment",
    since=codes("REFERRAL", "ASSESSMENT_START"),
    parts=(
        REASON,
        SEEN,
        CHILD_WORDS,
        DAILY_LIFE,
        *asked(
            communication="how the child communicates and any disability",
            agencies_consulted="which agencies were asked and what each said",
        ),
        CHRONOLOGY,
        HEALTH,
        EDUCATION,
        FEELINGS,
        IDENTITY,
        FAMILY_TIME,
        *asked(
            social_presentation="the child’s social presentation",
            self_care="the child’s self-care skills",
        ),
        *asked(
            basic_care="basic care",
            ensuring_safety="how the child is kept safe",
            emotional_warmth="emotional warmth",
            stimulation="stimulation",
            guidance="guidance and boundaries",
            stability="stability",
        ),
        *asked(
            family_history="family history and functioning",
            wider_family="the wider family",
        ),
        HOME,
        MONEY,
        *asked(
            social_integration="the family’s place in the community",
            community_resources="what the community offers",
            young_carer="whether the child is a young carer",
        ),
        OUTSIDE,
        PARENTS_WORDS,
        DIFFERENT_VIEWS,
        WORRIES,
        STRENGTHS,
        ANALYSIS,
        THRESHOLD,
        RECOMMENDATION,
        ACTIONS,
        *asked(
            factors="the factors at assessment",
            managers_decision="the manager’s decision and the reasons for it",
            shared_with_family="when it was shared with the family",
        ),
    ),
)
