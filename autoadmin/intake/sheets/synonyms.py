"""The words that people use for the headings, labels and columns of a sheet. Add to them here and nowhere else."""

from __future__ import annotations

import re
from typing import Final

from autoadmin.domain.records import Kind, Section

SECTION_WORDS: Final[dict[Section, tuple[str, ...]]] = {
    Section.WHY_NOW: ("why now", "why are we discussing", "reason for discussion", "dilemma", "stuck point", "stuckness",
                      "presenting dilemma", "what we are stuck on", "question for the unit", "reason for presenting"),
    Section.LIVED_EXPERIENCE: ("child's lived experience", "children's lived experience", "lived experience", "lived exp",
                               "voice of the child", "child's voice", "children's voice", "child's voices", "voice",
                               "day in the life", "a day in the life", "child's wishes and feelings", "child's world",
                               "wishes and feelings", "child's views", "children's views", "views of the child",
                               "what life is like for the child", "what life is like", "child's experience"),
    Section.GENOGRAM: ("genogram", "family tree", "genogram update", "who is in the family", "ecomap", "family composition"),
    Section.SINCE: ("what has happened since", "what's happened since", "what has happened since last time",
                    "what's happened since last time", "what has happened", "what's happened",
                    "what happened", "since last time", "since last meeting", "since last week", "since we last met",
                    "update", "updates", "news", "events", "events since", "what's new", "this week", "recent events",
                    "progress", "progress since last time", "contacts and visits", "visits", "visits and contacts"),
    Section.FAMILY_WORDS: ("family's own words and goals", "family's own words", "family's words", "family words",
                           "own words and goals", "family goals", "family's goals", "goals", "family views",
                           "family's views", "parents' views", "parent's views", "views of the family",
                           "what the family says", "what the family want", "in their own words", "own words",
                           "quotes", "what family members say", "family's voice"),
    Section.WORRIES: ("worries", "worry", "concerns", "concern", "risks", "risk", "risk factors", "what are we worried about",
                      "what we are worried about", "danger", "danger statement", "complicating factors", "harm",
                      "past harm", "current risk", "what's not working", "risks and concerns"),
    Section.STRENGTHS: ("strengths", "strength", "protective factors", "protective factor", "protection", "positives",
                        "what's working well", "what is working well", "working well", "existing strengths",
                        "existing safety", "safety", "what's going well", "resilience", "good news"),
    Section.HYPOTHESES: ("hypotheses", "hypothesis", "hyps", "hypothesising", "working hypotheses", "working hypothesis",
                         "systemic hypotheses", "ideas", "formulation"),
    Section.CLINICIAN_VIEW: ("clinician's view", "clinician's views", "clinician view", "clinician", "clinical view",
                             "clinical input", "clinician's contribution", "clinical contribution", "therapist's view",
                             "systemic view", "clinician's thoughts", "family therapist's view", "psychologist's view"),
    Section.DIFFERENT_VIEWS: ("different views", "different view", "dissent", "disagreement", "disagreements",
                              "differences of view", "differences of opinion", "who disagreed", "other views",
                              "where we differ", "differing views"),
    Section.DECISIONS: ("decisions", "decision", "decs", "decided", "agreed", "decisions made", "outcome", "outcomes",
                        "what we decided", "what was decided", "management decision", "case decision", "conclusion"),
    Section.ACTIONS: ("actions", "action", "acts", "plan", "to do", "todo", "to dos", "next steps", "action points", "tasks",
                      "who does what", "who will do what", "what next", "actions agreed", "action plan", "aps",
                      "decisions and actions", "actions from last time", "actions carried forward", "open actions"),
    Section.OUTPUTS_AFFECTED: ("plans and dates affected", "statutory outputs affected", "outputs affected", "outputs",
                               "plans affected", "dates affected", "key dates", "what is due", "due dates",
                               "statutory dates", "forms and plans affected"),
}  # fmt: skip

