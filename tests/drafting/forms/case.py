"""The Pellows again, with something under most headings of the forms: what the samples of forms are composed from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from autoadmin.domain.events import Event
from autoadmin.domain.findings import Place
from autoadmin.domain.held import CaseFile, HeldMeeting
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.records import ActionStatus, Entry, Kind, Section
from autoadmin.drafting.forms.all_forms import FORMS
from tests.drafting.pellow import (
    JORY,
    TAMSIN,
    UNIT,
    a_discussion,
    a_meeting,
    an_entry,
    an_event,
    the_case,
    the_family,
)

LOOKED_AFTER = frozenset(
    {
        "care-plan",
        "placement-plan",
        "looked-after-review-report",
        "looked-after-review-decisions",
        "pathway-plan",
        "health-assessment-request",
        "education-plan-request",
    }
)
ON_A_PLAN = frozenset({"child-protection-plan", "core-group-minutes"})


def a_case_for(form: str) -> CaseFile:
    """Return what is held about the Pellows, with the events that a form of this name is about."""
    events = the_usual_events()
    if form in ON_A_PLAN:
        events += events_of_a_plan()
    if form in LOOKED_AFTER:
        events += events_of_care()
    if form == "private-fostering-visit":
        events += (_event("VISIT_PF", date(2026, 12, 1), 39),)
    more: tuple[Entry, ...] = told_of_learning() if form == "education-plan-request" else ()
    more = told_of_an_interview() if form == "return-home-interview" else more
    meetings: tuple[HeldMeeting, ...] = (a_meeting(a_discussion(*much_told(), *more)),)
    if FORMS[form].tells_changes:
        meetings = (*earlier_meetings(), *meetings)
    return CaseFile(the_family(), UNIT, meetings, events, the_case().clocks)


def earlier_meetings() -> tuple[HeldMeeting, ...]:
    """Return two meetings of the weeks before: one thing that lasts, one that nobody mentions again."""
    lasting = _entry("Nan collects Jory on Tuesdays and has never missed one.", section=Section.STRENGTHS, line=18)
    gone = _entry("The boiler is broken.", section=Section.WORRIES, line=19)
    days = (date(2026, 12, 29), date(2027, 1, 5))
    return tuple(
        a_meeting(a_discussion(lasting, gone), on=on, file=f"unit-2-{on.day}-{on:%B}-{on.year}.md".lower())
        for on in days
    )


def told_of_an_interview() -> tuple[Entry, ...]:
    """Return what a meeting told of an interview after a night away."""
    return (
        _entry(
            "Return home interview offered by the youth service; Tamsin will think about it.",
            line=52,
            on=date(2027, 1, 6),
            author="Bryn Pascoe",
            about=(TAMSIN,),
        ),
    )


def _event(code: str, on: date, row: int, child: ChildId = TAMSIN, **fields: str) -> Event:
    return an_event(code, on, child=child, place=Place("census.xml", f"row {row}", row), **fields)


def the_usual_events() -> tuple[Event, ...]:
    """Return referral, assessment, plan, visits, enquiry, a night away, work on the edge of care."""
    return (
        _event("BIRTH", date(2014, 5, 9), 14),
        _event("BIRTH", date(2018, 1, 21), 40, JORY),
        _event("EH_START", date(2019, 3, 4), 15),
        _event("CONTACT", date(2026, 9, 1), 16),
        _event("REFERRAL", date(2026, 9, 2), 17, source="school"),
        _event("ASSESSMENT_START", date(2026, 9, 3), 18),
        _event("ASSESSMENT_AUTHORISED", date(2026, 10, 20), 19),
        _event("CIN_PLAN_START", date(2026, 10, 22), 20),
        _event("VISIT_CIN", date(2026, 11, 12), 21, seen_alone="Y"),
        _event("VISIT_CIN", date(2027, 1, 7), 22, seen_alone="Y"),
        _event("S47_START", date(2027, 1, 5), 23),
        _event("STRATEGY_DISCUSSION", date(2027, 1, 5), 24),
        _event("MISSING_START", date(2027, 1, 3), 25),
        _event("MISSING_END", date(2027, 1, 3), 26),
        _event("EDGE_OF_CARE_START", date(2026, 11, 2), 27),
    )


def events_of_a_plan() -> tuple[Event, ...]:
    """Return a conference, a plan, a core group and a visit."""
    return (
        _event("ICPC_HELD", date(2026, 10, 28), 30),
        _event("CPP_START", date(2026, 10, 28), 31, category="neglect"),
        _event("CORE_GROUP_HELD", date(2026, 11, 9), 32),
        _event("VISIT_CP", date(2026, 12, 9), 33),
    )


def events_of_care() -> tuple[Event, ...]:
    """Return coming into care, a placement, checks and a visit."""
    return (
        _event("CLA_START", date(2026, 11, 16), 34),
        _event("PLACEMENT_START", date(2026, 11, 16), 35),
        _event("HEALTH_CHECK", date(2026, 12, 10), 36),
        _event("SDQ", date(2026, 12, 11), 37),
        _event("VISIT_CLA", date(2026, 12, 14), 38),
    )


def much_told() -> tuple[Entry, ...]:
    """Return a discussion that says something under nearly every heading of the forms."""
    return (
        _entry(
            "Mother did not answer the door twice this week; the school asked for an urgent visit.",
            section=Section.WHY_NOW,
            line=20,
        ),
        _entry("Tamsin gets Jory up and walks him to school; home by four.", section=Section.LIVED_EXPERIENCE, line=22),
        _entry(
            "I do the shopping because Mum is asleep.",
            Kind.SAID,
            Section.LIVED_EXPERIENCE,
            23,
            speaker="Tamsin",
            on=date(2027, 1, 8),
            about=(TAMSIN,),
        ),
        _entry(
            "Marcus visited at home, unannounced. Tamsin and Jory seen alone in their bedrooms.",
            line=25,
            on=date(2027, 1, 7),
            author="Marcus Tennant",
        ),
        _entry(
            "School attendance for Tamsin is 74 % this term (head of year).",
            line=26,
            on=date(2027, 1, 11),
            about=(TAMSIN,),
        ),
        _entry(
            "GP confirms that Tamsin’s asthma review is overdue; inhaler collected.",
            line=27,
            on=date(2027, 1, 6),
            about=(TAMSIN,),
        ),
        _entry("Landlord has given notice on the flat.", line=28, on=date(2027, 1, 4)),
        _entry("Universal Credit payment stopped in December; food bank voucher given.", line=29, on=date(2027, 1, 5)),
        _entry(
            "Tamsin was out with older friends at the town centre until ten; police brought her home.",
            line=30,
            on=date(2027, 1, 3),
            about=(TAMSIN,),
        ),
        _entry(
            "Tamsin felt calm with her carers when she stayed with her aunt; contact with her brother every day.",
            line=31,
            on=date(2027, 1, 2),
            about=(TAMSIN,),
        ),
        _entry("The family speak Cornish at home with Nan and go to chapel on Sundays; that is their faith.", line=32),
        _entry(
            "I want the mornings to be like they used to be.",
            Kind.SAID,
            Section.FAMILY_WORDS,
            33,
            speaker="Morwenna Pellow",
            on=date(2027, 1, 7),
        ),
        _entry(
            "Nan sleeps over two nights a week by February.",
            Kind.SAID,
            Section.FAMILY_WORDS,
            34,
            raw="Goal: Nan sleeps over two nights a week by February.",
            speaker="Morwenna Pellow",
        ),
        _entry("Tamsin is home alone with Jory after dark most evenings.", section=Section.WORRIES, line=36),
        _entry("Nan collects Jory on Tuesdays and has never missed one.", section=Section.STRENGTHS, line=38),
        _entry(
            "The harm to Tamsin is that she is being the parent.",
            Kind.OPINION,
            Section.CLINICIAN_VIEW,
            40,
            author="Dr Ines Calder",
        ),
        _entry(
            "Tamsin keeps the house going so that nobody asks about her mother.",
            Kind.OPINION,
            Section.CLINICIAN_VIEW,
            41,
            author="Dr Ines Calder",
        ),
        _entry(
            "The threshold for a conference is met if the evenings do not change.",
            Kind.OPINION,
            Section.CLINICIAN_VIEW,
            42,
            author="Farida Qureshi",
        ),
        _entry(
            "I recommend that the family network meets before the conference.",
            Kind.OPINION,
            Section.CLINICIAN_VIEW,
            43,
            author="Farida Qureshi",
        ),
        _entry(
            "Marcus thinks that a shorter visit interval is enough.",
            Kind.OPINION,
            Section.DIFFERENT_VIEWS,
            44,
            author="Marcus Tennant",
        ),
        _entry(
            "Visit weekly until the conference.",
            Kind.DECISION,
            Section.DECISIONS,
            46,
            authoriser="Farida Qureshi",
            why="evenings are not safe yet",
            owner="Marcus Tennant",
        ),
        _entry("Ask the housing officer to a meeting.", Kind.DECISION, Section.DECISIONS, 47),
        _entry(
            "Marcus to see the head of year about mornings.",
            Kind.ACTION,
            Section.ACTIONS,
            49,
            owner="Marcus Tennant",
            due_on=date(2027, 1, 22),
            status=ActionStatus.OPEN,
        ),
        _entry(
            "Letter to the landlord.",
            Kind.ACTION,
            Section.ACTIONS,
            50,
            owner="Noor Haddad",
            due_on=date(2027, 1, 8),
            status=ActionStatus.LATE,
        ),
        _entry(
            "Food parcel for the weekend.",
            Kind.ACTION,
            Section.ACTIONS,
            51,
            owner="Bryn Pascoe",
            due_on=date(2027, 1, 9),
            status=ActionStatus.DONE,
        ),
    )


def told_of_learning() -> tuple[Entry, ...]:
    """Return what a child and others said of school, as a request for an education plan asks."""
    return (
        _entry(
            "I like maths, but I am too tired on Mondays for lessons.",
            Kind.SAID,
            Section.LIVED_EXPERIENCE,
            53,
            speaker="Tamsin",
            on=date(2027, 1, 8),
            about=(TAMSIN,),
        ),
        _entry("Tamsin misses the first lesson on most days.", section=Section.WORRIES, line=54, about=(TAMSIN,)),
        _entry("The head of year keeps a place for her at breakfast club.", section=Section.STRENGTHS, line=55),
    )


def _entry(
    text: str,
    kind: Kind = Kind.FACT,
    section: Section = Section.SINCE,
    line: int = 1,
    *,
    raw: str = "",
    speaker: str = "",
    author: str = "",
    authoriser: str = "",
    why: str = "",
    owner: str = "",
    on: date | None = None,
    due_on: date | None = None,
    status: ActionStatus | None = None,
    about: tuple[str, ...] = (),
) -> Entry:
    entry = an_entry(text, kind, section, line=line, raw=raw)
    return replace(
        entry,
        speaker=speaker,
        author=author,
        authoriser=authoriser,
        why=why,
        owner=owner,
        on=on,
        due_on=due_on,
        status=status,
        about=about,
    )
