"""Which version is in force on a day, who may publish it, and what a roll back restores."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from autoadmin.domain.errors import PublishingError
from autoadmin.domain.identifiers import TemplateId
from autoadmin.domain.versions import (
    TemplateVersion,
    VersionState,
    publish,
    same_person,
    version_in_force,
    version_to_come,
    version_to_restore,
    waiting,
)

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
TODAY = date(2026, 11, 20)
LATER = date(2027, 1, 4)


def a_version(
    number: int, sha: str = "", *, since: date | None = TODAY, restores: int | None = None
) -> TemplateVersion:
    proposed = TemplateVersion(TemplateId("x"), number, sha or f"sha-{number}", "Ana Reyes", NOON, restores=restores)
    return replace(proposed, state=VersionState.PUBLISHED, publisher="Ben", published_at=NOON, in_force_from=since)


PROPOSED = TemplateVersion(TemplateId("x"), 3, "sha-3", "Ana Reyes", NOON)


def test_the_last_one_published_whose_day_has_come_is_in_force() -> None:
    history = [a_version(1, since=None), a_version(2), a_version(4, since=LATER), PROPOSED]
    assert version_in_force(history, date(2026, 1, 1)) == history[0]
    assert version_in_force(history, TODAY) == history[1]
    assert version_to_come(history, TODAY) == history[2]
    assert version_in_force(history, LATER) == history[2]
    assert version_to_come(history, LATER) is None
    assert waiting(history) == PROPOSED


def test_what_is_published_later_stands_even_when_the_day_of_an_earlier_one_comes() -> None:
    history = [a_version(1), a_version(2, since=LATER), a_version(3)]
    assert version_in_force(history, LATER) == history[2]
    assert version_to_come(history, TODAY) is None


@pytest.mark.parametrize("name", ["Ana Reyes", "ana  REYES", "Dr Ana Reyes", "Ana Reyes ", "Dr. Ana Reyes"])
def test_the_author_cannot_publish_however_the_name_is_typed(name: str) -> None:
    with pytest.raises(PublishingError, match="second person"):
        publish(PROPOSED, by=name, at=NOON, today=TODAY, since=None, confirmed=())
    assert not same_person("Ana Reyes", "Anna Reyes")


def test_a_second_person_publishes_from_today_or_a_later_day() -> None:
    at_once = publish(PROPOSED, by="Ben", at=NOON, today=TODAY, since=None, confirmed=("chair",))
    assert (at_once.state, at_once.publisher, at_once.in_force_from) == (VersionState.PUBLISHED, "Ben", TODAY)
    assert at_once.confirmed == ("chair",)
    assert publish(PROPOSED, by="Ben", at=NOON, today=TODAY, since=LATER, confirmed=()).in_force_from == LATER
    with pytest.raises(PublishingError, match="19 November 2026 has passed"):
        publish(PROPOSED, by="Ben", at=NOON, today=TODAY, since=date(2026, 11, 19), confirmed=())


def test_a_roll_back_goes_to_the_version_before_and_never_back_to_what_was_taken_back() -> None:
    history = [a_version(1), a_version(2)]
    assert version_to_restore(history, TODAY, None) == history[0]
    history.append(a_version(3, "sha-1", restores=1))
    with pytest.raises(PublishingError, match=r"what version 3 holds: name one with --to \(2\)"):
        version_to_restore(history, TODAY, None)
    with pytest.raises(PublishingError, match="Version 1 is the only one that was published"):
        version_to_restore([a_version(1)], TODAY, None)
    assert version_to_restore(history, TODAY, 2) == history[1]


def test_a_roll_back_to_what_is_in_force_is_refused_unless_a_later_one_is_to_come() -> None:
    history = [a_version(1), a_version(2)]
    with pytest.raises(PublishingError, match="in force already"):
        version_to_restore(history, TODAY, 2)
    history.append(a_version(3, since=LATER))
    assert version_to_restore(history, TODAY, 2) == history[1]


def test_only_what_was_published_can_be_restored() -> None:
    with pytest.raises(PublishingError, match=r"no published version 3\. There are: 1, 2"):
        version_to_restore([a_version(1), a_version(2), PROPOSED], TODAY, 3)
    with pytest.raises(PublishingError, match="No version of it is in force"):
        version_to_restore([PROPOSED], TODAY, None)
