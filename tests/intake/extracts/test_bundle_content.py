"""Traps of content and files: case-system-extracts.md, section 5, 17 to 22."""

from __future__ import annotations

import unicodedata

import pytest

from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts import read_extract
from tests.intake.extracts.bundles import a_bundle, a_child, a_csv, a_referral, an_assessment, read_tables, says, told

SYSTEMC = '{"OUTCOME_NFA_FLAG": "N", "OUTCOME_CP_CONFERENCE_FLAG": "Y", "COMMENTS": "he said "no" and'


def an_enquiry(outcome: str) -> dict[str, str]:
    """Return a row of ssd_s47_enquiry."""
    dates = {"s47e_s47_start_date": "2026-09-01", "s47e_s47_end_date": "2026-09-12"}
    return {"s47e_person_id": "C-1", **dates, "s47e_s47_outcome_json": outcome}


def test_flags_are_read_from_json_that_is_cut_off_or_not_escaped() -> None:
    fields = told(read_tables(person=[a_child()], s47_enquiry=[an_enquiry(SYSTEMC)]), "S47_END")[0].fields
    assert (fields["nfa"], fields["cp_conference_flag"], fields["outcome"]) == ("false", "true", SYSTEMC)


def test_an_outcome_in_a_sentence_is_kept_as_it_stands() -> None:
    outcome = "No further action, closed"
    fields = told(read_tables(person=[a_child()], s47_enquiry=[an_enquiry(outcome)]), "S47_END")[0].fields
    assert fields == {"outcome": outcome}


def test_the_conference_flag_has_the_name_that_the_rules_test() -> None:
    row = {"icpc_person_id": "C-1", "icpc_icpc_date": "2026-09-09", "icpc_icpc_outcome_cp_flag": "Y"}
    json = {"icpc_person_id": "C-2", "icpc_icpc_date": "2026-09-09", "icpc_icpc_outcome_json": '{"CP_FLAG": "N"}'}
    record = read_tables(person=[a_child(), a_child("C-2")], initial_cp_conference=[row, json])
    assert [event.fields["outcome_cp_flag"] for event in told(record, "ICPC_HELD")] == ["true", "false"]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("cp1252", "cp1252"),
        ("windows-1252", "cp1252"),
    ],
)
def test_a_declared_encoding_is_read_without_remark(declared: str, encoding: str) -> None:
    content = a_csv(a_child(forename="Zoë", surname="Müller")).encode(encoding)
    record = read_extract("b.zip", a_bundle({"ssd_person": content}, encoding=declared))
    assert (record.people[0].name, record.findings) == ("Zoë Müller", ())


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("utf-8", "cp1252"), ("utf-8", "utf-16"), ("cp1252", "utf-8"), ("utf-8", "utf-16-le"), ("utf-16", "utf-8")],
)
def test_a_file_in_another_encoding_than_declared_is_read_with_a_finding(declared: str, encoding: str) -> None:
    content = a_csv(a_child(forename="Zoë", surname="Müller")).encode(encoding)
    record = read_extract("b.zip", a_bundle({"ssd_person": content}, encoding=declared))
    assert record.people[0].name == "Zoë Müller"
    assert [finding.severity for finding in record.findings] == [Severity.REPAIRED]


def test_an_encoding_that_is_not_known_is_said() -> None:
    record = read_extract("b.zip", a_bundle({"ssd_person": a_csv(a_child())}, encoding="klingon"))
    assert record.people
    assert says(record, "not known here")


@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_line_ends_of_any_system_are_read(line_end: str) -> None:
    content = a_csv(a_child(), a_child("C-2")).replace("\r\n", line_end)
    record = read_extract("b.zip", a_bundle({"ssd_person": content}))
    assert ([person.id for person in record.people], record.findings) == (["C-1", "C-2"], ())


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_delimiters_are_read(delimiter: str) -> None:
    content = a_csv(a_child()).replace(",", delimiter)
    assert len(read_extract("b.zip", a_bundle({"ssd_person": content})).people) == 1


