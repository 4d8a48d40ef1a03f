"""The numbered list of where things were read: one number for each distinct place, in order of first use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from autoadmin.domain.clocks import DISCUSSION_SHEET
from autoadmin.domain.events import Source
from autoadmin.domain.findings import Place
from autoadmin.domain.held import HeldMeeting
from autoadmin.drafting.wording import Wording, day_words


@dataclass(frozen=True, slots=True)
class Record:
    """A sheet or an extract of a day, in words, and the numbers of the places cited in it."""

    what: str
    numbers: dict[str, int]


class SourceList:
    """Numbers sources as they are cited and lists them at the end."""

    def __init__(self, meetings: Iterable[HeldMeeting]) -> None:
        self._sheets = {(meeting.record.file, meeting.record.on): meeting for meeting in meetings}
        self._records: dict[tuple[str, str, date | None], Record] = {}  # by file, kind and day
        self._numbers: dict[tuple[str, str], dict[str, int]] = {}  # by the words for a record and its file
        self._cited: list[tuple[str, str, str]] = []  # what, file and where in it; the first has the number 1

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
        return self._record(source).what

    def cite_in_words(self, sources: Sequence[Source]) -> tuple[str, str]:
        """Return what some sources are, each once, and the numbers that `cite` returns."""
        if len(sources) != 1:
            return "; ".join(dict.fromkeys(map(self.what, sources))), self.cite(*sources)
        record = self._record(sources[0])
        return record.what, str(self._number_in(record, sources[0].place))

    def reference(self, source: Source) -> str:
        """Return a source as a court chronology cites it: what it is and where in it."""
        where = source.place.where
        return Wording.REFERENCE.format(what=self.what(source), where=where) if where else self.what(source)

    def listed(self) -> list[dict[str, object]]:
        """Return every source cited so far as `ref`, `what` and `where`."""
        in_file = Wording.WHERE.format
        return [
            {"ref": number, "what": what, "where": in_file(where=where, file=file) if where else file}
            for number, (what, file, where) in enumerate(self._cited, start=1)
        ]

    def listed_without_files(self) -> list[dict[str, object]]:
        """Return the same for a document that leaves the unit: the name of a file may be another family's."""
        return [
            {"ref": number, "what": what, "where": where or Wording.NONE_RECORDED.value}
            for number, (what, _, where) in enumerate(self._cited, start=1)
        ]

    def _number(self, source: Source) -> int:
        return self._number_in(self._record(source), source.place)

    def _number_in(self, record: Record, place: Place) -> int:
        """Return the number of a place in a record; its row and column are in the words for where it is."""
        number = record.numbers.get(place.where)
        if number is None:
            self._cited.append((record.what, place.file, place.where))
            number = record.numbers[place.where] = len(self._cited)
        return number

    def _record(self, source: Source) -> Record:
        key = (source.place.file, source.kind, source.stated_on)
        record = self._records.get(key)
        if record is None:
            what = self._what(source)
            record = self._records[key] = Record(what, self._numbers.setdefault((what, source.place.file), {}))
        return record

    def _what(self, source: Source) -> str:
        sheet = self._sheets.get((source.place.file, source.stated_on)) if source.stated_on else None
        if sheet is not None:
            return Wording.SHEET.format(unit=sheet.record.unit, day=day_words(sheet.record.on))
        kind = source.kind[:1].upper() + source.kind[1:] or Wording.SOURCE.value
        return Wording.STATED.format(what=kind, day=day_words(source.stated_on)) if source.stated_on else kind
