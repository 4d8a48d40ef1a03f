"""One element of the census at a time: its text, its date, the event that it makes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from lxml import etree

from autoadmin.domain.events import Event, Source
from autoadmin.domain.findings import Place, Severity
from autoadmin.domain.identifiers import ChildId
from autoadmin.intake.extracts.census_shape import children_of, line_of, tag_of
from autoadmin.intake.extracts.harvest import Harvest, Span
from autoadmin.intake.extracts.ledger import Ledger

KIND = "children-in-need census"
ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:Z|[+-]\d\d:\d\d|T.*)?", re.ASCII)
EARLIEST = date(1990, 1, 1)  # before this a date outside birth dates is a sentinel

NOT_ISO = "is not a date in the census's own form YYYY-MM-DD: not taken, because day and month would be a guess"
SENTINEL = "a date before 1990 stands for no date: read as none"
REPEATED = "is given twice where only one is allowed: the first is used"
SAID_TWICE = "said more than once for the same child: one event"
TRUE = {"1": "true", "true": "true", "y": "true", "0": "false", "false": "false", "n": "false"}


class CensusReading:
    """What reading one return has gathered so far: its events, spans and findings."""

    def __init__(self, file: str, extract_on: date, ledger: Ledger) -> None:
        self.file = file
        self.extract_on = extract_on
        self.ledger = ledger
        self.harvest = Harvest()

    def doubt(self, element: etree._Element, message: str) -> None:
        """Note that a person should look at this element; its value is kept."""
        self.note(Severity.DOUBTED, element, message)

    def note(self, severity: Severity, element: etree._Element, message: str) -> None:
        """Note something about one element, by line and name."""
        self.ledger.add(severity, self.file, message, line_of(element), tag_of(element), (element.text or "").strip())

    def only(self, parent: etree._Element, tag: str) -> etree._Element | None:
        """Return the one child element of that name with something in it; more than one is doubted."""
        found = [child for child in children_of(parent, tag) if (child.text or "").strip()]
        for extra in found[1:]:
            self.doubt(extra, REPEATED)
        return found[0] if found else None

    def text(self, parent: etree._Element, tag: str) -> str:
        """Return the text of the one child element of that name, or an empty string."""
        element = self.only(parent, tag)
        return "" if element is None else (element.text or "").strip()

    def flag(self, parent: etree._Element, tag: str) -> str:
        """Return "true", "false", what else stands there, or an empty string."""
        said = self.text(parent, tag)
        return TRUE.get(said.casefold(), said)

    def date_in(self, element: etree._Element | None, earliest: date = EARLIEST) -> date | None:
        """Return the ISO date in an element; any other writing is noted and not taken."""
        if element is None:
            return None
        try:
            year, month, day = (ISO.fullmatch((element.text or "").strip()) or _no_match()).groups()
            on = date(int(year), int(month), int(day))
        except ValueError:
            self.note(Severity.DROPPED, element, NOT_ISO)
            return None
        if on < earliest:
            self.note(Severity.DROPPED, element, SENTINEL)
            return None
        return on

    def date_of(self, parent: etree._Element, tag: str) -> date | None:
        """Return the date in the one child element of that name."""
        return self.date_in(self.only(parent, tag))

    def source(self, element: etree._Element) -> Source:
        """Return where an element stands."""
        line, tag = line_of(element), tag_of(element)
        place = Place(self.file, f"line {line}, {tag}", line, tag)
        return Source(place, (element.text or "").strip(), KIND, self.extract_on)

    def event(
        self, child: ChildId, code: str, on: date | None, element: etree._Element | None, fields: Mapping[str, str]
    ) -> bool:
        """Add an event where there is a date; return whether there is one."""
        if on is None or element is None:
            return False
        said = {name: value for name, value in fields.items() if value}
        event = Event(code, on, self.source(element), child, fields=said)
        standing = self.harvest.add(event, (code, child, on) if code == "ICPC_HELD" else None)
        if standing is not event:
            self.note(Severity.NOTE, element, SAID_TWICE)
        return True

    def span(
        self, child: ChildId, kind: str, start: etree._Element | None, start_on: date | None, end: date | None
    ) -> None:
        """Keep what runs from one date to another."""
        if start is not None and start_on is not None:
            self.harvest.add_span(Span(child, kind, start_on, end, self.file, line_of(start)))


def _no_match() -> re.Match[str]:
    raise ValueError
