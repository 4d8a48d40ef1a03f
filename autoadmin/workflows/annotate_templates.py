"""Write copies of layouts with a Word comment at each finding, beside nothing that was there before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from autoadmin.domain.errors import OperationError, TemplateError, WrongUseError
from autoadmin.word.annotating import annotate
from autoadmin.workflows.template_checks import CheckedFile


def annotate_templates(checked: Iterable[CheckedFile], target: Path, *, at: datetime | None = None) -> tuple[Path, ...]:
    """Write an annotated copy of each layout in which something was found, and return where they are.

    A target that ends in .docx is the file for the one template that was checked; any other is a folder, in which each
    copy is called after its template. The layouts themselves are never touched.
    """
    found = [one for one in checked if one.problems and one.layout]
    is_file = target.suffix.casefold() == ".docx"
    if is_file and len(found) > 1:
        raise WrongUseError(f"{len(found)} templates have findings. Name a folder to write their copies to.")
    written: list[Path] = []
    for one in found:
        path = target if is_file else target / f"{_stem(one.name)}-checked.docx"
        try:
            copy = annotate(one.layout, one.problems, at=at)
        except TemplateError:
            continue  # a file that cannot be opened cannot be written into; its finding says so
        _write(path, copy, one.layout)
        written.append(path)
    return tuple(written)


def _stem(name: str) -> str:
    return Path(name).stem


def _write(path: Path, copy: bytes, layout: bytes) -> None:
    try:
        if path.is_file() and path.read_bytes() == layout:
            raise WrongUseError(f"{path} is the layout itself. Name another file for the copy.")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(copy)
    except OSError as error:
        raise OperationError(f"The copy {path} cannot be written: {error.strerror}.") from error