def test_hard_spaces_and_decomposed_accents_in_names_are_made_ordinary() -> None:
    name = unicodedata.normalize("NFD", "Zoë") + "\u00a0Ann"
    record = read_tables(person=[a_child(forename=name)])
    assert record.people[0].name == "Zoë Ann Vane"
    assert says(record, "made ordinary")


@pytest.mark.parametrize("damaged", ["C-1\t", "C-\x071", "\ufeffC-1", "C-1\r\n", "C-1\u00a0"])
def test_control_characters_in_ids_are_taken_out(damaged: str) -> None:
    record = read_tables(person=[a_child()], cin_episodes=[a_referral(damaged)])
    assert [event.child for event in told(record, "REFERRAL")] == ["C-1"]
    assert [finding.severity for finding in record.findings] == [Severity.REPAIRED]


@pytest.mark.parametrize(("damaged", "meant"), [("12,345", "12345"), ("12345.0", "12345"), ('="012345"', "012345")])
def test_ids_that_a_spreadsheet_rewrote_are_repaired(damaged: str, meant: str) -> None:
    record = read_tables(person=[a_child(damaged)])
    assert [person.id for person in record.people] == [meant]
    assert len(record.findings) == 1


def test_an_id_that_a_spreadsheet_rounded_is_nobody() -> None:
    record = read_tables(person=[a_child("1.23457E+11")])
    assert record.people == ()
    assert says(record, "rounded")


def test_an_error_mark_of_a_spreadsheet_is_no_text() -> None:
    record = read_tables(person=[a_child()], cin_assessments=[an_assessment(assessment_team="#REF!")])
    assert "team" not in told(record, "ASSESSMENT_START")[0].fields
    assert says(record, "error mark")


def test_more_than_twenty_findings_of_a_kind_are_summed_up() -> None:
    rows = [a_referral(f"C-{n}", closed="46000") for n in range(50)]
    record = read_tables(person=[a_child(f"C-{n}") for n in range(50)], cin_episodes=rows)
    assert len(record.findings) == 21
    assert record.findings[-1].message.startswith("30 more: ")
    assert "rows 22-51" in record.findings[-1].message


def test_tables_that_are_absent_could_not_have_shown_anything() -> None:
    record = read_tables(cin_episodes=[a_referral()])
    assert record.carries == {"REFERRAL", "CASE_CLOSED"}
    assert says(record, "known by their ids alone")


def test_a_file_named_with_schema_and_date_is_its_table() -> None:
    record = read_extract("b.zip", a_bundle({"ssd_development.ssd_person_20261124": a_csv(a_child())}))
    assert len(record.people) == 1


def test_columns_the_dataset_does_not_have_are_noted() -> None:
    assert says(read_tables(person=[a_child(shoe_size="5")]), "does not have in the dataset")


def test_a_table_whose_header_is_missing_is_dropped_whole() -> None:
    content = "C-1,Ada,Vane\r\nC-2,Ben,Vane\r\n"
    record = read_extract("b.zip", a_bundle({"ssd_person": content, "ssd_cin_episodes": a_csv(a_referral())}))
    assert record.people == ()
    assert [count.dropped for count in record.counts if count.file == "ssd_person.csv"] == [1]
    assert says(record, "names no column")


def test_a_row_with_shifted_columns_is_dropped_and_a_short_one_filled_up() -> None:
    content = a_csv(a_child(), a_child("C-2")) + "C-3,Ada,Vane,F,2015-04-03,EXTRA\r\nC-4,Cy\r\n"
    record = read_extract("b.zip", a_bundle({"ssd_person": content}))
    assert [person.id for person in record.people] == ["C-1", "C-2", "C-4"]
    assert [count.dropped for count in record.counts] == [1]


def test_sources_say_file_row_column_raw_value_and_the_day_of_the_extract() -> None:
    source = told(read_tables(person=[a_child()], cin_episodes=[a_referral()]), "REFERRAL")[0].source
    assert (source.place.file, source.place.row, source.place.column) == (
        "ssd_cin_episodes.csv",
        2,
        "cine_referral_date",
    )
    assert (source.raw, source.kind, str(source.stated_on)) == ("2026-09-01", "SSD bundle (SystemC)", "2026-11-24")
