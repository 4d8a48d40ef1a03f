"""Extracts meet what is held: joined on ids alone, and their day put right by their name."""

from __future__ import annotations

import json
from datetime import date

from autoadmin.domain.clocks import ClockState
from tests.intake.extracts.five_forms import a_return
from tests.intake.extracts.test_ssda903 import an_episode
from tests.workflows.office import Office


def a_payload(child: str) -> bytes:
    """Return a DfE payload of one invented child."""
    about = {"first_name": "Ada", "surname": "Vane", "date_of_birth": "2015-04-03"}
    return json.dumps({"la_child_id": child, "child_details": about}).encode()


def test_one_name_and_birth_under_two_ids_is_shown_and_never_put_together(office: Office) -> None:
    office.drop("payload 2026-11-01.json", a_payload("C-1"))
    office.run()
    office.drop("payload 2026-11-02.json", a_payload("X-9"))
    office.run()
    messages = [finding.message for finding in office.reports()[-1].findings]
    assert (
        "Child X-9 has the name and date of birth of child C-1. They were not put together. Please check." in messages
    )
    with office.services.store.read() as store:
        assert {child.id for child in store.children.list()} >= {"C-1", "X-9"}


def test_the_same_bytes_under_a_name_with_another_day_show_that_day(office: Office) -> None:
    for name in ("payload 2026-11-03.json", "payload 2026-11-02.json", "payload 2026-11-05.json"):
        office.drop(name, a_payload("C-1"))
        office.run()
        day = date.fromisoformat(name.removesuffix(".json").split()[1])
        with office.services.store.read() as store:
            assert [extract.extract_on for extract in store.extracts.list()] == [day]


def test_a_review_in_this_years_return_is_no_late_first_review_of_a_child_in_care_for_years(office: Office) -> None:
    episode = an_episode("09/04/2018", "S", LS="C2")
    review = {"CHILD": "9", "DOB": "14/08/2009", "REVIEW": "20/05/2026", "REVIEW_CODE": "PN1"}
    office.drop("ssda903 2026-11-02.zip", a_return(episodes=[episode], reviews=[review]))
    office.run()
    with office.services.store.read() as store:
        (first,) = [clock for clock in store.clocks.list() if clock.rule == "LAC_REV_1"]
    assert first.state is ClockState.CANNOT_TELL
