"""Tables of a sheet: who was there, decisions, actions, events and words said, each row one record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from autoadmin.domain.records import Attendee, Entry, Kind, Section
from autoadmin.intake.sheets.attendance import presence_of, read_attendees
from autoadmin.intake.sheets.children_meant import children_named
from autoadmin.intake.sheets.dates import first_date
from autoadmin.intake.sheets.duties import due_date, read_action, status_of
from autoadmin.intake.sheets.entries import Scene, read_entry
from autoadmin.intake.sheets.lines import Line, plain
from autoadmin.intake.sheets.moments import read_date_cell
from autoadmin.intake.sheets.synonyms import COLUMN_OF, normal


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column of a table holds, by position; empty for one nobody named."""

    roles: tuple[str, ...]

    def cell(self, line: Line, role: str) -> str:
        """Return the text under one column, or nothing."""
        for index, held in enumerate(self.roles):
            if held == role and index < len(line.cells):
                return " ".join(plain(row) for row in line.cells[index].splitlines())
        return ""

    @property
    def section(self) -> Section | None:
        """Return the section whose records the table holds, where its head says so."""
        held = set(self.roles)
        if "decision" in held:
            return Section.DECISIONS
        if "action" in held:
            return Section.ACTIONS
        if "event" in held:
            return Section.SINCE
        return Section.FAMILY_WORDS if "words" in held else None

    @property
    def is_attendance(self) -> bool:
        """Return whether the table says who was at the meeting."""
        return "name" in self.roles and bool({"role", "presence"} & set(self.roles))


def read_head(line: Line, section: Section | None) -> Columns | None:
    """Return the columns if a row is the head of a table; under "Actions" the column "What" holds the action."""
    roles = [COLUMN_OF.get(normal(plain(cell)), "") for cell in line.cells]
    if sum(bool(role) for role in roles) < max(2, len([cell for cell in line.cells if cell.strip()]) - 1):
        return None
    if "action" in roles and "decision" not in roles and section is Section.DECISIONS:
        roles[roles.index("action")] = "decision"
    return Columns(tuple(roles))


def read_attendee_row(line: Line, columns: Columns) -> Attendee | None:
    """Return the person in a row of an attendance table."""
    name, role = columns.cell(line, "name"), columns.cell(line, "role")
    presence, remark = presence_of(columns.cell(line, "presence"))
    found = read_attendees(name, presence)
    if not found:
        return None
    parts = [part for part in (found[0].remark, remark, columns.cell(line, "remark")) if part]
    return replace(found[0], role=(role or found[0].role).casefold(), remark=", ".join(parts))


def read_row(line: Line, columns: Columns | None, section: Section, scene: Scene) -> Entry:
    """Return the record in one row of a table under a section."""
    if columns is None or columns.section is None:
        return read_entry(line.text, line.where, section, scene)
    readers = {Section.DECISIONS: _decision, Section.ACTIONS: _action, Section.SINCE: _event}
    entry = readers.get(columns.section, _words)(line, columns, scene)
    return replace(entry, about=children_named(line.text, scene.children))


def _decision(line: Line, columns: Columns, scene: Scene) -> Entry:
    by = columns.cell(line, "by")
    return replace(
        _entry(line, Section.DECISIONS, scene, columns.cell(line, "decision")),
        why=columns.cell(line, "why"),
        authoriser=scene.people.full_name(by) or by,
        owner=_person(columns.cell(line, "owner"), scene),
        due_on=first_date(columns.cell(line, "due"), scene.met_on),
        on=first_date(columns.cell(line, "date"), scene.met_on),
    )


def _action(line: Line, columns: Columns, scene: Scene) -> Entry:
    task = columns.cell(line, "action")
    duty = read_action(task, scene.people, scene.met_on, scene.members)
    owner, due = columns.cell(line, "owner"), columns.cell(line, "due") or columns.cell(line, "date")
    named_due = due_date(due, scene.met_on) or due_date(f"by {due}", scene.met_on) if due else None
    if named_due and named_due.doubt:
        scene.remarks.doubt(line.where, named_due.doubt, due)
    if due and not (named_due and named_due.on):
        scene.remarks.doubt(line.where, "When this is due cannot be read as a date; the words were kept.", due)
    return replace(
        _entry(line, Section.ACTIONS, scene, task if owner else duty.text),
        owner=_person(owner, scene) or duty.owner,
        due_on=named_due.on if named_due else duty.due_on,
        status=status_of(f"{task} - {columns.cell(line, 'status')}"),
    )


def _event(line: Line, columns: Columns, scene: Scene) -> Entry:
    entry = read_entry(columns.cell(line, "event"), line.where, Section.SINCE, scene)
    author = _person(columns.cell(line, "source"), scene)
    entry = replace(entry, raw=line.text, author=author or entry.author)
    when = read_date_cell(columns.cell(line, "date"), scene.met_on)
    return replace(entry, on=when.on, precision=when.precision, on_words=when.on_words) if when.on else entry


def _words(line: Line, columns: Columns, scene: Scene) -> Entry:
    speaker = columns.cell(line, "speaker") or columns.cell(line, "name")
    when = read_date_cell(columns.cell(line, "date"), scene.met_on)
    words = columns.cell(line, "words")
    entry = replace(_entry(line, Section.FAMILY_WORDS, scene, words), speaker=_person(speaker, scene))
    return replace(entry, on=when.on, precision=when.precision, on_words=when.on_words)


def _entry(line: Line, section: Section, scene: Scene, text: str) -> Entry:
    """Return an entry of a row; the whole row is kept as it was typed, whatever was read from it."""
    kinds = {Section.DECISIONS: Kind.DECISION, Section.ACTIONS: Kind.ACTION, Section.FAMILY_WORDS: Kind.SAID}
    if not text:
        scene.remarks.doubt(
            line.where, "This row has nothing in its main column; the row was kept as typed.", line.text
        )
    return Entry("", section, kinds[section], text or line.text, line.text, scene.remarks.place(line.where))


def _person(typed: str, scene: Scene) -> str:
    return scene.people.full_name(typed) or typed.strip()


def is_labelled_row(cells: Sequence[str], known: dict[str, str]) -> bool:
    """Return whether a row is a label and its value: "Date | Wednesday 18 November 2026"."""
    return len(cells) >= 2 and normal(plain(cells[0])) in known
