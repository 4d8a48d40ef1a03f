"""The parts of a form that are one value: what only a person can say, a day, what an event says."""

from __future__ import annotations

from typing import assert_never

from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.code_words import in_words
from autoadmin.drafting.chronology_parts import cited
from autoadmin.drafting.forms.form import Asked, Met, Noted, Single
from autoadmin.drafting.forms.material import Material
from autoadmin.drafting.paper import Paper
from autoadmin.drafting.wording import day_words


def single_values(paper: Paper, name: str, content: Single, material: Material, path: str) -> dict[str, object]:
    """Return the one value of a part under its name, a gap where nobody recorded it."""
    match content:
        case Asked():
            return {name: paper.gap(path)}
        case Met():
            return {name: day_words(material.met_on) if material.met_on else paper.gap(path)}
        case Noted():
            words, row = _noted(content, material)
            return {name: paper.recorded(words, path), f"{name}_ref": cited(paper, row) if row else ""}
    assert_never(content)


def _noted(content: Noted, material: Material) -> tuple[str, ChronologyRow | None]:
    """Return what the latest event says in words, with its row; nothing where none says it."""
    for found in reversed(material.rows):
        for event in found.row.events:
            said = (in_words(event.fields.get(field, "")) for field in content.fields)
            if event.code in content.codes and (words := next(filter(None, said), "")):
                return words, found.row
    return "", None
