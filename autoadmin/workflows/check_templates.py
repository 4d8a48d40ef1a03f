"""Check the templates folder, one template or one Word file, before a document needs it."""

from __future__ import annotations

from pathlib import Path

from autoadmin.catalogue.templates import DESCRIPTION, LAYOUT, load_template
from autoadmin.domain.errors import CatalogueError, OperationError, UnknownIdError
from autoadmin.domain.templates import which_there_are
from autoadmin.workflows.services import Services
from autoadmin.workflows.template_checks import CheckedFile, Finding, check_bare, check_template, description_finding
from autoadmin.workflows.todays_names import aliases_of, in_todays_names


def check_templates(services: Services, wanted: str = "") -> tuple[CheckedFile, ...]:
    """Return every template of the folder checked, or the one of that name; UnknownIdError if there is none."""
    folder = services.places.templates
    if not folder.is_dir():
        raise OperationError(f"The templates folder {folder} is not there.")
    names = [path.name for path in sorted(folder.iterdir()) if path.is_dir() and not path.name.startswith((".", "_"))]
    if wanted and wanted not in names:
        raise UnknownIdError(f'There is no template "{wanted}". {which_there_are(wanted, names)}')
    return tuple(check_folder(folder / name) for name in names if not wanted or name == wanted)


def is_template_path(path: Path) -> bool:
    """Return whether a path leads to something to check: a Word file or a template's folder."""
    return path.is_file() or (path / DESCRIPTION).is_file()


def check_path(path: Path) -> CheckedFile:
    """Return the Word file or the folder at a path checked; a layout in its folder by what the folder says of it."""
    if path.is_dir():
        return check_folder(path)
    if path.name == LAYOUT and (path.parent / DESCRIPTION).is_file():
        return check_folder(path.absolute().parent)
    return check_bare(_read(path), path.name)


def check_folder(folder: Path) -> CheckedFile:
    """Return one template's folder checked; where its description is not right, its layout for as much as can be."""
    try:
        template = load_template(folder)
    except CatalogueError as error:
        wrong = tuple(map(description_finding, error.detail.splitlines()))
        return _without_description(folder, wrong)
    return check_template(in_todays_names(template, aliases_of(template.composition)), folder)


def _without_description(folder: Path, wrong: tuple[Finding, ...]) -> CheckedFile:
    layout = folder / LAYOUT
    if not layout.is_file():
        return CheckedFile(folder.name, wrong)
    checked = check_bare(_read(layout), f"{folder.name}/{LAYOUT}", *wrong)
    return CheckedFile(folder.name, checked.findings, checked.layout, checked.problems)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise OperationError(f"The file {path} cannot be read: {error.strerror}.") from error
