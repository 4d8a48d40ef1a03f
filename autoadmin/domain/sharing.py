"""For whom a copy is made, and what is withheld from it: an overlay, never a change of the record."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Role(StrEnum):
    """Who a copy is for."""

    PARENT = "parent"
    AGENCY = "agency"


class Withheld(StrEnum):
    """What may have to be withheld, as the copy says it."""

    NOT_TO_SHARE = "recorded as not to be shared"
    CONFIDENTIAL = "confidential source"
    PLACEMENT = "placement address"
    THIRD_PARTY = "third party"

    @property
    def mark(self) -> str:
        """Return what stands in the place of the words."""
        return f"[withheld: {self.value}]"


# Names of professionals are not withheld (ICO on social work data); a third party's are, from a parent's copy.
WITHHELD_FROM: Final[Mapping[Role, frozenset[Withheld]]] = MappingProxyType(
    {
        Role.PARENT: frozenset(Withheld),
        Role.AGENCY: frozenset({Withheld.NOT_TO_SHARE, Withheld.CONFIDENTIAL, Withheld.PLACEMENT}),
    }
)
