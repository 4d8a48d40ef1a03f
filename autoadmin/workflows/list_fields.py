"""The field catalogue of each template, with what to type, an example of each field and where it is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from autoadmin.domain.errors import TemplateError
from autoadmin.domain.fields import Field
from autoadmin.domain.identifiers import TemplateId
from autoadmin.domain.templates import DocumentTemplate
from autoadmin.drafting.fields import FIELDS, fields_of
from autoadmin.word.mentions import fields_named
from autoadmin.word.picking import Pick, picks
from autoadmin.word.values import words_of
from autoadmin.workflows.services import Services
from autoadmin.workflows.shelf import Shelf
from autoadmin.workflows.todays_names import aliases_of

LONGEST_EXAMPLE = 70


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field of a document: what it is called, what to type for it, an example, the templates that use it."""

    pick: Pick
    heading: str
    example: str
    used_in: tuple[TemplateId, ...]

    @property
    def field(self) -> Field:
        """Return the field as the catalogue has it."""
        return self.pick.field

    @property
    def says_if_a_gap(self) -> bool:
        """Return whether "may be not recorded" is to stand beside its meaning, which does not say it already."""
        return self.field.can_be_gap and "not recorded" not in self.field.meaning


@dataclass(frozen=True, slots=True)
class FieldList:
    """The fields of one template, in the order of the tree."""

    template: DocumentTemplate
    lines: tuple[FieldLine, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """Return the plain headings that its fields stand under."""
        return tuple(dict.fromkeys(line.heading for line in self.lines))


def list_fields(services: Services, wanted: str = "") -> list[FieldList]:
    """Return the fields of one template, or of each; UnknownIdError where there is no such template or composition."""
    shelf = services.shelf
    used = _used(shelf)
    if wanted:
        template = shelf.working_copy(TemplateId(wanted))
        return [_listed(template, fields_of(template.composition), used)]
    return [_listed(each, FIELDS[each.composition], used) for each in shelf.catalogue.templates if _is_known(each)]


def _is_known(template: DocumentTemplate) -> bool:
    return template.composition in FIELDS


def _listed(template: DocumentTemplate, fields: Sequence[Field], used: Mapping[str, Sequence[TemplateId]]) -> FieldList:
    """Return the fields of a template; those under one heading together, headings in the order of the tree."""
    headings = list(dict.fromkeys(field.heading for field in fields))
    in_order = sorted(fields, key=lambda field: headings.index(field.heading))
    return FieldList(template, tuple(_lines(template, in_order, used)))


def _lines(
    template: DocumentTemplate, fields: Sequence[Field], used: Mapping[str, Sequence[TemplateId]]
) -> Iterator[FieldLine]:
    heading = ""
    for pick in picks(fields):
        heading = heading if pick.level else pick.field.heading
        yield FieldLine(pick, heading, _example(template.sample, pick.path), tuple(used.get(pick.path, ())))


def _used(shelf: Shelf) -> Mapping[str, Sequence[TemplateId]]:
    """Return the templates that use each path; one that is not right uses none."""
    used: dict[str, list[TemplateId]] = {}
    for template in shelf.catalogue.templates:
        try:
            fields = fields_named(template.layout, aliases_of(template.composition))
        except TemplateError:
            continue
        for path in dict.fromkeys(form for field in fields for form in (field, field.removesuffix("[]"))):
            used.setdefault(path, []).append(template.id)
    return used


def _example(sample: Mapping[str, object], path: str) -> str:
    """Return the first value that a sample has at a path, in one line; empty where it has none."""
    found = (words for value in _values(sample, path.split(".")) if (words := words_of(value)))
    words = " ".join(next(found, "").split())
    return words if len(words) <= LONGEST_EXAMPLE else f"{words[:LONGEST_EXAMPLE].rstrip()}…"


def _values(value: object, names: Sequence[str]) -> Iterator[object]:
    """Yield what stands at the end of some names, for each row of the lists among them."""
    if not names:
        yield value
        return
    name = names[0]
    inner = value.get(name.removesuffix("[]")) if isinstance(value, Mapping) else None
    rows = inner if name.endswith("[]") and isinstance(inner, list | tuple) else [inner]
    for row in rows:
        yield from _values(row, names[1:])
