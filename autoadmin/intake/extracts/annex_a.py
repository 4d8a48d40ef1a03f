"""Ofsted's Annex A workbook: ten lists of children, told apart by their headings and not by what sheets are called."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.extracts import ExtractRecord, RecordCount
from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts.annex_a_list import AnnexList, fold_heading
from autoadmin.intake.extracts.annex_a_lists import ADOPTERS, LISTS, USELESS
from autoadmin.intake.extracts.answers import with_answers
from autoadmin.intake.extracts.collection import collection_paused
from autoadmin.intake.extracts.csv_table import HEADER_TWICE, CsvTable
from autoadmin.intake.extracts.dates import DateOrder
from autoadmin.intake.extracts.extract_day import ASK, day_in_name
from autoadmin.intake.extracts.ledger import Ledger
from autoadmin.intake.extracts.manifest import Manifest
from autoadmin.intake.extracts.parts import part, widened, with_ids
from autoadmin.intake.extracts.returns import Return, Wide, read_return
from autoadmin.intake.extracts.sheet_dates import with_settled_dates
from autoadmin.intake.extracts.workbook import Book, Sheet, read_workbook

KIND: Final = "Annex A workbook"
HEADER_WITHIN: Final = 20  # rows
EXAMPLE: Final = "Annex A 2026-11-24.xlsx"

SAVED = "no day in the name: the day on which the workbook was last saved is used; put the day into its name"
MACROS = "the workbook holds macros: they were not run"
HIDDEN = "a hidden sheet: not read. Show it and send the workbook again if it belongs to the lists"
NOT_A_LIST = "a sheet that is none of the lists, by its headings: not read"
OF_ADOPTERS = "the list of prospective adopters: they are no children, and it is not read"
CUT = "thousands of blank rows: nothing is looked for below them"
NO_LISTS = "holds none of the lists of Annex A: no sheet has a column for the child's id and that of a list."
NOT_READ = "a column that is not read here"
EMPTY_LIST = "the list has no rows: taken as not filled, because nobody can tell it from that"


def read_annex_a(name: str, data: bytes) -> ExtractRecord:
    """Return what a workbook tells; one that is locked, damaged, of no day or without a list is refused."""
    with collection_paused():
        book = read_workbook(name, data)
        ledger = Ledger()
        manifest = _manifest(name, book, ledger)
        if book.has_macros:
            ledger.add(Severity.NOTE, name, MACROS)
        unread: list[RecordCount] = []
        wides = [wide for sheet in book.sheets for wide in _read_sheet(sheet, book, ledger, unread)]
        if not wides:
            raise IntakeError(f"{name} {NO_LISTS}")
        return read_return(Return(name, sha256(data).hexdigest(), KIND, manifest, ledger, unread=tuple(unread)), wides)


def _manifest(name: str, book: Book, ledger: Ledger) -> Manifest:
    on = day_in_name(name)
    if on is None and book.saved_on:
        ledger.add(Severity.DOUBTED, name, SAVED, raw=book.saved_on.isoformat())
        on = book.saved_on
    if on is None:
        raise IntakeError(f"{name} {ASK.format(example=EXAMPLE)}")
    return Manifest("", on, "", "", "", DateOrder.DMY)


def _read_sheet(sheet: Sheet, book: Book, ledger: Ledger, unread: list[RecordCount]) -> Iterator[Wide]:
    if not sheet.rows:
        return
    if sheet.is_hidden:
        ledger.add(Severity.DOUBTED, sheet.title, HIDDEN)
        unread.append(RecordCount(sheet.title, len(sheet.rows), unread=len(sheet.rows)))
        return
    if sheet.is_cut:
        ledger.add(Severity.DOUBTED, sheet.title, CUT)
    found = _find_list(sheet)
    if found is None:
        is_adopters = any({fold_heading(cell) for cell in cells} >= ADOPTERS for _, cells in sheet.rows[:HEADER_WITHIN])
        ledger.add(Severity.NOTE, sheet.title, OF_ADOPTERS if is_adopters else NOT_A_LIST)
        unread.append(RecordCount(sheet.title, len(sheet.rows) - 1, unread=len(sheet.rows) - 1))
        return
    of, header = found
    csv = _table(sheet, of, header, ledger)
    if not csv.rows:
        ledger.add(Severity.DOUBTED, csv.file, EMPTY_LIST)
        return
    dates = [column for column in of.dates if column in csv.columns]
    csv = with_settled_dates(with_ids(csv, "child", ledger), dates, sheet, book.day_one, ledger)
    csv = with_answers(csv, {column: kind for column, kind in of.coded.items() if column in csv.columns}, ledger)
    yield _wide(of, csv)


def _find_list(sheet: Sheet) -> tuple[AnnexList, int] | None:
    """Return the list whose headings stand in one of the first rows, and the place of that row among the rows."""
    best: tuple[int, AnnexList, int] | None = None
    for place, (_, cells) in enumerate(sheet.rows[:HEADER_WITHIN]):
        headings = {fold_heading(cell) for cell in cells} - {""}
        for of in LISTS:
            known = [of.columns[heading] for heading in headings if heading in of.columns]
            if "child" in known and of.sign in known and (best is None or len(known) > best[0]):
                best = (len(known), of, place)
    return (best[1], best[2]) if best else None


def _table(sheet: Sheet, of: AnnexList, header: int, ledger: Ledger) -> CsvTable:
    number, headings = sheet.rows[header]
    is_named = fold_heading(sheet.title) == f"list{of.number}"
    file = of.name if is_named else f"{sheet.title}, {of.name}"
    columns: dict[str, int] = {}
    titles: dict[str, str] = {}
    for place, heading in enumerate(headings):
        folded = fold_heading(heading)
        column = of.columns.get(folded)
        if column in columns:
            ledger.add(Severity.DOUBTED, file, HEADER_TWICE, number, heading)
        elif column:
            columns[column], titles[column] = place, " ".join(heading.split())
        elif folded and folded not in USELESS:
            ledger.add(Severity.NOTE, file, NOT_READ, column=" ".join(heading.split()))
    width = max(len(cells) for _, cells in sheet.rows)
    rows = [(row, [*cells, *[""] * (width - len(cells))]) for row, cells in sheet.rows[header + 1 :] if any(cells)]
    return CsvTable(file, columns, rows, titles=titles)


def _wide(of: AnnexList, csv: CsvTable) -> Wide:
    constants = {
        name: said
        for name, said in (("health_type", "Health assessment"), ("dental_type", "Dental check"))
        if of.number == 8
    } | ({"order_type": "Adoption order"} if of.number == 10 else {})
    if constants:
        csv = widened(csv, {name: [said] * len(csv.rows) for name, said in constants.items()}, {})
    return Wide(csv, tuple(part(csv, name, columns, of.latest) for name, columns in of.parts))
