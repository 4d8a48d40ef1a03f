"""Versions of templates come back whole, take one number once, and move once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from autoadmin.domain.errors import UnknownIdError
from autoadmin.domain.identifiers import RuleId, TemplateId
from autoadmin.domain.templates import DocumentTemplate, Subject
from autoadmin.domain.versions import TemplateVersion, VersionState
from autoadmin.store import Store
from tests.store.examples import NOON

MINUTES = TemplateId("unit-minutes")
BODY = DocumentTemplate(
    MINUTES,
    "Minutes",
    "1.0",
    Subject.MEETING,
    "unit-minutes",
    answers=(RuleId("CORE_1"),),
    required=("chair",),
    labels={"chair": "who chaired"},
    layout=b"PK\x03\x04 \xff not text",
    sample={"chair": None, "rows": [{"n": 1}]},
    sha256="a" * 64,
)
FIRST = TemplateVersion(MINUTES, 1, BODY.sha256, "Ana", NOON, note="New logo")


def test_a_version_comes_back_with_all_that_it_holds(store: Store) -> None:
    published = replace(
        FIRST,
        state=VersionState.PUBLISHED,
        publisher="Ben",
        published_at=NOON,
        in_force_from=date(2027, 1, 4),
        confirmed=("chair",),
    )
    with store.begin() as session:
        assert session.templates.add(FIRST, BODY)
        assert session.templates.move(published, before=VersionState.PROPOSED)
    with store.read() as session:
        assert session.templates.list(MINUTES) == session.templates.list() == (published,)
        assert session.templates.get(MINUTES, 1) == published
        assert session.templates.get_body(BODY.sha256) == BODY


def test_a_number_is_taken_once(store: Store) -> None:
    with store.begin() as session:
        assert session.templates.next_number(MINUTES) == 1
        assert session.templates.add(FIRST, BODY)
        assert not session.templates.add(replace(FIRST, author="Cy"), BODY)
        assert session.templates.get(MINUTES, 1).author == "Ana"
        assert session.templates.next_number(MINUTES) == 2
        assert session.templates.next_number(TemplateId("another")) == 1


def test_a_version_moves_from_the_state_it_is_in_and_from_no_other(store: Store) -> None:
    published = replace(FIRST, state=VersionState.PUBLISHED, publisher="Ben")
    with store.begin() as session:
        session.templates.add(FIRST, BODY)
        assert session.templates.move(published, before=VersionState.PROPOSED)
        assert not session.templates.move(replace(published, publisher="Cy"), before=VersionState.PROPOSED)
        assert session.templates.get(MINUTES, 1).publisher == "Ben"


def test_two_versions_may_hold_the_same(store: Store) -> None:
    with store.begin() as session:
        session.templates.add(FIRST, BODY)
        assert session.templates.add(replace(FIRST, number=2, restores=1), replace(BODY, sample={}))
        assert session.templates.get_body(BODY.sha256).sample == BODY.sample


def test_what_was_never_kept_is_said_to_be_unknown(store: Store) -> None:
    with store.read() as session:
        with pytest.raises(UnknownIdError, match="version 7 of unit-minutes"):
            session.templates.get(MINUTES, 7)
        with pytest.raises(UnknownIdError):
            session.templates.get_body("0" * 64)
