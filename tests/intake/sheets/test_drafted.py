"""What was drafted here is no new record: dropped back into the inbox it is refused, in plain words."""

from __future__ import annotations

import pytest

from autoadmin.domain.errors import IntakeError
from autoadmin.intake.sheets.sheet import read_sheet
from autoadmin.word import compile_template
from autoadmin.word.reading import read_text
from tests.templates.shipped import FORM, SIGNED, layout, sample

HEAD = "# Unit meeting: Unit 4 (Hull)\nDate: 19 November 2026\nChair: Ruth Adeyemi\n"


@pytest.mark.parametrize("id", SIGNED)
def test_a_drafted_document_is_refused_even_without_its_header(id: str) -> None:
    file = compile_template(layout(id)).render(sample(id)).file
    with pytest.raises(IntakeError, match="a document that autoadmin drafted"):
        read_sheet("back.docx", file)
    with pytest.raises(IntakeError, match="a document that autoadmin drafted"):
        read_sheet("back.txt", read_text(file).encode())


def test_the_sheet_for_the_next_meeting_is_no_such_document() -> None:
    assert read_sheet("next.docx", compile_template(layout(FORM)).render(sample(FORM)).file).discussions


def test_a_gap_or_two_that_somebody_carried_over_is_no_reason() -> None:
    gap = "- [not recorded: by when] ask the school\n"
    assert read_sheet("s.md", f"{HEAD}\n## Family: Marsh (F-0412)\n### Worries\n{gap * 2}".encode()).discussions
    with pytest.raises(IntakeError, match="shows it"):
        read_sheet("s.md", f"{HEAD}\n## Family: Marsh (F-0412)\n### Worries\n{gap * 3}".encode())