# Headings that are known but have no section of their own: their lines are kept under "other", as this kind.
OTHER_WORDS: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.FACT: ("education", "school", "nursery", "health", "housing", "home", "contact", "family time", "police",
                "placement", "finance", "money", "immigration", "identity", "court", "legal", "background", "history",
                "other", "notes", "other notes", "anything else", "professionals", "network"),
    Kind.OPINION: ("analysis", "reflection", "reflections", "discussion", "thoughts", "summary of discussion",
                   "professional judgement", "social worker's view", "worker's view", "unit's view", "assessment",
                   "curiosities", "themes", "discussion points", "what does this mean"),
}  # fmt: skip

# Headings that end the family before them: what follows belongs to the meeting.
CLOSING_WORDS: Final = ("any other business", "aob", "unit business", "other business", "next meeting", "next unit meeting",
                        "date of next meeting", "meeting closed", "general", "unit news", "all families", "close")  # fmt: skip

KIND_OF_SECTION: Final[dict[Section, Kind]] = {
    Section.WHY_NOW: Kind.OPINION,
    Section.LIVED_EXPERIENCE: Kind.FACT,
    Section.GENOGRAM: Kind.FACT,
    Section.SINCE: Kind.FACT,
    Section.FAMILY_WORDS: Kind.SAID,
    Section.WORRIES: Kind.OPINION,
    Section.STRENGTHS: Kind.OPINION,
    Section.HYPOTHESES: Kind.HYPOTHESIS,
    Section.CLINICIAN_VIEW: Kind.OPINION,
    Section.DIFFERENT_VIEWS: Kind.OPINION,
    Section.DECISIONS: Kind.DECISION,
    Section.ACTIONS: Kind.ACTION,
    Section.OUTPUTS_AFFECTED: Kind.FACT,
    Section.OTHER: Kind.FACT,
}

# Words before a line that say what it is, whatever the heading above: "DECISION core group monthly".
MARKERS: Final[dict[str, Section]] = {
    "decision": Section.DECISIONS,
    "decided": Section.DECISIONS,
    "agreed": Section.DECISIONS,
    "action": Section.ACTIONS,
    "ap": Section.ACTIONS,
    "todo": Section.ACTIONS,
    "to do": Section.ACTIONS,
    "hypothesis": Section.HYPOTHESES,
    "hyp": Section.HYPOTHESES,
    "worry": Section.WORRIES,
    "risk": Section.WORRIES,
    "strength": Section.STRENGTHS,
}

MEETING_LABELS: Final[dict[str, tuple[str, ...]]] = {
    "unit": ("unit", "team", "unit name", "team name"),
    "title": ("unit meeting", "meeting", "subject", "re", "title", "unit case discussion"),
    "mail": ("from", "to", "sent", "cc"),
    "council": ("council", "authority", "local authority", "la", "borough"),
    "date": ("date", "meeting date", "date of meeting", "held on", "day", "when"),
    "chair": ("chair", "chaired by", "chairperson", "chairing"),
    "notes": ("notes", "minutes", "note taker", "notetaker", "notes by", "minutes by", "minute taker", "notes taken by",
              "minutes taken by", "taken by", "scribe", "recorded by"),
    "present": ("present", "attendance", "attendees", "in attendance", "attended", "attending", "here", "those present",
                "in the room", "members present", "who was there"),
    "apologies": ("apologies", "apols", "sorry", "apologies from", "apologies received", "sent apologies", "on leave",
                  "apologies for absence"),
    "guest": ("guests", "guest", "visitors", "visitor", "also present", "invited", "by invitation"),
    "absent": ("absent", "not present", "missing from the meeting", "did not attend"),
    "clinician": ("clinician present", "clinician", "clinician in the room", "was the clinician present"),
}  # fmt: skip

