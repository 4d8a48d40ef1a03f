"""What people make of a sheet in Word: text boxes, tracked changes, content controls, notes, lists, headings."""

from __future__ import annotations

import html
import io
import re
import zipfile
from datetime import date

import docx
import pytest

from autoadmin.domain.records import Kind, Section
from autoadmin.intake import read_sheet
from tests.intake.sheets.words import a_document, add_xml, saved
from tests.templates.shipped import FORM, rendered, sample


def entries_of(document: docx.document.Document) -> list[tuple[Section, str]]:
    record = read_sheet("s.docx", saved(document))
    return [(entry.section, entry.text) for entry in record.discussions[0].entries]


def test_a_tracked_insertion_is_read_and_a_deletion_is_noted() -> None:
    document = a_document("Worries")
    add_xml(
        document,
        "<w:p><w:r><w:t xml:space='preserve'>Ella is </w:t></w:r>"
        "<w:del w:id='1' w:author='T'><w:r><w:delText>never</w:delText></w:r></w:del>"
        "<w:ins w:id='2' w:author='T'><w:r><w:t>often</w:t></w:r></w:ins><w:r><w:t> late</w:t></w:r></w:p>",
    )
    record = read_sheet("s.docx", saved(document))
    assert [e.text for e in record.discussions[0].entries] == ["Ella is often late"]
    (note,) = [f for f in record.findings if "tracked deletion" in f.message]
    assert note.raw == "never"


def test_content_controls_and_links_and_split_runs_are_read_as_typed() -> None:
    document = a_document("Actions")
    add_xml(
        document,
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>To</w:t></w:r><w:r><w:t>m to </w:t></w:r><w:sdt><w:sdtContent><w:r>"
        "<w:t>ring school by 27/11</w:t></w:r></w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>",
    )
    (action,) = read_sheet("s.docx", saved(document)).discussions[0].entries
    assert (action.text, action.owner, action.due_on) == ("ring school", "Tom Byrne", date(2026, 11, 27))


def test_a_text_box_is_read_once_though_word_keeps_it_twice() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Ask about nan</w:t></w:r></w:p></w:txbxContent>"
    document = a_document("Worries")
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    add_xml(
        document,
        f"<w:p><w:r><w:t>late</w:t></w:r><w:r><mc:AlternateContent xmlns:mc='{mc}'>"
        f"<mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>",
    )
    assert entries_of(document) == [(Section.WORRIES, "late"), (Section.WORRIES, "Ask about nan")]


