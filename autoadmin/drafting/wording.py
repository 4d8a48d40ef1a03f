"""Every word that drafting itself puts in a document: labels and short sentences with slots, and nothing else.

What is not here, in a template or in the record is in no document; a test holds drafting to that.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import lru_cache

from autoadmin.domain.events import Precision
from autoadmin.domain.records import ActionStatus


class Wording(StrEnum):
    """The closed list. Slots are filled with recorded words, dates and numbers."""

    # dates
    ABOUT_YEAR = "about {year}"
    PERIOD = "{first} to {last}"
    BORN = "born {day}"
    EXPECTED = "expected {day}"
    DIED = "died {day}"
    AGE_ON = "{age} on {day}"
    # kinds of record
    FACT = "Fact"
    EVENT = "Event"
    SAID_BY = "{name} said"
    SAID = "Said (speaker not recorded)"
    VIEW_OF = "{name}’s view"
    VIEW = "View (author not recorded)"
    HYPOTHESIS_OF = "{name}’s hypothesis"
    HYPOTHESIS = "Hypothesis"
    DECISION = "Decision"
    ACTION = "Action"
    QUOTED = "“{words}”"
    DO_NOT_SHARE = "Do not share"
    # people
    HAS_PR = "has parental responsibility"
    NO_PR = "does not have parental responsibility"
    CLINICIAN_PRESENT = "A clinician was present."
    NO_CLINICIAN = "No clinician was present."
    # time spent
    TIME_SPENT = "{minutes} over {families}"
    TIME_SPENT_SOME = "{minutes} over {counted} of {families}"
    # what is due
    STARTED = "{event} on {day}"
    COUNTED_FROM = "{started}, counted from {day}"
    MET_ON = "done on {day}"
    CANNOT_TELL = "the record does not say whether it was done"
    STARTED_DOUBTED = "{started}; {doubt}"
    TO_BE_CONFIRMED = "{law}; to be confirmed by the council"
    CONFERENCE_BASIS = "Conference due by {due}, {length} from: {started}."
    CONFERENCE_BASIS_PLAIN = "Conference due by {due}, counted from: {started}."
    INITIAL_CONFERENCE = "Initial child protection conference"
    REVIEW_CONFERENCE = "Review child protection conference"
    CONFERENCE = "Child protection conference"
    # changes
    COMPARED = "Compared with the meeting of {day}."
    NOTHING_TO_COMPARE = "No earlier meeting about this family is held."
    # chronologies
    NONE_RECORDED = "–"
    INVOLVEMENT = (
        "The first involvement recorded in what is held here is of {first} ({event}); the last date here is {last}."
    )
    INVOLVEMENT_LENGTH = "{sentence} That is {length}."
    RECORDS_DIFFER = "The records differ about the day: {event} on {first} ({one}) or on {second} ({other})."
    CHOSEN = "put in by {name}, {day}: {why}"
    THEN_READ = "The record was changed since; it then read, for {day}: {words}"
    LEFT_OUT_CHOSEN = "{events} left out by people; the chronology’s list says by whom and why."
    LEFT_OUT_PAGES = "{facts} left out to keep within {pages}, the least significant by the written rule first."
    LEFT_OUT_ROW = "Left out: {day}, {event}"
    WITHHELD = "Withheld from this copy, with a mark in each place: {reasons}."
    WITHHELD_FOR = "{reason} ({number})"
    LEFT_OUT_ROUTINE = "{events} left out: visits, health checks, core groups and the like."
    LEFT_OUT_OTHERS = (
        "{entries} only about another child of the family, or about somebody who could not be matched: left out."
    )
    HELD_BACK = (
        "{entries} may speak of a strategy discussion, an enquiry, the police or legal advice: left out. "
        "What the family is told of that, and when, is for a person to decide."
    )
    NO_CHILD = "any child of the family, without whom no discussion record is drafted"
    # sources
    SHEET = "Discussion sheet of {unit}, {day}"
    STATED = "{what}, {day}"
    SOURCE = "Record"
    WHERE = "{where} of {file}"
    REFERENCE = "{what}, {where}"
    WITNESSED = "{witness}; {reference}"
    # the sheet for the next meeting
    SHEET_HEADING = "Unit meeting: {unit}"
    UNIT_OF = "{unit} ({council})"
    NAME_AND_ID = "{name} ({id})"
    NAME_AND_MORE = "{name} ({more})"
    LAST_TIME = "Last time"
    DUE = "Due"
    COMING_UP = "Coming up"
    OPEN_ACTION = "Open action"
    OVERDUE_ACTION = "Overdue action"
    LAST_MEETING = "Unit meeting of {day}"
    LAST_CHAIR = "Chair {name}"
    LAST_PRESENT = "Present {names}"
    LAST_DECISION = "Decision of {day}: {text}"
    NO_DECISION = "Discussed on {day}; no decision recorded."
    NEVER_DISCUSSED = "No discussion is held."
    DUE_LINE = "{day}: {what}, for {child}"
    DUE_LINE_DOUBTED = "{line}; {doubt}"
    ACTION_LINE = "{day}: {text}, {owner} (recorded {recorded})"
    NO_DATE = "no date"
    NO_OWNER = "nobody named"
    PR_SHORT = "PR"
    NO_PR_SHORT = "no PR"
    ALL_CHILDREN = "all the children"
    NOT_SHARED = "{mark}: {text}"
    # titles of drafts
    TITLE = "{title}: {subject}"
    MEETING_TITLE = "{title}: {unit}, {day}"


STATUS_WORDS: dict[ActionStatus, str] = {
    ActionStatus.OPEN: "Open",
    ActionStatus.DONE: "Done",
    ActionStatus.LATE: "Late",
    ActionStatus.DROPPED: "Dropped",
}

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
UNITS_OF_COUNT = {
    "year": "years",
    "month": "months",
    "week": "weeks",
    "day": "days",
    "minute": "minutes",
    "family": "families",
    "entry": "entries",
    "event": "events",
    "fact": "facts",
    "page": "pages",
    "routine event": "routine events",
    "working day": "working days",
}


EXACT = (Precision.DAY, Precision.TIME)


def count(number: int, what: str) -> str:
    """Return "1 family", "3 families"."""
    return f"{number} {what if number == 1 else UNITS_OF_COUNT[what]}"


def day_words(on: date, precision: Precision = Precision.DAY, recorded: str = "") -> str:
    """Return "19 November 2026", or as much of it as is known; an approximate date in its recorded words."""
    if precision in EXACT:
        return _exactly(on)
    if precision is Precision.MONTH:
        return f"{MONTHS[on.month - 1]} {on.year}"
    return recorded if recorded and precision is Precision.APPROXIMATE else Wording.ABOUT_YEAR.format(year=on.year)


@lru_cache(maxsize=8192)  # every day of a childhood
def _exactly(on: date) -> str:
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def length_words(start: date, end: date) -> str:
    """Return the years and months from one day to another, or months, weeks or days where it is shorter."""
    months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
    if months >= 12:
        years, rest = divmod(months, 12)
        return count(years, "year") + (f" and {count(rest, 'month')}" if rest else "")
    if months >= 1:
        return count(months, "month")
    days = (end - start).days
    return count(days // 7, "week") if days >= 7 else count(days, "day")


def age_words(born_on: date, on: date) -> str:
    """Return a child's age as people say it: whole years from the second birthday, months and less before."""
    years = on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))
    if on < born_on:
        return ""
    return count(years, "year") if years >= 2 else length_words(born_on, on)
