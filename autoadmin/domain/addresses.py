"""Addresses of children as sources gave them: the postcode, and the house and street where they are written out."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from autoadmin.domain.identifiers import ChildId, FamilyId

POSTCODE_FIELD, ADDRESS_FIELD = "postcode", "address"  # of an event
_HOUSE: Final = ("HOUSE", "BUILDING", "FLAT")  # of SSD's `addr_address_json`; the first that is given
_FIRST_LINE: Final = re.compile(r"\s*(?:flat \w+,?\s+)?(?P<line>\d+\w?,? [^,\n]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a child lives, lived or was placed. `street` is house and street, "3 Elm Row"; each may be empty."""

    child: ChildId | None
    family: FamilyId | None = None
    postcode: str = ""
    street: str = ""


def address_of(child: ChildId | None, family: FamilyId | None, fields: Mapping[str, str]) -> Address:
    """Return what an event's fields say of an address."""
    postcode = "".join(fields.get(POSTCODE_FIELD, "").split()).upper()
    return Address(child, family, postcode, street_of(fields.get(ADDRESS_FIELD, "")))


def street_of(written: str) -> str:
    """Return house and street of an address, written as SSD's JSON or as a person writes it; empty without both."""
    if written.lstrip().startswith("{"):
        return _of_parts(written)
    found = _FIRST_LINE.match(written)
    return " ".join(found["line"].replace(",", " ").split()) if found else ""


def _of_parts(written: str) -> str:
    try:
        parts = json.loads(written)
    except ValueError:
        return ""
    given = {str(name).upper(): " ".join(str(value).split()) for name, value in parts.items() if value}
    house = next((given[name] for name in _HOUSE if given.get(name)), "")
    return f"{house} {given['STREET']}" if house and given.get("STREET") else ""
