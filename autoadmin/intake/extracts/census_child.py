"""One Child element of the census: who it is, and the episodes below."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from lxml import etree

from autoadmin.domain.extracts import KnownPerson
from autoadmin.domain.findings import Severity
from autoadmin.domain.identifiers import ChildId
from autoadmin.intake.extracts.birth import SEXED_UNBORN, SEXES, read_birth
from autoadmin.intake.extracts.census_reading import CensusReading
from autoadmin.intake.extracts.census_shape import children_of

USUAL_ID: Final = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)
OLDEST = date(1900, 1, 2)  # 1900-01-01 is a sentinel everywhere
NO_ID = (
    "a child without LAchildID cannot be told from any other: the child and the episodes below are not taken"  # 8500
)
LONG_ID = "the child's id is longer than the 20 characters the census allows"  # 1570
ODD_ID = "the child's id holds something else than letters, digits, hyphens and underscores"  # 1580
UNKNOWN_SEX = "is none of M, F, U (or 1, 2, 0, 9): the sex is left open"
CHINESE = "CNHE is written CHNE in the census: repaired"


def read_child_id(reading: CensusReading, child: etree._Element) -> ChildId | None:
    """Return the child's id, or None with a finding."""
    element = next((reading.only(block, "LAchildID") for block in children_of(child, "ChildIdentifiers")), None)
    if element is None:
        reading.note(Severity.DROPPED, child, NO_ID)
        return None
    said = "".join((element.text or "").split())
    if len(said) > 20:
        reading.doubt(element, LONG_ID)
    if not USUAL_ID.fullmatch(said):
        reading.doubt(element, ODD_ID)
    return ChildId(said)


def read_person(reading: CensusReading, child: etree._Element, child_id: ChildId) -> KnownPerson:
    """Return the person, and add the events of birth and death."""
    block = children_of(child, "ChildIdentifiers")[0]
    born, expected = reading.only(block, "PersonBirthDate"), reading.only(block, "ExpectedPersonBirthDate")
    birth = read_birth(reading.date_in(born, OLDEST), reading.date_in(expected), reading.extract_on)
    told_by = expected if expected is not None and birth.born_on is None else born
    if birth.severity:
        reading.note(birth.severity, told_by if told_by is not None else block, birth.message)
    died = reading.only(block, "PersonDeathDate")
    died_on = reading.date_in(died)
    ethnicity, disabilities = _characteristics(reading, child)
    person = KnownPerson(
        id=child_id,
        source=reading.source(block),
        born_on=birth.born_on,
        expected_on=birth.expected_on,
        died_on=died_on,
        sex=_sex(reading, block),
        ethnicity=ethnicity,
        disabilities=disabilities,
        upn=reading.text(block, "UPN"),
        is_expected_estimated=birth.is_estimated,
    )
    if person.is_unborn and person.sex in ("M", "F"):
        reading.doubt(block, SEXED_UNBORN)  # 8750
    reading.event(child_id, "BIRTH", person.born_on, born, {})
    reading.event(child_id, "EXPECTED_BIRTH", person.expected_on if person.is_unborn else None, told_by, {})
    reading.event(child_id, "DEATH", died_on, died, {})
    return person


def is_same_person(one: KnownPerson, other: KnownPerson) -> bool:
    """Return whether two records of one id say the same of the person, wherever they stand."""
    return (one.born_on, one.expected_on, one.died_on, one.sex) == (
        other.born_on,
        other.expected_on,
        other.died_on,
        other.sex,
    )


def _sex(reading: CensusReading, block: etree._Element) -> str:
    said = reading.only(block, "Sex")
    if said is None:
        said = reading.only(block, "GenderCurrent")
    if said is None:
        return ""
    sex = SEXES.get((said.text or "").strip().upper(), "")
    if not sex:
        reading.doubt(said, UNKNOWN_SEX)
    return sex


def _characteristics(reading: CensusReading, child: etree._Element) -> tuple[str, tuple[str, ...]]:
    ethnicity, codes = "", []
    for block in children_of(child, "ChildCharacteristics"):
        ethnicity = reading.text(block, "Ethnicity") or ethnicity
        groups = children_of(block, "Disabilities")
        flat = [*children_of(block, "Disability"), *groups]
        elements = [*(code for group in groups for code in children_of(group, "Disability")), *flat]
        codes += [text for element in elements if (text := (element.text or "").strip())]
        if ethnicity == "CNHE":
            reading.note(Severity.REPAIRED, children_of(block, "Ethnicity")[0], CHINESE)
            ethnicity = "CHNE"
    return ethnicity, tuple(dict.fromkeys(codes))
