"""The discussion sheet as JSON: what is written fits the schema, comes back whole, and errors name their places."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.events import Precision
from autoadmin.domain.records import MeetingRecord
from autoadmin.intake import read_sheet
from autoadmin.intake.sheets import discussion_schema, write_record_json
from tests.intake.sheets.typed import a_record

SHEETS = Path(__file__).parents[2] / "data" / "sheets"
FULL = """### Lived experience
- Ella told Priya: "Mum gets up." (17 Nov)
### What has happened since
- 12 Nov: Tom visited at home. Ella seen alone.
- do NOT share the address with Dean
### Hypotheses
- Dr Fox: mornings go wrong when Dean stays. To test: ask Kelly.
### Decisions
- Continue the plan. Why: attendance. By: Ruth.
### Actions
- Tom to ring school by 27 November
- Priya to finish the care plan - was due 9 November, late
"""
STATUS = "Ella looked after, section 20, from 2 November 2026"


def records() -> list[MeetingRecord]:
    files = [read_sheet(path.name, path.read_bytes()) for path in sorted(SHEETS.iterdir())]
    return [a_record(FULL, status=STATUS), *files]


def reread(written: dict[str, Any]) -> MeetingRecord:
    return read_sheet("sheet.json", json.dumps(written).encode())


@pytest.mark.parametrize("record", records(), ids=lambda record: record.file)
def test_what_is_written_fits_the_schema(record: MeetingRecord) -> None:
    jsonschema.Draft202012Validator.check_schema(discussion_schema())
    jsonschema.Draft202012Validator(discussion_schema()).validate(write_record_json(record))


@pytest.mark.parametrize("record", records(), ids=lambda record: record.file)
def test_a_record_comes_back_whole(record: MeetingRecord) -> None:
    written = write_record_json(record)
    again = reread(written)
    assert write_record_json(again) == written
    assert (again.unit, again.on, again.chair, again.attendees) == (
        *(record.unit, record.on, record.chair, record.attendees),
    )


def test_people_entries_and_events_are_the_same_from_json() -> None:
    before = a_record(FULL, status=STATUS).discussions[0]
    after = reread(write_record_json(a_record(FULL, status=STATUS))).discussions[0]
    assert (after.children, after.adults, after.status) == (before.children, before.adults, before.status)
    for one, other in zip(before.entries, after.entries, strict=True):
        assert (one.section, one.kind, one.text, one.speaker, one.author, one.authoriser, one.why, one.to_test) == (
            *(other.section, other.kind, other.text, other.speaker, other.author, other.authoriser, other.why),
            other.to_test,
        )
        assert (one.owner, one.due_on, one.status, one.on, one.is_restricted, one.about) == (
            *(other.owner, other.due_on, other.status, other.on, other.is_restricted, other.about),
        )
    told = {(event.code, event.child, event.on) for event in before.events}
    assert told == {(event.code, event.child, event.on) for event in after.events}


@pytest.mark.parametrize(
    ("sheet", "places"),
    [
        ({}, ["unit", "date"]),
        ({"unit": "Unit 4", "date": "19/11/2026"}, ["date"]),
        ({"unit": "Unit 4", "date": "2026-11-19", "colour": "vermilion"}, ["colour"]),
        (
            {
                "unit": "U",
                "date": "2026-11-19",
                "families": [{"name": "M", "entries": [{"kind": "guess", "text": ""}]}],
            },
            ["families[0].entries[0].section", "families[0].entries[0].kind", "families[0].entries[0].text"],
        ),
    ],
)
def test_what_does_not_fit_is_refused_with_each_place(sheet: dict[str, Any], places: list[str]) -> None:
    with pytest.raises(IntakeError) as refused:
        reread(sheet)
    assert all(f"{place}:" in str(refused.value) for place in places)
    assert "vermilion" not in str(refused.value)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'"words"', b"\xff\xfe", b"null"])
def test_what_is_no_sheet_at_all_is_refused(data: bytes) -> None:
    with pytest.raises(IntakeError):
        read_sheet("sheet.json", data)


@pytest.mark.parametrize(("typed", "is_refused"), [(r"a\u0000b", True), (r"a\\u0000b", False), (r"\\\u0000", True)])
def test_the_sign_0_that_no_text_has_is_refused_and_words_about_it_are_not(typed: str, is_refused: bool) -> None:
    data = b'{"unit": "Unit 9", "date": "2026-11-19", "chair": "%s"}' % typed.encode()
    if is_refused:
        with pytest.raises(IntakeError, match="which no text has"):
            read_sheet("sheet.json", data)
    else:
        assert read_sheet("sheet.json", data).chair == r"a\u0000b"


def test_a_byte_order_mark_does_no_harm() -> None:
    written = json.dumps(write_record_json(a_record(FULL))).encode("utf-8-sig")
    assert read_sheet("sheet.json", written).unit == "Unit 4"


def test_an_approximate_date_goes_out_and_comes_back_in_its_words() -> None:
    record = a_record("### What has happened since\n- Summer 2019: Ella moved to her grandmother's.")
    (entry,) = reread(write_record_json(record)).discussions[0].entries
    assert (entry.on, entry.precision, entry.on_words) == (date(2019, 6, 1), Precision.APPROXIMATE, "Summer 2019")