def test_a_footnote_stands_after_the_line_it_hangs_on() -> None:
    document = a_document("Worries")
    add_xml(document, "<w:p><w:r><w:t>late</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>")
    note = (
        "<w:footnotes xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:footnote w:id='2'><w:p>"
        "<w:r><w:t>says school</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    record = read_sheet("s.docx", saved(document, {"word/footnotes.xml": note}))
    found = record.discussions[0].entries
    assert [e.text for e in found] == ["late", "says school"]
    assert found[1].place.where.startswith("footnote at paragraph")


@pytest.mark.parametrize("style", ["List Number", "List Bullet"])
def test_listed_paragraphs_are_records_and_no_headings(style: str) -> None:
    document = a_document("Actions")
    document.add_paragraph("Tom to ring school", style=style)
    document.add_paragraph("Worries", style=style)
    assert [section for section, _ in entries_of(document)] == [Section.ACTIONS, Section.ACTIONS]


def test_headings_may_be_styles_or_bold_lines() -> None:
    document = a_document()
    document.add_heading("Worries", 3)
    document.add_paragraph("late")
    document.add_paragraph().add_run("Strengths").bold = True
    document.add_paragraph("Kelly rang school")
    assert entries_of(document) == [(Section.WORRIES, "late"), (Section.STRENGTHS, "Kelly rang school")]


def test_a_line_break_within_a_paragraph_parts_two_records() -> None:
    document = a_document("Worries")
    document.add_paragraph("late\ncold house")
    assert entries_of(document) == [(Section.WORRIES, "late"), (Section.WORRIES, "cold house")]


def test_a_picture_beside_text_is_doubted() -> None:
    document = a_document("Worries")
    add_xml(document, "<w:p><w:r><w:drawing/></w:r></w:p>")
    messages = [f.message for f in read_sheet("s.docx", saved(document)).findings]
    assert "There is a picture here; what it shows was not read." in messages


TYPED = {
    "Child's lived experience": 'Tamsin told Bryn: "I like Tuesdays."',
    "Worries": "Tamsin was late on two days.",
    "Decisions": "Offer a family group conference. By: Farida Qureshi.",
    "Actions": "Marcus to ring school by 27 January",
}


def test_the_printed_sheet_typed_into_in_word_is_read_back() -> None:
    record = read_sheet("sheet.docx", typed_into(rendered(FORM).file))
    assert (record.unit, record.council, record.chair) == ("Unit 2", "Northmere", "Farida Qureshi")
    assert [a.name for a in record.attendees] == ["Farida Qureshi", "Marcus Tennant", "Bryn Pascoe"]
    first, second = record.discussions
    assert first.family_id == "F-0733"
    assert [child.id for child in first.children] == ["C-30411", "C-30412", "C-30413"]
    assert [(a.name, a.has_pr) for a in first.adults] == [
        *(("Morwenna Pellow", True), ("Callum Reyes", False), ("Ailsa Pellow", None)),
    ]
    assert [(e.section, e.kind, e.text) for e in first.entries] == [
        (Section.LIVED_EXPERIENCE, Kind.SAID, '"I like Tuesdays."'),
        (Section.WORRIES, Kind.OPINION, "Tamsin was late on two days."),
        (Section.DECISIONS, Kind.DECISION, "Offer a family group conference."),
        (Section.ACTIONS, Kind.ACTION, "ring school"),
    ]
    said, _, decided, action = first.entries
    assert (said.speaker, said.author) == ("Tamsin Pellow", "Bryn Pascoe")
    assert (decided.authoriser, action.owner) == ("Farida Qureshi", "Marcus Tennant")
    assert action.due_on == date(2027, 1, 27)
    assert (second.family_name, second.entries) == ("Adeyinka-Brandt", ())


def test_what_was_printed_is_not_recorded_again() -> None:
    record = read_sheet("sheet.docx", rendered(FORM).file)
    assert len(record.discussions) == len(sample(FORM)["families"])
    assert [entry.text for found in record.discussions for entry in found.entries] == []
    assert record.entries == ()


def test_the_head_and_foot_of_the_printed_pages_are_kept_with_the_meeting() -> None:
    record = read_sheet("sheet.docx", rendered(FORM).file)
    running = {f.place.where: f.value for f in record.header if f.place.where.startswith("page")}
    assert "OFFICIAL-SENSITIVE" in running["page header"]
    assert "Sheet for the next unit meeting" in running["page footer"]


def test_no_word_of_the_printed_sheet_is_lost() -> None:
    file = rendered(FORM).file
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        names = [n for n in package.namelist() if re.match(r"word/(document|header\d*|footer\d*)\.xml", n)]
        typed = " ".join(text for n in names for text in re.findall(r"<w:t[^>]*>([^<]*)", package.read(n).decode()))
    kept = set(re.findall(r"[^\W_]+", " ".join(read_sheet("sheet.docx", file).kept_words())))
    assert set(re.findall(r"[^\W_]+", html.unescape(typed))) <= kept


def typed_into(file: bytes) -> bytes:
    """Return the form with the meeting's head, and words under some headings of the first family."""
    document = docx.Document(io.BytesIO(file))
    paragraphs = document.paragraphs
    for label, words in {"Chair:": "Farida Qureshi", "Present:": "Farida Qureshi, Marcus Tennant, Bryn Pascoe"}.items():
        next(p for p in paragraphs if p.text.startswith(label)).add_run(words)
    for heading, words in TYPED.items():
        at = next(number for number, p in enumerate(paragraphs) if p.text == heading)
        paragraphs[at + 1].add_run(words)
    typed = io.BytesIO()
    document.save(typed)
    return typed.getvalue()
