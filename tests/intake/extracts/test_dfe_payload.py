"""The DfE payload: one record, a list or a wrapper; what is to be deleted, and what is no record."""

from __future__ import annotations

import json

import pytest

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.extracts import ExtractRecord
from autoadmin.intake.extracts import looks_like_extract, read_extract
from tests.intake.extracts.bundles import findings_on, says, told

NAME = "payload 2026-11-24.json"


def a_record(child: str = "C-1", **episode: object) -> dict[str, object]:
    """Return a child's record with one episode."""
    about = {"first_name": "Ada", "surname": "Vane", "date_of_birth": "2015-04-03", "sex": "F", "disabilities": ["VIS"]}
    episodes = [{"social_care_episode_id": "1", "referral_date": "2026-09-01", **episode}]
    return {"la_child_id": child, "child_details": about, "social_care_episodes": episodes}


def read(*records: object) -> ExtractRecord:
    """Return what a payload of these records tells."""
    return read_extract(NAME, json.dumps(records).encode())


@pytest.mark.parametrize("said", [[a_record()], a_record(), {"la_code": "845", "Children": [a_record()]}])
def test_one_child_a_list_and_a_wrapped_list_tell_the_same(said: object) -> None:
    data = json.dumps(said).encode()
    assert looks_like_extract("x.json", data)
    record = read_extract(NAME, data)
    assert [(person.name, person.disabilities) for person in record.people] == [("Ada Vane", ("VIS",))]
    assert len(told(record, "REFERRAL")) == 1


def test_what_is_to_be_deleted_is_not_taken_and_said_so() -> None:
    plan = {"child_protection_plan_id": "1", "start_date": "2026-09-02", "purge": True}
    record = read(a_record(child_protection_plans=[plan]), a_record("C-2") | {"purge": True})
    assert {event.child for event in record.events} == {"C-1"} and not told(record, "CPP_START")
    assert len([finding for finding in record.findings if "to be deleted" in finding.message]) == 2
    assert [(count.records, count.taken, count.dropped) for count in record.counts] == [(2, 1, 1)]


def test_a_date_in_another_form_is_dropped_with_its_record_and_key() -> None:
    record = read(a_record(), a_record("C-2", closure_date="30/09/2026"))
    finding = findings_on(record, "social_care_episodes.closure_date")[0]
    assert (finding.place.where, finding.raw) == ("record 2, column social_care_episodes.closure_date", "30/09/2026")


def test_what_is_no_record_and_keys_nobody_knows_are_noted() -> None:
    record = read(a_record(weather="wet", child_in_need_plans=["x"]), 7, {"la_child_id": ""})
    assert says(record, "a key that the payload does not have here")
    assert says(record, "is not names and values in braces")
    assert [(count.records, count.taken, count.dropped) for count in record.counts] == [(3, 1, 2)]


def test_a_discussion_sheet_in_json_is_no_payload() -> None:
    assert not looks_like_extract("sheet.json", b'{"meeting": {"on": "2026-11-24"}}')


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("payload.json", b'[{"la_child_id": "1"}]', "Put the day into its name, as in payload 2026-11-24.json"),
        (NAME, b'[{"la_child_id": "1"}', "line 1: not readable as JSON"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(name: str, data: bytes, why: str) -> None:
    with pytest.raises(IntakeError, match=why):
        read_extract(name, data)
