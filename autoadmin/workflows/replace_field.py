"""One field put in the place of another across the templates, in copies that an administrator looks at first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from autoadmin.catalogue.templates import DESCRIPTION, LAYOUT
from autoadmin.domain.errors import OperationError, TemplateError, WrongUseError
from autoadmin.domain.identifiers import TemplateId
from autoadmin.domain.templates import DocumentTemplate
from autoadmin.drafting.fields import FIELDS, paths
from autoadmin.word.mentions import may_name
from autoadmin.word.replacing import Replacement, replace_field
from autoadmin.workflows.services import Services

COPY = "layout.replaced.docx"


@dataclass(frozen=True, slots=True)
class ReplacedIn:
    """What became of one template. `copy` is where its new layout lies, or is to lie; None if it has none."""

    template: TemplateId
    replacement: Replacement | None
    copy: Path | None = None
    untouched: tuple[str, ...] = ()  # sentences: why the template, or something beside its layout, was left as it was


def replace_in_templates(
    services: Services, old: str, new: str, *, template: str = "", folder: Path | None = None, writes: bool = False
) -> list[ReplacedIn]:
    """Return what a replacement does to each template that names the old field, and write the copies if asked.

    No layout in use is changed. A copy lies beside its layout, or in `folder` under the template's id.
    """
    old, new = _as_path(old), _as_path(new)
    shelf = services.shelf
    templates = [shelf.working_copy(TemplateId(template))] if template else list(shelf.catalogue.templates)
    looked_through = [_replaced(each, old, new) for each in templates]
    found = [
        _placed(each, services.places.templates, folder)
        for each in looked_through
        if each.untouched or (each.replacement and (each.replacement.changes or each.replacement.untouched))
    ]
    if writes:
        _write(found)
    return found


def _as_path(typed: str) -> str:
    """Return a path as somebody typed or copied it: `{{ child.name }}` is `child.name`."""
    path = typed.strip().removeprefix("{{").removesuffix("}}").strip()
    if not all(name.removesuffix("[]").isidentifier() for name in path.split(".")):
        raise WrongUseError(f'"{typed}" is no field. Write it as child.name or decisions[].why.')
    return path.removesuffix("[]")


def _replaced(template: DocumentTemplate, old: str, new: str) -> ReplacedIn:
    """Return what the replacement makes of a template; nothing where the new field is none of its document's."""
    try:
        if not may_name(template.layout, old):
            return ReplacedIn(template.id, None)
        path = _known(template, new)
        replacement = replace_field(template.layout, old, path or new)
    except TemplateError as error:
        return ReplacedIn(template.id, None, untouched=(f"The layout is not right: {error.detail}",))
    if replacement.changes and not path:
        return ReplacedIn(template.id, None, untouched=(_unknown(template, new),))
    return ReplacedIn(template.id, replacement, untouched=tuple(_beside(template, old)) if replacement.changes else ())


def _known(template: DocumentTemplate, typed: str) -> str:
    """Return the path that was meant, with the `[]` of its lists; empty where the document has no such field."""
    known = paths(FIELDS.get(template.composition, ()))
    return typed if typed in known else next((path for path in known if path.replace("[]", "") == typed), "")


def _unknown(template: DocumentTemplate, new: str) -> str:
    known = sorted(path for path in paths(FIELDS.get(template.composition, ())) if not path.endswith("[]"))
    meant = "".join(f' Did you mean "{close}"?' for close in get_close_matches(new, known, n=1))
    return f'This document has no field "{new}", so nothing was changed.{meant}'


def _beside(template: DocumentTemplate, old: str) -> Iterable[str]:
    """Yield a sentence for each place beside the layout that names the old field."""
    typed = old.replace("[]", "")
    below = f"{typed}."
    if any(path == typed or path.startswith(below) for path in template.labels):
        yield f'{DESCRIPTION} gives "{typed}" its words under [fields]. Change it there by hand.'
    if typed in template.required:
        yield f'{DESCRIPTION} requires "{typed}". Change it there by hand.'


def _placed(found: ReplacedIn, templates: Path, folder: Path | None) -> ReplacedIn:
    if not found.replacement or not found.replacement.changes:
        return found
    copy = folder / f"{found.template}.docx" if folder else templates / found.template / COPY
    return ReplacedIn(found.template, found.replacement, copy, found.untouched)


def _write(found: Iterable[ReplacedIn]) -> None:
    """Write every copy, or none where one is there already: somebody may be working on it."""
    copies = [(each.copy, each.replacement.file) for each in found if each.copy and each.replacement]
    if there := [str(copy) for copy, _ in copies if copy.exists()]:
        raise OperationError(f"There is a copy already: {', '.join(there)}. Use it as {LAYOUT} or move it away first.")
    for copy, file in copies:
        try:
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file)
        except OSError as error:
            raise OperationError(f"{copy} cannot be written: {error.strerror}.") from error
