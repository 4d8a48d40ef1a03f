"""A chronology that people put right, finish and open again: their choices outlive redrafts and corrected sheets."""

from __future__ import annotations

import pytest

from autoadmin.domain.chronologies import ChronologyRow, Meaning
from autoadmin.domain.errors import ReviewError, UnknownIdError, WrongUseError
from autoadmin.engine import run_queued
from autoadmin.workflows.curate_chronology import (
    choose_row,
    finish_chronology,
    reopen_chronology,
    show_chronology,
    show_event_log,
    write_about_row,
)
from autoadmin.workflows.draft_document import draft_document
from autoadmin.workflows.registry import WORKFLOWS
from tests.databases import on_both
from tests.workflows.office import SHEET, Office

ADA = "C-9011"
VISIT = "Wanda visited at home. Ada seen alone."
NEXT = SHEET.replace("19 November", "26 November").replace("12 Nov: Wanda visited", "25 Nov: Wanda rang")


def the_row(office: Office, words: str) -> ChronologyRow:
    return next(row for row in show_chronology(office.services, ADA, by="t").rows if words in row.detail)


def drafted(office: Office) -> str:
    return office.text(draft_document(office.services, template="chronology-case-file", child=ADA))


def actions(office: Office) -> list[str]:
    with office.services.store.read() as store:
        return [entry.action for entry in store.audit.list() if entry.subject == ADA]


