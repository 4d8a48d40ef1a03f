"""The few words in which a document's fields are declared."""

from __future__ import annotations

from dataclasses import replace

from autoadmin.domain.fields import Field, FieldKind, Shape


def text(name: str, meaning: str, kind: FieldKind = FieldKind.WORDING) -> Field:
    """Return a field that prints words; empty where there is nothing to print."""
    return Field(name, meaning, kind)


def recorded(name: str, meaning: str, kind: FieldKind = FieldKind.FACT) -> Field:
    """Return a field that prints words, or a gap where nobody recorded them."""
    return Field(name, meaning, kind, can_be_gap=True)


def number(name: str, meaning: str, kind: FieldKind = FieldKind.WORDING) -> Field:
    """Return a field that is a number."""
    return Field(name, meaning, kind, Shape.NUMBER)


def yes_no(name: str, meaning: str, kind: FieldKind = FieldKind.WORDING) -> Field:
    """Return a field to be asked for in an `{% if %}`."""
    return Field(name, meaning, kind, Shape.YES_NO)


def picture(name: str, meaning: str) -> Field:
    """Return a field that prints a picture of what is recorded, or a gap where none of it is."""
    return Field(name, meaning, FieldKind.FACT, Shape.PICTURE, can_be_gap=True)


def group(name: str, meaning: str, *children: Field, kind: FieldKind = FieldKind.FACT) -> Field:
    """Return a field that only holds others: `child.name`."""
    return Field(name, meaning, kind, Shape.GROUP, children)


def listed(name: str, meaning: str, *children: Field, kind: FieldKind = FieldKind.FACT, each: str = "") -> Field:
    """Return a list; `children` are the fields of each row, none where a row is plain words.

    `each` is what a row is called in a template, where it is not the list's name without its "s".
    """
    return Field(name, meaning, kind, Shape.LIST, children, each=each or name.removesuffix("s"))


def with_gap(field: Field) -> tuple[Field, Field]:
    """Return a list and the field beside it that is a gap where the list is empty, and nothing where it is not."""
    meaning = f"“not recorded”, where {field.name} is empty; else nothing"
    return field, recorded(f"{field.name}_gap", meaning, field.kind)


def under(heading: str, *fields: Field) -> tuple[Field, ...]:
    """Return fields at the top of a document's tree with the heading that the field picker shows them under."""
    return tuple(replace(field, heading=heading) for field in fields)
