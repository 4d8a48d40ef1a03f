"""How people write that something has happened, or is booked: the words, and the event they state."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from autoadmin.intake.sheets.court_words import HEARINGS, IN_COURT, ORDERS

_HELD = r"(?:was |were )?(?:held|took place|happened|met|convened)"
_DONE = r"(?:was |were )?(?:agreed|signed|completed?|finished|drawn up|in place|written and agreed)"
_INTERVIEW = r"(?:return(?: home)? interview|rhi)"
_REG = r"reg(?:ulation)?\.?"
_CORE_GROUP = r"core gr(?:ou)?p"
_STRATEGY = r"strat(?:egy)? (?:disc(?:ussion)?|meeting|mtg)"
_FAMILY_ASSESSMENT = r"(?:child and family assessment|c ?(?:&|and) ?f assessment|cfa)"
_S47 = r"(?:section 47|s\.?47)(?: enquir(?:y|ies))?"
_OUR_PLACEMENT = r"(?:it|(?:the |this |her |his )?(?:out[- ]of[- ]area |distant )?placement)"
_DIRECTOR = r"(?:dcs|director of children['’]s services|nominated officer)"
_DECLINED = r"(?:declined|refused|turned down)"
_HAPPENED: Final[tuple[tuple[str, str], ...]] = (
    ("CORE_GROUP_HELD", rf"\b{_CORE_GROUP}\b[^.;]*?\b{_HELD}\b|\b(?:attended|came to|at) the core group\b"),
    ("ICPC_HELD", rf"\b(?:initial (?:child protection )?(?:case )?conference|icpc)\b[^.;]*?\b{_HELD}\b"),
    ("CP_REVIEW_HELD", rf"\b(?:review (?:child protection )?(?:case )?conference|rcpc)\b[^.;]*?\b{_HELD}\b"),
    (
        "CLA_REVIEW_HELD",
        rf"\b(?:looked[- ]after (?:child )?review|lac review|cla review|child in care review)\b[^.;]*?\b{_HELD}\b",
    ),
    ("PLACEMENT_PLAN_AGREED", rf"\bplacement plan\b[^.;]*?\b{_DONE}\b"),
    ("CARE_PLAN_START", rf"(?<!health )(?<!health and )(?<!after)(?<!after )\bcare plan\b[^.;]*?\b{_DONE}\b"),
    # Received by the council: not the one that it made ("referral to CAMHS"), nor the one another service received.
    (
        "REFERRAL",
        r"^(?:(?:a|the) )?(?:new )?(?:re-?)?ref(?:erral)?(?: was)? (?:received|recd|rec['’]d|from)\b"
        r"(?![^.;]*(?:(?<!due )\b(?:to\b|(?:at|by) (?:the )?(?-i:[A-Z]))|"
        r"\b(?:no further action|nfa|declined|not accepted)\b))",
    ),
    ("ASSESSMENT_START", rf"\b{_FAMILY_ASSESSMENT}\b[^.;]*?\b(?:started|begun|began)\b"),
    ("ASSESSMENT_AUTHORISED", r"\b(?:assessment|cfa)\b[^.;]*?\b(?:authorised|signed off)\b"),
    ("STRATEGY_DISCUSSION", rf"\b{_STRATEGY}\b[^.;]*?\b{_HELD}\b"),
    ("S47_START", rf"\b{_S47}\b[^.;]*?\b(?:started|begun|began|initiated|opened)\b"),
    ("S47_END", rf"\b{_S47}\b[^.;]*?\b(?:authorised|signed off)\b"),
    ("CLA_START", r"\b(?-i:[A-Z])[\w-]+ became looked[- ]after\b"),
    (
        "PLACEMENT_START",
        r"\b(?:placed with|moved to (?:(?:a|the|her|his|their) )?(?:new )?(?:foster|residential|placement|carers?))\b",
    ),
    ("OUT_OF_AREA_APPROVED", rf"\b{_DIRECTOR}\b[^.;]*?\bapproved {_OUR_PLACEMENT}\b"),
    ("OUT_OF_AREA_NOTICE_SENT", r"\bhost (?:authority|council)\b[^.;]*?\b(?:notified|told|informed)\b"),
    ("OUT_OF_AREA_NOTICE_SENT", r"\b(?:notified|told|informed) (?:the )?host (?:authority|council)\b"),
    ("PLACEMENT_NOTICE_SENT", r"\b(?:placement notifications?|notice of (?:the )?placement)\b[^.;]*?\bsent\b"),
    # Care Planning Regs 2010, regs 24 and 25: a connected person
    ("REG24_APPROVED", rf"\b(?:temporarily approved|approved temporarily)\b[^.;]*?\b{_REG} ?24\b"),
    ("REG24_APPROVED", rf"\b{_REG} ?24\b[^.;]*?\b(?:approved|given|agreed|granted)\b"),
    ("REG24_ENDED", rf"\b(?:{_REG} ?24|temporary approval)\b[^.;]*?\b(?:ended|ran out|expired)\b"),
    ("REG25_EXTENDED", rf"\btemporary approval\b[^.;]*?\bextended\b|\bextended under {_REG} ?25\b"),
    ("PATHWAY_ASSESSED", rf"\bpathway (?:needs )?assessment\b[^.;]*?\b{_DONE}\b"),
    (
        "PATHWAY_REVIEW",
        rf"\bpathway plan\b[^.;]*?\b(?:reviewed|started|{_DONE})\b|\bpathway review\b[^.;]*?\b{_HELD}\b",
    ),
    # Private Fostering Regs 2005, reg 8: the day on which the council became aware of it
    (
        "PF_NOTIFIED",
        r"\b(?:notification|notice) of (?:the |a )?private fostering\b[^.;]*?\breceived\b"
        r"|\bprivate fostering (?:notification|notice)\b[^.;]*?\breceived\b"
        r"|\b(?:notified|told) us of (?:the |a )?private fostering\b",
    ),
    ("CASE_CLOSED", r"^(?:the )?case(?: was)? closed\b(?!\s+(?:by|to)\b(?! (?:the unit|us)\b))"),
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
    *(Statement(code, re.compile(words, re.IGNORECASE), own_words=frozenset({"before"})) for code, words in IN_COURT),
    *(
        Statement("COURT_HEARING", re.compile(rf"\b(?:{words})\b[^.;]*?\b{_HELD}\b", re.IGNORECASE), {"kind": kind})
        for kind, words in HEARINGS
    ),
    *(Statement("LEGAL_STATUS_START", re.compile(words, re.IGNORECASE), {"status": order}) for order, words in ORDERS),
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
    *(
        Statement("COURT_HEARING_BOOKED", re.compile(rf"\b(?:{words})\b{_BOOKED}", re.IGNORECASE), {"kind": kind})
        for kind, words in HEARINGS
    ),
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
# One child's own: of brothers and sisters nobody is taken for it whom the line does not name.
OF_THE_NAMED: Final = frozenset({"CLA_START", "LEGAL_STATUS_START", "PF_NOTIFIED", "REG24_APPROVED"})
# Told at second hand, feared or spoken about: what the clocks of court and care rest on is told in plain words.
AT_SECOND_HAND: Final = re.compile(
    r"\b(?:worr(?:ied|ies)|wonder(?:ed|s)|ask(?:ed|s)|explain(?:ed|s)|talk(?:ed|s)|discuss(?:ed|es)|hear(?:d|s)|says?|said|"
    r"told|tells|thinks?|thought|believes?|hop(?:es|ed)|fear(?:s|ed)|about|since|after|when|whether|how|might|could|(?-i:may))\b",
    re.IGNORECASE,
)
PLAIN_ALONE: Final = frozenset(code for code, _ in IN_COURT) | {
    *("COURT_HEARING", "LEGAL_STATUS_START", "CLA_START", "CASE_CLOSED", "PF_NOTIFIED", "PATHWAY_ASSESSED"),
    *("PATHWAY_REVIEW", "REG24_APPROVED", "REG24_ENDED", "REG25_EXTENDED"),
    *("OUT_OF_AREA_APPROVED", "OUT_OF_AREA_NOTICE_SENT", "PLACEMENT_NOTICE_SENT"),
}
FOR_ANOTHER: Final = re.compile(
    r"\bfor (?:her|his|their|the|an?|sibling|(?-i:[A-Z])\w*)\b|\bbecame looked\b", re.IGNORECASE
)
# With its day, this much says that it was held: "core group 12/11", "12 Nov: strategy discussion with police".
HELD_BY_ITS_DATE: Final = (
    ("CORE_GROUP_HELD", re.compile(rf"\b{_CORE_GROUP}\s+(?:on\s+)?(?=\d)", re.IGNORECASE)),
    ("STRATEGY_DISCUSSION", re.compile(rf"^(?:a )?{_STRATEGY}\s+(?:on\s+)?(?:(?=\d)|(?:with|about)\b)", re.IGNORECASE)),
)
