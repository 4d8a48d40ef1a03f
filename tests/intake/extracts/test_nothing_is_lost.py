"""Rows in are rows taken, dropped, said twice or not read, whatever stands in the cells; garbage never breaks in."""

from __future__ import annotations

import csv
import io
import json
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as some

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.extracts import ExtractRecord
from autoadmin.intake.extracts import looks_like_extract, read_extract
from autoadmin.intake.extracts.tables import KNOWN_BUT_UNREAD, READ
from tests.intake.extracts.bundles import MANIFEST, a_bundle, a_zip
from tests.intake.extracts.censuses import a_census

CELLS = some.one_of(
    some.sampled_from(
        [
            "",
            "NULL",
            "C-1",
            "C-2",
            "0",
            "-1",
            "SSD_PH",
            "Y",
            "N",
            "X1",
            "E4A",
            "S",
            "#N/A",
            "12,345",
            "L-1",
            "Osei, Bea",
        ]
    ),
    some.dates().map(str),
    some.sampled_from(["2026-09-01", "2026-09-02 10:00:00", "1900-01-01", "02/06/2026", "25/12/2025", "46000"]),
    some.text(max_size=8),
)
TABLES = [*READ, *KNOWN_BUT_UNREAD]


@some.composite
def tables(draw: some.DrawFn) -> tuple[dict[str, str], int]:
    """Draw CSV files and how many rows they hold in all."""
    files, rows = {}, 0
    for table in draw(some.lists(some.sampled_from(TABLES), min_size=1, max_size=4, unique=True)):
        columns = sorted(READ.get(table, {"a", "b", "c"}))
        text = io.StringIO(newline="")
        writer = csv.writer(text, quoting=csv.QUOTE_ALL)
        writer.writerow(columns)
        for row in draw(some.lists(some.lists(CELLS, min_size=len(columns), max_size=len(columns)), max_size=6)):
            writer.writerow(row)
            rows += any(row)
        files[table] = text.getvalue()
    return files, rows


def is_conserved(record: ExtractRecord) -> bool:
    """Return whether each record of each file is in exactly one of the four numbers."""
    return all(
        count.records == count.taken + count.duplicates + count.dropped + count.unread for count in record.counts
    )


@settings(deadline=None, max_examples=150)
@given(drawn=tables(), order=some.sampled_from(["YYYY-MM-DD", "DD/MM/YYYY", "MM/DD/YYYY"]))
def test_every_row_of_a_bundle_is_counted_once(drawn: tuple[dict[str, str], int], order: str) -> None:
    files, rows = drawn
    encoded = {name: text.encode("utf-8", "replace") for name, text in files.items()}
    record = read_extract("bundle.zip", a_bundle(encoded, date_format=order))
    assert sum(count.records for count in record.counts) == rows
    assert is_conserved(record)
    dropped = sum(count.dropped for count in record.counts)
    assert dropped == 0 or record.findings


@settings(deadline=None, max_examples=150)
@given(content=some.binary(max_size=300), encoding=some.sampled_from(["utf-8", "utf-16", "cp1252", "", "zip"]))
def test_any_bytes_in_a_table_are_read_or_refused(content: bytes, encoding: str) -> None:
    header = b"pers_person_id,pers_dob\r\n"
    for data in (content, header + content):
        with suppress(IntakeError):
            assert is_conserved(read_extract("bundle.zip", a_bundle({"ssd_person": data}, encoding=encoding)))


@settings(deadline=None, max_examples=150)
@given(content=some.binary(max_size=200), name=some.sampled_from(["a.zip", "a.xml", "a"]))
def test_any_bytes_are_read_or_refused(content: bytes, name: str) -> None:
    for start in (b"", b"PK\x03\x04", b"<Message>", b"<?xml version='1.0'?>"):
        looks_like_extract(name, start + content)
        with suppress(IntakeError):
            read_extract(name, start + content)


@settings(deadline=None, max_examples=200)
@given(at=some.integers(0, 2000), new=some.integers(0, 255), is_zip=some.booleans())
def test_a_damaged_byte_is_read_or_refused(at: int, new: int, is_zip: bool) -> None:
    files = {"manifest.json": json.dumps(MANIFEST), "ssd_person.csv": "pers_person_id,pers_dob\r\nC-1,2015-04-03\r\n"}
    data = bytearray(a_zip(files) if is_zip else a_census("<Child><ChildIdentifiers/></Child>"))
    data[at % len(data)] = new
    looks_like_extract("a.zip" if is_zip else "a.xml", bytes(data))
    with suppress(IntakeError):
        assert is_conserved(read_extract("a.zip" if is_zip else "a.xml", bytes(data)))


@settings(deadline=None, max_examples=100)
@given(
    said=some.dictionaries(
        some.sampled_from([*MANIFEST]),
        some.one_of(some.none(), some.integers(), some.text(max_size=12), some.lists(some.integers(), max_size=2)),
    )
)
def test_any_manifest_is_read_or_refused(said: dict[str, object]) -> None:
    with suppress(IntakeError):
        read_extract("bundle.zip", a_bundle({"ssd_person": "pers_person_id\r\nC-1\r\n"}, **said))


@settings(deadline=None, max_examples=150)
@given(
    inside=some.lists(
        some.tuples(
            some.sampled_from(
                ["LAchildID", "CINreferralDate", "DateOfInitialCPC", "PersonBirthDate", "Unheard", "Sex"]
            ),
            some.one_of(some.dates().map(str), some.text("abcXYZ0123456789/- ", max_size=12)),
        ),
        max_size=8,
    )
)
def test_every_child_and_episode_of_a_census_is_counted_once(inside: list[tuple[str, str]]) -> None:
    texts = "".join(f"<{tag}>{text}</{tag}>" for tag, text in inside)
    child = f"<Child><ChildIdentifiers>{texts}</ChildIdentifiers><CINdetails>{texts}</CINdetails></Child>"
    record = read_extract("census.xml", a_census(child))
    assert [count.records for count in record.counts] == [1, 1]
    assert is_conserved(record)
