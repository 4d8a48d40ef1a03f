"""The table ssd_person: the children that the case system knows."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from autoadmin.domain.extracts import KnownPerson, RecordCount
from autoadmin.domain.findings import Severity
from autoadmin.domain.identifiers import ChildId
from autoadmin.intake.extracts.birth import SEXED_UNBORN, SEXES, Birth, read_birth
from autoadmin.intake.extracts.bundle_reading import BundleReading
from autoadmin.intake.extracts.columns import DateColumn, Row, id_column, word_column
from autoadmin.intake.extracts.csv_table import CsvTable
from autoadmin.intake.extracts.dates import OLDEST_BIRTH
from autoadmin.intake.extracts.tables import PERSON
from autoadmin.intake.extracts.telling import Told

ETHNICITIES: Final = {"CNHE": "CHNE", "MWBa": "MWBA", "??": ""}  # SSD guidance; a slip and "unknown" in Eclipse
DUPLICATE: Final = re.compile(r"duplicate|do not use", re.IGNORECASE)

NO_TABLE = "the bundle has no ssd_person.csv: children are known by their ids alone"
NO_ID = "a person without an id cannot be told from any other: not taken"
NOT_THE_FIRST = (
    "the date of birth, sex or ethnicity is not what another list or file says of this child: the first is used"
)
TWICE = "the same person again: told once"
TWICE_OTHERWISE = "the same person id again, with other details: the first are used; check"
NO_NAMES = "the table holds no names: some systems leave them out"
NAMELESS = "a person without a name"
SAYS_DUPLICATE = "the name says that this record is not to be used: check which record is the right one"
UNKNOWN_SEX = "is none of M, F, U (or 1, 2, 0, 9): the sex is left open"
ETHNICITY = "an ethnicity code that some systems spell otherwise: written as in the census"


def read_people(reading: BundleReading) -> None:
    """Add the people, and their births and deaths as events."""
    table = reading.tables.get(PERSON)
    if table is None:
        reading.ledger.add(Severity.DOUBTED, PERSON, NO_TABLE)
        return
    people = _People(reading, table)
    for number, row in table.rows:
        people.read(number, row)
    reading.registered = frozenset(reading.people)
    reading.counts.append(
        RecordCount(table.file, table.records, people.taken, people.again, people.dropped + table.shifted)
    )
    reading.carries |= people.carries


def read_people_in_part(reading: BundleReading, table: CsvTable) -> list[tuple[int, Told | None]]:
    """Add the people that a wider table names beside its own facts; return what each row told of them."""
    people = _People(reading, table)
    told = [(number, people.meet(number, row)) for number, row in table.rows]
    reading.carries |= people.carries
    return told


class _People:
    def __init__(self, reading: BundleReading, table: CsvTable) -> None:
        self._met: set[tuple[str, ...]] = set()
        self._cells = sorted(table.columns.values())
        self.taken = self.again = self.dropped = 0
        self._reading, self._file, self._ledger = reading, table.file, reading.ledger
        order = reading.manifest.order
        self._id = id_column(table, "pers_person_id", self._ledger)
        self._born = DateColumn(table, "pers_dob", order, self._ledger, OLDEST_BIRTH)
        self._expected = DateColumn(table, "pers_expected_dob", order, self._ledger)
        self._died = DateColumn(table, "pers_death_date", order, self._ledger)
        names = ("pers_forename", "pers_surname", "pers_sex", "pers_ethnicity", "pers_upn")
        self._words = {name: word_column(table, name, self._ledger) for name in names}
        self._has_names = not (self._words["pers_forename"].is_absent and self._words["pers_surname"].is_absent)
        if not self._has_names and not table.is_part:
            self._ledger.add(Severity.DOUBTED, self._file, NO_NAMES)

    @property
    def carries(self) -> set[str]:
        """Return the codes that the table could have shown."""
        columns = {"BIRTH": self._born, "EXPECTED_BIRTH": self._expected, "DEATH": self._died}
        return {code for code, column in columns.items() if self.taken and not (column.is_absent or column.is_mixed)}

    def read(self, number: int, row: Row) -> None:
        """Take one person; a second row about the same one adds nothing."""
        child = ChildId(self._id.at(number, row))
        if not child:
            self._ledger.add(Severity.DROPPED, self._file, NO_ID, number, "pers_person_id")
            self.dropped += 1
            return
        person = self._person(child, number, row)
        first = self._reading.people.setdefault(child, person)
        if first is not person:
            self.again += 1
            is_same = _particulars(first) == _particulars(person)
            self._note(Severity.NOTE if is_same else Severity.DOUBTED, TWICE if is_same else TWICE_OTHERWISE, number)
            return
        self.taken += 1
        self._check(person, number)
        self._tell(person, number, row)

    def meet(self, number: int, row: Row) -> Told | None:
        """Take a person who is new; of one known complete what nobody said, and doubt what is said otherwise."""
        cells = tuple(row[index] for index in self._cells)
        if cells in self._met:
            return Told.AGAIN
        self._met.add(cells)
        person = self._person(ChildId(self._id.at(number, row)), number, row)
        first = self._reading.people.setdefault(person.id, person)
        if first is person:
            self.taken += 1
            self._check(person, number)
            self._tell(person, number, row)
            return Told.NEW
        pairs = zip(_particulars(first)[1:6], _particulars(person)[1:6], strict=True)
        if any(one and other and one != other for one, other in pairs):
            raw = "; ".join(filter(None, (self._born.raw(row), person.sex, person.ethnicity)))
            self._note(Severity.DOUBTED, NOT_THE_FIRST, number, raw)
            return Told.AGAIN
        if person.born_on and not (first.born_on or first.expected_on):
            self._tell(person, number, row)
        self._reading.people[person.id] = _completed(first, person)
        return Told.AGAIN

    def _person(self, child: ChildId, number: int, row: Row) -> KnownPerson:
        words = {name: column.at(number, row) for name, column in self._words.items()}
        birth = self._birth(number, row)
        return KnownPerson(
            id=child,
            source=self._reading.source(self._file, number, "", ""),
            name=" ".join(filter(None, (words["pers_forename"], words["pers_surname"]))),
            born_on=birth.born_on,
            expected_on=birth.expected_on,
            died_on=self._died.at(number, row).on,
            sex=self._sex(words["pers_sex"], number),
            ethnicity=self._ethnicity(words["pers_ethnicity"], number),
            upn=words["pers_upn"],
            is_expected_estimated=birth.is_estimated,
        )

    def _birth(self, number: int, row: Row) -> Birth:
        born, expected = self._born.at(number, row), self._expected.at(number, row)
        birth = read_birth(born.on, expected.on, self._reading.manifest.extract_on)
        if birth.severity:
            raw = "; ".join(filter(None, (self._born.raw(row), self._expected.raw(row))))
            self._note(birth.severity, birth.message, number, raw)
        return birth

    def _sex(self, said: str, number: int) -> str:
        sex = SEXES.get(said.upper(), "")
        if said and not sex:
            self._note(Severity.DOUBTED, UNKNOWN_SEX, number, said)
        return sex

    def _ethnicity(self, said: str, number: int) -> str:
        if said not in ETHNICITIES:
            return said
        self._note(Severity.REPAIRED, ETHNICITY, number, said)
        return ETHNICITIES[said]

    def _check(self, person: KnownPerson, number: int) -> None:
        if person.is_unborn and person.sex in ("M", "F"):
            self._note(Severity.DOUBTED, SEXED_UNBORN, number)  # census rule 8750
        if DUPLICATE.search(person.name):
            self._note(Severity.DOUBTED, SAYS_DUPLICATE, number)
        if self._has_names and not person.name:
            self._note(Severity.NOTE, NAMELESS, number)

    def _tell(self, person: KnownPerson, number: int, row: Row) -> None:
        """Add birth, expected birth and death, each read from the column that gave its date."""
        born, expected, died = (column.at_quietly(row) for column in (self._born, self._expected, self._died))
        add, event = self._reading.harvest.add, self._reading.event
        if person.born_on and (told := event("BIRTH", person.id, born, self._born, number, row, {})):
            add(told)
        if person.is_unborn:
            reading, column = (expected, self._expected) if expected.on == person.expected_on else (born, self._born)
            if told := event("EXPECTED_BIRTH", person.id, reading, column, number, row, {}):
                add(told)
        if told := event("DEATH", person.id, died, self._died, number, row, {}):
            add(told)

    def _note(self, severity: Severity, message: str, number: int, raw: str = "") -> None:
        self._ledger.add(severity, self._file, message, number, raw=raw)


def _completed(first: KnownPerson, other: KnownPerson) -> KnownPerson:
    """Return the first with what only the other one says."""
    has_date = bool(first.born_on or first.expected_on)
    return replace(
        first,
        born_on=first.born_on if has_date else other.born_on,
        expected_on=first.expected_on if has_date else other.expected_on,
        sex=first.sex or other.sex,
        ethnicity=first.ethnicity or other.ethnicity,
        upn=first.upn or other.upn,
    )


def _particulars(person: KnownPerson) -> tuple[object, ...]:
    return (
        person.name,
        person.born_on,
        person.expected_on,
        person.died_on,
        person.sex,
        person.ethnicity,
        person.upn,
    )
