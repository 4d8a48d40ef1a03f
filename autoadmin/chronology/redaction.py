"""A copy of rows for somebody: what that person may not have is replaced by a mark and counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.event_codes import label
from autoadmin.domain.records import Kind
from autoadmin.domain.sharing import WITHHELD_FROM, Role, Withheld

PLACES: Final = frozenset(
    {"PLACEMENT_START", "PLACEMENT_END", "PLACED_FOR_ADOPTION", "ADDRESS_FROM", "CLA_EPISODE_START", "PF_START"}
)
_STREET: Final = (
    "Avenue|Ave|Close|Court|Crescent|Drive|Gardens|Grove|Hill|Lane|Mews|Parade|Place|Road|Rd|Row|Square|Street|St|"
    "Terrace|View|Walk|Way"
)
_NO_STREET: Final = (
    "Mr|Mrs|Ms|Miss|Dr|January|February|March|April|May|June|July|August|September|October|November|December"
)
_POSTCODE: Final = r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}"
ADDRESS: Final = re.compile(
    rf"\b(?:[Ff]lat \w+,? )?\d{{1,4}}[A-Za-z]?,? (?!(?:{_NO_STREET}) )(?:[A-Z][\w'’-]* ){{1,3}}(?:{_STREET})\b"
    rf"(?:,? (?:[A-Z][\w'’-]*,? ){{0,2}}{_POSTCODE}\b)?|\b{_POSTCODE}\b"
)
INFORMANTS: Final = (
    "anonymous",
    "neighbours?",
    "informants?",
    "members? of the public",
    "relatives?",
    "family friends?",
)
_IN_CONFIDENCE: Final = re.compile(r"\bin confidence\b", re.IGNORECASE)
_INFORMANT: Final = re.compile(rf"\b(?:{'|'.join(INFORMANTS)}|in confidence)\b", re.IGNORECASE)
# A plain fact that gives away who told of it: "A neighbour rang at 11 pm", "shouting was reported by neighbours".
_OUTSIDER: Final = r"(?:neighbours?|anonymous(?: \w+)?|informants?|members? of the public)"
_TOLD: Final = (
    r"(?:rang|phoned|called|texted|wrote|e-?mailed|contacted|approached|report(?:s|ed)|t(?:ells|old)|sa(?:ys|id)|alleg(?:es|ed)|"
    r"complain(?:s|ed)|inform(?:s|ed)|rais(?:es|ed)|mention(?:s|ed)|disclosed|describ(?:es|ed)|heard|hears|saw|sees|"
    r"noticed|witnessed)"
)
_TOLD_BY_OUTSIDER: Final = re.compile(
    rf"\b{_OUTSIDER}\b[^.;!?]{{0,60}}?\b{_TOLD}\b"
    rf"|\b(?:by|from|according to) (?:an? |the |their |her |his |two |several |some )?(?:\w+ )?{_OUTSIDER}\b",
    re.IGNORECASE,
)
_TOLD_THE_COUNCIL: Final = frozenset({"REFERRAL", "CONTACT"})
_PARTICULARS: Final = re.compile(r"\s*\((?P<said>.*)\)\s*$", re.DOTALL)
_SAYS_NOT_WHERE: Final = ("type: ", "status: ")  # that it is a foster home says nothing of whose


@dataclass(frozen=True, slots=True)
class Copy:
    """The rows as somebody may have them, and how many passages were withheld for each reason."""

    rows: tuple[ChronologyRow, ...]
    withheld: Mapping[Withheld, int]


def redact(rows: Iterable[ChronologyRow], role: Role, third_parties: Collection[str] = ()) -> Copy:
    """Return a copy for a role, decided by marks, codes and recorded roles alone; `third_parties` are their names."""
    counted: Counter[Withheld] = Counter()
    copied = tuple(_copy(row, WITHHELD_FROM[role], _named(third_parties), counted) for row in rows)
    return Copy(copied, dict(sorted(counted.items())))


def hides_who_told(speaker: str) -> bool:
    """Return whether words that name a speaker name somebody who may have spoken in confidence."""
    return bool(_INFORMANT.search(speaker))


def gives_away_who_told(fact: str) -> bool:
    """Return whether a plain fact says that a neighbour or somebody unnamed told of it, not only that there is one."""
    return bool(_TOLD_BY_OUTSIDER.search(fact) or _IN_CONFIDENCE.search(fact))


def without_addresses(words: str) -> str:
    """Return words with a mark in the place of each postcode, and of each street with its number."""
    return ADDRESS.sub(Withheld.PLACEMENT.mark, words)


def _copy(
    row: ChronologyRow, reasons: frozenset[Withheld], names: re.Pattern[str] | None, counted: Counter[Withheld]
) -> ChronologyRow:
    row = replace(row, choice=None)  # its reasons are for the unit
    whole = _withheld_whole(row)
    if whole in reasons and whole is not None:
        counted[whole] += 1
        return _without_words(row, whole)
    if Withheld.PLACEMENT in reasons:
        row = _each_text(row, ADDRESS, Withheld.PLACEMENT, counted)
    if Withheld.THIRD_PARTY in reasons and names is not None:
        row = _each_text(row, names, Withheld.THIRD_PARTY, counted)
    return row


def _withheld_whole(row: ChronologyRow) -> Withheld | None:
    """Return why no word of a row may be shown as it is: one part of it would give away the rest."""
    if row.is_restricted:
        return Withheld.NOT_TO_SHARE
    if _INFORMANT.search(f"{row.by} {row.detail}") and (row.kind is Kind.SAID or _TOLD_THE_COUNCIL & {*row.codes}):
        return Withheld.CONFIDENTIAL
    if row.kind is Kind.FACT and gives_away_who_told(row.detail):
        return Withheld.CONFIDENTIAL
    return Withheld.PLACEMENT if PLACES & {*row.codes} and _says_where(row) else None


def _says_where(row: ChronologyRow) -> bool:
    said = _PARTICULARS.search(row.detail)
    if row.kind is not None or said is None:
        return row.kind is not None
    return not all(each.startswith(_SAYS_NOT_WHERE) for each in re.split("[;,] ", said["said"]))


def _without_words(row: ChronologyRow, reason: Withheld) -> ChronologyRow:
    """Return the row with its label alone, where it has one, and a mark for everything that was said."""
    labels = "" if reason is Withheld.NOT_TO_SHARE else "; ".join(label(code) for code in row.codes)
    return replace(
        row,
        detail=f"{labels} {reason.mark}".strip(),
        by=reason.mark if row.by and reason is Withheld.CONFIDENTIAL else row.by,
        impact=reason.mark if row.impact else "",
        analysis=reason.mark if row.analysis else "",
        action=reason.mark if row.action else "",
        sources=tuple(replace(source, raw="") for source in row.sources),
        is_restricted=False,
    )


def _each_text(
    row: ChronologyRow, words: re.Pattern[str], reason: Withheld, counted: Counter[Withheld]
) -> ChronologyRow:
    found = sum(len(words.findall(text)) for text in (row.detail, row.by, row.impact, row.analysis, row.action))
    if not found:
        return row
    counted[reason] += found
    return replace(
        row,
        detail=words.sub(reason.mark, row.detail),
        by=words.sub(reason.mark, row.by),
        impact=words.sub(reason.mark, row.impact),
        analysis=words.sub(reason.mark, row.analysis),
        action=words.sub(reason.mark, row.action),
        sources=tuple(replace(source, raw="") for source in row.sources),
    )


def _named(third_parties: Collection[str]) -> re.Pattern[str] | None:
    """Return what finds these people by full or first name."""
    names = {name for full in third_parties if full for name in (full, full.split()[0])}
    if not names:
        return None
    return re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})\b")
