"""The meeting itself: which unit, which day, who was there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.records import Attendee, Entry, HeaderField, Heading, Presence, Section
from autoadmin.intake.sheets.attendance import names_nobody, read_attendees
from autoadmin.intake.sheets.dates import DateFound, find_dates, read_date
from autoadmin.intake.sheets.entries import Scene, read_entry
from autoadmin.intake.sheets.labels import Labelled, header_field, is_carried, is_heading_like, labelled
from autoadmin.intake.sheets.lines import Line, plain
from autoadmin.intake.sheets.remarks import Remarks
from autoadmin.intake.sheets.synonyms import MEETING_LABEL_OF, normal
from autoadmin.intake.sheets.tables import Columns, is_labelled_row, read_attendee_row, read_head

LINES_OF_A_HEADER = 12
SOMETIME, ANOTHER_TIME = date(2020, 1, 1), date(2044, 7, 1)  # a date that is the same from both has its year
_UNIT = re.compile(
    r"\b(?P<unit>(?:unit|team)\s+(?:\d+|[A-Z]\b|[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?))(?:\s*[(\[,]\s*(?P<council>[^)\]]+?)\s*[)\]])?",
    re.IGNORECASE,
)
# "Notes from today. Here: Ruth, Tom."
_INNER = re.compile(r"[.;!]\s+(?P<label>present|here|attendance|in attendance|apologies)\s*:\s*(?P<value>\S.*)$", re.I)
_PRESENCES = {
    "present": Presence.PRESENT,
    "apologies": Presence.APOLOGIES,
    "guest": Presence.GUEST,
    "absent": Presence.ABSENT,
}


@dataclass(slots=True)
class MeetingHeader:
    """What the sheet says of the meeting, gathered line by line."""

    unit: str = ""
    council: str = ""
    chair: str = ""
    notes_by: str = ""
    attendees: list[Attendee] = field(default_factory=list)
    fields: list[HeaderField] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    unplaced: list[Line] = field(default_factory=list)


def find_meeting_day(lines: Sequence[Line], file: str, remarks: Remarks) -> date:
    """Return the day the meeting was held; IntakeError where the sheet does not say."""
    top = lines[:LINES_OF_A_HEADER]
    dated = [(line, found) for line in top if (found := _day_of(line))]
    dated.sort(key=lambda item: not _is_date_label(item[0]))
    for line, found in dated:
        if found.on:
            if found.doubt:
                remarks.doubt(line.where, found.doubt, found.raw)
            return found.on
    if named := re.search(r"(\d{4})-(\d{2})-(\d{2})", file):
        try:
            on = date(*map(int, named.groups()))
        except ValueError:
            on = None
        if on:
            remarks.doubt("", f"The sheet has no date; {on:%-d %B %Y} was taken from the name of the file.")
            return on
    raise IntakeError(
        'The day of the meeting is not given. Write it near the top with its year, as in "Date: 19 November 2026".'
    )


def read_meeting_header(lines: Sequence[Line], remarks: Remarks) -> MeetingHeader:
    """Return what the lines before the first family say; what fits nowhere is left in `unplaced`."""
    header = MeetingHeader()
    columns: Columns | None = None
    table = 0
    for number, line in enumerate(lines):
        if line.cells:
            columns = columns if line.table == table else None
            table = line.table
            columns = _read_row(line, columns, header, remarks)
        elif not _read_label(line, header, remarks) and not _read_title(line, number, header, remarks):
            header.unplaced.append(line)
    return header


def read_running(lines: Sequence[Line], header: MeetingHeader, remarks: Remarks) -> None:
    """Keep what stands at the head and foot of the pages with the header; it names the unit where nothing else does."""
    for line in lines:
        header.fields.append(HeaderField("", line.text, remarks.place(line.where)))
        if not header.unit:
            _take_unit(line.text, header)


def read_unplaced(header: MeetingHeader, scene: Scene) -> list[Entry]:
    """Return what stands before the families and is no header, as entries of the meeting, each with a note."""
    entries = []
    for line in header.unplaced:
        entries.append(read_entry(line.text, line.where, Section.OTHER, scene))
        scene.remarks.note(line.where, "This line is not part of any family; it was kept with the meeting.", line.text)
    return entries


def _day_of(line: Line) -> DateFound | None:
    """Return the date of a header line with its year typed; a year is never guessed for the meeting itself."""
    text = plain(line.text)
    anywhen = zip(find_dates(text, SOMETIME), find_dates(text, ANOTHER_TIME), strict=True)
    typed = [day for day, again in anywhen if day.on and day.on == again.on]
    if not typed or line.is_listed or (len(line.text) > 160 and not _is_date_label(line)):
        return None
    return typed[0]


def _is_date_label(line: Line) -> bool:
    found = labelled(plain(line.text))
    label = line.cells[0] if line.cells else found.label if found else ""
    return MEETING_LABEL_OF.get(normal(plain(label))) == "date"


def _read_row(line: Line, columns: Columns | None, header: MeetingHeader, remarks: Remarks) -> Columns | None:
    place = remarks.place(line.where)
    if columns is None and is_labelled_row(line.cells, MEETING_LABEL_OF) and not read_head(line, None):
        value = " ".join(" ".join(cell.split()) for cell in line.cells[1:] if cell.strip())
        header.fields.append(HeaderField("", line.text, place))
        _apply(normal(plain(line.cells[0])), value, line, header)
        return None
    if columns is None and (head := read_head(line, None)):
        header.headings.append(Heading(Section.OTHER, line.text, place))
        return head
    attendee = read_attendee_row(line, columns) if columns and columns.is_attendance else None
    if attendee:
        header.attendees.append(attendee)
        header.fields.append(HeaderField("", line.text, place))
    else:
        header.unplaced.append(line)
    return columns


def _read_label(line: Line, header: MeetingHeader, remarks: Remarks) -> bool:
    found = labelled(plain(line.text))
    inner = _INNER.search(plain(line.text))
    if found and is_carried(found.label):
        header.fields.append(header_field(line, found, remarks.place(line.where)))
        return True
    if (found is None or normal(found.label) not in MEETING_LABEL_OF) and inner:
        found = Labelled(inner["label"], inner["value"])
    if found is None or normal(found.label) not in MEETING_LABEL_OF:
        return False
    header.fields.append(header_field(line, found, remarks.place(line.where)))
    _apply(normal(found.label), found.value, line, header)
    if MEETING_LABEL_OF[normal(found.label)] == "present" and names_nobody(found.value):
        remarks.doubt(line.where, "The sheet does not name who was there; please give the names.", found.value)
    if "no clinician" in normal(found.value):
        remarks.note(line.where, "The sheet says that no clinician was there.")
    return True


def _apply(label: str, value: str, line: Line, header: MeetingHeader) -> None:
    match MEETING_LABEL_OF[label]:
        case "title" | "unit":
            _take_unit(value, header)
            header.unit = header.unit or value
        case "council":
            header.council = value
        case "chair":
            header.chair = _name(value)
        case "notes":
            header.notes_by = _name(value)
        case "present" | "apologies" | "guest" | "absent" as presence:
            header.attendees += read_attendees(value, _PRESENCES[presence])
        case _:
            pass  # date and clinician: read elsewhere, kept here as typed


def _read_title(line: Line, number: int, header: MeetingHeader, remarks: Remarks) -> bool:
    """Take a line that names the unit or is nothing but a date, near the top, as part of the header."""
    text = plain(line.text)
    is_title = line.level == 1 or (number < 3 and not line.is_listed and "meeting" in text.casefold())
    is_unit = number < LINES_OF_A_HEADER and not header.unit and len(text.split()) <= 12 and bool(_UNIT.search(text))
    is_date = number < LINES_OF_A_HEADER and read_date(text, SOMETIME) is not None
    if not (is_title or is_unit or is_date or (is_heading_like(line) and number == 0)):
        return False
    if not header.unit:
        _take_unit(text, header)
    header.fields.append(HeaderField("", line.text, remarks.place(line.where)))
    return True


def _take_unit(text: str, header: MeetingHeader) -> None:
    if found := _UNIT.search(re.sub(r"(?i)\bunit (?:meeting|case discussion)\b", " ", text)):
        unit = " ".join(found["unit"].split())
        header.unit = re.sub(
            r"(?i)\s+meeting$", "", unit[0].upper() + (unit[1:].lower() if unit.isupper() else unit[1:])
        )
        header.council = header.council or (found["council"] or "").strip()


def _name(value: str) -> str:
    found = read_attendees(value, Presence.PRESENT)
    return found[0].name if found else ""


def each_once(attendees: Sequence[Attendee]) -> tuple[Attendee, ...]:
    """Return each person once, the fullest account of each."""
    kept: dict[str, Attendee] = {}
    for attendee in attendees:
        before = kept.get(attendee.name.casefold())
        kept[attendee.name.casefold()] = replace(attendee, role=attendee.role or before.role) if before else attendee
    return tuple(kept.values())
