"""Children-in-need returns that others made, read whole."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from autoadmin.domain.extracts import ExtractRecord
from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts import looks_like_extract, read_extract
from autoadmin.intake.extracts.tables import TABLES
from tests.external.shared import shared

DATES = "CINreferralDate|CINclosureDate|DateOfInitialCPC|PersonBirthDate|ExpectedPersonBirthDate|PersonDeathDate"
DATES += "|AssessmentActualStartDate|AssessmentAuthorisationDate|CINPlanStartDate|CINPlanEndDate|S47ActualStartDate"
DATES += "|InitialCPCtarget|CPPstartDate|CPPendDate|CPPreviewDate"

# What a careful reader of each control file doubts or drops: the rule that its EXPECTED.csv names, in our words.
CONTROLS: dict[str, dict[Severity, str]] = {
    "ok": {},
    "asmt_before_ref": {Severity.DOUBTED: "before the referral"},
    "asmt_late_60wd": {},  # late is a matter for the clocks
    "both_dob": {Severity.DOUBTED: "both a date of birth and an expected date"},
    "cpp_ne_icpc": {Severity.DOUBTED: "does not start on the day of an initial conference"},
    "dmy_dates": {Severity.DROPPED: "YYYY-MM-DD"},
    "icpc_late_20wd": {},
    "icpc_weekend": {Severity.DOUBTED: "Saturday or Sunday"},
    "rev_late_6m": {},
    "rev_same_day": {Severity.DOUBTED: "on the day the plan starts"},
    "s47_after_icpc": {Severity.DOUBTED: "starts after its initial conference"},
    "unborn_ok": {},
    "unborn_sexM": {Severity.DOUBTED: "unborn child with a recorded sex"},
}


def read(path: str) -> ExtractRecord:
    """Return what a shared return tells."""
    file = shared(path)
    assert looks_like_extract(file.name, file.read_bytes())
    return read_extract(file.name, file.read_bytes())


def test_a_return_of_332_children_is_taken_whole() -> None:
    record = read("data/cin/fake_CIN_data.xml")
    assert len(record.people) == 332
    assert [(count.records, count.taken) for count in record.counts] == [(332, 332), (402, 402)]
    codes = Counter(event.code for event in record.events)
    assert (codes["REFERRAL"], codes["CASE_CLOSED"], codes["BIRTH"], codes["DEATH"]) == (402, 252, 332, 21)
    assert "ASSESSMENT_AUTHORISED" not in record.carries


@pytest.mark.parametrize("name", ["fake_CIN_data", "CIN2rows", "CIN_Census_2024"])
def test_every_date_element_is_an_event_or_a_finding(name: str) -> None:
    path = f"data/cin/{name}.xml"
    record = read(path)
    raws = Counter((event.source.place.row, event.source.place.column) for event in record.events)
    raws += Counter((finding.place.row, finding.place.column) for finding in record.findings)
    events = Counter((event.source.raw, event.code) for event in record.events)
    for number, line in enumerate(shared(path).read_text().splitlines(), start=1):
        for tag, said in re.findall(rf"<({DATES})>([^<]+)</", line):
            twice_in_one_episode = tag == "DateOfInitialCPC" and events[said, "ICPC_HELD"]
            assert raws[number, tag] or twice_in_one_episode, (number, tag)


@pytest.mark.parametrize("name", CONTROLS)
def test_a_control_file_gives_what_a_careful_reader_expects(name: str) -> None:
    record = read(f"data/cin_controls/{name}.xml")
    odd = {str(finding.severity): finding.message for finding in record.findings}
    odd.pop(Severity.NOTE, None)
    assert odd.keys() == CONTROLS[name].keys()
    assert all(words in odd[severity] for severity, words in CONTROLS[name].items())
    assert len(record.people) == 1


def test_every_table_and_column_that_is_read_is_in_the_dataset() -> None:
    known = shared("data/ssd_fields.csv").read_text(encoding="utf-8-sig")
    missing = [column for table in TABLES for column in table.columns if f"{table.name},{column}," not in known]
    assert missing == []
