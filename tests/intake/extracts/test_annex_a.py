"""The Annex A workbook: what Excel and people do to lists, and what is refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.extracts import ExtractRecord
from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts import looks_like_extract, read_extract
from tests.intake.extracts.bundles import findings_on, says, told
from tests.intake.extracts.five_forms import a_workbook, read_sheets

HEAD = ["Child Unique ID", "Gender", "Date of Birth", "Date of Contact", "Contact Source"]
ROW = ["C-1", "b) Female", date(2015, 4, 3), date(2026, 9, 1), "6: Police"]


def read_changed(change: Callable[[Workbook, Worksheet], None], name: str = "annex a 2026-11-24.xlsx") -> ExtractRecord:
    """Return what a workbook of one list of contacts tells after a change to it."""
    book = load_workbook(io.BytesIO(a_workbook({"List 1": [HEAD, ROW]})))
    change(book, book["List 1"])
    data = io.BytesIO()
    book.save(data)
    return read_extract(name, data.getvalue())


def contacts(record: ExtractRecord) -> list[tuple[str, str]]:
    """Return child and day of each contact."""
    return [(str(event.child), event.on.isoformat()) for event in told(record, "CONTACT")]


def test_a_list_is_known_by_its_headings_in_any_order_row_and_sheet() -> None:
    head = ["DATE OF  CONTACT", "contact source", "Child ID", "Shoe size"]
    record = read_sheets(
        Tabelle=[["Annex A of Thornley"], [], ["", "As at November"], head, [ROW[3], "Police", "C-1", 4]]
    )
    assert contacts(record) == [("C-1", "2026-09-01")]
    place = told(record, "CONTACT")[0].source.place
    assert (place.file, place.row, place.column) == ("Tabelle, List 1 (contacts)", 5, "DATE OF CONTACT")
    assert [finding.severity for finding in findings_on(record, "Shoe size")] == [Severity.NOTE]


def test_merged_titles_and_trailing_blank_rows_change_nothing() -> None:
    def change(book: Workbook, sheet: Worksheet) -> None:
        sheet.insert_rows(1)
        sheet["A1"] = "Contacts in the last three months"
        sheet.merge_cells("A1:E1")
        sheet["A400"].number_format = "dd/mm/yyyy"
        sheet["A400"] = " "

    record = read_changed(change)
    assert contacts(record) == [("C-1", "2026-09-01")]


def test_a_hidden_sheet_is_not_read_and_said_so() -> None:
    def change(book: Workbook, sheet: Worksheet) -> None:
        other = book.copy_worksheet(sheet)
        other["A2"] = "C-2"
        other.sheet_state = "hidden"

    record = read_changed(change)
    assert contacts(record) == [("C-1", "2026-09-01")]
    assert says(record, "a hidden sheet: not read")


def test_a_day_held_as_a_plain_number_is_the_day_that_excel_counts() -> None:
    def change(book: Workbook, sheet: Worksheet) -> None:
        sheet["D2"].number_format = "General"
        sheet["D2"] = 46266

    record = read_changed(change)
    assert contacts(record) == [("C-1", "2026-09-01")]
    assert [finding.severity for finding in findings_on(record, "Date of Contact")] == [Severity.REPAIRED]


def test_the_count_of_days_of_an_old_mac_is_read_as_such() -> None:
    def change(book: Workbook, sheet: Worksheet) -> None:
        book.epoch = datetime(1904, 1, 1)
        sheet["C2"] = date(2015, 4, 3)
        sheet["D2"].number_format = "General"
        sheet["D2"] = 46266 - 1462

    record = read_changed(change)
    assert contacts(record) == [("C-1", "2026-09-01")]
    assert record.people[0].born_on == date(2015, 4, 3)


@pytest.mark.parametrize("said", ["01/09/2026", "2026-09-01", "1 September 2026", "01-Sep-2026"])
def test_a_day_typed_as_text_is_read_where_it_can_be_read_in_one_way_only(said: str) -> None:
    assert contacts(read_sheets(x=[HEAD, [*ROW[:3], said, ""]])) == [("C-1", "2026-09-01")]


def test_text_in_two_orders_is_not_taken_and_excels_own_days_are() -> None:
    rows = [[*ROW[:3], said, ""] for said in (date(2026, 9, 1), "02/09/2026", "09/25/2026")]
    record = read_sheets(x=[HEAD, *rows])
    assert contacts(record) == [("C-1", "2026-09-01")]
    assert [finding.raw for finding in findings_on(record, "Date of Contact")] == ["02/09/2026", "09/25/2026"]


def test_a_formula_is_read_by_the_result_that_excel_kept_and_dropped_where_it_kept_none() -> None:
    record = read_sheets(x=[HEAD, [*ROW[:3], "=C2+10", "Police"], ["C-2", *ROW[1:]]])
    assert contacts(record) == [("C-2", "2026-09-01")]
    finding = next(
        finding for finding in record.findings if "whose result the workbook does not hold" in finding.message
    )
    assert (finding.severity, finding.place.row, finding.place.column) == (Severity.DROPPED, 2, "Date of Contact")


def test_error_marks_are_dropped_and_unknown_answers_are_kept_as_written() -> None:
    record = read_sheets(x=[HEAD, [*ROW[:4], "Aardvark desk"], [*ROW[:3], "#N/A", ""]])
    assert [event.fields for event in told(record, "CONTACT")] == [{"source": "Aardvark desk"}]
    assert [finding.raw for finding in findings_on(record, "Contact Source")] == ["Aardvark desk"]
    assert [finding.raw for finding in findings_on(record, "Date of Contact")] == ["#N/A"]


def test_a_child_in_several_lists_is_one_and_a_difference_is_doubted() -> None:
    born, referred = date(2015, 3, 4), date(2026, 9, 2)
    head = ["Child Unique ID", "Date of Birth", "Date of Referral"]
    referrals: list[list[object]] = [list(head), ["C-1", born, referred]]
    record = read_sheets(a=[HEAD, ROW], b=referrals)
    assert [(person.id, person.born_on) for person in record.people] == [("C-1", date(2015, 4, 3))]
    assert says(record, "is not what another list or file says of this child")


def test_adopters_are_no_children() -> None:
    head = ["Individual adopter identifier", "Date enquiry received", "Date Stage 1 started"]
    record = read_sheets(a=[HEAD, ROW], b=[head, ["A-1", date(2026, 1, 1), date(2026, 1, 2)]])
    assert {person.id for person in record.people} == {"C-1"}
    assert says(record, "prospective adopters")


def test_macros_are_not_run_and_said_so() -> None:
    data = io.BytesIO(a_workbook({"x": [HEAD, ROW]}))
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"Sub Auto_Open")
    record = read_extract("annex a 2026-11-24.xlsm", data.getvalue())
    assert contacts(record) and says(record, "macros: they were not run")


def test_without_a_day_in_its_name_the_day_it_was_saved_is_used_and_doubted() -> None:
    def change(book: Workbook, sheet: Worksheet) -> None:
        book.properties.creator = "An officer"

    record = read_changed(change, "annex a.xlsx")
    assert says(record, "last saved is used")


def with_part(name: str, content: bytes) -> bytes:
    """Return a workbook with one more part in it."""
    data = io.BytesIO(a_workbook({"x": [HEAD, ROW]}))
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\xd0\xcf\x11\xe0 locked", "has a password or is in the old .xls form"),
        (b"PK\x03\x04 cut short", "no workbook that can be opened"),
        (b"", "no workbook that can be opened"),
        (with_part("xl/media/image1.bin", b"\0" * 40_000_000), "far more than lists of children do"),
        (with_part("xl/evil.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"), "declares a document type"),
        (a_workbook({"x": [["Name", "Sum"], ["a", 1]]}), "holds none of the lists of Annex A"),
        (a_workbook({"x": []}), "holds none of the lists of Annex A"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(data: bytes, why: str) -> None:
    assert looks_like_extract("annex a 2026-11-24.xlsx", data)
    with pytest.raises(IntakeError, match=why):
        read_extract("annex a 2026-11-24.xlsx", data)


def test_a_cell_a_million_rows_down_costs_no_more_than_the_rows_above_it() -> None:
    def change(book: Workbook, sheet: Worksheet) -> None:
        sheet["XFD1048576"] = "stray"

    record = read_changed(change)
    assert contacts(record) == [("C-1", "2026-09-01")]
    assert says(record, "thousands of blank rows")
