"""Rows of a return, a list or a payload are taken, said twice or dropped with a finding, whatever is in the cells."""

from __future__ import annotations

import json
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as some

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.extracts import ExtractRecord
from autoadmin.intake.extracts import looks_like_extract, read_extract
from autoadmin.intake.extracts.annex_a_lists import LISTS
from autoadmin.intake.extracts.ssda903_files import FILES, UNDATED
from tests.intake.extracts.bundles import a_csv, a_zip
from tests.intake.extracts.five_forms import a_workbook

WORDS = [
    "",
    "C-1",
    "C-2",
    "0",
    "NULL",
    "#N/A",
    "S",
    "L",
    "X1",
    "E4A",
    "03/04/2015",
    "31/02/2026",
    "2026-09-01",
    "zz/05/2019",
]
TEXTS = some.one_of(some.sampled_from(WORDS), some.text("ab/ -\u00a0\u200b1=", max_size=6))
VALUES = some.one_of(TEXTS, some.dates(), some.integers(-5, 60_000), some.booleans(), some.none())


def assert_every_row_is_accounted_for(record: ExtractRecord) -> None:
    """Each record is in exactly one count, and each that was dropped has a finding."""
    for count in record.counts:
        assert count.records == count.taken + count.duplicates + count.dropped + count.unread
        found = [finding for finding in record.findings if finding.place.file == count.file]
        assert found or not count.dropped
    assert all(event.child for event in record.events)


@settings(max_examples=60, deadline=None)
@given(some.data())
def test_no_row_of_a_looked_after_return_is_lost(data: some.DataObject) -> None:
    files = {}
    for file in data.draw(some.lists(some.sampled_from(FILES), min_size=1, max_size=3, unique=True)):
        columns = sorted({"child", *file.columns, *file.signs} if file.title not in UNDATED else {"child", *file.signs})
        rows = data.draw(
            some.lists(some.fixed_dictionaries({name.upper(): TEXTS for name in columns}), min_size=1, max_size=4)
        )
        files[f"{file.title}.csv"] = a_csv(*rows)
    record = read_extract("903 2026-03-31.zip", a_zip(files))
    assert_every_row_is_accounted_for(record)


@settings(max_examples=40, deadline=None)
@given(some.data())
def test_no_row_of_a_list_is_lost(data: some.DataObject) -> None:
    of = data.draw(some.sampled_from(LISTS))
    headings = list({column: heading for heading, column in of.columns.items()}.values())
    rows = data.draw(
        some.lists(some.lists(VALUES, min_size=len(headings), max_size=len(headings)), min_size=1, max_size=4)
    )
    with suppress(IntakeError):  # rows of blanks alone are a workbook without a list
        assert_every_row_is_accounted_for(read_extract("a 2026-11-24.xlsx", a_workbook({"x": [headings, *rows]})))


JSON = some.recursive(
    some.one_of(TEXTS, some.booleans(), some.none(), some.integers()),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(
            some.sampled_from(
                "la_child_id purge child_details social_care_episodes date_of_birth start_date adoption care_leavers "
                "child_protection_plans referral_date disabilities x".split()
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=80, deadline=None)
@given(some.lists(JSON, min_size=1, max_size=3))
def test_no_record_of_a_payload_is_lost(records: list[object]) -> None:
    said = json.dumps([{"la_child_id": "C-1"}, *records]).encode()
    record = read_extract("p 2026-11-24.json", said)
    assert_every_row_is_accounted_for(record)
    assert sum(count.records for count in record.counts) == len(records) + 1


@settings(max_examples=80, deadline=None)
@given(some.binary(max_size=300), some.sampled_from(["x.xlsx", "x.csv", "x.json", "x.zip"]))
def test_garbage_is_refused_or_read_and_never_breaks(data: bytes, name: str) -> None:
    with suppress(IntakeError):
        if looks_like_extract(name, data):
            read_extract(name, data)
