"""One family's part of a sheet: people and status first, then what was recorded under each heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from autoadmin.domain.events import Event
from autoadmin.domain.identifiers import FamilyId
from autoadmin.domain.records import (
    Discussion,
    Entry,
    HeaderField,
    Heading,
    Kind,
    RecordedAdult,
    RecordedChild,
    Section,
)
from autoadmin.intake.sheets.bookings import bookings
from autoadmin.intake.sheets.entries import Scene, read_entry, with_ids
from autoadmin.intake.sheets.family_people import read_adults, read_children
from autoadmin.intake.sheets.labels import (
    FamilyHeading,
    Labelled,
    begins_section,
    header_field,
    is_carried,
    is_heading_like,
    labelled,
    labelled_by_first_word,
    marked,
    section_of,
)
from autoadmin.intake.sheets.lines import Line, is_numbered, plain
from autoadmin.intake.sheets.moments import sentences_by_date
from autoadmin.intake.sheets.outstanding import outstanding_plans
from autoadmin.intake.sheets.prose_events import prose_events
from autoadmin.intake.sheets.statuses import birth_events, enquiry_events, status_events
from autoadmin.intake.sheets.synonyms import FAMILY_LABEL_OF, OTHER_KIND_OF, normal
from autoadmin.intake.sheets.tables import Columns, is_labelled_row, read_head, read_row

_NOTHING = re.compile(r"^(?:none|nil|n/?a|nothing(?: new| to report)?)[.!]?$", re.IGNORECASE)


@dataclass(slots=True)
class _Family:
    """What is gathered while a family's lines are read."""

    children: tuple[RecordedChild, ...] = ()
    adults: tuple[RecordedAdult, ...] = ()
    worker: str = ""
    status: str = ""
    minutes: int | None = None
    family_id: str = ""
    header: list[HeaderField] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    statuses: list[tuple[str, str]] = field(default_factory=list)  # text and where
    births: tuple[str, str] = ("", "")


def read_family(named: FamilyHeading, heading: Line, lines: Sequence[Line], scene: Scene) -> Discussion:
    """Return the discussion of one family; every line under its heading is in it."""
    family = _Family(family_id=named.id)
    body = _read_header(lines, family, scene)
    listed = [child.name for child in family.children] + [adult.name for adult in family.adults]
    scene = replace(scene, children=family.children, people=scene.people.and_also(listed))
    if family.births[0]:
        family.events += birth_events(family.children, *family.births, scene)
    for text, where in family.statuses:
        family.events += status_events(text, where, scene)
    _read_body(body, family, scene)
    key = f"{scene.meeting_key}/{named.id or named.name}"
    entries = with_ids(family.entries, key)
    told = family.events
    events = (
        *told,
        *prose_events(entries, told, scene),
        *outstanding_plans(entries, told, scene),
        *bookings(entries, told, scene),
    )
    return Discussion(
        family_name=named.name,
        place=scene.remarks.place(heading.where),
        family_id=FamilyId(_id(family.family_id)) if family.family_id else None,
        heading=heading.text,
        children=family.children,
        adults=family.adults,
        worker=scene.people.full_name(family.worker) or family.worker,
        status=family.status,
        minutes_spent=family.minutes,
        header=tuple(family.header),
        headings=tuple(family.headings),
        entries=entries,
        events=_each_once(events),
    )


def _id(typed: str) -> str:
    return re.sub(r"\s+", "-", typed.strip()).upper()


def _each_once(events: Sequence[Event]) -> tuple[Event, ...]:
    return tuple({event.key: event for event in reversed(events)}.values())[::-1]


def _read_header(lines: Sequence[Line], family: _Family, scene: Scene) -> list[Line]:
    """Take the labelled lines before the first heading, and those of people and status anywhere; return the others."""
    body: list[Line] = []
    is_before_sections = True
    for line in lines:
        if is_before_sections and begins_section(line):
            is_before_sections = False
        found = _labelled(line) if not line.cells else None
        label = FAMILY_LABEL_OF.get(normal(found.label), "") if found else ""
        if (
            line.cells
            and is_before_sections
            and is_labelled_row(line.cells, FAMILY_LABEL_OF)
            and not read_head(line, None)
        ):
            value = " ".join(" ".join(cell.split()) for cell in line.cells[1:] if cell.strip())
            family.header.append(HeaderField("", line.text, scene.remarks.place(line.where)))
            _apply(FAMILY_LABEL_OF[normal(plain(line.cells[0]))], value, line, family, scene)
        elif found and (label and not line.is_listed) and (is_before_sections or label in {"children", "minutes"}):
            family.header.append(header_field(line, found, scene.remarks.place(line.where)))
            _apply(label, found.value, line, family, scene)
        elif found and is_before_sections and is_carried(found.label):
            family.header.append(header_field(line, found, scene.remarks.place(line.where)))
        else:
            body.append(line)
    return body


