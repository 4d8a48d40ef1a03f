"""Where a file lies in the outbox says what the document is about, and of whom only where it is about one child."""

from __future__ import annotations

from tests.workflows.office import HEAD, QUILL, Office


def test_only_a_childs_own_document_has_the_childs_id_in_its_name(office: Office) -> None:
    office.drop("sheet.md", HEAD + QUILL)
    office.run()
    (minutes,), (record,) = office.drafts("unit-minutes"), office.drafts("discussion-record")
    assert minutes.children == record.children == ("C-9021",)
    assert minutes.file == f"unit-9/2026-11-19/unit-minutes_{minutes.id}.docx"
    assert record.file == f"unit-9/2026-11-19/F-9002/discussion-record_C-9021_{record.id}.docx"
