"""A realistic three-page unit-minutes template and a meeting to fill it with, for measuring."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import docx
from docx.document import Document

_TEMPLATE = Path(__file__).parents[2] / "templates" / "unit-minutes"
_PEOPLE = ("Ruth Adeyemi", "Tom Byrne", "Priya Nair", "Dr Lena Fox", "Sam Ellis")
_FAMILIES = ("Marsh", "Whitlock", "Okafor-Bell", "Drummond")
_SECTIONS = ("Child's lived experience", "What has happened since", "Worries", "Strengths", "Clinician's view")
_WORDS = (
    "Ella told Priya: “I get my own breakfast now and Mum gets up.”",
    "Tom visited at home, unannounced. Ella was seen alone in her bedroom, which was tidy and warm.",
    "School say attendance was 61 % in the half-term, with nine late marks & two unexplained absences.",
    "Mornings go wrong when Dean has stayed over. To test: ask Kelly about the week he was away.",
)


def minutes() -> tuple[bytes, dict[str, object], str]:
    """Return a template, its content and what they are: the product's own where there is one, else one made here."""
    layout, sample = _TEMPLATE / "layout.docx", _TEMPLATE / "sample.json"
    if layout.exists() and sample.exists():
        content = _recorded(json.loads(sample.read_text(encoding="utf-8")))
        return layout.read_bytes(), content, "templates/unit-minutes"
    return made_layout(), made_content(), "the template made for this benchmark"


def made_layout() -> bytes:
    """Return a template with header, footer, attendance, and for each family sections, decisions and actions."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ unit }} · {{ council }}"
    document.sections[0].footer.paragraphs[0].text = "Meeting of {{ date }}. Official: sensitive"
    document.add_heading("Unit meeting: {{ unit }}", 0)
    document.add_paragraph("Held on {{ date }} with {{ chair }} in the chair.")
    _table(document, "present", ("Name", "name"), ("Role", "role"))
    document.add_paragraph("{%p for discussion in discussions %}")
    document.add_heading("Family {{ discussion.family }} ({{ discussion.family_id }})", 1)
    document.add_paragraph("Worker: {{ discussion.worker }}. Status: {{ discussion.status }}.")
    document.add_paragraph("{%p for section in discussion.sections %}")
    document.add_heading("{{ section.title }}", 2)
    document.add_paragraph("{%p for entry in section.entries %}")
    entry = document.add_paragraph("{{ entry.text }}", style="List Bullet")
    entry.add_run(" {% if entry.speaker %}({{ entry.speaker }}, {{ entry.on }}){% else %}({{ entry.on }}){% endif %}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")
    document.add_heading("Decisions and actions", 2)
    _table(document, "discussion.decisions", ("Decision", "text"), ("Why", "why"), ("By", "by"))
    document.add_paragraph()
    _table(document, "discussion.actions", ("Action", "text"), ("Who", "owner"), ("By when", "due"))
    document.add_paragraph("{%p endfor %}")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def made_content() -> dict[str, object]:
    """Return an invented meeting of three printed pages."""
    return {
        "unit": "Unit 4",
        "council": "Hull",
        "date": "19 November 2026",
        "chair": _PEOPLE[0],
        "present": [{"name": name, "role": "social worker"} for name in _PEOPLE],
        "discussions": [_discussion(number, family) for number, family in enumerate(_FAMILIES)],
    }


def _recorded(value: Any) -> Any:
    """Return the sample with words for every gap, which docxtpl would print as None."""
    if isinstance(value, dict):
        return {name: _recorded(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_recorded(item) for item in value]
    return "nobody recorded it" if value is None else value


def _discussion(number: int, family: str) -> dict[str, object]:
    return {
        "family": family,
        "family_id": f"F-04{number:02}",
        "worker": _PEOPLE[1],
        "status": "child protection plan (neglect) from 14 September 2026",
        "sections": [
            {
                "title": title,
                "entries": [
                    {"text": words, "speaker": speaker, "on": "17 November 2026"}
                    for words, speaker in zip(_WORDS, (*_PEOPLE[:2], ""), strict=False)
                ],
            }
            for title in _SECTIONS
        ],
        "decisions": [{"text": "Continue the plan.", "why": "Attendance 61 %.", "by": _PEOPLE[0]}] * 2,
        "actions": [{"text": "See the midwife.", "owner": _PEOPLE[1], "due": "27 November 2026"}] * 4,
    }


def _table(document: Document, items: str, *columns: tuple[str, str]) -> None:
    table = document.add_table(4, len(columns), style="Table Grid")
    table.cell(1, 0).text = f"{{%tr for row in {items} %}}"
    table.cell(3, 0).text = "{%tr endfor %}"
    for number, (title, field) in enumerate(columns):
        table.cell(0, number).text = title
        table.cell(2, number).text = f"{{{{ row.{field} }}}}"
