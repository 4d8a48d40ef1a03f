"""Parts that many forms have, under the same field names."""

from __future__ import annotations

from typing import Final

from autoadmin.domain.records import Section
from autoadmin.drafting.forms.form import Agreed, Carried, Dated, Decided, Mentioning, Part, Seen, Sorted, Told, codes
from autoadmin.drafting.forms.topics import Topic

VISIT_CODES: Final = codes("VISIT_CIN", "VISIT_CP", "VISIT_CLA", "VISIT_PF")

REASON: Final = Part("reason", Told((Section.WHY_NOW,)), "why the family was discussed")
# What was typed under no heading has happened too: a hurried note has none.
HAPPENED: Final = Part("happened", Told((Section.SINCE, Section.OTHER)), "what has happened since")
DAILY_LIFE: Final = Part("daily_life", Sorted("daily_life"), "the child’s daily life")
CHILD_WORDS: Final = Part("child_words", Sorted("child_words"), "the child’s own words")
PARENTS_WORDS: Final = Part("parents_words", Sorted("parents_words"), "the parents’ and family’s own words")
GOALS: Final = Part("goals", Sorted("goals"), "what the family wants to change")
WORRIES: Final = Part("worries", Sorted("worries"), "what people are worried about")
STRENGTHS: Final = Part("strengths", Sorted("strengths"), "strengths and what has protected the child")
DIFFERENT_VIEWS: Final = Part("different_views", Sorted("different_views"), "where people see it differently")
HARM: Final = Part("harm", Sorted("harm"), "how the child has been harmed or is likely to be")
ANALYSIS: Final = Part("analysis", Sorted("analysis"), "the analysis, as somebody’s recorded view")
THRESHOLD: Final = Part("threshold", Sorted("threshold"), "whether the threshold is met, as somebody’s recorded view")
RECOMMENDATION: Final = Part("recommendation", Sorted("recommendation"), "what somebody recommended")

HEALTH: Final = Part("health", Mentioning(Topic.HEALTH), "lines that mention health")
EDUCATION: Final = Part("education", Mentioning(Topic.EDUCATION), "lines that mention school or learning")
FEELINGS: Final = Part("feelings", Mentioning(Topic.FEELINGS), "lines that mention feelings or behaviour")
IDENTITY: Final = Part(
    "identity", Mentioning(Topic.IDENTITY), "lines that mention identity, language, religion or culture"
)
# What is recorded once and stays so, and histories that the Regulations ask for: from the beginning of the record.
HEALTH_HISTORY: Final = Part("health", Mentioning(Topic.HEALTH, is_since=False), "any line that mentions health")
EDUCATION_HISTORY: Final = Part(
    "education", Mentioning(Topic.EDUCATION, is_since=False), "any line that mentions school or learning"
)
IDENTITY_EVER: Final = Part(
    "identity",
    Mentioning(Topic.IDENTITY, is_since=False),
    "any line that mentions identity, language, religion or culture",
)
FAMILY_TIME: Final = Part("family_time", Mentioning(Topic.FAMILY_TIME), "lines that mention time with family")
HOME: Final = Part("home", Mentioning(Topic.HOME), "lines that mention housing")
MONEY: Final = Part("money", Mentioning(Topic.MONEY), "lines that mention money or work")
CARER: Final = Part("carer", Mentioning(Topic.CARER), "lines that mention carers or the placement")
OUTSIDE: Final = Part("outside", Mentioning(Topic.OUTSIDE), "lines that mention harm outside the home")

SEEN: Final = Part("seen", Seen(), "visits, and other days on which the child was seen")
VISITS: Final = Part("visits", Dated(VISIT_CODES), "visits to the child")
CHRONOLOGY: Final = Part("chronology", Dated(is_since=False), "the significant facts, oldest first")
PLACEMENTS: Final = Part(
    "placements",
    Dated(codes("CLA_START", "PLACEMENT_START", "PLACEMENT_END", "LEGAL_STATUS_START"), is_since=False),
    "legal status and placements, oldest first",
)

DECISIONS: Final = Part("decisions", Decided(), "the unit’s decisions that are no judgements")
ACTIONS: Final = Part("actions", Agreed(), "actions that are not done or dropped")
LAST_ACTIONS: Final = Part("last_actions", Carried(), "every action, with where it stands")
