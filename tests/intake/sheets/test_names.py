"""A name as typed means one person of the sheet, or it is not told which."""

from __future__ import annotations

import pytest

from autoadmin.intake.sheets.names import People

UNIT = People(("Tom Byrne", "Dr Lena Fox", "Sam Ellis", "Sam Obi", "Zoë O'Neill"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("Tom Byrne", "Tom Byrne"), ("tom", "Tom Byrne"), ("TOM", "Tom Byrne"), ("Mr Byrne", "Tom Byrne")),
        *(("Dr Fox", "Dr Lena Fox"), ("Lena", "Dr Lena Fox"), ("Lena Fox", "Dr Lena Fox"), ("Dr. Fox", "Dr Lena Fox")),
        *(("Sam", ""), ("Sam Obi", "Sam Obi"), ("Zoe\u0308", "Zoë O'Neill"), ("Zoë O’Neill", "Zoë O'Neill")),
        *(("Byrne", ""), ("Priya", ""), ("", ""), ("Dr", "")),
    ],
)
def test_a_name_means_one_person_or_nobody(typed: str, meant: str) -> None:
    assert UNIT.full_name(typed) == meant
