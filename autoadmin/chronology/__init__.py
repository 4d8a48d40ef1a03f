"""Chronologies: the events and entries of one child's file set in order of time, as a log and as a chosen account.

The room is pure: it knows records and events, and neither documents, templates, clocks of the law nor today's date. It
joins what is the same and leaves out what is another child's; it never words, weighs or explains anything.
"""

from autoadmin.chronology.agencies import with_agencies
from autoadmin.chronology.choosing import Chosen, with_choices
from autoadmin.chronology.event_log import build_event_log
from autoadmin.chronology.families import family_rows
from autoadmin.chronology.redaction import Copy, gives_away_who_told, hides_who_told, redact, without_addresses
from autoadmin.chronology.rows import build_chronology, court_rows
from autoadmin.chronology.writing import with_words

__all__ = [
    "Chosen",
    "Copy",
    "build_chronology",
    "build_event_log",
    "court_rows",
    "family_rows",
    "gives_away_who_told",
    "hides_who_told",
    "redact",
    "with_agencies",
    "with_choices",
    "with_words",
    "without_addresses",
]
