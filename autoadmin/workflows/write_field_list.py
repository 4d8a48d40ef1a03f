"""The field catalogue of a template as a Word document, to keep beside the template while it is edited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from autoadmin.domain.errors import OperationError
from autoadmin.domain.fields import Shape
from autoadmin.word import compile_template
from autoadmin.workflows.list_fields import FieldLine, FieldList

LAYOUT = "field_list.docx"


def write_field_list(fields: FieldList, file: Path) -> None:
    """Write the fields of a template to a Word file, made with autoadmin's own engine."""
    layout = files(__package__).joinpath(LAYOUT).read_bytes()
    rendered = compile_template(layout).render(field_list_content(fields))
    try:
        file.write_bytes(rendered.file)
    except OSError as error:
        raise OperationError(f"{file} cannot be written: {error.strerror}.") from error


def field_list_content(fields: FieldList) -> dict[str, object]:
    """Return what fills the document: for each heading its fields, and for each list a table of its own."""
    headings = [
        {"title": heading, "tables": list(_tables([line for line in fields.lines if line.heading == heading]))}
        for heading in fields.headings
    ]
    return {"title": fields.template.title, "id": fields.template.id, "headings": headings}


def _tables(lines: Sequence[FieldLine]) -> Iterator[dict[str, object]]:
    """Yield a table of the fields that stand alone, then one for each list, in the order of the tree."""
    owners = {line.pick.path: line for line in lines if line.field.shape is Shape.LIST}
    rows: dict[str, list[FieldLine]] = {"": [], **{path: [] for path in owners}}
    for line in lines:
        if line.pick.path not in owners:
            rows[_owner(line.pick.path)].append(line)
    for path, found in rows.items():
        if path or found:
            yield _table(owners.get(path), [_row(line) for line in found])


def _owner(path: str) -> str:
    """Return the path of the list that a field is in; empty for one that is in none."""
    return path.rpartition("[]")[0]


def _table(owner: FieldLine | None, rows: Sequence[dict[str, object]]) -> dict[str, object]:
    if owner is None:
        return {"title": "", "meaning": "", "opening": "", "closing": "", "rows": rows}
    return {
        "title": owner.pick.path.replace("[]", "").replace(".", " › ").replace("_", " "),
        "meaning": _with_stop(owner.field.meaning),
        "opening": owner.pick.tag,
        "closing": owner.pick.closing,
        "rows": rows,
    }


def _row(line: FieldLine) -> dict[str, object]:
    """Return a field's row; a group has no tag, and its name stands for what is below it."""
    return {
        "tag": line.pick.tag,
        "name": "" if line.pick.tag else line.field.name.replace("_", " "),
        "meaning": line.field.meaning,
        "kind": line.field.kind.value,
        "gap": line.says_if_a_gap,
        "example": line.example,
        "used": len(line.used_in),
    }


def _with_stop(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
