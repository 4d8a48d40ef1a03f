"""The same fact is the same event, whichever extract it came from."""

from __future__ import annotations

from collections import defaultdict

import pytest

from autoadmin.domain.extracts import ExtractRecord
from autoadmin.domain.findings import Severity
from tests.intake.extracts.five_forms import CHILD, by_annex_a, by_bundle, by_census, by_payload, by_return

FORMS = {"census": by_census, "bundle": by_bundle, "return": by_return, "annex a": by_annex_a, "payload": by_payload}
NOT_A_FACT = {"period"}  # the extract's own number of a period of care

# Which forms tell of each event; every one of them gives the same day.
TOLD = {
    ("BIRTH", "2015-04-03"): "census bundle return annex payload",
    ("REFERRAL", "2026-02-02"): "census bundle annex payload",
    ("ASSESSMENT_START", "2026-02-03"): "census bundle annex payload",
    ("ASSESSMENT_AUTHORISED", "2026-03-03"): "census bundle annex payload",
    ("S47_START", "2026-02-04"): "census bundle annex payload",
    ("S47_END", "2026-02-18"): "bundle payload",
    ("ICPC_HELD", "2026-02-20"): "census bundle annex payload",
    ("CPP_START", "2026-02-20"): "census bundle annex payload",
    ("CLA_START", "2026-05-05"): "bundle return annex payload",
    ("CLA_EPISODE_START", "2026-05-05"): "bundle return",
    ("CLA_EPISODE_END", "2026-10-10"): "bundle return",
    ("CLA_END", "2026-10-10"): "bundle return annex payload",
    ("PLACEMENT_START", "2026-05-05"): "bundle return annex payload",
    ("PLACEMENT_END", "2026-10-10"): "bundle return payload",
    ("LEGAL_STATUS_START", "2026-05-05"): "bundle return annex",
    ("LEGAL_STATUS_END", "2026-10-10"): "bundle return",
    ("CLA_REVIEW_HELD", "2026-06-01"): "bundle return annex",
    ("MISSING_START", "2026-07-01"): "bundle return",
    ("MISSING_END", "2026-07-02"): "bundle return",
    ("SDQ", "2026-06-05"): "bundle payload",
}


@pytest.fixture(scope="module")
def records() -> dict[str, ExtractRecord]:
    """Read the child in all five forms."""
    return {name.split()[0]: read() for name, read in FORMS.items()}


def test_every_form_tells_of_its_own_events_and_of_no_other(records: dict[str, ExtractRecord]) -> None:
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for form, record in records.items():
        assert {event.child for event in record.events} == {CHILD}
        for event in record.events:
            told[event.code, event.on.isoformat()].add(form)
    assert told == {event: set(forms.split()) for event, forms in TOLD.items()}


def test_what_two_forms_both_say_of_an_event_is_the_same(records: dict[str, ExtractRecord]) -> None:
    said: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for record in records.values():
        for event in record.events:
            for name, value in event.fields.items():
                said[event.code, event.on.isoformat()][name].add(value)
    apart = {(code, name): values for (code, _), own in said.items() for name, values in own.items() if len(values) > 1}
    assert apart == {}


def test_an_event_that_its_forms_tell_in_full_is_equal_but_for_its_source(
    records: dict[str, ExtractRecord],
) -> None:
    whole = {"BIRTH", "CLA_END", "ASSESSMENT_START", "CLA_EPISODE_START", "MISSING_START", "LEGAL_STATUS_START", "SDQ"}
    keys = defaultdict(set)
    for record in records.values():
        for event in record.events:
            if event.code in whole:
                assert NOT_A_FACT.isdisjoint(event.fields)
                keys[event.code].add(event.key)
    assert {code: len(own) for code, own in keys.items()} == dict.fromkeys(whole, 1)


def test_the_same_child_is_known_by_the_same_id_birth_and_sex(records: dict[str, ExtractRecord]) -> None:
    people = {(person.id, person.born_on, person.sex) for record in records.values() for person in record.people}
    assert len(people) == 1


@pytest.mark.parametrize("form", ["return", "annex", "payload"])
def test_a_form_without_faults_gives_nothing_to_look_at(records: dict[str, ExtractRecord], form: str) -> None:
    assert [finding for finding in records[form].findings if finding.severity is not Severity.NOTE] == []


def test_what_an_extract_holds_only_the_last_of_is_never_said_to_be_missing(
    records: dict[str, ExtractRecord],
) -> None:
    assert not {"CLA_REVIEW_HELD", "PLACEMENT_START", "VISIT_CP"} & records["annex"].carries
    assert "CLA_REVIEW_HELD" in records["return"].carries
    assert not {"CLA_REVIEW_HELD", "VISIT_CP"} & records["payload"].carries
