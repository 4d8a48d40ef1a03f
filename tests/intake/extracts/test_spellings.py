"""Ways of writing an official answer: what is certain is put into its form, and nothing else."""

from __future__ import annotations

import pytest

from autoadmin.intake import checked_spellings
from autoadmin.intake.extracts.respelling import respelled
from autoadmin.intake.extracts.spellings import answer, own_spellings


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


def test_a_councils_own_spelling_goes_before_every_rule_and_only_while_its_file_is_read() -> None:
    own, problems = checked_spellings({"source": {"Zebra  desk": "f) LA services", "Police": "i) other"}})
    assert problems == ()
    with own_spellings(own):
        told = [answer("source", said) for said in ("ZEBRA DESK", "Police", "Grandmother")]
    assert [found.label for found in told if found] == ["f) LA services", "i) Other", "a) Individual"]
    assert answer("source", "Zebra desk") is None


def test_a_spelling_put_under_no_kind_or_to_no_official_answer_is_refused_with_what_there_is() -> None:
    own, problems = checked_spellings({"sauce": {"x": "y"}, "sex": {"Mr": "Man"}})
    assert own == {}
    assert problems[0].startswith("[spellings.sauce] is no kind of answer; there are: ")
    assert '[spellings.sex] "Man" is no official answer; there are: a) Male' in problems[1]


@pytest.mark.parametrize(
    ("kind", "said", "label"),
    [
        ("source", "Assistant Accomodation Manager", "f) LA services"),
        ("abuse", "Emotoinal abuse", "d) Emotional Abuse"),
        ("ceased", "Special guardainship", "g) Special Guardianship Orders"),
    ],
)
def test_a_letter_left_out_put_in_or_changed_in_a_known_word_is_put_right(kind: str, said: str, label: str) -> None:
    found = answer(kind, said)
    assert found is not None and found.label.casefold() == label.casefold()


def test_a_word_that_is_near_to_two_or_two_letters_off_is_left() -> None:
    known = {"national", "notional", "emotional"}
    assert respelled("nctional emotonnal", known) == "nctional emotonnal"
    assert respelled("emotionel", known) == "emotional"
