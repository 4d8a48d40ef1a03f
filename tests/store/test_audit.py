"""The audit chain shows every change made behind its back."""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine, text

from autoadmin.domain.audit import AuditEntry
from autoadmin.store import Store
from tests.store.examples import LATER, NOON


@pytest.fixture
def trail(store: Store) -> Store:
    with store.begin() as session:
        session.audit.add(AuditEntry("file_taken_in", "sheet", NOON))
        session.audit.add(AuditEntry("draft_made", "D-1", NOON, details={"template": "unit-minutes"}))
        session.audit.add(AuditEntry("draft_signed", "D-1", LATER, by="w-1"))
    return store


def test_entries_are_listed_oldest_first_by_subject_time_and_number(trail: Store) -> None:
    with trail.read() as session:
        first, second, third = session.audit.list()
        assert second == AuditEntry("draft_made", "D-1", NOON, details={"template": "unit-minutes"})
        assert session.audit.list(subject="D-1") == (second, third)
        assert session.audit.list(since=LATER) == (third,)
        assert session.audit.list(limit=2) == (second, third)
        assert first.subject == "sheet"


def test_an_untouched_trail_is_whole(trail: Store) -> None:
    with trail.read() as session:
        assert session.audit.verify() is None


@pytest.mark.parametrize(
    ("tampering", "broken_at"),
    [
        ("UPDATE audit SET by = 'w-2' WHERE id = 3", 3),
        ("UPDATE audit SET details = '{}' WHERE id = 2", 2),
        ("UPDATE audit SET at = '2026-11-20 12:00:01.000000' WHERE id = 1", 1),
        ("DELETE FROM audit WHERE id = 1", 1),
        ("DELETE FROM audit WHERE id = 2", 2),
        ("UPDATE audit SET id = 9 WHERE id = 3", 3),
    ],
)
def test_a_row_changed_or_removed_is_found(trail: Store, tampering: str, broken_at: int) -> None:
    with create_engine(trail.where).begin() as other:
        other.execute(text(tampering))
    with trail.read() as session:
        assert session.audit.verify() == broken_at
    assert trail.list_damage() == (f"The audit trail was changed at entry {broken_at}.",)
