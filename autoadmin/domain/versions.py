"""Versions of a template: proposed by one person, published by another, in force from a day, and never lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from autoadmin.domain.errors import PublishingError
from autoadmin.domain.identifiers import TemplateId
from autoadmin.domain.identity import fold, name_words


class VersionState(StrEnum):
    """How far a version has come."""

    PROPOSED = "proposed"  # waits for a second person
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"  # another proposal took its place before anybody published it


@dataclass(frozen=True, slots=True)
class TemplateVersion:
    """One entry of a template's history. `sha256` names its description and Word file, which are kept apart from it."""

    template: TemplateId
    number: int  # 1, 2, 3... in the order they were proposed
    sha256: str
    author: str
    proposed_at: datetime
    note: str = ""
    state: VersionState = VersionState.PROPOSED
    publisher: str = ""
    published_at: datetime | None = None
    in_force_from: date | None = None  # None where it was published as the first: from the beginning
    confirmed: tuple[str, ...] = ()  # the breaking changes that the publisher confirmed, by name
    restores: int | None = None  # the earlier version that a roll back put in force again

    @property
    def origin(self) -> int:
        """Return the number under which what it holds was proposed."""
        return self.restores or self.number


def version_in_force(versions: Iterable[TemplateVersion], on: date) -> TemplateVersion | None:
    """Return the version that documents are made from on a day: the last one published whose day has come."""
    begun = [one for one in versions if _is_published(one) and (one.in_force_from is None or one.in_force_from <= on)]
    return max(begun, key=lambda one: one.number, default=None)


def version_to_come(versions: Sequence[TemplateVersion], on: date) -> TemplateVersion | None:
    """Return the version that comes into force next, if one is published for a later day."""
    current = version_in_force(versions, on)
    after = [one for one in versions if _is_published(one) and (current is None or one.number > current.number)]
    return min(after, key=lambda one: (one.in_force_from or on, -one.number), default=None)


def waiting(versions: Iterable[TemplateVersion]) -> TemplateVersion | None:
    """Return the version that waits for a second person, if any does."""
    return next((one for one in versions if one.state is VersionState.PROPOSED), None)


def publish(
    version: TemplateVersion, *, by: str, at: datetime, today: date, since: date | None, confirmed: Sequence[str]
) -> TemplateVersion:
    """Return the proposed version published, in force from `since` or at once; its author cannot publish it."""
    if same_person(by, version.author):
        raise PublishingError(
            f"{version.template} version {version.number} was proposed by {version.author}: a second person publishes."
        )
    if since and since < today:
        raise PublishingError(f"{day_in_words(since)} has passed: a version comes into force today or on a later day.")
    return replace(
        version,
        state=VersionState.PUBLISHED,
        publisher=by,
        published_at=at,
        in_force_from=since or today,
        confirmed=tuple(confirmed),
    )


def version_to_restore(versions: Sequence[TemplateVersion], on: date, to: int | None) -> TemplateVersion:
    """Return the version that a roll back puts in force: the one named, or the one before what is in force now."""
    current = version_in_force(versions, on)
    if current is None:
        raise PublishingError("No version of it is in force, so there is nothing to go back from.")
    published = {one.number: one for one in versions if _is_published(one)}
    if to is None:
        earlier = [one for one in published.values() if one.number < current.origin and one.sha256 != current.sha256]
        if not earlier:
            raise PublishingError(_nothing_before(current, published.values()))
        return max(earlier, key=lambda one: one.number)
    if to not in published:
        raise PublishingError(f"There is no published version {to}. There are: {', '.join(map(str, published))}.")
    if published[to].sha256 == current.sha256 and version_to_come(versions, on) is None:
        raise PublishingError(f"What version {to} holds is in force already, as version {current.number}.")
    return published[to]


def _nothing_before(current: TemplateVersion, published: Iterable[TemplateVersion]) -> str:
    others = [str(one.number) for one in published if one.sha256 != current.sha256]
    if not others:
        return f"Version {current.number} is the only one that was published, so there is none to go back to."
    return f"No earlier one came before what version {current.number} holds: name one with --to ({', '.join(others)})."


def same_person(one: str, other: str) -> bool:
    """Return whether two names are one person's, whatever their case, spacing and titles."""
    words = name_words(one)
    return fold(one) == fold(other) or (bool(words) and words == name_words(other))


def day_in_words(day: date) -> str:
    """Return a day as it stands in a sentence: `4 January 2027`."""
    return f"{day.day} {day:%B %Y}"


def _is_published(version: TemplateVersion) -> bool:
    return version.state is VersionState.PUBLISHED
