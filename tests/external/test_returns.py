"""A looked-after return, an Annex A workbook and DfE records that others made, and the spellings that councils use."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from datetime import date

import pytest

from autoadmin.domain.extracts import ExtractRecord
from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts import looks_like_extract, read_bundle, read_extract
from autoadmin.intake.extracts.extract_day import day_in_name
from autoadmin.intake.extracts.spellings import answer, fold
from autoadmin.intake.packing import pack_bundle
from tests.external.shared import shared

KINDS = {
    "Gender": "sex",
    "Ethnicity": "ethnicity",
    "Contact Source": "source",
    "Referral Source": "source",
    "Primary Need Code": "need",
    "Child's Category of Need": "need",
    "Reason for Closure": "closure",
    "Case Status": "status",
    "Initial Category of Abuse": "abuse",
    "Latest Category of Abuse": "abuse",
    "Child's Legal Status": "legal",
    "Reason Ceased to be Looked After": "ceased",
    "Placement Type": "placement",
    "Placement Provider": "provider",
    "Eligibility Category": "eligibility",
    "LA in Touch": "touch",
    "Type of Accommodation": "accommodation",
    "Suitability of Accommodation": "suitability",
    "Activity Status": "activity",
    "Reason Why Child No Longer Placed for Adoption": "reversal",
    "Referral NFA?": "flag",
    "Child Seen During Continuous Assessment": "flag",
    "Was the child assessed as requiring LA children's social care support?": "flag",
    "Was an Initial Child Protection Conference deemed unnecessary?": "flag",
    "Did the Initial Child Protection Conference Result in a Child Protection Plan": "flag",
    "Was the Child Seen Alone?": "flag",
}
# What the file puts to "any other reason" although its words, or the code in them, are those of another answer.
AGAINST_THEIR_WORDS = ("Age assessment determined", "Aged 18 (or over) and remained", "E7 - Transferred to")
NO_ANSWER = "zzcodeerror"  # how the file marks what is no answer


def read(path: str, name: str) -> ExtractRecord:
    """Return what a shared extract tells under a name that says its day."""
    data = shared(path).read_bytes()
    assert looks_like_extract(name, data)
    return read_extract(name, data)


def test_a_return_of_2675_children_is_taken_whole() -> None:
    folder = shared("data/ssda903")
    assert read_extract("x 2018-12-31.zip", pack_bundle(folder)).extract_on == date(2018, 12, 31)
    with pytest.raises(Exception, match="Put the day into its name"):
        read_bundle(folder)
    record = read_extract("x 2018-12-31.zip", pack_bundle(folder))
    assert len(record.people) == 2675
    assert all(count.taken + count.duplicates == count.records for count in record.counts)
    codes = Counter(event.code for event in record.events)
    assert (codes["CLA_EPISODE_START"], codes["MISSING_START"], codes["ADM_DECISION"]) == (5050, 43, 29)
    assert codes["CLA_REVIEW_HELD"] == 12580


def test_every_day_of_the_annex_a_workbook_is_an_event_or_a_finding() -> None:
    record = read("data/annex_a/Annex_A_2024_Jan.xlsx", "Annex A 2024-01-31.xlsx")
    assert all(count.taken == count.records for count in record.counts if not count.unread)
    assert {count.file for count in record.counts if count.unread} == {"List 11"}
    codes = Counter(event.code for event in record.events)
    assert (codes["CONTACT"], codes["REFERRAL"], codes["CPP_START"], codes["CLA_REVIEW_HELD"]) == (5, 6, 7, 5)
    guesses = [finding.raw for finding in record.findings if "not guessed" in finding.message]
    assert guesses == ["PSRMEM - Support with memory and cognition"]


def test_every_record_of_the_departments_payload_is_taken() -> None:
    record = read("data/dfe_api_sample_payloads.json", "payload 2025-06-01.json")
    assert [(count.records, count.taken) for count in record.counts] == [(5, 5)]
    assert not [finding for finding in record.findings if finding.severity is Severity.DROPPED]


def test_no_spelling_is_put_to_a_wrong_answer_and_nineteen_in_twenty_to_the_right_one() -> None:
    """Where one spelling stands under two answers in the file, either is right. The rest is doubted, never guessed."""
    with shared("data/annex_a_value_variants.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["column"] in KINDS]
    right: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        right[row["column"], fold(row["variant_seen"])].add(official(row["standard_code"]))
    wrong, met = [], 0
    for row in rows:
        found = answer(KINDS[row["column"]], row["variant_seen"])
        expected = right[row["column"], fold(row["variant_seen"])]
        if row["variant_seen"].startswith(AGAINST_THEIR_WORDS) and "any other reason" in row["standard_code"]:
            expected = expected | ({official(found.label)} if found else set())
        if found is not None and official(found.label) not in expected:
            wrong.append((row["column"], row["variant_seen"], found.label))
        met += official(found.label) in expected if found else NO_ANSWER in expected
    assert wrong == []
    assert met >= 0.95 * len(rows)


def official(label: str) -> str:
    """Return an answer as it is compared; the file writes one of them in two ways."""
    return fold(label.replace("accomodation", "accommodation"))


def test_the_day_is_read_from_names_as_councils_write_them() -> None:
    names = ["ssda903 2026-03-31.zip", "Annex A 31.03.2026.xlsx", "903_20260331.zip", "SSDA903 2025-26"]
    assert [day_in_name(name) for name in names] == [date(2026, 3, 31)] * 4
    assert [day_in_name(name) for name in ("Annex_A_2024_Jan.xlsx", "export 7.csv", "903 2025-31.zip")] == [None] * 3