FAMILY_LABELS: Final[dict[str, tuple[str, ...]]] = {
    "children": ("children", "child", "kids", "siblings", "child or young person", "young person", "young people",
                 "subject children", "child(ren)", "children in family", "name of child", "children's names"),
    "adults": ("adults", "parents", "parent", "carers", "family members", "parents and carers", "parents/carers", "adult",
               "household", "significant adults", "mother and father", "key adults", "mother", "father", "mum", "dad"),
    "worker": ("worker", "allocated worker", "key worker", "lead worker", "allocated to", "allocated social worker",
               "social worker", "sw", "allocated sw", "lead", "held by", "case holder", "lead practitioner"),
    "status": ("status", "legal status", "plan type", "current status", "plan status", "type of plan", "case status",
               "current plan", "threshold", "legal status and plan"),
    "minutes": ("minutes spent", "time spent", "mins", "minutes", "time", "time taken", "mins spent", "duration",
                "minutes discussed", "length of discussion"),
    "family_id": ("family id", "family number", "case number", "family reference", "family ref", "case id", "case ref"),
}  # fmt: skip

COLUMN_WORDS: Final[dict[str, tuple[str, ...]]] = {
    "name": ("name", "member", "attendee", "who attended", "names"),
    "role": ("role", "job", "job title", "title", "position"),
    "presence": ("present", "attendance", "attended", "present?", "here", "present yes/no", "present or apologies"),
    "decision": ("decision", "decisions", "decision made", "what was decided", "agreed"),
    "why": ("why", "reason", "reasons", "rationale", "because", "reason for decision"),
    "by": ("by whom", "by", "authorised by", "decided by", "made by", "agreed by", "authoriser", "manager", "who decided"),
    "owner": ("owner", "who", "responsible", "lead", "person responsible", "action owner", "for", "whom", "action by",
              "who will do it"),
    "due": ("by when", "due", "due date", "when", "deadline", "due by", "target date", "timescale", "complete by",
            "to be done by", "due on"),
    "status": ("status", "progress", "done", "done?", "state", "rag"),
    "action": ("action", "actions", "task", "what", "action point", "to do", "what needs to happen", "next step"),
    "date": ("date", "on", "date of event", "day"),
    "event": ("event", "what happened", "what has happened", "update", "detail", "details", "event detail", "contact"),
    "source": ("source", "from", "told by", "reported by"),
    "child": ("child", "child's name", "children", "child name"),
    "id": ("id", "child id", "number", "case number", "reference", "ref", "mosaic id", "lcs id", "person id", "id number"),
    "born": ("born", "dob", "date of birth", "d.o.b.", "birth date", "dob or edd", "born or expected"),
    "adult": ("adult", "adults", "parent", "parents", "carer", "family member"),
    "relationship": ("relationship", "relation", "relationship to child", "relationship to children"),
    "pr": ("pr", "parental responsibility", "pr?", "has pr"),
    "speaker": ("speaker", "who said it", "said by", "person"),
    "words": ("words", "said", "quote", "what they said", "own words", "in their own words"),
    "remark": ("remark", "remarks", "comment", "comments", "notes", "note"),
}  # fmt: skip


def normal(text: str) -> str:
    """Return a heading or label in the one form in which they are compared: lower case, no marks, single blanks."""
    text = re.sub(r"^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-z][.)])\s+", "", text.casefold())
    words = re.sub(r"['’‘`]", "", text).replace("&", " and ")
    return " ".join(re.sub(r"[^\w\s/]", " ", words).split())


def _index(words: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {normal(word): role for role, group in words.items() for word in group}


SECTION_OF: Final = {normal(word): section for section, group in SECTION_WORDS.items() for word in group}
OTHER_KIND_OF: Final = {normal(word): kind for kind, group in OTHER_WORDS.items() for word in group}
CLOSING: Final = frozenset(normal(word) for word in CLOSING_WORDS)
MEETING_LABEL_OF: Final = _index(MEETING_LABELS)
FAMILY_LABEL_OF: Final = _index(FAMILY_LABELS)
COLUMN_OF: Final = _index(COLUMN_WORDS)
