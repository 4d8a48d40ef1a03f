"""Where two kinds of record give different days for what can only have happened once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Final

from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.event_codes import label
from autoadmin.domain.events import Precision
from autoadmin.drafting.paper import Paper
from autoadmin.drafting.wording import Wording, day_words

# What does not happen to a child twice in a week.
ONCE: Final = (
    *("REFERRAL", "ASSESSMENT_START", "STRATEGY_DISCUSSION", "S47_START", "ICPC_HELD", "CPP_START", "CP_REVIEW_HELD"),
    *("CIN_PLAN_START", "CLA_START", "CLA_REVIEW_HELD"),
)
A_FEW_DAYS: Final = timedelta(days=7)


def differences(paper: Paper, rows: Sequence[ChronologyRow]) -> list[str]:
    """Return a sentence for each thing that sheet and extract, or two extracts, date a few days apart."""
    return [sentence for code in ONCE for sentence in _about(paper, code, rows)]


def _about(paper: Paper, code: str, rows: Sequence[ChronologyRow]) -> Iterator[str]:
    exact = (Precision.DAY, Precision.TIME)
    told = sorted((row for row in rows if code in row.codes and row.precision in exact), key=lambda row: row.on)
    for first, second in pairwise(told):
        if timedelta(0) < second.on - first.on <= A_FEW_DAYS and not _kinds(first) & _kinds(second):
            yield Wording.RECORDS_DIFFER.format(
                event=label(code),
                first=day_words(first.on),
                one=_where(paper, first),
                second=day_words(second.on),
                other=_where(paper, second),
            )


def _kinds(row: ChronologyRow) -> set[str]:
    return {source.kind for source in row.sources}


def _where(paper: Paper, row: ChronologyRow) -> str:
    return "; ".join(dict.fromkeys(paper.sources.what(source) for source in row.sources))
