"""ssd_person: who the bundle knows, and their births and deaths."""

from __future__ import annotations

from datetime import date

from autoadmin.domain.extracts import KnownPerson, RecordCount
from autoadmin.domain.findings import Severity
from autoadmin.domain.identifiers import ChildId
from autoadmin.intake.extracts.birth import SEXED_UNBORN, SEXES, Birth, read_birth
from autoadmin.intake.extracts.bundle_reading import BundleReading, is_refused
from autoadmin.intake.extracts.cells import Id, read_words
from autoadmin.intake.extracts.csv_table import CsvTable
from autoadmin.intake.extracts.dates import NOTHING, OLDEST_BIRTH, Reading

NO_ID = "a row without an id: not taken"
TWICE = "the same person again: not taken a second time"
TWICE_OTHERWISE = "the same id again with other details: the first are used; two people may have been merged"
NO_NAMES = "no names: people can be matched by id only"
MARKED = "the name marks a record that is a duplicate or not to be used; check which record is the right one"
UNKNOWN_SEX = "is none of M, F, U (or 1, 2): the sex is left open"
ETHNICITIES = {"CNHE": "CHNE", "MWBa": "MWBA", "??": ""}

CODES = {"pers_dob": "BIRTH", "pers_expected_dob": "EXPECTED_BIRTH", "pers_death_date": "DEATH"}


def read_persons(reading: BundleReading, table: CsvTable) -> None:
    """Fill the people of the reading and their events of birth and death."""
    people: dict[ChildId, KnownPerson] = {}
    reader = _PersonReader(reading, table)
    dropped = duplicates = 0
    for number, cells in table.rows:
        person = reader.person(number, cells)
        if person is None:
            dropped += 1
            continue
        first = people.setdefault(person.id, person)
        if first is not person:
            duplicates += 1
            same = _same(first, person)
            severity = Severity.NOTE if same else Severity.DOUBTED
            reading.ledger.add(severity, table.file, TWICE if same else TWICE_OTHERWISE, number, raw=person.id)
    if people and not any(person.name for person in people.values()):
        reading.ledger.add(Severity.NOTE, table.file, NO_NAMES)
    taken = len(table.rows) - dropped - duplicates
    reading.people = people
    reading.counts.append(RecordCount(table.file, table.records, taken, duplicates, dropped + table.shifted))
    for person in people.values():
        reader.add_events(person)


class _PersonReader:
    def __init__(self, reading: BundleReading, table: CsvTable) -> None:
        self._reading, self._table = reading, table
        self._ids = reading.ids(table, "pers_person_id")
        self._dates = {
            column: reading.dates(table, column, date(1990, 1, 1) if column != "pers_dob" else OLDEST_BIRTH)
            for column in CODES
        }
        reading.carries |= {
            code
            for column, code in CODES.items()
            if column in table.columns and table.rows and not is_refused(self._dates[column])
        }
        self._cells_of: dict[ChildId, tuple[int, list[str]]] = {}

    def person(self, number: int, cells: list[str]) -> KnownPerson | None:
        """Return the person in a row, or None with a finding where it has no id."""
        read = self._ids.get(self._cell(cells, "pers_person_id"), Id(""))
        if read.remark:
            self._note(read.severity, read.remark, number, "pers_person_id", cells)
        if not read.text:
            self._note(Severity.DROPPED, NO_ID, number, "pers_person_id", cells)
            return None
        birth = self._birth(number, cells)
        person = KnownPerson(
            id=ChildId(read.text),
            source=self._reading.source(self._table.file, number, "pers_person_id", read.text),
            name=self._name(cells, number),
            born_on=birth.born_on,
            expected_on=birth.expected_on,
            died_on=self._date(number, cells, "pers_death_date").on,
            sex=self._sex(number, cells),
            ethnicity=self._ethnicity(cells),
            upn=read_words(self._cell(cells, "pers_upn")),
            is_expected_estimated=birth.is_estimated,
        )
        if person.is_unborn and person.sex in ("M", "F"):
            self._note(Severity.DOUBTED, SEXED_UNBORN, number, "pers_sex", cells)
        self._cells_of.setdefault(person.id, (number, cells))
        return person

    def add_events(self, person: KnownPerson) -> None:
        """Add the events of a person: born or expected, and died."""
        number, cells = self._cells_of[person.id]
        expected_in = "pers_expected_dob" if self._dates_in(cells, "pers_expected_dob").on else "pers_dob"
        days = {
            "BIRTH": (person.born_on, "pers_dob"),
            "EXPECTED_BIRTH": (person.expected_on if person.is_unborn else None, expected_in),
            "DEATH": (person.died_on, "pers_death_date"),
        }
        for code, (on, column) in days.items():
            source = self._reading.source(self._table.file, number, column, self._cell(cells, column))
            event = self._reading.event(code, person.id, Reading(on), source, {})
            if event is not None:
                self._reading.harvest.add(event)

    def _birth(self, number: int, cells: list[str]) -> Birth:
        born, expected = self._date(number, cells, "pers_dob"), self._date(number, cells, "pers_expected_dob")
        birth = read_birth(born.on, expected.on, self._reading.manifest.extract_on)
        if birth.severity:
            column = "pers_dob" if born.on or not expected.on else "pers_expected_dob"
            self._note(birth.severity, birth.message, number, column, cells)
        return birth

    def _date(self, number: int, cells: list[str], column: str) -> Reading:
        read = self._dates_in(cells, column)
        if read.fault:
            self._note(read.severity, read.fault, number, column, cells)
        return read

    def _dates_in(self, cells: list[str], column: str) -> Reading:
        return self._dates[column].get(self._cell(cells, column), NOTHING)

    def _name(self, cells: list[str], number: int) -> str:
        name = " ".join(
            filter(None, (read_words(self._cell(cells, part)) for part in ("pers_forename", "pers_surname")))
        )
        if "duplicate" in name.casefold() or "do not use" in name.casefold():
            self._note(Severity.DOUBTED, MARKED, number, "pers_surname", cells)
        return name

    def _sex(self, number: int, cells: list[str]) -> str:
        said = read_words(self._cell(cells, "pers_sex"))
        sex = SEXES.get(said.upper(), "")
        if said and not sex:
            self._note(Severity.DOUBTED, UNKNOWN_SEX, number, "pers_sex", cells)
        return sex

    def _ethnicity(self, cells: list[str]) -> str:
        said = read_words(self._cell(cells, "pers_ethnicity"))
        return ETHNICITIES.get(said, said)

    def _cell(self, cells: list[str], column: str) -> str:
        index = self._table.columns.get(column)
        return "" if index is None else cells[index]

    def _note(self, severity: Severity, message: str, number: int, column: str, cells: list[str]) -> None:
        self._reading.ledger.add(severity, self._table.file, message, number, column, self._cell(cells, column))


def _same(one: KnownPerson, other: KnownPerson) -> bool:
    return (one.name, one.born_on, one.expected_on, one.died_on, one.sex) == (
        other.name,
        other.born_on,
        other.expected_on,
        other.died_on,
        other.sex,
    )
