"""Next week's sheet: what is carried, under labels that nobody takes for this week's record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from autoadmin.domain.clocks import ClockState
from autoadmin.domain.held import CaseFile
from autoadmin.domain.identifiers import FamilyId
from autoadmin.domain.people import Family
from autoadmin.domain.records import ActionStatus, Entry, Kind, Section
from autoadmin.drafting.compose import compose
from tests.drafting.pellow import (
    ICPC_15,
    JORY,
    TAMSIN,
    UNIT,
    a_clock,
    a_discussion,
    a_meeting,
    a_request,
    an_entry,
    the_case,
    the_family,
)

LABELS = {"Last time", "Due", "Coming up", "Open action", "Overdue action"}


def the_sheet(*cases: CaseFile) -> Any:
    request = a_request("next-meeting-sheet")
    return compose("next-meeting-sheet", replace(request, cases=cases or request.cases)).values


def carried(*cases: CaseFile) -> list[tuple[str, str]]:
    return [(line["label"], line["text"]) for line in the_sheet(*cases)["families"][0]["carried"]]


def a_case_of(*meetings: tuple[date, tuple[Entry, ...]]) -> CaseFile:
    return CaseFile(the_family(), UNIT, tuple(a_meeting(a_discussion(*told), on=on) for on, told in meetings))


def an_action(text: str, **said: Any) -> Entry:
    return replace(an_entry(text, Kind.ACTION, Section.ACTIONS), **said)


def test_the_head_of_a_family_is_typed_as_intake_reads_it() -> None:
    family = the_sheet()["families"][0]
    assert family["heading"] == "Pellow (F-0733)"
    assert family["children"] == (
        "Tamsin Pellow (C-30411, born 9 May 2014); Jory Pellow (C-30412, born 21 January 2018); "
        "Baby Pellow (C-30413, expected 2 March 2027)"
    )
    assert family["adults"] == "Morwenna Pellow (mother, PR); Ailsa Pellow (maternal grandmother)"


def test_every_carried_line_has_a_label_of_its_own_and_no_line_break() -> None:
    broken = an_action("ring\nschool")
    sheet = the_sheet(a_case_of((date(2027, 1, 12), (broken,))))
    lines = [*sheet["carried"], *(line for family in sheet["families"] for line in family["carried"])]
    assert {line["label"] for line in lines} <= LABELS
    assert not any("\n" in line["text"] for line in lines)


def test_who_was_there_last_time_is_told_and_nobody_is_put_down_as_present() -> None:
    sheet = the_sheet()
    assert [line["text"] for line in sheet["carried"]] == [
        "Unit meeting of 12 January 2027",
        "Chair Farida Qureshi",
        "Present Farida Qureshi (consultant social worker), Dr Ines Calder (clinician), Noor Haddad",
    ]
    assert "present" not in sheet


def test_what_falls_due_by_the_meeting_after_is_due_and_the_rest_is_coming_up() -> None:
    due, later = date(2027, 1, 26), date(2027, 1, 27)
    clocks = (
        a_clock(ICPC_15, TAMSIN, date(2027, 1, 5), due),
        a_clock(ICPC_15, JORY, date(2027, 1, 6), later),
        a_clock(ICPC_15, JORY, date(2026, 1, 6), date(2026, 1, 27), ClockState.CANNOT_TELL),
        a_clock(ICPC_15, JORY, date(2025, 1, 6), date(2025, 1, 27), ClockState.MET),
    )
    case = replace(the_case(), meetings=(), clocks=clocks)
    what = "Initial child protection conference, for"
    assert carried(case)[:3] == [
        ("Due", f"27 January 2026: {what} Jory Pellow; the record does not say whether it was done"),
        ("Due", f"26 January 2027: {what} Tamsin Pellow"),
        ("Coming up", f"27 January 2027: {what} Jory Pellow"),
    ]


def test_actions_are_carried_until_somebody_records_them_as_done() -> None:
    first, second = date(2027, 1, 5), date(2027, 1, 12)
    case = a_case_of(
        (first, (an_action("ring school", owner="Bryn"), an_action("see midwife", due_on=date(2027, 1, 19)))),
        (
            second,
            (an_action("Ring school", status=ActionStatus.DONE), an_action("book room", status=ActionStatus.LATE)),
        ),
    )
    assert [line for line in carried(case) if "action" in line[0].casefold()] == [
        ("Overdue action", "no date: book room, nobody named (recorded 12 January 2027)"),
        ("Open action", "19 January 2027: see midwife, nobody named (recorded 5 January 2027)"),
    ]


def test_an_action_past_its_date_on_the_day_of_the_meeting_is_overdue() -> None:
    case = a_case_of((date(2027, 1, 12), (an_action("ring school", due_on=date(2027, 1, 18), owner="Bryn"),)))
    assert carried(case)[0] == (
        "Overdue action",
        "18 January 2027: ring school, Bryn (recorded 12 January 2027)",
    )


def test_last_decisions_are_those_of_the_last_discussion() -> None:
    old = an_entry("Wait.", Kind.DECISION, Section.DECISIONS)
    new = an_entry("Convene a conference.", Kind.DECISION, Section.DECISIONS)
    case = a_case_of((date(2027, 1, 5), (old,)), (date(2027, 1, 12), (new,)))
    assert carried(case) == [("Last time", "Decision of 12 January 2027: Convene a conference.")]
    assert carried(a_case_of((date(2027, 1, 12), ()))) == [
        ("Last time", "Discussed on 12 January 2027; no decision recorded.")
    ]


def test_families_stand_as_last_discussed_and_new_ones_after_them() -> None:
    new = CaseFile(Family(FamilyId("F-1"), "Abbot", UNIT.id), UNIT)
    assert [family["heading"] for family in the_sheet(new, the_case())["families"]] == [
        "Pellow (F-0733)",
        "Abbot (F-1)",
    ]
    assert the_sheet(new)["families"][0]["carried"] == [{"label": "Last time", "text": "No discussion is held."}]


def test_a_meeting_on_or_after_the_day_is_not_last_time() -> None:
    told = (an_entry("Later.", Kind.DECISION, Section.DECISIONS),)
    assert carried(a_case_of((date(2027, 1, 19), told))) == [("Last time", "No discussion is held.")]


def test_what_is_not_to_be_shared_says_so_at_the_start_of_its_line() -> None:
    private = an_action("move the pick-up", is_restricted=True)
    assert carried(a_case_of((date(2027, 1, 12), (private,))))[0][1].startswith("Do not share: no date: move")


def test_an_action_that_was_typed_again_as_done_is_carried_no_more() -> None:
    asked = an_action("ring school", due_on=date(2027, 1, 8))
    done = an_action("ring school, done", due_on=date(2027, 1, 8), status=ActionStatus.DONE)
    found = carried(a_case_of((date(2027, 1, 5), (asked,)), (date(2027, 1, 12), (done,))))
    assert not [words for label, words in found if "action" in label]
