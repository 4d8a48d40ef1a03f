"""Fields of events in one form, whatever a system writes: yes and no as true and false, known words as codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from autoadmin.domain.field_tests import NO, YES
from autoadmin.intake.extracts.spellings import NOT_SAID, answer

FLAGS: Final = frozenset(
    "nfa outcome_cp_flag transfer_in continue_cp quorate seen seen_alone bedroom interview_offered interview_accepted "
    "child_seen cp_conference_flag strategy_discussion_flag single_assessment_flag support_needed icpc_not_required "
    "up_to_date intervention_received".split()
)
# Of these events' fields the census has codes; some systems write the codes, others the words.
CODED: Final[Mapping[tuple[str, str], str]] = {
    ("REFERRAL", "need"): "need",
    ("CIN_START", "need"): "need",
    ("CASE_CLOSED", "reason"): "closure",
    ("CPP_START", "category"): "abuse",
    ("CPP_START", "latest_category"): "abuse",
    ("CPP_END", "category"): "abuse",
    ("CLA_EPISODE_START", "need"): "need",
}


def plain_fields(code: str, fields: Mapping[str, str]) -> dict[str, str]:
    """Return the fields of an event in the form that every extract shares; what has no such form stays as it is."""
    return {name: _plain(code, name, said) for name, said in fields.items()}


def _plain(code: str, name: str, said: str) -> str:
    if name in FLAGS:
        folded = said.casefold()
        return "true" if folded in YES else "false" if folded in NO else said
    if kind := CODED.get((code, name)):
        found = answer(kind, said)
        return said if found is None or found.value == NOT_SAID else found.value
    return said