def _labelled(line: Line) -> Labelled | None:
    """Return the label and value of a line; of people and status, without the colon too."""
    text = plain(line.text)
    found = labelled(text)
    return found if found and normal(found.label) in FAMILY_LABEL_OF else labelled_by_first_word(text) or found


def _apply(label: str, value: str, line: Line, family: _Family, scene: Scene) -> None:
    match label:
        case "children":
            family.children += read_children(value, scene.met_on, scene.remarks, line.where)
            family.births = (line.text, line.where)
        case "adults":
            family.adults += read_adults(value)
        case "worker":
            family.worker = value
        case "status":
            family.status = value
            family.statuses.append((value, line.where))
        case "minutes":
            number = re.search(r"\d+", value)
            family.minutes = int(number[0]) if number else None
        case "family_id":
            family.family_id = family.family_id or value
        case _:
            pass


def _read_body(lines: Sequence[Line], family: _Family, scene: Scene) -> None:
    section: Section | None = None
    kind: Kind | None = None
    columns: Columns | None = None
    table = 0
    for line in lines:
        if line.cells:
            columns = columns if line.table == table else None
            table = line.table
            if columns is None and (columns := read_head(line, section)):
                family.headings.append(Heading(section or Section.OTHER, line.text, scene.remarks.place(line.where)))
                continue
            family.entries.append(read_row(line, columns, section or Section.OTHER, scene))
            continue
        heading, rest = _heading(line)
        if heading is None and section and _NOTHING.match(plain(line.text)):
            family.headings.append(Heading(section, line.text, scene.remarks.place(line.where)))
            continue
        if heading is None:
            family.entries += _entries(line.text, line, section, kind, family, scene)
            continue
        words = line.text.removesuffix(rest)
        family.headings.append(Heading(heading[0], words, scene.remarks.place(line.where)))
        if heading == (Section.OTHER, None):
            scene.remarks.note(line.where, "This heading is not known; what stands under it was kept as other.", words)
        if rest:
            family.entries += _entries(rest, line, *heading, family, scene)
        if not rest or heading[0] is Section.SINCE:  # "worry: ..." in a hurried note is about its own line alone
            section, kind = heading


def _heading(line: Line) -> tuple[tuple[Section, Kind | None] | None, str]:
    """Return the section that a line begins, with the kind it gives, and what is recorded on the same line."""
    if line.is_aside:
        return None, ""
    text = plain(line.text)
    is_set_apart = not line.is_listed or is_heading_like(line) or is_numbered(line.text)
    if (section := section_of(text)) is not None and is_set_apart:
        return (section, OTHER_KIND_OF.get(normal(text))), ""
    found = labelled(text)
    if found and (section := section_of(found.label)) is not None and not marked(text):
        if not found.value:
            return (section, OTHER_KIND_OF.get(normal(found.label))), ""
        if section is not Section.OTHER and not line.is_listed:
            return (section, None), found.value
    if is_heading_like(line) and not line.is_listed:
        return (Section.OTHER, None), ""
    return None, ""


def _entries(
    raw: str, line: Line, section: Section | None, kind: Kind | None, family: _Family, scene: Scene
) -> list[Entry]:
    """Return the entries of one line: what a marker before it says it is, else what the heading above says."""
    if found := marked(plain(raw)):
        entry = read_entry(found[1], line.where, found[0], scene)
        return [replace(entry, raw=raw)]
    place = section or Section.OTHER
    if section is None and not line.is_listed:
        family.events += enquiry_events(plain(raw), line.where, scene)
    if section is None:
        scene.remarks.note(line.where, "This line stands under no heading; it was kept as other.", raw)
    is_told = place in {Section.SINCE, Section.OTHER} and not line.is_aside
    pieces = sentences_by_date(raw, scene.met_on) if is_told else (raw,)
    return [read_entry(piece, line.where, place, scene, kind=kind) for piece in pieces]
