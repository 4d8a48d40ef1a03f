"""The children-in-need census in its shapes of 2021 to 2026. Everybody here is invented."""

from __future__ import annotations

import time
from datetime import date

import pytest

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts import read_extract
from tests.intake.extracts.bundles import findings_on, says, told
from tests.intake.extracts.censuses import HEADER, a_census, a_census_child, an_element, an_episode, read_children

ENQUIRY = an_element("Section47", S47ActualStartDate="2025-06-09", DateOfInitialCPC="2025-06-27")


def test_a_conference_of_the_older_shape_is_told() -> None:
    record = read_children(a_census_child(an_episode("<DateOfInitialCPC>2025-06-27</DateOfInitialCPC>")))
    assert [event.on for event in told(record, "ICPC_HELD")] == [date(2025, 6, 27)]


def test_a_conference_told_by_the_episode_and_its_enquiry_is_one_without_a_remark() -> None:
    record = read_children(a_census_child(an_episode("<DateOfInitialCPC>2025-06-27</DateOfInitialCPC>" + ENQUIRY)))
    assert len(told(record, "ICPC_HELD")) == 1
    assert record.findings == ()


def test_two_dates_for_one_conference_are_both_kept_and_doubted() -> None:
    record = read_children(a_census_child(an_episode("<DateOfInitialCPC>2025-06-26</DateOfInitialCPC>" + ENQUIRY)))
    assert len(told(record, "ICPC_HELD")) == 2
    assert says(record, "different dates for the initial conference")


@pytest.mark.parametrize("child", ["C-22019", "ABC_1", "0042", "x9"])
def test_ids_with_hyphens_and_underscores_are_ordinary(child: str) -> None:
    record = read_children(a_census_child(an_episode(), child))
    assert ([person.id for person in record.people], record.findings) == ([child], ())


def test_an_id_with_other_characters_is_kept_and_doubted() -> None:
    record = read_children(a_census_child(an_episode(), "C/1"))
    assert [person.id for person in record.people] == ["C/1"]
    assert [finding.severity for finding in record.findings] == [Severity.DOUBTED]


def test_a_british_date_is_dropped_with_its_line() -> None:
    record = read_children(a_census_child(an_episode(on="02/06/2025")))
    assert not told(record, "REFERRAL")
    finding = findings_on(record, "CINreferralDate")[0]
    assert (finding.severity, finding.raw, finding.place.row) == (Severity.DROPPED, "02/06/2025", 5)


def test_an_open_assessment_says_so_and_one_with_a_faulty_end_does_not() -> None:
    open_one = an_element("Assessments", AssessmentActualStartDate="2025-06-03")
    closed = an_element("Assessments", AssessmentActualStartDate="2025-07-03", AssessmentAuthorisationDate="1/8/2025")
    record = read_children(a_census_child(an_episode(open_one + closed)))
    assert [event.fields.get("open") for event in told(record, "ASSESSMENT_START")] == ["true", None]


@pytest.mark.parametrize(
    "factors",
    [
        "<FactorsIdentifiedAtAssessment><AssessmentFactors>1B</AssessmentFactors></FactorsIdentifiedAtAssessment>",
        "<AssessmentFactors>1B</AssessmentFactors>",
        "<FactorsIdentifiedAtAssessment>1B</FactorsIdentifiedAtAssessment>",
    ],
)
def test_factors_are_read_in_every_shape(factors: str) -> None:
    dates = "<AssessmentActualStartDate>2025-06-03</AssessmentActualStartDate>"
    dates += "<AssessmentAuthorisationDate>2025-07-03</AssessmentAuthorisationDate>"
    record = read_children(a_census_child(an_episode(f"<Assessments>{dates}{factors}</Assessments>")))
    assert told(record, "ASSESSMENT_AUTHORISED")[0].fields == {"factors": "1B"}


def test_sex_is_read_under_its_old_name_and_codes() -> None:
    record = read_children(a_census_child(an_episode(), Sex="", GenderCurrent="1"))
    assert record.people[0].sex == "M"


def test_an_enquiry_that_needs_no_conference_says_so() -> None:
    enquiry = an_element("Section47", S47ActualStartDate="2025-06-09", ICPCnotRequired="true")
    record = read_children(a_census_child(an_episode(enquiry)))
    assert told(record, "S47_START")[0].fields == {"icpc_not_required": "true"}


def test_stray_text_is_tolerated_with_a_finding() -> None:
    record = read_children(a_census_child(an_episode(), more="stray words"))
    assert len(told(record, "REFERRAL")) == 1
    assert [(finding.severity, finding.raw) for finding in record.findings] == [(Severity.DOUBTED, "stray words")]


def test_unknown_elements_are_one_finding_per_name_with_a_count() -> None:
    child = [a_census_child(an_episode("<PPStartDate>2025-07-01</PPStartDate>"), f"C-{n}") for n in range(30)]
    record = read_children(*child)
    assert len(record.findings) == 1
    assert "30 times" in record.findings[0].message
    assert record.findings[0].place.column == "PPStartDate"


def test_a_child_without_an_id_is_dropped_with_the_episodes_below() -> None:
    record = read_children(a_census_child(an_episode(), LAchildID=""), a_census_child(an_episode()))
    assert [(count.taken, count.dropped) for count in record.counts] == [(1, 1), (1, 1)]
    assert [finding.severity for finding in record.findings] == [Severity.DROPPED]


def test_a_child_twice_is_one_person_with_the_episodes_of_both() -> None:
    record = read_children(a_census_child(an_episode()), a_census_child(an_episode(on="2025-09-01")))
    assert len(record.people) == 1
    assert len(told(record, "REFERRAL")) == 2
    assert says(record, "same child id again")


def test_a_whole_return_without_a_single_assessment_could_not_have_shown_one() -> None:
    record = read_children(*(a_census_child(an_episode(), f"C-{n}") for n in range(60)))
    assert "ASSESSMENT_AUTHORISED" not in record.carries
    assert "REFERRAL" in record.carries


def test_a_namespace_and_utf_16_change_nothing() -> None:
    text = a_census(a_census_child(an_episode())).decode().replace("<Message>", '<Message xmlns="urn:cin">')
    record = read_extract("census.xml", f'<?xml version="1.0" encoding="UTF-16"?>{text}'.encode("utf-16"))
    assert len(told(record, "REFERRAL")) == 1


LAUGHS = '<!DOCTYPE m [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)


@pytest.mark.parametrize(
    "start",
    [
        f"{LAUGHS}]>",
        '<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE m SYSTEM "http://127.0.0.1:9/m.dtd">',
        "<!doctype m>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_at_once(start: str, encoding: str) -> None:
    began = time.process_time()
    with pytest.raises(IntakeError, match=r"declares a document type|not well-formed"):
        read_extract("census.xml", (start + a_census(a_census_child(an_episode())).decode()).encode(encoding))
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "not well-formed"),
        (b"<Message>", "not well-formed XML"),
        (b"<Invoice/>", "no children-in-need census"),
        (a_census(header=""), "no readable ReferenceDate"),
        (a_census(header=HEADER.replace("2026-03-31", "31/03/2026")), "no readable ReferenceDate"),
        (b"<a>" * 5000 + b"</a>" * 5000, "not well-formed"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes, why: str) -> None:
    with pytest.raises(IntakeError, match=why):
        read_extract("census.xml", data)
