"""One field put in the place of another across the templates, in copies that an administrator looks at first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from autoadmin.catalogue.templates import LAYOUT
from autoadmin.domain.errors import OperationError, TemplateError, WrongUseError
from autoadmin.domain.identifiers import TemplateId
from autoadmin.domain.templates import DocumentTemplate
from autoadmin.drafting.fields import FIELDS, paths
from autoadmin.word.mentions import may_name
from autoadmin.word.replacing import Replacement, replace_field
from autoadmin.workflows.replaced_beside import ReplacedBeside, replaced_beside
from autoadmin.workflows.services import Services


@dataclass(frozen=True, slots=True)
class ReplacedIn:
    """What became of one template. `copy` is where its new layout lies, or is to lie; None if it has none."""

    template: TemplateId
    replacement: Replacement | None
    copy: Path | None = None
    beside: tuple[ReplacedBeside, ...] = ()  # the other files of its folder that name the field
    untouched: tuple[str, ...] = ()  # sentences: why the template was left as it was

    @property
    def copies(self) -> tuple[Path, ...]:
        """Return where its copies lie, or are to lie: the layout's first."""
        return tuple(copy for copy in (self.copy, *(each.copy for each in self.beside)) if copy)

    @property
    def has_anything(self) -> bool:
        """Return whether there is anything to say of it."""
        layout = self.replacement is not None and (self.replacement.changes or self.replacement.untouched)
        return bool(layout or self.beside or self.untouched)


def replace_in_templates(
    services: Services, old: str, new: str, *, template: str = "", folder: Path | None = None, writes: bool = False
) -> list[ReplacedIn]:
    """Return what a replacement does to each template that names the old field, and write the copies if asked.

    No layout in use is changed. A copy lies beside its layout, or in `folder` under the template's id.
    """
    old, new = _as_path(old), _as_path(new)
    shelf = services.shelf
    templates = [shelf.working_copy(TemplateId(template))] if template else list(shelf.catalogue.templates)
    where = services.places.templates
    looked_through = [_replaced(each, where / each.id, old, new) for each in templates]
    found = [_placed(each, where, folder) for each in looked_through if each.has_anything]
    if writes:
        _write(found)
    return found


def _as_path(typed: str) -> str:
    """Return a path as somebody typed or copied it: `{{ child.name }}` is `child.name`."""
    path = typed.strip().removeprefix("{{").removesuffix("}}").strip()
    if not all(name.removesuffix("[]").isidentifier() for name in path.split(".")):
        raise WrongUseError(f'"{typed}" is no field. Write it as child.name or decisions[].why.')
    return path.removesuffix("[]")


def _replaced(template: DocumentTemplate, folder: Path, old: str, new: str) -> ReplacedIn:
    """Return what the replacement makes of a template; nothing where the new field is none of its document's."""
    path = _known(template, new)
    beside = replaced_beside(folder, old, path or new)
    try:
        replacement = replace_field(template.layout, old, path or new) if may_name(template.layout, old) else None
    except TemplateError as error:
        return ReplacedIn(template.id, None, untouched=(f"The layout is not right: {error.detail}",))
    if not path and (beside or (replacement and replacement.changes)):
        return ReplacedIn(template.id, None, untouched=(_unknown(template, new),))
    return ReplacedIn(template.id, replacement, beside=beside)


def _known(template: DocumentTemplate, typed: str) -> str:
    """Return the path that was meant, with the `[]` of its lists; empty where the document has no such field."""
    known = paths(FIELDS.get(template.composition, ()))
    return typed if typed in known else next((path for path in known if path.replace("[]", "") == typed), "")


def _unknown(template: DocumentTemplate, new: str) -> str:
    known = sorted(path for path in paths(FIELDS.get(template.composition, ())) if not path.endswith("[]"))
    meant = "".join(f' Did you mean "{close}"?' for close in get_close_matches(new, known, n=1))
    return f'This document has no field "{new}", so nothing was changed.{meant}'


def _placed(found: ReplacedIn, templates: Path, folder: Path | None) -> ReplacedIn:
    def place(name: str) -> Path:
        name = name.replace("/", "-")  # among the samples, a copy would be one more of them
        stem, _, kind = name.rpartition(".")
        if folder is None:
            return templates / found.template / f"{stem}.replaced.{kind}"
        return folder / (f"{found.template}.{kind}" if name == LAYOUT else f"{found.template}.{name}")

    is_changed = bool(found.replacement and found.replacement.changes)
    beside = tuple(replace(each, copy=place(each.name) if each.is_changed else None) for each in found.beside)
    return replace(found, copy=place(LAYOUT) if is_changed else None, beside=beside)


def _write(found: Iterable[ReplacedIn]) -> None:
    """Write every copy, or none where one is there already: somebody may be working on it."""
    copies = [(each.copy, each.replacement.file) for each in found if each.copy and each.replacement]
    copies += [(one.copy, one.text.encode()) for each in found for one in each.beside if one.copy]
    if there := [str(copy) for copy, _ in copies if copy.exists()]:
        raise OperationError(f"There is a copy already: {', '.join(there)}. Use it as {LAYOUT} or move it away first.")
    for copy, file in copies:
        try:
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file)
        except OSError as error:
            raise OperationError(f"{copy} cannot be written: {error.strerror}.") from error
