"""Topics that forms have headings for, and the words by which a recorded line is sorted under one.

A line stands under every topic whose words it uses, in its own words and with its source. Sorting is no judgement:
that a line mentions school says nothing of whether school goes well.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final


class Topic(StrEnum):
    """What a heading is about."""

    HEALTH = "health"
    EDUCATION = "education"
    FEELINGS = "feelings"
    IDENTITY = "identity"
    FAMILY_TIME = "family_time"
    HOME = "home"
    MONEY = "money"
    CARER = "carer"
    OUTSIDE = "outside"
    RETURN_INTERVIEW = "return_interview"


_WORDS: Final[dict[Topic, str]] = {
    Topic.HEALTH: (
        r"health\w*|gps?|doctors?|hospitals?|a&e|midwi\w+|nurses?|dent\w+|immunis\w+|vaccin\w+|p(?:a)?ediatric\w*|medic\w+"
        r"|clinic|optician|asthma|epilep\w+|diabet\w+|inhalers?|camhs|weight"
    ),
    Topic.EDUCATION: (
        r"schools?|nurser\w+|attendance|teachers?|college|lessons?|class|exclu\w+|suspended|exams?|senco?|ehcp?|pep|reading"
        r"|homework|head of year"
    ),
    Topic.FEELINGS: (
        r"feel\w*|felt|anxious|anxiety|worr(?:y|ied|ies)|angry|anger|sad|cr(?:y|ied|ying)|scared|afraid|sleep\w*|mood"
        r"|behaviou?r\w*|self[- ]harm\w*|upset|calm\w*|nightmares?"
    ),
    Topic.IDENTITY: (
        r"religio\w*|faith|mosque|church|temple|gurdwara|synagogue|languages?|interpreters?|cultur\w*|heritage|identity"
        r"|ethnic\w*|gender|passports?|immigration|asylum"
    ),
    Topic.FAMILY_TIME: (
        r"contact|family time|(?:sees?|saw|seeing|visit(?:s|ed|ing)?|rang|phone[ds]|spen(?:ds?|t) \w+ with)"
        r" (?:his|her|their) (?:mum|mam|mother|dad|father|parents|brothers?|sisters?|siblings|nan|gran\w*|aunt\w*)"
    ),
    Topic.HOME: (
        r"housing|(?<!in the )(?<!at the )house|flat|tenan\w+|landlord|evict\w*|overcrowd\w*"
        r"|temporary accommodation|damp|mould|homeless\w*"
        r"|home conditions|bedrooms?"
    ),
    Topic.MONEY: r"money|benefits?|universal credit|debts?|rent|wages?|income|unemploy\w*|food ?bank|budget\w*|jobs?",
    Topic.CARER: r"(?:foster )?carers?|placements?|fostering|residential|children's home|respite|delegated",
    Topic.OUTSIDE: (
        r"exploit\w*|missing|count(?:y|ies) lines?|gangs?|peers?|older friends?|knives|knife|nrm|online|park"
        r"|town centre"
    ),
    Topic.RETURN_INTERVIEW: r"rhis?|return(?:ed)?[ -](?:home )?interviews?|missing interviews?",
}
_PATTERNS: Final = {topic: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for topic, words in _WORDS.items()}


def is_about(words: str, topic: Topic) -> bool:
    """Return whether some recorded words use a word of the topic."""
    return bool(_PATTERNS[topic].search(words))
