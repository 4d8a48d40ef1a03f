"""Every word of a sheet is in an entry, a header field or a heading, however oddly the sheet was typed."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO

from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autoadmin.domain.records import MeetingRecord
from autoadmin.intake import read_sheet

WORDS = st.sampled_from(
    'Ella Tom Kelly said 12 Nov attendance 61% "quoted" “curly” ‘single’ it\'s by 27 November 2026 due Why: By: '
    "Decision ACTION action: decision - – — * • | | # ## F-0412 C-22019 family Family: Marsh goal: worries Worries: "
    "not discussed Present: Apologies: none (born 3 April 2015) ; , . : … é ß 李 مرحبا "
    "🙂 <b> & \\t x=1 1. a) to see 31/11/26 strategy discussion held missing returned 07:40 do NOT share section 47 "
    "started looked after plan __ ** [x] yes Owner: Due: was due late care plan Here:".split()
)
LINES = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
HEADINGS = st.sampled_from(
    [
        "## Family: Marsh (F-0412)",
        "OKAFOR-BELL F-0377",
        "### Worries",
        "ACTIONS",
        "Decisions:",
        "### Something odd",
        "**Strengths**",
        "Any other business",
        "Children: Ella Marsh (C-1, born 3 April 2015); Noah Marsh (expected 12 Feb 2027) - twins",
        "Adults: Kelly Marsh (mother, PR); Dean (no PR)",
        "Status: child protection plan (neglect) from 14 September 2026",
        "| Action | Owner | By when |",
        "| ring school | Tom | 27/11 |",
        "|---|---|---|",
        "- [ ] a task",
        "\t- nested\ttabs",
        "",
    ]
)
TITLE = "Unit meeting: Unit 4 (Hull)\nDate: 19 November 2026\nPresent: Tom Byrne (social worker), Ruth Adeyemi\n"
SHEETS = st.lists(st.one_of(LINES, HEADINGS), max_size=25)
TRIES = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def words(text: str) -> Counter[str]:
    """Return the letter-and-digit runs of a text: list marks and rules are no words."""
    return Counter(re.findall(r"[^\W_]+", text))


def kept(record: MeetingRecord) -> Counter[str]:
    return words(" ".join(record.kept_words()))


@TRIES
@given(SHEETS, st.sampled_from(["md", "txt"]), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_no_word_of_a_text_sheet_is_lost(lines: list[str], ending: str, line_end: str) -> None:
    text = TITLE + line_end.join(lines)
    assert kept(read_sheet(f"sheet.{ending}", text.encode())) == words(text)


@TRIES
@given(SHEETS, st.lists(st.lists(LINES, min_size=3, max_size=3), max_size=4), st.booleans())
def test_no_word_of_a_word_sheet_is_lost(lines: list[str], rows: list[list[str]], is_bold: bool) -> None:
    document = Document()
    document.core_properties.title = "not part of the sheet"
    text = TITLE.splitlines() + [line for line in lines if "|" not in line]
    for number, line in enumerate(text):
        run = document.add_paragraph(style="List Bullet" if number % 5 == 4 else None).add_run(line)
        run.bold = is_bold and number % 3 == 0
    if rows:
        table = document.add_table(rows=0, cols=3)
        for row in rows:
            cells = table.add_row().cells
            for cell, content in zip(cells, row, strict=True):
                cell.text = content
    file = BytesIO()
    document.save(file)
    typed = "\n".join([*text, *(content for row in rows for content in row)])
    assert kept(read_sheet("sheet.docx", file.getvalue())) == words(typed)
