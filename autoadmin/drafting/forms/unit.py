"""Forms of the unit's own work: supervision, hand-over, closing, and the letter that tells a family what was agreed."""

from __future__ import annotations

import re
from typing import Final

from autoadmin.drafting.drawn import GENOGRAM
from autoadmin.drafting.forms.form import Dated, Form, Met, Part, asked, codes
from autoadmin.drafting.forms.usual import (
    ACTIONS,
    ANALYSIS,
    CHILD_WORDS,
    CHRONOLOGY,
    DAILY_LIFE,
    DECISIONS,
    DIFFERENT_VIEWS,
    GOALS,
    HARM,
    LAST_ACTIONS,
    PARENTS_WORDS,
    REASON,
    STRENGTHS,
    VISITS,
    WORRIES,
)

# Statutory brief B17: the worker's own wellbeing and development stand in another file.
SUPERVISION_RECORD: Final = Form(
    "supervision-record",
    tells_changes=True,
    is_of_family=True,
    parts=(
        *asked(
            held="the date",
            present="who was there",
        ),
        REASON,
        LAST_ACTIONS,
        DAILY_LIFE,
        CHILD_WORDS,
        VISITS,
        *asked(
            visits_in_time="whether visits are in time",
        ),
        WORRIES,
        STRENGTHS,
        HARM,
        ANALYSIS,
        DIFFERENT_VIEWS,
        *asked(
            plan_progress="progress against the plan",
            reflection="what was thought through together",
        ),
        DECISIONS,
        ACTIONS,
        *asked(
            recording="whether recording is up to date",
            next_supervision="when the next session is",
        ),
    ),
)

TRANSFER_SUMMARY: Final = Form(
    "transfer-summary",
    is_whole=True,
    pictures=(GENOGRAM,),
    parts=(
        *asked(
            from_and_to="from whom to whom, and why",
        ),
        REASON,
        CHRONOLOGY,
        *asked(
            current_plan="the plan and legal status now",
            work_done="what has been done",
        ),
        CHILD_WORDS,
        PARENTS_WORDS,
        GOALS,
        WORRIES,
        STRENGTHS,
        ANALYSIS,
        *asked(
            risks="risks that remain, and who holds them",
        ),
        DECISIONS,
        ACTIONS,
        *asked(
            dates_ahead="dates ahead",
            people_and_contacts="people and how to reach them",
            family_told="when the child and the family were told",
            handover_meeting="when the hand-over meeting and joint visit are",
            managers_decision="the manager’s decision and the reasons for it",
        ),
    ),
)

# Statutory brief B18; census closure codes RC1 to RC9 and the outcome of work on the edge of care.
CLOSING_SUMMARY: Final = Form(
    "closing-summary",
    is_whole=True,
    pictures=(GENOGRAM,),
    parts=(
        REASON,
        CHRONOLOGY,
        *asked(
            work_done="what was done",
            outcome="what is different for the child now",
        ),
        CHILD_WORDS,
        PARENTS_WORDS,
        GOALS,
        STRENGTHS,
        WORRIES,
        DECISIONS,
        Part("edge_of_care", Dated(codes("EDGE_OF_CARE_START"), is_since=False), "work on the edge of care"),
        *asked(
            edge_of_care_outcome="whether the child stayed at home safely",
            views_on_closing="what the child and the family say about closing",
            closure_reason="the reason for closure",
        ),
        ACTIONS,
        *asked(
            who_to_ask="whom the family can turn to",
            managers_decision="the manager’s decision and the reasons for it",
        ),
    ),
)

# What is planned for a child's safety is not told by a draft: a strategy discussion decides what parents are told, when
# and by whom (statutory brief B4).
_NOT_BY_DRAFT: Final = re.compile(
    r"\bstrat(?:egy)? (?:disc\w*|meeting)|\bsection 47\b|\bs\.? ?47\b|\bpolice\b|\blpm\b"
    r"|\blegal (?:planning|advice|gateway|meeting)\b",
    re.IGNORECASE,
)

# Drafted from the last meeting: what the family said, what was agreed, who does what.
LETTER_TO_FAMILY: Final = Form(
    "letter-to-family",
    is_of_family=True,
    holds_back=_NOT_BY_DRAFT,
    parts=(
        *asked(
            letter_date="the date of the letter",
            addressed_to="to whom the letter is addressed",
        ),
        Part("met_on", Met(), "the day of the meeting"),
        GOALS,
        STRENGTHS,
        WORRIES,
        DECISIONS,
        ACTIONS,
        *asked(
            next_meeting="when we meet next",
            contact="how to reach us",
            signed="who signs the letter",
        ),
    ),
)
