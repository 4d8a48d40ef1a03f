"""How people write that something has happened, or is booked: the words, and the event they state."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

_HELD = r"(?:was |were )?(?:held|took place|happened|met|convened)"
_DONE = r"(?:was |were )?(?:agreed|signed|completed?|finished|drawn up|in place|written and agreed)"
_INTERVIEW = r"(?:return(?: home)? interview|rhi)"
_DECLINED = r"(?:declined|refused|turned down)"
_HAPPENED: Final[tuple[tuple[str, str], ...]] = (
    ("CORE_GROUP_HELD", rf"\bcore group\b[^.;]*?\b{_HELD}\b|\b(?:attended|came to|at) the core group\b"),
    ("ICPC_HELD", rf"\b(?:initial (?:child protection )?(?:case )?conference|icpc)\b[^.;]*?\b{_HELD}\b"),
    ("CP_REVIEW_HELD", rf"\b(?:review (?:child protection )?(?:case )?conference|rcpc)\b[^.;]*?\b{_HELD}\b"),
    (
        "CLA_REVIEW_HELD",
        rf"\b(?:looked[- ]after (?:child )?review|lac review|cla review|child in care review)\b[^.;]*?\b{_HELD}\b",
    ),
    ("PLACEMENT_PLAN_AGREED", rf"\bplacement plan\b[^.;]*?\b{_DONE}\b"),
    ("CARE_PLAN_START", rf"(?<!health )(?<!health and )(?<!after)(?<!after )\bcare plan\b[^.;]*?\b{_DONE}\b"),
    ("ASSESSMENT_AUTHORISED", r"\bassessment\b[^.;]*?\b(?:authorised|signed off)\b"),
    ("STRATEGY_DISCUSSION", rf"\bstrategy (?:discussion|meeting)\b[^.;]*?\b{_HELD}\b"),
    ("S47_START", r"\b(?:section 47|s\.?47)(?: enquir(?:y|ies))?\b[^.;]*?\b(?:started|begun|began|initiated|opened)\b"),
    ("PLACEMENT_START", r"\b(?:placed with|moved to (?:a |the )?(?:foster|residential|placement|carers?))\b"),
    ("CIN_MEETING_HELD", rf"\b(?:cin|child in need) (?:planning |review )?(?:review|meeting)\b[^.;]*?\b{_HELD}\b"),
    ("RETURN_INTERVIEW", rf"\b{_INTERVIEW}\b[^.;]*?\b(?:{_HELD}|{_DONE}|done|carried out)\b"),
    ("PEP_HELD", rf"\b(?:pep|personal education plan)\b[^.;]*?\b(?:{_HELD}|{_DONE}|started|reviewed)\b"),
    ("CONFERENCE_REPORT_SHARED", r"\bconference report\b[^.;]*?\b(?:shared|gone through|read through) with\b"),
    ("SUPERVISION_HELD", rf"\b(?:case )?supervision\b[^.;]*?\b{_HELD}\b"),
)
_ASSESSED: Final = (
    ("initial health assessment", rf"\b(?:initial health assessment|iha)\b[^.;]*?\b(?:{_HELD}|{_DONE}|done)\b"),
    ("review health assessment", rf"\b(?:review health assessment|rha)\b[^.;]*?\b(?:{_HELD}|{_DONE}|done)\b"),
)
_INTERVIEW_DECLINED: Final = (  # not "held; he declined to say where he had been"
    rf"\b{_INTERVIEW}\b(?:(?!\b(?:{_HELD}|{_DONE}|done|carried out)\b)[^.;])*?\b{_DECLINED}\b(?! to\b)"
    rf"|\b{_DECLINED}(?: (?:a|an|the|any|her|his|their))?(?: offer of)?(?: a| the)? {_INTERVIEW}\b"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that state an event, and what they say of it beside the day."""

    code: str
    words: re.Pattern[str]
    fields: dict[str, str] = field(default_factory=dict)
    own_words: frozenset[str] = frozenset()  # which of anything else would say that it has not happened


HAPPENED: Final = (
    *(Statement(code, re.compile(words, re.IGNORECASE)) for code, words in _HAPPENED),
    Statement(
        "RETURN_INTERVIEW_DECLINED",
        re.compile(_INTERVIEW_DECLINED, re.IGNORECASE),
        {"outcome": "declined"},
        frozenset({"offered", "declined", "refused"}),
    ),
    *(Statement("HEALTH_CHECK", re.compile(words, re.IGNORECASE), {"type": kind}) for kind, words in _ASSESSED),
)
_CONFERENCE = r"(?:child protection |cp )?(?:case )?conf(?:erence)?"
_BOOKED = r"[^.;]*?\b(?:booked|listed|fixed|arranged|confirmed|set|stays)\b"
BOOKED: Final = (
    Statement("ICPC_BOOKED", re.compile(rf"\b(?:initial {_CONFERENCE}|icpc)\b{_BOOKED}", re.IGNORECASE)),
    Statement("CP_REVIEW_BOOKED", re.compile(rf"\b(?:review {_CONFERENCE}|rcpc)\b{_BOOKED}", re.IGNORECASE)),
)
# Words by which nothing is booked yet, or no longer.
NOT_BOOKED: Final = re.compile(
    r"\b(?:not|never|no longer|cancelled|postponed|to be|needs? to|if|unless|should|whether|try|trying)\b|n['’]t\b",
    re.IGNORECASE,
)
# One meeting or enquiry for all the children, unless the line says for whom.
SAYS_FOR_WHOM: Final = re.compile(r"\b(?:about|for|regarding|concerning|re)\s+(?-i:[A-Z])", re.IGNORECASE)
OF_ALL_ON_PLAN: Final = frozenset({"CORE_GROUP_HELD", "CP_REVIEW_HELD", "CP_REVIEW_BOOKED"})
OF_ALL_CHILDREN: Final = frozenset({"S47_START", "STRATEGY_DISCUSSION", "ICPC_BOOKED"})
