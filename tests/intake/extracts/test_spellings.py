"""Ways of writing an official answer: what is certain is put into its form, and nothing else."""

from __future__ import annotations

import pytest

from autoadmin.intake.extracts.spellings import answer


@pytest.mark.parametrize(
    ("kind", "said", "value"),
    [
        ("sex", "b) Female", "F"),
        ("sex", "2", "F"),
        ("ethnicity", "a) WBRI", "WBRI"),
        ("ethnicity", "A1 - White - British", "White"),
        ("ethnicity", "Asian or Asian British > Pakistani", "Asian or Asian British"),
        ("abuse", "NEGLECT/EMOTIONAL ABUSE", "MUL"),
        ("abuse", "Likelihood of Sexual", "SAB"),
        ("need", "N1 – Abuse or neglect", "N1"),
        ("closure", "RC8: Case closed after assessment, no further action", "RC8"),
        ("legal", "e) V2: Single period under S20", "V2"),
        ("placement", "f) U6: Foster placement - not FFA", "U6"),
        ("ceased", "E4B - Returned home", "E4B"),
        ("source", "3B: HEALTH SERVICES – health visitor", "Health services"),
        ("source", "Grandmother", "Individual"),
        ("touch", "d) Refu", "REFU"),
        ("accommodation", "Z - Staying Put", "Z"),
        ("flag", "a) Yes", "true"),
        ("flag", "0 - No", "false"),
    ],
)
def test_a_known_way_of_writing_an_answer_gives_it(kind: str, said: str, value: str) -> None:
    found = answer(kind, said)
    assert found is not None and found.value == value


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("source", "Zebra desk"),
        ("abuse", "Concern"),
        ("need", "LD1"),
        ("legal", "V4"),
        ("ceased", "X1"),
        ("flag", "CS Assessment Updated"),
    ],
)
def test_what_is_not_certain_is_not_guessed(kind: str, said: str) -> None:
    assert answer(kind, said) is None
