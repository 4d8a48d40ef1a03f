"""The numbered list of where things were read: one number for each distinct place, in order of first use."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from autoadmin.domain.clocks import DISCUSSION_SHEET
from autoadmin.domain.events import Source
from autoadmin.domain.findings import Place
from autoadmin.domain.held import HeldMeeting
from autoadmin.drafting.wording import Wording, day_words


class SourceList:
    """Numbers sources as they are cited and lists them at the end."""

    def __init__(self, meetings: Iterable[HeldMeeting]) -> None:
        self._sheets = {(meeting.record.file, meeting.record.on): meeting for meeting in meetings}
        self._whats: dict[tuple[str, str, date | None], str] = {}
        self._numbers: dict[tuple[str, str, str], int] = {}  # by what, file and where in it

    def cite(self, *sources: Source) -> str:
        """Return the numbers of some sources: "3", or "3, 4"."""
        if len(sources) == 1:
            return str(self._number(sources[0]))
        numbers = {self._number(source) for source in sources}
        return ", ".join(str(number) for number in sorted(numbers))

    def cite_place(self, place: Place, met_on: date) -> str:
        """Return the number of a place in the discussion sheet of a meeting; two sheets may share a file name."""
        return self.cite(Source(place, kind=DISCUSSION_SHEET, stated_on=met_on))

    def what(self, source: Source) -> str:
        """Return what was read: "Discussion sheet of Unit 4, 19 November 2026", or the extract and its date."""
        key = (source.place.file, source.kind, source.stated_on)
        what = self._whats.get(key)
        if what is None:
            what = self._whats[key] = self._what(source)
        return what

    def reference(self, source: Source) -> str:
        """Return a source as a court chronology cites it: what it is and where in it."""
        where = source.place.where
        return Wording.REFERENCE.format(what=self.what(source), where=where) if where else self.what(source)

    def listed(self) -> list[dict[str, object]]:
        """Return every source cited so far as `ref`, `what` and `where`."""
        return [_listed(number, what, _in_file(file, where)) for (what, file, where), number in self._numbers.items()]

    def listed_without_files(self) -> list[dict[str, object]]:
        """Return the same for a document that leaves the unit: the name of a file may be another family's."""
        shown = ((number, what, where) for (what, _, where), number in self._numbers.items())
        return [_listed(number, what, where or Wording.NONE_RECORDED.value) for number, what, where in shown]

    def _what(self, source: Source) -> str:
        sheet = self._sheets.get((source.place.file, source.stated_on)) if source.stated_on else None
        if sheet is not None:
            return Wording.SHEET.format(unit=sheet.record.unit, day=day_words(sheet.record.on))
        kind = source.kind[:1].upper() + source.kind[1:] or Wording.SOURCE.value
        return Wording.STATED.format(what=kind, day=day_words(source.stated_on)) if source.stated_on else kind

    def _number(self, source: Source) -> int:
        place = source.place
        same = (self.what(source), place.file, place.where)  # row and column are in the words of `where`
        return self._numbers.setdefault(same, len(self._numbers) + 1)


def _listed(number: int, what: str, where: str) -> dict[str, object]:
    return {"ref": number, "what": what, "where": where}


def _in_file(file: str, where: str) -> str:
    return Wording.WHERE.format(where=where, file=file) if where else file
