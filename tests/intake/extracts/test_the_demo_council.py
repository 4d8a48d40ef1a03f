"""The invented council of Thornley, read as its README means it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import autoadmin
from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts import bundle_digest, looks_like_extract, read_bundle, read_extract
from autoadmin.intake.packing import pack_bundle

DEMO = Path(autoadmin.__file__).parent / "cli" / "demo_council"
BUNDLE = DEMO / "case-system-extract"


def test_a_folder_and_its_zip_tell_the_same() -> None:
    packed = pack_bundle(BUNDLE)
    assert looks_like_extract("case-system-extract.zip", packed)
    from_zip, from_folder = read_extract("case-system-extract.zip", packed), read_bundle(BUNDLE)
    assert from_zip.events == from_folder.events
    assert from_zip.people == from_folder.people
    assert from_folder.sha256 == bundle_digest(BUNDLE)


def test_every_row_of_the_bundle_is_taken() -> None:
    record = read_bundle(BUNDLE)
    assert (record.council, record.vendor, record.extract_on) == ("Thornley", "SystemC", date(2026, 11, 24))
    assert (len(record.people), len(record.workers), len(record.involvements)) == (14, 7, 14)
    assert all(count.taken == count.records for count in record.counts)


def test_a_case_closed_on_the_first_of_january_1900_is_open() -> None:
    record = read_bundle(BUNDLE)
    assert not [event for event in record.events if event.code == "CASE_CLOSED" and event.child == "C-70350"]
    finding = next(finding for finding in record.findings if finding.place.column == "cine_close_date")
    assert (finding.severity, finding.raw, finding.place.row) == (Severity.REPAIRED, "1900-01-01 00:00:00.000", 12)


def test_a_visit_to_a_child_the_extract_does_not_know_is_kept_and_reported_once() -> None:
    record = read_bundle(BUNDLE)
    assert [event.code for event in record.events if event.child == "C-70189"] == ["VISIT_CP"]
    assert sum("ssd_person does not hold" in finding.message for finding in record.findings) == 1


def test_an_unborn_child_has_an_expected_date_and_no_birth() -> None:
    baby = next(person for person in read_bundle(BUNDLE).people if person.id == "C-70312")
    assert (baby.born_on, baby.expected_on, baby.is_unborn) == (None, date(2027, 2, 19), True)


def test_a_visit_that_saw_nobody_says_so() -> None:
    record = read_bundle(BUNDLE)
    seen = {event.child: event.fields["seen"] for event in record.events if event.on == date(2026, 10, 28)}
    assert seen == {"C-70318": "false", "C-70319": "false", "C-70189": "true"}


def test_open_assessments_and_enquiries_are_marked_open() -> None:
    record = read_bundle(BUNDLE)
    open_rows = {(event.code, event.child) for event in record.events if event.fields.get("open") == "true"}
    assert open_rows == {
        ("ASSESSMENT_START", "C-70255"),
        ("ASSESSMENT_START", "C-70311"),
        ("ASSESSMENT_START", "C-70312"),
        ("ASSESSMENT_START", "C-70411"),
        ("S47_START", "C-70311"),
        ("S47_START", "C-70312"),
    }


def test_the_census_is_taken_whole_without_a_remark() -> None:
    data = (DEMO / "cin-census-2026.xml").read_bytes()
    assert looks_like_extract("cin-census-2026.xml", data)
    record = read_extract("cin-census-2026.xml", data)
    assert (len(record.people), record.taken, record.findings) == (6, 12, ())
    assert sum(event.code == "ICPC_HELD" for event in record.events) == 3