def test_a_row_that_a_person_took_out_stays_out_of_every_redraft_and_is_counted(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    assert VISIT in drafted(office)
    row = the_row(office, VISIT)
    choose_row(office.services, ADA, row.id, is_included=False, why="told elsewhere", by="Rosa Lead")
    assert VISIT not in (text := drafted(office))
    assert "1 event left out by people" in text
    office.drop("next.md", NEXT)
    office.run()
    assert VISIT not in drafted(office)
    assert "chronology_row_excluded" in actions(office)


def test_a_line_corrected_at_its_source_is_shown_against_what_was_chosen(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    choose_row(office.services, ADA, the_row(office, VISIT).id, is_included=True, why="first visit", by="Rosa Lead")
    office.drop("sheet.md", SHEET.replace("Ada seen alone", "Ada seen with Cleo"))
    office.run()
    row = the_row(office, "Ada seen with Cleo")
    assert (row.is_significant, row.is_changed) == (True, True)
    text = drafted(office)
    assert "put in by Rosa Lead" in text
    assert f"it then read, for 12 November 2026: {VISIT}" in text


@on_both
def test_a_finished_chronology_is_drafted_as_it_was_and_counts_what_came_since(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    first = draft_document(office.services, template="chronology-case-file", child=ADA)
    finish_chronology(office.services, ADA, why="transfer", by="Rosa Lead")
    office.drop("next.md", NEXT)
    later = office.at("2026-11-27")
    later.run()
    second = draft_document(later.services, template="chronology-case-file", child=ADA)
    assert second.id == first.id
    (note,) = [note for note in second.notes if "finished by Rosa Lead on 20 November 2026" in note]
    assert note.endswith("not in it: 2.")
    reopen_chronology(later.services, ADA, why="", by="Rosa Lead")
    third = draft_document(later.services, template="chronology-case-file", child=ADA)
    assert third.id != first.id
    assert "Wanda rang" in later.text(third)
    assert [name for name in actions(office) if name in ("chronology_finished", "chronology_reopened")] == [
        "chronology_finished",
        "chronology_reopened",
    ]


def test_a_choice_needs_a_reason_a_row_that_is_there_and_a_chronology_that_is_open(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    row = the_row(office, VISIT).id
    with pytest.raises(WrongUseError, match="--why"):
        choose_row(office.services, ADA, row, is_included=False, why=" ", by="t")
    with pytest.raises(UnknownIdError, match="R-00000000"):
        choose_row(office.services, ADA, "R-00000000", is_included=False, why="x", by="t")
    with pytest.raises(ReviewError, match="not finished"):
        reopen_chronology(office.services, ADA, why="", by="t")
    finish_chronology(office.services, ADA, why="", by="t")
    with pytest.raises(ReviewError, match="finished"):
        choose_row(office.services, ADA, row, is_included=False, why="x", by="t")


def test_the_log_has_the_routine_too_and_every_look_is_recorded(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    log = show_event_log(office.services, ADA, by="Wanda Worker")
    assert {"BIRTH", "CPP_START", "VISIT_CP"} <= {code for row in log for code in row.codes}
    assert all(row.sources for row in log)
    assert "event_log_seen" in actions(office)


PRIVATE = SHEET.replace(
    "- 12 Nov: Wanda", "- 10 Nov: Ada stays with Nan; do not share the address with anybody.\n- 12 Nov: Wanda"
)


def test_a_copy_for_a_parent_is_a_draft_of_its_own_with_marks_and_the_units_own_is_as_it_was(office: Office) -> None:
    office.drop("sheet.md", PRIVATE)
    office.run()
    own = draft_document(office.services, template="chronology-case-file", child=ADA)
    copy = draft_document(office.services, template="chronology-case-file", child=ADA, role="parent")
    assert "Ada stays with Nan" in office.text(own)
    assert "Ada stays with Nan" not in office.text(copy)
    assert "[withheld: recorded as not to be shared]" in office.text(copy)
    assert own.id in [draft.id for draft in office.drafts("chronology-case-file", ADA)]


def test_the_agencies_share_one_chronology_of_the_family_without_what_is_not_to_be_shared(office: Office) -> None:
    office.drop("sheet.md", PRIVATE.replace("Ada seen alone.", "Ada seen alone (school)."))
    office.run()
    text = office.text(draft_document(office.services, template="chronology-multi-agency", family="F-9001"))
    assert "Education" in text
    assert text.count("Child protection plan started") == 1
    assert "Ada stays with Nan" not in text
    assert "recorded as not to be shared (1)" in text


def test_a_role_that_there_is_not_and_a_document_that_is_no_chronology_are_refused(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    with pytest.raises(WrongUseError, match="parent, agency"):
        draft_document(office.services, template="chronology-case-file", child=ADA, role="uncle")
    with pytest.raises(WrongUseError, match="chronology"):
        draft_document(office.services, template="conference-report", child=ADA, role="parent")


@on_both
def test_what_a_person_writes_of_a_row_stands_beside_it_signed_and_dated(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    row = the_row(office, VISIT).id
    write(office, row, Meaning.IMPACT, "Ada was calmer\nthat week.")
    written = write(office, row, Meaning.ANALYSIS, "She trusts Wanda.")
    assert written.detail == VISIT
    assert written.impact.endswith("Ada was calmer that week. (Rosa Lead, 20 November 2026)")
    assert written.analysis.endswith("She trusts Wanda. (Rosa Lead, 20 November 2026)")
    assert "Ada was calmer that week. (Rosa Lead, 20 November 2026)" in drafted(office)
    assert {"chronology_impact_written", "chronology_analysis_written"} <= {*actions(office)}
    court = office.text(draft_document(office.services, template="chronology-court", child=ADA))
    assert "calmer" not in court
    assert "trusts Wanda" not in court


@on_both
def test_the_last_that_was_written_holds_and_an_empty_one_takes_it_back(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    row = the_row(office, VISIT).id
    write(office, row, Meaning.IMPACT, "Calmer.")
    assert "Calmer." not in write(office, row, Meaning.IMPACT, "Quieter.").impact
    taken_back = write(office, row, Meaning.IMPACT, "  ")
    assert (taken_back.impact, taken_back.words) == ("", ())
    assert "chronology_impact_taken_back" in actions(office)


@on_both
def test_what_was_written_follows_its_line_when_that_is_corrected(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    write(office, the_row(office, VISIT).id, Meaning.IMPACT, "Calmer.")
    office.drop("sheet.md", SHEET.replace("Ada seen alone", "Ada seen with Cleo"))
    office.run()
    assert "Calmer." in the_row(office, "Ada seen with Cleo").impact


def test_nothing_is_written_on_a_row_that_is_not_there_or_of_a_finished_chronology(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    row = the_row(office, VISIT).id
    with pytest.raises(UnknownIdError, match="R-00000000"):
        write(office, "R-00000000", Meaning.IMPACT, "x")
    finish_chronology(office.services, ADA, why="", by="t")
    with pytest.raises(ReviewError, match="finished"):
        write(office, row, Meaning.IMPACT, "x")


@on_both
def test_a_choice_makes_the_drafts_that_stand_anew_but_not_one_that_somebody_edits(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    plain = draft_document(office.services, template="chronology-case-file", child=ADA)
    court = draft_document(office.services, template="chronology-court", child=ADA)
    run_queued(office.services, WORKFLOWS)
    edited = office.services.places.outbox / court.file
    edited.write_bytes(changed := edited.read_bytes() + b" ")
    choose_row(office.services, ADA, the_row(office, VISIT).id, is_included=False, why="told elsewhere", by="Rosa Lead")
    run_queued(office.services, WORKFLOWS)
    (now,) = office.drafts("chronology-case-file", ADA)
    assert now.supersedes == plain.id
    assert VISIT not in office.text(now)
    assert edited.read_bytes() == changed
    assert court.id in {draft.id for draft in office.drafts("chronology-court", ADA)}


@on_both
def test_a_corrected_sheet_makes_the_familys_drafts_anew_but_not_one_that_somebody_edits(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    shared = draft_document(office.services, template="chronology-multi-agency", family="F-9001")
    court = draft_document(office.services, template="social-work-evidence", family="F-9001")
    others = draft_document(office.services, template="chronology-multi-agency", family="F-9002")
    run_queued(office.services, WORKFLOWS)
    edited = office.services.places.outbox / court.file
    edited.write_bytes(changed := edited.read_bytes() + b" ")
    office.drop("sheet.md", SHEET.replace("Ada seen alone", "Ada seen with Cleo"))
    office.run()
    (now,) = [draft for draft in office.drafts("chronology-multi-agency") if draft.family == "F-9001"]
    assert now.supersedes == shared.id
    assert "Ada seen with Cleo" in office.text(now)
    assert edited.read_bytes() == changed
    assert {court.id, others.id} <= {
        draft.id for name in ("social-work-evidence", "chronology-multi-agency") for draft in office.drafts(name)
    }


@on_both
def test_a_choice_that_changes_no_draft_makes_none(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    draft_document(office.services, template="conference-report", child=ADA)
    run_queued(office.services, WORKFLOWS)
    choose_row(office.services, ADA, the_row(office, VISIT).id, is_included=True, why="first visit", by="Rosa Lead")
    before = len(office.drafts("conference-report", ADA))
    run_queued(office.services, WORKFLOWS)
    assert len(office.drafts("conference-report", ADA)) == before


def write(office: Office, row: str, meaning: Meaning, text: str) -> ChronologyRow:
    """Return a row after Rosa Lead wrote about it."""
    return write_about_row(office.services, ADA, row, meaning=meaning, text=text, by="Rosa Lead")
