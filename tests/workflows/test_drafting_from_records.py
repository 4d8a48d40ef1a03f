"""From what is held to drafts: the right child, the right day, never over a human's work."""

from __future__ import annotations

from autoadmin.domain.drafts import DraftState, move
from autoadmin.engine import run_queued
from autoadmin.word.reading import read_text
from autoadmin.workflows.list_documents import list_documents
from autoadmin.workflows.list_due import list_due
from autoadmin.workflows.registry import WORKFLOWS
from tests.workflows.office import HEAD, QUILL, SHEET, Office


def test_each_child_has_a_record_without_what_is_only_about_a_brother_or_sister(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    (ada,), (ben,) = office.drafts("discussion-record", "C-9011"), office.drafts("discussion-record", "C-9012")
    assert "all eat at the table" in office.text(ada)
    assert "all eat at the table" not in office.text(ben)
    assert "new bed" not in office.text(ada)
    assert "new bed" in office.text(ben)
    assert "Continue the plan" in office.text(ada)
    assert "Continue the plan" in office.text(ben)


def test_no_document_of_one_family_names_another(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    for child in ("C-9011", "C-9012"):
        for draft in [*office.drafts("discussion-record", child), *office.drafts("conference-report", child)]:
            assert not {"Quill", "C-9021", "F-9002", "Dot"} & set(office.text(draft).replace(")", " ").split())


def test_a_conference_report_is_drafted_when_the_conference_draws_near_and_says_by_when(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    assert office.drafts("conference-report", "C-9021") == []
    near = office.at("2026-11-26")
    near.run()
    (report,) = near.drafts("conference-report", "C-9021")
    assert str(report.due_on) == "2026-12-07"
    assert "7 December 2026" in office.text(report)


def test_a_clock_that_moved_takes_its_report_along(office: Office) -> None:
    near = office.at("2026-11-26")
    near.drop("sheet.md", SHEET)
    near.run()
    (first,) = near.drafts("conference-report", "C-9021")
    near.drop("sheet.md", SHEET.replace("Monday 16 November 2026", "Tuesday 17 November 2026"))
    near.run()
    (second,) = near.drafts("conference-report", "C-9021")
    assert (str(first.due_on), str(second.due_on)) == ("2026-12-07", "2026-12-08")
    (old,) = near.drafts("conference-report", "C-9021", states=(DraftState.SUPERSEDED,))
    assert old.id == first.id


def test_a_draft_that_somebody_has_in_hand_is_left_as_it_is(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    (mine,) = office.drafts("unit-minutes")
    with office.services.store.begin() as store:
        store.drafts.save(move(mine, DraftState.IN_REVIEW))
    office.drop("sheet.md", SHEET.replace("new bed", "new desk"))
    office.run()
    states = {draft.id: draft.state for draft in office.drafts("unit-minutes")}
    assert states[mine.id] is DraftState.IN_REVIEW
    assert len(states) == 2


def test_minutes_are_the_same_whether_next_weeks_sheet_is_in_or_not(office: Office) -> None:
    office.drop("1.md", SHEET)
    office.run()
    (before,) = office.drafts("unit-minutes")
    later = HEAD.replace("19 November", "26 November") + QUILL
    office.drop("2.md", later)
    office.run()
    office.drop("1.md", f"{SHEET}\n\n")
    office.run()
    (after,) = [draft for draft in office.drafts("unit-minutes") if draft.meeting_on == before.meeting_on]
    assert after == before


def test_the_agenda_pack_is_drafted_before_the_next_meeting_and_read_back(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    near = office.at("2026-11-25")
    near.run()
    (pack,) = near.drafts("next-meeting-sheet")
    assert str(pack.meeting_on) == "2026-11-26"
    with near.services.store.read() as store:
        data = store.drafts.get_file(pack.id)
    assert "see the health visitor" in read_text(data)
    near.drop("typed.docx", data)
    near.run()
    assert near.reports()[-1].taken == 0
    with near.services.store.read() as store:
        assert len(store.families.list()) == 2


def test_running_again_and_again_makes_nothing_new(office: Office) -> None:
    near = office.at("2026-11-26")
    near.drop("sheet.md", SHEET)
    near.run()
    before = near.files("outbox")
    for _ in range(3):
        near.run()
    assert near.files("outbox") == before


def test_no_path_holds_a_name(office: Office) -> None:
    near = office.at("2026-11-26")
    near.drop("sheet.md", SHEET)
    near.run()
    paths = " ".join(str(path) for path in (office.folder / "outbox").rglob("*")).casefold()
    assert not any(name in paths for name in ("penrose", "quill", "ada", "dot_", "wanda", "rosa"))


def test_a_draft_edited_in_word_is_never_written_over_or_taken_away(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    (mine,) = office.drafts("unit-minutes")
    path = office.folder / "outbox" / mine.file
    path.write_bytes(path.read_bytes() + b"a human sentence")
    office.drop("sheet.md", SHEET.replace("new bed", "new desk"))
    office.run()
    assert path.read_bytes().endswith(b"a human sentence")
    drafts = {draft.id: draft for draft in office.drafts("unit-minutes")}
    assert drafts.pop(mine.id).state is DraftState.DRAFTED
    (newer,) = drafts.values()
    assert newer.supersedes is None
    assert mine.id in newer.notes[0]


def test_a_broken_template_holds_its_documents_back_until_it_is_mended(office: Office) -> None:
    layout = office.folder / "templates" / "discussion-record" / "layout.docx"
    whole = layout.read_bytes()
    layout.write_bytes(b"PK\x03\x04 not a Word file")
    office.drop("sheet.md", SHEET)
    office.run()
    assert office.drafts("discussion-record") == []
    assert len(office.drafts("unit-minutes")) == 1
    layout.write_bytes(whole)
    with office.services.store.begin() as store:
        assert store.tasks.retry_now() == 3
    run_queued(office.services, WORKFLOWS)
    assert len(office.drafts("discussion-record")) == 3


def test_a_corrected_action_reaches_the_agenda_pack(office: Office) -> None:
    near = office.at("2026-11-25")
    near.drop("sheet.md", SHEET)
    near.run()
    near.drop(
        "sheet.md", SHEET.replace("see the health visitor by 27 November", "see the health visitor by 30 November")
    )
    near.run()
    (pack,) = near.drafts("next-meeting-sheet")
    assert "30 November 2026" in near.text(pack)


def test_every_look_at_a_list_that_names_families_is_recorded(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    list_due(office.services, by="sam")
    list_documents(office.services, by="sam", family="F-9001")
    with office.services.store.read() as store:
        seen = [(entry.action, entry.subject) for entry in store.audit.list() if entry.by == "sam"]
        assert store.audit.verify() is None
    assert sorted(seen) == [("documents_seen", "F-9001"), ("due_seen", "due")]
