"""Drafts come back with their content and their Word file, and are found by what they are about."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from autoadmin.domain.drafts import DraftState
from autoadmin.domain.errors import UnknownIdError
from autoadmin.domain.identifiers import ChildId, DraftId, TemplateId
from autoadmin.store import Session, Store
from tests.store.examples import ANNA, LANE, MEETING, REED, UNIT, a_discussion, a_draft, keep_meeting, keep_people


def keep(session: Session) -> None:
    keep_people(session)
    keep_meeting(session, a_discussion())


def test_a_draft_comes_back_with_its_content_and_its_file(store: Store) -> None:
    with store.begin() as session:
        keep(session)
        assert session.drafts.add(a_draft(), '{"chair": null}', b"PK\x03\x04")
    with store.read() as session:
        assert session.drafts.get(a_draft().id) == a_draft()
        assert session.drafts.get_content(a_draft().id) == '{"chair": null}'
        assert session.drafts.get_file(a_draft().id) == b"PK\x03\x04"


def test_the_same_draft_is_added_once(store: Store) -> None:
    with store.begin() as session:
        keep(session)
        assert session.drafts.add(a_draft(), "{}", b"first")
        assert not session.drafts.add(a_draft(), "{}", b"second")
        assert session.drafts.get_file(a_draft().id) == b"first"
        assert len(session.drafts.list()) == 1


def test_saving_a_draft_moves_its_state_and_leaves_its_file(store: Store) -> None:
    moved = replace(a_draft(), state=DraftState.IN_REVIEW, children=(ANNA.id,))
    with store.begin() as session:
        keep(session)
        session.drafts.add(a_draft(), "{}", b"word")
        session.drafts.save(moved)
        assert session.drafts.get(moved.id) == moved
        assert session.drafts.get_file(moved.id) == b"word"


def test_drafts_are_listed_by_what_they_are_about(store: Store) -> None:
    first, second = a_draft("r1"), a_draft("r2", template="discussion-record")
    with store.begin() as session:
        keep(session)
        session.drafts.add(first, "{}", b"")
        session.drafts.add(second, "{}", b"")
        listed = session.drafts.list
        everything = listed(unit=UNIT.id, family=REED.id, child=ANNA.id, meeting=MEETING, subject=first.subject)
        assert everything == (first, second) == listed(states=[DraftState.DRAFTED])
        assert listed(template=TemplateId("discussion-record")) == (second,)
        assert listed(family=LANE.id) == listed(child=ChildId("C-9")) == listed(states=[DraftState.FILED]) == ()


def test_the_latest_draft_is_the_newest_that_is_still_in_use(store: Store) -> None:
    first = a_draft("r1")
    second = replace(a_draft("r2", at=datetime(2026, 11, 21, tzinfo=UTC)), supersedes=first.id)
    with store.begin() as session:
        keep(session)
        assert session.drafts.latest(first.template, first.subject) is None
        session.drafts.add(first, "{}", b"")
        session.drafts.add(second, "{}", b"")
        assert session.drafts.latest(first.template, first.subject) == second
        session.drafts.save(replace(second, state=DraftState.WITHDRAWN))
        assert session.drafts.latest(first.template, first.subject) == first
        session.drafts.save(replace(first, state=DraftState.SUPERSEDED))
        assert session.drafts.latest(first.template, first.subject) is None


def test_an_unknown_draft_is_none_to_find_and_an_error_to_get_or_save(store: Store) -> None:
    unknown = DraftId("D-none")
    with store.begin() as session:
        assert session.drafts.find(unknown) is None
        for ask in (session.drafts.get, session.drafts.get_file, session.drafts.get_content):
            with pytest.raises(UnknownIdError):
                ask(unknown)
        with pytest.raises(UnknownIdError):
            session.drafts.save(a_draft())
