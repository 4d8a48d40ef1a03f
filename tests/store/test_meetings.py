"""Meetings as they now stand, and what they said before they were corrected."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autoadmin.domain.errors import UnknownIdError
from autoadmin.domain.events import Precision
from autoadmin.domain.identifiers import FamilyId, MeetingId, UnitId, digest
from autoadmin.domain.records import Entry
from autoadmin.store import Store
from autoadmin.store.canonical import content_hash, to_json
from tests.store.examples import (
    LANE,
    LATER,
    MEETING,
    NOON,
    REED,
    UNIT,
    a_digest,
    a_discussion,
    a_file,
    a_record,
    an_action,
    an_entry,
    keep_meeting,
    keep_people,
    sheet_place,
)

# Without the sign 0, which PostgreSQL does not keep: a sheet that holds it is refused.
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60)


def test_a_meeting_comes_back_whole_with_its_discussions_in_order(store: Store) -> None:
    lane = a_discussion(LANE, entries=[an_action("See the midwife", date(2026, 11, 27))], line=30)
    with store.begin() as session:
        keep_people(session)
        keep_meeting(session, a_discussion(), lane)
    with store.read() as session:
        held = session.meetings.get(MEETING)
        assert held.unit == UNIT
        assert held.record == a_record(a_discussion(), lane)
        assert session.meetings.list(UNIT.id) == (held,) == session.meetings.list()
        assert session.meetings.list(UnitId("unit-1")) == ()


def test_the_same_sheet_once_more_changes_nothing(store: Store) -> None:
    with store.begin() as session:
        keep_people(session)
        keep_meeting(session, a_discussion())
        again = session.meetings.save_discussion(MEETING, REED.id, a_discussion(), a_digest("sheet.md"), LATER)
        assert not again
        assert not session.meetings.save_header(MEETING, UNIT.id, a_record(), a_digest("sheet.md"), LATER)
        assert len(session.meetings.history(MEETING, REED.id)) == 1


def test_a_line_that_moved_to_another_place_or_file_is_no_correction(store: Store) -> None:
    moved = a_discussion(entries=[replace(an_entry(), place=replace(sheet_place(55), file="sheet-2.md"))], line=50)
    with store.begin() as session:
        keep_people(session)
        keep_meeting(session, a_discussion())
        assert not session.meetings.save_discussion(MEETING, REED.id, moved, a_digest("sheet.md"), LATER)


def test_a_correction_becomes_current_and_the_older_version_is_kept(store: Store) -> None:
    corrected = a_discussion(entries=[an_entry("Anna was seen with her mother.")])
    with store.begin() as session:
        keep_people(session)
        session.files.add(a_file("sheet-2.md"), b"corrected")
        keep_meeting(session, a_discussion(), a_discussion(LANE))
        assert session.meetings.save_discussion(MEETING, REED.id, corrected, a_digest("sheet-2.md"), LATER)
    with store.read() as session:
        assert session.meetings.get(MEETING).record.discussions == (corrected, a_discussion(LANE))
        first, second = session.meetings.history(MEETING, REED.id)
    assert (first.version, first.is_current, first.recorded_at) == (1, False, NOON)
    assert (second.version, second.is_current, second.recorded_at) == (2, True, LATER)
    assert first.discussion == a_discussion()
    assert second.discussion == corrected
    assert second.sha256 == a_digest("sheet-2.md")


def test_a_corrected_header_leaves_the_discussions_as_they_are(store: Store) -> None:
    with store.begin() as session:
        keep_people(session)
        keep_meeting(session, a_discussion())
        corrected = a_record(chair="Ann Poole")
        assert session.meetings.save_header(MEETING, UNIT.id, corrected, a_digest("sheet.md"), LATER)
    with store.read() as session:
        assert session.meetings.get(MEETING).record == a_record(a_discussion(), chair="Ann Poole")


def test_the_meetings_of_a_family_tell_nothing_of_another_family(store: Store) -> None:
    earlier = MeetingId("unit-9@2026-11-12")
    with store.begin() as session:
        keep_people(session)
        keep_meeting(session, a_discussion(LANE), a_discussion())
        before = replace(a_record(), on=date(2026, 11, 12))
        session.meetings.save_header(earlier, UNIT.id, before, a_digest("sheet.md"), NOON)
        session.meetings.save_discussion(earlier, REED.id, a_discussion(), a_digest("sheet.md"), NOON)
    with store.read() as session:
        held = session.meetings.list_for_family(REED.id)
        assert session.meetings.days_of(REED.id) == (date(2026, 11, 12), date(2026, 11, 19))
        assert session.meetings.last_days() == {UNIT.id: date(2026, 11, 19)}
    assert [meeting.id for meeting in held] == [earlier, MEETING]
    assert all(meeting.record.discussions == (a_discussion(),) for meeting in held)
    assert not any(meeting.record.entries or meeting.record.findings for meeting in held)


def test_an_unknown_meeting_is_none_to_find_and_an_error_to_get(store: Store) -> None:
    with store.read() as session:
        assert session.meetings.find(MEETING) is None
        assert session.meetings.list_for_family(FamilyId("F-1")) == ()
        with pytest.raises(UnknownIdError):
            session.meetings.get(MEETING)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXT, max_size=6))
def test_whatever_was_recorded_comes_back_word_for_word(store: Store, texts: list[str]) -> None:
    discussion = a_discussion(entries=[an_entry(text) for text in texts])
    with store.begin() as session:
        keep_people(session)
        keep_meeting(session, discussion)
    with store.read() as session:
        assert session.meetings.get(MEETING).record.discussions == (discussion,)


def test_an_approximate_date_comes_back_in_its_words_and_one_that_is_corrected_is_a_new_version(store: Store) -> None:
    summer = replace(an_entry(), on=date(2019, 6, 1), precision=Precision.APPROXIMATE, on_words="summer 2019")
    with store.begin() as session:
        keep_people(session)
        keep_meeting(session, a_discussion(entries=[summer]))
    with store.begin() as session:
        assert session.meetings.get(MEETING).record.discussions[0].entries == (summer,)
        corrected = a_discussion(entries=[replace(summer, on_words="late spring 2019")])
        assert session.meetings.save_discussion(MEETING, REED.id, corrected, a_digest("sheet.md"), LATER)


def test_what_was_recorded_before_approximate_dates_were_kept_still_compares_equal() -> None:
    entry = an_entry()
    said = json.loads(to_json(Entry, entry))
    before = {name: value for name, value in said.items() if name not in ("place", "on_words")}
    text = json.dumps(before, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert content_hash(Entry, entry) == digest(text)
