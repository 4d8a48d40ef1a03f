"""The lists of Ofsted's Annex A that are read, and what shows the one that is not."""

from __future__ import annotations

from typing import Final

from autoadmin.intake.extracts.annex_a_care import IN_CARE
from autoadmin.intake.extracts.annex_a_list import AnnexList, fold_heading
from autoadmin.intake.extracts.annex_a_need import IN_NEED

LISTS: Final[tuple[AnnexList, ...]] = (*IN_NEED, *IN_CARE)
ADOPTERS: Final = frozenset(map(fold_heading, ("Individual adopter identifier", "Date Stage 1 started")))
USELESS: Final = frozenset(map(fold_heading, ("Age", "Age of Child (Years)")))  # counted from the date of birth
