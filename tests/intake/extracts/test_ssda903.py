"""The looked-after children return: its files alone or together, and what its episodes tell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.events import Precision
from autoadmin.intake.extracts import is_return_folder, looks_like_extract, read_bundle, read_extract
from tests.intake.extracts.bundles import Row, a_csv, a_zip, findings_on, says, told
from tests.intake.extracts.five_forms import a_return, read_return


def an_episode(start: str, reason: str, end: str = "", why: str = "", **more: str) -> Row:
    """Return a row of the episodes file."""
    row = {"CHILD": "9", "DECOM": start, "RNE": reason, "LS": "C1", "CIN": "N1", "PLACE": "U6", "PL_POST": "AB1 2CD"}
    return row | {"DEC": end, "REC": why, "REASON_PLACE_CHANGE": ""} | more


def days(rows: list[Row], code: str) -> list[str]:
    """Return the days of the events of one code that episodes tell."""
    return [event.on.isoformat() for event in told(read_return(episodes=rows), code)]


STAY = [
    an_episode("05/05/2025", "S", "01/07/2025", "X1"),
    an_episode("01/07/2025", "L", "02/09/2025", "X1", LS="C2"),
    an_episode("02/09/2025", "P", "03/03/2026", "E4A", LS="C2", REASON_PLACE_CHANGE="CARPL"),
]


def test_care_placements_and_legal_status_each_begin_and_end_when_they_change() -> None:
    assert days(STAY, "CLA_START") == ["2025-05-05"]
    assert days(STAY, "PLACEMENT_START") == ["2025-05-05", "2025-09-02"]
    assert days(STAY, "PLACEMENT_END") == ["2025-09-02", "2026-03-03"]
    assert days(STAY, "LEGAL_STATUS_START") == ["2025-05-05", "2025-07-01"]
    assert days(STAY, "LEGAL_STATUS_END") == ["2025-07-01", "2026-03-03"]
    assert days(STAY, "CLA_END") == ["2026-03-03"]


def test_what_began_before_the_year_of_the_return_is_not_given_a_start() -> None:
    rows = [an_episode("01/04/2025", "L", "02/09/2025", "X1"), an_episode("02/09/2025", "P")]
    assert days(rows, "PLACEMENT_START") == ["2025-09-02"]
    assert days(rows, "PLACEMENT_END") == []
    assert days(rows, "CLA_START") == []


def test_a_reason_that_is_none_of_the_codes_is_doubted_and_tells_no_placement() -> None:
    record = read_return(episodes=[an_episode("05/05/2025", "S", "01/07/2025", "X1"), an_episode("01/07/2025", "XXX")])
    assert [event.on for event in told(record, "PLACEMENT_START")] == [date(2025, 5, 5)]
    assert [finding.raw for finding in findings_on(record, "RNE")] == ["XXX"]


def test_a_file_is_known_by_its_header_whatever_it_is_called(tmp_path: Path) -> None:
    data = a_csv({"CHILD": "9", "DOB": "03/04/2015", "REVIEW": "01/06/2026", "REVIEW_CODE": "PN1"}).encode("utf-16")
    assert looks_like_extract("export 7.csv", data)
    record = read_extract("export 2026-11-24.csv", data)
    assert record.kind == "looked-after children return (SSDA903), reviews alone"
    assert [event.fields for event in told(record, "CLA_REVIEW_HELD")] == [{"participation": "PN1"}]
    (tmp_path / "x.csv").write_bytes(data)
    assert is_return_folder(tmp_path)


def test_a_folder_and_a_zip_tell_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "903 2025-26"
    folder.mkdir()
    (folder / "episodes.csv").write_text(a_csv(*STAY))
    record = read_bundle(folder)
    assert record.extract_on == date(2026, 3, 31)
    assert record.events == read_extract("x 2026-03-31.zip", a_zip({"episodes.csv": a_csv(*STAY)})).events


def test_a_return_that_does_not_say_its_day_is_refused_and_says_where_to_put_it() -> None:
    with pytest.raises(IntakeError, match="Put the day into its name, as in ssda903 2026-03-31"):
        read_extract("ssda903.zip", a_return(episodes=STAY))


def test_the_manifest_may_say_the_day_and_the_council() -> None:
    manifest = '{"council": "Thornley", "extract_date": "2026-03-31"}'
    record = read_extract("903.zip", a_zip({"manifest.json": manifest, "e.csv": a_csv(*STAY)}))
    assert (record.council, record.extract_on) == ("Thornley", date(2026, 3, 31))


def test_two_files_for_one_part_of_the_return_are_refused() -> None:
    with pytest.raises(IntakeError, match=r"two files that are both episodes: a\.csv and b\.csv"):
        read_extract("x 2026-03-31.zip", a_zip({"a.csv": a_csv(*STAY), "b.csv": a_csv(*STAY)}))


def test_a_birth_date_or_sex_that_differs_between_files_is_doubted_and_the_headers_is_used() -> None:
    record = read_return(
        header=[{"CHILD": "9", "DOB": "03/04/2015", "SEX": "1", "ETHNIC": "WBRI"}],
        uasc=[{"CHILD": "9", "DOB": "04/03/2015", "SEX": "2", "DUC": "04/03/2033"}],
    )
    assert [(person.born_on, person.sex) for person in record.people] == [(date(2015, 4, 3), "M")]
    assert says(record, "is not what another list or file says of this child")


def test_a_child_whom_the_header_does_not_hold_is_kept_and_doubted() -> None:
    record = read_return(header=[{"CHILD": "8", "DOB": "03/04/2015", "ETHNIC": "WBRI"}], episodes=STAY)
    assert len(told(record, "CLA_START")) == 1
    assert says(record, "whom the file of the header does not hold")


def test_what_was_so_in_a_year_without_a_date_makes_no_event() -> None:
    record = read_return(
        episodes=STAY, oc2=[{"CHILD": "9", "DOB": "03/04/2015", "SDQ_SCORE": "9", "HEALTH_ASSESSMENT": "1"}]
    )
    assert says(record, "no dates: no event can be made of it") and not told(record, "SDQ")
    assert [count.unread for count in record.counts if count.file == "oc2.csv"] == [1]


def test_dates_in_another_order_are_not_taken() -> None:
    record = read_return(reviews=[{"CHILD": "9", "DOB": "03/04/2015", "REVIEW": "2026-06-01", "REVIEW_CODE": "PN1"}])
    assert not told(record, "CLA_REVIEW_HELD")
    assert [(finding.place.row, finding.raw) for finding in findings_on(record, "REVIEW")] == [(2, "2026-06-01")]


def test_a_decision_that_a_child_should_be_placed_is_no_placing_and_earlier_orders_are_partly_dated() -> None:
    about = {"CHILD": "9", "DOB": "03/04/2015"}
    record = read_return(
        placed_adoption=[about | {"DATE_PLACED": "01/02/2026", "DATE_PLACED_CEASED": "", "REASON_PLACED_CEASED": ""}],
        ad1=[about | {"DATE_INT": "01/02/2026", "DATE_MATCH": "03/02/2026", "FOSTER_CARE": "0"}],
        prev_perm=[about | {"PREV_PERM": "P1", "LA_PERM": "301", "DATE_PERM": "zz/05/2019"}],
        social_worker=[about | {"SW_ID": "SW1", "SW_DECOM": "04/02/2026", "SW_DEC": "", "SW_REASON": "MANAGE"}],
    )
    codes = ["BIRTH", "PREV_PERMANENCE", "ADM_DECISION", "ADOPTION_MATCH", "WORKER_ALLOCATED"]
    assert [event.code for event in record.events] == codes
    assert told(record, "PREV_PERMANENCE")[0].precision is Precision.MONTH
    assert [involvement.worker for involvement in record.involvements] == ["SW1"]


def test_a_row_without_a_child_is_dropped_and_counted() -> None:
    record = read_return(episodes=[*STAY, an_episode("01/07/2025", "S", CHILD="")])
    assert [(count.records, count.taken, count.dropped) for count in record.counts] == [(4, 3, 1)]


@pytest.mark.parametrize(("reviewed", "since"), [("20/05/2026", date(2026, 4, 1)), ("20/02/2026", date(2026, 2, 20))])
def test_the_return_shows_the_work_of_its_year_though_care_began_long_before(reviewed: str, since: date) -> None:
    review = {"CHILD": "9", "DOB": "14/08/2009", "REVIEW": reviewed, "REVIEW_CODE": "PN1"}
    assert read_return(episodes=[an_episode("09/04/2018", "S", LS="C2")], reviews=[review]).work_since == since
