"""One file into the record of one meeting, whatever form the sheet has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.identifiers import slug
from autoadmin.domain.records import Entry, MeetingRecord, Section
from autoadmin.intake.sheets.drafted import refuse_what_was_drafted
from autoadmin.intake.sheets.entries import Scene, read_entry, with_ids
from autoadmin.intake.sheets.family_reading import read_family
from autoadmin.intake.sheets.labels import marked
from autoadmin.intake.sheets.lines import Line, in_pieces, plain
from autoadmin.intake.sheets.meeting_header import (
    each_once,
    find_meeting_day,
    read_meeting_header,
    read_running,
    read_unplaced,
)
from autoadmin.intake.sheets.names import People
from autoadmin.intake.sheets.remarks import Remarks
from autoadmin.intake.sheets.segments import Segment, cut
from autoadmin.intake.sheets.sheet_json import read_json_sheet
from autoadmin.intake.sheets.text_files import read_text_lines
from autoadmin.intake.sheets.word_files import read_word_lines

LARGEST = 30 * 1024 * 1024  # bytes; a year of one unit's sheets is smaller
READABLE = (".docx", ".md", ".txt", ".json")


def read_sheet(name: str, data: bytes) -> MeetingRecord:
    """Return the record in a discussion sheet; IntakeError says in a plain sentence why there is none."""
    ending = f".{name.rpartition('.')[2].casefold()}" if "." in name else ""
    if ending not in READABLE:
        raise IntakeError(f"Files ending in {ending or 'nothing'} are not read. Save it as {', '.join(READABLE)}.")
    if len(data) > LARGEST:
        raise IntakeError("It is larger than any discussion sheet. Take pictures out of it and send it again.")
    if ending == ".json":
        return read_json_sheet(name, data)
    remarks = Remarks(name)
    lines = read_word_lines(data, remarks) if ending == ".docx" else read_text_lines(data, remarks)
    if not lines:
        raise IntakeError("It holds no words. If the record is in a picture, type it, and send it again.")
    refuse_what_was_drafted(lines)
    return _record(name, data, lines, remarks)


def _record(name: str, data: bytes, lines: Sequence[Line], remarks: Remarks) -> MeetingRecord:
    body = [piece for line in lines if not line.is_running for piece in in_pieces(line)]
    running = [line for line in lines if line.is_running]
    segments = cut(body)
    met_on = find_meeting_day(body or running, name, remarks)
    header = read_meeting_header(segments[0].lines, remarks)
    read_running(running, header, remarks)
    attendees = each_once(header.attendees)
    names = [attendee.name for attendee in attendees] + [header.chair, header.notes_by]
    people = People(tuple(dict.fromkeys(name for name in names if name)))
    if not header.unit:
        remarks.doubt("", 'The sheet does not name the unit; it was kept under "Unit". Please add it.')
    key = f"{slug(header.unit or 'unit')}@{met_on}"
    scene = Scene(key, met_on, people, remarks, members=people)
    if not any(segment.family for segment in segments):
        remarks.doubt("", "No family was found in the sheet; everything was kept with the meeting.")
    discussions = tuple(
        read_family(segment.family, segment.heading, segment.lines, scene)
        for segment in segments
        if segment.family and segment.heading
    )
    entries = [*read_unplaced(header, scene), *_closing(segments[1:], scene)]
    return MeetingRecord(
        file=name,
        sha256=sha256(data).hexdigest(),
        unit=header.unit or "Unit",
        on=met_on,
        council=header.council,
        chair=people.full_name(header.chair) or header.chair,
        notes_by=people.full_name(header.notes_by) or header.notes_by,
        attendees=attendees,
        header=tuple(header.fields),
        headings=tuple(header.headings),
        discussions=discussions,
        entries=with_ids(entries, key),
        findings=remarks.findings(),
    )


def _closing(segments: Sequence[Segment], scene: Scene) -> list[Entry]:
    """Return what stands after the families and belongs to the meeting."""
    entries = []
    for segment in segments:
        if segment.family:
            continue
        if segment.is_doubtful:
            message = "This may be about another family; what follows was kept with the meeting. Give the family's id."
            scene.remarks.doubt(segment.lines[0].where, message, segment.lines[0].text)
        for line in segment.lines:
            section, words = marked(plain(line.text)) or (Section.OTHER, line.text)
            entries.append(replace(read_entry(words, line.where, section, scene), raw=line.text))
            message = "This line is not part of any family; it was kept with the meeting."
            scene.remarks.note(line.where, message, line.text)
    return entries
