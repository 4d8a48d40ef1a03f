"""Which events a chronology is about: significant ones, good and bad, not a dump of case notes (statutory brief B2).

The rule is written: a table of codes and a table of words, each with a weight and the reason a row gives. A person may
decide otherwise for any row (`choosing.py`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.event_codes import LABELS
from autoadmin.domain.events import Event
from autoadmin.domain.records import Kind


@dataclass(frozen=True, slots=True)
class Ruling:
    """How much a row weighs, from 0 (left out) to 5, and why."""

    weight: int
    why: str


# Dates that say when something should happen or have happened, not that it did.
NOT_YET: Final = frozenset(
    {
        *("EXPECTED_BIRTH", "ICPC_DUE_RECORDED", "CP_REVIEW_DUE_RECORDED", "CLA_REVIEW_DUE_RECORDED"),
        *("PLACEMENT_PLAN_OUTSTANDING", "CARE_PLAN_OUTSTANDING"),
        *("ICPC_BOOKED", "CP_REVIEW_BOOKED", "CLA_REVIEW_BOOKED", "COURT_HEARING_BOOKED", "PF_PROPOSED"),
    }
)
LIFE: Final = Ruling(5, "a birth or death, or the child became a parent")
ORDER: Final = Ruling(5, "an order, or a step before or in court")
PROTECTION: Final = Ruling(5, "an enquiry, conference or child protection plan")
CARE: Final = Ruling(5, "coming into care, moving within it or leaving it")
HARM: Final = Ruling(4, "missing, an offence, or a serious incident or allegation")
WORK: Final = Ruling(4, "a referral, assessment or plan begun, decided or ended")
REVIEW: Final = Ruling(3, "a review or panel")
HOME: Final = Ruling(3, "a change of home, worker or status")
STEP: Final = Ruling(2, "a step of the work that is not routine")
ROUTINE: Final = Ruling(0, "routine: it recurs in every open case, and no meeting put it in words")

_TABLE: Final[tuple[tuple[Ruling, str], ...]] = (
    (LIFE, "BIRTH DEATH BECAME_MOTHER"),
    (
        ORDER,
        "LEGAL_STATUS_START LEGAL_STATUS_END PREV_PERMANENCE PLACEMENT_ORDER PERMANENCE_ORDER ADM_DECISION "
        "PLO_DECISION PLO_MEETING PLO_REVIEW_MEETING PLO_ENDED LETTER_BEFORE_PROCEEDINGS PROCEEDINGS_ISSUED "
        "PROCEEDINGS_ENDED COURT_HEARING COURT_DIRECTION COURT_DIRECTION_MET EPO_EXTENDED",
    ),
    (
        PROTECTION,
        "CONCERN_FORMED STRATEGY_DISCUSSION S47_START S47_END ICPC_HELD CP_REVIEW_HELD CPP_START CPP_END CP_ESCALATED",
    ),
    (
        CARE,
        "CLA_START CLA_END PLACEMENT_START PLACEMENT_END PLACED_FOR_ADOPTION ADOPTION_MATCH ADOPTION_REVERSED "
        "EDGE_OF_CARE_START PF_START PF_END",
    ),
    (
        HARM,
        "MISSING_START MISSING_END CONVICTION SUBSTANCE_MISUSE SERIOUS_INCIDENT ALLEGATION_KNOWN RAPID_REVIEW_DONE",
    ),
    (
        WORK,
        "CONTACT EH_START EH_END REFERRAL REFERRAL_DECIDED CASE_CLOSED ASSESSMENT_START ASSESSMENT_AUTHORISED "
        "CIN_START CIN_PLAN_DECIDED CIN_PLAN_START CIN_PLAN_END CARE_PLAN_START PLACEMENT_PLAN_AGREED "
        "EH_ASSESSMENT_START EH_ASSESSMENT_END EHCP_REQUEST",
    ),
    (
        REVIEW,
        "CLA_REVIEW_HELD CIN_MEETING_HELD PATHWAY_REVIEW PEP_HELD ADOPTION_REVIEW_HELD RETURN_INTERVIEW "
        "RETURN_INTERVIEW_DECLINED",
    ),
    (HOME, "ADDRESS_FROM WORKER_ALLOCATED IMMIGRATION_STATUS IMMIGRATION_STATUS_END"),
    (
        ROUTINE,
        "VISIT_CIN VISIT_CP VISIT_CLA VISIT_PA VISIT_PF VISIT_ADOPTION CORE_GROUP_HELD HEALTH_CHECK SDQ WORKER_ENDED "
        "CLA_EPISODE_START CLA_EPISODE_END IRO_CONTACT IMMS_STATUS CARE_LEAVER_CONTACT SUPERVISION_HELD "
        "CASE_NOTE_WRITTEN CASE_SUMMARY_WRITTEN CHRONOLOGY_UPDATED REFERRAL_ACKNOWLEDGED STRATEGY_RECORD_SENT "
        "CONFERENCE_RECORD_SENT REVIEW_RECORD_SENT",
    ),
)
BY_CODE: Final[dict[str, Ruling]] = dict.fromkeys(LABELS, STEP) | {
    code: ruling for ruling, codes in _TABLE for code in codes.split()
}

# Words of a recorded entry, good news among them. The heaviest that fits gives the reason.
_WORDS: Final = (
    (5, "a birth or death", r"was born|gave birth|died|death of|funeral"),
    (
        4,
        "harm, or what was said of it",
        r"disclos\w+|assault\w*|domestic (?:abuse|violence)|bruis\w+|overdose|self[- ]harm\w*",
    ),
    (4, "harm, or what was said of it", r"sexual\w* (?:abuse|exploit)\w*"),
    (4, "the police, an arrest or a charge", r"arrest\w*|charged with|cautioned|convicted|bailed"),
    (4, "hospital or an ambulance", r"hospital|ambulance|A&E|admitted to"),
    (4, "missing from home or care", r"went missing|missing (?:from|overnight)|reported missing"),
    (
        3,
        "an achievement",
        r"awards?|prize|medal|certificate|achiev\w+|graduat\w+|passed (?:his|her|their|all)|picked for",
    ),
    (
        3,
        "a change of school or nursery",
        r"(?:new|changed|moved|started|joined|left) [^.;]{0,30}\b(?:school|nursery|college)",
    ),
    (3, "an exclusion from school", r"excluded|exclusion"),
    (3, "a change in the household or home", r"moved (?:in|out|to)|separated|evict\w+|homeless\w*|new partner|married"),
)
BY_WORDS: Final = tuple(
    (Ruling(weight, why), re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for weight, why, words in _WORDS
)
DECIDED: Final = Ruling(3, "a decision of the meeting")
SAID: Final = Ruling(2, "words that a meeting recorded")
TOLD: Final = Ruling(1, "a dated fact that a meeting recorded in words")
MESSAGE: Final = Ruling(0, "only a message or an unanswered call")
RULINGS: Final = (*BY_CODE.values(), *(ruling for ruling, _ in BY_WORDS), DECIDED, SAID, TOLD, MESSAGE)
_MESSAGE: Final = re.compile(
    r"\b(?:left (?:a |her a |him a |them a )?(?:message|voicemail|card)|no (?:answer|reply)|rang off|voicemail left)\b",
    re.IGNORECASE,
)


def has_happened(event: Event) -> bool:
    """Return whether an event is something that had happened when its source said so, not a plan or a target."""
    return event.code not in NOT_YET and event.had_happened


def weighed(row: ChronologyRow) -> ChronologyRow:
    """Return a row with its weight by the written rule, whether it belongs in a chronology, and why or why not."""
    ruling = max(_rulings(row), key=lambda ruling: ruling.weight)
    return replace(row, weight=ruling.weight, why=ruling.why, is_significant=ruling.weight > 0)


def _rulings(row: ChronologyRow) -> list[Ruling]:
    """Return what the tables say of a row; never nothing."""
    of_codes = [BY_CODE.get(code, STEP) for code in row.codes]
    if row.kind is None:
        return of_codes or [STEP]
    of_words = [ruling for ruling, words in BY_WORDS if words.search(row.detail)]
    if row.kind is Kind.FACT and not of_codes and not of_words and _MESSAGE.search(row.detail):
        return [MESSAGE]
    plain = {Kind.DECISION: DECIDED, Kind.SAID: SAID}.get(row.kind, TOLD)
    return [*of_codes, *of_words, plain]
