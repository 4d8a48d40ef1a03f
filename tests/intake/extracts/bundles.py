"""Invented bundles: only what a test is about has to be said."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Mapping, Sequence

from autoadmin.domain.events import Event
from autoadmin.domain.extracts import ExtractRecord
from autoadmin.domain.findings import Finding
from autoadmin.intake.extracts import read_extract

Row = Mapping[str, str]

MANIFEST = {
    "council": "Thornley",
    "extract_date": "2026-11-24",
    "vendor": "SystemC",
    "ssd_version": "1.4.5",
    "window_years": 6,
    "encoding": "utf-8",
    "date_format": "YYYY-MM-DD",
}


def a_csv(*rows: Row) -> str:
    """Return a CSV whose header is every column that a row names."""
    text = io.StringIO(newline="")
    columns = list(dict.fromkeys(column for row in rows for column in row))
    writer = csv.DictWriter(text, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def a_zip(files: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of files by name."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def a_bundle(files: Mapping[str, str | bytes], **manifest: object) -> bytes:
    """Return a zipped bundle of tables by name, with what `manifest` says otherwise."""
    tables = {f"{name}.csv": content for name, content in files.items()}
    return a_zip({"manifest.json": json.dumps(MANIFEST | manifest), **tables})


def read_tables(*, manifest: Mapping[str, object] | None = None, **tables: Sequence[Row]) -> ExtractRecord:
    """Return what a bundle of these tables tells; `person=` is `ssd_person` and so on."""
    files = {f"ssd_{name}": a_csv(*rows) for name, rows in tables.items()}
    return read_extract("bundle.zip", a_bundle(files, **(manifest or {})))


def a_child(child: str = "C-1", **fields: str) -> Row:
    """Return a row of ssd_person."""
    row = {"pers_person_id": child, "pers_forename": "Ada", "pers_surname": "Vane", "pers_sex": "F"}
    return row | {"pers_dob": "2015-04-03"} | {f"pers_{name}": value for name, value in fields.items()}


def a_referral(child: str = "C-1", on: str = "2026-09-01", closed: str = "", **fields: str) -> Row:
    """Return a row of ssd_cin_episodes."""
    row = {
        "cine_referral_id": f"R-{child}",
        "cine_person_id": child,
        "cine_referral_date": on,
        "cine_close_date": closed,
    }
    return row | {f"cine_{name}": value for name, value in fields.items()}


def an_assessment(child: str = "C-1", start: str = "2026-09-02", end: str = "", **fields: str) -> Row:
    """Return a row of ssd_cin_assessments."""
    row = {"cina_person_id": child, "cina_assessment_start_date": start, "cina_assessment_auth_date": end}
    return row | {f"cina_{name}": value for name, value in fields.items()}


def told(record: ExtractRecord, code: str) -> list[Event]:
    """Return the events of one code."""
    return [event for event in record.events if event.code == code]


def findings_on(record: ExtractRecord, column: str) -> list[Finding]:
    """Return the findings about one column."""
    return [finding for finding in record.findings if finding.place.column == column]


def says(record: ExtractRecord, words: str) -> bool:
    """Return whether a finding says these words."""
    return any(words in finding.message for finding in record.findings)
