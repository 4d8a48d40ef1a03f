"""From the inbox to what is held: joined on ids, doubt shown, nothing taken twice, nothing lost."""

from __future__ import annotations

from autoadmin.domain.findings import Outcome, Severity
from autoadmin.domain.identifiers import ChildId, FamilyId, MeetingId, UnitId
from tests.workflows.office import HEAD, PENROSE, QUILL, SHEET, Office

MEETING = MeetingId("unit-9-2026-11-19")
PENROSES = FamilyId("F-9001")


def test_a_sheet_is_taken_in_and_leaves_the_inbox(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    assert [(report.outcome, report.taken) for report in office.reports()] == [(Outcome.TAKEN, 7)]
    assert [path.name for path in (office.folder / "inbox").iterdir()] == ["taken"]
    with office.services.store.read() as store:
        assert [family.name for family in store.families.list(UnitId("unit-9"))] == ["Penrose", "Quill"]
        assert store.families.get(PENROSES).worker == "Wanda Worker"


def test_the_same_sheet_again_changes_nothing(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    before = office.drafts("unit-minutes"), office.drafts("discussion-record"), office.files("outbox")
    office.drop("the same sheet.md", SHEET)
    office.run()
    assert (office.drafts("unit-minutes"), office.drafts("discussion-record"), office.files("outbox")) == before
    assert [report.outcome for report in office.reports()] == [Outcome.UNCHANGED]


def test_a_corrected_sheet_changes_only_what_was_corrected_and_keeps_the_older_version(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    quill_before = office.drafts("discussion-record", "C-9021")
    ada_before = office.drafts("discussion-record", "C-9011")[0]
    office.drop("sheet.md", SHEET.replace("Ben has a new bed.", "Ada has a new bed."))
    office.run()
    with office.services.store.read() as store:
        versions = store.meetings.history(MEETING, PENROSES)
        quill = store.meetings.history(MEETING, FamilyId("F-9002"))
    assert [version.is_current for version in versions] == [False, True]
    assert len(quill) == 1
    assert office.drafts("discussion-record", "C-9021") == quill_before
    ada_after = office.drafts("discussion-record", "C-9011")
    assert [draft.supersedes for draft in ada_after] == [ada_before.id]
    assert "Ada has a new bed." in office.text(ada_after[0])
    assert any(ada_before.id in name for name in office.files("outbox/superseded"))


def test_a_correction_that_is_taken_back_gives_the_first_words_again(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    first = office.drafts("unit-minutes")[0]
    for text in (SHEET.replace("new bed", "new desk"), f"{SHEET}\n"):
        office.drop("sheet.md", text)
        office.run()
    (last,) = office.drafts("unit-minutes")
    assert last.id != first.id
    assert last.sha256 == first.sha256


def test_a_sheet_of_one_family_leaves_the_rest_of_the_meeting_as_it_was(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    office.drop(
        "penrose.md", "# Unit meeting: Unit 9\nDate: 19 November 2026\n" + PENROSE.replace("new bed", "new desk")
    )
    office.run()
    with office.services.store.read() as store:
        record = store.meetings.get(MEETING).record
    assert [discussion.family_name for discussion in record.discussions] == ["Penrose", "Quill"]
    assert (record.chair, len(record.attendees)) == ("Rosa Lead", 3)


def test_first_names_in_hurried_notes_become_the_members_they_can_only_be(office: Office) -> None:
    office.drop("1.md", SHEET)
    office.drop(
        "2.txt",
        "UNIT 9 meeting 26 nov 2026\npresent - Rosa, Wanda\n\nPENROSE F-9001\nACTION wanda - ring school by 1/12\n",
    )
    office.run()
    with office.services.store.read() as store:
        record = store.meetings.get(MeetingId("unit-9-2026-11-26")).record
    assert [(a.name, a.role) for a in record.attendees] == [
        ("Rosa Lead", "consultant social worker"),
        ("Wanda Worker", "social worker"),
    ]
    assert record.discussions[0].entries[0].owner == "Wanda Worker"
    assert record.had_clinician is False


def test_a_family_without_an_id_is_matched_by_a_name_of_its_own_and_the_doubt_is_shown(office: Office) -> None:
    office.drop("1.md", SHEET)
    office.drop("2.md", HEAD.replace("19 November", "26 November") + "\n## Family: Penrose\n### Worries\n- None new.\n")
    office.run()
    with office.services.store.read() as store:
        assert len(store.meetings.days_of(PENROSES)) == 2
    doubts = [f.message for f in office.reports()[-1].findings if f.severity is Severity.DOUBTED]
    assert any("F-9001" in doubt for doubt in doubts)


def test_a_family_nobody_knows_is_held_under_a_name_of_its_own_until_an_id_is_given(office: Office) -> None:
    office.drop("1.md", HEAD + "\n## Family: Rook\nChildren: Finn Rook (born 2 May 2014)\n### Worries\n- None.\n")
    office.run()
    with office.services.store.read() as store:
        (family,) = store.families.list()
    (child,) = family.children
    assert family.id.startswith("unit-9-")
    assert child.id.startswith(family.id)
    assert "rook" not in child.id


def test_the_unit_of_another_council_is_another_unit(office: Office) -> None:
    office.drop("1.md", SHEET)
    office.drop(
        "2.md",
        HEAD.replace("(Invented)", "(Elsewhere)") + QUILL.replace("F-9002", "F-9902").replace("C-9021", "C-9921"),
    )
    office.run()
    with office.services.store.read() as store:
        assert {unit.id for unit in store.units.list()} == {"unit-9", "unit-9-elsewhere"}


def test_a_birth_date_that_differs_is_shown(office: Office) -> None:
    office.drop("1.md", SHEET)
    later = SHEET.replace("19 November", "26 November").replace("born 3 April 2015", "born 4 April 2015")
    office.drop("2.md", later)
    office.run()
    doubts = [f.message for f in office.reports()[-1].findings if "date of birth" in f.message]
    assert doubts
    assert all("2015" not in doubt for doubt in doubts)


def test_what_cannot_be_read_lies_in_refused_beside_the_reason(office: Office) -> None:
    office.drop("notes.pdf", b"%PDF-1.7")
    office.drop("no date.txt", "Kelly rang.")
    office.run()
    assert office.files("inbox/refused") == {"notes.pdf", "notes.pdf.txt", "no date.txt", "no date.txt.txt"}
    reason = (office.folder / "inbox/refused/no date.txt.txt").read_text()
    assert "day of the meeting" in reason
    assert {report.outcome for report in office.reports()} == {Outcome.REFUSED}


def test_a_file_corrected_under_the_same_name_while_the_first_is_read_is_not_put_away_unread(office: Office) -> None:
    from autoadmin.workflows.collect_inbox import collect_inbox

    office.drop("sheet.md", SHEET)
    collect_inbox(office.services)
    office.drop("sheet.md", SHEET.replace("new bed", "new desk"))
    office.run()
    assert len(office.files("inbox/taken")) == 1
    assert len(office.reports()) == 2
    with office.services.store.read() as store:
        texts = [entry.text for entry in store.meetings.get(MEETING).record.discussions[0].entries]
    assert "Ben has a new desk." in texts


def test_a_child_in_an_extract_joins_the_sheet_on_the_id_alone(office: Office) -> None:
    office.drop("1.md", SHEET)
    office.drop("census.xml", census("C-9021"))
    office.run()
    with office.services.store.read() as store:
        child = store.children.get(ChildId("C-9021"))
        codes = {event.code for event in store.events.list_for_child(child.id)}
    assert (child.name, child.family) == ("Dot Quill", "F-9002")
    assert {"REFERRAL", "S47_START"} <= codes


def census(child: str) -> str:
    """Return a census of one invented child."""
    return (
        "<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2026</Year>"
        "<ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails><Source><LEA>999</LEA></Source></Header><Children>"
        f"<Child><ChildIdentifiers><LAchildID>{child}</LAchildID><PersonBirthDate>2012-05-01</PersonBirthDate><Sex>F</Sex>"
        "</ChildIdentifiers><CINdetails><CINreferralDate>2026-02-02</CINreferralDate></CINdetails></Child></Children></Message>"
    )


def test_the_first_sheet_again_takes_a_correction_back(office: Office) -> None:
    for text in (SHEET, SHEET.replace("new bed", "new desk"), SHEET):
        office.drop("sheet.md", text)
        office.run()
    (ben,) = office.drafts("discussion-record", "C-9012")
    assert "new bed" in office.text(ben)


def test_a_file_refused_for_its_ending_is_read_under_a_better_name(office: Office) -> None:
    office.drop("sheet.pdf", SHEET)
    office.run()
    office.drop("sheet.md", SHEET)
    office.run()
    assert [report.outcome for report in office.reports()] == [Outcome.TAKEN]


def test_an_id_held_under_another_name_is_kept_apart_and_drafts_nothing_into_the_other_file(office: Office) -> None:
    office.drop("1.md", SHEET)
    wrong = HEAD.replace("19 November", "26 November") + QUILL.replace("Quill (F-9002)", "Rook (F-9001)").replace(
        "9021", "9031"
    )
    office.drop("2.md", wrong.replace("Dot Quill", "Finn Rook"))
    office.run()
    with office.services.store.read() as store:
        assert len(store.meetings.days_of(PENROSES)) == 1
        assert store.children.get(ChildId("C-9031")).family != PENROSES
    assert any("another family's id" in f.message for f in office.reports()[-1].findings)


def test_two_families_of_one_name_without_ids_stay_two(office: Office) -> None:
    smith = "\n## Family: Smith\nChildren: {0} Smith (C-{1}, born 2 May 2014)\n### Worries\n- {0} is tired.\n"
    office.drop("1.md", HEAD + smith.format("Amy", 901) + smith.format("Bo", 902))
    office.run()
    with office.services.store.read() as store:
        families = store.families.list()
    assert sorted(len(family.children) for family in families) == [1, 1]
    (amy,) = office.drafts("discussion-record", "C-901")
    assert "Bo is tired" not in office.text(amy)
    assert "Amy is tired" in office.text(amy)


def test_two_parts_of_a_sheet_about_one_family_are_one_discussion(office: Office) -> None:
    more = "\n## Family: Penrose (F-9001)\n### Worries\n- The boiler is old.\n"
    office.drop("1.md", HEAD + PENROSE + QUILL + more)
    office.run()
    (ada,) = office.drafts("discussion-record", "C-9011")
    assert "The boiler is old" in office.text(ada)
    assert "all eat at the table" in office.text(ada)


def test_a_family_that_the_corrected_sheet_drops_leaves_the_meeting_and_so_do_its_drafts(office: Office) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    office.drop("sheet.md", HEAD + PENROSE)
    office.run()
    assert office.drafts("discussion-record", "C-9021") == []
    (minutes,) = office.drafts("unit-minutes")
    assert "Quill" not in office.text(minutes)
    assert any("F-9002" in f.message for f in office.reports()[-1].findings)
    with office.services.store.read() as store:
        assert store.clocks.list(child=ChildId("C-9021")) == ()
        assert len(store.meetings.history(MEETING, FamilyId("F-9002"))) == 1


def test_entries_that_a_newer_sheet_leaves_out_are_doubted(office: Office) -> None:
    office.drop("one.md", SHEET)
    office.run()
    office.drop("two.md", HEAD + "\n## Family: Penrose (F-9001)\n### Worries\n- None.\n")
    office.run()
    assert any("not in this one" in f.message for f in office.reports()[-1].findings)
