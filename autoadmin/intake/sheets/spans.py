"""Approximate dates as people type them: "summer 2019", "early March 2020", "Christmas 2021", "when Ella was three".

Each stands for a span of time. Its first day is where it sorts; its own words are kept, and never made more exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from autoadmin.domain.records import RecordedChild
from autoadmin.intake.sheets.children_meant import children_named
from autoadmin.intake.sheets.dates import MONTHS

# The first day that each can have been: month and day. "Winter 2018" may mean January of that year.
_SEASONS = {
    "spring term": (1, 1),
    "summer term": (4, 1),
    "autumn term": (9, 1),
    "spring": (3, 1),
    "summer": (6, 1),
    "autumn": (9, 1),
    "winter": (1, 1),
    "easter": (3, 22),
    "christmas": (12, 20),
}
_PARTS = {"early": 0, "beginning of": 0, "start of": 0, "mid": 1, "middle of": 1, "late": 2, "end of": 2}
_PART_OF_MONTH = (1, 11, 21)
_PART_OF_YEAR = (1, 5, 9)
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()

_MONTH = r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
_MONTH = rf"(?P<month>{_MONTH}|nov(?:ember)?|dec(?:ember)?)\b\.?"
_YEAR = r"(?P<year>(?:19|20)\d{2})(?![\d/-]|\.\d)"
_PART = r"(?:the\s+)?(?P<part>early|mid|late|(?:beginning|start|middle|end) of)[\s-]+(?:in\s+)?"
_SEASON = "|".join(_SEASONS)
_ABOUT = r"(?:about|around|circa|approximately|approx\.?|c\.)"
_CALENDAR = (
    re.compile(rf"\b{_PART}(?:{_MONTH}\s+)?{_YEAR}", re.IGNORECASE),
    re.compile(
        rf"\b(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?(?P<season>{_SEASON})(?:\s+holidays?)?(?:\s+of)?,?\s+{_YEAR}",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:the\s+)?(?P<season>winter)(?:\s+of)?\s+(?P<over>(?:19|20)\d{2})\s*[/–-]\s*\d{2,4}\b", re.IGNORECASE
    ),
    # "about" before a year is a date where it opens a line or a bracket, or stands after "in": she may ask about 2018.
    re.compile(rf"(?:^[\W_]*|(?<=\bin )|(?<=\())(?P<words>{_ABOUT}\s+(?:{_MONTH}\s+)?{_YEAR})", re.IGNORECASE),
    re.compile(rf"^[\W_]*(?P<words>{_YEAR})(?=\s*(?::|–|—|-\s))", re.IGNORECASE),
    re.compile(rf"\bin\s+(?P<words>{_YEAR})(?!\s*\w*%)", re.IGNORECASE),
)
_AGE = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_NO_AGE = r"(?!\s*(?:years?\b(?!\s+old)|months?|weeks?|days?|hours?|minutes?|%))"
_AGED = re.compile(
    rf"\b(?:when|while)\s+(?P<who>she|he|they|[A-Z][\w'’-]+)\s+(?:was|were)\s+(?:aged?\s+)?"
    rf"(?P<age>{_AGE}|1?\d)\b{_NO_AGE}(?:\s+years? old)?",
    re.IGNORECASE,
)
_PRONOUNS = frozenset({"she", "he", "they"})


@dataclass(frozen=True, slots=True)
class SpanFound:
    """An approximate date in a text: the first day it can have been, and its words as typed."""

    on: date
    raw: str
    start: int
    end: int


def find_spans(text: str, children: Sequence[RecordedChild] = ()) -> tuple[SpanFound, ...]:
    """Return every approximate date in the order typed, none within another; an age only where it is plain whose."""
    found: list[SpanFound] = []
    for span in (*_calendar_spans(text), *_ages(text, children)):
        if not any(span.start < other.end and other.start < span.end for other in found):
            found.append(span)
    return tuple(sorted(found, key=lambda span: span.start))


def _calendar_spans(text: str) -> Iterator[SpanFound]:
    for form in _CALENDAR:
        for match in form.finditer(text):
            words = "words" if "words" in form.groupindex else 0
            yield SpanFound(_first_day(match.groupdict()), match[words], match.start(words), match.end(words))


def _first_day(parts: dict[str, str | None]) -> date:
    if over := parts.get("over"):
        return date(int(over), 12, 1)
    year = int(parts["year"] or 0)
    if season := parts.get("season"):
        return date(year, *_SEASONS[" ".join(season.lower().split())])
    month = _month_number(parts["month"]) if parts.get("month") else 0
    part = _PARTS[" ".join((parts.get("part") or "early").lower().split())]
    return date(year, month, _PART_OF_MONTH[part]) if month else date(year, _PART_OF_YEAR[part], 1)


def _month_number(word: str | None) -> int:
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith((word or "").lower()[:3]))


def _ages(text: str, children: Sequence[RecordedChild]) -> Iterator[SpanFound]:
    """Yield the birthday from which a child was as old as a line says."""
    for match in _AGED.finditer(text):
        born_on = _born_on(match["who"], text[: match.start()], children)
        typed = match["age"].lower()
        age = int(typed) if typed.isdecimal() else _NUMBERS.index(typed) + 1
        if born_on:
            yield SpanFound(_birthday(born_on, age), match.group(), match.start(), match.end())


def _born_on(who: str, before: str, children: Sequence[RecordedChild]) -> date | None:
    """Return the birth date of the child named; of the only child that the words before "she" name, at their start."""
    words = who if who.lower() not in _PRONOUNS else (before.split() or [""])[0]
    meant = children_named(words, children)
    if who.lower() in _PRONOUNS and len(children_named(before, children)) != 1:
        return None
    born = [child.born_on for child in children if (child.id or child.name) in meant]
    return born[0] if len(born) == 1 else None


def _birthday(born_on: date, age: int) -> date:
    try:
        return born_on.replace(year=born_on.year + age)
    except ValueError:  # born on 29 February
        return born_on.replace(year=born_on.year + age, month=2, day=28) + timedelta(days=1)
