"""What the list says is due is drafted in time, once, for the units' own children; and the list says which draft."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from autoadmin.catalogue.schedules import load_schedules
from autoadmin.domain.rules import is_answered
from autoadmin.domain.schedules import BeforeDue, Schedule
from autoadmin.engine import run_queued
from autoadmin.workflows.draft_document import draft_document
from autoadmin.workflows.explain_clock import explain_clock
from autoadmin.workflows.list_due import DueRow, list_due
from autoadmin.workflows.registry import WORKFLOWS
from tests.workflows.office import Office

IN_CARE = """# Unit meeting: Unit 9 (Hull)
Date: {on}
Chair: Ada Poole
Present: Ada Poole (consultant social worker), Ben Frost (social worker)

## Family: Tarn (F-0901)
Children: Isla Tarn (C-60901, born 4 May 2016)
Worker: Ben Frost
Status: Isla looked after, section 20, from 2 November 2026 (foster placement from 2 November 2026)

### What has happened since
- {happened}
"""


def a_sheet(on: str = "5 November 2026", happened: str = "3 Nov: Ben visited Isla in placement; seen alone.") -> str:
    """Return a sheet about a child who came into care on 2 November 2026."""
    return IN_CARE.format(on=on, happened=happened)


def due(office: Office, rule: str) -> DueRow:
    """Return the only clock of a rule that the list shows."""
    (row,) = [row for row in list_due(office.services, by="test", is_all=True) if row.rule.id == rule]
    return row


def test_a_request_that_is_due_from_the_first_day_is_drafted_then_and_the_report_when_it_draws_near(
    office: Office,
) -> None:
    office = office.at("2026-11-05")
    office.drop("sheet.md", a_sheet())
    office.run()
    assert len(office.drafts("health-assessment-request")) == len(office.drafts("placement-plan")) == 1
    assert office.drafts("looked-after-review-report") == []  # due on 30 November: eight working days before
    office.at("2026-11-18").run()
    (report,) = office.drafts("looked-after-review-report")
    assert str(report.due_on) == "2026-11-30"


def test_the_list_and_the_story_name_the_document_and_its_draft(office: Office) -> None:
    office = office.at("2026-11-05")
    office.drop("sheet.md", a_sheet())
    office.run()
    (plan,) = office.drafts("placement-plan")
    row = due(office, "PLACE_PLAN")
    assert (row.template, row.draft) == ("placement-plan", plan)
    told = f"The document that answers it is placement-plan: {plan.id} of 5 November 2026. Drafted from the record"
    assert told in explain_clock(office.services, row.clock.id)
    review = due(office, "LAC_REV_1")
    assert (review.template, review.draft) == ("looked-after-review-report", None)
    assert "none is drafted for it yet." in explain_clock(office.services, review.clock.id)


def test_a_document_that_a_person_has_drafted_and_begun_to_edit_is_not_drafted_again(office: Office) -> None:
    office = office.at("2026-11-05")
    office.drop("sheet.md", a_sheet())
    office.run()
    clock = due(office, "LAC_REV_1").clock.id
    early = draft_document(office.services, template="looked-after-review-report", child="C-60901", clock=clock)
    run_queued(office.services, WORKFLOWS)
    placed = office.services.places.outbox / early.file
    placed.write_bytes(placed.read_bytes() + b" ")
    office.at("2026-11-19").run()
    assert [draft.id for draft in office.drafts("looked-after-review-report")] == [early.id]


def test_looking_again_drafts_nothing_more(office: Office) -> None:
    office = office.at("2026-11-19")
    office.drop("sheet.md", a_sheet())
    office.run()
    before = office.files("outbox")
    office.run()
    assert office.files("outbox") == before


def test_nothing_is_drafted_for_a_child_of_no_unit(office: Office) -> None:
    office = office.at("2026-11-25")
    office.drop("bundle.zip", an_enquiry())
    office.run()
    assert due(office, "ICPC_15").unit is None
    assert office.drafts("conference-report") == []


def an_enquiry() -> bytes:
    """Return an extract that tells of a section 47 enquiry about a child whom no sheet names."""
    manifest = {"council": "Hull", "extract_date": "2026-11-24", "vendor": "SystemC", "date_format": "YYYY-MM-DD"}
    files = {
        "manifest.json": json.dumps(manifest),
        "ssd_person.csv": "pers_person_id,pers_forename,pers_surname,pers_dob\n60999,Kit,Arden,2017-02-03\n",
        "ssd_s47_enquiry.csv": "s47e_s47_enquiry_id,s47e_person_id,s47e_s47_start_date\n7001,60999,2026-11-16\n",
    }
    made = BytesIO()
    with ZipFile(made, "w") as bundle:
        for name, text in files.items():
            bundle.writestr(name, text)
    return made.getvalue()


@pytest.mark.parametrize("schedule", load_schedules(Path(__file__).parents[2] / "schedules"), ids=lambda s: s.id)
def test_a_document_drafted_before_a_clock_is_due_answers_that_clock(office: Office, schedule: Schedule) -> None:
    when, template = schedule.when, schedule.arguments.get("template")
    if not isinstance(when, BeforeDue) or template == "chronology-case-file":
        return
    shelf = office.services.shelf
    (described,) = [each for each in shelf.catalogue.templates if each.id == template]
    assert [rule for rule in when.rules if not is_answered(rule, described.answers, shelf.rules)] == []
