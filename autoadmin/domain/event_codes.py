"""The codes of events and what to call them in a document.

The codes are those of the Standard Safeguarding Dataset's date columns (design.md, section 3), and a few that only
a discussion sheet can tell: those are under "from sheets".
"""

from __future__ import annotations

from typing import Final

LABELS: Final[dict[str, str]] = {
    "BIRTH": "Born",
    "EXPECTED_BIRTH": "Expected date of birth",
    "DEATH": "Died",
    "CONTACT": "Contact received",
    "EH_START": "Early help started",
    "EH_END": "Early help ended",
    "REFERRAL": "Referral accepted",
    "CASE_CLOSED": "Case closed",
    "ASSESSMENT_START": "Child and family assessment started",
    "ASSESSMENT_AUTHORISED": "Child and family assessment authorised",
    "CIN_PLAN_START": "Child in need plan started",
    "CIN_PLAN_END": "Child in need plan ended",
    "VISIT_CIN": "Child in need visit",
    "S47_START": "Section 47 enquiry started",
    "S47_END": "Section 47 enquiry completed",
    "ICPC_HELD": "Initial child protection conference held",
    "ICPC_DUE_RECORDED": "Initial conference target date as recorded",
    "CPP_START": "Child protection plan started",
    "CPP_END": "Child protection plan ended",
    "VISIT_CP": "Child protection visit",
    "CP_REVIEW_HELD": "Review child protection conference held",
    "CP_REVIEW_DUE_RECORDED": "Review conference due date as recorded",
    "CLA_START": "Became looked after",
    "CLA_END": "Ceased to be looked after",
    "CLA_EPISODE_START": "New episode of care",
    "CLA_EPISODE_END": "Episode of care ended",
    "PLACEMENT_START": "Placement started",
    "PLACEMENT_END": "Placement ended",
    "VISIT_CLA": "Statutory visit to looked-after child",
    "CLA_REVIEW_HELD": "Looked-after review held",
    "CLA_REVIEW_DUE_RECORDED": "Looked-after review due date as recorded",
    "CARE_PLAN_START": "Care plan in force",
    "HEALTH_CHECK": "Health assessment or dental check",
    "SDQ": "Strengths and difficulties questionnaire completed",
    "MISSING_START": "Missing, or away without authorisation",
    "MISSING_END": "Returned",
    "LEGAL_STATUS_START": "Legal status changed",
    "LEGAL_STATUS_END": "Legal status ended",
    "WORKER_ALLOCATED": "Worker allocated",
    "WORKER_ENDED": "Worker's involvement ended",
    "ADDRESS_FROM": "Address from",
    # from sheets
    "STRATEGY_DISCUSSION": "Strategy discussion held",
    "CORE_GROUP_HELD": "Core group held",
    "PLACEMENT_PLAN_AGREED": "Placement plan agreed",
    "PLACEMENT_PLAN_OUTSTANDING": "Placement plan recorded as outstanding",
    "CARE_PLAN_OUTSTANDING": "Care plan recorded as outstanding",
    "EDGE_OF_CARE_START": "Edge-of-care work started",
    "CIN_START": "Child in need",
}


def label(code: str) -> str:
    """Return the plain words for an event code; an unknown code is shown as it is, in lower case."""
    return LABELS.get(code, code.replace("_", " ").lower())
