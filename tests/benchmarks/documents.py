"""The three documents that every way of filling is measured on: a letter, minutes, a long chronology."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx

_TEMPLATES = Path(__file__).parents[2] / "templates"
_ROWS = 2_000


@dataclass(frozen=True, slots=True)
class Document:
    """A layout in the dialect of docxtpl, and the content to fill it with."""

    title: str
    layout: bytes
    content: Mapping[str, Any]


def documents() -> tuple[Document, ...]:
    """Return the three, shortest first."""
    return letter(), minutes(), chronology(_ROWS)


def minutes() -> Document:
    """Return the product's own minutes, three pages long, with its own sample."""
    return Document("minutes, 3 pages", *_shipped("unit-minutes"))


def chronology(rows: int) -> Document:
    """Return the product's own chronology with so many rows, no two of them alike."""
    layout, content = _shipped("chronology-case-file")
    recorded = content["rows"]
    content["rows"] = [
        {**recorded[number % len(recorded)], "ref": str(number), "event": f"{_EVENTS[number % 4]} ({number})"}
        for number in range(rows)
    ]
    return Document(f"chronology, {rows:,} rows", layout, content)


def letter() -> Document:
    """Return an invitation of one page with an address, four paragraphs and a list of who is asked to come."""
    layout = docx.Document()
    layout.sections[0].header.paragraphs[0].text = "{{ council }} Children's Services"
    layout.sections[0].footer.paragraphs[0].text = "Our reference {{ reference }}"
    for line in ("{{ to.name }}", "{{ to.street }}", "{{ to.town }}", "{{ on }}", "Dear {{ to.name }},"):
        layout.add_paragraph(line)
    layout.add_heading("Child protection conference about {{ child }}", 1)
    layout.add_paragraph("The conference meets on {{ conference.on }} at {{ conference.at }}, {{ conference.place }}.")
    layout.add_paragraph("{{ why }}")
    layout.add_paragraph("{% if interpreter %}An interpreter for {{ interpreter }} is booked. {% endif %}{{ bring }}")
    table = layout.add_table(4, 2, style="Table Grid")
    texts = ("Who is asked", "As", "{%tr for p in people %}", "", "{{ p.name }}", "{{ p.role }}", "{%tr endfor %}", "")
    for number, text in enumerate(texts):
        table.cell(number // 2, number % 2).text = text
    layout.add_paragraph("Yours sincerely,")
    layout.add_paragraph("{{ by.name }}, {{ by.role }}")
    file = io.BytesIO()
    layout.save(file)
    return Document("letter, 1 page", file.getvalue(), _LETTER)


def _shipped(template: str) -> tuple[bytes, dict[str, Any]]:
    folder = _TEMPLATES / template
    content = _recorded(json.loads((folder / "sample.json").read_text(encoding="utf-8")))
    return (folder / "layout.docx").read_bytes(), content


def _recorded(value: Any) -> Any:
    """Return the sample with words for every gap, which the peers would print as None, null or nothing."""
    if isinstance(value, dict):
        return {name: _recorded(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_recorded(item) for item in value]
    return "nobody recorded it" if value is None else value


_EVENTS = (
    "Marcus Tennant visited at home, unannounced; the children were seen alone in their bedroom",
    "School say attendance was 61 % in the half-term, with nine late marks & two unexplained absences",
    "Strategy discussion held with police and health; single-agency enquiry agreed",
    "“I get my own breakfast now and Mum gets up,” Tamsin told her teacher",
)
_LETTER = {
    "council": "Northmere",
    "reference": "F-0733/12",
    "to": {"name": "Ms Morwenna Pellow", "street": "12 Quay Terrace", "town": "Northmere"},
    "on": "12 January 2027",
    "child": "Tamsin, Jory and the baby",
    "conference": {"on": "21 January 2027", "at": "10:30", "place": "Civic Centre, room 3"},
    "why": "We told you on Tuesday why we are worried: the evenings when nobody opened the door, & what Jory said at "
    "school. The conference decides together with you whether a plan is needed to keep the children safe.",
    "interpreter": "Cornish",
    "bring": "Please bring whoever supports you. You will have the social worker's report two working days before.",
    "people": [
        {"name": name, "role": role}
        for name, role in (
            ("Morwenna Pellow", "mother"),
            ("Callum Reyes", "Jory's father"),
            ("Rosalind Vane", "health visitor"),
            ("Marcus Tennant", "social worker"),
        )
    ],
    "by": {"name": "Farida Qureshi", "role": "consultant social worker"},
}
